/** Whether a text can stand as a name in TypeScript without quotes, and mean nothing else. */
export function isIdentifier(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text) || IDENTIFIER.test(text)
}

/** Whether a text is a word of the language, or of its types, that cannot name a type. */
export function isReservedWord(text: string): boolean {
  return RESERVED.has(text)
}

/** A text made an identifier: what cannot stand in one becomes `_`. */
export function toIdentifier(text: string): string {
  const replaced = text.replace(/[^\p{ID_Continue}$]/gu, '_')
  const name = /^[\p{ID_Start}_$]/u.test(replaced) ? replaced : `_${replaced}`
  return isReservedWord(name) ? `${name}_` : name
}

/** The words of a text in upper camel case, an identifier. */
export function toPascalCase(text: string): string {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  return toIdentifier(words.map((word) => capitalized(word)).join(''))
}

/** The words of a text in lower camel case, an identifier. */
export function toCamelCase(text: string): string {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const [first = '', ...others] = words
  const start = first.charAt(0).toLowerCase() + first.slice(1)
  return toIdentifier(start + others.map((word) => capitalized(word)).join(''))
}

/** A text with its first letter in upper case. */
export function capitalized(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20).trim()
  return first.toUpperCase() + text.slice(first.length)
}

/** The first of a name, the name with `_`, with `_2`, `_3` and so on that is not taken. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name
  if (!isTaken(`${name}_`)) return `${name}_`
  let number = 2
  while (isTaken(`${name}_${number}`)) number++
  return `${name}_${number}`
}

const IDENTIFIER = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u

const RESERVED: ReadonlySet<string> = new Set(
  [
    'any abstract arguments as asserts async await bigint boolean break case catch class const',
    'continue debugger declare default delete do else enum eval export extends false finally for',
    'from function get global globalThis if implements import in infer instanceof interface',
    'intrinsic is keyof let module namespace never new null number object of package private',
    'protected public readonly require return set static string super switch symbol this throw',
    'true try type typeof undefined unique unknown var void while with yield Infinity NaN',
  ]
    .join(' ')
    .split(' '),
)
