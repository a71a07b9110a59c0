/** Bounds of what one message may cost, for input that nobody vouches for. */
export interface Limits {
  /**
   * How many values of recursive types, and of parts of JSON, may lie within each other. Default
   * 256.
   */
  readonly maxDepth: number
  /** How many items that take no bytes, such as nulls, one message may hold. Default 1,048,576. */
  readonly maxEmptyItems: number
}

/** Applied where nothing else is asked for. */
export const DEFAULT_LIMITS: Limits = { maxDepth: 256, maxEmptyItems: 2 ** 20 }
