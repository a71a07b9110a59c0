import { InvalidArgumentError } from '../errors/usage-errors.ts'
import {
  isSchemaId,
  parseRegistered,
  type RegisteredSchema,
  readIdentity,
  readReferences,
  type StoredSchema,
} from './registered-schema.ts'

/** What a store knows, as JSON can say it: to start with while no registry can be reached. */
export interface SchemaDump {
  readonly format: 'magicbyte-schemas'
  readonly version: 1
  readonly schemas: readonly DumpedSchema[]
  /** Keys, and positions in `schemas`; what was used last is at the end. */
  readonly ids: readonly DumpedEntry[]
  readonly guids: readonly DumpedEntry[]
  readonly versions: readonly DumpedEntry[]
  readonly contents: readonly DumpedEntry[]
  readonly latest: readonly DumpedEntry[]
}

/** A schema without its graph. */
export type DumpedSchema = Omit<StoredSchema, 'parsed'>

/** A key, and a position in the list of schemas. */
export type DumpedEntry = readonly [key: string, position: number]

/** Keys and schemas, by what the keys are. */
export interface StoreContents {
  readonly ids: Iterable<readonly [string, RegisteredSchema]>
  readonly guids: Iterable<readonly [string, StoredSchema]>
  readonly versions: Iterable<readonly [string, RegisteredSchema]>
  readonly contents: Iterable<readonly [string, RegisteredSchema]>
  readonly latest: Iterable<readonly [string, RegisteredSchema]>
}

/** Schemas, and keys of a kind, at most. */
const MAX_ITEMS = 100_000

/** A dump of the contents. */
export function writeDump(contents: StoreContents): SchemaDump {
  const positions = new Map<StoredSchema, number>()
  const entries = (pairs: Iterable<readonly [string, StoredSchema]>): DumpedEntry[] =>
    Array.from(pairs, ([key, schema]) => {
      const position = positions.get(schema) ?? positions.size
      positions.set(schema, position)
      return [key, position]
    })
  const keys = {
    ids: entries(contents.ids),
    guids: entries(contents.guids),
    versions: entries(contents.versions),
    contents: entries(contents.contents),
    latest: entries(contents.latest),
  }
  const schemas = Array.from(positions.keys(), ({ parsed: _parsed, ...schema }) => schema)
  return { format: 'magicbyte-schemas', version: 1, schemas, ...keys }
}

/**
 * The contents of a dump.
 * @throws InvalidArgumentError for what is no dump; it names the place
 */
export function readDump(dump: unknown): StoreContents {
  const { format, version, ...members } = objectOf(dump, 'dump')
  if (format !== 'magicbyte-schemas' || version !== 1) {
    throw new InvalidArgumentError('dump: not of the format magicbyte-schemas, version 1')
  }
  const schemas = listOf(members.schemas, 'schemas').map(readSchema)
  const stored = (name: string): [string, StoredSchema][] =>
    listOf(members[name], name).map((entry, i) => readEntry(entry, `dump.${name}[${i}]`, schemas))
  const registered = (name: string): [string, RegisteredSchema][] =>
    stored(name).map(([key, schema], i) => {
      if (hasId(schema)) return [key, schema]
      throw new InvalidArgumentError(`dump.${name}[${i}]: the schema has no id`)
    })
  return {
    ids: registered('ids'),
    guids: stored('guids'),
    versions: registered('versions'),
    contents: registered('contents'),
    latest: registered('latest'),
  }
}

function readSchema(value: unknown, index: number): StoredSchema {
  const place = `dump.schemas[${index}]`
  const { id, schema, references, referenceTexts } = objectOf(value, place)
  if (typeof schema !== 'string') throw new InvalidArgumentError(`${place}.schema is no text`)
  if (id !== undefined && !isSchemaId(id)) {
    throw new InvalidArgumentError(`${place}.id is no schema id`)
  }
  const texts = listOf(referenceTexts, `schemas[${index}].referenceTexts`)
  if (!texts.every((text) => typeof text === 'string')) {
    throw new InvalidArgumentError(`${place}.referenceTexts has something else than texts`)
  }
  try {
    return {
      ...(id !== undefined && { id }),
      ...readIdentity(value),
      schema,
      references: readReferences(references, place),
      referenceTexts: texts,
      parsed: parseRegistered(schema, texts, place),
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new InvalidArgumentError(reason, { cause })
  }
}

function readEntry(
  entry: unknown,
  place: string,
  schemas: readonly StoredSchema[],
): [string, StoredSchema] {
  const [key, position] = Array.isArray(entry) ? (entry as readonly unknown[]) : []
  const schema = typeof position === 'number' ? schemas[position] : undefined
  if (typeof key === 'string' && schema) return [key, schema]
  throw new InvalidArgumentError(`${place} is no pair of a key and a position`)
}

function hasId(schema: StoredSchema): schema is RegisteredSchema {
  return schema.id !== undefined
}

function objectOf(value: unknown, place: string): Readonly<Partial<Record<string, unknown>>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw new InvalidArgumentError(`${place} is no object`)
}

function listOf(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value) && value.length <= MAX_ITEMS) return value
  throw new InvalidArgumentError(`dump.${name} is no list of up to ${MAX_ITEMS} items`)
}
