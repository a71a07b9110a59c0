import { resolve } from 'node:path'
import type { Config } from '../config/config.ts'
import type { GenerateTarget } from '../config/generate-target.ts'
import { subjectsOf } from '../config/subjects.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { displayPath } from '../inputs/find-files.ts'
import type { SchemaFile } from '../inputs/schema-file.ts'
import type { SchemaSet } from '../inputs/schema-set.ts'
import { generateCode } from './generate.ts'
import type { GenerateFinding } from './generate-options.ts'
import { type FileChange, findChanges } from './output-folder.ts'
import { targetOptions } from './target-options.ts'

/** What a target comes to. */
export interface TargetResult {
  /** Absolute path of the folder. */
  readonly folder: string
  readonly changes: readonly FileChange[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Generates the code of one target of the config, and compares it with what is there.
 * @throws UsageError
 */
export function generateTarget(
  target: GenerateTarget,
  {
    set,
    config,
    folder,
  }: { readonly set: SchemaSet; readonly config: Config; readonly folder: string },
): TargetResult {
  const inputs = set.files.flatMap((file) => {
    const resolved = file.resolved()
    if (!resolved) return []
    const { source, defines } = file
    return [{ file: source.path, text: source.text, root: resolved.parsed.root, defines }]
  })
  const words = wordsForFiles(set.files, config, folder)
  const { files, findings } = generateCode(
    inputs,
    targetOptions(target, (word) => words.get(word)),
  )
  const out = resolve(folder, target.out)
  return {
    folder: out,
    changes: findChanges(out, files),
    diagnostics: findings.map((finding) => diagnosticOf(finding, set.files)),
  }
}

/** Subjects and paths from the config's folder, and the files that they mean. */
function wordsForFiles(
  files: readonly SchemaFile[],
  { subjects }: Config,
  folder: string,
): Map<string, string> {
  const words = new Map<string, string>()
  for (const file of files) {
    const { location, path } = file.source
    const configPath = displayPath(location, folder)
    for (const subject of subjectsOf(file, { configPath, subjects })) words.set(subject, path)
    words.set(configPath, path)
  }
  return words
}

function diagnosticOf(
  { rule, severity, file, at, message }: GenerateFinding,
  files: readonly SchemaFile[],
): Diagnostic {
  const place = files
    .find(({ source }) => source.path === file)
    ?.resolved()
    ?.placeOf(at)
  const start = { line: 1, column: 1, offset: 0 }
  return {
    rule,
    severity,
    file: place?.file.path ?? file,
    range: place?.range ?? { start, end: start },
    message,
  }
}
