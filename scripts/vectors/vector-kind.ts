/** A kind of vector file, recognised by the keys of its items. */
export interface VectorKind {
  readonly name: string
  /** Keys that every item has. */
  readonly everyItemHas: readonly string[]
  /** Keys that some item has. */
  readonly someItemHas?: readonly string[]
  /** Gives one check for each column that an item fills; never throws. */
  readonly check: (item: VectorItem) => readonly Check[]
}

/** An item of a vector file as it was read. */
export type VectorItem = Readonly<Record<string, unknown>>

/** One comparison with what a vector file says. A skipped check has a reason instead of values. */
export type Check = Comparison | { readonly column: string; readonly skipped: string }

export interface Comparison {
  readonly column: string
  readonly expected: unknown
  readonly actual: unknown
}

/** Finds the kind whose keys the items have. */
export function recognize(
  kinds: readonly VectorKind[],
  items: readonly VectorItem[],
): VectorKind | undefined {
  return kinds.find(
    ({ everyItemHas, someItemHas = [] }) =>
      everyItemHas.every((key) => items.every((item) => key in item)) &&
      someItemHas.every((key) => items.some((item) => key in item)),
  )
}

/** Gives what the function gives, or the message of the error it throws. */
export function valueOrError<Value>(run: () => Value): Value | { readonly error: string } {
  try {
    return run()
  } catch (error) {
    return { error: String(error) }
  }
}
