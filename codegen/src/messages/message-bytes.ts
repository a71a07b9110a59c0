import { UsageError } from '../inputs/input-error.ts'

/** How bytes are written as text, or not. */
export const BYTE_FORMS = ['hex', 'base64', 'raw'] as const

/** One of {@link BYTE_FORMS}. */
export type ByteForm = (typeof BYTE_FORMS)[number]

/**
 * The messages in bytes that came in: all of them are one if they are raw, else each line that is
 * not empty is one. Blanks within a line do not count, nor does `0x` before hexadecimal digits.
 * Throws UsageError.
 */
export function splitMessages(input: Uint8Array, form: ByteForm): readonly Uint8Array[] {
  if (form === 'raw') return [input]
  const lines = new TextDecoder().decode(input).split('\n')
  return lines.flatMap((line, index) => {
    const text = line.replace(/\s+/g, '')
    return text === '' ? [] : [parseLine(text, form, index + 1)]
  })
}

/** Bytes as a line of text. */
export function formatBytes(bytes: Uint8Array, form: Exclude<ByteForm, 'raw'>): string {
  const { buffer, byteOffset, byteLength } = bytes
  return Buffer.from(buffer, byteOffset, byteLength).toString(form)
}

function parseLine(text: string, form: Exclude<ByteForm, 'raw'>, line: number): Uint8Array {
  if (form === 'base64') {
    if (/^[A-Za-z0-9+/_-]*={0,2}$/.test(text)) return Buffer.from(text, 'base64')
    throw new UsageError(`Line ${line} is no base64 (--in says what it is)`)
  }
  const digits = text.replace(/^0x/i, '')
  if (digits.length % 2 === 0 && /^[0-9a-f]*$/i.test(digits)) return Buffer.from(digits, 'hex')
  throw new UsageError(
    `Line ${line} is no even number of hexadecimal digits (--in says what it is)`,
  )
}
