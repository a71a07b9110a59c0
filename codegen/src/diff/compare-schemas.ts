import type { NamedSchema, ParsedSchema, Schema } from '@magicbyte/avro'
import { breakagesBetween } from './breakage.ts'
import type { Breakage, Change } from './change.ts'
import { compareNamed } from './compare-types.ts'
import { logicalSuffix, typeLabel } from './type-label.ts'

/** What differs between two schemas, and whether all of one can be read with the other. */
export interface Comparison {
  readonly changes: readonly Change[]
  /** The levels at which the new schema may not follow the old one. */
  readonly breaks: readonly Breakage[]
}

/** Compares what two schemas mean; layout, and where types are defined, do not matter. */
export function compareSchemas(oldSchema: ParsedSchema, newSchema: ParsedSchema): Comparison {
  const changes: Change[] = []
  const [oldRoot, newRoot] = [oldSchema.root, newSchema.root]
  const oldTypes = reachableTypes(oldRoot)
  const newTypes = reachableTypes(newRoot)
  const partners = pairTypes(oldTypes, newTypes)
  const rootLabels = [rootLabel(oldRoot), rootLabel(newRoot)]
  const arePartners = 'fullName' in newRoot && partners.get(newRoot) === oldRoot
  if (!arePartners && rootLabels[0] !== rootLabels[1]) {
    changes.push({
      kind: 'ROOT_CHANGED',
      subject: 'schema',
      message: `${rootLabels.join(' became ')}`,
      breaks: breakagesBetween(oldRoot, newRoot),
      oldAt: oldRoot.at,
      newAt: newRoot.at,
    })
  }
  for (const type of newTypes.values()) {
    const partner = partners.get(type)
    if (partner) changes.push(...compareNamed(partner, type))
    else changes.push(typeChange('TYPE_ADDED', type, { newAt: type.at }))
  }
  const paired = new Set(partners.values())
  for (const type of oldTypes.values()) {
    if (!paired.has(type)) changes.push(typeChange('TYPE_REMOVED', type, { oldAt: type.at }))
  }
  return { changes, breaks: breakagesBetween(oldRoot, newRoot) }
}

function rootLabel(root: Schema): string {
  return 'fullName' in root
    ? `${root.type} ${root.fullName}`
    : typeLabel(root) + logicalSuffix(root)
}

function typeChange(
  kind: 'TYPE_ADDED' | 'TYPE_REMOVED',
  type: NamedSchema,
  places: { readonly oldAt?: number; readonly newAt?: number },
): Change {
  return { kind, subject: type.fullName, message: type.type, breaks: [], ...places }
}

/** The named types that a schema leads to, by full name, in the order of their first use. */
function reachableTypes(root: Schema): Map<string, NamedSchema> {
  const types = new Map<string, NamedSchema>()
  const pending = [root]
  for (let next = pending.pop(); next; next = pending.pop()) {
    if ('fullName' in next) {
      if (types.has(next.fullName)) continue
      types.set(next.fullName, next)
    }
    if (next.type === 'record') {
      for (const field of next.fields.toReversed()) pending.push(field.type)
    } else if (next.type === 'union') {
      pending.push(...next.branches.toReversed())
    } else if (next.type === 'array') {
      pending.push(next.items)
    } else if (next.type === 'map') {
      pending.push(next.values)
    }
  }
  return types
}

/** The old type of each new one: of the same full name, or else one that an alias names. */
function pairTypes(
  oldTypes: ReadonlyMap<string, NamedSchema>,
  newTypes: ReadonlyMap<string, NamedSchema>,
): Map<NamedSchema, NamedSchema> {
  const partners = new Map<NamedSchema, NamedSchema>()
  for (const type of newTypes.values()) {
    const alias = type.aliases.find((name) => oldTypes.has(name) && !newTypes.has(name))
    const partner = oldTypes.get(type.fullName) ?? oldTypes.get(alias ?? '')
    if (partner) partners.set(type, partner)
  }
  return partners
}
