import {
  type Draft,
  type DraftContext,
  type DraftMember,
  joinName,
  type ObjectDraft,
  textDraft,
} from './draft.ts'
import { sortAnnotations, withScale } from './draft-annotations.ts'
import type { PrimitiveNode, TypeNode, ValueNode } from './tree.ts'

/**
 * The schema of a type used in a namespace. A type that may be null by `?` has null first, unless
 * it belongs to a field whose default is something else.
 */
export function draftType(
  context: DraftContext,
  node: TypeNode,
  namespace: string,
  fallback?: ValueNode,
): Draft {
  const { source } = context
  const type = draftBareType(context, node, namespace)
  if (!node.isNullable) return type
  const empty = textDraft(source, node, 'null')
  const nullLast = fallback !== undefined && fallback.json.kind !== 'null'
  return { kind: 'list', source, span: node, items: nullLast ? [type, empty] : [empty, type] }
}

/** The words for types with a logical type. */
const LOGICAL_TYPES: ReadonlyMap<string, readonly [type: string, logicalType: string]> = new Map([
  ['date', ['int', 'date']],
  ['time_ms', ['int', 'time-millis']],
  ['timestamp_ms', ['long', 'timestamp-millis']],
  ['local_timestamp_ms', ['long', 'local-timestamp-millis']],
  ['uuid', ['string', 'uuid']],
  ['decimal', ['bytes', 'decimal']],
])

/** For words that are no types unless something follows, or that other languages have. */
const WORD_HINTS: ReadonlyMap<string, string> = new Map([
  ['array', 'Write array<type>'],
  ['map', 'Write map<type>; its keys are strings'],
  ['union', 'Write union { type, type }'],
  ['decimal', 'Write decimal(precision, scale)'],
  ['void', 'Only the result of a message can be void; otherwise use null'],
  ['time_us', 'Write @logicalType("time-micros") long'],
  ['timestamp_us', 'Write @logicalType("timestamp-micros") long'],
  ['integer', 'Write int'],
  ['bool', 'Write boolean'],
  ['String', 'Write string'],
])

function draftBareType(context: DraftContext, node: TypeNode, namespace: string): Draft {
  const { source, problems } = context
  switch (node.kind) {
    case 'primitive':
      return draftPrimitive(context, node)
    case 'reference': {
      const [annotation] = node.annotations
      if (annotation) {
        const message = 'A reference to a type may not be annotated'
        const hint = 'Annotate the type itself, or the field: between its type and its name'
        problems.error(source, annotation, 'IDL_ANNOTATION', message, { hint })
      }
      const { text, isQuoted } = node.name
      const names = [text.includes('.') ? text : joinName(text, namespace)]
      const hint = isQuoted ? undefined : WORD_HINTS.get(text)
      const reference = { kind: 'reference', source, span: node.name, names } as const
      return hint === undefined ? reference : { ...reference, hint }
    }
    case 'array':
    case 'map': {
      const { props } = sortAnnotations(context, node.annotations, 'type')
      const element = draftType(context, node.element, namespace)
      const key = node.kind === 'array' ? 'items' : 'values'
      return object(context, node, [typeMember(context, node, node.kind), [key, element], ...props])
    }
    case 'union': {
      for (const annotation of node.annotations) {
        const message = `Schemas have no place for @${annotation.name.text} of a union`
        const hint = 'Annotate a type in the union, or the field: between its type and its name'
        problems.warning(source, annotation, 'IDL_ANNOTATION_LOST', message, { hint })
      }
      const items = node.branches.map((branch) => draftType(context, branch, namespace))
      return { kind: 'list', source, span: node, items }
    }
  }
}

function draftPrimitive(context: DraftContext, node: PrimitiveNode): Draft {
  const { source, problems } = context
  const { props } = sortAnnotations(context, node.annotations, 'type')
  const logical = LOGICAL_TYPES.get(node.word)
  if (!logical) {
    if (props.length === 0) return textDraft(source, node, node.word)
    const members = withScale(props, { type: node.word })
    return object(context, node, [typeMember(context, node, node.word), ...members])
  }
  const [type, logicalType] = logical
  const given: DraftMember[] = [['logicalType', textDraft(source, node, logicalType)]]
  if (node.precision) given.push(...draftDecimal(context, node, node.precision))
  const keys = new Map(given)
  for (const annotation of node.annotations) {
    const key = annotation.name.text
    if (!keys.has(key)) continue
    const message = `${node.word} sets the attribute "${key}" itself`
    problems.error(source, annotation, 'IDL_ANNOTATION', message)
  }
  return object(context, node, [typeMember(context, node, type), ...given, ...props])
}

function draftDecimal(
  { source, problems }: DraftContext,
  { scale, ...node }: PrimitiveNode,
  precision: ValueNode,
): DraftMember[] {
  const digits = numberOf(precision)
  const decimals = scale ? numberOf(scale) : 0
  if (digits < 1 || digits >= 2 ** 31) {
    problems.error(source, precision, 'IDL_SYNTAX', 'The precision of a decimal is 1 or more')
  } else if (decimals < 0 || decimals > digits) {
    const message = 'The scale of a decimal is neither negative nor greater than its precision'
    problems.error(source, scale ?? node, 'IDL_SYNTAX', message)
  }
  const zero = { kind: 'number', at: precision.offset, lexeme: '0' } as const
  return [
    ['precision', { kind: 'json', source, span: precision, json: precision.json }],
    ['scale', { kind: 'json', source, span: scale ?? precision, json: scale?.json ?? zero }],
  ]
}

function numberOf({ json }: ValueNode): number {
  return json.kind === 'number' ? Number(json.lexeme) : Number.NaN
}

function typeMember({ source }: DraftContext, span: TypeNode, type: string): DraftMember {
  return ['type', textDraft(source, span, type)]
}

function object(
  { source }: DraftContext,
  span: TypeNode,
  members: readonly DraftMember[],
): ObjectDraft {
  return { kind: 'object', source, span, members }
}
