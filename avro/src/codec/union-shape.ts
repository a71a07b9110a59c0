import { type Schema, typeName, type UnionSchema } from '../schema.ts'
import type { ValueKind } from './value-kind.ts'
import { type NodeMapping, nodeMapping, type ValueMapping } from './value-mapping.ts'

/** How the values of a union look; decided once for a schema, never by a value. */
export interface UnionShape {
  readonly branches: readonly BranchShape[]
  /** The member that names the branch of a tagged value; `$type` unless a record has that field. */
  readonly tag: string
  /** Whether some branches cannot be told apart by the kinds of their values, nor by marks. */
  readonly isAmbiguous: boolean
}

/** A branch of a union. */
export interface BranchShape {
  readonly schema: BranchSchema
  /** Full name of a named type, else the type. */
  readonly name: string
  readonly kind: ValueKind
  readonly form: BranchForm
}

/** A union holds no union directly. */
export type BranchSchema = Exclude<Schema, UnionSchema>

/**
 * How the values of a branch are marked:
 * - `plain`: not at all.
 * - `tagged-record`: the record's object has the tag as one more member, the first one.
 * - `tagged-value`: `{ [tag]: name, value }`.
 * - `wrapped`: `{ [name]: value }`.
 */
export type BranchForm = 'plain' | 'tagged-record' | 'tagged-value' | 'wrapped'

/** How the values of a union look under a mapping. */
export function unionShape(union: UnionSchema, mapping: ValueMapping): UnionShape {
  const style = mapping.options.unions ?? 'tagged'
  const schemas = union.branches as readonly BranchSchema[]
  const mapped = schemas.map((schema) => nodeMapping(schema, mapping))
  const shared = repeated(mapped.map(({ kind }) => kind))
  const isWrapped =
    style === 'wrapped' && (shared.size > 0 || repeated(schemas.map(avscBucket)).size > 0)
  // A tagged value is an object itself, so that an object beside it needs a tag too.
  const tagged = style === 'tagged' && shared.size > 0 ? new Set(shared).add('object') : NOTHING

  const formOf = (schema: BranchSchema, { kind, conversion }: NodeMapping): BranchForm => {
    if (isWrapped && kind !== 'null') return 'wrapped'
    if (!tagged.has(kind)) return 'plain'
    return schema.type === 'record' && !conversion ? 'tagged-record' : 'tagged-value'
  }
  const branches = schemas.map((schema, index): BranchShape => {
    const node = mapped[index]!
    return { schema, name: typeName(schema), kind: node.kind, form: formOf(schema, node) }
  })
  const tag = tagged.size > 0 ? freeTag(branches) : TAG
  return { branches, tag, isAmbiguous: style === 'plain' && shared.size > 0 }
}

const TAG = '$type'
const NOTHING: ReadonlySet<ValueKind> = new Set()

function repeated<Value>(values: readonly Value[]): Set<Value> {
  return new Set(values.filter((value, index) => values.indexOf(value) !== index))
}

/** What avsc takes for the same kind of value, whatever the logical type. */
function avscBucket({ type }: BranchSchema): string {
  switch (type) {
    case 'int':
    case 'long':
    case 'float':
    case 'double':
      return 'number'
    case 'enum':
      return 'string'
    case 'fixed':
      return 'bytes'
    case 'record':
      return 'map'
    default:
      return type
  }
}

function freeTag(branches: readonly BranchShape[]): string {
  const taken = new Set(
    branches.flatMap(({ schema, form }) =>
      form === 'tagged-record' && schema.type === 'record'
        ? schema.fields.map(({ name }) => name)
        : [],
    ),
  )
  let tag = TAG
  for (let number = 2; taken.has(tag); number++) tag = `${TAG}${number}`
  return tag
}
