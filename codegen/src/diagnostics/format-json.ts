import type { Diagnostic } from './diagnostic.ts'

/** A JSON object on a line of its own for each finding. */
export function formatJson(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${JSON.stringify(toJson(diagnostic))}\n`).join('')
}

function toJson(diagnostic: Diagnostic): object {
  const { rule, severity, file, range, message, hint, related, fix, subject } = diagnostic
  return { file, range, severity, rule, message, hint, subject, related, fix }
}
