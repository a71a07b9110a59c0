import type { Read } from './decoder-context.ts'
import { describe, Failure } from './failure.ts'
import type { LogicalConversion } from './logical-conversion.ts'

/** Reads the underlying value and makes the value of the logical type from it. */
export function convertingReader(conversion: LogicalConversion, read: Read): Read {
  return (input) => {
    const at = input.position
    const raw = read(input)
    try {
      return conversion.read(raw)
    } catch (cause) {
      if (cause instanceof Failure && cause.offset !== undefined) throw cause
      throw located(cause, conversion, raw, at)
    }
  }
}

function located(
  cause: unknown,
  { expected }: LogicalConversion,
  raw: unknown,
  offset: number,
): Failure {
  if (cause instanceof Failure) {
    const failure = new Failure(cause.expected, cause.actual, { offset, cause: cause.cause })
    failure.path.push(...cause.path)
    return failure
  }
  return new Failure(expected, describe(raw), { offset, cause })
}
