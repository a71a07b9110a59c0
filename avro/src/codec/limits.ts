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

/** Limits of a caller; what is left out, or undefined, is the default. */
export type LimitOptions = { readonly [Name in keyof Limits]?: Limits[Name] | undefined }

/** Applied where nothing else is asked for. */
export const DEFAULT_LIMITS: Limits = { maxDepth: 256, maxEmptyItems: 2 ** 20 }

/** All limits. A member that is there but undefined must not lift its limit, so no spread. */
export function limitsOf({
  maxDepth = DEFAULT_LIMITS.maxDepth,
  maxEmptyItems = DEFAULT_LIMITS.maxEmptyItems,
}: LimitOptions = {}): Limits {
  return { maxDepth, maxEmptyItems }
}
