import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CommandModule } from '../cli/command-table.ts'
import { EXIT } from '../cli/exit-code.ts'
import { openProject, type Project } from '../cli/project.ts'
import { describeReport, errorFormatOf, reportDiagnostics } from '../cli/report.ts'
import type { Session } from '../cli/session.ts'
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts'
import { IDL_RULES } from '../idl/problem.ts'
import { displayPath, expandGlobs } from '../inputs/find-files.ts'
import { SCHEMA_RULES } from '../inputs/problem-rules.ts'
import type { SchemaFile } from '../inputs/schema-file.ts'
import { applyFixes } from '../lint/apply-fixes.ts'
import { lintFile } from '../lint/lint-file.ts'
import { LINT_RULES, selectRules } from '../lint/rules.ts'

/** `lint`: rules of style, and safe fixes. */
export const lint: CommandModule = {
  describe(command) {
    command
      .argument('[paths...]', 'files, folders and globs instead of those of the config')
      .option('--rules', 'list all rules, with their categories and what they are for')
      .option('--use <names...>', 'categories and rules instead of those of the config')
      .option('--fix', 'put right what can be put right safely')
    describeReport(command)
  },
  async run({ session, args, options }) {
    if (options.rules === true) {
      session.print(listRules(session))
      return EXIT.fine
    }
    const format = errorFormatOf(options)
    let project = await openProject(session, args, options)
    let findings = await lintProject(project, namesOf(options.use))
    if (options.fix === true && findings.some(({ fix }) => fix)) {
      session.progress(`${writeFixes(project.set.files, findings)} problems fixed`)
      const quiet = { ...session, progress: () => {} }
      project = await openProject(quiet, args, options)
      findings = await lintProject(project, namesOf(options.use))
    }
    const all =
      format === 'config-ignore'
        ? await asPatterns(findings, session.io.cwd, project.folder)
        : [...project.set.diagnostics, ...findings]
    const rules = new Map([...SCHEMA_RULES, ...IDL_RULES, ...LINT_RULES])
    return await reportDiagnostics(session, sortDiagnostics(all), {
      format,
      rules,
      failOn: 'warning',
    })
  },
}

function namesOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.map(String) : undefined
}

async function lintProject(
  { config, folder, set }: Project,
  use: readonly string[] | undefined,
): Promise<Diagnostic[]> {
  const { lint = {} } = config
  const rules = selectRules(use ?? lint.use ?? ['standard'], lint.except ?? [])
  const ignored = new Map<string, ReadonlySet<string>>()
  for (const [rule, globs] of Object.entries(lint.ignore ?? {})) {
    selectRules([rule], [])
    ignored.set(rule, new Set(await expandGlobs(globs, folder)))
  }
  return set.files.flatMap((file) => {
    const { location } = file.source
    return lintFile(
      file,
      rules.filter(({ id }) => ignored.get(id)?.has(location) !== true),
    )
  })
}

/** The findings with their files as a config names them: patterns from its own folder. */
async function asPatterns(
  findings: readonly Diagnostic[],
  cwd: string,
  folder: string,
): Promise<Diagnostic[]> {
  const { escapePath } = await import('tinyglobby')
  return findings.map((finding) => {
    const file = escapePath(displayPath(resolve(cwd, finding.file), folder))
    return { ...finding, file }
  })
}

function writeFixes(files: readonly SchemaFile[], findings: readonly Diagnostic[]): number {
  let count = 0
  for (const { source } of files) {
    const { path, location, text, hasBom } = source
    const own = findings.filter(({ fix }) => fix?.file === path)
    if (own.length === 0) continue
    const { text: fixed, applied } = applyFixes(text, own)
    writeFileSync(location, hasBom ? `\ufeff${fixed}` : fixed)
    count += applied
  }
  return count
}

function listRules({ colors }: Session): string {
  const lines = [...LINT_RULES.values()].map(({ id, level, topic, purpose }) => {
    const categories = `${level ?? 'by id only'}, ${topic}`
    return `${colors.bold(id.padEnd(25))} ${categories.padEnd(21)} ${purpose}\n`
  })
  return lines.join('')
}
