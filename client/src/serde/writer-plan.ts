import { createEncoder, type Encoder, type Schema } from '@magicbyte/avro'
import type { RegisteredSchema } from '../cache/registered-schema.ts'
import { RegistryAnswerError } from '../errors/http-errors.ts'
import type { ErrorContext } from '../errors/schema-registry-error.ts'
import type { KnownType } from './part-types.ts'
import { isWrittenAlike } from './reader-plan.ts'
import { guidHeader, idPrefix, isGuid } from './wire-format.ts'

/** What writes values of a type. */
export interface WriterPlan {
  readonly registered: RegisteredSchema
  readonly encoder: Encoder
  /** Put before the data; undefined where the schema is named in a header. */
  readonly prefix: Uint8Array | undefined
  /** The value of the header that names the schema. */
  readonly header: Uint8Array | undefined
  /** Whether data are bytes without their length, as Java's serializers write them. */
  readonly isRaw: boolean
}

/** How values of a type are written. */
export interface WriterRequest {
  readonly type: KnownType | undefined
  /** The schema of the type, if it is known. */
  readonly reader: Schema | undefined
  readonly location: 'prefix' | 'header' | undefined
  /** Where there is no type. */
  readonly codec: KnownType['codec']
}

/** @throws RegistryAnswerError where a guid is needed that the registry did not tell */
export function planWriter(
  registered: RegisteredSchema,
  { type, reader, location, codec }: WriterRequest,
  context: ErrorContext,
): WriterPlan {
  const { root } = registered.parsed
  // What is written alike may yet look otherwise: logical types are the type's.
  const own = reader && isWrittenAlike(reader, root) ? reader : undefined
  const generated = own && !type?.isStricter ? type?.generated : undefined
  const isInHeader = location === 'header'
  return {
    registered,
    encoder: generated ?? createEncoder(own ?? root, type?.codec ?? codec),
    isRaw: root.type === 'bytes',
    prefix: isInHeader ? undefined : idPrefix(registered.id),
    header: isInHeader ? guidHeader(guidOf(registered, context)) : undefined,
  }
}

function guidOf({ guid, id }: RegisteredSchema, context: ErrorContext): string {
  if (guid !== undefined && isGuid(guid)) return guid
  throw new RegistryAnswerError(
    'the registry tells no guids, which schemas in record headers are named by',
    { ...context, schemaId: id },
  )
}
