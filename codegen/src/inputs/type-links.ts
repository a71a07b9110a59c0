import type { TypeTable } from './type-table.ts'
import { isError, type Unit } from './unit.ts'

/** What a name in a file means, and the file whose definition counts; undefined if there is none. */
export interface TypeLink {
  readonly fullName: string | undefined
  readonly home: Unit | undefined
}

/** The links of all names of types that a file uses, in the order of the text. */
export function linksOf(unit: Unit, table: TypeTable): readonly TypeLink[] {
  if (unit.isAlone || unit.problems.some(isError)) return []
  return unit.survey().uses.map((use) => {
    const fullName = table.resolve(unit, use)
    return {
      fullName,
      home: fullName === undefined ? undefined : table.home(unit, fullName)?.unit,
    }
  })
}

/**
 * The files that have to be looked at again: those that are new, that have names whose links differ
 * from before or lead nowhere, and all that refer to one of them, directly or not.
 */
export function findStale(
  links: ReadonlyMap<Unit, readonly TypeLink[]>,
  linksBefore: (unit: Unit) => readonly TypeLink[] | undefined,
): ReadonlySet<Unit> {
  const stale = new Set<Unit>()
  const users = new Map<Unit, Unit[]>()
  for (const [unit, own] of links) {
    const before = linksBefore(unit)
    if (!before || !own.every((link, index) => isSame(link, before[index]!))) stale.add(unit)
    for (const { home } of own) {
      if (!home || home === unit) continue
      const known = users.get(home)
      if (known) known.push(unit)
      else users.set(home, [unit])
    }
  }
  // What is added meanwhile is gone through as well.
  for (const unit of stale) for (const user of users.get(unit) ?? []) stale.add(user)
  return stale
}

/** Hints for a name that leads nowhere come from all types there are. */
function isSame({ fullName, home }: TypeLink, before: TypeLink): boolean {
  return fullName !== undefined && fullName === before.fullName && home === before.home
}
