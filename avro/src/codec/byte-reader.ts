import { Failure } from './failure.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { nativeText } from './platform.ts'
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
 * Reads Avro's binary encoding (specification, "Binary Encoding") from bytes that nobody vouches
 * for: nothing outside them is read, and no length is believed before the bytes are there.
 * Every method throws a {@link Failure}, which the codec turns into a `DecodeError`.
 */
export class ByteReader {
  readonly bytes: Uint8Array
  /** Index of the next byte. */
  position: number
  readonly end: number
  /** How many values of recursive types the current one lies within. */
  depth = 0
  /** How many more items that take no bytes are allowed. */
  emptyItemsLeft: number
  readonly maxDepth: number
  /** Where the block begun last says that it ends; -1 if it does not say. */
  blockEnd = -1
  /** The halves of the long that was read last. */
  #low = 0
  #high = 0

  constructor(bytes: Uint8Array, position = 0, limits: Limits = DEFAULT_LIMITS) {
    this.bytes = bytes
    this.position = position
    this.end = bytes.length
    this.emptyItemsLeft = limits.maxEmptyItems
    this.maxDepth = limits.maxDepth
  }

  /** One byte: 1 is true, and as in Avro Java all else is false. */
  readBoolean(): boolean {
    return this.readByte() === 1
  }

  readByte(): number {
    if (this.position >= this.end) this.#runOut(1)
    return this.bytes[this.position++]!
  }

  /** A zigzag varint of at most 5 bytes that fits 32 bits. */
  readInt(): number {
    if (this.position < this.end) {
      const byte = this.bytes[this.position]!
      if (byte < 0x80) {
        this.position++
        return (byte >>> 1) ^ -(byte & 1)
      }
    }
    return this.#readLongInt()
  }

  /** A long as a number; what a number cannot hold exactly is refused. */
  readLongAsNumber(): number {
    if (this.position < this.end) {
      const byte = this.bytes[this.position]!
      if (byte < 0x80) {
        this.position++
        return (byte >>> 1) ^ -(byte & 1)
      }
    }
    const start = this.position
    this.#readHalves()
    const high = this.#high
    if (high >= 0x200000 || high < -0x200000 || (high === -0x200000 && this.#low === 0)) {
      this.#refuseUnsafe(start)
    }
    return high * 0x100000000 + (this.#low >>> 0)
  }

  readLong(): bigint {
    if (this.position < this.end) {
      const byte = this.bytes[this.position]!
      if (byte < 0x80) {
        this.position++
        return BigInt((byte >>> 1) ^ -(byte & 1))
      }
    }
    this.#readHalves()
    scratchInts[LOW] = this.#low
    scratchInts[HIGH] = this.#high
    return scratchLong[0]!
  }

  /** A long that is not looked at; it has to be one all the same. */
  skipLong(): void {
    if (this.readByte() < 0x80) return
    this.position--
    this.#readHalves()
  }

  /** 4 bytes, IEEE 754, little-endian. */
  readFloat(): number {
    const at = this.advance(4)
    const { bytes } = this
    for (let i = 0; i < 4; i++) scratchBytes[IS_LITTLE_ENDIAN ? i : 3 - i] = bytes[at + i]!
    return scratchFloat[0]!
  }

  /** 8 bytes, IEEE 754, little-endian. */
  readDouble(): number {
    const at = this.advance(8)
    const { bytes } = this
    if (IS_LITTLE_ENDIAN) {
      scratchBytes[0] = bytes[at]!
      scratchBytes[1] = bytes[at + 1]!
      scratchBytes[2] = bytes[at + 2]!
      scratchBytes[3] = bytes[at + 3]!
      scratchBytes[4] = bytes[at + 4]!
      scratchBytes[5] = bytes[at + 5]!
      scratchBytes[6] = bytes[at + 6]!
      scratchBytes[7] = bytes[at + 7]!
    } else {
      for (let i = 0; i < 8; i++) scratchBytes[7 - i] = bytes[at + i]!
    }
    return scratchDouble[0]!
  }

  /** A length and as many bytes of UTF-8; what is not UTF-8 becomes U+FFFD as in Avro Java. */
  readString(): string {
    const length = this.readLength()
    const start = this.position
    const end = start + length
    this.position = end
    return length <= SHORT_TEXT
      ? shortText(this.bytes, start, end)
      : nativeOrDecoded(this.bytes, start, end)
  }

  /** A length and as many bytes, copied. */
  readBytes(): Uint8Array {
    return this.take(this.readLength())
  }

  /** A number of bytes, copied. */
  readFixed(size: number): Uint8Array {
    return this.take(size)
  }

  /** A copy of the next bytes. */
  take(size: number): Uint8Array {
    const at = this.advance(size)
    const { bytes } = this
    // Not `slice`: of a Buffer it makes a Buffer, and it is no faster.
    const copy = new Uint8Array(size)
    if (size > FEW_BYTES) copy.set(new Uint8Array(bytes.buffer, bytes.byteOffset + at, size))
    else for (let i = 0; i < size; i++) copy[i] = bytes[at + i]!
    return copy
  }

  /** A view of the next bytes; it changes when they do. */
  view(size: number): Uint8Array {
    const at = this.advance(size)
    return new Uint8Array(this.bytes.buffer, this.bytes.byteOffset + at, size)
  }

  /** Passes over bytes, which must be there; gives where they begin. */
  advance(size: number): number {
    const at = this.position
    if (size > this.end - at) this.#runOut(size)
    this.position = at + size
    return at
  }

  /** The length of a string or of bytes, all of which are there. */
  readLength(): number {
    const start = this.position
    const length = this.readLongAsNumber()
    if (length < 0) throw new Failure('a length', `${length}`, { offset: start })
    if (length > this.end - this.position) this.#runOut(length)
    return length
  }

  /** Goes one value of a recursive type deeper; {@link leave} must follow. */
  enter(): void {
    if (++this.depth > this.maxDepth) {
      throw new Failure(`at most ${this.maxDepth} values within each other`, 'more')
    }
  }

  leave(): void {
    this.depth--
  }

  #readLongInt(): number {
    const start = this.position
    let value = 0
    for (let shift = 0; shift <= 28; shift += 7) {
      const byte = this.readByte()
      if (shift === 28 && byte > 0x0f) break
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return (value >>> 1) ^ -(value & 1)
    }
    throw new Failure('an int of 32 bits', 'a longer number', { offset: start })
  }

  #readHalves(): void {
    const { bytes, end } = this
    const start = this.position
    let at = start
    let low = 0
    let high = 0
    let shift = 0
    let byte = 0x80
    while (byte >= 0x80 && shift < 28) {
      if (at >= end) this.#runOut(1, at)
      byte = bytes[at++]!
      low |= (byte & 0x7f) << shift
      shift += 7
    }
    if (byte >= 0x80) {
      if (at >= end) this.#runOut(1, at)
      byte = bytes[at++]!
      low |= (byte & 0x7f) << 28
      high = (byte & 0x7f) >>> 4
      shift = 3
      while (byte >= 0x80) {
        if (at >= end) this.#runOut(1, at)
        byte = bytes[at++]!
        if (shift === 31 && byte > 1) {
          throw new Failure('a long of 64 bits', 'a longer number', { offset: start })
        }
        high |= (byte & 0x7f) << shift
        shift += 7
      }
    }
    this.position = at
    const sign = -(low & 1)
    this.#low = ((low >>> 1) | (high << 31)) ^ sign
    this.#high = (high >>> 1) ^ sign
  }

  #refuseUnsafe(start: number): never {
    scratchInts[LOW] = this.#low
    scratchInts[HIGH] = this.#high
    throw new Failure(
      'a long that a number holds exactly (`long: "bigint"` reads all)',
      `${scratchLong[0]}`,
      { offset: start },
    )
  }

  #runOut(needed: number, at = this.position): never {
    const left = this.end - at
    throw new Failure(
      `${needed} more byte${needed === 1 ? '' : 's'}`,
      left === 0 ? 'the end' : `${left}`,
      { offset: at },
    )
  }
}

/** Bytes up to which a loop is the fastest way to copy them (measured on Node 20). */
const FEW_BYTES = 16

/** Bytes up to which a loop is faster than asking the platform (measured on Node 20 to 24). */
const SHORT_TEXT = 12

const decoder = /* @__PURE__ */ new TextDecoder('utf-8', { ignoreBOM: true })

function shortText(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  let at = start
  for (; at + 4 <= end; at += 4) {
    const a = bytes[at]!
    const b = bytes[at + 1]!
    const c = bytes[at + 2]!
    const d = bytes[at + 3]!
    if ((a | b | c | d) > 0x7f) return nativeOrDecoded(bytes, start, end)
    text += String.fromCharCode(a, b, c, d)
  }
  for (; at < end; at++) {
    const a = bytes[at]!
    if (a > 0x7f) return nativeOrDecoded(bytes, start, end)
    text += String.fromCharCode(a)
  }
  return text
}

function nativeOrDecoded(bytes: Uint8Array, start: number, end: number): string {
  if (nativeText) return nativeText.utf8Slice.call(bytes, start, end)
  return decoder.decode(bytes.subarray(start, end))
}
