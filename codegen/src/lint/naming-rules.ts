import { basename, dirname } from 'node:path'
import { nameWords } from './name-words.ts'
import type { LintRule } from './rule.ts'

/** Rules about names and namespaces. */
export const NAMING_RULES: readonly LintRule[] = [
  {
    id: 'NAMESPACE_REQUIRED',
    purpose: 'Named types have a namespace',
    topic: 'naming',
    level: 'minimal',
    *check({ definitions }) {
      for (const { nameJson, name, namespace } of definitions) {
        if (namespace !== '') continue
        const message = `"${name}" has no namespace`
        yield { at: nameJson.at, message, hint: 'Add a "namespace", such as "com.example.orders"' }
      }
    },
  },
  {
    id: 'NAME_PASCAL',
    purpose: 'Names of types are in PascalCase',
    topic: 'naming',
    level: 'standard',
    *check({ definitions }) {
      for (const { nameJson, name } of definitions) {
        if (/^[A-Z][A-Za-z0-9]*$/.test(name)) continue
        yield { at: nameJson.at, message: `"${name}" is not in PascalCase`, ...such(pascal(name)) }
      }
    },
  },
  {
    id: 'FIELD_CAMEL',
    purpose: 'Names of fields are in camelCase',
    topic: 'naming',
    level: 'standard',
    *check({ fields }) {
      for (const { nameJson, name } of fields) {
        if (/^[a-z][A-Za-z0-9]*$/.test(name)) continue
        const better = pascal(name).replace(/^[A-Z]/, (letter) => letter.toLowerCase())
        yield { at: nameJson.at, message: `"${name}" is not in camelCase`, ...such(better) }
      }
    },
  },
  {
    id: 'FIELD_SNAKE',
    purpose: 'Names of fields are in snake_case',
    topic: 'naming',
    *check({ fields }) {
      for (const { nameJson, name } of fields) {
        if (/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)) continue
        const better = nameWords(name).join('_').toLowerCase()
        yield { at: nameJson.at, message: `"${name}" is not in snake_case`, ...such(better) }
      }
    },
  },
  {
    id: 'ENUM_UPPER_SNAKE',
    purpose: 'Symbols of enums are in UPPER_SNAKE_CASE',
    topic: 'naming',
    level: 'standard',
    *check({ definitions }) {
      for (const { json } of definitions) {
        const symbols = json.members.get('symbols')
        if (symbols?.kind !== 'array') continue
        for (const symbol of symbols.items) {
          if (symbol.kind !== 'string' || /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(symbol.value))
            continue
          const message = `The symbol "${symbol.value}" is not in UPPER_SNAKE_CASE`
          const better = nameWords(symbol.value).join('_').toUpperCase()
          yield { at: symbol.at, message, ...such(better) }
        }
      }
    },
  },
  {
    id: 'NAMESPACE_MATCHES_PATH',
    purpose: 'The namespace of the outermost type ends as the folders of its file do',
    topic: 'naming',
    level: 'strict',
    *check({ file, definitions }) {
      const [outermost] = definitions
      if (!outermost || outermost.namespace === '') return
      const folder = basename(dirname(file.source.location))
      const last = outermost.namespace.split('.').at(-1) ?? ''
      if (folder === last) return
      const message = `The namespace "${outermost.namespace}" does not end in the folder "${folder}"`
      yield { at: outermost.nameJson.at, message }
    },
  },
  {
    id: 'NAME_RESERVED',
    purpose: 'Names of types are not those of TypeScript or of its global types',
    topic: 'naming',
    level: 'standard',
    *check({ definitions }) {
      for (const { nameJson, name } of definitions) {
        if (!RESERVED.has(name)) continue
        const message = `"${name}" means something else in TypeScript`
        yield { at: nameJson.at, message, hint: 'Choose a name that says what it holds' }
      }
    },
  },
]

const RESERVED = new Set(
  `Array ArrayBuffer BigInt Boolean Buffer DataView Date Error Function Infinity Iterator JSON Map
  Math NaN Number Object Partial Promise Proxy ReadonlyArray Record RegExp Required Set String Symbol
  Uint8Array WeakMap WeakSet any bigint boolean class const constructor default delete enum export
  extends false function import interface let never new null number object package private protected
  public return static string super switch symbol this true type typeof undefined unknown var void
  while yield`.split(/\s+/),
)

function such(better: string): { hint?: string } {
  return /^[A-Za-z_]\w*$/.test(better) ? { hint: `such as "${better}"` } : {}
}

function pascal(name: string): string {
  return nameWords(name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('')
}
