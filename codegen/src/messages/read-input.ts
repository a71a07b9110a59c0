import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Io } from '../cli/io.ts'
import { UsageError } from '../inputs/input-error.ts'

/** Bytes of an input at most. */
const MAX_INPUT = 64 * 1024 * 1024

/**
 * The bytes of a file, of standard input if there is no file or it is `-`, or of a text that was
 * given instead. Throws UsageError.
 */
export async function readInput(
  io: Io,
  { file, text }: { readonly file: string | undefined; readonly text: unknown },
): Promise<Uint8Array> {
  if (typeof text === 'string') {
    if (file !== undefined) throw new UsageError('Give either a file or --data')
    return new TextEncoder().encode(text)
  }
  if (file !== undefined && file !== '-') return readWhole(resolve(io.cwd, file), file)
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of io.stdin ?? NOTHING) {
    const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece
    size += bytes.length
    if (size > MAX_INPUT) throw new UsageError(TOO_LARGE)
    pieces.push(bytes)
  }
  return Buffer.concat(pieces)
}

const NOTHING: AsyncIterable<Uint8Array> = {
  async *[Symbol.asyncIterator]() {},
}

const TOO_LARGE = `The input is larger than ${MAX_INPUT / 1024 / 1024} MiB`

function readWhole(path: string, shown: string): Uint8Array {
  try {
    if (statSync(path).size > MAX_INPUT) throw new UsageError(TOO_LARGE)
    return readFileSync(path)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`The file ${shown} cannot be read`, { cause: error })
  }
}
