/** The MD5 digest of some bytes (RFC 1321): 16 bytes. */
export function md5(data: Uint8Array): Uint8Array {
  const state = Int32Array.of(0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476)
  const words = new Int32Array(16)
  const whole = data.length & ~63
  for (let at = 0; at < whole; at += 64) mixBlock(state, words, data, at)
  const tail = paddedTail(data.subarray(whole), data.length)
  for (let at = 0; at < tail.length; at += 64) mixBlock(state, words, tail, at)
  const digest = new Uint8Array(16)
  const view = new DataView(digest.buffer)
  for (const [index, word] of state.entries()) view.setInt32(4 * index, word, true)
  return digest
}

const ROTATIONS = Uint8Array.of(7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21)

const SINES = Int32Array.from(
  { length: 64 },
  (_, step) => (Math.abs(Math.sin(step + 1)) * 2 ** 32) | 0,
)

function mixBlock(state: Int32Array, words: Int32Array, data: Uint8Array, at: number): void {
  for (let word = 0; word < 16; word++) words[word] = littleEndianWord(data, at + 4 * word)
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  for (let step = 0; step < 64; step++) {
    const round = step >> 4
    let mixed: number
    let word: number
    if (round === 0) {
      mixed = (b & c) | (~b & d)
      word = step
    } else if (round === 1) {
      mixed = (d & b) | (~d & c)
      word = (5 * step + 1) & 15
    } else if (round === 2) {
      mixed = b ^ c ^ d
      word = (3 * step + 5) & 15
    } else {
      mixed = c ^ (b | ~d)
      word = (7 * step) & 15
    }
    const sum = (a + mixed + SINES[step]! + words[word]!) | 0
    const rotation = ROTATIONS[4 * round + (step & 3)]!
    a = d
    d = c
    c = b
    b = (b + ((sum << rotation) | (sum >>> (32 - rotation)))) | 0
  }
  state[0] = state[0]! + a
  state[1] = state[1]! + b
  state[2] = state[2]! + c
  state[3] = state[3]! + d
}

function littleEndianWord(data: Uint8Array, at: number): number {
  return data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)
}

/** The rest of the data with the padding and the length in bits: one or two blocks. */
function paddedTail(rest: Uint8Array, length: number): Uint8Array {
  const tail = new Uint8Array(rest.length < 56 ? 64 : 128)
  tail.set(rest)
  tail[rest.length] = 0x80
  new DataView(tail.buffer).setBigUint64(tail.length - 8, BigInt(length) * 8n, true)
  return tail
}
