import type { NamedSchema } from '@magicbyte/avro'
import type { CatalogRoot } from './catalog.ts'
import { describingConstants, hasConstants } from './codec-constants.ts'
import { declareType } from './declarations.ts'
import { docComment } from './doc-comment.ts'
import { hasInput } from './field-defaults.ts'
import { fileHeader } from './file-header.ts'
import type { TypeNames } from './names.ts'
import type { Project } from './project.ts'
import { enumReadFunction, recordReadFunctions, rootReadFunction } from './read-functions.ts'
import { createScope, type Scope } from './scope.ts'
import { typeText } from './value-types.ts'
import { enumWriteFunction, recordWriteFunctions, rootWriteFunction } from './write-functions.ts'

/** A printed module, and what it turned out to need. */
export interface PrintedModule {
  /** All functions are exported; see {@link hideFunctions}. */
  readonly text: string
  readonly globals: ReadonlySet<string>
  /** Names that it imports, by namespace. */
  readonly foreign: ReadonlyMap<string, ReadonlySet<string>>
}

/** The module of one namespace. */
export function printNamespace(project: Project, namespace: string): PrintedModule {
  const { catalog, names } = project
  const { folder } = project.modules.get(namespace)!
  const scope = createScope(project, namespace, { folder })
  const types = catalog.typesIn(namespace)
  const roots = catalog.roots.filter((root) => root.namespace === namespace)
  const sections = [
    ...types.map(({ schema }) => withParts(scope, () => printType(schema, scope))),
    ...roots.map((root) => withParts(scope, () => printRoot(root, names.ofRoot(root), scope))),
  ]
  const inputs = [...new Set([...types, ...roots].map(({ input }) => input))]
  const body = sections.map((lines) => lines.join('\n')).join('\n\n')
  const imports = scope.imports()
  const text = [
    ...fileHeader(inputs),
    ...imports,
    ...(imports.length > 0 ? [''] : []),
    body,
    '',
  ].join('\n')
  return { text, globals: scope.globals, foreign: scope.foreign }
}

/** The text of a module of whose functions only those are exported that other modules import. */
export function hideFunctions(module: PrintedModule, exported: ReadonlySet<string>): string {
  const key = [...exported].sort().join(' ')
  const known = hidden.get(module)
  if (known?.key === key) return known.text
  const text = module.text.replace(/^export function ([^\s(<]+)/gm, (line, name: string) =>
    exported.has(name) ? `/** @internal */\n${line}` : `function ${name}`,
  )
  hidden.set(module, { key, text })
  return text
}

const hidden = new WeakMap<PrintedModule, { readonly key: string; readonly text: string }>()

/** The parts that a section needs stand before it. */
function withParts(scope: Scope, print: () => Section): string[] {
  const { types, code } = print()
  return [...types, ...(code.length > 0 ? [''] : []), ...scope.takeParts(), ...code]
}

interface Section {
  readonly types: readonly string[]
  readonly code: readonly string[]
}

function printType(schema: NamedSchema, scope: Scope): Section {
  const { names, differing, mode } = scope.project
  const own = names.ofType(schema.fullName)
  const types = declareType(schema, scope)
  const isRoot = scope.project.catalog.rootNames.has(schema.fullName)
  const input = differing.has(schema.fullName) ? own.input : own.type
  const functions = mode === 'full' ? functionsOf(schema, own, scope, isRoot) : []
  const constants = hasConstants(schema, scope.project)
    ? describingConstants(schema, own, { input, scope })
    : []
  return { types, code: [...functions, ...constants] }
}

function functionsOf(schema: NamedSchema, own: TypeNames, scope: Scope, isRoot: boolean): string[] {
  switch (schema.type) {
    case 'record':
      return [...recordWriteFunctions(schema, scope), ...recordReadFunctions(schema, scope)]
    case 'enum':
      return [...enumWriteFunction(schema, scope), ...enumReadFunction(schema, scope)]
    case 'fixed':
      if (!isRoot) return []
      return [...rootWriteFunction(schema, own, scope), ...rootReadFunction(schema, own, scope)]
  }
}

function printRoot({ schema, input }: CatalogRoot, own: TypeNames, scope: Scope): Section {
  const { differing, whole, mode } = scope.project
  const isDifferent = hasInput(schema, differing)
  const doc = docComment({ text: `The type of ${input.file}.` })
  const types = [...doc, `export type ${own.type} = ${typeText(schema, whole, 'value', scope)};`]
  if (isDifferent) {
    const text = typeText(schema, whole, 'input', scope)
    types.push(`/** {@link ${own.type}} as accepted when writing. */`)
    types.push(`export type ${own.input} = ${text};`)
  }
  const functions =
    mode === 'full'
      ? [...rootWriteFunction(schema, own, scope), ...rootReadFunction(schema, own, scope)]
      : []
  const described = { input: isDifferent ? own.input : own.type, scope }
  return { types, code: [...functions, ...describingConstants(schema, own, described)] }
}
