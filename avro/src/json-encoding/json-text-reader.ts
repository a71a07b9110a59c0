import type { ByteReader } from '../codec/byte-reader.ts'
import type { Schema } from '../schema.ts'
import { JsonTextOutput } from './json-text-output.ts'
import { compileToJson, type ToJson } from './to-json.ts'

/**
 * Compiles a schema, when it is needed first, to what reads a value and gives its JSON text, or
 * throws a `Failure`.
 */
export function jsonTextReader(schema: Schema): (input: ByteReader) => string {
  let compiled: ToJson | undefined
  return (input) => {
    compiled ??= compileToJson(schema)
    const output = new JsonTextOutput()
    compiled(input, output)
    return output.text
  }
}
