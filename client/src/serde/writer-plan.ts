import { checkCompatibility, createEncoder, type Encoder, type Schema } from '@magicbyte/avro'
import type { RegisteredSchema } from '../cache/registered-schema.ts'
import { IncompatibleReaderError } from '../errors/data-errors.ts'
import { RegistryAnswerError } from '../errors/http-errors.ts'
import type { ErrorContext } from '../errors/schema-registry-error.ts'
import type { KnownType } from './part-types.ts'
import { isWrittenAlike } from './reader-plan.ts'
import { guidHeader, idPrefix } from './wire-format.ts'

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

/** @throws RegistryAnswerError where a guid is needed that the registry did not tell */
export function planWriter(
  registered: RegisteredSchema,
  type: KnownType | undefined,
  {
    location,
    codec,
  }: { readonly location: 'prefix' | 'header'; readonly codec: KnownType['codec'] },
  context: ErrorContext,
): WriterPlan {
  const { root } = registered.parsed
  const generated = type?.reader && isWrittenAlike(type.reader, root) ? type.generated : undefined
  return {
    registered,
    encoder: generated ?? createEncoder(root, type?.codec ?? codec),
    isRaw: root.type === 'bytes',
    prefix: location === 'prefix' ? idPrefix(registered.id) : undefined,
    header: location === 'header' ? guidHeader(guidOf(registered, context)) : undefined,
  }
}

/**
 * Refuses to write with a schema that could not read what the type writes.
 * @throws IncompatibleReaderError
 */
export function checkWriter(
  registered: RegisteredSchema,
  type: Schema,
  context: ErrorContext,
): void {
  const differences = checkCompatibility(registered.parsed.root, type).map((found) => ({
    path: found.location,
    message: `${found.type}: ${found.message}`,
  }))
  if (differences.length === 0) return
  throw new IncompatibleReaderError(
    `the schema to write with cannot read what the type writes: ${differences[0]!.message} at ${differences[0]!.path}`,
    { ...context, schemaId: registered.id, differences },
  )
}

function guidOf({ guid, id }: RegisteredSchema, context: ErrorContext): string {
  if (guid !== undefined) return guid
  throw new RegistryAnswerError(
    'the registry tells no guids, which schemas in record headers are named by',
    { ...context, schemaId: id },
  )
}
