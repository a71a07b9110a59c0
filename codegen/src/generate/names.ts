import type { NamedSchema } from '@magicbyte/avro'
import type { Catalog, CatalogRoot } from './catalog.ts'
import type { GenerateFinding } from './generate-options.ts'
import { capitalized, freeName, isReservedWord, toIdentifier, toPascalCase } from './identifiers.ts'

/** What a type and all that is made for it are called in its module. */
export interface TypeNames {
  readonly type: string
  readonly input: string
  /** The constant of its schema text. */
  readonly schema: string
  readonly codec: string
  /** What describes the type where there is no codec. */
  readonly description: string
  readonly zod: string
  readonly namespace: string
  /** The name of a function for the type: `read` gives `readOrder`. */
  readonly functionName: (prefix: string) => string
}

/** The names in all modules. */
export interface Names {
  readonly ofType: (fullName: string) => TypeNames
  readonly ofRoot: (root: CatalogRoot) => TypeNames
  /** Whether a name is one of a type of the module, or made from it. */
  readonly isTaken: (namespace: string, name: string) => boolean
  readonly findings: readonly GenerateFinding[]
}

/**
 * Names types as their schemas do, unless that is no identifier, a word of the language, or
 * something global that their module needs.
 */
export function planNames(
  catalog: Catalog,
  globals: ReadonlyMap<string, ReadonlySet<string>>,
): Names {
  const taken = new Map<string, Set<string>>()
  const findings: GenerateFinding[] = []
  const isTaken = (namespace: string, name: string) => taken.get(namespace)?.has(name) === true
  const isUnusable = (namespace: string, name: string) =>
    isReservedWord(name) || isTaken(namespace, name) || globals.get(namespace)?.has(name) === true

  function take(namespace: string, wanted: string): string {
    const name = freeName(wanted, (candidate) => isUnusable(namespace, candidate))
    const names = taken.get(namespace) ?? new Set()
    taken.set(namespace, names.add(name))
    return name
  }

  function derive(namespace: string, type: string): TypeNames {
    const functions = new Map<string, string>()
    return {
      type,
      namespace,
      input: take(namespace, `${type}Input`),
      schema: take(namespace, `${type}Schema`),
      codec: take(namespace, `${type}Codec`),
      description: take(namespace, `${type}Type`),
      zod: take(namespace, `${type}Zod`),
      functionName(prefix) {
        const known = functions.get(prefix)
        if (known !== undefined) return known
        const name = take(namespace, `${prefix}${capitalized(type)}`)
        functions.set(prefix, name)
        return name
      },
    }
  }

  const plain = [...catalog.types].map(([fullName, { schema, input }]) => {
    const type = take(schema.namespace, identifierOf(schema))
    if (type !== schema.name) {
      const message = `${fullName} is called ${type}, as ${schema.name} means something else in its module`
      findings.push({
        rule: 'RENAMED_TYPE',
        severity: 'info',
        file: input.file,
        at: schema.at,
        message,
      })
    }
    return { fullName, namespace: schema.namespace, type }
  })
  const rootTypes = catalog.roots.map((root) => ({
    root,
    type: take(root.namespace, rootName(root.input.file)),
  }))
  const types = new Map(
    plain.map(({ fullName, namespace, type }) => [fullName, derive(namespace, type)]),
  )
  const roots = new Map(rootTypes.map(({ root, type }) => [root, derive(root.namespace, type)]))
  // Functions are named on demand, but have to be known before any module is printed.
  for (const names of [...types.values(), ...roots.values()]) {
    for (const prefix of FUNCTIONS) names.functionName(prefix)
  }
  return {
    ofType: (fullName) => types.get(fullName)!,
    ofRoot: (root) => roots.get(root)!,
    isTaken,
    findings,
  }
}

const FUNCTIONS = ['write', 'read', 'writeInner', 'readInner', 'readTagged', 'readInnerTagged']

function identifierOf({ name }: NamedSchema): string {
  const identifier = toIdentifier(name)
  return isReservedWord(name) ? `${name}_` : identifier
}

/** The name of a file without its folder and extension. */
function rootName(file: string): string {
  const base = file.slice(file.lastIndexOf('/') + 1)
  const dot = base.indexOf('.', 1)
  return toPascalCase(dot < 0 ? base : base.slice(0, dot))
}
