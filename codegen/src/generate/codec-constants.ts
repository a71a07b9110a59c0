import { fingerprint, hex, type NamedSchema, type Schema, typeName } from '@magicbyte/avro'
import { converterFunction, customExport } from './conversion-text.ts'
import type { GenerateOptions, LogicalTypes } from './generate-options.ts'
import { memberKey, quote } from './literals.ts'
import type { TypeNames } from './names.ts'
import type { Project } from './project.ts'
import { selfContainedText } from './schema-literal.ts'
import type { Scope } from './scope.ts'

/** Characters of a schema's text up to which a record that no file is about has constants. */
const MAX_NESTED_TEXT = 64 * 1024

/**
 * Whether a type has constants: it is what a file is about, or a record whose text is not so long
 * that records that use each other would repeat megabytes.
 */
export function hasConstants(schema: NamedSchema, { catalog }: Project): boolean {
  if (catalog.rootNames.has(schema.fullName)) return true
  return schema.type === 'record' && selfContainedText(schema).length <= MAX_NESTED_TEXT
}

/** The schema's text, and what describes the type at run time. */
export function describingConstants(
  schema: Schema,
  names: TypeNames,
  { input, scope }: { readonly input: string; readonly scope: Scope },
): string[] {
  const { mode } = scope.project
  if (mode === 'types') return []
  const name = typeName(schema)
  const isFull = mode === 'full'
  const interfaceName = scope.runtime(isFull ? 'AvroCodec' : 'AvroType', 'type')
  const types = `${names.type}, ${input}, ${quote(name)}`
  const type = `${interfaceName}<${types}>`
  const start = isFull
    ? `export const ${names.codec}: ${type} = /*@__PURE__*/ ${scope.runtime('defineCodec')}<${types}>({`
    : `export const ${names.description}: ${type} = {`
  const functions = isFull
    ? [`  write: ${names.functionName('write')},`, `  read: ${names.functionName('read')},`]
    : []
  const options = optionsConstant(scope)
  return [
    `/** Schema text of \`${shown(name)}\`, self-contained. */`,
    `export const ${names.schema}: string =`,
    `  ${quote(selfContainedText(schema))};`,
    `/** ${isFull ? 'Codec' : 'Description'} of \`${shown(name)}\`. */`,
    start,
    `  name: ${quote(name)},`,
    `  schema: ${names.schema},`,
    `  fingerprint: ${quote(hex(fingerprint(schema, 'CRC-64-AVRO')))},`,
    `  options: ${options},`,
    ...functions,
    isFull ? '});' : '};',
  ]
}

/** Full names hold nothing but letters and digits, unless nobody checked them. */
function shown(name: string): string {
  return name.replace(/[^\p{L}\p{N}_.$-]/gu, '_')
}

/** The options that the values of the types were made for. */
function optionsConstant(scope: Scope): string {
  const { options } = scope.project
  const members = optionMembers(options, scope)
  if (members.length === 0) return '{}'
  const type = scope.runtime('AvroType', 'type')
  return scope.part('codecOptions', (own) => [
    `const ${own}: ${type}['options'] = {`,
    ...members.map((member) => `  ${member},`),
    '};',
  ])
}

function optionMembers(
  { long, unions, logicalTypes, fields }: GenerateOptions,
  scope: Scope,
): string[] {
  const own = Object.entries(fields ?? {})
    .filter(([, exception]) => exception.long !== undefined || exception.logicalTypes !== undefined)
    .map(([path, exception]) => {
      return `${memberKey(path)}: { ${valueMembers(exception, scope).join(', ')} }`
    })
  return [
    ...valueMembers({ long, logicalTypes }, scope),
    ...(unions === undefined ? [] : [`unions: ${quote(unions)}`]),
    ...(own.length === 0 ? [] : [`fields: { ${own.join(', ')} }`]),
  ]
}

function valueMembers(
  {
    long,
    logicalTypes,
  }: { readonly long?: string | undefined; readonly logicalTypes?: LogicalTypes | undefined },
  scope: Scope,
): string[] {
  return [
    ...(long === undefined ? [] : [`long: ${quote(long)}`]),
    ...(logicalTypes === undefined
      ? []
      : [`logicalTypes: ${logicalTypesText(logicalTypes, scope)}`]),
  ]
}

function logicalTypesText(logicalTypes: LogicalTypes, scope: Scope): string {
  if (typeof logicalTypes === 'string') return quote(logicalTypes)
  const members = Object.entries(logicalTypes).map(([name, own]) => {
    const value =
      typeof own === 'string'
        ? quote(own)
        : `/*@__PURE__*/ ${converterFunction(scope)}(${customExport(own, scope)})`
    return `${memberKey(name)}: ${value}`
  })
  return `{ ${members.join(', ')} }`
}
