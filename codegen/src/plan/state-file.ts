import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type CompatibilityLevel, compatibilityLevels } from '@magicbyte/avro'
import { flag, listOf, mapOf, oneOf, shape, text } from '../config/shape-checks.ts'
import { displayPath } from '../inputs/find-files.ts'
import { UsageError } from '../inputs/input-error.ts'
import { MODES } from '../registry/modes.ts'
import { checkVersionNumber, type ReferenceWish } from './reference-wish.ts'

/** What files say a registry should be like. What is not said stays as it is. */
export interface DesiredState {
  /** Beginnings of the names of subjects that nobody else looks after. */
  readonly scope: readonly string[]
  /** By what they are about: `''` for all, `:.NAME:` for a context, or a subject. */
  readonly targets: ReadonlyMap<string, TargetWish>
}

/** What is said about a subject, a context or the whole. */
export interface TargetWish {
  readonly config: ConfigWish
  readonly mode: string | undefined
  readonly schema: SchemaWish | undefined
}

/** Settings as a registry calls them. */
export interface ConfigWish {
  readonly compatibility?: CompatibilityLevel
  readonly normalize?: boolean
  readonly alias?: string
  readonly compatibilityGroup?: string
}

/** The schema that the latest version of a subject should be. */
export interface SchemaWish {
  /** Absolute path. */
  readonly file: string
  /** Instead of the references that the file's types give. */
  readonly references: readonly ReferenceWish[] | undefined
}

/** Bytes of a state file at most. */
const MAX_STATE = 10 * 1024 * 1024

/**
 * What state files in YAML or JSON say together. Throws UsageError that lists what is wrong, and
 * for a target that two files are about.
 */
export async function readStateFiles(
  paths: readonly string[],
  { cwd }: { readonly cwd: string },
): Promise<DesiredState> {
  const scope = new Set<string>()
  const targets = new Map<string, TargetWish>()
  for (const path of paths) {
    const shown = displayPath(path, cwd)
    const state = await readState(path, shown)
    for (const prefix of state.scope ?? []) scope.add(prefix)
    for (const [target, wish] of wishesOf(state, dirname(path))) {
      if (targets.has(target)) throw new UsageError(`${shown}: ${nameOf(target)} is said twice`)
      targets.set(target, wish)
    }
  }
  return { scope: [...scope], targets }
}

/** A target as messages name it. */
export function nameOf(target: string): string {
  if (target === '') return 'the registry'
  return /^:[^:]*:$/.test(target) ? `context ${target.slice(1, -1)}` : target
}

interface RawState extends RawTarget {
  readonly scope?: readonly string[]
  readonly contexts?: Readonly<Record<string, RawTarget>>
  readonly subjects?: Readonly<Record<string, RawSubject>>
}

interface RawTarget extends ConfigWish {
  readonly mode?: string
}

interface RawSubject extends RawTarget {
  readonly schema?: string
  readonly references?: readonly ReferenceWish[]
}

const TARGET = {
  compatibility: oneOf(compatibilityLevels),
  compatibilityGroup: text,
  normalize: flag,
  alias: text,
  mode: oneOf(MODES),
}

const REFERENCE = shape(
  { name: text, subject: text, version: checkVersionNumber },
  { required: ['name', 'subject'] },
)

const STATE = shape({
  ...TARGET,
  scope: listOf(text),
  contexts: mapOf(shape(TARGET)),
  subjects: mapOf(shape({ ...TARGET, schema: text, references: listOf(REFERENCE) })),
})

async function readState(path: string, shown: string): Promise<RawState> {
  let content: string
  try {
    content = readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`The state file ${shown} cannot be read`, { cause: error })
  }
  if (content.length > MAX_STATE) throw new UsageError(`The state file ${shown} is too large`)
  const { parse } = await import('yaml')
  let value: unknown
  try {
    value = parse(content)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`The state file ${shown} is no YAML: ${reason}`, { cause: error })
  }
  const problems: string[] = []
  STATE(value, 'state', problems)
  if (problems.length === 0) return value as RawState
  const list = problems.map((problem) => `  ${problem}`).join('\n')
  throw new UsageError(`The state file ${shown} is wrong:\n${list}`)
}

function* wishesOf(state: RawState, folder: string): Generator<[string, TargetWish]> {
  const whole = wishOf(state)
  if (whole.mode !== undefined || Object.keys(whole.config).length > 0) yield ['', whole]
  for (const [name, target] of Object.entries(state.contexts ?? {})) {
    yield [`:.${name.replace(/^\./, '')}:`, wishOf(target)]
  }
  for (const [subject, raw] of Object.entries(state.subjects ?? {})) {
    const { schema, references } = raw
    const wish = schema === undefined ? undefined : { file: resolve(folder, schema), references }
    yield [subject, { ...wishOf(raw), schema: wish }]
  }
}

function wishOf({
  compatibility,
  normalize,
  alias,
  compatibilityGroup,
  mode,
}: RawTarget): TargetWish {
  return {
    config: {
      ...(compatibility !== undefined && { compatibility }),
      ...(normalize !== undefined && { normalize }),
      ...(alias !== undefined && { alias }),
      ...(compatibilityGroup !== undefined && { compatibilityGroup }),
    },
    mode,
    schema: undefined,
  }
}
