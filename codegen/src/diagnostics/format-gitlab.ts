import { createHash } from 'node:crypto'
import type { Diagnostic, Severity } from './diagnostic.ts'

/**
 * A GitLab code quality report. A fingerprint depends on file, rule and message but on no line, so
 * that it stays when lines move.
 */
export function formatGitlab(diagnostics: readonly Diagnostic[]): string {
  const seen = new Map<string, number>()
  const entries = diagnostics.map((diagnostic) => {
    const { rule, severity, file, range, message, hint } = diagnostic
    const identity = JSON.stringify([file, rule, message])
    const ordinal = seen.get(identity) ?? 0
    seen.set(identity, ordinal + 1)
    return {
      description: hint === undefined ? message : `${message} (${hint})`,
      check_name: rule,
      fingerprint: createHash('sha256').update(`${identity}${ordinal}`).digest('hex'),
      severity: SEVERITIES[severity],
      location: { path: file, lines: { begin: range.start.line, end: range.end.line } },
    }
  })
  return `${JSON.stringify(entries, null, 2)}\n`
}

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
}
