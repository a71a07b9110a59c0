import type { Definition, Draft, ReferenceDraft } from './draft.ts'

/**
 * The definitions with those a type uses before it, as far as they do not use each other; otherwise
 * in their own order.
 */
export function dependenciesFirst(
  definitions: ReadonlyMap<string, Definition>,
  resolve: (reference: ReferenceDraft) => string | undefined,
): Definition[] {
  const ordered: Definition[] = []
  const seen = new Set<Definition>()
  for (const start of definitions.values()) {
    const pending: { readonly definition: Definition; readonly isLeaving: boolean }[] = [
      { definition: start, isLeaving: false },
    ]
    for (let step = pending.pop(); step; step = pending.pop()) {
      const { definition, isLeaving } = step
      if (isLeaving) {
        ordered.push(definition)
        continue
      }
      if (seen.has(definition)) continue
      seen.add(definition)
      pending.push({ definition, isLeaving: true })
      const uses: Definition[] = []
      forEachReference(definition.members, (reference) => {
        const used = definitions.get(resolve(reference) ?? '')
        if (used && !seen.has(used)) uses.push(used)
      })
      for (const used of uses.reverse()) pending.push({ definition: used, isLeaving: false })
    }
  }
  return ordered
}

/** Calls a function with every use of a type in some members. */
export function forEachReference(
  members: Definition['members'],
  visit: (reference: ReferenceDraft) => void,
): void {
  for (const [, draft] of members) visitReferences(draft, visit)
}

/** Calls a function with every use of a type in a draft. */
export function visitReferences(draft: Draft, visit: (reference: ReferenceDraft) => void): void {
  switch (draft.kind) {
    case 'reference':
      visit(draft)
      break
    case 'list':
      for (const item of draft.items) visitReferences(item, visit)
      break
    case 'object':
      forEachReference(draft.members, visit)
      break
    case 'json':
  }
}
