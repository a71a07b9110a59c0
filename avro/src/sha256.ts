/** The SHA-256 digest of some bytes (FIPS 180-4): 32 bytes. */
export function sha256(data: Uint8Array): Uint8Array {
  const state = Int32Array.from(PRIMES.subarray(0, 8), (prime) => fractionBits(Math.sqrt(prime)))
  const schedule = new Int32Array(64)
  const whole = data.length & ~63
  for (let at = 0; at < whole; at += 64) mixBlock(state, schedule, data, at)
  const tail = paddedTail(data.subarray(whole), data.length)
  for (let at = 0; at < tail.length; at += 64) mixBlock(state, schedule, tail, at)
  const digest = new Uint8Array(32)
  const view = new DataView(digest.buffer)
  for (const [index, word] of state.entries()) view.setInt32(4 * index, word)
  return digest
}

const PRIMES = firstPrimes(64)

const CUBE_ROOTS = Int32Array.from(PRIMES, (prime) => fractionBits(Math.cbrt(prime)))

function firstPrimes(count: number): Uint16Array {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  }
  return Uint16Array.from(primes)
}

/** The first 32 bits after the binary point. */
function fractionBits(value: number): number {
  return ((value - Math.floor(value)) * 2 ** 32) | 0
}

function mixBlock(state: Int32Array, schedule: Int32Array, data: Uint8Array, at: number): void {
  for (let step = 0; step < 16; step++) schedule[step] = bigEndianWord(data, at + 4 * step)
  for (let step = 16; step < 64; step++) {
    const early = schedule[step - 15]!
    const late = schedule[step - 2]!
    const earlyMix = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
    const lateMix = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
    schedule[step] = schedule[step - 16]! + earlyMix + schedule[step - 7]! + lateMix
  }
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let step = 0; step < 64; step++) {
    const eMix = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const chosen = (e & f) ^ (~e & g)
    const first = (h + eMix + chosen + CUBE_ROOTS[step]! + schedule[step]!) | 0
    const aMix = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + aMix + majority) | 0
  }
  state[0] = state[0]! + a
  state[1] = state[1]! + b
  state[2] = state[2]! + c
  state[3] = state[3]! + d
  state[4] = state[4]! + e
  state[5] = state[5]! + f
  state[6] = state[6]! + g
  state[7] = state[7]! + h
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}

function bigEndianWord(data: Uint8Array, at: number): number {
  return (data[at]! << 24) | (data[at + 1]! << 16) | (data[at + 2]! << 8) | data[at + 3]!
}

/** The rest of the data with the padding and the length in bits: one or two blocks. */
function paddedTail(rest: Uint8Array, length: number): Uint8Array {
  const tail = new Uint8Array(rest.length < 56 ? 64 : 128)
  tail.set(rest)
  tail[rest.length] = 0x80
  new DataView(tail.buffer).setBigUint64(tail.length - 8, BigInt(length) * 8n)
  return tail
}
