/** What bytes that are not framed as Confluent's clients do it probably are; for people. */
export function wrongFramingHint(bytes: Uint8Array): string | undefined {
  return GUESSES.find(({ fits }) => fits(bytes))?.hint
}

interface Guess {
  readonly fits: (bytes: Uint8Array) => boolean
  readonly hint: string
}

const startsWith =
  (...start: readonly number[]) =>
  (bytes: Uint8Array) =>
    start.every((byte, index) => bytes[index] === byte)

const GUESSES: readonly Guess[] = [
  {
    fits: ({ length }) => length === 0,
    hint: 'some producers write empty bytes where they mean null; `emptyAs: "null"` takes them so',
  },
  {
    fits: (bytes) => startsWith(0, 0, 0, 0)(bytes) && bytes.length >= 9 && bytes[4] === 0,
    hint: 'it may be the framing of Apicurio, whose ids have 8 bytes; set up its producers for 4 bytes',
  },
  {
    fits: (bytes) =>
      startsWith(3)(bytes) && (bytes[1] === 0 || bytes[1] === 5) && bytes.length >= 18,
    hint: 'it may be the framing of AWS Glue, which names schemas by a UUID of its own registry',
  },
  {
    fits: startsWith(0x4f, 0x62, 0x6a, 1),
    hint: 'it is an Avro container file, not a message; `readContainer` of @magicbyte/avro reads it',
  },
  {
    fits: startsWith(0xc3, 1),
    hint: 'it is Avro single-object encoding; `decodeSingleObject` of @magicbyte/avro reads it',
  },
  {
    fits: (bytes) => /^\s*["[{\d-]/.test(beginningOf(bytes)),
    hint: 'it looks like JSON; the producer does not use the serializer of a registry',
  },
  {
    fits: (bytes) => /^[\t\n\r\x20-\x7e]+$/.test(beginningOf(bytes)),
    hint: 'it looks like plain text; the producer does not use the serializer of a registry',
  },
]

function beginningOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 16))
}
