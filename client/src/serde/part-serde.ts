import { EncodeError, FramingError } from '../errors/data-errors.ts'
import { SchemaNotLoadedError } from '../errors/schema-errors.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import type { CallOptions } from '../http/operation-types.ts'
import { type Bytes, toBytes } from './bytes.ts'
import { contextOf, type PartContext } from './part-context.ts'
import { PartReader } from './part-reader.ts'
import type { PartType } from './part-type.ts'
import { type KnownType, knownTypes } from './part-types.ts'
import { type Encoded, PartWriter } from './part-writer.ts'
import {
  decodePrimitive,
  encodePrimitive,
  isPrimitiveFormat,
  type PrimitiveFormat,
} from './primitive-format.ts'
import { KEY_SCHEMA_HEADER, type RecordHeaders, VALUE_SCHEMA_HEADER } from './record-headers.ts'
import type { SchemaInfo } from './schema-info.ts'

/** A part of a record as it was read. */
export interface DecodedPart<Value> {
  readonly value: Value | null
  /** Undefined where there is no value, or no schema. */
  readonly schema: SchemaInfo | undefined
}

/** Headers that a part may add its own to. */
export type WritableHeaders = { [name: string]: unknown }

/**
 * Turns the keys or the values of a topic into bytes and back. Null is null.
 *
 * The synchronous methods never wait: what they need has to be there, by `warm` or by an earlier
 * asynchronous call, or they throw a SchemaNotLoadedError.
 */
export class PartSerde<Value = unknown, Input = Value> {
  readonly #part: PartContext
  readonly #format: PrimitiveFormat | undefined
  readonly #types: readonly KnownType[]
  readonly #reader: PartReader
  readonly #writer: PartWriter
  readonly #headerName: string
  readonly #needsHeaders: boolean

  constructor(part: PartContext, type: PartType | undefined) {
    this.#part = part
    this.#format = isPrimitiveFormat(type) ? type : undefined
    this.#types =
      type === undefined || isPrimitiveFormat(type) ? [] : knownTypes(type, part.options.codec)
    this.#reader = new PartReader(part, this.#types)
    this.#writer = new PartWriter(part, this.#types)
    this.#headerName = part.isKey ? KEY_SCHEMA_HEADER : VALUE_SCHEMA_HEADER
    this.#needsHeaders = part.options.schemaIdLocation === 'header' && !this.#format
  }

  /**
   * Fetches what the synchronous methods need: the schemas to write with, and those of the given
   * ids or guids to read.
   */
  async warm({
    signal,
    schemas = [],
  }: CallOptions & {
    readonly schemas?: readonly (number | string)[] | undefined
  } = {}): Promise<void> {
    if (this.#format) return
    await Promise.all([
      this.#writer.warm(signal),
      ...schemas.map((schema) => this.#reader.load(schema, signal)),
    ])
  }

  /** The bytes of a value; in header framing its schema is named in `headers`. */
  async encode(value: Input | null, options: EncodePartOptions = NOTHING): Promise<Bytes | null> {
    if (!this.canEncode(value)) await this.prepare(value, options)
    return this.encodeSync(value, options)
  }

  /**
   * Whether all is there that a value needs to be encoded. What is no value needs nothing.
   * @throws EncodeError for a value of none of several types
   */
  canEncode(value: Input | null): boolean {
    if (value === null || value === undefined || this.#format) return true
    return this.#writer.isLoaded(this.#writer.typeOf(value))
  }

  /** Fetches what a value needs to be encoded. */
  async prepare(value: Input | null, { signal }: CallOptions = NOTHING): Promise<void> {
    if (!this.canEncode(value)) await this.#writer.load(this.#writer.typeOf(value), signal)
  }

  /** As `encode`, with what is there. */
  encodeSync(
    value: Input | null,
    { headers }: Pick<EncodePartOptions, 'headers'> = NOTHING,
  ): Bytes | null {
    if (value === null) return null
    if (this.#format) return this.#primitive(this.#format, value)
    if (this.#needsHeaders && !headers) {
      throw new InvalidArgumentError('header framing needs the headers of the record')
    }
    const { bytes, header }: Encoded = this.#writer.encode(value)
    if (header && headers) headers[this.#headerName] = header
    return bytes
  }

  /** The value of bytes. */
  async decode(
    bytes: Uint8Array | null | undefined,
    options: DecodePartOptions = NOTHING,
  ): Promise<Value | null> {
    try {
      return this.decodeSync(bytes, options)
    } catch (error) {
      if (!(error instanceof SchemaNotLoadedError)) throw error
      return (await this.decodePart(bytes, options)).value
    }
  }

  /** As `decode`, with what is there. */
  decodeSync(
    bytes: Uint8Array | null | undefined,
    { headers }: Pick<DecodePartOptions, 'headers'> = NOTHING,
  ): Value | null {
    if (this.#format || !bytes || bytes.length === 0) {
      return this.decodePartSync(bytes, { headers }).value
    }
    return this.#reader.decode(bytes, headers).value as Value
  }

  /** The value of bytes, with its schema. */
  async decodePart(
    bytes: Uint8Array | null | undefined,
    options: DecodePartOptions = NOTHING,
  ): Promise<DecodedPart<Value>> {
    try {
      return this.decodePartSync(bytes, options)
    } catch (error) {
      if (!(error instanceof SchemaNotLoadedError)) throw error
      await Promise.all(error.missing.map((schema) => this.#reader.load(schema, options.signal)))
      return this.decodePartSync(bytes, options)
    }
  }

  /** As `decodePart`, with what is there. */
  decodePartSync(
    bytes: Uint8Array | null | undefined,
    { headers }: Pick<DecodePartOptions, 'headers'> = NOTHING,
  ): DecodedPart<Value> {
    if (bytes === null || bytes === undefined) return NO_VALUE
    if (this.#format) {
      const value = decodePrimitive(this.#format, bytes, contextOf(this.#part)) as Value
      return { value, schema: undefined }
    }
    if (bytes.length === 0 && this.#part.options.emptyAs === 'null') return NO_VALUE
    return this.#reader.decode(bytes, headers) as DecodedPart<Value>
  }

  /**
   * The schema that bytes were written with and that has to be fetched before they can be decoded;
   * undefined if there is none, or the bytes are not framed.
   */
  missing(
    bytes: Uint8Array | null | undefined,
    headers?: RecordHeaders | null,
  ): number | string | undefined {
    if (this.#format || !bytes) return undefined
    if (bytes.length === 0 && this.#part.options.emptyAs === 'null') return undefined
    try {
      const { schema } = this.#reader.frame(bytes, headers)
      return this.#reader.isLoaded(schema) ? undefined : schema
    } catch (error) {
      if (error instanceof FramingError || error instanceof InvalidArgumentError) return undefined
      throw error
    }
  }

  /** Fetches a schema to read with. */
  async load(schema: number | string, { signal }: CallOptions = {}): Promise<void> {
    await this.#reader.load(schema, signal)
  }

  #primitive(format: PrimitiveFormat, value: unknown): Bytes {
    if (value === undefined) {
      throw new EncodeError('a value was expected, not undefined', contextOf(this.#part))
    }
    return toBytes(encodePrimitive(format, value, contextOf(this.#part)))
  }
}

/** Options of encoding one part. */
export interface EncodePartOptions extends CallOptions {
  /** Of the record; a header that names the schema is set there in header framing. */
  readonly headers?: WritableHeaders | undefined
}

/** Options of decoding one part. */
export interface DecodePartOptions extends CallOptions {
  /** Of the record; they may name the schema. */
  readonly headers?: RecordHeaders | null | undefined
}

const NOTHING: EncodePartOptions & DecodePartOptions = {}
const NO_VALUE = { value: null, schema: undefined }
