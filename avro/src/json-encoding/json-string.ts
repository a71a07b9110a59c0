import { quoted } from '../json-text.ts'

/**
 * A JSON string literal as Jackson writes it to bytes: beyond what {@link quoted} escapes, both
 * halves of every surrogate pair.
 */
export function jsonString(text: string): string {
  return quoted(text).replace(SURROGATE, escaped)
}

const SURROGATE = /[\ud800-\udfff]/g

function escaped(half: string): string {
  return `\\u${half.charCodeAt(0).toString(16).toUpperCase()}`
}
