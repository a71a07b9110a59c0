import { valueMapping } from '@magicbyte/avro'
import { compareTexts } from '../diagnostics/diagnostic.ts'
import { createCatalog } from './catalog.ts'
import { recordsWithInput } from './field-defaults.ts'
import type { Generated, GenerateInput, GenerateOptions } from './generate-options.ts'
import { findMappingFindings } from './mapping-findings.ts'
import { planModules } from './module-paths.ts'
import { planNames } from './names.ts'
import { type PrintedModule, printNamespace } from './namespace-module.ts'
import { type Project, readerName } from './project.ts'
import { findRecursion } from './recursion.ts'
import { printIndex } from './root-modules.ts'
import { printTopics } from './topics-module.ts'
import { codecOptions } from './value-options.ts'
import { printZod } from './zod-module.ts'

/**
 * Generates TypeScript from schemas. The same inputs and options give the same texts, in whatever
 * order the inputs come and whatever the ends of their lines are.
 * @throws UsageError if options lack something
 */
export function generateCode(
  inputs: readonly GenerateInput[],
  options: GenerateOptions = {},
): Generated {
  const draft = createProject(inputs, options, new Map())
  // What a module needs of the global names is known once it is printed.
  const drafts = printAll(draft, new Map())
  const globals = new Map([...drafts].map(([namespace, { globals }]) => [namespace, globals]))
  const project = createProject(inputs, options, globals)
  // The same goes for what modules need of each other.
  const exported = exportedNames(printAll(project, new Map()))
  const printed = printAll(project, exported)

  const files: [string, string][] = [['index.ts', printIndex(project)]]
  for (const [namespace, { folder }] of project.modules) {
    files.push([`${folder}/index.ts`, printed.get(namespace)!.text])
    const zod = options.zod ? printZod(project, namespace) : undefined
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
  project: Project,
  exported: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, PrintedModule> {
  const modules = [...project.modules.keys()]
  return new Map(
    modules.map((namespace) => [
      namespace,
      printNamespace(project, namespace, exported.get(namespace) ?? new Set()),
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
