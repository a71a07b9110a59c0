import { InvalidSchemaError, parseSchema, type ValidationMode } from '@magicbyte/avro'
import { type Check, type VectorItem, type VectorKind, valueOrError } from './vector-kind.ts'

/** Texts and whether they are schemas, for each of three readers. */
export const schemaValidity: VectorKind = {
  name: 'schema-validity',
  everyItemHas: ['schema', 'valid_java', 'valid_confluent_new', 'valid_confluent_existing'],
  check: (item) => [
    checkValidity(item, 'valid_java', 'plain'),
    checkValidity(item, 'valid_confluent_new', 'new'),
    checkValidity(item, 'valid_confluent_existing', 'existing'),
  ],
}

function checkValidity(item: VectorItem, column: string, mode: ValidationMode): Check {
  const verdict = valueOrError(() => isValid(String(item.schema), mode))
  return { column, expected: item[column] ? 'valid' : 'invalid', actual: verdict }
}

function isValid(text: string, mode: ValidationMode): string {
  try {
    parseSchema(text, { mode })
    return 'valid'
  } catch (error) {
    if (error instanceof InvalidSchemaError) return 'invalid'
    throw error
  }
}
