import { ErrorCode, RegistryError } from '../core/errors.ts'
import { MAX_INT } from '../core/version.ts'

/**
 * The query of a request, read as a Java server does: names are case-sensitive, the first of
 * repeated values counts, an empty value is as good as none, and a broken escape is kept as it
 * stands.
 */
export class Query {
  readonly #values = new Map<string, string[]>()

  constructor(text: string) {
    for (const pair of text.split('&')) {
      if (pair === '') continue
      const end = pair.indexOf('=')
      const name = decode(end === -1 ? pair : pair.slice(0, end))
      const value = end === -1 ? '' : decode(pair.slice(end + 1))
      this.add(name, value)
    }
  }

  get isEmpty(): boolean {
    return this.#values.size === 0
  }

  add(name: string, value: string): void {
    const values = this.#values.get(name)
    if (values) values.push(value)
    else this.#values.set(name, [value])
  }

  /** Puts the value in the place of those given. */
  set(name: string, value: string): void {
    this.#values.set(name, [value])
  }

  /** The first value; absent where it is empty. */
  text(name: string): string | undefined {
    return this.#values.get(name)?.[0] || undefined
  }

  /** The first value, be it empty. */
  raw(name: string): string | undefined {
    return this.#values.get(name)?.[0]
  }

  all(name: string): readonly string[] {
    return this.#values.get(name) ?? []
  }

  /** Only `true`, in any letter case, is true. */
  flag(name: string): boolean {
    return this.#values.get(name)?.[0]?.toLowerCase() === 'true'
  }

  /** 404 for what is no 32-bit integer, as a Java server answers. */
  int(name: string): number | undefined {
    const text = this.text(name)
    return text === undefined ? undefined : parseInt32(text)
  }
}

/** An optional sign and digits, within 32 bits; 404 otherwise, as a Java server answers. */
export function parseInt32(text: string): number {
  const number = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= -MAX_INT - 1 && number <= MAX_INT)) {
    throw new RegistryError(ErrorCode.NOT_FOUND, 'HTTP 404 Not Found')
  }
  return number
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
