import type { CompatibilityLevel, SchemaReference } from '@magicbyte/avro'
import type { RegistryClient } from '@magicbyte/client'
import { askRegistry } from '../compat/ask-registry.ts'
import { checkAgainstRegistry } from '../compat/check-registry.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { SchemaFile } from '../inputs/schema-file.ts'
import type { FileSubjects } from './file-subjects.ts'
import { type PushItem, referenceName } from './push-order.ts'
import { foundVersion, registeredVersion } from './registered-version.ts'
import { isRefusedSchema, orMissing } from './registry-failure.ts'

/** What became of a file under a subject. */
export interface PushedSchema {
  readonly file: string
  readonly subject: string
  /** Undefined for what is not registered yet. */
  readonly version: number | undefined
  readonly id: number | undefined
  readonly status: 'new' | 'existing'
}

/** How files are registered. */
export interface PushOptions {
  readonly client: RegistryClient
  readonly subjectsOf: FileSubjects
  readonly normalize: boolean
  /** Whether to look only, and change nothing. */
  readonly isDry: boolean
  /** The level where the registry says none, to explain refusals. */
  readonly usual: CompatibilityLevel
  /** Told of how many files are done before each. */
  readonly onFile: (index: number) => void
  /** Told of each file and subject as soon as it is done. */
  readonly onPushed: (pushed: PushedSchema) => void
}

/**
 * Registers files in their order, each under its subjects and with the versions of what it refers
 * to. Gives findings where the registry refuses one; nothing after it is registered then. In a dry
 * run all are looked at.
 */
export async function pushFiles(
  items: readonly PushItem[],
  options: PushOptions,
): Promise<readonly Diagnostic[]> {
  const versions: PushedVersions = new Map()
  const diagnostics: Diagnostic[] = []
  for (const [index, item] of items.entries()) {
    options.onFile(index)
    const subjects = options.subjectsOf(item.file)
    if (subjects.length === 0) {
      diagnostics.push(noSubject(item.file))
      if (!options.isDry) return diagnostics
    }
    for (const subject of subjects) {
      diagnostics.push(...(await pushOne(item, subject, versions, options)))
      if (diagnostics.length > 0 && !options.isDry) return diagnostics
    }
  }
  return diagnostics
}

/** The subject and version under which others refer to a file. */
type PushedVersions = Map<SchemaFile, { readonly subject: string; readonly version?: number }>

async function pushOne(
  item: PushItem,
  subject: string,
  versions: PushedVersions,
  options: PushOptions,
): Promise<readonly Diagnostic[]> {
  const { client, isDry, onPushed } = options
  const { file } = item
  const tell = (status: PushedSchema['status'], id?: number, version?: number): void => {
    if (!versions.has(file)) {
      versions.set(file, { subject, ...(version !== undefined && { version }) })
    }
    onPushed({ file: file.source.path, subject, version, id, status })
  }
  const references = referencesOf(item, versions)
  const request = references && {
    subject,
    body: { schema: item.text, ...(references.length > 0 && { references }) },
    ...(options.normalize && { normalize: true }),
  }
  const existing = request && (await orMissing(client.lookUpSchema(request)))
  if (existing !== undefined) {
    const { id, version } = foundVersion(existing)
    tell('existing', id, version)
    return []
  }
  if (isDry || !request) {
    const { diagnostics } = await askRegistry(file, { client, subject })
    if (diagnostics.length > 0) return await explainRefusal(file, subject, diagnostics, options)
    tell('new')
    return []
  }
  try {
    const { id, version } = registeredVersion(await client.registerSchema(request))
    // Registries of earlier versions answer with the id alone.
    tell('new', id, version ?? foundVersion(await client.lookUpSchema(request)).version)
    return []
  } catch (error) {
    if (!isRefusedSchema(error)) throw error
    const refusal = atRoot(file, { rule: 'REGISTRY_REFUSED', message: error.message, subject })
    return await explainRefusal(file, subject, [refusal], options)
  }
}

/** Undefined if something that is referred to has no version yet. */
function referencesOf(
  { references }: PushItem,
  versions: PushedVersions,
): readonly SchemaReference[] | undefined {
  const found: SchemaReference[] = []
  for (const file of references) {
    const { subject, version } = versions.get(file) ?? {}
    if (subject === undefined || version === undefined) return undefined
    found.push({ name: referenceName(file), subject, version })
  }
  return found
}

/** What is wrong by our own rules, with its places; else what the registry said. */
async function explainRefusal(
  file: SchemaFile,
  subject: string,
  refusal: readonly Diagnostic[],
  { client, usual }: PushOptions,
): Promise<readonly Diagnostic[]> {
  const { diagnostics } = await checkAgainstRegistry([file], {
    client,
    subjectsOf: () => [subject],
    usual,
    remote: false,
    progress: () => {},
  })
  return diagnostics.length > 0 ? diagnostics : refusal
}

function noSubject(file: SchemaFile): Diagnostic {
  return atRoot(file, {
    rule: 'NO_SUBJECT',
    message: 'the file has no subject',
    hint: 'list it under subjects.map of the config, or choose another subjects.strategy',
  })
}

function atRoot(
  file: SchemaFile,
  finding: Pick<Diagnostic, 'rule' | 'message' | 'hint' | 'subject'>,
): Diagnostic {
  return { ...finding, severity: 'error', file: file.source.path, range: file.rangeOf(0) }
}
