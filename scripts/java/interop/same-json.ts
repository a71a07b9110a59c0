import { isDeepStrictEqual } from 'node:util'

/**
 * Whether two texts of JSON stand for the same value. Java before 19 prints some doubles with more
 * digits than they need; and how many U+FFFD stand for bytes that are no UTF-8 differs.
 */
export function isSameJson(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => text.replace(/\uFFFD+/g, '\uFFFD'))
  return left === right || isDeepStrictEqual(parsed(left!), parsed(right!))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
