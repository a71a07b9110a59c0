import { mergeFields, type Shape } from './shape.ts'
import { createTypeNames, isAvroName } from './type-names.ts'

/** How a schema is made of samples. */
export interface DeriveOptions {
  /** Name of the outermost record. */
  readonly name: string
  readonly namespace: string | undefined
  /** Whether every field may be missing. */
  readonly allOptional: boolean
  /**
   * `safe` guesses only what stays a text in Avro's JSON encoding, which is `uuid`; `all` also
   * dates and timestamps, which are numbers there.
   */
  readonly logicalTypes: 'none' | 'safe' | 'all'
}

/** A schema, and what the samples did not show. */
export interface DerivedSchema {
  readonly schema: AvroJson
  readonly notes: readonly string[]
}

/** A schema as JSON. */
export type AvroJson = string | readonly AvroJson[] | { readonly [key: string]: unknown }

/**
 * A schema that all samples fit: integers become `long`, other numbers `double`, objects records,
 * or maps where a key is no name in Avro. A field that is missing or null somewhere becomes a union
 * with null, and null its default.
 */
export function deriveSchema(shape: Shape, options: DeriveOptions): DerivedSchema {
  const notes: string[] = []
  const derivation = { options, notes, names: createTypeNames() }
  return { schema: typeOf(derivation, shape, { name: options.name, path: '$' }), notes }
}

interface Derivation {
  readonly options: DeriveOptions
  readonly notes: string[]
  readonly names: ReturnType<typeof createTypeNames>
}

/** Where in the samples a type is, and what it would be called. */
interface At {
  readonly name: string
  readonly path: string
}

function typeOf(derivation: Derivation, shape: Shape, at: At): AvroJson {
  const branches = branchesOf(derivation, shape, at)
  const all = shape.nulls > 0 ? ['null', ...branches] : branches
  if (all.length === 1 && all[0] === 'null') derivation.notes.push(`${at.path} is always null`)
  return all.length === 1 ? all[0]! : all
}

function branchesOf(derivation: Derivation, shape: Shape, at: At): AvroJson[] {
  const { options } = derivation
  const branches: AvroJson[] = []
  if (shape.booleans > 0) branches.push('boolean')
  if (shape.decimals > 0) branches.push('double')
  else if (shape.integers > 0) branches.push('long')
  if (shape.texts > 0) branches.push(textType(shape, options.logicalTypes))
  if (shape.arrays > 0) branches.push({ type: 'array', items: itemType(derivation, shape, at) })
  if (shape.objects > 0) branches.push(objectType(derivation, shape, at))
  return withoutTwins(branches)
}

function textType({ formats }: Shape, guesses: DeriveOptions['logicalTypes']): AvroJson {
  if (guesses !== 'none' && formats?.has('uuid')) return { type: 'string', logicalType: 'uuid' }
  if (guesses !== 'all') return 'string'
  if (formats?.has('date')) return { type: 'int', logicalType: 'date' }
  if (formats?.has('timestamp')) return { type: 'long', logicalType: 'timestamp-millis' }
  return 'string'
}

/** A union has every type once; a guess that clashes with what is there is given up. */
function withoutTwins(branches: readonly AvroJson[]): AvroJson[] {
  const kinds = new Set<unknown>()
  return branches.map((branch) => {
    const kind = kindOf(branch)
    if (!kinds.has(kind)) {
      kinds.add(kind)
      return branch
    }
    kinds.add('string')
    return 'string'
  })
}

function kindOf(branch: AvroJson): unknown {
  return typeof branch === 'object' && 'type' in branch ? branch.type : branch
}

function itemType(derivation: Derivation, { items }: Shape, at: At): AvroJson {
  const path = `${at.path}[]`
  if (items) return typeOf(derivation, items, { name: at.name, path })
  derivation.notes.push(`${path} has no item in any sample`)
  return 'null'
}

function objectType(derivation: Derivation, shape: Shape, at: At): AvroJson {
  const { options, names } = derivation
  const isMap = [...shape.fields.keys()].some((name) => !isAvroName(name))
  if (isMap) {
    const path = `${at.path}{}`
    return { type: 'map', values: typeOf(derivation, mergeFields(shape), { name: at.name, path }) }
  }
  const isRoot = at.path === '$'
  const name = names.take(at.name)
  const fields = [...shape.fields].map(([fieldName, field]) =>
    fieldOf(derivation, shape, { name: fieldName, shape: field, path: `${at.path}.${fieldName}` }),
  )
  const { namespace } = options
  return { type: 'record', name, ...(isRoot && namespace !== undefined && { namespace }), fields }
}

function fieldOf(
  derivation: Derivation,
  owner: Shape,
  { name, shape, path }: { readonly name: string; readonly shape: Shape; readonly path: string },
): object {
  const type = typeOf(derivation, shape, { name: derivation.names.fromField(name), path })
  const isOptional =
    derivation.options.allOptional || shape.nulls > 0 || shape.count < owner.objects
  if (!isOptional) return { name, type }
  if (type === 'null') return { name, type, default: null }
  const branches = Array.isArray(type) ? type.filter((branch) => branch !== 'null') : [type]
  return { name, type: ['null', ...branches], default: null }
}
