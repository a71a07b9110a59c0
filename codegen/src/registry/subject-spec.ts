import { UsageError } from '../inputs/input-error.ts'

/** Which versions of which subjects are meant. */
export interface SubjectSpec {
  /** A name or a pattern. */
  readonly subject: string
  /** Whether `*` and `?` in the name stand for other characters. */
  readonly isPattern: boolean
  /** A number, the latest version, or all of them; undefined if nothing is said. */
  readonly version: number | 'latest' | 'all' | undefined
}

/**
 * Reads `name`, `name@3`, `name@latest`, `name@all`; `*` in a name stands for any characters and `?`
 * for one. What follows an `@` and is none of these belongs to the name. Throws UsageError.
 */
export function parseSubjectSpec(text: string): SubjectSpec {
  const [, name, word] = /^(.*)@(latest|all|\d+)$/s.exec(text) ?? []
  const subject = name ?? text
  if (subject === '') throw new UsageError(`"${text}" names no subject`)
  return { subject, isPattern: /[*?]/.test(subject), version: versionOf(word, text) }
}

/**
 * Tells whether a subject matches a pattern. Subjects of a context other than the default one are
 * matched only by patterns that begin with a colon.
 */
export function createSubjectTest(pattern: string): (subject: string) => boolean {
  const source = pattern.replace(/[\\^$.*+?()[\]{}|/-]+/g, (special) =>
    [...special].map((char) => WILDCARDS.get(char) ?? `\\x${hexOf(char)}`).join(''),
  )
  const expression = new RegExp(`^${source.replace(/(?:\[^\]\*)+/g, '[^]*')}$`, 'u')
  return (subject) =>
    subject.startsWith(':') === pattern.startsWith(':') && expression.test(subject)
}

const WILDCARDS: ReadonlyMap<string, string> = new Map([
  ['*', '[^]*'],
  ['?', '[^]'],
])

function hexOf(char: string): string {
  return char.charCodeAt(0).toString(16).padStart(2, '0')
}

function versionOf(word: string | undefined, text: string): SubjectSpec['version'] {
  if (word === undefined || word === 'latest' || word === 'all') return word
  const number = Number(word)
  if (number >= 1 && number < 2 ** 31) return number
  throw new UsageError(`"${text}" names no version; they begin with 1`)
}
