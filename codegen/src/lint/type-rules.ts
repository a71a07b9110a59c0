import {
  type FixedSchema,
  type Json,
  type JsonObject,
  logicalTypeOf,
  type Schema,
} from '@magicbyte/avro'
import type { TextEdit } from '../diagnostics/diagnostic.ts'
import { memberSpans } from '../diagnostics/json-spans.ts'
import { nearestName } from '../inputs/nearest-name.ts'
import { PRIMITIVE_TYPES } from '../inputs/type-names.ts'
import { textMember } from '../inputs/type-survey.ts'
import { type FieldView, typeWord } from './lint-view.ts'
import { LOGICAL_TYPES } from './logical-types.ts'
import { nameWords } from './name-words.ts'
import type { LintRule } from './rule.ts'
import { ambiguousBranches } from './union-kinds.ts'

/** Rules about types and their values. */
export const TYPE_RULES: readonly LintRule[] = [
  {
    id: 'LOGICAL_TYPE_MISPLACED',
    purpose: 'A logical type is an attribute of the type, not of the field',
    topic: 'types',
    level: 'minimal',
    *check({ fields, file }) {
      for (const field of fields) {
        const misplaced = field.json.members.get('logicalType')
        if (misplaced?.kind !== 'string') continue
        const word = typeWord(field.type) ?? 'long'
        yield {
          at: misplaced.at,
          message: `The logicalType of "${field.name}" has no effect beside its type`,
          hint: `Write "type": {"type": "${word}", "logicalType": "${misplaced.value}"}`,
          edits: moveIntoType(field, file.text),
        }
      }
    },
  },
  {
    id: 'LOGICAL_TYPE_INVALID',
    purpose: 'Logical types are known and suit their types',
    topic: 'types',
    level: 'minimal',
    *check({ objects }) {
      for (const { json } of objects) {
        const logical = json.members.get('logicalType')
        if (logical?.kind !== 'string') continue
        const name = logical.value
        const expected = LOGICAL_TYPES.get(name)
        if (expected === undefined) {
          const near = nearestName(name, LOGICAL_TYPES.keys())
          const message = `The logical type "${name}" is unknown`
          const hint = near === undefined ? undefined : `Did you mean "${near}"?`
          yield { at: logical.at, message, ...(hint !== undefined && { hint }) }
        } else if (!isHonoured(json)) {
          const message = `The logical type "${name}" does not suit this type and is ignored`
          yield { at: logical.at, message, hint: `It is for ${expected}` }
        }
      }
    },
  },
  {
    id: 'NO_REDEFINITION',
    purpose: 'Every named type is defined in one file only',
    topic: 'types',
    level: 'strict',
    *check({ definitions, file }) {
      for (const { fullName, nameJson } of definitions) {
        const [first] = file.definersOf(fullName)
        if (!first || first === file) continue
        const message = `"${fullName}" is defined in ${first.source.path} already`
        yield { at: nameJson.at, message, hint: 'Use the type by its name' }
      }
    },
  },
  {
    id: 'DECIMAL_PRECISION',
    purpose: 'Decimals have no more than 38 digits, which is what most databases hold',
    topic: 'types',
    level: 'strict',
    *check({ objects }) {
      for (const { json } of objects) {
        const precision = json.members.get('precision')
        if (textMember(json, 'logicalType') !== 'decimal' || precision?.kind !== 'number') continue
        if (Number(precision.lexeme) <= MAX_DIGITS) continue
        yield { at: precision.at, message: `A precision of ${precision.lexeme} is more than 38` }
      }
    },
  },
  {
    id: 'LONG_DEFAULT_UNSAFE',
    purpose: 'Defaults of longs are exact in JavaScript numbers',
    topic: 'types',
    level: 'standard',
    *check({ fields }) {
      for (const { json, name } of fields) {
        for (const { at, lexeme } of numbersIn(json.members.get('default'))) {
          if (!/^-?\d+$/.test(lexeme) || Number.isSafeInteger(Number(lexeme))) continue
          const message = `The default ${lexeme} of "${name}" is not exact as a JavaScript number`
          yield { at, message, hint: 'Tools that read JSON numbers as doubles change it' }
        }
      }
    },
  },
  {
    id: 'UNION_AMBIGUOUS_IN_JS',
    purpose: 'The branches of unions are told apart by typeof in JavaScript',
    topic: 'types',
    level: 'strict',
    *check({ unions, file }) {
      for (const { json, namespace } of unions) {
        const pair = ambiguousBranches(json, namespace, file)
        if (!pair) continue
        const message = `${pair.join(' and ')} look the same in JavaScript`
        yield { at: json.at, message, hint: 'Their values need a tag' }
      }
    },
  },
  {
    id: 'TIMESTAMP_NAME',
    purpose: 'Longs with names of points in time have a logical type',
    topic: 'types',
    level: 'strict',
    *check({ fields }) {
      for (const { name, type } of fields) {
        if (!/(At|_at|Timestamp|_timestamp|Time|_time|_ts)$|^(timestamp|ts)$/.test(name)) continue
        if (!mentionsPlain(type, ['long'])) continue
        const message = `"${name}" seems to be a point in time, but is a plain long`
        yield { at: type.at, message, hint: 'Give it a logicalType, such as "timestamp-millis"' }
      }
    },
  },
  {
    id: 'NO_FLOAT_MONEY',
    purpose: 'Amounts of money are no binary floating point numbers',
    topic: 'types',
    level: 'strict',
    *check({ fields }) {
      for (const { name, type } of fields) {
        if (!MONEY.has(nameWords(name).at(-1)?.toLowerCase().replace(/s$/, '') ?? '')) continue
        if (!mentionsPlain(type, ['float', 'double'])) continue
        const message = `"${name}" seems to be money, but is a binary floating point number`
        yield { at: type.at, message, hint: 'Use bytes with the logicalType "decimal"' }
      }
    },
  },
]

const MAX_DIGITS = 38

const MONEY = new Set(
  'amount balance cent cost fee money price revenue salary subtotal total'.split(' '),
)

function* numbersIn(json: Json | undefined): Generator<Json & { kind: 'number' }> {
  if (json?.kind === 'number') yield json
  if (json?.kind === 'array') for (const item of json.items) yield* numbersIn(item)
  if (json?.kind === 'object') for (const member of json.members.values()) yield* numbersIn(member)
}

function isHonoured(json: JsonObject): boolean {
  const type = textMember(json, 'type') ?? ''
  // What these depend on lies in other types; they are the registry's own.
  if (type === 'record' || type === 'array') {
    return ['map', 'variant'].includes(textMember(json, 'logicalType') ?? '')
  }
  const schema = schemaOf(json, type)
  return schema !== undefined && logicalTypeOf(schema) !== undefined
}

/** Just enough of the schema to judge its logical type. */
function schemaOf(json: JsonObject, type: string): Schema | undefined {
  const base = { props: json.members, source: { text: '' }, at: json.at }
  if (type === 'fixed') {
    const size = json.members.get('size')
    const names = { name: '', namespace: '', fullName: '', aliases: [] }
    const bytes = size?.kind === 'number' ? Number(size.lexeme) : 0
    return { type, ...base, ...names, size: bytes } satisfies FixedSchema
  }
  if (!PRIMITIVE_TYPES.has(type)) return undefined
  return { type, ...base } as Schema
}

/** Whether a type, or a branch of it, is one of these words without a logical type. */
function mentionsPlain(type: Json, words: readonly string[]): boolean {
  if (type.kind === 'array') return type.items.some((branch) => mentionsPlain(branch, words))
  if (type.kind === 'object' && type.members.has('logicalType')) return false
  return words.includes(typeWord(type) ?? '')
}

const LOGICAL_KEYS = new Set(['logicalType', 'precision', 'scale'])

/** Moves the attributes into the type, if that is a word and becomes a sound logical type. */
function moveIntoType({ json, type }: FieldView, text: string): readonly TextEdit[] {
  if (type.kind !== 'string' || !PRIMITIVE_TYPES.has(type.value)) return []
  const moved = new Map([...json.members].filter(([key]) => LOGICAL_KEYS.has(key)))
  const typeMember: [string, Json] = ['type', type]
  if (!isHonoured({ ...json, members: new Map([typeMember, ...moved]) })) return []
  const spans = memberSpans(text, json.at)
  const edits: TextEdit[] = []
  let attributes = ''
  for (const [index, span] of spans.entries()) {
    const value = text.slice(span.valueStart, span.valueEnd)
    if (!moved.has(span.key)) continue
    attributes += `, ${text.slice(span.keyStart, span.valueStart)}${value}`
    const before = spans[index - 1]
    const after = spans[index + 1]
    if (before) edits.push({ start: before.valueEnd, end: span.valueEnd, text: '' })
    else if (after) edits.push({ start: span.keyStart, end: after.keyStart, text: '' })
  }
  const typeSpan = spans.find(({ key }) => key === 'type')
  if (!typeSpan) return []
  const { valueStart: start, valueEnd: end } = typeSpan
  const object = `{ "type": ${text.slice(start, end)}${attributes} }`
  edits.push({ start, end, text: object })
  return edits
}
