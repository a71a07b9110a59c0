import { type ErrorContext, SchemaRegistryError } from './schema-registry-error.ts'

/** Bytes that do not begin as the wire format wants it. */
export class FramingError extends SchemaRegistryError {
  override readonly name = 'FramingError'
  declare readonly code: 'FRAMING'
  /** The first byte, if there is one. */
  readonly magicByte: number | undefined
  /** What the bytes may be instead, for people. */
  readonly hint: string | undefined

  constructor(
    message: string,
    {
      magicByte,
      hint,
      ...context
    }: ErrorContext & {
      readonly magicByte?: number | undefined
      readonly hint?: string | undefined
    } = {},
  ) {
    super(hint === undefined ? message : `${message}: ${hint}`, { ...context, code: 'FRAMING' })
    this.magicByte = magicByte
    this.hint = hint
  }
}

/** Bytes that are no value of the schema they were written with. */
export class DecodeError extends SchemaRegistryError {
  override readonly name = 'DecodeError'
  declare readonly code: 'DECODE'
  /** Where reading stopped, in bytes from the first of the message. */
  readonly offset: number | undefined

  constructor(
    message: string,
    { offset, ...context }: ErrorContext & { readonly offset?: number | undefined } = {},
  ) {
    super(message, { ...context, code: 'DECODE' })
    this.offset = offset
  }
}

/** A value that does not fit the schema; `path` says where. */
export class EncodeError extends SchemaRegistryError {
  override readonly name = 'EncodeError'
  declare readonly code: 'ENCODE'

  constructor(message: string, context: ErrorContext = {}) {
    super(message, { ...context, code: 'ENCODE' })
  }
}

/** One reason why a reader's schema cannot read what a writer's schema wrote. */
export interface ReaderDifference {
  /** Where in the reader's schema, as a JSON pointer. */
  readonly path: string
  readonly message: string
}

/**
 * The reader's schema cannot read data of the writer's. The data is fine: another reader, or this
 * one after it was deployed anew, can read it.
 */
export class IncompatibleReaderError extends SchemaRegistryError {
  override readonly name = 'IncompatibleReaderError'
  declare readonly code: 'INCOMPATIBLE_READER'
  readonly differences: readonly ReaderDifference[]

  constructor(
    message: string,
    { differences, ...context }: ErrorContext & { readonly differences: ReaderDifferences },
  ) {
    super(message, { ...context, code: 'INCOMPATIBLE_READER' })
    this.differences = differences
  }
}

type ReaderDifferences = readonly ReaderDifference[]
