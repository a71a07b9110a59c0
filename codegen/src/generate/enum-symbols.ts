import type { EnumSchema } from '@magicbyte/avro'
import { quote } from './literals.ts'
import type { Scope } from './scope.ts'

/** The name of the constant of an enum's symbols, for reading and writing. */
export function symbolsPart({ symbols, fullName }: EnumSchema, scope: Scope): string {
  const { project } = scope
  const { type } = project.names.ofType(fullName)
  // A text is no member of a TypeScript enum.
  const suffix = project.options.enums === 'enum' ? ` as ${type}` : ''
  const texts = symbols.map((symbol) => quote(symbol) + suffix)
  return scope.part(`symbolsOf${type}`, (own) => [
    `const ${own}: readonly ${type}[] = [${texts.join(', ')}];`,
  ])
}
