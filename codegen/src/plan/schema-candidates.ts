import { resolve } from 'node:path'
import type { GlobalOptions, Session } from '../cli/session.ts'
import { displayPath } from '../inputs/find-files.ts'
import { UsageError } from '../inputs/input-error.ts'
import type { SchemaFile } from '../inputs/schema-file.ts'
import { readSourceFile } from '../inputs/source-file.ts'
import { openChosenFiles } from '../registry/open-chosen-files.ts'
import { orderForPush, referenceName } from '../registry/push-order.ts'
import type { ReferenceWish } from './reference-wish.ts'
import type { DesiredState, SchemaWish } from './state-file.ts'

/** The schema that a subject should have. */
export interface Candidate {
  readonly subject: string
  readonly text: string
  readonly references: readonly ReferenceWish[]
  /** As it is shown. */
  readonly path: string
  /** Undefined if the references were given by hand, so that they are known to the registry only. */
  readonly file: SchemaFile | undefined
}

/**
 * The schemas that a state wants, each after those it refers to. Throws UsageError for files that
 * are not sound, for references to files that no subject has, and for circles of subjects.
 */
export async function findCandidates(
  session: Session,
  { targets }: DesiredState,
  options: GlobalOptions & Readonly<Record<string, unknown>>,
): Promise<readonly Candidate[]> {
  const wishes = [...targets].flatMap(([subject, { schema }]) =>
    schema ? [{ subject, schema }] : [],
  )
  const plain = wishes.filter(({ schema }) => schema.references === undefined)
  const files = await openFiles(
    session,
    [...new Set(plain.map(({ schema }) => schema.file))],
    options,
  )
  const subjects = new Map<string, string>()
  for (const { subject, schema } of plain) {
    if (!subjects.has(schema.file)) subjects.set(schema.file, subject)
  }
  const items = new Map(
    orderForPush([...files.values()]).map((item) => [item.file.source.location, item]),
  )
  const candidates = wishes.map(({ subject, schema }): Candidate => {
    if (schema.references) return fromHand(subject, schema, schema.references, session.io.cwd)
    const item = items.get(schema.file)
    if (!item) throw new Error('every file was opened')
    const references = item.references.map((file): ReferenceWish => {
      const other = subjects.get(file.source.location)
      if (other !== undefined) return { name: referenceName(file), subject: other }
      const path = item.file.source.path
      throw new UsageError(`${path} uses ${file.source.path}, which no subject of the state has`)
    })
    const { file, text } = item
    return { subject, text, references, path: file.source.path, file }
  })
  return inOrder(candidates)
}

async function openFiles(
  session: Session,
  paths: readonly string[],
  options: GlobalOptions & Readonly<Record<string, unknown>>,
): Promise<ReadonlyMap<string, SchemaFile>> {
  if (paths.length === 0) return new Map()
  const { project, files } = await openChosenFiles(session, paths, options)
  const found = new Map(files.map((file) => [file.source.location, file]))
  for (const path of paths) {
    const file = found.get(resolve(path))
    if (file?.resolved()) continue
    const shown = displayPath(path, session.io.cwd)
    const { diagnostics } = project.set
    const reason = diagnostics.find((diagnostic) => diagnostic.file === shown) ?? diagnostics[0]
    throw new UsageError(`${shown} is no sound schema: ${reason?.message ?? 'unknown reason'}`)
  }
  return found
}

function fromHand(
  subject: string,
  { file }: SchemaWish,
  references: readonly ReferenceWish[],
  cwd: string,
): Candidate {
  const { path, text, failure } = readSourceFile(file, cwd)
  if (failure !== undefined) throw new UsageError(`${path}: ${failure}`)
  return { subject, text, references, path, file: undefined }
}

function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  const bySubject = new Map(candidates.map((candidate) => [candidate.subject, candidate]))
  const ordered: Candidate[] = []
  const states = new Map<Candidate, 'begun' | 'done'>()

  function visit(candidate: Candidate): void {
    const state = states.get(candidate)
    if (state === 'done') return
    if (state === 'begun') {
      throw new UsageError(`${candidate.subject} refers to itself by way of other subjects`)
    }
    states.set(candidate, 'begun')
    for (const { subject } of candidate.references) {
      const other = bySubject.get(subject)
      if (other) visit(other)
    }
    states.set(candidate, 'done')
    ordered.push(candidate)
  }

  for (const candidate of candidates) visit(candidate)
  return ordered
}
