import {
  type AvroCodec,
  type CodecOptions,
  parseSchema,
  readJson,
  type Schema,
} from '@magicbyte/avro'
import { OptionsMismatchError } from '../errors/schema-errors.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import type { NestedReference, SchemaText, SchemaType } from './part-type.ts'

/** A type that records of a topic may be of. */
export interface KnownType {
  /** Full name of the named type that the schema is; undefined where it is another. */
  readonly name: string | undefined
  readonly source: SchemaText
  /** The type as it is read; undefined until its references are loaded. */
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
  const list: readonly SchemaType[] = Array.isArray(given) ? given : [given as SchemaType]
  const types = list.map((type) => knownType(type, options))
  const names = types.map(({ name }) => name)
  if (types.length > 1 && (names.includes(undefined) || new Set(names).size < names.length)) {
    throw new InvalidArgumentError('several types of one topic have to be named, and differ')
  }
  return types
}

function knownType(type: SchemaType, options: CodecOptions | undefined): KnownType {
  if (typeof type !== 'object' || type === null || typeof type.schema !== 'string') {
    throw new InvalidArgumentError('a type is generated code, `{ schema }`, or a primitive format')
  }
  const reader = isSelfContained(type)
    ? parseSchema(type.schema, { mode: 'existing' }).root
    : undefined
  const isGenerated = 'options' in type
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

function isSelfContained(type: SchemaType): boolean {
  return !('references' in type) || !type.references || type.references.length === 0
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

/** Whether a reference still has to be registered, or looked for. */
export function isNested(reference: object): reference is NestedReference {
  return 'schema' in reference
}
