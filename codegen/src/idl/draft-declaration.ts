import {
  type Definition,
  type Draft,
  type DraftContext,
  type DraftMember,
  joinName,
  jsonDraft,
  type MessageDraft,
  splitName,
  textDraft,
} from './draft.ts'
import { sortAnnotations, withScale } from './draft-annotations.ts'
import { draftType } from './draft-type.ts'
import type {
  Declaration,
  EnumNode,
  FieldNode,
  FixedNode,
  Identifier,
  MessageNode,
  NamedTypeNode,
  ProtocolTree,
  RecordNode,
  ValueNode,
} from './tree.ts'

/** The definition that a type's declaration in a namespace amounts to. */
export function draftNamedType(
  context: DraftContext,
  node: NamedTypeNode,
  enclosing: string,
): Definition {
  const { source } = context
  const target = node.kind === 'enum' ? 'enum' : 'named'
  const annotations = sortAnnotations(context, node.annotations, target)
  const { name, namespace } = splitName(node.name.text, annotations.namespace ?? enclosing)
  checkTypeName(context, node.name, name)
  const own =
    node.kind === 'enum'
      ? draftEnum(context, node)
      : node.kind === 'fixed'
        ? draftFixed(context, node)
        : draftRecord(context, node, namespace)
  const props =
    node.kind === 'fixed' && node.size.json.kind === 'number'
      ? withScale(annotations.props, {
          type: 'fixed',
          name: 'F',
          size: Number(node.size.json.lexeme),
        })
      : annotations.props
  return {
    fullName: joinName(name, namespace),
    name,
    namespace,
    type: node.kind,
    members: [...docMember(context, node), ...own, ...annotations.members, ...props],
    symbolDocs: node.kind === 'enum' ? symbolDocs(node) : NO_DOCS,
    source,
    span: node,
    nameSpan: node.name,
  }
}

/** A protocol without its members. */
export interface ProtocolHead {
  readonly name: string
  readonly namespace: string
  /** Documentation and attributes. */
  readonly members: readonly DraftMember[]
}

/** What a protocol's declaration amounts to but for its members. */
export function draftProtocolHead(context: DraftContext, node: ProtocolTree): ProtocolHead {
  const annotations = sortAnnotations(context, node.annotations, 'protocol')
  const { name, namespace } = splitName(node.name.text, annotations.namespace ?? '')
  checkTypeName(context, node.name, name)
  return { name, namespace, members: [...docMember(context, node), ...annotations.props] }
}

/** The message a declaration in a protocol's namespace amounts to. */
export function draftMessage(
  context: DraftContext,
  node: MessageNode,
  namespace: string,
): MessageDraft {
  const { source, problems } = context
  const { props } = sortAnnotations(context, node.annotations, 'message')
  const request = node.parameters.map((parameter) => draftField(context, parameter, namespace))
  const response = node.result
    ? draftType(context, node.result, namespace)
    : textDraft(source, node.name, 'null')
  const returnsNull =
    !node.result ||
    (node.result.kind === 'primitive' && node.result.word === 'null' && !node.result.isNullable)
  if (node.isOneWay && !returnsNull) {
    const message = `The one-way message ${node.name.text} has to return void`
    problems.error(source, node.result ?? node.name, 'IDL_MESSAGE', message)
  }
  const members: DraftMember[] = [
    ...docMember(context, node),
    ...props,
    ['request', { kind: 'list', source, span: node, items: request }],
    ['response', response],
  ]
  if (node.errors.length > 0) {
    const items = node.errors.map((error): Draft => {
      const names = [error.text.includes('.') ? error.text : joinName(error.text, namespace)]
      return { kind: 'reference', source, span: error, names }
    })
    members.push(['errors', { kind: 'list', source, span: node, items }])
  }
  if (node.isOneWay) {
    const json = { kind: 'boolean', at: node.name.offset, value: true } as const
    members.push(['one-way', jsonDraft(source, json)])
  }
  return { name: node.name.text, nameSpan: node.name, source, members }
}

const NO_DOCS: ReadonlyMap<string, string> = new Map()

/** Words of the language that Avro Java does not let types have as names, not even in quotes. */
const FORBIDDEN_NAMES: ReadonlySet<string> = new Set([
  'boolean',
  'int',
  'long',
  'float',
  'double',
  'bytes',
  'string',
  'null',
  'date',
  'time_ms',
  'timestamp_ms',
  'localtimestamp_ms',
  'uuid',
])

function checkTypeName(context: DraftContext, identifier: Identifier, name: string): void {
  if (!FORBIDDEN_NAMES.has(name)) return
  const message = `${name} cannot be the name of a type or protocol`
  context.problems.error(context.source, identifier, 'INVALID_NAME', message)
}

function docMember({ source }: DraftContext, { doc, name }: Declaration): DraftMember[] {
  return doc === undefined ? [] : [['doc', textDraft(source, name, doc)]]
}

function draftRecord(context: DraftContext, node: RecordNode, namespace: string): DraftMember[] {
  const items = node.fields.map((field) => draftField(context, field, namespace))
  return [['fields', { kind: 'list', source: context.source, span: node.name, items }]]
}

function draftField(context: DraftContext, node: FieldNode, namespace: string): Draft {
  const { source } = context
  const { props, members } = sortAnnotations(context, node.annotations, 'field')
  const fallback = node.default
  if (fallback) checkSpecialNumber(context, node, fallback)
  const all: DraftMember[] = [
    ['name', textDraft(source, node.name, node.name.text)],
    ['type', draftType(context, node.type, namespace, fallback)],
    ...docMember(context, node),
  ]
  if (fallback) all.push(['default', { ...jsonDraft(source, fallback.json), span: fallback }])
  return { kind: 'object', source, span: node.name, members: [...all, ...members, ...props] }
}

/** In JSON they are strings, which other types would take. */
function checkSpecialNumber(
  { problems, source }: DraftContext,
  { name, type }: FieldNode,
  { json, ...span }: ValueNode,
): void {
  const isSpecial = json.kind === 'number' && /[NI]/.test(json.lexeme)
  if (!isSpecial || type.kind !== 'primitive' || /^(float|double)$/.test(type.word)) return
  const message = `The default of ${name.text} is a number that only float and double have`
  problems.error(source, span, 'INVALID_DEFAULT', message)
}

function draftEnum({ source }: DraftContext, node: EnumNode): DraftMember[] {
  const items = node.symbols.map(({ name }) => textDraft(source, name, name.text))
  const members: DraftMember[] = [['symbols', { kind: 'list', source, span: node.name, items }]]
  const fallback = node.default
  if (fallback) members.push(['default', textDraft(source, fallback, fallback.text)])
  return members
}

function draftFixed({ source }: DraftContext, { size }: FixedNode): DraftMember[] {
  return [['size', { kind: 'json', source, span: size, json: size.json }]]
}

function symbolDocs({ symbols }: EnumNode): ReadonlyMap<string, string> {
  const docs = new Map<string, string>()
  for (const { name, doc } of symbols) if (doc !== undefined) docs.set(name.text, doc)
  return docs
}
