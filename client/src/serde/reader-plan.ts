import { createDecoder, type Decoder, parsingCanonicalForm, type Schema } from '@magicbyte/avro'
import type { StoredSchema } from '../cache/registered-schema.ts'
import { IncompatibleReaderError } from '../errors/data-errors.ts'
import type { ErrorContext } from '../errors/schema-registry-error.ts'
import { refuseIncompatible } from './incompatibility.ts'
import type { KnownType } from './part-types.ts'
import { type SchemaInfo, schemaInfo } from './schema-info.ts'

/** What reads the data of one writer. */
export interface ReaderPlan {
  readonly writer: StoredSchema
  readonly info: SchemaInfo
  readonly decoder: Decoder
  /** The name that marks what is read, if types came as a list. */
  readonly mark: string | undefined
  /** Whether data are bytes without their length, as Java's serializers write them. */
  readonly isRaw: boolean
}

/**
 * Plans the reading of a writer's data as one of several types; as the writer's own if there are
 * none.
 * @throws IncompatibleReaderError
 */
export function planReader(
  writer: StoredSchema,
  readers: readonly ReadType[],
  { isLenient, codec }: { readonly isLenient: boolean; readonly codec: KnownType['codec'] },
  context: ErrorContext,
): ReaderPlan {
  const { root } = writer.parsed
  const shared = { writer, info: schemaInfo(writer), isRaw: root.type === 'bytes' }
  if (readers.length === 0) {
    return { ...shared, decoder: createDecoder(root, root, codec), mark: undefined }
  }
  const type = readers.length === 1 ? readers[0]! : typeFor(root, readers, context)
  const mark = type.isMarked ? type.name : undefined
  return { ...shared, decoder: decoderFor(root, type, isLenient, context), mark }
}

/** A type whose schema is known. */
export type ReadType = KnownType & { readonly reader: Schema }

function decoderFor(
  writer: Schema,
  { reader, generated, codec }: ReadType,
  isLenient: boolean,
  context: ErrorContext,
): Decoder {
  if (isWrittenAlike(writer, reader)) return generated ?? createDecoder(reader, reader, codec)
  if (!isLenient) {
    const what = "the reader's schema cannot read what was written"
    refuseIncompatible(reader, writer, what, context)
  }
  return createDecoder(writer, reader, codec)
}

/** Whether two schemas write the same bytes for the same values. */
export function isWrittenAlike(a: Schema, b: Schema): boolean {
  return parsingCanonicalForm(a) === parsingCanonicalForm(b)
}

function typeFor(writer: Schema, readers: readonly ReadType[], context: ErrorContext): ReadType {
  const name = 'fullName' in writer ? writer.fullName : writer.type
  const found =
    readers.find((type) => type.name === name) ??
    readers.find(({ reader }) => 'aliases' in reader && reader.aliases.includes(name))
  if (found) return found
  const names = readers.map((type) => type.name).join(', ')
  throw new IncompatibleReaderError(`${name} was written, which is none of ${names}`, {
    ...context,
    differences: [],
  })
}
