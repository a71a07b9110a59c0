/** A step into a value: the name of a field, the key of an entry or the index of an item. */
export type PathStep = string | number

/**
 * What is wrong with a value or its bytes, on its way up to the root, where it becomes a
 * {@link EncodeError} or {@link DecodeError}. It is no `Error`: taking a stack of closures would
 * cost more than all the rest of refusing a message, and say nothing.
 */
export class Failure {
  readonly expected: string
  readonly actual: string
  /** Where in the bytes, if the place differs from where reading stopped. */
  readonly offset: number | undefined
  readonly cause: unknown
  /** From the inside out. */
  readonly path: PathStep[] = []

  constructor(
    expected: string,
    actual: string,
    { offset, cause }: { readonly offset?: number; readonly cause?: unknown } = {},
  ) {
    this.expected = expected
    this.actual = actual
    this.offset = offset
    this.cause = cause
  }
}

/** A failure after which nothing else is to be tried. */
export class FinalFailure extends Failure {}

/** Notes on the way up in which part of a value something failed; gives what to throw again. */
export function within(step: PathStep, error: unknown): unknown {
  if (error instanceof Failure) error.path.push(step)
  return error
}

/** Refuses a value. */
export function mismatch(expected: string, value: unknown, cause?: unknown): never {
  throw new Failure(expected, describe(value), { cause })
}

/** A value in a message: its kind, and what it is if that is short. */
export function describe(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'undefined'
    case 'string':
      return `string ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`
    case 'bigint':
      return `bigint ${shortDigits(value)}`
    case 'number':
      return `number ${Object.is(value, -0) ? '-0' : value}`
    case 'boolean':
      return `boolean ${value}`
    case 'object':
      return describeObject(value)
    default:
      return `a ${typeof value}`
  }
}

function describeObject(value: object | null): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return `an array of ${value.length}`
  if (value instanceof Uint8Array) return `${value.length} bytes`
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid Date' : 'a Date'
  if (value instanceof Map) return 'a Map'
  if (value instanceof Set) return 'a Set'
  const keys = Object.keys(value)
  const shown = keys.slice(0, 5).map((key) => (key.length > 40 ? `${key.slice(0, 40)}…` : key))
  return `an object with ${keys.length === 0 ? 'no keys' : shown.join(', ')}${keys.length > 5 ? ', …' : ''}`
}

function shortDigits(value: bigint): string {
  const inSight = value > -(10n ** 40n) && value < 10n ** 40n
  return inSight ? `${value}n` : 'of more than 40 digits'
}
