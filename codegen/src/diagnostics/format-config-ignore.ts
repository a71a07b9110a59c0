import type { Diagnostic } from './diagnostic.ts'

/** The `lint.ignore` part of a config that keeps quiet about just these findings. */
export function formatConfigIgnore(diagnostics: readonly Diagnostic[]): string {
  const files = new Map<string, Set<string>>()
  for (const { rule, file } of diagnostics) {
    const known = files.get(rule) ?? new Set()
    files.set(rule, known.add(file))
  }
  const ignore = Object.fromEntries(
    [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, set]) => [rule, [...set].sort()]),
  )
  return `${JSON.stringify({ lint: { ignore } }, null, 2)}\n`
}
