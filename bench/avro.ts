import { canonicalString, checkCompatibility, guid, parseSchema } from '@magicbyte/avro'
import { compareCpu, type Result } from './measure.ts'

/** What parsing, printing, hashing and comparing cost beside JSON.parse of the same text. */
export async function benchAvro(): Promise<Result[]> {
  const text = recordText(15)
  const parsed = parseSchema(text)
  const wide = parseSchema(recordText(50))
  const history = Array.from({ length: 100 }, () => parseSchema(recordText(50)))
  const baseline = () => JSON.parse(text)
  return [
    compareCpu('parse a 15-field record / JSON.parse', {
      subject: () => parseSchema(text, { mode: 'new' }),
      baseline,
      times: 5_000,
    }),
    compareCpu('parse, canonical string and guid / JSON.parse', {
      subject: () => guid({ schema: canonicalString(parseSchema(text, { mode: 'new' })) }),
      baseline,
      times: 5_000,
    }),
    compareCpu('canonical string / JSON.parse', {
      subject: () => canonicalString(parsed),
      baseline,
      times: 5_000,
    }),
    compareCpu('compare 50 fields with 100 parsed versions / JSON.parse of one text, times 100', {
      subject: () => history.map((old) => checkCompatibility(wide.root, old.root)),
      baseline: () => history.map(() => JSON.parse(text)),
      times: 100,
    }),
  ]
}

function recordText(fields: number): string {
  return JSON.stringify({
    type: 'record',
    name: 'Reading',
    namespace: 'com.example.rooms',
    doc: 'A reading of a sensor',
    fields: Array.from({ length: fields }, (_, i) => ({
      name: `field${i}`,
      type: FIELD_TYPES[i % FIELD_TYPES.length],
      doc: `what field ${i} says`,
    })),
  })
}

const FIELD_TYPES = [
  'string',
  'long',
  { type: 'long', logicalType: 'timestamp-millis' },
  ['null', 'double'],
  { type: 'array', items: 'string' },
]
