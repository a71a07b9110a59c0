import { InvalidSchemaError, parseSchema } from '@magicbyte/avro'
import { valueEnd } from '../diagnostics/json-spans.ts'
import type { ResolvedSchema, SchemaFile } from '../inputs/schema-file.ts'
import { lineIndex, type SourceFile } from '../inputs/source-file.ts'

/** An earlier schema of a file. */
export interface HistoricVersion {
  /** How messages name it: `main`, `orders-value v3 (id 17)`. */
  readonly label: string
  /** The version number in a registry. */
  readonly version?: number
  /** The registry subject it belongs to. */
  readonly subject?: string
  readonly resolved: ResolvedSchema
}

/** Where earlier schemas of files are found. */
export interface HistorySource {
  /**
   * The versions of a file, the newest first, none if it is new. Only the newest is needed unless
   * all are asked for.
   */
  readonly versionsOf: (
    file: SchemaFile,
    options: { readonly all: boolean },
  ) => Promise<readonly HistoricVersion[]>
}

/**
 * A registered schema as a resolved one; undefined if it is no Avro schema. `label` stands for its
 * file in messages; `references` are the texts of the schemas it refers to, dependencies first.
 */
export function resolveRegistered(schema: {
  readonly label: string
  readonly text: string
  readonly references?: readonly string[]
}): ResolvedSchema | undefined {
  const { label, text, references = [] } = schema
  const file: SourceFile = { path: label, location: label, text, hasBom: false }
  try {
    const parsed = parseSchema(text, { mode: 'existing', references })
    return {
      text,
      parsed,
      placeOf: (offset) => ({
        file,
        range: lineIndex(file).range(offset, valueEnd(text, offset)),
      }),
    }
  } catch (error) {
    if (error instanceof InvalidSchemaError) return undefined
    throw error
  }
}
