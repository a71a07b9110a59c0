import type { ArraySchema, MapSchema, Schema, ValueMapping } from '@magicbyte/avro'
import { minimumSize } from '@magicbyte/avro'
import { conversionText } from './conversion-text.ts'
import { readConvertedFunction } from './emitted-helpers.ts'
import { mapNode } from './node-mapping.ts'
import { readerName } from './project.ts'
import type { ReadContext } from './read-context.ts'
import { readUnion } from './read-union.ts'
import type { RecordNode } from './recursion.ts'
import type { Scope } from './scope.ts'
import { valueName } from './value-names.ts'
import { typeText } from './value-types.ts'

/** The context of the code of one function; no function is that of the root of a file. */
export function readContext(scope: Scope, from: RecordNode | undefined): ReadContext {
  const context: ReadContext = {
    scope,
    from,
    readValue: (schema, mapping) => readValue(schema, mapping, context),
    readRecord: (node) => readRecord(node, context),
  }
  return context
}

function readValue(schema: Schema, mapping: ValueMapping, context: ReadContext): string {
  if (schema.type === 'union') return readUnion(schema, mapping, context)
  const { scope } = context
  const { conversion, long, inner } = mapNode(schema, mapping)
  const raw = readPlain(schema, inner, long, context)
  if (!conversion) return raw
  const { name, behaviour } = conversionText(conversion, schema, scope)
  if (behaviour === 'same') return raw
  if (behaviour === 'safe') return `${name}.read(${raw})`
  const read = `${readConvertedFunction(scope)}(${name}, input.position, ${raw})`
  return behaviour === 'custom' ? `${read} as ${typeText(schema, mapping, 'value', scope)}` : read
}

function readPlain(
  schema: Exclude<Schema, { type: 'union' }>,
  inner: ValueMapping,
  long: string,
  context: ReadContext,
): string {
  const { scope } = context
  switch (schema.type) {
    case 'null':
      return 'null'
    case 'boolean':
      return 'input.readBoolean()'
    case 'int':
      return 'input.readInt()'
    case 'long':
      return readLong(long, scope)
    case 'float':
      return 'input.readFloat()'
    case 'double':
      return 'input.readDouble()'
    case 'string':
      return 'input.readString()'
    case 'bytes':
      return 'input.readBytes()'
    case 'fixed':
      return `input.readFixed(${schema.size})`
    case 'enum': {
      const { namespace, functionName } = scope.project.names.ofType(schema.fullName)
      return `${scope.named(namespace, functionName('read'))}(input)`
    }
    case 'array':
      return `${arrayReader(schema, inner, context)}(input)`
    case 'map':
      return `${mapReader(schema, inner, context)}(input)`
    case 'record':
      return context.readRecord({ fullName: schema.fullName })
  }
}

function readLong(long: string, scope: Scope): string {
  if (long === 'number') return 'input.readLongAsNumber()'
  return long === 'string' ? `${scope.global('String')}(input.readLong())` : 'input.readLong()'
}

function readRecord(node: RecordNode, { scope, from }: ReadContext): string {
  const { names, reading } = scope.project
  const name = readerName(names, node, { isInner: reading.closesCircle(from, node) })
  return `${scope.named(names.ofType(node.fullName).namespace, name)}(input)`
}

function arrayReader(schema: ArraySchema, inner: ValueMapping, context: ReadContext): string {
  const { scope } = context
  const type = typeText({ ...schema, props: NO_PROPS }, inner, 'value', scope)
  const input = scope.runtime('ByteReader', 'type')
  const within = scope.runtime('within')
  const array = scope.global('Array')
  const readBlockCount = scope.runtime('readBlockCount')
  const read = context.readValue(schema.items, inner)
  const size = minimumSize(schema.items)
  return scope.part(`read${valueName(schema)}`, (own) => [
    `function ${own}(input: ${input}): ${type} {`,
    `  let count = ${readBlockCount}(input, ${size});`,
    // An array that grows takes room for more than it mostly gets.
    `  const items: ${type} = count < ${FEW} ? new ${array}(count) : [];`,
    '  let index = 0;',
    '  try {',
    '    while (count > 0) {',
    '      const end = input.blockEnd;',
    `      for (; count > 0; count--, index++) items[index] = ${read};`,
    `      ${scope.runtime('checkBlockEnd')}(input, end);`,
    `      count = ${readBlockCount}(input, ${size});`,
    '    }',
    '  } catch (error) {',
    `    throw ${within}(index, error);`,
    '  }',
    '  return items;',
    '}',
  ])
}

/** Items up to which an array has its length from the start. */
const FEW = 32

function mapReader(schema: MapSchema, inner: ValueMapping, context: ReadContext): string {
  const { scope } = context
  const type = typeText({ ...schema, props: NO_PROPS }, inner, 'value', scope)
  const input = scope.runtime('ByteReader', 'type')
  const within = scope.runtime('within')
  const defineMember = scope.runtime('defineMember')
  const readBlockCount = scope.runtime('readBlockCount')
  const read = context.readValue(schema.values, inner)
  const size = 1 + minimumSize(schema.values)
  return scope.part(`read${valueName(schema)}`, (own) => [
    `function ${own}(input: ${input}): ${type} {`,
    `  const entries: ${type} = {};`,
    `  let count = ${readBlockCount}(input, ${size});`,
    "  let key = '';",
    '  try {',
    '    while (count > 0) {',
    '      const end = input.blockEnd;',
    '      for (; count > 0; count--) {',
    '        key = input.readString();',
    `        const entry = ${read};`,
    `        if (key.length === 9 && key === '__proto__') ${defineMember}(entries, key, entry);`,
    '        else entries[key] = entry;',
    '      }',
    `      ${scope.runtime('checkBlockEnd')}(input, end);`,
    `      count = ${readBlockCount}(input, ${size});`,
    '    }',
    '  } catch (error) {',
    `    throw ${within}(key, error);`,
    '  }',
    '  return entries;',
    '}',
  ])
}

const NO_PROPS: Schema['props'] = new Map()
