import type { CompatibilityLevel } from '@magicbyte/avro'
import type { GenerateTarget } from './generate-target.ts'

/** What a project says about its schemas. Relative paths and globs start at the config's folder. */
export interface Config {
  readonly registry?: RegistryConfig
  /** Where the schemas are; the folder `schemas` unless told. */
  readonly schemas?: readonly SchemaInput[]
  /** Globs of files to leave out. */
  readonly exclude?: readonly string[]
  /** Folders that imports of IDL files are looked for in. */
  readonly importDirs?: readonly string[]
  readonly subjects?: SubjectConfig
  readonly compatibility?: CompatibilityConfig
  readonly lint?: LintConfig
  readonly generate?: readonly GenerateTarget[]
}

/** A glob, folder or file, or subjects of the registry: names, `*` patterns, `name@version`. */
export type SchemaInput = string | { readonly registry: readonly string[] }

/** How to reach the registry. */
export interface RegistryConfig {
  readonly url?: string
  /**
   * Secrets stay out of configs: `env` names an environment variable that holds `user:password` or,
   * with `scheme: 'bearer'`, a token.
   */
  readonly auth?: { readonly env: string; readonly scheme?: 'basic' | 'bearer' }
  /** Files that say what `plan` and `apply` make of the registry. */
  readonly state?: readonly string[]
}

/** How subjects are found for files. */
export interface SubjectConfig {
  /**
   * - `topic`: the name of the file and `-value`; what a file name cannot hold is percent-encoded.
   * - `record`: the full name of the type.
   * - `topic-record`: both, joined by `-`.
   */
  readonly strategy?: SubjectStrategy
  /** Subjects by file, instead of those of the strategy. */
  readonly map?: Readonly<Record<string, readonly string[]>>
}

/** The ways in which a file gives its subject. */
export type SubjectStrategy = 'topic' | 'record' | 'topic-record'

/** What versions have to be compatible with, and how. */
export interface CompatibilityConfig {
  /** The level where nothing else says one; `BACKWARD` unless told. */
  readonly default?: CompatibilityLevel
  /** `registry`, `git#branch=NAME`, `git#tag=NAME`, `git#commit=ID` or a path. */
  readonly against?: string
}

/** Which rules of style hold. */
export interface LintConfig {
  /** Categories and rules; `standard` unless told. */
  readonly use?: readonly string[]
  /** Rules of these that do not hold. */
  readonly except?: readonly string[]
  /** Globs of the files that a rule is not for, by rule. */
  readonly ignore?: Readonly<Record<string, readonly string[]>>
}

/** Gives a config back as it is, so that editors know its type. */
export function defineConfig(config: Config): Config {
  return config
}
