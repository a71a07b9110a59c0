import { Failure } from '../codec/failure.ts'
import { parseSchema } from '../parse.ts'
import type { Schema } from '../schema.ts'
import { InvalidSchemaError } from '../schema-problem.ts'
import { UNCOMPRESSED } from './compression.ts'
import type { ContainerHeader } from './container-header.ts'

/** What a file says about its values. */
export interface ContainerContents {
  /** The schema that the values were written with. */
  readonly schema: Schema
  /** The schema as it stands in the file. */
  readonly schemaText: string
  /** All entries of the header by their keys, the schema and the codec being among them. */
  readonly metadata: ReadonlyMap<string, Uint8Array>
  /** How blocks are compressed; `null` if they are not. */
  readonly codec: string
  /** 16 bytes that end every block. */
  readonly sync: Uint8Array
}

/** The keys that the specification gives a meaning. */
export const SCHEMA_KEY = 'avro.schema'
export const CODEC_KEY = 'avro.codec'

/** Reads what a header says, or throws a {@link Failure}. */
export function contentsOf({ metadata, sync }: ContainerHeader): ContainerContents {
  const schemaText = textOf(metadata, SCHEMA_KEY)
  if (schemaText === undefined) throw new Failure(`a schema as ${SCHEMA_KEY}`, 'none')
  const codec = textOf(metadata, CODEC_KEY) ?? UNCOMPRESSED
  return { schema: schemaOf(schemaText), schemaText, metadata, codec, sync }
}

function textOf(metadata: ReadonlyMap<string, Uint8Array>, key: string): string | undefined {
  const bytes = metadata.get(key)
  if (!bytes) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Failure(`UTF-8 as ${key}`, 'other bytes', { cause })
  }
}

function schemaOf(text: string): Schema {
  try {
    return parseSchema(text, { mode: 'existing' }).root
  } catch (cause) {
    if (!(cause instanceof InvalidSchemaError)) throw cause
    throw new Failure(`a schema as ${SCHEMA_KEY}`, `a text with an error: ${cause.message}`, {
      cause,
    })
  }
}
