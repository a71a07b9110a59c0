import {
  type BranchShape,
  type CodecOptions,
  createDecoder,
  type Field,
  type LogicalConversion,
  type RecordSchema,
  type Schema,
  unionShape,
  type ValueMapping,
} from '@magicbyte/avro'
import { conversionText } from './conversion-text.ts'
import { usableDefault } from './field-defaults.ts'
import { memberKey, quote } from './literals.ts'
import { mapNode } from './node-mapping.ts'
import type { Scope } from './scope.ts'
import { valueLiteral } from './value-literal.ts'
import { customTypeText, typeText } from './value-types.ts'

/** The zod schema of what may be written; what comes out is what is read. */
export function zodText(schema: Schema, mapping: ValueMapping, scope: Scope): string {
  if (schema.type === 'union') return zodUnion(schema, mapping, scope)
  const { conversion, long, inner } = mapNode(schema, mapping)
  if (conversion) return zodConverted(conversion, schema, mapping, scope)
  switch (schema.type) {
    case 'null':
      return 'z.null()'
    case 'boolean':
      return 'z.boolean()'
    case 'string':
      return 'z.string()'
    case 'int':
      return 'z.int32()'
    case 'float':
    case 'double':
      return 'z.number()'
    case 'long':
      return zodLong(long)
    case 'bytes':
      return zodBytes('value instanceof Uint8Array', scope)
    case 'fixed':
      return zodBytes(`value instanceof Uint8Array && value.length === ${schema.size}`, scope)
    case 'enum':
    case 'record':
      return zodNamed(schema.fullName, scope)
    case 'array':
      return `z.array(${zodText(schema.items, inner, scope)})`
    case 'map':
      return `z.record(z.string(), ${zodText(schema.values, inner, scope)})`
  }
}

/** The zod schema of a field, with its default. */
export function zodField(
  record: RecordSchema,
  field: Field,
  mapping: ValueMapping,
  scope: Scope,
): string {
  const value = zodText(field.type, mapping, scope)
  if (!usableDefault(field)) return value
  const type = typeText(field.type, mapping, 'value', scope)
  return `${value}.default((): ${type} => (${defaultLiteral(record, field, scope)}) as ${type})`
}

/** What the codec reads of a default. */
function defaultLiteral(record: RecordSchema, field: Field, scope: Scope): string {
  if (field.default?.kind === 'null') return 'null'
  const { options } = scope.project.whole
  const value = defaultsOf(record, options).get(field.name)
  return valueLiteral(value, ({ conversion, schema, raw }) => {
    const { name } = conversionText(conversion, schema, scope)
    const type = customTypeText(conversion, scope)
    return `(${name}.read(${valueLiteral(raw)}) as ${type})`
  })
}

/** The values of the defaults of a record that are none of null, read in one go. */
function defaultsOf(record: RecordSchema, options: CodecOptions): ReadonlyMap<string, unknown> {
  const known = defaults.get(record)
  if (known && known.options === options) return known.values
  const fields = record.fields.filter(
    (field) => field.default?.kind !== 'null' && usableDefault(field),
  )
  const alone: RecordSchema = { ...record, fields }
  const bytes = fields.flatMap((field) => [...usableDefault(field)!])
  const read = createDecoder<object>(alone, alone, options).decode(Uint8Array.from(bytes))
  const values = new Map(Object.entries(read))
  defaults.set(record, { options, values })
  return values
}

const defaults = new WeakMap<
  RecordSchema,
  { readonly options: CodecOptions; readonly values: ReadonlyMap<string, unknown> }
>()

/** Named schemas may refer to each other in circles, and to those of other modules. */
function zodNamed(fullName: string, scope: Scope): string {
  const { zod, namespace } = scope.project.names.ofType(fullName)
  return `z.lazy(() => ${scope.sibling(namespace, zod)})`
}

function zodLong(long: string): string {
  if (long === 'bigint') return 'z.int64()'
  return long === 'number' ? 'z.int()' : 'z.string().regex(/^-?\\d{1,19}$/)'
}

function zodBytes(test: string, scope: Scope): string {
  return `z.custom<${scope.global('Uint8Array')}>((value) => ${test})`
}

/** What the codec's own conversion takes. */
function zodConverted(
  conversion: LogicalConversion,
  schema: Schema,
  mapping: ValueMapping,
  scope: Scope,
): string {
  const { name } = conversionText(conversion, schema, scope)
  const type = typeText(schema, mapping, 'input', scope)
  const suits = scope.part('suits', (own) => [
    `function ${own}(conversion: { write(value: never): unknown }, value: unknown): boolean {`,
    '  try {',
    '    conversion.write(value as never);',
    '    return true;',
    '  } catch {',
    '    return false;',
    '  }',
    '}',
  ])
  return `z.custom<${type}>((value) => ${suits}(${name}, value), ${name}.expected)`
}

function zodUnion(schema: Schema & { type: 'union' }, mapping: ValueMapping, scope: Scope): string {
  const { branches, tag } = unionShape(schema, mapping)
  const options = branches
    .filter((branch) => branch.schema.type !== 'null')
    .map((branch) => zodBranch(branch, tag, mapping, scope))
  const isNullable = options.length < branches.length
  if (options.length === 0) return isNullable ? 'z.null()' : 'z.never()'
  const union = options.length === 1 ? options[0]! : `z.union([${options.join(', ')}])`
  return isNullable ? `${union}.nullable()` : union
}

function zodBranch(
  { schema, form, name }: BranchShape,
  tag: string,
  mapping: ValueMapping,
  scope: Scope,
): string {
  const mark = `${memberKey(tag)}: z.literal(${quote(name)})`
  if (form === 'tagged-record' && schema.type === 'record' && schema.fields.length === 0) {
    return `z.object({ ${mark} })`
  }
  const value = zodText(schema, mapping, scope)
  switch (form) {
    case 'plain':
      return value
    case 'wrapped':
      return `z.strictObject({ ${memberKey(name)}: ${value} })`
    case 'tagged-value':
      return `z.object({ ${mark}, value: ${value} })`
    case 'tagged-record':
      return `z.intersection(z.object({ ${mark} }), ${value})`
  }
}
