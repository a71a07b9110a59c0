/** How much a cache holds at most. */
export interface LruLimits<Value> {
  readonly entries: number
  readonly bytes: number
  /** Bytes of a value, about. */
  readonly sizeOf: (value: Value) => number
}

/** Keeps what was used last, within a number of entries and of bytes. */
export class LruCache<Value> {
  readonly #limits: LruLimits<Value>
  /** In the order of their use, the last one at the end. */
  readonly #entries = new Map<string, { readonly value: Value; readonly bytes: number }>()
  #bytes = 0

  constructor(limits: LruLimits<Value>) {
    this.#limits = limits
  }

  /** What is kept under the key; counts as a use. */
  get(key: string): Value | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.value
  }

  /** Keeps a value, and drops what was not used for longest to make room. */
  set(key: string, value: Value): void {
    this.delete(key)
    const bytes = this.#limits.sizeOf(value)
    if (bytes > this.#limits.bytes) return
    this.#entries.set(key, { value, bytes })
    this.#bytes += bytes
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#limits.entries && this.#bytes <= this.#limits.bytes) return
      this.delete(oldest)
    }
  }

  delete(key: string): void {
    const entry = this.#entries.get(key)
    if (!entry) return
    this.#entries.delete(key)
    this.#bytes -= entry.bytes
  }

  /** Drops the entries whose value is as described. */
  deleteWhere(matches: (value: Value) => boolean): void {
    for (const [key, { value }] of this.#entries) if (matches(value)) this.delete(key)
  }

  /** Keys and values, the one used last at the end; counts as no use. */
  *entries(): Generator<readonly [key: string, value: Value]> {
    for (const [key, { value }] of this.#entries) yield [key, value]
  }
}
