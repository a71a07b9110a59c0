/** Where a member of an object stands in its text: offsets in UTF-16 code units. */
export interface MemberSpan {
  readonly key: string
  readonly keyStart: number
  readonly valueStart: number
  readonly valueEnd: number
}

/**
 * The offset after the JSON value that begins at an offset. The text need not be sound: the end is
 * that of the text where a value is never closed, and of the line where no value begins.
 */
export function valueEnd(text: string, start: number): number {
  const first = text[start]
  if (first === '"') return stringEnd(text, start)
  if (first !== '{' && first !== '[') return scalarEnd(text, start)
  let depth = 0
  let at = start
  while (at < text.length) {
    const char = text[at]
    if (char === '"') {
      at = stringEnd(text, at)
      continue
    }
    if (char === '/') {
      at = commentEnd(text, at)
      continue
    }
    at++
    if (char === '{' || char === '[') depth++
    else if ((char === '}' || char === ']') && --depth === 0) return at
  }
  return text.length
}

/** The members of the object that begins at an offset of a sound text, repeated keys included. */
export function memberSpans(text: string, start: number): MemberSpan[] {
  const spans: MemberSpan[] = []
  let at = skipBlank(text, start + 1)
  while (text[at] === '"') {
    const keyStart = at
    const keyEnd = stringEnd(text, at)
    const valueStart = skipBlank(text, skipBlank(text, keyEnd) + 1)
    const end = valueEnd(text, valueStart)
    const key: unknown = JSON.parse(text.slice(keyStart, keyEnd))
    spans.push({ key: String(key), keyStart, valueStart, valueEnd: end })
    at = skipBlank(text, end)
    if (text[at] === ',') at = skipBlank(text, at + 1)
  }
  return spans
}

/** The offset of the first comment outside strings; undefined if there is none. */
export function firstComment(text: string): number | undefined {
  let at = 0
  while (at < text.length) {
    const char = text[at]
    if (char === '"') at = stringEnd(text, at)
    else if (char === '/') return at
    else at++
  }
  return undefined
}

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at]
    if (char === '\\') at++
    else if (char === '"') return at + 1
  }
  return text.length
}

function scalarEnd(text: string, start: number): number {
  let at = start
  while (at < text.length && !/[\s,:{}[\]"/]/.test(text[at]!)) at++
  return at
}

function commentEnd(text: string, start: number): number {
  if (text[start + 1] === '*') {
    const close = text.indexOf('*/', start + 2)
    return close < 0 ? text.length : close + 2
  }
  if (text[start + 1] !== '/') return start + 1
  let at = start
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

function skipBlank(text: string, start: number): number {
  let at = start
  while (at < text.length) {
    const char = text[at]!
    if (char === '/') at = commentEnd(text, at)
    else if (char === ' ' || char === '\n' || char === '\r' || char === '\t') at++
    else break
  }
  return at
}
