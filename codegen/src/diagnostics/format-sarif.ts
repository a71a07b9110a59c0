import type { Diagnostic, Range, Severity } from './diagnostic.ts'
import type { RuleText } from './formats.ts'

/** A SARIF 2.1.0 log with one run. */
export function formatSarif(
  diagnostics: readonly Diagnostic[],
  ruleTexts: ReadonlyMap<string, RuleText>,
): string {
  const ids = [...new Set(diagnostics.map(({ rule }) => rule))].sort()
  const rules = ids.map((id) => {
    const text = ruleTexts.get(id)?.purpose
    return text === undefined ? { id } : { id, shortDescription: { text } }
  })
  const ruleIndexes = new Map(ids.map((id, index) => [id, index]))
  const results = diagnostics.map((diagnostic) => toResult(diagnostic, ruleIndexes))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      { tool: { driver: { name: 'magicbyte', rules } }, columnKind: 'utf16CodeUnits', results },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

function toResult(diagnostic: Diagnostic, ruleIndexes: ReadonlyMap<string, number>): object {
  const { rule, severity, file, range, message, hint, related, fix } = diagnostic
  return {
    ruleId: rule,
    ruleIndex: ruleIndexes.get(rule),
    level: LEVELS[severity],
    message: { text: hint === undefined ? message : `${message} (${hint})` },
    locations: [location(file, range)],
    ...(related?.length && {
      relatedLocations: related.map((other, id) => ({
        id,
        ...location(other.file, other.range),
        message: { text: other.message },
      })),
    }),
    ...(fix && {
      fixes: [
        {
          artifactChanges: [
            {
              artifactLocation: { uri: uriOf(fix.file) },
              replacements: fix.edits.map(({ start, end, text }) => ({
                deletedRegion: { charOffset: start, charLength: end - start },
                insertedContent: { text },
              })),
            },
          ],
        },
      ],
    }),
  }
}

function location(file: string, { start, end }: Range): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
      },
    },
  }
}

function uriOf(file: string): string {
  return file.toWellFormed().split('/').map(encodeURIComponent).join('/')
}
