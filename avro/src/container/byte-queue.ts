/** Bytes that arrive in chunks and are taken off piece by piece. */
export class ByteQueue {
  /** Bytes taken so far: where the next one is, from the start of the file. */
  offset = 0
  #bytes: Uint8Array
  #start = 0
  #end: number
  /** Whether the bytes may be moved and written over. */
  #isOwn = false

  constructor(bytes: Uint8Array = new Uint8Array(0)) {
    this.#bytes = bytes
    this.#end = bytes.length
  }

  /** Bytes that can be taken. */
  get size(): number {
    return this.#end - this.#start
  }

  /** Copies a chunk to the end. What was taken before with {@link take} is not valid any more. */
  push(chunk: Uint8Array): void {
    if (!this.#isOwn || this.#end + chunk.length > this.#bytes.length) this.#makeRoom(chunk.length)
    this.#bytes.set(chunk, this.#end)
    this.#end += chunk.length
  }

  /** The byte so far from the next one; it must be there. */
  peek(index: number): number {
    return this.#bytes[this.#start + index]!
  }

  /** Takes bytes, which must be there; they are valid until the next chunk comes. */
  take(size: number): Uint8Array {
    const start = this.#start
    this.#start += size
    this.offset += size
    return this.#bytes.subarray(start, this.#start)
  }

  /** Takes bytes, which must be there; they stay as they are as long as the caller's own do. */
  takeForGood(size: number): Uint8Array {
    const bytes = this.take(size)
    return this.#isOwn ? bytes.slice() : bytes
  }

  #makeRoom(size: number): void {
    const live = this.#bytes.subarray(this.#start, this.#end)
    const needed = live.length + size
    if (this.#isOwn && needed * 2 <= this.#bytes.length) {
      this.#bytes.copyWithin(0, this.#start, this.#end)
    } else {
      this.#bytes = new Uint8Array(Math.max(MIN_CAPACITY, needed * 2))
      this.#bytes.set(live)
      this.#isOwn = true
    }
    this.#start = 0
    this.#end = live.length
  }
}

const MIN_CAPACITY = 64 * 1024
