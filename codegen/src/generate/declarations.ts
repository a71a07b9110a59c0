import {
  type EnumSchema,
  type FixedSchema,
  type NamedSchema,
  nodeMapping,
  type RecordSchema,
} from '@magicbyte/avro'
import { deprecation, docComment } from './doc-comment.ts'
import { mappedFields, usableDefault } from './field-defaults.ts'
import { memberKey, quote } from './literals.ts'
import type { Scope } from './scope.ts'
import { type Side, typeText } from './value-types.ts'

/** The lines that declare a named type. */
export function declareType(schema: NamedSchema, scope: Scope): string[] {
  switch (schema.type) {
    case 'enum':
      return declareEnum(schema, scope)
    case 'fixed':
      return declareFixed(schema, scope)
    case 'record':
      return declareRecord(schema, scope)
  }
}

function declareEnum(schema: EnumSchema, scope: Scope): string[] {
  const { project } = scope
  const { type } = project.names.ofType(schema.fullName)
  const doc = docOf(schema)
  const style = project.mode === 'types' ? 'union' : (project.options.enums ?? 'const')
  const symbols = schema.symbols.map((symbol) => `${memberKey(symbol)}: ${quote(symbol)}`)
  if (style === 'union' || schema.symbols.length === 0) {
    const texts = schema.symbols.map(quote)
    return [...doc, ...wrap(`export type ${type} =`, texts.length > 0 ? texts : ['never'])]
  }
  if (style === 'enum') {
    const members = schema.symbols.map((symbol) => `  ${enumMember(symbol)} = ${quote(symbol)},`)
    return [...doc, `export enum ${type} {`, ...members, '}']
  }
  return [
    ...doc,
    `export const ${type} = {`,
    ...symbols.map((symbol) => `  ${symbol},`),
    '} as const;',
    ...doc,
    `export type ${type} = (typeof ${type})[keyof typeof ${type}];`,
  ]
}

/** An enum has no computed names of members, and takes quoted ones. */
function enumMember(symbol: string): string {
  return symbol === '__proto__' ? "'__proto__'" : memberKey(symbol)
}

function declareFixed(schema: FixedSchema, scope: Scope): string[] {
  const { whole, names } = scope.project
  const { type } = names.ofType(schema.fullName)
  const { conversion } = nodeMapping(schema, whole)
  const text = conversion ? typeText(schema, whole, 'value', scope) : scope.global('Uint8Array')
  const size = `${schema.size} bytes.`
  return [...docOf(schema, conversion ? '' : size), `export type ${type} = ${text};`]
}

function declareRecord(schema: RecordSchema, scope: Scope): string[] {
  const { names, differing } = scope.project
  const { type, input } = names.ofType(schema.fullName)
  const lines = [...docOf(schema), ...recordBody(schema, type, 'value', scope)]
  if (!differing.has(schema.fullName)) return lines
  const doc = `{@link ${type}} as accepted when writing: fields with a default may be left out.`
  return [...lines, `/** ${doc} */`, ...recordBody(schema, input, 'input', scope)]
}

function recordBody(schema: RecordSchema, name: string, side: Side, scope: Scope): string[] {
  // An interface without members would take any value.
  if (schema.fields.length === 0) {
    return [`export type ${name} = ${scope.global('Record')}<string, never>;`]
  }
  const fields = mappedFields(schema, scope.project.whole).flatMap(({ field, mapping }) => {
    const text = typeText(field.type, mapping, side, scope)
    const doc = docComment({
      text: field.doc,
      deprecated: deprecation(field.props),
      default: field.default,
    })
    const isOptional = side === 'input' && usableDefault(field) !== undefined
    const member = isOptional ? `?: ${text} | undefined` : `: ${text}`
    return [...doc, `${memberKey(field.name)}${member};`]
  })
  return [`export interface ${name} {`, ...fields.map((line) => `  ${line}`), '}']
}

function docOf(schema: NamedSchema, addition = ''): string[] {
  const text = [schema.doc, addition].filter((part) => part).join('\n\n')
  const note = `\`${schema.fullName}\``
  return docComment({ text, note, deprecated: deprecation(schema.props) })
}

function wrap(head: string, texts: readonly string[]): string[] {
  const line = `${head} ${texts.join(' | ')};`
  if (line.length <= 120) return [line]
  return [
    head,
    ...texts.map((text, index) => `  | ${text}${index === texts.length - 1 ? ';' : ''}`),
  ]
}
