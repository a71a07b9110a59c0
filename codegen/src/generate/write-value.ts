import type { ArraySchema, MapSchema, Schema, ValueMapping } from '@magicbyte/avro'
import { conversionText } from './conversion-text.ts'
import { writeConvertedFunction } from './emitted-helpers.ts'
import { mapNode } from './node-mapping.ts'
import type { RecordNode } from './recursion.ts'
import type { Scope } from './scope.ts'
import { valueName } from './value-names.ts'
import { takesExpression, type WriteContext, type WriteOptions } from './write-context.ts'
import { writeUnion } from './write-union.ts'

/** The context of the code of one function; no function is that of the root of a file. */
export function writeContext(scope: Scope, from: RecordNode | undefined): WriteContext {
  const context: WriteContext = {
    scope,
    from,
    writeValue: (schema, mapping, variable, options = {}) =>
      writeValue(schema, mapping, variable, { context, options }),
  }
  return context
}

function writeValue(
  schema: Schema,
  mapping: ValueMapping,
  variable: string,
  { context, options }: { readonly context: WriteContext; readonly options: WriteOptions },
): string[] {
  if (schema.type === 'union') return writeUnion(schema, mapping, variable, { context, options })
  const { scope } = context
  const { conversion, long, inner } = mapNode(schema, mapping)
  if (!conversion) return writePlain(schema, inner, long, variable, context)
  const { name, behaviour } = conversionText(conversion, schema, scope)
  if (behaviour === 'custom') {
    const raw = `${writeConvertedFunction(scope)}(${name}, ${variable})`
    return writePlain(schema, inner, long, raw, context)
  }
  return [writeRaw(schema, `${name}.write(${variable} as never)`, scope)]
}

/** Writes what a built-in conversion gives, which suits the type. */
function writeRaw(schema: Schema, raw: string, scope: Scope): string {
  switch (schema.type) {
    case 'int':
      return `output.writeInt(${raw});`
    case 'long':
      return `${longWriter('number', scope)}(${raw}, output);`
    case 'string':
      return `output.writeString(${raw});`
    case 'bytes':
      return `output.writeBytes(${raw});`
    default:
      return `output.writeRaw(${raw});`
  }
}

function writePlain(
  schema: Exclude<Schema, { type: 'union' }>,
  inner: ValueMapping,
  long: string,
  variable: string,
  context: WriteContext,
): string[] {
  const { scope } = context
  const { names } = scope.project
  const write = (name: string) => [`${scope.runtime(name)}(${variable}, output);`]
  switch (schema.type) {
    case 'null':
      return [`${scope.runtime('writeNullValue')}(${variable});`]
    case 'boolean':
      return write('writeBooleanValue')
    case 'int':
      return write('writeIntValue')
    case 'long':
      return [`${longWriter(long, scope)}(${variable}, output);`]
    case 'float':
      return write('writeFloatValue')
    case 'double':
      return write('writeDoubleValue')
    case 'string':
      return write('writeStringValue')
    case 'bytes':
      return write('writeBytesValue')
    case 'fixed':
      return [`${scope.runtime('writeFixedValue')}(${variable}, output, ${schema.size});`]
    case 'enum': {
      const { namespace, functionName } = names.ofType(schema.fullName)
      return [`${scope.named(namespace, functionName('write'))}(${variable}, output);`]
    }
    case 'array':
      return [`${arrayWriter(schema, inner, context)}(${variable}, output);`]
    case 'map':
      return [`${mapWriter(schema, inner, context)}(${variable}, output);`]
    case 'record':
      return [`${recordWriter(schema.fullName, context)}(${variable}, output);`]
  }
}

function recordWriter(fullName: string, { scope, from }: WriteContext): string {
  const { names, writing } = scope.project
  const { namespace, functionName } = names.ofType(fullName)
  const isInner = writing.closesCircle(from, { fullName })
  return scope.named(namespace, functionName(isInner ? 'writeInner' : 'write'))
}

/** Longs as bigints and as numbers are written alike. */
function longWriter(long: string, scope: Scope): string {
  return scope.runtime(long === 'string' ? 'writeLongText' : 'writeExactLong')
}

function arrayWriter(schema: ArraySchema, inner: ValueMapping, context: WriteContext): string {
  const { scope } = context
  const arrayItems = scope.runtime('arrayItems')
  const within = scope.runtime('within')
  const output = scope.runtime('ByteWriter', 'type')
  const isOnce = takesExpression(schema.items, inner)
  const items = context.writeValue(schema.items, inner, isOnce ? 'items[index]' : 'item')
  return scope.part(`write${valueName(schema)}`, (own) => [
    `function ${own}(value: unknown, output: ${output}): void {`,
    `  const items = ${arrayItems}(value, output);`,
    '  const { length } = items;',
    '  let index = 0;',
    '  try {',
    '    for (; index < length; index++) {',
    ...(isOnce ? [] : ['      const item = items[index];']),
    ...items.map((line) => `      ${line}`),
    '    }',
    '  } catch (error) {',
    `    throw ${within}(index, error);`,
    '  }',
    '  output.writeByte(0);',
    '}',
  ])
}

function mapWriter(schema: MapSchema, inner: ValueMapping, context: WriteContext): string {
  const { scope } = context
  const mapKeys = scope.runtime('mapKeys')
  const within = scope.runtime('within')
  const output = scope.runtime('ByteWriter', 'type')
  const entries = `value as ${scope.global('Record')}<string, unknown>`
  const isOnce = takesExpression(schema.values, inner)
  const values = context.writeValue(schema.values, inner, isOnce ? 'entries[key]' : 'entry')
  return scope.part(`write${valueName(schema)}`, (own) => [
    `function ${own}(value: unknown, output: ${output}): void {`,
    `  const keys = ${mapKeys}(value, output);`,
    `  const entries = ${entries};`,
    "  let key = '';",
    '  try {',
    '    for (key of keys) {',
    '      output.writeString(key);',
    ...(isOnce ? [] : ['      const entry = entries[key];']),
    ...values.map((line) => `      ${line}`),
    '    }',
    '  } catch (error) {',
    `    throw ${within}(key, error);`,
    '  }',
    '  output.writeByte(0);',
    '}',
  ])
}
