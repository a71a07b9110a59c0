import { DecodeError as AvroDecodeError, CodecError } from '@magicbyte/avro'
import { DecodeError, EncodeError } from '../errors/data-errors.ts'
import type { ErrorContext } from '../errors/schema-registry-error.ts'

/** An error of encoding with what it is about; other errors as they are. */
export function encodeFailure(error: unknown, context: ErrorContext): unknown {
  if (!(error instanceof CodecError)) return error
  return new EncodeError(`${about(context)}: ${error.message}`, {
    ...context,
    path: error.path,
    cause: error,
  })
}

/** An error of decoding with what it is about; other errors as they are. */
export function decodeFailure(error: unknown, context: ErrorContext): unknown {
  if (!(error instanceof CodecError)) return error
  return new DecodeError(`${about(context)}: ${error.message}`, {
    ...context,
    path: error.path,
    offset: error instanceof AvroDecodeError ? error.offset : undefined,
    cause: error,
  })
}

function about({ topic, isKey, schemaId }: ErrorContext): string {
  const part = `${isKey ? 'key' : 'value'} of ${topic}`
  return schemaId === undefined ? part : `${part}, schema id ${schemaId}`
}
