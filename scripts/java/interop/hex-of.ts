/** Bytes as hexadecimal digits, for comparisons and for messages. */
export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
