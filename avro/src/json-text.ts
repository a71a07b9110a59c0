import { numberText } from './java-number.ts'
import type { Json } from './json.ts'

/** A JSON value as Jackson prints it: compact, in its own key order, numbers as in Java. */
export function jsonText(json: Json): string {
  switch (json.kind) {
    case 'null':
      return 'null'
    case 'boolean':
      return String(json.value)
    case 'number':
      return numberJson(numberText(json.lexeme))
    case 'string':
      return quoted(json.value)
    case 'array':
      return `[${json.items.map(jsonText).join(',')}]`
    case 'object': {
      const members: string[] = []
      for (const [key, value] of json.members) members.push(`${quoted(key)}:${jsonText(value)}`)
      return `{${members.join(',')}}`
    }
  }
}

/** The text of a number in JSON, where NaN and the infinities have to be strings. */
export function numberJson(text: string): string {
  return text === 'NaN' || text.endsWith('Infinity') ? `"${text}"` : text
}

/** A JSON string literal as Jackson writes it: only `"`, `\` and control characters are escaped. */
export function quoted(value: string): string {
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at)
    if (unit < 0x20 || unit === 0x22 || unit === 0x5c) {
      return `"${value.replace(/["\\]|\p{Cc}/gu, escaped)}"`
    }
  }
  return `"${value}"`
}

const SHORT_ESCAPES = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

function escaped(char: string): string {
  const short = SHORT_ESCAPES.get(char)
  if (short !== undefined) return short
  // Beyond the first 32, control characters stay as they are.
  if (char > '\x1f') return char
  return `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
