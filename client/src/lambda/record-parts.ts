import { UnsupportedSchemaError } from '../errors/schema-errors.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import { type Bytes, toBytes } from '../serde/bytes.ts'
import {
  headersObject,
  KEY_SCHEMA_HEADER,
  type RecordHeaders,
  VALUE_SCHEMA_HEADER,
} from '../serde/record-headers.ts'
import type { RecordBytes } from '../serde/topic-serde.ts'
import { idPrefix } from '../serde/wire-format.ts'
import type { KafkaEventRecord, SchemaMetadata } from './kafka-event.ts'

/**
 * The parts of a record as a Kafka client would hand them over. Where the mapping took the schema's
 * id off the data, it is put into a header.
 * @throws InvalidArgumentError for a record that is none, or that holds JSON
 * @throws UnsupportedSchemaError for other data than Avro
 */
export function recordBytes(record: KafkaEventRecord): RecordBytes {
  const { keySchemaMetadata, valueSchemaMetadata } = record
  return {
    key: base64Bytes(record.key),
    value: base64Bytes(record.value),
    headers: {
      ...headersObject(headersOf(record)),
      ...schemaHeader(KEY_SCHEMA_HEADER, keySchemaMetadata),
      ...schemaHeader(VALUE_SCHEMA_HEADER, valueSchemaMetadata),
    },
  }
}

/**
 * The bytes of base64; null for null and undefined.
 * @throws InvalidArgumentError
 */
export function base64Bytes(text: string | null | undefined): Bytes | null {
  if (text === null || text === undefined) return null
  if (typeof text !== 'string') throw new InvalidArgumentError('a record is not in base64')
  try {
    return toBytes(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)))
  } catch {
    throw new InvalidArgumentError('a record is not in base64')
  }
}

/**
 * Headers as a Kafka client would hand them over.
 * @throws InvalidArgumentError
 */
export function headersOf({ headers }: KafkaEventRecord): RecordHeaders {
  return (headers ?? []).map((header) =>
    Object.fromEntries(
      Object.entries(header).map(([name, bytes]) => [name, toBytes(Uint8Array.from(bytes))]),
    ),
  )
}

function schemaHeader(
  name: string,
  metadata: SchemaMetadata | null | undefined,
): { readonly [name: string]: Uint8Array } {
  if (!metadata) return {}
  const { dataFormat, schemaId } = metadata
  if (dataFormat === 'JSON') {
    throw new InvalidArgumentError(
      'the event source mapping gives JSON: set its eventRecordFormat to SOURCE, or the option of the same name here to JSON',
    )
  }
  if (dataFormat !== 'AVRO') {
    throw new UnsupportedSchemaError(`a record is no Avro, but ${String(dataFormat).slice(0, 50)}`)
  }
  const id = Number(schemaId)
  if (Number.isInteger(id) && id > 0 && id < 2 ** 31) return { [name]: idPrefix(id) }
  throw new InvalidArgumentError('the schema id of a record is none of a Confluent registry')
}
