import { nearestName } from '../inputs/nearest-name.ts'

/** Adds what is wrong with a value to the problems. */
export type Check = (value: unknown, path: string, problems: string[]) => void

/** A text that is not empty. */
export const text: Check = (value, path, problems) => {
  if (typeof value !== 'string' || value === '') problems.push(`${path} has to be a text`)
}

/** True or false. */
export const flag: Check = (value, path, problems) => {
  if (typeof value !== 'boolean') problems.push(`${path} has to be true or false`)
}

/** One of some words. */
export function oneOf(words: readonly string[]): Check {
  return (value, path, problems) => {
    if (typeof value === 'string' && words.includes(value)) return
    problems.push(`${path} has to be one of ${words.map((word) => `"${word}"`).join(', ')}`)
  }
}

/** A list whose items pass a check. */
export function listOf(check: Check): Check {
  return (value, path, problems) => {
    if (!Array.isArray(value)) {
      problems.push(`${path} has to be a list`)
      return
    }
    for (const [index, item] of value.entries()) check(item, `${path}[${index}]`, problems)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object with any keys whose values pass a check. */
export function mapOf(check: Check): Check {
  return (value, path, problems) => {
    if (!isRecord(value)) {
      problems.push(`${path} has to be an object`)
      return
    }
    for (const [key, item] of Object.entries(value)) {
      check(item, `${path}[${JSON.stringify(key)}]`, problems)
    }
  }
}

/** An object with known keys only, each with its check; some of them may be required. */
export function shape(
  keys: Readonly<Record<string, Check>>,
  { required = [] }: { readonly required?: readonly string[] } = {},
): Check {
  const checks = new Map(Object.entries(keys))
  return (value, path, problems) => {
    if (!isRecord(value)) {
      problems.push(`${path} has to be an object`)
      return
    }
    for (const key of required) {
      if (value[key] === undefined) problems.push(`${path}.${key} is missing`)
    }
    for (const [key, item] of Object.entries(value)) {
      const check = checks.get(key)
      if (!check) problems.push(unknownKey(path, key, checks.keys()))
      else if (item !== undefined) check(item, `${path}.${key}`, problems)
    }
  }
}

function unknownKey(path: string, key: string, known: Iterable<string>): string {
  const near = nearestName(key, known)
  const hint = near === undefined ? '' : `; did you mean "${near}"?`
  return `${path} has the unknown key ${JSON.stringify(key)}${hint}`
}

/** One check or another, as a test of the value says. */
export function either(test: (value: unknown) => boolean, first: Check, second: Check): Check {
  return (value, path, problems) => (test(value) ? first : second)(value, path, problems)
}

/** Whether a value is a text. */
export const isText = (value: unknown): boolean => typeof value === 'string'
