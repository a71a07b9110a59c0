import { isAbsolute, resolve } from 'node:path'
import type { Config } from '../config/config.ts'
import type { GenerateTarget } from '../config/generate-target.ts'
import { subjectsOf } from '../config/subjects.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { displayPath } from '../inputs/find-files.ts'
import type { SchemaFile } from '../inputs/schema-file.ts'
import type { SchemaSet } from '../inputs/schema-set.ts'
import type { SourceFile } from '../inputs/source-file.ts'
import { subjectOfRegistryPath } from '../registry/registry-path.ts'
import { generateCode } from './generate.ts'
import type { GenerateFinding } from './generate-options.ts'
import { type FileChange, findChanges } from './output-folder.ts'
import type { PrintMemory } from './print-memory.ts'
import { targetOptions } from './target-options.ts'

/** What a target comes to. */
export interface TargetResult {
  /** Absolute path of the folder. */
  readonly folder: string
  readonly changes: readonly FileChange[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What a target is generated from. */
export interface TargetInputs {
  readonly set: SchemaSet
  readonly config: Config
  /** Absolute path of the config's folder. */
  readonly folder: string
  /** Of what was generated before for the same target. */
  readonly memory?: PrintMemory | undefined
}

/**
 * Generates the code of one target of the config, and compares it with what is there.
 * @throws UsageError
 */
export function generateTarget(
  target: GenerateTarget,
  { set, config, folder, memory }: TargetInputs,
): TargetResult {
  const owners = new Map(set.files.map((file) => [nameOf(file.source, folder), file]))
  const inputs = [...owners].flatMap(([name, file]) => {
    const resolved = file.resolved()
    if (!resolved) return []
    const { source, defines } = file
    return [{ file: name, text: source.text, root: resolved.parsed.root, defines }]
  })
  const words = target.topics ? wordsForFiles(owners, config) : NO_WORDS
  const { files, findings } = generateCode(
    inputs,
    targetOptions(target, (word) => words.get(word)),
    memory,
  )
  const out = resolve(folder, target.out)
  return {
    folder: out,
    changes: findChanges(out, files),
    diagnostics: findings.map((finding) => diagnosticOf(finding, owners.get(finding.file))),
  }
}

/** How generated code names a file: the same wherever the command was called. */
function nameOf({ path, location }: SourceFile, folder: string): string {
  return isAbsolute(location) ? displayPath(location, folder) : path
}

const NO_WORDS: ReadonlyMap<string, string> = new Map()

/** Subjects and paths from the config's folder, and the files that they mean. */
function wordsForFiles(
  files: ReadonlyMap<string, SchemaFile>,
  { subjects }: Config,
): Map<string, string> {
  const words = new Map<string, string>()
  for (const [name, file] of files) {
    const taken = subjectOfRegistryPath(name)
    const found = taken === undefined ? subjectsOf(file, { configPath: name, subjects }) : [taken]
    for (const word of [...found, name]) words.set(word, name)
  }
  return words
}

function diagnosticOf(
  { rule, severity, file, at, message }: GenerateFinding,
  owner: SchemaFile | undefined,
): Diagnostic {
  const place = owner?.resolved()?.placeOf(at)
  const start = { line: 1, column: 1, offset: 0 }
  return {
    rule,
    severity,
    file: place?.file.path ?? owner?.source.path ?? file,
    range: place?.range ?? { start, end: start },
    message,
  }
}
