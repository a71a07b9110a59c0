import { crc64Avro } from './crc64.ts'
import { md5 } from './md5.ts'
import { parsingCanonicalForm } from './parsing-form.ts'
import type { Schema } from './schema.ts'
import { sha256 } from './sha256.ts'

/** The algorithms the specification names. */
export type FingerprintAlgorithm = 'CRC-64-AVRO' | 'MD5' | 'SHA-256'

/**
 * A fingerprint of the Avro specification: a digest of the UTF-8 bytes of the schema's Parsing
 * Canonical Form. The 8 bytes of CRC-64-AVRO are little-endian, as in single-object encoding.
 */
export function fingerprint(schema: Schema, algorithm: FingerprintAlgorithm): Uint8Array {
  const form = new TextEncoder().encode(parsingCanonicalForm(schema))
  switch (algorithm) {
    case 'CRC-64-AVRO':
      return littleEndian(crc64Avro(form))
    case 'MD5':
      return md5(form)
    case 'SHA-256':
      return sha256(form)
  }
}

/** The CRC-64-AVRO fingerprint as the signed number that Avro Java gives. */
export function fingerprint64(schema: Schema): bigint {
  return crc64Avro(new TextEncoder().encode(parsingCanonicalForm(schema)))
}

/** Lower-case hexadecimal digits, two for each byte. */
export function hex(bytes: Uint8Array): string {
  let digits = ''
  for (const byte of bytes) digits += HEX_DIGITS[byte]
  return digits
}

const HEX_DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function littleEndian(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigInt64(0, value, true)
  return bytes
}
