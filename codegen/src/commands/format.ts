import { writeFileSync } from 'node:fs'
import type { CommandModule } from '../cli/command-table.ts'
import { locateFiles } from '../cli/project.ts'
import { describeReport, errorFormatOf, reportDiagnostics } from '../cli/report.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { formatAvsc, UnformattableError } from '../format/format-avsc.ts'
import { lineIndex, readSourceFile, type SourceFile } from '../inputs/source-file.ts'

/** `format`: the canonical layout of `.avsc` files. */
export const format: CommandModule = {
  describe(command) {
    command
      .argument('[paths...]', 'files, folders and globs instead of those of the config')
      .option('-w, --write', 'write the files instead of printing them')
      .option('-d, --diff', 'print what would change')
      .option('--exit-code', 'end with 100 if a file is not formatted')
    describeReport(command)
  },
  async run({ session, args, options }) {
    const errorFormat = errorFormatOf(options)
    const { locations } = await locateFiles(session, args, options)
    const problems: Diagnostic[] = []
    let changed = 0
    for (const location of locations) {
      if (!location.endsWith('.avsc')) continue
      const source = readSourceFile(location, session.io.cwd)
      const formatted = formatSource(source, problems)
      if (formatted === undefined) continue
      const isChanged = formatted !== source.text || source.hasBom
      if (isChanged) changed++
      if (isChanged && options.exitCode === true) problems.push(unformatted(source, formatted))
      if (options.diff === true) {
        if (isChanged) session.print(await unifiedDiff(source, formatted))
      } else if (options.write !== true && options.exitCode !== true) {
        session.print(formatted)
      }
      if (options.write === true && isChanged) writeFileSync(location, formatted)
    }
    session.progress(
      `${changed} of ${locations.length} files ${options.write === true ? 'were' : 'are'} not formatted`,
    )
    return await reportDiagnostics(session, problems, {
      format: errorFormat,
      rules: FORMAT_RULES,
      failOn: 'error',
    })
  },
}

const FORMAT_RULES = new Map([
  ['NOT_FORMATTED', { purpose: 'Schema files have the canonical layout' }],
  ['FORMAT_REPEATED_KEY', { purpose: 'Files where one key stands twice stay as they are' }],
  ['FORMAT_COMMENT', { purpose: 'Files with comments, which would be lost, stay as they are' }],
])

function unformatted(source: SourceFile, formatted: string): Diagnostic {
  const { text, path: file } = source
  const limit = Math.min(text.length, formatted.length)
  let at = 0
  while (at < limit && text[at] === formatted[at]) at++
  return {
    rule: 'NOT_FORMATTED',
    severity: 'error',
    file,
    range: lineIndex(source).range(at, at),
    message: 'the file is not in the canonical layout from here on',
    hint: 'run magicbyte format --write',
  }
}

function formatSource(source: SourceFile, problems: Diagnostic[]): string | undefined {
  const report = (rule: string, message: string, offset: number) => {
    const range = lineIndex(source).range(offset, offset)
    problems.push({ rule, severity: 'error', file: source.path, range, message })
  }
  if (source.failure !== undefined) {
    report('UNREADABLE_FILE', source.failure, 0)
    return undefined
  }
  try {
    return formatAvsc(source.text)
  } catch (error) {
    if (!(error instanceof UnformattableError)) throw error
    report(error.rule, error.message, error.offset)
    return undefined
  }
}

async function unifiedDiff({ path, text }: SourceFile, formatted: string): Promise<string> {
  const { createTwoFilesPatch } = await import('diff')
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, text, formatted, '', '')
}
