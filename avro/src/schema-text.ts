import type { Json } from './json.ts'
import { jsonText, quoted } from './json-text.ts'
import { splitName, TYPE_WORDS } from './names.ts'
import type {
  EnumSchema,
  Field,
  FixedSchema,
  NamedSchema,
  Props,
  RecordSchema,
  Schema,
} from './schema.ts'
import { isStandIn } from './stand-in.ts'

/** What is printed for the parts of a schema that have no fixed form. */
export interface TextStyle {
  readonly props: (owner: Schema | Field) => Props
  readonly defaultOf: (field: Field) => Json | undefined
  readonly docOf: (type: NamedSchema) => string | undefined
  readonly aliasesOf: (owner: NamedSchema | Field) => readonly string[]
}

/** The style of Avro Java's `Schema.toString`: everything as it was read. */
export const AS_READ: TextStyle = {
  props: (owner) => owner.props,
  defaultOf: (field) => field.default,
  docOf: (type) => type.doc,
  aliasesOf: (owner) => owner.aliases,
}

/**
 * Compact JSON in which every named type is defined at its first use and named at the others,
 * member by member as Avro Java prints it. The types in `known` are never defined, only named.
 */
export function schemaText(
  schema: Schema,
  known: Iterable<string> = [],
  style: TextStyle = AS_READ,
): string {
  const printing: Printing = { defined: new Set(known), style, out: '' }
  printSchema(printing, schema, '')
  return printing.out
}

interface Printing {
  /** Full names of the types that are only named from now on. */
  readonly defined: Set<string>
  readonly style: TextStyle
  out: string
}

function printSchema(printing: Printing, schema: Schema, enclosing: string): void {
  switch (schema.type) {
    case 'union':
      printing.out += '['
      for (const [index, branch] of schema.branches.entries()) {
        if (index > 0) printing.out += ','
        printSchema(printing, branch, enclosing)
      }
      printing.out += ']'
      break
    case 'array':
      printing.out += '{"type":"array","items":'
      printSchema(printing, schema.items, enclosing)
      printProps(printing, schema)
      printing.out += '}'
      break
    case 'map':
      printing.out += '{"type":"map","values":'
      printSchema(printing, schema.values, enclosing)
      printProps(printing, schema)
      printing.out += '}'
      break
    case 'record':
    case 'enum':
    case 'fixed':
      printNamed(printing, schema, enclosing)
      break
    default:
      if (schema.props.size === 0) {
        printing.out += `"${schema.type}"`
      } else {
        printing.out += `{"type":"${schema.type}"`
        printProps(printing, schema)
        printing.out += '}'
      }
  }
}

function printNamed(printing: Printing, type: NamedSchema, enclosing: string): void {
  const { fullName, namespace } = type
  if (isStandIn(type) || printing.defined.has(fullName)) {
    printing.out += quoted(shortestName(fullName, enclosing))
    return
  }
  printing.defined.add(fullName)
  const keyword = type.type === 'record' && type.isError ? 'error' : type.type
  printing.out += `{"type":"${keyword}","name":${quoted(type.name)}`
  if (namespace !== enclosing) printing.out += `,"namespace":${quoted(namespace)}`
  const doc = printing.style.docOf(type)
  if (doc !== undefined) printing.out += `,"doc":${quoted(doc)}`
  printBody(printing, type)
  printProps(printing, type)
  const aliases = printing.style.aliasesOf(type)
  if (aliases.length > 0) {
    printing.out += `,"aliases":${quotedList(aliases.map((alias) => shortestName(alias, namespace)))}`
  }
  printing.out += '}'
}

function printBody(printing: Printing, type: RecordSchema | EnumSchema | FixedSchema): void {
  switch (type.type) {
    case 'record':
      printing.out += ',"fields":['
      for (const [index, field] of type.fields.entries()) {
        if (index > 0) printing.out += ','
        printField(printing, field, type.namespace)
      }
      printing.out += ']'
      break
    case 'enum':
      printing.out += `,"symbols":${quotedList(type.symbols)}`
      if (type.default !== undefined) printing.out += `,"default":${quoted(type.default)}`
      break
    case 'fixed':
      printing.out += `,"size":${type.size}`
  }
}

function printField(printing: Printing, field: Field, enclosing: string): void {
  printing.out += `{"name":${quoted(field.name)},"type":`
  printSchema(printing, field.type, enclosing)
  if (field.doc !== undefined) printing.out += `,"doc":${quoted(field.doc)}`
  const defaultValue = printing.style.defaultOf(field)
  if (defaultValue) printing.out += `,"default":${jsonText(defaultValue)}`
  if (field.order !== 'ascending') printing.out += `,"order":"${field.order}"`
  const aliases = printing.style.aliasesOf(field)
  if (aliases.length > 0) printing.out += `,"aliases":${quotedList(aliases)}`
  printProps(printing, field)
  printing.out += '}'
}

function printProps(printing: Printing, owner: Schema | Field): void {
  for (const [key, value] of printing.style.props(owner)) {
    printing.out += `,${quoted(key)}:${jsonText(value)}`
  }
}

/**
 * The simple name where it means the type: inside its namespace, unless it is a word for a type.
 */
function shortestName(fullName: string, enclosing: string): string {
  const { name, namespace } = splitName(fullName, '')
  return namespace !== '' && namespace === enclosing && !TYPE_WORDS.has(name) ? name : fullName
}

function quotedList(values: readonly string[]): string {
  return `[${values.map(quoted).join(',')}]`
}
