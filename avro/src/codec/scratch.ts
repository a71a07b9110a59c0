// One 8-byte cell seen as different types: the cheapest way between numbers and their bits.
// Each use fills it and takes the result in one go, so that sharing is safe.

const cell = /* @__PURE__ */ new ArrayBuffer(8)

/** The cell as bytes, in the machine's order. */
export const scratchBytes: Uint8Array = /* @__PURE__ */ new Uint8Array(cell)
/** The cell as two 32-bit halves, see {@link LOW} and {@link HIGH}. */
export const scratchInts: Int32Array = /* @__PURE__ */ new Int32Array(cell)
/** The cell as one signed 64-bit integer. */
export const scratchLong: BigInt64Array = /* @__PURE__ */ new BigInt64Array(cell)
/** The cell as one float, in its first half. */
export const scratchFloat: Float32Array = /* @__PURE__ */ new Float32Array(cell)
/** The cell as one double. */
export const scratchDouble: Float64Array = /* @__PURE__ */ new Float64Array(cell)

/** Whether the machine puts the least significant byte first, as Avro does. */
export const IS_LITTLE_ENDIAN: boolean = /* @__PURE__ */ isLittleEndian()

/** Index of the less significant half in {@link scratchInts}. */
export const LOW: 0 | 1 = IS_LITTLE_ENDIAN ? 0 : 1
/** Index of the more significant half in {@link scratchInts}. */
export const HIGH: 0 | 1 = IS_LITTLE_ENDIAN ? 1 : 0

function isLittleEndian(): boolean {
  return new Uint8Array(new Uint32Array([1]).buffer)[0] === 1
}
