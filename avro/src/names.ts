/** What is wrong with a name in Avro Java's words; undefined if nothing is. */
export type NameRule = (name: string | undefined) => string | undefined

/** The specification's rule: ASCII letters, digits and `_`, not beginning with a digit. */
export const strictName: NameRule = (name) => nameProblem(name, isAsciiLetter, isAsciiDigit)

/**
 * Avro Java's default rule, the same with the letters and digits of every script. Each UTF-16 unit
 * is looked at alone, as Java does, so no letter outside the basic plane passes.
 */
export const unicodeName: NameRule = (name) => nameProblem(name, isLetter, isDigit)

/**
 * The words by which a schema names its types itself; a type of such a name needs its namespace.
 */
export const TYPE_WORDS: ReadonlySet<string> = new Set([
  'record',
  'enum',
  'array',
  'map',
  'union',
  'fixed',
  'string',
  'bytes',
  'int',
  'long',
  'float',
  'double',
  'boolean',
  'null',
])

/** Splits at the last dot; without one the namespace is the one given. */
export function splitName(name: string, namespace: string): { name: string; namespace: string } {
  const dot = name.lastIndexOf('.')
  if (dot < 0) return { name, namespace }
  return { name: name.slice(dot + 1), namespace: name.slice(0, dot) }
}

/** Namespace and name joined by a dot; the name alone in the null namespace, which is empty. */
export function fullNameOf(name: string, namespace: string): string {
  return namespace === '' ? name : `${namespace}.${name}`
}

type UnitTest = (unit: number) => boolean

const UNDERSCORE = 0x5f

function nameProblem(name: string | undefined, letter: UnitTest, digit: UnitTest) {
  if (name === undefined) return 'Null name'
  if (name === '') return 'Empty name'
  if (isPlain(name)) return undefined
  const first = name.charCodeAt(0)
  if (!letter(first) && first !== UNDERSCORE) return `Illegal initial character: ${name}`
  for (let at = 1; at < name.length; at++) {
    const unit = name.charCodeAt(at)
    if (!letter(unit) && !digit(unit) && unit !== UNDERSCORE) {
      return `Illegal character in: ${name}`
    }
  }
  return undefined
}

/** Almost every name is, and this is the fastest way to see it. */
function isPlain(name: string): boolean {
  if (isAsciiDigit(name.charCodeAt(0))) return false
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at)
    if (!isAsciiLetter(unit) && !isAsciiDigit(unit) && unit !== UNDERSCORE) return false
  }
  return true
}

function isAsciiLetter(unit: number): boolean {
  const lower = unit | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

function isAsciiDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

function isLetter(unit: number): boolean {
  return isAsciiLetter(unit) || (unit > 0x7f && /^\p{L}$/u.test(String.fromCharCode(unit)))
}

function isDigit(unit: number): boolean {
  return isAsciiDigit(unit) || (unit > 0x7f && /^\p{Nd}$/u.test(String.fromCharCode(unit)))
}
