import { fullNameOf } from './type-names.ts'
import type { DefinitionSite, NameUse } from './type-survey.ts'
import type { Unit } from './unit.ts'

/** Where a named type is defined. */
export interface TypeHome {
  readonly unit: Unit
  readonly site: DefinitionSite
}

/** The named types of all files. */
export interface TypeTable {
  /** The files that define a type, in their order, by its full name. */
  readonly definers: ReadonlyMap<string, readonly Unit[]>
  /** The full name that a use means: the file's own types come first, then the namespace's. */
  readonly resolve: (unit: Unit, use: NameUse) => string | undefined
  /** The definition that counts for a file: its own, or that of the first file that has one. */
  readonly home: (unit: Unit, fullName: string) => TypeHome | undefined
}

/** The types that files define. */
export function createTypeTable(units: readonly Unit[]): TypeTable {
  const definers = new Map<string, Unit[]>()
  for (const unit of units) {
    for (const fullName of unit.defines) {
      const known = definers.get(fullName)
      if (known) known.push(unit)
      else definers.set(fullName, [unit])
    }
  }

  function resolve(unit: Unit, { name, namespace }: NameUse): string | undefined {
    const fullName = fullNameOf(name, namespace)
    if (unit.defines.has(fullName)) return fullName
    if (unit.defines.has(name)) return name
    if (definers.has(fullName)) return fullName
    return definers.has(name) ? name : undefined
  }

  function home(unit: Unit, fullName: string): TypeHome | undefined {
    const owner = unit.defines.has(fullName) ? unit : definers.get(fullName)?.[0]
    const site = owner && siteOf(owner, fullName)
    return site && { unit: owner, site }
  }

  return { definers, resolve, home }
}

/** The first definition of a type in a file. */
export function siteOf(unit: Unit, fullName: string): DefinitionSite | undefined {
  let sites = sitesByUnit.get(unit)
  if (!sites) {
    sites = new Map()
    for (const site of unit.survey().definitions) {
      if (!sites.has(site.fullName)) sites.set(site.fullName, site)
    }
    sitesByUnit.set(unit, sites)
  }
  return sites.get(fullName)
}

const sitesByUnit = new WeakMap<Unit, Map<string, DefinitionSite>>()
