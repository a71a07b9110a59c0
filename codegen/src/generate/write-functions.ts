import {
  type EnumSchema,
  type Field,
  isBuiltInMember,
  type RecordSchema,
  type Schema,
  type ValueMapping,
} from '@magicbyte/avro'
import { symbolsPart } from './enum-symbols.ts'
import { mappedFields, usableDefault } from './field-defaults.ts'
import { memberAccess, quote } from './literals.ts'
import type { TypeNames } from './names.ts'
import { parameter } from './parameter.ts'
import type { Scope } from './scope.ts'
import { nullBranch, takesExpression, type WriteContext } from './write-context.ts'
import { writeContext } from './write-value.ts'

/** The function that writes a record, and the one that counts depth if there has to be one. */
export function recordWriteFunctions(record: RecordSchema, scope: Scope): string[] {
  const { names, writing, whole } = scope.project
  const { functionName } = names.ofType(record.fullName)
  const output = scope.runtime('ByteWriter', 'type')
  const context = writeContext(scope, { fullName: record.fullName })
  const name = functionName('write')
  const members = membersWriter(record, whole, context)
  const check = `${membersFunction(record, scope)}(value, ${quote(record.fullName)});`
  const lines = [
    `export function ${name}(value: unknown, ${parameter('output', members)}: ${output}): void {`,
    `  ${members.length === 0 ? '' : 'const members = '}${check}`,
    ...members.map((line) => `  ${line}`),
    '}',
  ]
  const isCounted = writing.countedOf(record.fullName).length > 0
  return isCounted ? [...lines, ...innerWriter(functionName('writeInner'), name, output)] : lines
}

/** The function that writes a symbol. */
export function enumWriteFunction(schema: EnumSchema, scope: Scope): string[] {
  const { functionName, type } = scope.project.names.ofType(schema.fullName)
  const output = scope.runtime('ByteWriter', 'type')
  const symbols = symbolsPart(schema, scope)
  const indexes = scope.fresh(`indexesOf${type}`)
  return [
    `const ${indexes} = /*@__PURE__*/ ${scope.runtime('symbolIndexes')}(${symbols});`,
    `export function ${functionName('write')}(value: unknown, output: ${output}): void {`,
    `  ${scope.runtime('writeSymbol')}(value, output, ${indexes}, ${quote(schema.fullName)});`,
    '}',
  ]
}

/** The function that writes the root of a file that is no named type. */
export function rootWriteFunction(schema: Schema, names: TypeNames, scope: Scope): string[] {
  const output = scope.runtime('ByteWriter', 'type')
  const { whole } = scope.project
  const statements = writeContext(scope, undefined).writeValue(schema, whole, 'value')
  return [
    `function ${names.functionName('write')}(value: unknown, ${parameter('output', statements)}: ${output}): void {`,
    ...statements.map((line) => `  ${line}`),
    '}',
  ]
}

function innerWriter(name: string, inner: string, output: string): string[] {
  return [
    `export function ${name}(value: unknown, output: ${output}): void {`,
    '  output.enter();',
    `  ${inner}(value, output);`,
    '  output.leave();',
    '}',
  ]
}

function membersFunction({ fields }: RecordSchema, scope: Scope): string {
  // Otherwise any object would pass for a record that needs nothing, and a Map for one of a size.
  const needsNothing = fields.every(
    ({ name, default: value }) => value !== undefined || isBuiltInMember(name),
  )
  return scope.runtime(needsNothing ? 'plainRecordMembers' : 'recordMembers')
}

function membersWriter(record: RecordSchema, whole: ValueMapping, context: WriteContext): string[] {
  const { scope } = context
  if (record.fields.length === 0) return []
  const statements = mappedFields(record, whole).flatMap(({ field, mapping }, index) => {
    const step = index === 0 ? [] : [`at = ${quote(field.name)};`]
    const member = memberOf(field.name, scope)
    if (takesExpression(field.type, mapping) && !usableDefault(field)) {
      return [...step, ...context.writeValue(field.type, mapping, member)]
    }
    const variable = `v${index}`
    const take = `const ${variable} = ${member};`
    return [...step, take, ...fieldWriter(field, mapping, variable, context)]
  })
  return [
    `let at = ${quote(record.fields[0]!.name)};`,
    'try {',
    ...statements.map((line) => `  ${line}`),
    '} catch (error) {',
    `  throw ${scope.runtime('within')}(at, error);`,
    '}',
  ]
}

/** A member that every object inherits, such as `constructor`, is not the value of a field. */
function memberOf(name: string, scope: Scope): string {
  if (name in Object.prototype) return `${scope.runtime('ownMember')}(members, ${quote(name)})`
  return `members${memberAccess(name)}`
}

function fieldWriter(
  field: Field,
  mapping: ValueMapping,
  variable: string,
  context: WriteContext,
): string[] {
  const bytes = usableDefault(field)
  const nothing = nullBranch(field.type, mapping)
  if (bytes && nothing !== undefined && bytes[0] === nothing << 1) {
    return context.writeValue(field.type, mapping, variable, { undefinedIsNull: true })
  }
  const statements = context.writeValue(field.type, mapping, variable)
  if (!bytes) return statements
  return [
    `if (${variable} === undefined) {`,
    ...defaultWriter(bytes, context.scope).map((line) => `  ${line}`),
    '} else {',
    ...statements.map((line) => `  ${line}`),
    '}',
  ]
}

function defaultWriter(bytes: Uint8Array, scope: Scope): string[] {
  if (bytes.length === 0) return []
  if (bytes.length === 1) return [`output.writeByte(${bytes[0]});`]
  const array = scope.global('Uint8Array')
  const name = scope.part('defaultBytes', (own) => [
    `const ${own} = /*@__PURE__*/ ${array}.of(${bytes.join(', ')});`,
  ])
  return [`output.writeRaw(${name});`]
}
