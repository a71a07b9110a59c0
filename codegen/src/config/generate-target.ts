import type { GenerateOptions } from '../generate/generate-options.ts'

/** One output of the generator. Topics name subjects, full names or files. */
export interface GenerateTarget extends GenerateOptions {
  /** Folder of the generated files. */
  readonly out: string
}
