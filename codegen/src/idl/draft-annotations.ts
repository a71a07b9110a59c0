import { logicalTypeOf, parseSchema } from '@magicbyte/avro'
import { type DraftContext, type DraftMember, jsonDraft, numberDraft } from './draft.ts'
import type { Annotation } from './tree.ts'

/** What annotations stand at. */
export type AnnotationTarget = 'protocol' | 'message' | 'named' | 'enum' | 'field' | 'type'

/** What annotations say. */
export interface Annotations {
  /** Those that are attributes of their own, each name once. */
  readonly props: readonly DraftMember[]
  readonly namespace: string | undefined
  /** Members for aliases and order, as far as there are some. */
  readonly members: readonly DraftMember[]
}

/**
 * Sorts the annotations of a target: some have a meaning there, the others become attributes.
 * Values that make no sense and names of attributes that Avro sets itself are reported.
 */
export function sortAnnotations(
  context: DraftContext,
  annotations: readonly Annotation[],
  target: AnnotationTarget,
): Annotations {
  const { source, problems } = context
  const props = new Map<string, DraftMember>()
  const members = new Map<string, DraftMember>()
  const seen = new Set<string>()
  let namespace: string | undefined
  for (const annotation of annotations) {
    const { name, value } = annotation
    const key = name.text
    if (seen.has(key)) {
      const message = `Only the last @${key} counts`
      problems.warning(source, annotation, 'IDL_ANNOTATION_REPEATED', message)
    }
    seen.add(key)
    const special = SPECIAL[target].includes(key) ? key : undefined
    const complaint = complaintAbout(annotation, target, special)
    if (complaint) {
      const { message, hint } = complaint
      problems.error(source, annotation, 'IDL_ANNOTATION', message, { hint })
    } else if (special === 'namespace') {
      namespace = value.json.kind === 'string' ? value.json.value : undefined
    } else if (special === 'order') {
      const order = value.json.kind === 'string' ? value.json.value.toLowerCase() : ''
      const json = { ...value.json, kind: 'string', value: order } as const
      if (order === 'ascending') members.delete(key)
      else members.set(key, [key, { ...jsonDraft(source, json), span: value }])
    } else {
      const draft = { ...jsonDraft(source, value.json), span: value }
      if (special === 'aliases') members.set(key, [key, draft])
      else props.set(key, [key, draft])
      if (target === 'type' && key === 'order') {
        const message = '@order before a type is an attribute of the type and does not sort'
        const hint = 'Put it between the type and the name of the field'
        problems.warning(source, annotation, 'IDL_ANNOTATION_LOST', message, { hint })
      }
    }
  }
  return { props: [...props.values()], namespace, members: [...members.values()] }
}

/**
 * The attributes of a type with the scale that Avro Java gives a decimal without one; `base` are
 * the attributes that make it a type.
 */
export function withScale(
  props: readonly DraftMember[],
  base: Readonly<Record<string, string | number>>,
): readonly DraftMember[] {
  const found = new Map(props)
  const logicalType = found.get('logicalType')
  const precision = found.get('precision')
  if (logicalType?.kind !== 'json' || precision?.kind !== 'json' || found.has('scale')) return props
  if (logicalType.json.kind !== 'string' || precision.json.kind !== 'number') return props
  const type = { ...base, logicalType: logicalType.json.value, precision: 0 }
  const text = JSON.stringify(type).replace(/0\}$/, `${precision.json.lexeme}}`)
  try {
    if (logicalTypeOf(parseSchema(text).root)?.name !== 'decimal') return props
  } catch {
    // What is wrong with the type is reported when it is checked.
    return props
  }
  const { source, span } = precision
  return [...props, ['scale', numberDraft(source, span, '0')]]
}

/** The annotations with a meaning of their own. */
const SPECIAL: Readonly<Record<AnnotationTarget, readonly string[]>> = {
  protocol: ['namespace'],
  message: [],
  named: ['namespace', 'aliases'],
  enum: ['namespace', 'aliases'],
  field: ['aliases', 'order'],
  type: [],
}

const SCHEMA_KEYS = [
  'aliases',
  'doc',
  'fields',
  'items',
  'name',
  'namespace',
  'size',
  'symbols',
  'type',
  'values',
]

/** The attributes that Avro sets itself, which Avro Java does not let anyone else set. */
const RESERVED: Readonly<Record<AnnotationTarget, ReadonlySet<string>>> = {
  protocol: new Set(['doc', 'errors', 'messages', 'namespace', 'protocol', 'types']),
  message: new Set(['doc', 'errors', 'one-way', 'request', 'response']),
  named: new Set(SCHEMA_KEYS),
  enum: new Set([...SCHEMA_KEYS, 'default']),
  field: new Set(['aliases', 'default', 'doc', 'name', 'order', 'type']),
  type: new Set(SCHEMA_KEYS),
}

const ORDERS: ReadonlySet<string> = new Set(['ascending', 'descending', 'ignore'])

function complaintAbout(
  { name, value: { json } }: Annotation,
  target: AnnotationTarget,
  special: string | undefined,
): { message: string; hint?: string } | undefined {
  switch (special) {
    case 'namespace':
      return json.kind === 'string' ? undefined : { message: '@namespace needs a string' }
    case 'aliases': {
      const areTexts = json.kind === 'array' && json.items.every(({ kind }) => kind === 'string')
      return areTexts ? undefined : { message: '@aliases needs a list of strings' }
    }
    case 'order': {
      const isOrder = json.kind === 'string' && ORDERS.has(json.value.toLowerCase())
      return isOrder ? undefined : { message: '@order needs "ascending", "descending" or "ignore"' }
    }
    default:
      return RESERVED[target].has(name.text) ? reservedComplaint(name.text, target) : undefined
  }
}

function reservedComplaint(key: string, target: AnnotationTarget) {
  const message = `An annotation cannot set the attribute "${key}"`
  if (key === 'doc') return { message, hint: 'Write a comment: /** … */' }
  if (key === 'aliases' && target === 'type') {
    return { message, hint: 'Put it between the type and the name of the field' }
  }
  return { message }
}
