import { defaultBytes, InvalidDefaultError } from '../codec/default-bytes.ts'
import { Failure, within } from '../codec/failure.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Field, RecordSchema } from '../schema.ts'
import { refuseJson } from './describe-json.ts'
import type { FromJson, FromJsonContext } from './from-json.ts'
import type { JsonBytesOutput } from './json-bytes-output.ts'

/**
 * Compiles a record. Its members may come in any order and, as in Avro Java, under the aliases of
 * their fields.
 */
export function recordFromJson(record: RecordSchema, context: FromJsonContext): FromJson {
  const known = context.records.get(record)
  if (known) return known
  const { records } = context
  let fields: readonly FieldFromJson[] = []
  const names = new Set(record.fields.map(({ name }) => name))
  const allNames = new Set(record.fields.flatMap(({ name, aliases }) => [name, ...aliases]))
  const expected = `an object for ${record.fullName}`

  const write: FromJson = (json, output) => {
    const object = json.kind === 'object' ? json : refuseJson(expected, json)
    output.enter()
    if (output.refusesUnknown) refuseUnknown(object, allNames)
    for (const field of fields) {
      try {
        writeField(field, object, output)
      } catch (error) {
        throw within(field.name, error)
      }
    }
    output.leave()
  }
  records.set(record, write)
  fields = record.fields.map((field) => ({
    name: field.name,
    aliases: field.aliases.filter((alias) => !names.has(alias)),
    write: context.compile(field.type),
    defaultBytes: rememberedDefault(field),
  }))
  return write
}

interface FieldFromJson {
  readonly name: string
  /** Those that are no field's name. */
  readonly aliases: readonly string[]
  readonly write: FromJson
  /** Undefined if there is no default, or none that is of the field's type. */
  readonly defaultBytes: () => Uint8Array | undefined
}

function writeField(field: FieldFromJson, object: JsonObject, output: JsonBytesOutput): void {
  const member = object.members.get(field.name) ?? memberByAlias(field, object)
  if (member) {
    field.write(member, output)
    return
  }
  const bytes = output.isStrict ? undefined : field.defaultBytes()
  if (!bytes) throw new Failure('a value', 'none', { offset: object.at })
  output.writeDefault(bytes)
}

function memberByAlias({ aliases }: FieldFromJson, { members }: JsonObject): Json | undefined {
  const alias = aliases.find((name) => members.has(name))
  return alias === undefined ? undefined : members.get(alias)
}

/** Made when it is needed first: few members are ever missing. */
function rememberedDefault({ type, default: value }: Field): () => Uint8Array | undefined {
  let isKnown = value === undefined
  let bytes: Uint8Array | undefined
  return () => {
    if (isKnown) return bytes
    isKnown = true
    try {
      bytes = value && defaultBytes(type, value)
    } catch (error) {
      if (!(error instanceof InvalidDefaultError)) throw error
    }
    return bytes
  }
}

function refuseUnknown({ members }: JsonObject, known: ReadonlySet<string>): void {
  for (const [name, { at }] of members) {
    if (!known.has(name)) {
      throw within(name, new Failure('no such member', 'one', { offset: at }))
    }
  }
}
