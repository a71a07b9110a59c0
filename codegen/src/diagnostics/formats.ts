import type { Colors } from './colors.ts'
import type { Diagnostic } from './diagnostic.ts'
import { formatText } from './format-text.ts'

/** The ways findings can be written. */
export const ERROR_FORMATS = [
  'text',
  'json',
  'github-actions',
  'gitlab',
  'junit',
  'sarif',
  'config-ignore',
] as const

/** One of the ways findings can be written. */
export type ErrorFormat = (typeof ERROR_FORMATS)[number]

/** What a rule is for, in a sentence. */
export interface RuleText {
  readonly purpose: string
}

/** How to write findings. */
export interface FormatOptions {
  readonly colors: Colors
  /** Descriptions of rules by their id, for the formats that carry them. */
  readonly rules?: ReadonlyMap<string, RuleText>
}

/** The findings in a format, ready for standard output; empty if the format says nothing then. */
export async function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: ErrorFormat,
  { colors, rules = new Map() }: FormatOptions,
): Promise<string> {
  switch (format) {
    case 'text':
      return formatText(diagnostics, colors)
    case 'json':
      return (await import('./format-json.ts')).formatJson(diagnostics)
    case 'github-actions':
      return (await import('./format-github.ts')).formatGithub(diagnostics)
    case 'gitlab':
      return (await import('./format-gitlab.ts')).formatGitlab(diagnostics)
    case 'junit':
      return (await import('./format-junit.ts')).formatJunit(diagnostics)
    case 'sarif':
      return (await import('./format-sarif.ts')).formatSarif(diagnostics, rules)
    case 'config-ignore':
      return (await import('./format-config-ignore.ts')).formatConfigIgnore(diagnostics)
  }
}
