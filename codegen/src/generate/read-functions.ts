import { type EnumSchema, minimumSize, type RecordSchema, type Schema } from '@magicbyte/avro'
import { symbolsPart } from './enum-symbols.ts'
import { mappedFields } from './field-defaults.ts'
import { memberKey, quote } from './literals.ts'
import type { TypeNames } from './names.ts'
import { parameter } from './parameter.ts'
import { readerName } from './project.ts'
import { readContext } from './read-value.ts'
import type { RecordNode } from './recursion.ts'
import type { Scope } from './scope.ts'

/** The functions that read a record: with each of its tags, and those that count depth. */
export function recordReadFunctions(record: RecordSchema, scope: Scope): string[] {
  const { reading } = scope.project
  const { fullName } = record
  return [
    ...reading.nodesOf(fullName).flatMap((node) => recordReader(record, node, scope)),
    ...reading.countedOf(fullName).flatMap((node) => innerReader(record, node, scope)),
  ]
}

/** The function that reads a symbol. */
export function enumReadFunction(schema: EnumSchema, scope: Scope): string[] {
  const { functionName, type } = scope.project.names.ofType(schema.fullName)
  const input = scope.runtime('ByteReader', 'type')
  const symbols = symbolsPart(schema, scope)
  return [
    `export function ${functionName('read')}(input: ${input}): ${type} {`,
    `  return ${scope.runtime('readSymbol')}(input, ${symbols}, ${quote(schema.fullName)});`,
    '}',
  ]
}

/** The function that reads the root of a file that is no named type. */
export function rootReadFunction(schema: Schema, names: TypeNames, scope: Scope): string[] {
  const input = scope.runtime('ByteReader', 'type')
  const value = readContext(scope, undefined).readValue(schema, scope.project.whole)
  return [
    `function ${names.functionName('read')}(${parameter('input', [value])}: ${input}): ${names.type} {`,
    `  return ${value};`,
    '}',
  ]
}

function recordReader(record: RecordSchema, node: RecordNode, scope: Scope): string[] {
  const { names, whole } = scope.project
  const context = readContext(scope, node)
  const input = scope.runtime('ByteReader', 'type')
  const fields = mappedFields(record, whole)
  const tag = node.tag === undefined ? [] : [`${memberKey(node.tag)}: ${quote(node.fullName)}`]
  const members = [
    ...tag,
    ...fields.map(({ field }, index) => `${memberKey(field.name)}: v${index}`),
  ]
  const head = `export function ${readerName(names, node)}`
  const type = returnType(node, fields.length === 0, scope)
  // Records that take no bytes count against the limit with their members.
  const spend =
    minimumSize(record) > 0
      ? []
      : [`  ${scope.runtime('spendEmpty')}(input, ${1 + fields.length});`]
  if (fields.length === 0) {
    const value = members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
    return [`${head}(input: ${input}): ${type} {`, ...spend, `  return ${value};`, '}']
  }
  const statements = fields.flatMap(({ field, mapping }, index) => [
    ...(index === 0 ? [] : [`at = ${quote(field.name)};`]),
    `const v${index} = ${context.readValue(field.type, mapping)};`,
  ])
  return [
    `${head}(${parameter('input', [...spend, ...statements])}: ${input}): ${type} {`,
    ...spend,
    `  let at = ${quote(record.fields[0]!.name)};`,
    '  try {',
    ...statements.map((line) => `    ${line}`),
    '    return {',
    ...members.map((member) => `      ${member},`),
    '    };',
    '  } catch (error) {',
    `    throw ${scope.runtime('within')}(at, error);`,
    '  }',
    '}',
  ]
}

function innerReader(record: RecordSchema, node: RecordNode, scope: Scope): string[] {
  const { names } = scope.project
  const input = scope.runtime('ByteReader', 'type')
  const type = returnType(node, record.fields.length === 0, scope)
  return [
    `export function ${readerName(names, node, { isInner: true })}(input: ${input}): ${type} {`,
    '  input.enter();',
    `  const value = ${readerName(names, node)}(input);`,
    '  input.leave();',
    '  return value;',
    '}',
  ]
}

function returnType({ fullName, tag }: RecordNode, isEmpty: boolean, scope: Scope): string {
  const { type } = scope.project.names.ofType(fullName)
  if (tag === undefined) return type
  const mark = `{ ${memberKey(tag)}: ${quote(fullName)} }`
  return isEmpty ? mark : `${mark} & ${type}`
}
