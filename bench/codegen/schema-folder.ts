import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Files of a folder as projects have them: events that share types defined in other files. */
export const FILES = 1000

/**
 * Writes files of schemas, of which nine in ten name types that other files define, and gives their
 * paths. The same files each time.
 */
export function writeSchemaFolder(folder: string, files = FILES): string[] {
  const paths: string[] = []
  for (let number = 0; number < files; number++) {
    const place = join(folder, 'schemas', `area${number % DOMAINS}`)
    mkdirSync(place, { recursive: true })
    const path = join(place, `${nameOf(number)}.avsc`)
    writeFileSync(path, `${JSON.stringify(schemaOf(number), null, 2)}\n`)
    paths.push(path)
  }
  return paths
}

const DOMAINS = 20

function nameOf(number: number): string {
  return number % 10 === 0 ? `Shared${number}` : `Event${number}`
}

function namespaceOf(number: number): string {
  return `com.example.area${number % DOMAINS}`
}

function schemaOf(number: number): object {
  const shared = number - (number % 10)
  const isShared = number === shared
  const other = `${namespaceOf(shared)}.${nameOf(shared)}`
  return {
    type: 'record',
    name: nameOf(number),
    namespace: namespaceOf(number),
    doc: isShared
      ? `What the events from ${number} on have in common.`
      : `Sent when state ${number} of an order, a customer or a delivery has changed.`,
    fields: [
      { name: 'id', type: { type: 'string', logicalType: 'uuid' }, doc: 'Never used twice.' },
      { name: 'at', type: { type: 'long', logicalType: 'timestamp-millis' } },
      { name: 'sequence', type: 'long', default: 0 },
      { name: 'source', type: ['null', 'string'], default: null, doc: 'Unknown for old ones.' },
      {
        name: 'kind',
        type: {
          type: 'enum',
          name: `Kind${number}`,
          symbols: ['CREATED', 'CHANGED', 'CANCELLED', 'UNKNOWN'],
          default: 'UNKNOWN',
        },
      },
      {
        name: 'amount',
        type: ['null', { type: 'bytes', logicalType: 'decimal', precision: 12, scale: 2 }],
        default: null,
      },
      { name: 'labels', type: { type: 'map', values: 'string' }, default: {} },
      {
        name: 'lines',
        type: {
          type: 'array',
          items: {
            type: 'record',
            name: `Line${number}`,
            fields: [
              { name: 'sku', type: 'string' },
              { name: 'quantity', type: 'int', default: 1 },
              { name: 'price', type: 'double' },
              { name: 'notes', type: { type: 'array', items: 'string' }, default: [] },
            ],
          },
        },
      },
      ...(isShared
        ? []
        : [
            { name: 'subject', type: other },
            { name: 'before', type: ['null', other], default: null },
          ]),
    ],
  }
}
