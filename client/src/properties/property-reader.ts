import { InvalidArgumentError } from '../errors/usage-errors.ts'

/** Properties as files of Java and dictionaries of Python have them. */
export type Properties = Readonly<Record<string, PropertyValue>>

/** One value; null and undefined mean that it is not set. */
export type PropertyValue = string | number | boolean | null | undefined

/** A property as it was found. */
export interface Property {
  /** The name under which it was found. */
  readonly name: string
  /** Without blanks around it. */
  readonly text: string
}

/** The prefix that Java allows before every name of its client. */
const PREFIX = 'schema.registry.'

/** Reads properties and remembers which ones. Errors name a property and never show its value. */
export class PropertyReader {
  readonly #values: ReadonlyMap<string, string>
  readonly #read = new Set<string>()

  constructor(properties: Properties) {
    const set = Object.entries(properties).filter(
      ([, value]) => value !== null && value !== undefined,
    )
    this.#values = new Map(set.map(([name, value]) => [name, String(value).trim()]))
  }

  /** The first that is set of these names, each also with `schema.registry.` before it. */
  find(...names: readonly string[]): Property | undefined {
    const found = names
      .flatMap((name) => (name.startsWith(PREFIX) ? [name] : [PREFIX + name, name]))
      .filter((name) => this.#values.has(name))
    for (const name of found) this.#read.add(name)
    const [name] = found
    return name === undefined ? undefined : { name, text: this.#values.get(name)! }
  }

  text(...names: readonly string[]): string | undefined {
    return this.find(...names)?.text
  }

  boolean(...names: readonly string[]): boolean | undefined {
    return this.choice({ true: true, false: false }, ...names)
  }

  /** A number from `min` to 2147483647, whole unless it may be a fraction. */
  number(
    { min, fraction = false }: { readonly min: number; readonly fraction?: boolean },
    ...names: readonly string[]
  ): number | undefined {
    const found = this.find(...names)
    if (!found) return undefined
    const form = fraction ? /^-?\d{1,10}(\.\d{1,6})?$/ : /^-?\d{1,10}$/
    const value = form.test(found.text) ? Number(found.text) : Number.NaN
    if (value >= min && value < 2 ** 31) return value
    const kind = fraction ? 'number' : 'whole number'
    throw new InvalidArgumentError(`${found.name} is no ${kind} from ${min} to 2147483647`)
  }

  /** What the text stands for; letter case does not matter. */
  choice<Value>(
    choices: Readonly<Record<string, Value>>,
    ...names: readonly string[]
  ): Value | undefined {
    const found = this.find(...names)
    if (!found) return undefined
    const text = found.text.toLowerCase()
    const choice = Object.entries(choices).find(([name]) => name.toLowerCase() === text)
    if (choice) return choice[1]
    const all = Object.keys(choices).join(', ')
    throw new InvalidArgumentError(`${found.name} is none of: ${all}`)
  }

  /** All that begin with a prefix, by the rest of their names. */
  startingWith(prefix: string): readonly (readonly [rest: string, text: string])[] {
    const prefixes = [PREFIX + prefix, prefix]
    return [...this.#values].flatMap(([name, text]) => {
      const found = prefixes.find((p) => name.startsWith(p) && name.length > p.length)
      if (found === undefined) return []
      this.#read.add(name)
      return [[name.slice(found.length), text] as const]
    })
  }

  /** Takes back that these were read. */
  ignore(...names: readonly string[]): void {
    for (const name of names.flatMap((name) => [PREFIX + name, name])) this.#read.delete(name)
  }

  /** Those that are about a registry and were not read, sorted. */
  unread(): readonly string[] {
    const unread = [...this.#values.keys()].filter((name) => !this.#read.has(name))
    return unread.filter((name) => REGISTRY_LIKE.test(name)).sort()
  }
}

/** Names that clients and serializers of registries use, and other parts of Kafka do not. */
const REGISTRY_LIKE = new RegExp(
  `^(${[
    'schema\\.registry\\.',
    '(basic|bearer)\\.auth\\.',
    'request\\.header\\.',
    'proxy\\.(host|port)$',
    '(key\\.|value\\.)?(subject|context)\\.name\\.strategy',
    '(key\\.|value\\.)?schema\\.(id|reflection|format)',
    '(use\\.(latest|schema)|auto\\.register|normalize\\.schemas|propagate\\.schema)',
    '(latest|missing|cache|id)\\.(cache|compatibility|capacity|latest|id|version|schema)',
    '(avro|specific|rule|validation)\\.',
    '(max\\.schemas|max\\.retries|retries\\.|http\\.)',
  ].join('|')})`,
)

/** Those members that are not undefined. */
export function definedOf<T extends object>(values: T): Defined<T> {
  const defined = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(defined) as Defined<T>
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }
