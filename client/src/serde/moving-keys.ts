import type { SerdeOptions } from './serde-options.ts'

/**
 * Warns, when the first key with a schema is about to be written, where equal keys may become
 * different bytes: with another schema id they would go to another partition, and no longer be
 * compacted together.
 */
export function warnOfMovingKeys(
  topic: string,
  { schemaIdLocation, useSchemaId, autoRegisterSchemas }: SerdeOptions,
): void {
  if (schemaIdLocation === 'header') return
  const isPinned = typeof useSchemaId === 'object' && useSchemaId.key !== undefined
  // Registering goes before a schema id.
  if (isPinned && !autoRegisterSchemas) return
  const { process } = globalThis as { process?: Emitter }
  process?.emitWarning?.(
    `the keys of ${topic} hold their schema's id, so that a new version of the schema moves them to other partitions; pin it with useSchemaId: { key }, use schemaIdLocation: "header", or keys of a primitive format`,
    { code: 'MAGICBYTE_MOVING_KEYS' },
  )
}

interface Emitter {
  emitWarning?(message: string, options: { readonly code: string }): void
}
