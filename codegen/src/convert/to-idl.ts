import { type Json, type JsonNumber, type JsonObject, jsonText } from '@magicbyte/avro'
import { UsageError } from '../inputs/input-error.ts'
import { fullNameOf, PRIMITIVE_TYPES, splitName } from '../inputs/type-names.ts'
import { textMember } from '../inputs/type-survey.ts'
import { commentOf } from './idl-comment.ts'

/** An IDL text and what it could not say. */
export interface IdlText {
  readonly text: string
  readonly notes: readonly string[]
}

/**
 * A schema that stands on its own feet as IDL: a `schema` statement, and the named types in the
 * order of their definition. Read again it means the same, but for docs that no comment can hold,
 * which are noted. Throws UsageError for attributes that IDL has no way to write.
 */
export function toIdl(root: Json): IdlText {
  const definitions: Definition[] = []
  collect(root, '', definitions)
  const isBare = definitions.some(({ namespace }) => namespace === '')
  const common = isBare ? '' : (definitions[0]?.namespace ?? '')
  const printing: Printing = { common, notes: [] }
  const lines = common === '' ? [] : [`namespace ${quotedName(common)};`]
  lines.push(`schema ${typeText(root, '', printing)};`)
  for (const definition of definitions) lines.push('', ...definitionLines(definition, printing))
  return { text: `${lines.join('\n')}\n`, notes: printing.notes }
}

/** A protocol in JSON as IDL, as {@link toIdl} does it with a schema. Throws UsageError. */
export function protocolToIdl(protocol: JsonObject): IdlText {
  const common = textMember(protocol, 'namespace') ?? ''
  const printing: Printing = { common, notes: [] }
  const definitions: Definition[] = []
  collect(protocol.members.get('types'), common, definitions)
  const messages = protocol.members.get('messages')
  const entries = messages?.kind === 'object' ? [...messages.members] : []
  const name = textMember(protocol, 'protocol') ?? ''
  const lines = docLines(protocol, '', name, printing)
  if (common !== '') lines.push(`@namespace(${JSON.stringify(common)})`)
  lines.push(...annotations(protocol, PROTOCOL_KEYS), `protocol ${quotedName(name)} {`)
  for (const definition of definitions) lines.push(...definitionLines(definition, printing), '')
  for (const [key, message] of entries) {
    if (message.kind === 'object') lines.push(...messageLines(key, message, printing))
  }
  return { text: `${lines.join('\n')}\n}\n`, notes: printing.notes }
}

const PROTOCOL_KEYS = new Set(['protocol', 'namespace', 'doc', 'types', 'messages'])
const MESSAGE_KEYS = new Set(['doc', 'request', 'response', 'errors', 'one-way'])

function messageLines(name: string, message: JsonObject, printing: Printing): string[] {
  const { common } = printing
  const response = message.members.get('response')
  const type = response ? typeText(response, common, printing) : 'null'
  const request = message.members.get('request')
  const parameters = (request?.kind === 'array' ? request.items : []).flatMap((field) =>
    field.kind === 'object' ? [parameterText(field, name, printing)] : [],
  )
  const errors = message.members.get('errors')
  const thrown = errors?.kind === 'array' ? errors.items : []
  const names = thrown.map((error) => typeText(error, common, printing)).join(', ')
  const oneWay = message.members.get('one-way')
  const isOneWay = oneWay?.kind === 'boolean' && oneWay.value
  const end = isOneWay ? ' oneway' : names === '' ? '' : ` throws ${names}`
  const marks = annotations(message, MESSAGE_KEYS)
  const head = [...marks, type === 'null' ? 'void' : type, quotedName(name)].join(' ')
  return [...docLines(message, '  ', name, printing), `  ${head}(${parameters.join(', ')})${end};`]
}

function parameterText(field: JsonObject, message: string, printing: Printing): string {
  const docs = docLines(field, '', `${message}.${textMember(field, 'name') ?? ''}`, printing)
  return [...docs, fieldText(field, printing.common, printing)].join('\n    ')
}

interface Definition {
  readonly json: JsonObject
  readonly name: string
  readonly namespace: string
}

interface Printing {
  /** The namespace of the file. */
  readonly common: string
  readonly notes: string[]
}

const NAMED = new Set(['record', 'error', 'enum', 'fixed'])

function collect(json: Json | undefined, enclosing: string, found: Definition[]): void {
  if (json?.kind === 'array') for (const item of json.items) collect(item, enclosing, found)
  if (json?.kind !== 'object') return
  const type = textMember(json, 'type') ?? ''
  collect(json.members.get('items'), enclosing, found)
  collect(json.members.get('values'), enclosing, found)
  if (!NAMED.has(type)) return
  const definition = { json, ...nameOf(json, enclosing) }
  found.push(definition)
  const fields = json.members.get('fields')
  if (fields?.kind !== 'array') return
  for (const field of fields.items) {
    if (field.kind === 'object') collect(field.members.get('type'), definition.namespace, found)
  }
}

function nameOf(json: JsonObject, enclosing: string): { name: string; namespace: string } {
  return splitName(textMember(json, 'name') ?? '', textMember(json, 'namespace') ?? enclosing)
}

function definitionLines({ json, name, namespace }: Definition, printing: Printing): string[] {
  const type = textMember(json, 'type') ?? ''
  const head = [...docLines(json, '', name, printing)]
  if (namespace !== printing.common) head.push(`@namespace(${JSON.stringify(namespace)})`)
  const aliases = json.members.get('aliases')
  if (aliases) head.push(annotation('aliases', aliases))
  head.push(...annotations(json, NAMED_KEYS))
  const title = `${type} ${quotedName(name)}`
  if (type === 'fixed') return [...head, `${title}(${jsonText(json.members.get('size')!)});`]
  if (type === 'enum') {
    const symbols = json.members.get('symbols')
    const names = symbols?.kind === 'array' ? symbols.items.map(symbolText) : []
    const fallback = textMember(json, 'default')
    const end = fallback === undefined ? '' : ` = ${quotedName(fallback)};`
    return [...head, `${title} { ${names.join(', ')} }${end}`]
  }
  const fields = json.members.get('fields')
  const list = fields?.kind === 'array' ? fields.items : []
  const body = list.flatMap((field) =>
    field.kind === 'object' ? fieldLines(field, { name, namespace, printing }) : [],
  )
  return [...head, `${title} {`, ...body, '}']
}

function symbolText(symbol: Json): string {
  return symbol.kind === 'string' ? quotedName(symbol.value) : ''
}

function fieldLines(
  field: JsonObject,
  owner: { readonly name: string; readonly namespace: string; readonly printing: Printing },
): string[] {
  const { namespace, printing } = owner
  const name = `${owner.name}.${textMember(field, 'name') ?? ''}`
  const docs = docLines(field, '  ', name, printing)
  return [...docs, `  ${fieldText(field, namespace, printing)};`]
}

function fieldText(field: JsonObject, namespace: string, printing: Printing): string {
  const type = field.members.get('type')
  const parts = [type ? typeText(type, namespace, printing) : '']
  const order = textMember(field, 'order')
  if (order !== undefined) parts.push(`@order(${JSON.stringify(order)})`)
  const aliases = field.members.get('aliases')
  if (aliases) parts.push(annotation('aliases', aliases))
  parts.push(...annotations(field, FIELD_KEYS), quotedName(textMember(field, 'name') ?? ''))
  const fallback = field.members.get('default')
  if (fallback) parts.push(`= ${jsonText(fallback)}`)
  return parts.join(' ')
}

function typeText(type: Json, namespace: string, printing: Printing): string {
  if (type.kind === 'string') return referenceText(type.value, namespace, printing)
  if (type.kind === 'array') {
    if (type.items.length === 0) throw new UsageError('IDL cannot write a union without branches')
    return `union { ${type.items.map((item) => typeText(item, namespace, printing)).join(', ')} }`
  }
  if (type.kind !== 'object') return ''
  const word = textMember(type, 'type') ?? ''
  if (NAMED.has(word)) {
    const names = nameOf(type, namespace)
    return usedName(fullNameOf(names.name, names.namespace), namespace, printing)
  }
  const short = keywordOf(type, word)
  if (short !== undefined) return short
  const marks = annotations(type, TYPE_KEYS)
  const element = type.members.get(word === 'map' ? 'values' : 'items')
  if (element && (word === 'array' || word === 'map')) {
    return [...marks, `${word}<${typeText(element, namespace, printing)}>`].join(' ')
  }
  const text = referenceText(word, namespace, printing)
  if (marks.length === 0 || PRIMITIVE_TYPES.has(word)) return [...marks, text].join(' ')
  throw new UsageError(`IDL cannot write attributes where the type ${text} is only named`)
}

function referenceText(name: string, namespace: string, printing: Printing): string {
  if (PRIMITIVE_TYPES.has(name)) return name
  return usedName(name.includes('.') ? name : fullNameOf(name, namespace), namespace, printing)
}

/** A type by the shortest name that means it within a namespace. */
function usedName(fullName: string, within: string, { common }: Printing): string {
  const { name, namespace } = splitName(fullName, '')
  if (namespace === '' && within !== '') {
    throw new UsageError(`IDL cannot name ${name}, which has no namespace, within ${within}`)
  }
  return quotedName(namespace === common && within === common ? name : fullName)
}

/** The word that stands for a type with just this logical type; undefined if there is none. */
function keywordOf({ members }: JsonObject, word: string): string | undefined {
  const logical = members.get('logicalType')
  if (logical?.kind !== 'string') return undefined
  const found = members.size === 2 ? KEYWORDS.get(`${word} ${logical.value}`) : undefined
  const precision = members.get('precision')
  const scale = members.get('scale')
  const isDecimal = word === 'bytes' && logical.value === 'decimal' && members.size === 4
  if (!isDecimal || !isCount(precision) || !isCount(scale)) return found
  if (Number(precision.lexeme) < Math.max(1, Number(scale.lexeme))) return undefined
  return `decimal(${jsonText(precision)}, ${jsonText(scale)})`
}

const KEYWORDS: ReadonlyMap<string, string> = new Map([
  ['int date', 'date'],
  ['int time-millis', 'time_ms'],
  ['long timestamp-millis', 'timestamp_ms'],
  ['long local-timestamp-millis', 'local_timestamp_ms'],
  ['string uuid', 'uuid'],
])

function isCount(json: Json | undefined): json is JsonNumber {
  return json?.kind === 'number' && /^\d{1,9}$/.test(json.lexeme)
}

const TYPE_KEYS = new Set(['type', 'items', 'values'])
const FIELD_KEYS = new Set(['name', 'type', 'doc', 'default', 'order', 'aliases'])
const NAMED_KEYS = new Set('type name namespace doc aliases fields symbols default size'.split(' '))

function annotations({ members }: JsonObject, known: ReadonlySet<string>): string[] {
  return [...members].flatMap(([key, value]) => (known.has(key) ? [] : [annotation(key, value)]))
}

function annotation(key: string, value: Json): string {
  if (!/^[\p{L}_][\p{L}\p{Nd}_-]*(\.[\p{L}_][\p{L}\p{Nd}_-]*)*$/u.test(key)) {
    throw new UsageError(`IDL cannot write the attribute ${JSON.stringify(key)}`)
  }
  return `@${backQuoted(key)}(${jsonText(value)})`
}

function docLines(json: JsonObject, indent: string, name: string, { notes }: Printing): string[] {
  const doc = textMember(json, 'doc')
  if (doc === undefined) return []
  const { lines, isExact } = commentOf(doc)
  if (!isExact) notes.push(`no comment can hold the doc of ${name} as it is`)
  return lines.map((line) => `${indent}${line}`)
}

function quotedName(name: string): string {
  if (name.split('.').every((part) => /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(part)))
    return backQuoted(name)
  throw new UsageError(`IDL cannot write the name ${JSON.stringify(name)}`)
}

/** A name with back quotes around the parts that would be words of the language. */
function backQuoted(name: string): string {
  return name
    .split('.')
    .map((part) => (WORDS.has(part) ? `\`${part}\`` : part))
    .join('.')
}

const WORDS = new Set(
  `Infinity NaN array boolean bytes date decimal double enum error false fixed float idl import int local_timestamp_ms
  long map namespace null oneway protocol record schema string throws time_ms timestamp_ms true union
  uuid void`.split(/\s+/),
)
