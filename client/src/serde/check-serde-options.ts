import { isSchemaId } from '../cache/registered-schema.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import type { SerdeOptions } from './serde-options.ts'

/**
 * Refuses options that TypeScript would have refused, as they come from settings: what is not
 * understood must not be taken for the default.
 * @throws InvalidArgumentError
 */
export function checkSerdeOptions({
  schemaIdLocation,
  emptyAs,
  codec = {},
  useSchemaId,
}: SerdeOptions): void {
  checkChoice('schemaIdLocation', schemaIdLocation, ['prefix', 'header'])
  checkChoice('emptyAs', emptyAs, ['error', 'null'])
  checkChoice('codec.long', codec.long, ['bigint', 'number', 'string'])
  checkChoice('codec.unions', codec.unions, ['tagged', 'wrapped', 'plain'])
  checkChoice('codec.bytes', codec.bytes, ['copy', 'view'])
  if (typeof codec.logicalTypes !== 'object') {
    checkChoice('codec.logicalTypes', codec.logicalTypes, ['native', 'raw'])
  }
  const ids = typeof useSchemaId === 'object' ? useSchemaId : { value: useSchemaId }
  for (const id of [ids.key, ids.value]) {
    if (id !== undefined && !isSchemaId(id)) {
      throw new InvalidArgumentError('useSchemaId is no positive integer of 32 bits')
    }
  }
}

function checkChoice<Choice>(
  name: string,
  value: Choice | undefined,
  choices: readonly Choice[],
): void {
  if (value === undefined || choices.includes(value)) return
  throw new InvalidArgumentError(`${name} is none of ${choices.join(', ')}`)
}
