import type { Diagnostic, TextEdit } from '../diagnostics/diagnostic.ts'

/** The text after all fixes that do not get in each other's way, and how many those are. */
export function applyFixes(
  text: string,
  diagnostics: readonly Diagnostic[],
): { readonly text: string; readonly applied: number } {
  const taken: TextEdit[] = []
  let applied = 0
  for (const { fix } of diagnostics) {
    if (!fix || fix.edits.some((edit) => taken.some((other) => overlap(edit, other)))) continue
    taken.push(...fix.edits)
    applied++
  }
  let result = text
  for (const { start, end, text: insert } of taken.sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + insert + result.slice(end)
  }
  return { text: result, applied }
}

/** Edits that only touch overlap too: which text would come first is not known. */
function overlap(a: TextEdit, b: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end
}
