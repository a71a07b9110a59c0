import { Failure } from '../codec/failure.ts'
import type { Limits } from '../codec/limits.ts'
import { JsonSyntaxError } from '../json-cursor.ts'
import { readJson } from '../json-reader.ts'
import type { Schema } from '../schema.ts'
import { compileFromJson, type FromJson } from './from-json.ts'
import { JsonBytesOutput, type JsonInputOptions } from './json-bytes-output.ts'
import { JsonDecodeError } from './json-decode-error.ts'

/**
 * Gives what `use` makes of the bytes of a JSON text. A `Failure` that it throws has an offset in
 * the bytes and becomes an error with the place in the text.
 */
export type JsonBytesWriter = <Result>(
  text: string,
  options: JsonInputOptions,
  use: (bytes: Uint8Array) => Result,
) => Result

/** Compiles a schema, when it is needed first, to what reads a text and makes use of its bytes. */
export function jsonBytesWriter(schema: Schema, limits: Limits): JsonBytesWriter {
  let compiled: FromJson | undefined

  function write(text: string, output: JsonBytesOutput): JsonBytesOutput {
    compiled ??= compileFromJson(schema)
    try {
      compiled(readJson(text), output)
    } catch (error) {
      throw jsonError(error, text, output.textOffset)
    }
    return output
  }

  return (text, options, use) => {
    const output = write(text, new JsonBytesOutput(options, limits))
    try {
      return use(output.bytes.slice(0, output.position))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      // Places are noted only now, as most texts are fine.
      const noting = write(text, new JsonBytesOutput(options, limits, { notesPlaces: true }))
      throw new JsonDecodeError(error, text, noting.textOffsetOf(error.offset ?? 0))
    }
  }
}

function jsonError(error: unknown, text: string, textOffset: number): unknown {
  if (error instanceof Failure) return new JsonDecodeError(error, text, error.offset ?? textOffset)
  if (!(error instanceof JsonSyntaxError)) return error
  return new JsonDecodeError(new Failure('JSON', error.message), text, error.offset)
}
