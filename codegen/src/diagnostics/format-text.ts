import type { Colors } from './colors.ts'
import type { Diagnostic, Severity } from './diagnostic.ts'

/**
 * A line for each finding, `path:line:col: level RULE message (hint)`, and below it an indented one
 * for each related place. Control characters are escaped, so that a finding stays on its line and
 * no text from a schema can steer a terminal.
 */
export function formatText(diagnostics: readonly Diagnostic[], colors: Colors): string {
  return diagnostics.map((diagnostic) => formatOne(diagnostic, colors)).join('')
}

/** A text on one line, its control characters written as escapes. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (char) => {
    if (char === '\n') return '\\n'
    if (char === '\r') return '\\r'
    if (char === '\t') return ' '
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

function formatOne(diagnostic: Diagnostic, colors: Colors): string {
  const { rule, severity, file, range, message, hint, related = [] } = diagnostic
  const { line, column } = range.start
  const place = colors.bold(`${onOneLine(file)}:${line}:${column}:`)
  const level = paint(severity, colors)(severity)
  const advice = hint === undefined ? '' : ` ${colors.dim(`(${onOneLine(hint)})`)}`
  const lines = [`${place} ${level} ${rule} ${onOneLine(message)}${advice}\n`]
  for (const other of related) {
    const { start } = other.range
    const where = `${onOneLine(other.file)}:${start.line}:${start.column}:`
    lines.push(`  ${colors.dim(where)} ${onOneLine(other.message)}\n`)
  }
  return lines.join('')
}

function paint(severity: Severity, colors: Colors): (text: string) => string {
  if (severity === 'error') return colors.red
  return severity === 'warning' ? colors.yellow : colors.cyan
}
