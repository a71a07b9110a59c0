/**
 * The 64-bit Rabin fingerprint of the Avro specification (CRC-64-AVRO) over some bytes, as the
 * signed number that Avro Java gives.
 */
export function crc64Avro(data: Uint8Array): bigint {
  let high = EMPTY_HIGH
  let low = EMPTY_LOW
  for (const byte of data) {
    const index = (low ^ byte) & 0xff
    low = ((low >>> 8) | (high << 24)) ^ LOW_TABLE[index]!
    high = (high >>> 8) ^ HIGH_TABLE[index]!
  }
  return BigInt.asIntN(64, (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0))
}

/** The fingerprint of no bytes, which is also the polynomial. */
const EMPTY = 0xc15d213aa4d7a795n
const EMPTY_HIGH = Number(EMPTY >> 32n) | 0
const EMPTY_LOW = Number(EMPTY & 0xffffffffn) | 0

// Halves of 32 bits, as arithmetic on bigints takes a hundred times as long.
const HIGH_TABLE = new Int32Array(256)
const LOW_TABLE = new Int32Array(256)

for (let index = 0; index < 256; index++) {
  let fingerprint = BigInt(index)
  for (let bit = 0; bit < 8; bit++) {
    fingerprint = (fingerprint >> 1n) ^ (fingerprint & 1n ? EMPTY : 0n)
  }
  HIGH_TABLE[index] = Number(fingerprint >> 32n)
  LOW_TABLE[index] = Number(fingerprint & 0xffffffffn)
}
