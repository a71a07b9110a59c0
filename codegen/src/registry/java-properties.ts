/**
 * The properties of a file as Java writes them (`java.util.Properties.load`): `name=value` or
 * `name: value` or `name value`, `#` and `!` begin comments, a backslash at the end of a line
 * continues it, and escapes are `\t`, `\n`, `\r`, `\f`, `\uXXXX`.
 */
export function parseProperties(text: string): Readonly<Record<string, string>> {
  const properties = new Map<string, string>()
  for (const line of logicalLines(text)) {
    const { name, value } = splitLine(line)
    properties.set(unescapeText(name), unescapeText(value))
  }
  return Object.fromEntries(properties)
}

function logicalLines(text: string): string[] {
  const lines: string[] = []
  let pending: string | undefined
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = raw.replace(/^[ \t\f]+/, '')
    if (pending === undefined && (line === '' || /^[#!]/.test(line))) continue
    const whole: string = (pending ?? '') + line
    const slashes = /\\*$/.exec(whole)?.[0].length ?? 0
    if (slashes % 2 === 1) {
      pending = whole.slice(0, -1)
      continue
    }
    lines.push(whole)
    pending = undefined
  }
  if (pending !== undefined) lines.push(pending)
  return lines
}

/** At the first separator that no backslash escapes. */
function splitLine(line: string): { readonly name: string; readonly value: string } {
  const name = /^(?:\\.|[^=: \t\f\\])*/s.exec(line)?.[0] ?? ''
  const value = line.slice(name.length).replace(/^[ \t\f]*[=:]?[ \t\f]*/, '')
  return { name, value }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['f', '\f'],
])

function unescapeText(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_all, hex?: string, char = '') =>
    hex === undefined
      ? (ESCAPES.get(String(char)) ?? String(char))
      : String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
