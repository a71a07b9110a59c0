import type { CodecOptions, DecodeOptions } from '@magicbyte/avro'
import type { StoredSchema } from '../cache/registered-schema.ts'
import { FramingError, IncompatibleReaderError } from '../errors/data-errors.ts'
import { SchemaNotLoadedError } from '../errors/schema-errors.ts'
import { type ErrorContext, SchemaRegistryError } from '../errors/schema-registry-error.ts'
import { decodeFailure } from './codec-failure.ts'
import type { PartContext } from './part-context.ts'
import type { KnownType } from './part-types.ts'
import { withLength } from './raw-bytes.ts'
import { planReader, type ReaderPlan, type ReadType } from './reader-plan.ts'
import {
  KEY_SCHEMA_HEADER,
  lastHeader,
  type RecordHeaders,
  VALUE_SCHEMA_HEADER,
} from './record-headers.ts'
import type { SchemaInfo } from './schema-info.ts'
import { type Frame, ID_PREFIX_SIZE, readFrame } from './wire-format.ts'
import { contextOf, findType, hint, subjectOf } from './writer-source.ts'

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
  readonly #types: readonly KnownType[]
  readonly #codec: CodecOptions
  readonly #headerName: string
  readonly #about: ErrorContext
  /** By schema id or guid; an error for what the types cannot read. */
  readonly #plans = new Map<number | string, ReaderPlan | IncompatibleReaderError>()
  /** Of the types whose references had to be fetched. */
  readonly #readers = new Map<KnownType, ReadType>()
  /** The id of the latest version that what is read was planned for. */
  #latest: number | undefined
  readonly #atPrefix: DecodeOptions
  readonly #atStart: DecodeOptions

  constructor(part: PartContext, types: readonly KnownType[]) {
    this.#part = part
    this.#types = types
    this.#codec = part.options.codec ?? {}
    this.#headerName = part.isKey ? KEY_SCHEMA_HEADER : VALUE_SCHEMA_HEADER
    this.#about = contextOf(part)
    const allowTrailing = part.options.failOnTrailingData === false
    this.#atPrefix = { start: ID_PREFIX_SIZE, allowTrailing }
    this.#atStart = { start: 0, allowTrailing }
  }

  /**
   * The schema that is named with the data: in a header if there is one, else before the data.
   * @throws FramingError
   */
  frame(bytes: Uint8Array, headers: RecordHeaders | null | undefined): Frame {
    const header = headers ? lastHeader(headers, this.#headerName) : undefined
    if (!header) return readFrame(bytes, this.#about)
    const { schema, start } = readFrame(header, this.#about)
    if (start !== header.length) {
      throw new FramingError(`header ${this.#headerName} is too long`, this.#about)
    }
    return { schema, start: 0 }
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
    const plan = this.#plans.get(schema) ?? this.#planFromCache(schema)
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

  async #load(schema: number | string, signal: AbortSignal | undefined): Promise<void> {
    const { schemas, options } = this.#part
    const fetching =
      typeof schema === 'number' ? this.#byId(schema, signal) : schemas.byGuid(schema, { signal })
    const [writer] = await Promise.all([fetching, this.#loadReaders(signal)])
    const readsLatest = options.useLatestVersion && this.#types.length === 0
    this.#plan(schema, writer, readsLatest ? await this.#latestReader(signal) : undefined)
  }

  /** Whether data of a schema can be decoded at once. */
  isLoaded(schema: number | string): boolean {
    return this.#plans.has(schema)
  }

  /** Fetches what types refer to. */
  async #loadReaders(signal: AbortSignal | undefined): Promise<void> {
    await Promise.all(
      this.#types.map(async (type) => {
        if (type.reader || this.#readers.has(type)) return
        const { parsed } = await findType(this.#part, type, signal)
        this.#readers.set(type, { ...type, reader: parsed.root })
      }),
    )
  }

  async #byId(id: number, signal: AbortSignal | undefined): Promise<StoredSchema> {
    const { schemas, options } = this.#part
    if (options.context === undefined) return schemas.byId(id, { signal })
    const subject = await subjectOf(this.#part, this.#types[0]?.name ?? 'unknown', signal)
    return schemas.byId(id, { signal, ...hint(this.#part, subject) })
  }

  async #latestReader(signal: AbortSignal | undefined): Promise<ReadType> {
    const subject = await subjectOf(this.#part, undefined, signal)
    const latest = await this.#part.schemas.latest(subject, { signal })
    if (this.#latest !== latest.id) this.#plans.clear()
    this.#latest = latest.id
    return {
      name: undefined,
      source: latest,
      reader: latest.parsed.root,
      generated: undefined,
      codec: this.#codec,
    }
  }

  #planFromCache(schema: number | string): ReaderPlan | IncompatibleReaderError {
    const { schemas, options } = this.#part
    const isSimple =
      options.context === undefined &&
      !(options.useLatestVersion && this.#types.length === 0) &&
      this.#types.every((type) => type.reader || this.#readers.has(type))
    const kept =
      isSimple && (typeof schema === 'number' ? schemas.peekId(schema) : schemas.peekGuid(schema))
    if (kept) return this.#plan(schema, kept, undefined)
    const context = { ...this.#about, ...(typeof schema === 'number' && { schemaId: schema }) }
    throw new SchemaNotLoadedError(
      `schema ${schema} is not loaded yet; decode asynchronously, or warm up first`,
      { ...context, missing: [schema] },
    )
  }

  #plan(
    schema: number | string,
    writer: StoredSchema,
    latest: ReadType | undefined,
  ): ReaderPlan | IncompatibleReaderError {
    const types = latest ? [latest] : this.#types.map((type) => this.#readTypeOf(type))
    const plan = this.#planOrError(writer, types)
    const [oldest] = this.#plans.keys()
    if (this.#plans.size >= MAX_PLANS && oldest !== undefined) this.#plans.delete(oldest)
    this.#plans.set(schema, plan)
    return plan
  }

  #planOrError(
    writer: StoredSchema,
    types: readonly ReadType[],
  ): ReaderPlan | IncompatibleReaderError {
    const isLenient = this.#part.options.lenientReaders ?? false
    const context = this.#aboutWriter(writer)
    try {
      return planReader(writer, types, { isLenient, codec: this.#codec }, context)
    } catch (error) {
      if (error instanceof IncompatibleReaderError) return error
      throw error
    }
  }

  #readTypeOf(type: KnownType): ReadType {
    const known = this.#readers.get(type)
    if (known) return known
    if (type.reader) return { ...type, reader: type.reader }
    throw new Error('the references of every type were loaded')
  }

  #read({ decoder, isRaw, mark }: ReaderPlan, bytes: Uint8Array, start: number): unknown {
    const options = start === ID_PREFIX_SIZE ? this.#atPrefix : { ...this.#atStart, start }
    const value = isRaw ? decoder.decode(withLength(bytes, start)) : decoder.decode(bytes, options)
    return mark === undefined ? value : { $type: mark, ...(value as object) }
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
  return error instanceof SchemaRegistryError ? error.schemaId : undefined
}
