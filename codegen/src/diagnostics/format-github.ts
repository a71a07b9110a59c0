import type { Diagnostic, Severity } from './diagnostic.ts'
import { onOneLine } from './format-text.ts'

/** Workflow commands of GitHub Actions, which show the findings as annotations. */
export function formatGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${command(diagnostic)}\n`).join('')
}

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
}

function command({ rule, severity, file, range, message, hint, related = [] }: Diagnostic): string {
  const { start, end } = range
  // GitHub draws columns only when a finding stays on one line.
  const columns =
    start.line === end.line
      ? `,col=${start.column},endColumn=${end.column}`
      : `,col=${start.column}`
  const place = `file=${property(file)},line=${start.line},endLine=${end.line}${columns}`
  const lines = [hint === undefined ? message : `${message} (${hint})`]
  for (const other of related) {
    lines.push(`${other.file}:${other.range.start.line}: ${other.message}`)
  }
  return `::${COMMANDS[severity]} ${place},title=${property(rule)}::${data(lines.join('\n'))}`
}

function data(text: string): string {
  const shown = text.split(/\r?\n/).map(onOneLine).join('\n')
  return shown.replaceAll('%', '%25').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
