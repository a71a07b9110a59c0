import type { CommandModule } from '../cli/command-table.ts'
import { EXIT } from '../cli/exit-code.ts'
import { choose } from '../cli/report.ts'
import type { Colors } from '../diagnostics/colors.ts'
import { onOneLine } from '../diagnostics/format-text.ts'
import type { Breakage, Change } from '../diff/change.ts'
import { compareSides, type FileDifference } from '../diff/compare-sides.ts'
import { loadSide } from '../diff/load-side.ts'
import type { Place, SchemaFile } from '../inputs/schema-file.ts'
import { describeConnection } from '../registry/describe-connection.ts'

const LEVELS = ['BACKWARD', 'FORWARD', 'FULL'] as const

/** `diff`: what two schemas, or the schemas of two folders, mean differently. */
export const diff: CommandModule = {
  describe(command) {
    command
      .argument('<old>', 'file, folder, git:REVISION:PATH or registry:SUBJECT[@VERSION]')
      .argument('<new>', 'the same')
      .option('-o, --output <format>', 'text or json', 'text')
      .option('--exit-code', 'end with 100 if there is any difference')
      .option('--fail-on <level>', `end with 100 if this level breaks: ${LEVELS.join(', ')}`)
    describeConnection(command)
  },
  async run({ session, args, options }) {
    const output = choose(options.output, ['text', 'json'], '--output')
    const failOn =
      options.failOn === undefined ? undefined : choose(options.failOn, LEVELS, '--fail-on')
    const [oldText = '', newText = ''] = args
    const sources = {
      cwd: session.io.cwd,
      async fetchVersion(spec: string) {
        const { fetchVersion } = await import('../registry/fetch-version.ts')
        return await fetchVersion(session, options, spec)
      },
    }
    const oldSide = await loadSide(oldText, sources)
    const differences = compareSides(oldSide, await loadSide(newText, sources))
    if (output === 'json') {
      session.print(`${JSON.stringify(differences.map(toJson), null, 2)}\n`)
    } else {
      session.print(differences.map((difference) => toText(difference, session.colors)).join('\n'))
      if (differences.length === 0) session.progress('no difference in meaning')
    }
    if (options.exitCode === true && differences.length > 0) return EXIT.findings
    return differences.some(({ breaks }) => isBroken(breaks, failOn)) ? EXIT.findings : EXIT.fine
  },
}

function isBroken(
  breaks: readonly Breakage[],
  level: (typeof LEVELS)[number] | undefined,
): boolean {
  if (level === undefined) return false
  return level === 'FULL' ? breaks.length > 0 : breaks.includes(level)
}

function toText(difference: FileDifference, colors: Colors): string {
  const { oldFile, newFile, changes, breaks } = difference
  const title = [oldFile, newFile].flatMap((file) => (file ? [onOneLine(file.source.path)] : []))
  const lines = [colors.bold(title.join(' -> '))]
  for (const change of changes) {
    const place = placeOf(difference, change)
    const { start } = place.range
    const where = `${onOneLine(place.file.path)}:${start.line}:${start.column}:`
    const what = `${change.kind} ${onOneLine(change.subject)} ${onOneLine(change.message)}`
    lines.push(`  ${colors.dim(where)} ${mark(change.breaks, colors)} ${what}`)
  }
  if (oldFile && newFile) {
    const verdicts = LEVELS.map((level) =>
      isBroken(breaks, level) ? colors.red(`${level} breaks`) : colors.green(`${level} holds`),
    )
    lines.push(`  ${verdicts.join(', ')}`)
  }
  return `${lines.join('\n')}\n`
}

function mark(breaks: readonly Breakage[], colors: Colors): string {
  if (breaks.length === 0) return colors.green('safe')
  return colors.red(`breaks ${[...breaks, 'FULL'].join(', ')}:`)
}

function placeOf({ oldFile, newFile }: FileDifference, { oldAt, newAt }: Change): Place {
  const isNew = newFile !== undefined && newAt !== undefined
  const place = isNew ? placeIn(newFile, newAt) : oldFile && placeIn(oldFile, oldAt ?? 0)
  if (!place) throw new Error('a change stands in one of the files')
  return place
}

function placeIn(file: SchemaFile, offset: number): Place | undefined {
  return file.resolved()?.placeOf(offset)
}

function toJson({ oldFile, newFile, changes, breaks }: FileDifference): object {
  const point = (file: SchemaFile | undefined, offset: number | undefined) => {
    const place = file && offset !== undefined ? placeIn(file, offset) : undefined
    return place && { file: place.file.path, range: place.range }
  }
  return {
    old: oldFile?.source.path,
    new: newFile?.source.path,
    breaks: LEVELS.filter((level) => isBroken(breaks, level)),
    changes: changes.map(({ kind, subject, message, breaks: own, oldAt, newAt }) => ({
      kind,
      subject,
      message,
      breaks: LEVELS.filter((level) => isBroken(own, level)),
      old: point(oldFile, oldAt),
      new: point(newFile, newAt),
    })),
  }
}
