import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { SchemaFile } from '../inputs/schema-file.ts'
import { viewFile } from './lint-view.ts'
import type { LintFinding, LintRule } from './rule.ts'

/** What rules complain about in a file; nothing if the file is no JSON. */
export function lintFile(file: SchemaFile, rules: readonly LintRule[]): Diagnostic[] {
  const root = file.json()
  if (!root) return []
  const view = viewFile(file, root)
  return rules.flatMap((rule) =>
    [...rule.check(view)].map((finding) => toDiagnostic(file, rule, finding)),
  )
}

function toDiagnostic(
  file: SchemaFile,
  { id }: LintRule,
  { at, message, hint, edits = [] }: LintFinding,
): Diagnostic {
  const { path, text } = file.source
  // Edits are about the schema's text, which is that of the file for `.avsc` only.
  const isFixable = edits.length > 0 && file.text === text
  return {
    rule: id,
    severity: 'warning',
    file: path,
    range: file.rangeOf(at),
    message,
    ...(hint !== undefined && { hint }),
    ...(isFixable && { fix: { file: path, edits } }),
  }
}
