import { Failure, FinalFailure } from './failure.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { allocate, nativeText } from './platform.ts'
import {
  HIGH,
  IS_LITTLE_ENDIAN,
  LOW,
  scratchBytes,
  scratchDouble,
  scratchFloat,
  scratchInts,
  scratchLong,
} from './scratch.ts'

/**
 * Writes Avro's binary encoding (specification, "Binary Encoding").
 * Small results are cut from a shared slab, as allocating each of them costs more than writing it;
 * a result is never written to again.
 */
export class ByteWriter {
  bytes: Uint8Array
  /** Index of the next byte. */
  position = 0
  /** How many values of recursive types the current one lies within. */
  depth = 0
  readonly #maxDepth: number
  /** Where the message that is being written begins. */
  #start = 0
  /** For messages that are too big for a slab; kept from one to the next. */
  #large: Uint8Array | undefined
  #lastSize = 0
  #rewinds = 0

  constructor(bytes: Uint8Array = EMPTY, limits: Limits = DEFAULT_LIMITS) {
    this.bytes = bytes
    this.#maxDepth = limits.maxDepth
  }

  /**
   * Writes one message with `write`, behind a prefix if one is given, and gives its bytes. What was
   * written before an error is forgotten.
   */
  message<Value>(
    write: (value: Value, output: ByteWriter) => void,
    value: Value,
    prefix?: Uint8Array,
  ): Uint8Array {
    // A conversion may encode another message in the middle of this one.
    if (slabIsTaken) return separateMessage(write, value, prefix, this.#maxDepth)
    slabIsTaken = true
    try {
      this.#begin()
      if (prefix) this.writeRaw(prefix)
      write(value, this)
      return this.#finish()
    } finally {
      slabIsTaken = false
      this.depth = 0
    }
  }

  /**
   * Goes one value of a recursive type deeper; {@link leave} must follow. Nothing is written that
   * could not be read.
   */
  enter(): void {
    if (++this.depth > this.#maxDepth) {
      throw new Failure(`at most ${this.#maxDepth} values within each other`, 'more, or a cycle')
    }
  }

  leave(): void {
    this.depth--
  }

  /** Bytes of the current message so far. */
  written(): number {
    return this.position - this.#start
  }

  /**
   * Forgets all but the first bytes of the current message, to try something else; unions within
   * unions would make the attempts double with each level.
   */
  rewind(written: number, depth: number): void {
    if (++this.#rewinds > MAX_REWINDS + 16 * written) {
      throw new FinalFailure(
        'a value whose branches of unions are easier to find',
        'too many attempts',
      )
    }
    this.position = this.#start + written
    this.depth = depth
  }

  /** Makes room for as many bytes as are going to be written. */
  ensure(size: number): void {
    if (this.position + size > this.bytes.length) this.#grow(size)
  }

  writeByte(byte: number): void {
    if (this.position >= this.bytes.length) this.#grow(1)
    this.bytes[this.position++] = byte
  }

  writeBoolean(value: boolean): void {
    this.writeByte(value ? 1 : 0)
  }

  /** A number that is an integer of 32 bits, as the caller has checked. */
  writeInt(value: number): void {
    this.ensure(5)
    this.#writeUnsigned((value << 1) ^ (value >> 31))
  }

  /** A number that is a safe integer, as the caller has checked. */
  writeLongFromNumber(value: number): void {
    if (value >= -0x40000000 && value < 0x40000000) {
      this.ensure(5)
      this.#writeUnsigned((value << 1) ^ (value >> 31))
      return
    }
    const high = Math.floor(value / 0x100000000)
    this.#writeHalves(value | 0, high)
  }

  /** A bigint of 64 bits, as the caller has checked. */
  writeLong(value: bigint): void {
    scratchLong[0] = value
    const low = scratchInts[LOW]!
    const high = scratchInts[HIGH]!
    if (high === low >> 31 && low >= -0x40000000 && low < 0x40000000) {
      this.ensure(5)
      this.#writeUnsigned((low << 1) ^ (low >> 31))
      return
    }
    this.#writeHalves(low, high)
  }

  /** 4 bytes, IEEE 754, little-endian. */
  writeFloat(value: number): void {
    this.ensure(4)
    scratchFloat[0] = value
    const { bytes } = this
    const at = this.position
    for (let i = 0; i < 4; i++) bytes[at + i] = scratchBytes[IS_LITTLE_ENDIAN ? i : 3 - i]!
    this.position = at + 4
  }

  /** 8 bytes, IEEE 754, little-endian. */
  writeDouble(value: number): void {
    this.ensure(8)
    scratchDouble[0] = value
    const { bytes } = this
    const at = this.position
    if (IS_LITTLE_ENDIAN) {
      bytes[at] = scratchBytes[0]!
      bytes[at + 1] = scratchBytes[1]!
      bytes[at + 2] = scratchBytes[2]!
      bytes[at + 3] = scratchBytes[3]!
      bytes[at + 4] = scratchBytes[4]!
      bytes[at + 5] = scratchBytes[5]!
      bytes[at + 6] = scratchBytes[6]!
      bytes[at + 7] = scratchBytes[7]!
    } else {
      for (let i = 0; i < 8; i++) bytes[at + i] = scratchBytes[7 - i]!
    }
    this.position = at + 8
  }

  /** Length and UTF-8; half a surrogate pair has none and becomes U+FFFD. */
  writeString(text: string): void {
    const { length } = text
    if (length > SHORT_TEXT) {
      this.#writeLongText(text)
      return
    }
    this.ensure(length + 1)
    const { bytes } = this
    let at = this.position
    bytes[at++] = length << 1
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i)
      if (code > 0x7f) {
        this.#writeLongText(text)
        return
      }
      bytes[at++] = code
    }
    this.position = at
  }

  /** A length and the bytes. */
  writeBytes(value: Uint8Array): void {
    this.writeLongFromNumber(value.length)
    this.writeRaw(value)
  }

  /** Bytes as they are. */
  writeRaw(value: Uint8Array): void {
    this.ensure(value.length)
    this.bytes.set(value, this.position)
    this.position += value.length
  }

  #writeUnsigned(zigzag: number): void {
    const { bytes } = this
    let at = this.position
    let rest = zigzag
    while (rest >>> 0 > 0x7f) {
      bytes[at++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    bytes[at++] = rest
    this.position = at
  }

  #writeHalves(low: number, high: number): void {
    this.ensure(10)
    const { bytes } = this
    const sign = high >> 31
    let rest = ((high << 1) | (low >>> 31)) ^ sign
    const lowBits = (low << 1) ^ sign
    let at = this.position
    bytes[at++] = (lowBits & 0x7f) | 0x80
    bytes[at++] = ((lowBits >>> 7) & 0x7f) | 0x80
    bytes[at++] = ((lowBits >>> 14) & 0x7f) | 0x80
    bytes[at++] = ((lowBits >>> 21) & 0x7f) | 0x80
    const middle = (lowBits >>> 28) | ((rest & 7) << 4)
    rest >>>= 3
    if (rest === 0) {
      bytes[at++] = middle
    } else {
      bytes[at++] = middle | 0x80
      while (rest > 0x7f) {
        bytes[at++] = (rest & 0x7f) | 0x80
        rest >>>= 7
      }
      bytes[at++] = rest
    }
    this.position = at
  }

  #writeLongText(text: string): void {
    const { length } = text
    // A UTF-16 unit takes at most 3 bytes of UTF-8.
    this.ensure(5 + length * 3)
    const guess = varintSize(length)
    const start = this.position
    const written = encodeText(text, this.bytes, start + guess)
    const size = varintSize(written)
    if (size !== guess) {
      this.bytes.copyWithin(start + size, start + guess, start + guess + written)
    }
    this.writeLongFromNumber(written)
    this.position = start + size + written
  }

  #begin(): void {
    this.#rewinds = 0
    if (this.#lastSize > LARGE) {
      this.bytes = this.#large ?? allocate(this.#lastSize * 2)
      this.#start = 0
    } else {
      if (slab.length - slabUsed < Math.max(256, this.#lastSize * 2)) newSlab()
      this.bytes = slab
      this.#start = slabUsed
    }
    this.position = this.#start
  }

  #finish(): Uint8Array {
    const size = this.position - this.#start
    this.#lastSize = size
    const result = this.bytes.subarray(this.#start, this.position)
    if (this.bytes === slab) {
      slabUsed = this.position
      return result
    }
    this.#large = this.bytes.length <= MAX_KEPT ? this.bytes : undefined
    const copy = allocate(size)
    copy.set(result)
    return copy
  }

  #grow(size: number): void {
    const used = this.position - this.#start
    const larger = allocate(Math.max(2 * used, used + size, 1024))
    larger.set(this.bytes.subarray(this.#start, this.position))
    this.bytes = larger
    this.position = used
    this.#start = 0
  }
}

const EMPTY: Uint8Array = /* @__PURE__ */ new Uint8Array(0)

/** Characters up to which a loop is faster than asking the platform (measured on Node 20 to 24). */
const SHORT_TEXT = 32

/** Bytes of a message from which it gets an allocation of its own. */
const LARGE = 8 * 1024
const SLAB = 64 * 1024
/** Bytes of working space that may be kept. */
const MAX_KEPT = 4 * 1024 * 1024

/** Attempts a message may take, and some more for each of its bytes. */
const MAX_REWINDS = 2 ** 17

let slab = EMPTY
let slabUsed = 0
/** Whether a message is being written to the slab. */
let slabIsTaken = false

function newSlab(): void {
  slab = allocate(SLAB)
  slabUsed = 0
}

function separateMessage<Value>(
  write: (value: Value, output: ByteWriter) => void,
  value: Value,
  prefix: Uint8Array | undefined,
  maxDepth: number,
): Uint8Array {
  const output = new ByteWriter(undefined, { ...DEFAULT_LIMITS, maxDepth })
  if (prefix) output.writeRaw(prefix)
  write(value, output)
  return output.bytes.subarray(0, output.position)
}

const encoder = /* @__PURE__ */ new TextEncoder()

function encodeText(text: string, bytes: Uint8Array, at: number): number {
  if (nativeText) return nativeText.utf8Write.call(bytes, text, at, bytes.length - at)
  return encoder.encodeInto(text, bytes.subarray(at)).written
}

function varintSize(length: number): number {
  if (length < 0x40) return 1
  if (length < 0x2000) return 2
  if (length < 0x100000) return 3
  return length < 0x8000000 ? 4 : 5
}
