import type { PrimitiveType } from './schema.ts'

/** The types that are given by a word alone. */
export const PRIMITIVES: ReadonlyMap<string, PrimitiveType> = new Map(
  (['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string'] as const).map(
    (type) => [type, type],
  ),
)
