import { type Project, readerName } from './project.ts'

/**
 * What was printed before, to be taken again where all that it was made from is the same. It holds
 * for one set of options.
 */
export interface PrintMemory {
  /**
   * What `print` makes of a project and a namespace, by a key. It may ask the project for nothing
   * but the namespace's own types and roots, and what named types are called.
   */
  readonly recall: <Printed>(
    key: string,
    project: Project,
    namespace: string,
    print: (project: Project) => Printed,
  ) => Printed
}

/** Makes a memory that holds nothing yet. */
export function createPrintMemory(): PrintMemory {
  const memories = new Map<string, Remembered>()
  return {
    recall<Printed>(
      key: string,
      project: Project,
      namespace: string,
      print: (project: Project) => Printed,
    ): Printed {
      const parts = partsOf(project, namespace)
      const known = memories.get(key)
      if (known && isFresh(known, project, parts)) return known.printed as Printed
      const asked = new Map<string, string>()
      const printed = print(recording(project, asked))
      memories.set(key, { parts, asked, printed })
      return printed
    },
  }
}

/** A memory that remembers nothing, for what is printed once. */
export const NO_MEMORY: PrintMemory = {
  recall: (_key, project, _namespace, print) => print(project),
}

interface Remembered {
  readonly parts: readonly unknown[]
  /** What was true of the named types that were asked for. */
  readonly asked: ReadonlyMap<string, string>
  readonly printed: unknown
}

function isFresh({ parts, asked }: Remembered, project: Project, now: readonly unknown[]): boolean {
  if (parts.length !== now.length || parts.some((part, index) => part !== now[index])) return false
  for (const [fullName, facts] of asked) if (factsOf(project, fullName) !== facts) return false
  return true
}

/** The schemas of a namespace, and what else shows in its files. */
function partsOf({ catalog, names, modules }: Project, namespace: string): unknown[] {
  const parts: unknown[] = [modules.get(namespace)?.folder]
  for (const { schema, input } of catalog.typesIn(namespace)) {
    parts.push(schema, input.file, input.text)
  }
  for (const root of catalog.roots) {
    if (root.namespace !== namespace) continue
    const { type, input, schema, codec, description } = names.ofRoot(root)
    parts.push(root.schema, root.input.file, root.input.text)
    parts.push(type, input, schema, codec, description)
  }
  return parts
}

/** A project that notes which named types it is asked for. */
function recording(project: Project, asked: Map<string, string>): Project {
  const { names } = project
  return {
    ...project,
    names: {
      ...names,
      ofType(fullName) {
        if (!asked.has(fullName)) asked.set(fullName, factsOf(project, fullName))
        return names.ofType(fullName)
      },
    },
  }
}

/** A text that differs where what other types' code sees of a type differs. */
function factsOf(project: Project, fullName: string): string {
  const known = factsByProject.get(project) ?? new Map<string, string>()
  factsByProject.set(project, known)
  let facts = known.get(fullName)
  if (facts === undefined) {
    facts = findFacts(project, fullName)
    known.set(fullName, facts)
  }
  return facts
}

const factsByProject = new WeakMap<Project, Map<string, string>>()

function findFacts(project: Project, fullName: string): string {
  const { catalog, names, modules, differing, reading, writing } = project
  if (!catalog.types.has(fullName)) return ''
  const own = names.ofType(fullName)
  const readers = reading.nodesOf(fullName).map((node) => `${node.tag} ${readerName(names, node)}`)
  return [
    modules.get(own.namespace)?.folder,
    ...[own.type, own.input, own.schema, own.codec, own.description, own.zod],
    ...['write', 'read', 'writeInner', 'readInner'].map(own.functionName),
    ...[differing.has(fullName), catalog.rootNames.has(fullName)],
    ...readers,
    ...[reading, writing].flatMap(({ countedOf, closingOf }) => [
      countedOf(fullName).length,
      closingOf(fullName),
    ]),
  ].join('\n')
}
