import { compareTexts } from '../diagnostics/diagnostic.ts'
import { freeName, isReservedWord } from './identifiers.ts'
import { quote } from './literals.ts'
import { importPath } from './module-paths.ts'
import type { Project } from './project.ts'

/** What a module that is being printed names and needs. */
export interface Scope {
  readonly project: Project
  readonly namespace: string
  /** Something of the generated code's runtime. */
  readonly runtime: (name: string, kind?: 'type') => string
  /** Something of another package or file. */
  readonly imported: (from: string, name: string, kind?: 'type') => string
  /** Something of the module of a namespace; imported if that is another one. */
  readonly named: (namespace: string, name: string, kind?: 'type') => string
  /** Something of the file of the same name in the folder of a namespace. */
  readonly sibling: (namespace: string, name: string) => string
  /** Something global. */
  readonly global: (name: string) => string
  /** A name of the module's own that nothing else has. */
  readonly fresh: (name: string) => string
  /** A part of the module below its types: printed once, however often it is asked for. */
  readonly part: (wanted: string, print: (name: string) => readonly string[]) => string
  /** The parts that were asked for since the last time. */
  readonly takeParts: () => string[]
  /** The lines that import all that was asked for. */
  readonly imports: () => string[]
  /** The global names that were asked for. */
  readonly globals: ReadonlySet<string>
  /** What was asked for of the modules of other namespaces. */
  readonly foreign: ReadonlyMap<string, ReadonlySet<string>>
}

interface Import {
  readonly from: string
  readonly name: string
  readonly local: string
  isType: boolean
}

/** The package that generated code imports. */
const RUNTIME = '@magicbyte/avro/runtime'

/** The scope of one file; the main file of a namespace's module is called `index`. */
export function createScope(
  project: Project,
  namespace: string,
  { folder, stem = 'index' }: { readonly folder: string; readonly stem?: string },
): Scope {
  const isMain = stem === 'index'
  const own = new Set(stem === 'zod' ? ['z'] : [])
  const globals = new Set<string>()
  const imports = new Map<string, Map<string, Import>>()
  const foreign = new Map<string, Set<string>>()
  const parts = new Map<string, string>()
  let pending: string[] = []

  function fresh(wanted: string): string {
    const name = freeName(
      wanted,
      (candidate) =>
        own.has(candidate) ||
        isReservedWord(candidate) ||
        GLOBALS.has(candidate) ||
        project.names.isTaken(namespace, candidate),
    )
    own.add(name)
    return name
  }

  function imported(from: string, name: string, kind?: 'type', local?: string): string {
    const members = imports.get(from) ?? new Map<string, Import>()
    const known = members.get(name)
    if (known) {
      if (kind === undefined) known.isType = false
      return known.local
    }
    const chosen = local ?? fresh(name)
    imports.set(from, members.set(name, { from, name, local: chosen, isType: kind === 'type' }))
    return chosen
  }

  return {
    project,
    namespace,
    runtime: (name, kind) => imported(RUNTIME, name, kind),
    imported: (from, name, kind) => imported(from, name, kind),
    named(other, name, kind) {
      if (other === namespace && isMain) return name
      foreign.set(other, (foreign.get(other) ?? new Set()).add(name))
      const module = project.modules.get(other)!
      const to = { folder: module.folder, stem: 'index' }
      // The files of one namespace do not use a name for different things.
      const isFree = !own.has(name) && !GLOBALS.has(name)
      const local = other === namespace && isFree ? name : undefined
      return imported(importPath({ folder }, to, project.extension), name, kind, local)
    },
    sibling(other, name) {
      if (other === namespace) return name
      const module = project.modules.get(other)!
      return imported(
        importPath({ folder }, { folder: module.folder, stem }, project.extension),
        name,
      )
    },
    global(name) {
      globals.add(name)
      return name
    },
    fresh,
    part(wanted, print) {
      // The name is not known before the text, which may be there already under another one.
      const body = print(PLACEHOLDER).join('\n')
      const known = parts.get(body)
      if (known !== undefined) return known
      const name = fresh(wanted)
      parts.set(body, name)
      pending.push(body.replaceAll(PLACEHOLDER, name))
      return name
    },
    takeParts() {
      const taken = pending
      pending = []
      return taken
    },
    imports: () => importLines([...imports.values()].flatMap((members) => [...members.values()])),
    globals,
    foreign,
  }
}

const PLACEHOLDER = '\u0000'

/** Global names that a local name must not hide, whether they are needed or not. */
const GLOBALS: ReadonlySet<string> = new Set([
  ...['Array', 'Date', 'Map', 'Math', 'Number', 'Object', 'Readonly', 'ReadonlyMap'],
  ...['Record', 'String', 'TypeError', 'Uint8Array'],
])

function importLines(imports: readonly Import[]): string[] {
  const lines: string[] = []
  const sources = [...new Set(imports.map(({ from }) => from))].sort(compareSources)
  for (const from of sources) {
    for (const isType of [false, true]) {
      const members = imports
        .filter((one) => one.from === from && one.isType === isType)
        .sort((a, b) => compareTexts(a.name, b.name))
        .map(({ name, local }) => (name === local ? name : `${name} as ${local}`))
      if (members.length === 0) continue
      const head = `import ${isType ? 'type ' : ''}{`
      const line = `${head} ${members.join(', ')} } from ${quote(from)};`
      if (line.length <= 120) lines.push(line)
      else lines.push(head, ...members.map((member) => `  ${member},`), `} from ${quote(from)};`)
    }
  }
  return lines
}

/** Packages come before files. */
function compareSources(a: string, b: string): number {
  return Number(a.startsWith('.')) - Number(b.startsWith('.')) || compareTexts(a, b)
}
