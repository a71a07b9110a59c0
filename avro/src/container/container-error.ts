import { CodecError, decodeError } from '../codec/codec-error.ts'
import { Failure } from '../codec/failure.ts'

/**
 * Bytes are no object container file, or exceed a limit. The path begins with the index of the
 * value in the file: `[12].name`.
 */
export class ContainerError extends CodecError {
  override readonly name: string = 'ContainerError'
  /** Bytes from the start of the file; within a compressed block that of the block's data. */
  readonly offset: number

  constructor(failure: Failure, offset: number) {
    super(`cannot read container at byte ${offset}`, failure)
    this.offset = offset
  }
}

/** The blocks of a file are compressed with a codec that no function was given for. */
export class UnknownCompressionError extends ContainerError {
  override readonly name = 'UnknownCompressionError'
  /** As the file names it. */
  readonly codec: string

  constructor(codec: string, known: readonly string[], offset: number) {
    const shown = JSON.stringify(codec.length > 80 ? `${codec.slice(0, 80)}…` : codec)
    super(new Failure(`blocks compressed with ${known.join(' or ')}`, shown), offset)
    this.codec = codec
  }
}

/** What to throw for an error met at a place of a file, unless the failure has its own. */
export function containerError(error: unknown, offset: number): unknown {
  if (error instanceof Failure) return new ContainerError(error, error.offset ?? offset)
  const known = decodeError(error, offset)
  if (!(known instanceof CodecError) || known === error) return error
  return new ContainerError(new Failure(known.expected, known.actual, { cause: error }), offset)
}
