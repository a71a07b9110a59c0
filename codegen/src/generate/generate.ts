import { valueMapping } from '@magicbyte/avro'
import { compareTexts } from '../diagnostics/diagnostic.ts'
import { createCatalog } from './catalog.ts'
import { recordsWithInput } from './field-defaults.ts'
import type { Generated, GenerateInput, GenerateOptions } from './generate-options.ts'
import { findMappingFindings } from './mapping-findings.ts'
import { planModules } from './module-paths.ts'
import { planNames } from './names.ts'
import { hideFunctions, type PrintedModule, printNamespace } from './namespace-module.ts'
import { NO_MEMORY, type PrintMemory } from './print-memory.ts'
import { type Project, readerName } from './project.ts'
import { findRecursion } from './recursion.ts'
import { printIndex } from './root-modules.ts'
import { printTopics } from './topics-module.ts'
import { codecOptions } from './value-options.ts'
import { printZod } from './zod-module.ts'

/**
 * Generates TypeScript from schemas. The same inputs and options give the same texts, in whatever
 * order the inputs come and whatever the ends of their lines are.
 * @param memory of what was generated before with the same options
 * @throws UsageError if options lack something
 */
export function generateCode(
  inputs: readonly GenerateInput[],
  options: GenerateOptions = {},
  memory: PrintMemory = NO_MEMORY,
): Generated {
  const { project, printed } = printProject(inputs, options, memory)
  const exported = exportedNames(printed)

  const files: [string, string][] = [['index.ts', printIndex(project)]]
  for (const [namespace, { folder }] of project.modules) {
    const module = printed.get(namespace)!
    const needed = exported.get(namespace) ?? NONE
    files.push([`${folder}/index.ts`, hideFunctions(module, needed)])
    const zod = options.zod
      ? memory.recall(`zod ${namespace}`, project, namespace, (own) => printZod(own, namespace))
      : undefined
    if (zod !== undefined) files.push([`${folder}/zod.ts`, zod])
  }
  const topics = printTopics(project)
  if (topics) files.push(['topics.ts', topics.text])
  const findings = [
    ...project.catalog.findings,
    ...project.names.findings,
    ...findMappingFindings(project),
    ...(topics?.findings ?? []),
  ]
  return { files: new Map(files.sort(([a], [b]) => compareTexts(a, b))), findings }
}

const NONE: ReadonlySet<string> = new Set()

interface PrintedProject {
  readonly project: Project
  readonly printed: ReadonlyMap<string, PrintedModule>
}

/** What a module needs of the global names is known once it is printed, and may move its names. */
function printProject(
  inputs: readonly GenerateInput[],
  options: GenerateOptions,
  memory: PrintMemory,
): PrintedProject {
  const draft = createProject(inputs, options, new Map())
  const drafts = printAll('draft', draft, memory)
  const globals = new Map([...drafts].map(([namespace, { globals }]) => [namespace, globals]))
  const hasClash = [...globals].some(([namespace, names]) =>
    [...names].some((name) => draft.names.isTaken(namespace, name)),
  )
  if (!hasClash) return { project: draft, printed: drafts }
  const project = createProject(inputs, options, globals)
  return { project, printed: printAll('final', project, memory) }
}

function createProject(
  inputs: readonly GenerateInput[],
  options: GenerateOptions,
  globals: ReadonlyMap<string, ReadonlySet<string>>,
): Project {
  const catalog = createCatalog(inputs)
  const whole = valueMapping(codecOptions(options))
  const names = planNames(catalog, globals)
  const reading = findRecursion(catalog, whole, 'read')
  // All names of functions have to be known before any module takes a name for itself.
  for (const node of reading.nodes) readerName(names, node)
  for (const node of reading.counted) readerName(names, node, { isInner: true })
  const namespaces = [
    ...[...catalog.types.values()].map(({ schema }) => schema.namespace),
    ...catalog.roots.map(({ namespace }) => namespace),
  ]
  return {
    options,
    mode: options.mode ?? 'full',
    extension: options.importExtension ?? '.js',
    catalog,
    whole,
    differing: recordsWithInput(catalog),
    modules: planModules(namespaces),
    names,
    writing: findRecursion(catalog, whole, 'write'),
    reading,
  }
}

function printAll(
  stage: string,
  project: Project,
  { recall }: PrintMemory,
): Map<string, PrintedModule> {
  return new Map(
    [...project.modules.keys()].map((namespace) => [
      namespace,
      recall(`${stage} ${namespace}`, project, namespace, (own) => printNamespace(own, namespace)),
    ]),
  )
}

function exportedNames(printed: ReadonlyMap<string, PrintedModule>): Map<string, Set<string>> {
  const exported = new Map<string, Set<string>>()
  for (const { foreign } of printed.values()) {
    for (const [namespace, names] of foreign) {
      const known = exported.get(namespace) ?? new Set()
      for (const name of names) known.add(name)
      exported.set(namespace, known)
    }
  }
  return exported
}
