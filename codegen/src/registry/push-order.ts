import { UsageError } from '../inputs/input-error.ts'
import type { SchemaFile } from '../inputs/schema-file.ts'

/** A file as it is registered. */
export interface PushItem {
  readonly file: SchemaFile
  /** The schema in JSON. */
  readonly text: string
  /** The files it refers to, each once; they come before it. Empty if it is in one piece. */
  readonly references: readonly SchemaFile[]
}

/**
 * Files and all that they refer to, in an order in which each can be registered after what it
 * refers to. A file that leads into a circle of files is put in one piece, since no version can
 * refer to one that does not exist yet. Throws UsageError for a file that is not sound.
 */
export function orderForPush(files: readonly SchemaFile[]): readonly PushItem[] {
  const items = new Map<SchemaFile, PushItem>()
  const leadsIntoCircle = circleTest()

  function add(file: SchemaFile): void {
    if (items.has(file)) return
    const registration = leadsIntoCircle(file) ? undefined : file.registration()
    const references = [...new Set(registration?.references.map((reference) => reference.file))]
    for (const reference of references) add(reference)
    const text = registration?.text ?? file.resolved()?.text
    if (text === undefined) {
      throw new UsageError(`${file.source.path} is not sound; magicbyte validate shows why`)
    }
    items.set(file, { file, text, references })
  }

  for (const file of files) add(file)
  return [...items.values()]
}

/** The name by which others refer to a file: always the same, so that the registry knows it again. */
export function referenceName(file: SchemaFile): string {
  const root = file.resolved()?.parsed.root
  return root && 'fullName' in root ? root.fullName : (file.defines[0] ?? '')
}

function circleTest(): (file: SchemaFile) => boolean {
  const known = new Map<SchemaFile, boolean>()
  return function leads(file): boolean {
    const before = known.get(file)
    if (before !== undefined) return before
    // A file that is met again while it is looked at is in a circle itself.
    known.set(file, file.isInCycle())
    const result = file.isInCycle() || file.references().some(({ file: other }) => leads(other))
    known.set(file, result)
    return result
  }
}
