import { Failure } from '../codec/failure.ts'
import type { Block } from './container-block.ts'
import { UnknownCompressionError } from './container-error.ts'

/**
 * Decompresses the data of a block, and should stop once it exceeds the bound. `deflate` is raw RFC
 * 1951; the data of `snappy` ends with 4 bytes of a checksum.
 */
export type Decompress = (bytes: Uint8Array, maxBytes: number) => Uint8Array | Promise<Uint8Array>

/** {@link Decompress} that is done when it returns. */
export type DecompressSync = (bytes: Uint8Array, maxBytes: number) => Uint8Array

/**
 * The function for a codec, undefined for `null`, which leaves data as it is.
 * @throws UnknownCompressionError
 */
export function decompressorOf<How extends Decompress>(
  codec: string,
  given: Readonly<Record<string, How>>,
  offset: number,
): How | undefined {
  if (codec === UNCOMPRESSED) return undefined
  const found = Object.hasOwn(given, codec) ? given[codec] : undefined
  if (found) return found
  throw new UnknownCompressionError(codec, [UNCOMPRESSED, ...Object.keys(given)], offset)
}

/** The codec that leaves data as it is. */
export const UNCOMPRESSED = 'null'

/** What decompressing gave, or a {@link Failure}. */
export function checkDecompressed(bytes: unknown, block: Block, maxBytes: number): Uint8Array {
  const { offset } = block
  if (!(bytes instanceof Uint8Array)) {
    throw new Failure('a Uint8Array from decompressing', typeof bytes, { offset })
  }
  if (bytes.length <= maxBytes) return bytes
  const expected = `at most ${maxBytes} bytes from decompressing`
  throw new Failure(expected, `${bytes.length}`, { offset })
}

/** What to throw if decompressing failed. */
export function decompressFailure(cause: unknown, codec: string, { offset }: Block): Failure {
  return new Failure(`data compressed with ${codec}`, 'what cannot be decompressed', {
    offset,
    cause,
  })
}
