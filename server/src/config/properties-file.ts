/** One key with its value, and the line (from 1) on which it begins. */
export interface Property {
  readonly key: string
  readonly value: string
  readonly line: number
}

/**
 * The entries of a Java `.properties` text in their order, as `java.util.Properties` reads them:
 * `=`, `:` or blanks after the key, `#` and `!` comments, lines continued by a backslash, escapes.
 * Throws a `SyntaxError` that names the line of a malformed `\u` escape.
 */
export function parseProperties(text: string): Property[] {
  const lines = text.split(/\r\n|\r|\n/)
  const properties: Property[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = i + 1
    let logical = trimStart(lines[i]!)
    if (logical === '' || logical.startsWith('#') || logical.startsWith('!')) continue
    while (continues(logical) && i + 1 < lines.length) {
      i++
      logical = logical.slice(0, -1) + trimStart(lines[i]!)
    }
    const [, key, value] = ENTRY.exec(logical)!
    properties.push({ key: resolveEscapes(key!, line), value: resolveEscapes(value!, line), line })
  }
  return properties
}

const ENTRY = /^((?:\\.|[^\\=: \t\f])*)[ \t\f]*(?:[=:][ \t\f]*)?(.*)$/su

function trimStart(line: string): string {
  return line.replace(/^[ \t\f]+/, '')
}

/** An odd number of backslashes at its end carries a line on; an even number is escaped ones. */
function continues(line: string): boolean {
  return /\\*$/.exec(line)![0].length % 2 === 1
}

const ESCAPES = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['f', '\f'],
])

function resolveEscapes(text: string, line: number): string {
  return text.replace(/\\(u[0-9a-f]{4}|.|$)/gisu, (_, escaped: string) => {
    if (escaped.length === 5) return String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
    if (escaped === 'u') throw new SyntaxError(`malformed \\u escape in line ${line}`)
    return ESCAPES.get(escaped) ?? escaped
  })
}
