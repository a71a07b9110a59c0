/** How bad a finding is. */
export type Severity = 'error' | 'warning' | 'info'

/** A place in a text. */
export interface Position {
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 code units. */
  readonly column: number
  /** From 0, in UTF-16 code units; a byte order mark does not count. */
  readonly offset: number
}

/** A part of a text; the end is the place after its last character. */
export interface Range {
  readonly start: Position
  readonly end: Position
}

/** Another place that a finding has to do with. */
export interface RelatedPlace {
  readonly file: string
  readonly range: Range
  readonly message: string
}

/** A replacement of the text between two offsets. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Edits of one file that put a finding right without changing anything else. */
export interface Fix {
  readonly file: string
  readonly edits: readonly TextEdit[]
}

/** One finding about a schema file. */
export interface Diagnostic {
  /** Identifier in upper case and underscores; stays the same from release to release. */
  readonly rule: string
  readonly severity: Severity
  /** Relative to the working directory, with `/` on every system. */
  readonly file: string
  readonly range: Range
  readonly message: string
  /** How to put it right. */
  readonly hint?: string
  readonly related?: readonly RelatedPlace[]
  readonly fix?: Fix
  /** The registry subject it is about. */
  readonly subject?: string
}

/** The findings by file, place, rule and message, each once. */
export function sortDiagnostics(diagnostics: Iterable<Diagnostic>): Diagnostic[] {
  const sorted = [...diagnostics].sort(compareDiagnostics)
  return sorted.filter((diagnostic, index) => {
    const before = sorted[index - 1]
    return before === undefined || compareDiagnostics(before, diagnostic) !== 0
  })
}

/** Negative, 0 or positive as the first text comes before, equals or comes after the second. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareTexts(a.file, b.file) ||
    a.range.start.offset - b.range.start.offset ||
    a.range.end.offset - b.range.end.offset ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.message, b.message) ||
    compareTexts(a.subject ?? '', b.subject ?? '')
  )
}
