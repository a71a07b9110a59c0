import {
  type AvroCodec,
  type CodecOptions,
  parseSchema,
  readJson,
  type Schema,
  type SchemaReference,
} from '@magicbyte/avro'
import { OptionsMismatchError } from '../errors/schema-errors.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import type { NestedReference, SchemaText, SchemaType } from './part-type.ts'

/** A type that records of a topic may be of. */
export interface KnownType {
  /** Full name of the named type that the schema is; undefined where it is another. */
  readonly name: string | undefined
  readonly source: SchemaText
  /** Whether values are marked by the name in `$type`: it is one of a list. */
  readonly isMarked: boolean
  /** The type as it is read; undefined where it refers to versions yet to be fetched. */
  readonly reader: Schema | undefined
  /** Generated functions, where there are some. */
  readonly generated: AvroCodec | undefined
  /** Those that the type was generated for, else those of the topic. */
  readonly codec: CodecOptions
}

/**
 * What a caller says that records are.
 * @throws OptionsMismatchError
 * @throws InvalidArgumentError
 * @throws InvalidSchemaError
 */
export function knownTypes(
  given: SchemaType | readonly SchemaType[],
  options: CodecOptions | undefined,
): readonly KnownType[] {
  const isList = Array.isArray(given)
  const list: readonly SchemaType[] = isList ? given : [given as SchemaType]
  if (list.length === 0) throw new InvalidArgumentError('a list of types has at least one')
  const types = list.map((type) => ({ ...knownType(type, options), isMarked: isList }))
  if (isList) refuseUnlikeRecords(types)
  return types
}

/** Only records can be marked, and only names tell them apart. */
function refuseUnlikeRecords(types: readonly KnownType[]): void {
  const names = types.map(({ name }) => name)
  const areRecords = types.every(({ reader }) => !reader || reader.type === 'record')
  if (areRecords && !names.includes(undefined) && new Set(names).size === names.length) return
  throw new InvalidArgumentError('a list of types has to be of records with different names')
}

function knownType(
  type: SchemaType,
  options: CodecOptions | undefined,
): Omit<KnownType, 'isMarked'> {
  if (typeof type !== 'object' || type === null || typeof type.schema !== 'string') {
    throw new InvalidArgumentError('a type is generated code, `{ schema }`, or a primitive format')
  }
  const isGenerated = 'options' in type
  const references = isGenerated ? [] : reachableReferences(type)
  const reader = references.every((reference) => typeof reference === 'string')
    ? parseSchema(type.schema, { mode: 'existing', references }).root
    : undefined
  if (isGenerated) checkOptions(type.options, options)
  return {
    name: reader ? nameOf(reader) : declaredName(type.schema),
    source: isGenerated ? { schema: type.schema } : type,
    reader,
    generated: isGenerated && 'read' in type ? (type as AvroCodec) : undefined,
    codec: isGenerated ? { ...type.options, ...limitsOf(options) } : (options ?? {}),
  }
}

function nameOf(schema: Schema): string | undefined {
  return 'fullName' in schema ? schema.fullName : undefined
}

/** The full name that a schema gives itself, which can be told before its references are there. */
function declaredName(text: string): string | undefined {
  const root = readJson(text)
  if (root.kind !== 'object') return undefined
  const [name, namespace] = ['name', 'namespace'].map((key) => {
    const member = root.members.get(key)
    return member?.kind === 'string' ? member.value : ''
  })
  if (!name || name.includes('.') || !namespace) return name || undefined
  return `${namespace}.${name}`
}

function limitsOf(options: CodecOptions | undefined): CodecOptions {
  return options?.limits ? { limits: options.limits } : {}
}

const COMPARED = ['long', 'unions', 'logicalTypes'] as const

function checkOptions(generated: CodecOptions, asked: CodecOptions | undefined): void {
  for (const name of COMPARED) {
    const wanted = asked?.[name]
    if (wanted === undefined || typeof wanted === 'object') continue
    const actual = generated[name] ?? DEFAULTS[name]
    if (actual !== wanted) {
      throw new OptionsMismatchError(
        `the type was generated with ${name} ${typeof actual === 'object' ? 'of its own' : `"${actual}"`}, not "${wanted}"; generate it anew, or leave the option out`,
      )
    }
  }
}

const DEFAULTS = { long: 'bigint', unions: 'tagged', logicalTypes: 'native' } as const

/**
 * What a schema refers to, directly or not: texts, each behind those that it refers to, and versions
 * that would have to be fetched. Of several under one name the first counts, as in a registry.
 */
export function reachableReferences(source: SchemaText): readonly (string | SchemaReference)[] {
  const names = new Set<string>()
  const found: (string | SchemaReference)[] = []
  visit(source)
  return found

  function visit({ references = [] }: SchemaText): void {
    for (const reference of references) {
      if (names.has(reference.name)) continue
      names.add(reference.name)
      if (isNested(reference)) visit(reference)
      found.push(isNested(reference) ? reference.schema : reference)
    }
  }
}

/** Whether a reference still has to be registered, or looked for. */
export function isNested(reference: object): reference is NestedReference {
  return 'schema' in reference
}
