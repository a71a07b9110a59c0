/** Names of types, each given out once. */
export interface TypeNames {
  /** A name that nobody else has: the wanted one, or one with a number behind it. */
  readonly take: (wanted: string) => string
  /** What the type of a field would be called. */
  readonly fromField: (field: string) => string
}

/** Begins to give out names. */
export function createTypeNames(): TypeNames {
  const taken = new Set<string>()
  return {
    take(wanted) {
      let name = wanted
      for (let number = 2; taken.has(name); number++) name = `${wanted}${number}`
      taken.add(name)
      return name
    },
    fromField: pascalCase,
  }
}

/** Whether a text can be a name in Avro. */
export function isAvroName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text)
}

/** A name of a type made of any text: `order-line` gives `OrderLine`. */
export function pascalCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter(Boolean)
  const name = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')
  if (name === '') return 'Value'
  const safe = /^\d/.test(name) ? `_${name}` : name
  return safe
}
