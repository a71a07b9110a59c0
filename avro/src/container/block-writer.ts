import { ByteWriter } from '../codec/byte-writer.ts'
import { encodeError } from '../codec/codec-error.ts'
import type { CodecOptions } from '../codec/codec-options.ts'
import { compileEncoder } from '../codec/encoder.ts'
import type { Write } from '../codec/encoder-context.ts'
import { within } from '../codec/failure.ts'
import { limitsOf } from '../codec/limits.ts'
import { valueMapping } from '../codec/value-mapping.ts'
import type { Schema } from '../schema.ts'

/** Gathers the values of one block after the other. */
export class BlockWriter {
  /** Values of the block so far. */
  count = 0
  #written = 0
  readonly #output: ByteWriter
  readonly #write: Write
  readonly #blockSize: number

  constructor(schema: Schema, options: CodecOptions, blockSize: number) {
    this.#output = new ByteWriter(undefined, limitsOf(options.limits))
    this.#write = compileEncoder(schema, valueMapping(options))
    this.#blockSize = blockSize
  }

  /**
   * Writes one more value, and tells whether the block is full by that.
   * @throws EncodeError
   */
  add(value: unknown): boolean {
    try {
      this.#write(value, this.#output)
    } catch (error) {
      throw encodeError(within(this.#written, error))
    }
    this.#written++
    this.count++
    return this.#output.position >= this.#blockSize || this.count >= MAX_COUNT
  }

  /** The block's values; the next block begins empty. */
  take(): { readonly count: number; readonly bytes: Uint8Array } {
    const { count } = this
    const bytes = new Uint8Array(this.#output.bytes.subarray(0, this.#output.position))
    this.#output.position = 0
    this.count = 0
    return { count, bytes }
  }
}

/** Of values that take no bytes a block is never full. */
const MAX_COUNT = 2 ** 20
