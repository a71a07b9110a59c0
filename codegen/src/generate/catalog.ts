import { type NamedSchema, parsingCanonicalForm, type Schema, typeName } from '@magicbyte/avro'
import { compareTexts } from '../diagnostics/diagnostic.ts'
import type { GenerateFinding, GenerateInput } from './generate-options.ts'

/** A named type of all inputs, and the input that it comes from. */
export interface CatalogType {
  readonly schema: NamedSchema
  readonly input: GenerateInput
}

/** The root of an input that is no named type. */
export interface CatalogRoot {
  readonly schema: Exclude<Schema, NamedSchema>
  readonly input: GenerateInput
  /** The namespace whose module it goes to: that of the first named type in it. */
  readonly namespace: string
}

/** What there is to generate code from; the same whatever the order of the inputs. */
export interface Catalog {
  /** By full name, in the order of files and of definitions in them. */
  readonly types: ReadonlyMap<string, CatalogType>
  /** Those of one namespace, in the same order. */
  readonly typesIn: (namespace: string) => readonly CatalogType[]
  readonly roots: readonly CatalogRoot[]
  /** Full names of the roots that are named types. */
  readonly rootNames: ReadonlySet<string>
  /** Sorted by file. */
  readonly inputs: readonly GenerateInput[]
  readonly findings: readonly GenerateFinding[]
}

/** Collects the types of all inputs, each once. */
export function createCatalog(given: readonly GenerateInput[]): Catalog {
  const inputs = [...given].sort((a, b) => compareTexts(a.file, b.file))
  const found = inputs.map((input) => ({ input, types: namedTypes(input.root) }))
  const homes = new Map<string, CatalogType>()
  const findings: GenerateFinding[] = []
  for (const definesOnly of [true, false]) {
    for (const { input, types } of found) {
      const own = input.defines && new Set(input.defines)
      for (const schema of types) {
        const isOwn = own === undefined || own.has(schema.fullName)
        if (isOwn !== definesOnly) continue
        const known = homes.get(schema.fullName)
        if (!known) homes.set(schema.fullName, { schema, input })
        else if (isConflict(known.schema, schema)) findings.push(conflict(known, schema, input))
      }
    }
  }
  const types = new Map<string, CatalogType>()
  for (const { input, types: all } of found) {
    for (const { fullName } of all) {
      const home = homes.get(fullName)
      if (home?.input === input) types.set(fullName, home)
    }
  }
  const byNamespace = new Map<string, CatalogType[]>()
  for (const type of types.values()) {
    const known = byNamespace.get(type.schema.namespace)
    if (known) known.push(type)
    else byNamespace.set(type.schema.namespace, [type])
  }
  return {
    types,
    typesIn: (namespace) => byNamespace.get(namespace) ?? [],
    roots: found.flatMap(rootOf),
    rootNames: new Set(inputs.flatMap(({ root }) => ('fullName' in root ? [root.fullName] : []))),
    inputs,
    findings,
  }
}

/** The named types that a schema leads to, each once, in the order of their definitions. */
export function namedTypes(root: Schema): readonly NamedSchema[] {
  const known = typesByRoot.get(root)
  if (known) return known
  const types = findTypes(root)
  typesByRoot.set(root, types)
  return types
}

const typesByRoot = new WeakMap<Schema, readonly NamedSchema[]>()

function findTypes(root: Schema): NamedSchema[] {
  const found = new Set<NamedSchema>()
  const visit = (schema: Schema) => {
    switch (schema.type) {
      case 'array':
        visit(schema.items)
        break
      case 'map':
        visit(schema.values)
        break
      case 'union':
        for (const branch of schema.branches) visit(branch)
        break
      case 'enum':
      case 'fixed':
        found.add(schema)
        break
      case 'record':
        if (found.has(schema)) return
        found.add(schema)
        for (const field of schema.fields) visit(field.type)
    }
  }
  visit(root)
  return [...found]
}

function rootOf({
  input,
  types,
}: {
  readonly input: GenerateInput
  readonly types: readonly NamedSchema[]
}): CatalogRoot[] {
  const { root } = input
  if ('fullName' in root) return []
  return [{ schema: root, input, namespace: types[0]?.namespace ?? '' }]
}

function isConflict(a: NamedSchema, b: NamedSchema): boolean {
  return a !== b && canonicalForm(a) !== canonicalForm(b)
}

function canonicalForm(schema: NamedSchema): string {
  const known = forms.get(schema)
  if (known !== undefined) return known
  const form = parsingCanonicalForm(schema)
  forms.set(schema, form)
  return form
}

const forms = new WeakMap<NamedSchema, string>()

function conflict(known: CatalogType, schema: NamedSchema, input: GenerateInput): GenerateFinding {
  return {
    rule: 'CONFLICTING_TYPE',
    severity: 'error',
    file: input.file,
    at: schema.at,
    message: `${typeName(schema)} differs from the type of that name in ${known.input.file}, which is used`,
  }
}
