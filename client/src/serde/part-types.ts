import {
  type AvroCodec,
  type CodecOptions,
  defineCodec,
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
  /** Whether members are refused that the generated functions let pass. */
  readonly isStricter: boolean
  /** Those that the type was made for with those of the topic that change no types, else these. */
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
  const isTyped = 'options' in type
  const references = isTyped ? [] : reachableReferences(type)
  const reader = references.every((reference) => typeof reference === 'string')
    ? parseSchema(type.schema, { mode: 'existing', references }).root
    : undefined
  if (isTyped) checkOptions(type.options, options)
  const codec = isTyped ? { ...type.options, ...freeOptions(options) } : (options ?? {})
  return {
    name: reader ? nameOf(reader) : declaredName(type.schema),
    source: isTyped ? { schema: type.schema } : type,
    reader,
    generated: isTyped && 'read' in type ? withLimits(type as AvroCodec, codec) : undefined,
    isStricter: isTyped && codec.strict === true && type.options.strict !== true,
    codec,
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

/** Those that are a topic's to choose, as they change nothing about how values look. */
function freeOptions({ bytes, strict, limits }: CodecOptions = {}): CodecOptions {
  return {
    ...(bytes !== undefined && { bytes }),
    ...(strict !== undefined && { strict }),
    ...(limits !== undefined && { limits }),
  }
}

function withLimits(generated: AvroCodec, { limits }: CodecOptions): AvroCodec {
  if (limits === generated.options.limits) return generated
  return defineCodec({ ...generated, options: { ...generated.options, limits } })
}

const COMPARED = ['long', 'unions', 'logicalTypes'] as const

function checkOptions(generated: CodecOptions, asked: CodecOptions | undefined): void {
  for (const name of COMPARED) {
    const wanted = asked?.[name]
    if (wanted === undefined || typeof wanted === 'object') continue
    const actual = generated[name] ?? DEFAULTS[name]
    if (actual !== wanted) {
      throw new OptionsMismatchError(
        `the type was made for ${name} ${typeof actual === 'object' ? 'of its own' : `"${actual}"`}, not "${wanted}"; give the option to what makes it (code generation, typedSchema), or leave it out`,
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
