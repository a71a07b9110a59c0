import { resolve } from 'node:path'
import type { Schema } from '@magicbyte/avro'
import type { SchemaStore } from '@magicbyte/client'
import type { Command } from 'commander'
import type { GlobalOptions, Session } from '../cli/session.ts'
import { UsageError } from '../inputs/input-error.ts'
import { describeConnection } from '../registry/describe-connection.ts'
import { openChosenFiles } from '../registry/open-chosen-files.ts'
import { parseSubjectSpec } from '../registry/subject-spec.ts'

/** Options as commands get them. */
export type MessageOptions = Readonly<Record<string, unknown>> & GlobalOptions

/** A schema to write or read messages with. */
export interface MessageSchema {
  readonly schema: Schema
  /** The id that a frame names it by; undefined for a schema of a file. */
  readonly id: number | undefined
  /** For people. */
  readonly label: string
}

/** Adds the options that say which schema messages have. */
export function describeMessageSchema(command: Command): void {
  command
    .option('--schema <file>', 'a schema file')
    .option('--id <id>', 'the id of a registered schema; with --schema only for the frame')
    .option('--subject <name>', 'a subject, its latest version or NAME@VERSION')
    .option('--bare', 'Avro data alone, without a schema id before it')
  describeConnection(command)
}

/** The id that the options name. Throws UsageError. */
export function idOf({ id }: MessageOptions): number | undefined {
  if (id === undefined) return undefined
  const number = /^\d{1,10}$/.test(String(id)) ? Number(id) : 0
  if (number >= 1 && number < 2 ** 31) return number
  throw new UsageError(`--id has to be a number from 1, not ${JSON.stringify(id)}`)
}

/** The schema of the file that the options name; undefined if they name none. Throws UsageError. */
export async function schemaOfFile(
  session: Session,
  options: MessageOptions,
): Promise<MessageSchema | undefined> {
  const { schema: path } = options
  if (typeof path !== 'string') return undefined
  const quiet = { ...session, progress: () => {} }
  const { project, files } = await openChosenFiles(quiet, [path], options)
  const location = resolve(session.io.cwd, path)
  const file = files.find(({ source }) => source.location === location) ?? files[0]
  if (files.length !== 1 && file?.source.location !== location) {
    throw new UsageError(`--schema has to name one file, and ${path} is ${files.length}`)
  }
  const parsed = file?.resolved()?.parsed
  if (parsed) return { schema: parsed.root, id: idOf(options), label: path }
  const [reason] = project.set.diagnostics
  throw new UsageError(`${path} is no sound schema: ${reason?.message ?? 'unknown reason'}`)
}

/**
 * The registered schema that the options name by id or subject; undefined if they name none. Throws
 * UsageError and the errors of the store.
 */
export async function registeredSchema(
  store: SchemaStore,
  options: MessageOptions,
): Promise<MessageSchema | undefined> {
  const id = idOf(options)
  const { subject: spec } = options
  if (typeof spec !== 'string') return id === undefined ? undefined : await schemaOfId(store, id)
  if (id !== undefined) throw new UsageError('Give either --id or --subject')
  const { subject, version = 'latest' } = parseSubjectSpec(spec)
  if (version === 'all') throw new UsageError('--subject has to name one version')
  const found =
    version === 'latest' ? await store.latest(subject) : await store.version(subject, version)
  const label = `${found.subject ?? subject} v${found.version ?? version} (id ${found.id})`
  return { schema: found.parsed.root, id: found.id, label }
}

/** The schema of an id, as {@link registeredSchema}. */
export async function schemaOfId(store: SchemaStore, id: number): Promise<MessageSchema> {
  const { parsed } = await store.byId(id)
  return { schema: parsed.root, id, label: `id ${id}` }
}
