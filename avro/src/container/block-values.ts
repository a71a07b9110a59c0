import { ByteReader } from '../codec/byte-reader.ts'
import type { CodecOptions } from '../codec/codec-options.ts'
import { compileDecoder } from '../codec/decoder.ts'
import { Failure, within } from '../codec/failure.ts'
import { limitsOf } from '../codec/limits.ts'
import { minimumSize } from '../codec/minimum-size.ts'
import { compileResolver } from '../codec/resolver.ts'
import { valueMapping } from '../codec/value-mapping.ts'
import type { Schema } from '../schema.ts'
import type { Block } from './container-block.ts'
import { containerError } from './container-error.ts'

/** Gives the values of a block one by one, its data being decompressed. */
export type BlockValues<Value> = (block: Block, data: Uint8Array) => Generator<Value>

/** What reads the values of the blocks of one file, one block after the other. */
export function blockValues<Value>(
  writer: Schema,
  reader: Schema,
  options: CodecOptions,
): BlockValues<Value> {
  const mapping = valueMapping(options)
  const read =
    writer === reader ? compileDecoder(reader, mapping) : compileResolver(writer, reader, mapping)
  const limits = limitsOf(options.limits)
  const size = minimumSize(writer)
  let emptyValuesLeft = limits.maxEmptyItems
  let index = 0

  function checkCount({ count, offset }: Block, data: Uint8Array): void {
    if (size > 0) {
      if (count * size <= data.length) return
      throw new Failure(`at most ${Math.floor(data.length / size)} values`, `${count}`, { offset })
    }
    emptyValuesLeft -= count
    if (emptyValuesLeft >= 0) return
    throw new Failure('fewer values that take no bytes', `${count} more`, { offset })
  }

  /** Places in data that was compressed are none in the file. */
  function placeOf({ bytes, offset }: Block, data: Uint8Array, at: number): number {
    return data === bytes ? offset + at : offset
  }

  function readValue(block: Block, input: ByteReader): unknown {
    // The budget is that of one message.
    input.emptyItemsLeft = limits.maxEmptyItems
    try {
      return read(input)
    } catch (error) {
      const at = (error instanceof Failure ? error.offset : undefined) ?? input.position
      throw containerError(
        located(within(index, error), placeOf(block, input.bytes, at)),
        block.offset,
      )
    }
  }

  return function* (block, data) {
    checkCount(block, data)
    const input = new ByteReader(data, 0, limits)
    for (let left = block.count; left > 0; left--) {
      const value = readValue(block, input)
      index++
      yield value as Value
    }
    const rest = input.end - input.position
    if (rest > 0) {
      const offset = placeOf(block, data, input.position)
      throw new Failure('the end of a block after its values', `${rest} bytes more`, { offset })
    }
  }
}

function located(error: unknown, offset: number): unknown {
  if (!(error instanceof Failure)) return error
  const { expected, actual, cause, path } = error
  const failure = new Failure(expected, actual, { offset, cause })
  failure.path.push(...path)
  return failure
}
