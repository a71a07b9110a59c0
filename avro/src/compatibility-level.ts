/** What a new schema is compared with: with nothing, with the latest version or with all. */
export type CompatibilityLevel =
  | 'NONE'
  | 'BACKWARD'
  | 'BACKWARD_TRANSITIVE'
  | 'FORWARD'
  | 'FORWARD_TRANSITIVE'
  | 'FULL'
  | 'FULL_TRANSITIVE'

/** All levels. */
export const compatibilityLevels: readonly CompatibilityLevel[] = [
  'NONE',
  'BACKWARD',
  'BACKWARD_TRANSITIVE',
  'FORWARD',
  'FORWARD_TRANSITIVE',
  'FULL',
  'FULL_TRANSITIVE',
]

/**
 * Which schema must read: in the backward direction the new one, in the forward direction the old.
 */
export type Direction = 'backward' | 'forward'

/** Gives the directions that a level asks for, in Confluent's order. */
export function directionsOf(level: CompatibilityLevel): readonly Direction[] {
  switch (level) {
    case 'NONE':
      return []
    case 'BACKWARD':
    case 'BACKWARD_TRANSITIVE':
      return ['backward']
    case 'FORWARD':
    case 'FORWARD_TRANSITIVE':
      return ['forward']
    case 'FULL':
    case 'FULL_TRANSITIVE':
      return ['forward', 'backward']
  }
}

/** Gives the versions that a level asks for, of a history whose newest version comes first. */
export function* relevantVersions<Version>(
  level: CompatibilityLevel,
  history: Iterable<Version>,
): Generator<Version, void> {
  if (level === 'NONE') return
  for (const version of history) {
    yield version
    if (!level.endsWith('_TRANSITIVE')) return
  }
}
