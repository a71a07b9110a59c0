import { Failure, type PathStep } from './failure.ts'

/** What went wrong between a value and its bytes, and where. */
export class CodecError extends Error {
  override readonly name: string = 'CodecError'
  /** Where in the value: `lines[3].qty`; empty for the value itself. */
  readonly path: string
  readonly expected: string
  /** What was there instead. */
  readonly actual: string

  constructor(what: string, failure: Failure) {
    const path = formatPath(failure.path)
    super(
      `${what}${path && ` at ${path}`}: expected ${failure.expected}, got ${failure.actual}`,
      failure.cause === undefined ? undefined : { cause: failure.cause },
    )
    this.path = path
    this.expected = failure.expected
    this.actual = failure.actual
  }
}

/** A value does not suit its schema. */
export class EncodeError extends CodecError {
  override readonly name = 'EncodeError'

  constructor(failure: Failure) {
    super('cannot encode', failure)
  }
}

/** Bytes are not what their schema says, or exceed a limit. */
export class DecodeError extends CodecError {
  override readonly name = 'DecodeError'
  /** Bytes from the start of the input. */
  readonly offset: number

  constructor(failure: Failure, position: number) {
    const offset = failure.offset ?? position
    super(`cannot decode at byte ${offset}`, failure)
    this.offset = offset
  }
}

/** What to throw for an error met while encoding. */
export function encodeError(error: unknown): unknown {
  if (error instanceof Failure) return new EncodeError(error)
  return isStackOverflow(error) ? new EncodeError(tooDeep(error)) : error
}

/** What to throw for an error met while decoding, reading having stopped at the position. */
export function decodeError(error: unknown, position: number): unknown {
  if (error instanceof Failure) return new DecodeError(error, position)
  return isStackOverflow(error) ? new DecodeError(tooDeep(error), position) : error
}

function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message)
}

function tooDeep(cause: unknown): Failure {
  return new Failure('less depth', 'more than the stack holds', { cause })
}

/** A long path keeps its beginning and its end. */
function formatPath(inwards: readonly PathStep[]): string {
  const steps =
    inwards.length > 40 ? [...inwards.slice(0, 20), '…', ...inwards.slice(-20)] : inwards
  return [...steps].reverse().map(formatStep).join('').replace(/^\./, '')
}

function formatStep(step: PathStep): string {
  if (typeof step === 'number') return `[${step}]`
  const shown = step.length > 80 ? `${step.slice(0, 80)}…` : step
  return /^[\p{L}_$…][\p{L}\p{N}_$]*$/u.test(shown) ? `.${shown}` : `[${JSON.stringify(shown)}]`
}
