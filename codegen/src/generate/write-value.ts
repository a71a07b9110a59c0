import type { ArraySchema, FixedSchema, MapSchema, Schema, ValueMapping } from '@magicbyte/avro'
import { conversionText } from './conversion-text.ts'
import { writeConvertedFunction } from './emitted-helpers.ts'
import { quote } from './literals.ts'
import { mapNode } from './node-mapping.ts'
import type { RecordNode } from './recursion.ts'
import type { Scope } from './scope.ts'
import { valueName } from './value-names.ts'
import type { WriteContext, WriteOptions } from './write-context.ts'
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
    const raw = `${variable}Raw`
    const convert = writeConvertedFunction(scope)
    return [
      `const ${raw} = ${convert}(${name}, ${variable});`,
      ...writePlain(schema, inner, long, raw, context),
    ]
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
  const refuse = (expected: string) =>
    `${scope.runtime('mismatch')}(${quote(expected)}, ${variable});`
  switch (schema.type) {
    case 'null':
      return [`if (${variable} !== null) ${refuse('null')}`]
    case 'boolean':
      return [
        `if (typeof ${variable} !== 'boolean') ${refuse('a boolean')}`,
        `output.writeBoolean(${variable});`,
      ]
    case 'int':
      return [
        `if (typeof ${variable} !== 'number' || (${variable} | 0) !== ${variable}) ${refuse('an integer of 32 bits')}`,
        `output.writeInt(${variable});`,
      ]
    case 'long':
      return [`${longWriter(long, scope)}(${variable}, output);`]
    case 'float': {
      const [number, math] = [scope.global('Number'), scope.global('Math')]
      return [
        `if (typeof ${variable} !== 'number') ${refuse('a number')}`,
        `if (${number}.isFinite(${variable}) && !${number}.isFinite(${math}.fround(${variable}))) {`,
        `  ${refuse('a number in the range of a float')}`,
        '}',
        `output.writeFloat(${variable});`,
      ]
    }
    case 'double':
      return [
        `if (typeof ${variable} !== 'number') ${refuse('a number')}`,
        `output.writeDouble(${variable});`,
      ]
    case 'string':
      return [
        `if (typeof ${variable} !== 'string') ${refuse('a string')}`,
        `output.writeString(${variable});`,
      ]
    case 'bytes':
      return [
        `if (!(${variable} instanceof ${scope.global('Uint8Array')})) ${refuse('a Uint8Array')}`,
        `output.writeBytes(${variable});`,
      ]
    case 'fixed':
      return writeFixed(schema, variable, scope, refuse)
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

function writeFixed(
  { size }: FixedSchema,
  variable: string,
  scope: Scope,
  refuse: (expected: string) => string,
): string[] {
  const bytes = scope.global('Uint8Array')
  return [
    `if (!(${variable} instanceof ${bytes}) || ${variable}.length !== ${size}) {`,
    `  ${refuse(`a Uint8Array of ${size} bytes`)}`,
    '}',
    `output.writeRaw(${variable});`,
  ]
}

function recordWriter(fullName: string, { scope, from }: WriteContext): string {
  const { names, writing } = scope.project
  const { namespace, functionName } = names.ofType(fullName)
  const isInner = writing.closesCircle(from, { fullName })
  return scope.named(namespace, functionName(isInner ? 'writeInner' : 'write'))
}

function longWriter(long: string, scope: Scope): string {
  const make = scope.runtime('writeLongValue')
  // Longs as bigints and as numbers are written alike.
  const isText = long === 'string'
  return scope.part(isText ? 'writeLongText' : 'writeLong', (own) => [
    `const ${own} = /*@__PURE__*/ ${make}(${isText ? "'string'" : "'bigint'"});`,
  ])
}

function arrayWriter(schema: ArraySchema, inner: ValueMapping, context: WriteContext): string {
  const { scope } = context
  const mismatch = scope.runtime('mismatch')
  const within = scope.runtime('within')
  const output = scope.runtime('ByteWriter', 'type')
  const items = context.writeValue(schema.items, inner, 'item')
  return scope.part(`write${valueName(schema)}`, (own) => [
    `function ${own}(value: unknown, output: ${output}): void {`,
    `  if (!${scope.global('Array')}.isArray(value)) ${mismatch}('an array', value);`,
    '  const { length } = value;',
    '  let index = 0;',
    '  if (length > 0) {',
    '    output.writeLongFromNumber(length);',
    '    try {',
    '      for (; index < length; index++) {',
    '        const item: unknown = value[index];',
    ...items.map((line) => `        ${line}`),
    '      }',
    '    } catch (error) {',
    `      throw ${within}(index, error);`,
    '    }',
    '  }',
    '  output.writeByte(0);',
    '}',
  ])
}

function mapWriter(schema: MapSchema, inner: ValueMapping, context: WriteContext): string {
  const { scope } = context
  const mismatch = scope.runtime('mismatch')
  const within = scope.runtime('within')
  const isPlainObject = scope.runtime('isPlainObject')
  const output = scope.runtime('ByteWriter', 'type')
  const values = context.writeValue(schema.values, inner, 'entry')
  return scope.part(`write${valueName(schema)}`, (own) => [
    `function ${own}(value: unknown, output: ${output}): void {`,
    `  if (!${isPlainObject}(value)) ${mismatch}('an object', value);`,
    `  const keys = ${scope.global('Object')}.keys(value);`,
    '  if (keys.length > 0) {',
    '    output.writeLongFromNumber(keys.length);',
    "    let key = '';",
    '    try {',
    '      for (key of keys) {',
    '        output.writeString(key);',
    '        const entry = value[key];',
    ...values.map((line) => `        ${line}`),
    '      }',
    '    } catch (error) {',
    `      throw ${within}(key, error);`,
    '    }',
    '  }',
    '  output.writeByte(0);',
    '}',
  ])
}
