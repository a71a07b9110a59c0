import type { DecodeOptions } from '@magicbyte/avro'
import type { StoredSchema } from '../cache/registered-schema.ts'
import { IncompatibleReaderError } from '../errors/data-errors.ts'
import {
  SchemaNotFoundError,
  SchemaNotLoadedError,
  UnsupportedSchemaError,
} from '../errors/schema-errors.ts'
import { type ErrorContext, isSchemaRegistryError } from '../errors/schema-registry-error.ts'
import { checkBytes } from './bytes.ts'
import { decodeFailure } from './codec-failure.ts'
import { contextOf, type PartContext } from './part-context.ts'
import { PartReaders } from './part-readers.ts'
import { idSubject } from './part-subject.ts'
import type { KnownType } from './part-types.ts'
import { withLength } from './raw-bytes.ts'
import { planReader, type ReaderPlan, type ReadType } from './reader-plan.ts'
import { lastHeader, type RecordHeaders } from './record-headers.ts'
import { SchemaHeaderReader } from './schema-header-reader.ts'
import type { SchemaInfo } from './schema-info.ts'
import { type Frame, ID_PREFIX_SIZE, readFrame } from './wire-format.ts'

/** A value with the schema that it was written with. */
export interface Decoded {
  readonly value: unknown
  readonly schema: SchemaInfo
}

/** How many writers' schemas are kept ready. */
const MAX_PLANS = 1000

/** Reads framed Avro data of one part of a topic's records. */
export class PartReader {
  readonly #part: PartContext
  readonly #readers: PartReaders
  /** Of a type, for strategies that need one. */
  readonly #recordName: string | undefined
  readonly #header: SchemaHeaderReader
  readonly #about: ErrorContext
  /** By schema id or guid; an error for what the types cannot read. */
  readonly #plans = new Map<number | string, ReaderPlan | IncompatibleReaderError>()
  /** What the plans were made for. */
  #plannedFor: readonly ReadType[] | undefined
  readonly #atPrefix: DecodeOptions
  readonly #atStart: DecodeOptions

  constructor(part: PartContext, types: readonly KnownType[]) {
    this.#part = part
    this.#readers = new PartReaders(part, types)
    this.#recordName = types[0]?.name
    this.#about = contextOf(part)
    this.#header = new SchemaHeaderReader(part.isKey, this.#about)
    const allowTrailing = part.options.failOnTrailingData === false
    this.#atPrefix = { start: ID_PREFIX_SIZE, allowTrailing }
    this.#atStart = { start: 0, allowTrailing }
  }

  /**
   * The schema that is named with the data: in a header if there is one, else before the data.
   * @throws FramingError; InvalidArgumentError for what is no bytes
   */
  frame(bytes: Uint8Array, headers: RecordHeaders | null | undefined): Frame {
    checkBytes(bytes, this.#about)
    const header = headers ? lastHeader(headers, this.#header.name) : undefined
    if (!header) return readFrame(bytes, this.#about)
    return { schema: this.#header.read(header), start: 0 }
  }

  /**
   * Decodes with what is there.
   * @throws SchemaNotLoadedError
   */
  decode(bytes: Uint8Array, headers: RecordHeaders | null | undefined): Decoded {
    if (!this.#part.events.hears('decode')) return this.#decode(bytes, headers)
    try {
      const decoded = this.#decode(bytes, headers)
      this.#tell({ schemaId: decoded.schema.id, bytes: bytes.length })
      return decoded
    } catch (error) {
      if (!(error instanceof SchemaNotLoadedError)) this.#tell({ bytes: bytes.length, error })
      throw error
    }
  }

  #decode(bytes: Uint8Array, headers: RecordHeaders | null | undefined): Decoded {
    const { schema, start } = this.frame(bytes, headers)
    const plan = this.#planFor(schema)
    if (plan instanceof IncompatibleReaderError) throw plan
    try {
      return { value: this.#read(plan, bytes, start), schema: plan.info }
    } catch (error) {
      throw decodeFailure(error, this.#aboutWriter(plan.writer))
    }
  }

  /** Fetches a schema and all that is needed to read what was written with it. */
  async load(schema: number | string, signal: AbortSignal | undefined): Promise<void> {
    try {
      await this.#load(schema, signal)
    } catch (error) {
      const schemaId = typeof schema === 'number' ? schema : undefined
      if (this.#part.events.hears('decode')) this.#tell({ schemaId, bytes: 0, error })
      throw error
    }
  }

  /** Whether data of a schema can be decoded at once. */
  isLoaded(schema: number | string): boolean {
    const readers = this.#readers.current
    if (!readers) return false
    return (readers === this.#plannedFor && this.#plans.has(schema)) || !!this.#kept(schema)
  }

  async #load(schema: number | string, signal: AbortSignal | undefined): Promise<void> {
    const [writer] = await Promise.all([this.#fetched(schema, signal), this.#readers.load(signal)])
    const readers = this.#readers.current
    if (readers) this.#plan(schema, writer, readers)
  }

  /** @throws SchemaNotFoundError or UnsupportedSchemaError, which say of which part */
  async #fetched(schema: number | string, signal: AbortSignal | undefined): Promise<StoredSchema> {
    const { schemas } = this.#part
    const subject = idSubject(this.#part, this.#recordName)
    const inContext = subject === undefined ? {} : { subject }
    try {
      if (typeof schema === 'string') return await schemas.byGuid(schema, { signal })
      return await schemas.byId(schema, { signal, ...inContext })
    } catch (cause) {
      const schemaId = typeof schema === 'number' ? schema : undefined
      const context = { ...this.#about, ...inContext, schemaId, cause }
      if (cause instanceof SchemaNotFoundError) {
        throw new SchemaNotFoundError(cause.message, context)
      }
      if (cause instanceof UnsupportedSchemaError) {
        throw new UnsupportedSchemaError(cause.message, context)
      }
      throw cause
    }
  }

  /** Nobody is asked. */
  #kept(schema: number | string): StoredSchema | undefined {
    const { schemas } = this.#part
    if (typeof schema === 'string') return schemas.peekGuid(schema)
    const subject = idSubject(this.#part, this.#recordName)
    return schemas.peekId(schema, subject === undefined ? {} : { subject })
  }

  #planFor(schema: number | string): ReaderPlan | IncompatibleReaderError {
    const readers = this.#readers.current
    const plan = readers === this.#plannedFor ? this.#plans.get(schema) : undefined
    if (plan) return plan
    const kept = readers && this.#kept(schema)
    if (kept) return this.#plan(schema, kept, readers)
    const context = { ...this.#about, ...(typeof schema === 'number' && { schemaId: schema }) }
    throw new SchemaNotLoadedError(
      `schema ${schema} is not loaded yet; decode asynchronously, or warm up first`,
      { ...context, missing: [schema] },
    )
  }

  #plan(
    schema: number | string,
    writer: StoredSchema,
    readers: readonly ReadType[],
  ): ReaderPlan | IncompatibleReaderError {
    if (readers !== this.#plannedFor) this.#plans.clear()
    this.#plannedFor = readers
    const plan = this.#planOrError(writer, readers)
    const [oldest] = this.#plans.keys()
    if (this.#plans.size >= MAX_PLANS && oldest !== undefined) this.#plans.delete(oldest)
    this.#plans.set(schema, plan)
    return plan
  }

  #planOrError(
    writer: StoredSchema,
    types: readonly ReadType[],
  ): ReaderPlan | IncompatibleReaderError {
    const { lenientReaders: isLenient = false, codec = {} } = this.#part.options
    const context = this.#aboutWriter(writer)
    try {
      return planReader(writer, types, { isLenient, codec }, context)
    } catch (error) {
      if (error instanceof IncompatibleReaderError) return error
      throw error
    }
  }

  #read({ decoder, isRaw, mark }: ReaderPlan, bytes: Uint8Array, start: number): unknown {
    const value = isRaw
      ? decoder.decode(withLength(bytes, start))
      : decoder.decode(bytes, this.#decodeOptions(start))
    return mark === undefined ? value : { $type: mark, ...(value as object) }
  }

  #decodeOptions(start: number): DecodeOptions {
    if (start === ID_PREFIX_SIZE) return this.#atPrefix
    return start === 0 ? this.#atStart : { ...this.#atStart, start }
  }

  #tell({
    error,
    schemaId = schemaIdOf(error),
    bytes,
  }: {
    readonly schemaId?: number | undefined
    readonly bytes: number
    readonly error?: unknown
  }): void {
    const { topic, isKey, events } = this.#part
    const failure = error === undefined ? {} : { error }
    events.part({ type: 'decode', topic, isKey, schemaId, bytes, ...failure })
  }

  #aboutWriter({ id, subject }: StoredSchema): ErrorContext {
    return { ...this.#about, schemaId: id, ...(subject !== undefined && { subject }) }
  }
}

function schemaIdOf(error: unknown): number | undefined {
  return isSchemaRegistryError(error) ? error.schemaId : undefined
}
