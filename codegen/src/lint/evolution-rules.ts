import type { Json, Schema } from '@magicbyte/avro'
import { memberSpans, valueEnd } from '../diagnostics/json-spans.ts'
import { type FieldView, type LintView, typeWord } from './lint-view.ts'
import type { LintFinding, LintRule } from './rule.ts'

/** Rules that keep schemas able to change. */
export const EVOLUTION_RULES: readonly LintRule[] = [
  {
    id: 'DEFAULT_NOT_FIRST_BRANCH',
    purpose: 'The default of a union is a value of its first branch, as Avro before 1.12 demands',
    topic: 'evolution',
    level: 'minimal',
    *check({ fields }) {
      for (const { json, type, name } of fields) {
        const fallback = json.members.get('default')
        if (!fallback || type.kind !== 'array') continue
        const [first] = type.items
        if (!first || suitsKind(first, fallback) !== false) continue
        // Null that does not come first has a rule of its own.
        if (fallback.kind === 'null' && nullIndex(type) !== undefined) continue
        const message = `The default of "${name}" is not one of the first branch of its union`
        yield { at: fallback.at, message, hint: 'Put the branch of the default first' }
      }
    },
  },
  {
    id: 'OPTIONAL_HAS_DEFAULT',
    purpose: 'Fields that can be null have a default',
    topic: 'evolution',
    level: 'standard',
    *check({ fields, file }) {
      for (const field of fields) {
        const { json, type, name, nameJson } = field
        if (json.members.has('default') || nullIndex(type) === undefined) continue
        const message = `"${name}" can be null and has no default`
        if (nullIndex(type) !== 0) {
          yield { at: nameJson.at, message, hint: 'Put "null" first and add "default": null' }
        } else {
          const edits = defaultNull(field, file.text)
          yield { at: nameJson.at, message, hint: 'Add "default": null', edits }
        }
      }
    },
  },
  {
    id: 'NULL_FIRST_WITH_DEFAULT',
    purpose: 'In a union with the default null, null comes first',
    topic: 'evolution',
    level: 'minimal',
    *check({ fields }) {
      for (const { json, type, name } of fields) {
        const index = nullIndex(type)
        if (json.members.get('default')?.kind !== 'null' || index === undefined || index === 0) {
          continue
        }
        const message = `"${name}" has the default null, but "null" is not its first branch`
        yield { at: type.at, message, hint: 'Put "null" first' }
      }
    },
  },
  {
    id: 'ENUM_DEFAULT',
    purpose: 'Enums have a default, so that symbols can be added later',
    topic: 'evolution',
    level: 'standard',
    *check({ definitions }) {
      for (const { kind, json, nameJson, name } of definitions) {
        if (kind !== 'enum' || json.members.has('default')) continue
        const message = `The enum "${name}" has no default`
        yield { at: nameJson.at, message, hint: 'Add a symbol such as UNKNOWN as its "default"' }
      }
    },
  },
  {
    id: 'RECURSION_WITHOUT_NULL',
    purpose: 'No value of a record has to contain another value of it without end',
    topic: 'evolution',
    level: 'minimal',
    check: endlessRecords,
  },
]

/**
 * Whether a value may be one of a type, by its kind in JSON; undefined for a type that only the
 * schema as a whole tells.
 */
function suitsKind(type: Json, value: Json): boolean | undefined {
  switch (typeWord(type)) {
    case 'null':
      return value.kind === 'null'
    case 'boolean':
      return value.kind === 'boolean'
    case 'int':
    case 'long':
      return value.kind === 'number'
    case 'float':
    case 'double':
      return value.kind === 'number' || value.kind === 'string'
    case 'string':
    case 'bytes':
    case 'enum':
    case 'fixed':
      return value.kind === 'string'
    case 'array':
      return value.kind === 'array'
    case 'map':
    case 'record':
      return value.kind === 'object'
    default:
      return undefined
  }
}

/** Where null is in a union of null and something; undefined in every other type. */
function nullIndex(type: Json): number | undefined {
  if (type.kind !== 'array') return undefined
  const index = type.items.findIndex((branch) => typeWord(branch) === 'null')
  return index < 0 ? undefined : index
}

function defaultNull({ json }: FieldView, text: string) {
  const type = memberSpans(text, json.at).findLast(({ key }) => key === 'type')
  if (!type) return []
  // On the line of the type, or on one of its own where the type begins one.
  const lineStart = text.slice(0, type.keyStart).match(/\r?\n[ \t]*$/)?.[0]
  const end = valueEnd(text, type.valueStart)
  return [{ start: end, end, text: `,${lineStart ?? ' '}"default": null` }]
}

function* endlessRecords({ file, definitions }: LintView): Generator<LintFinding> {
  const types = file.resolved()?.parsed.types
  if (!types) return
  for (const { kind, fullName, nameJson, name } of definitions) {
    const type = types.get(fullName)
    if (kind === 'enum' || kind === 'fixed' || !type || !containsItself(type)) continue
    yield {
      at: nameJson.at,
      message: `Every "${name}" contains another "${name}", so that no value has an end`,
      hint: 'Make a field on the way a union with null, an array or a map',
    }
  }
}

function containsItself(start: Schema): boolean {
  const seen = new Set<Schema>()
  const pending = [start]
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.type !== 'record') continue
    for (const { type } of next.fields) {
      if (type === start) return true
      if (seen.has(type)) continue
      seen.add(type)
      pending.push(type)
    }
  }
  return false
}
