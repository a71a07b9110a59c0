import { type ParsedSchema, parseSchema, type SchemaReference } from '@magicbyte/avro'
import { RegistryAnswerError } from '../errors/http-errors.ts'
import { UnsupportedSchemaError } from '../errors/schema-errors.ts'

/** A schema of a registry with everything it needs to be understood. Treat it as frozen. */
export interface StoredSchema {
  /** Absent where the schema was asked for by its guid. */
  readonly id?: number
  readonly guid?: string
  /** A subject that has it, and under which version. */
  readonly subject?: string
  readonly version?: number
  /** The schema's text. */
  readonly schema: string
  readonly references: readonly SchemaReference[]
  /** Texts of all schemas in reach of the references, each after those it refers to. */
  readonly referenceTexts: readonly string[]
  /** The same as a graph. */
  readonly parsed: ParsedSchema
}

/** A schema whose id is known. */
export interface RegisteredSchema extends StoredSchema {
  readonly id: number
}

/** A schema's text and what it refers to. */
export interface SchemaSource {
  readonly schema: string
  readonly references: readonly SchemaReference[]
}

/** References of a schema at most. */
const MAX_DIRECT_REFERENCES = 1000

/**
 * The source in an answer of a registry.
 * @throws UnsupportedSchemaError where it is no Avro
 * @throws RegistryAnswerError where it has no schema, or references of another shape
 */
export function readSource(answer: unknown, about: string): SchemaSource {
  const { schemaType, schema, references } = membersOf(answer)
  if (schemaType !== undefined && schemaType !== null && schemaType !== 'AVRO') {
    throw new UnsupportedSchemaError(`${about} is no Avro schema, but ${shown(schemaType)}`)
  }
  if (typeof schema !== 'string') throw new RegistryAnswerError(`${about} came without its text`)
  return { schema, references: readReferences(references, about) }
}

/** What an answer says about itself, of the types it should have; everything else is left out. */
export function readIdentity(answer: unknown): Pick<StoredSchema, 'guid' | 'subject' | 'version'> {
  const { guid, subject, version } = membersOf(answer)
  return {
    ...(typeof guid === 'string' && { guid }),
    ...(typeof subject === 'string' && { subject }),
    ...(Number.isInteger(version) && { version: Number(version) }),
  }
}

/**
 * The id in an answer.
 * @throws RegistryAnswerError where there is none
 */
export function readId(answer: unknown, about: string): number {
  const { id } = membersOf(answer)
  if (isSchemaId(id)) return id
  throw new RegistryAnswerError(`${about} came without its id`)
}

/** Whether it is a number that the 4 bytes before data can name: positive, as in all registries. */
export function isSchemaId(id: unknown): id is number {
  return typeof id === 'number' && id > 0 && (id | 0) === id
}

/**
 * The schema as a graph.
 * @throws UnsupportedSchemaError where the text is not valid
 */
export function parseRegistered(
  schema: string,
  referenceTexts: readonly string[],
  about: string,
): ParsedSchema {
  try {
    return parseSchema(schema, { mode: 'existing', references: referenceTexts })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new UnsupportedSchemaError(`${about} cannot be understood: ${reason}`, { cause })
  }
}

/** Bytes that a schema takes, about: two for each character, and ten for what is made of it. */
export function sizeOfSchema(schema: {
  readonly schema: string
  readonly referenceTexts?: readonly string[]
}): number {
  const { referenceTexts = [] } = schema
  return 500 + 12 * referenceTexts.reduce((sum, text) => sum + text.length, schema.schema.length)
}

/**
 * References of an answer; null and absent mean none.
 * @throws RegistryAnswerError
 */
export function readReferences(value: unknown, about: string): readonly SchemaReference[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value) || value.length > MAX_DIRECT_REFERENCES) {
    throw new RegistryAnswerError(`${about} came with references of a wrong shape, or too many`)
  }
  return value.map((item: unknown) => {
    const { name, subject, version } = membersOf(item)
    const isNamed = typeof name === 'string' && typeof subject === 'string'
    if (isNamed && Number.isInteger(version)) return { name, subject, version: Number(version) }
    throw new RegistryAnswerError(`${about} came with a reference of a wrong shape`)
  })
}

type Members = Readonly<Partial<Record<string, unknown>>>

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {}
}

function shown(schemaType: unknown): string {
  return String(schemaType).slice(0, 50)
}
