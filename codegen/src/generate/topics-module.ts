import { hasConstants } from './codec-constants.ts'
import { fileHeader } from './file-header.ts'
import type { GenerateFinding } from './generate-options.ts'
import { memberKey, quote } from './literals.ts'
import type { TypeNames } from './names.ts'
import type { Project } from './project.ts'
import { createScope, type Scope } from './scope.ts'

/** The module that says which types the topics hold. */
export interface TopicsModule {
  readonly text: string
  readonly findings: readonly GenerateFinding[]
}

/** The module of the topics; undefined if there are none, or there is nothing at run time. */
export function printTopics(project: Project): TopicsModule | undefined {
  const topics = Object.entries(project.options.topics ?? {})
  if (topics.length === 0 || project.mode === 'types') return undefined
  const scope = createScope(project, '', { folder: '', stem: 'topics' })
  const findings: GenerateFinding[] = []
  const types: string[] = []
  const values: string[] = []
  for (const [topic, parts] of topics) {
    const printed = (['key', 'value'] as const).flatMap((part) => {
      const given = parts[part]
      if (given === undefined) return []
      const expression = partExpression(given, scope)
      if (expression !== undefined) return [{ part, expression }]
      const message = `the topic ${topic} has ${JSON.stringify(given)} as its ${part}, which is no record, no root of a file and no plain format`
      const file = project.catalog.inputs[0]?.file ?? ''
      findings.push({ rule: 'UNKNOWN_TOPIC_TYPE', severity: 'error', file, at: 0, message })
      return []
    })
    const members = printed.map(({ part, expression }) => `${part}: ${expression}`)
    const typed = printed.map(({ part, expression }) => {
      return `readonly ${part}: ${expression.startsWith("'") ? expression : `typeof ${expression}`}`
    })
    values.push(`  ${memberKey(topic)}: { ${members.join(', ')} },`)
    types.push(`  readonly ${memberKey(topic)}: { ${typed.join('; ')} };`)
  }
  const imports = scope.imports()
  const lines = [
    ...fileHeader(project.catalog.inputs),
    ...imports,
    ...(imports.length > 0 ? [''] : []),
    '/** What keys and values of the topics are. */',
    'export type Topics = {',
    ...types,
    '};',
    '/** What keys and values of the topics are, for a client to write and read them with. */',
    'export const topics: Topics = {',
    ...values,
    '};',
    '',
  ]
  return { text: lines.join('\n'), findings }
}

/** Formats that are no Avro. */
const PLAIN_FORMATS: ReadonlySet<string> = new Set(['string', 'bytes', 'int', 'long', 'double'])

function partExpression(given: string, scope: Scope): string | undefined {
  const { catalog, names } = scope.project
  const root = catalog.inputs.find(({ file }) => file === given)?.root
  const fullName = root && 'fullName' in root ? root.fullName : given
  const type = catalog.types.get(fullName)
  if (type && hasConstants(type.schema, scope.project))
    return constant(names.ofType(fullName), scope)
  const unnamed = catalog.roots.find(({ input }) => input.file === given)
  if (unnamed) return constant(names.ofRoot(unnamed), scope)
  return PLAIN_FORMATS.has(given) ? quote(given) : undefined
}

function constant({ namespace, codec, description }: TypeNames, scope: Scope): string {
  return scope.named(namespace, scope.project.mode === 'full' ? codec : description)
}
