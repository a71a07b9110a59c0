import type { Command } from 'commander'
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts'
import {
  ERROR_FORMATS,
  type ErrorFormat,
  formatDiagnostics,
  type RuleText,
} from '../diagnostics/formats.ts'
import { UsageError } from '../inputs/input-error.ts'
import { nearestName } from '../inputs/nearest-name.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { Session } from './session.ts'

/** Adds the options of commands that give findings. */
export function describeReport(command: Command): void {
  command.option('--error-format <format>', `one of ${ERROR_FORMATS.join(', ')}`, 'text')
}

/** The word of an option, which has to be one of several. Throws {@link UsageError}. */
export function choose<Word extends string>(
  value: unknown,
  words: readonly Word[],
  option: string,
): Word {
  const found = words.find((word) => word === value)
  if (found !== undefined) return found
  const near = nearestName(String(value), words)
  const hint = near === undefined ? `use one of ${words.join(', ')}` : `did you mean ${near}?`
  throw new UsageError(`${option} cannot be "${String(value)}"; ${hint}`)
}

/** Checks the options of the report before anything is done. Throws {@link UsageError}. */
export function errorFormatOf(options: Readonly<Record<string, unknown>>): ErrorFormat {
  return choose(options.errorFormat, ERROR_FORMATS, '--error-format')
}

/** What to write about findings. */
export interface ReportOptions {
  readonly format: ErrorFormat
  readonly rules?: ReadonlyMap<string, RuleText>
  /** The least severity that makes the run end with findings. */
  readonly failOn: Exclude<Severity, 'info'>
}

/** Writes findings to standard output, a summary to standard error, and gives the exit code. */
export async function reportDiagnostics(
  session: Session,
  diagnostics: readonly Diagnostic[],
  { format, rules, failOn }: ReportOptions,
): Promise<ExitCode> {
  const { colors } = session
  session.print(
    await formatDiagnostics(diagnostics, format, { colors, ...(rules !== undefined && { rules }) }),
  )
  const count = (severity: Severity) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
  const errors = count('error')
  const warnings = count('warning')
  session.progress(
    errors + warnings === 0
      ? 'no problems'
      : `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`,
  )
  const failing = failOn === 'error' ? errors : errors + warnings
  return failing > 0 ? EXIT.findings : EXIT.fine
}

/** A count with its noun, as in `2 files`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
