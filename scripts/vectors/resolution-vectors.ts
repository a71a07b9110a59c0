import type { VectorKind } from './vector-kind.ts'

/** Encoded values with the reader's view of them. */
export const resolutionVectors: VectorKind = {
  name: 'resolution-vectors',
  everyItemHas: ['reader', 'writer', 'writerHex'],
  check: () => [{ column: 'readerHex', skipped: 'there is no codec yet' }],
}
