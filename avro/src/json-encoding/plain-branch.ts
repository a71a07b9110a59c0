import type { Json, JsonObject } from '../json.ts'
import { requiredFields } from '../record-fields.ts'
import { type Schema, typeName } from '../schema.ts'
import { refuseJson } from './describe-json.ts'
import { fixedOf, floatingOf, integerOf, latin1Of } from './json-scalar-values.ts'

/**
 * Compiles what finds the branch of a union that a value without a mark is of: the only one of its
 * kind of JSON, else the only one that takes it. Its parts are not looked at, so that this takes no
 * longer than the value is wide: integers are told by their range, texts by symbols, size and
 * characters, and objects by the names of their members.
 */
export function plainBranchFinder(branches: readonly Schema[]): (json: Json) => number {
  const tests = branches.map((schema, index) => ({
    index,
    isOfKind: kindTest(schema),
    takes: takerOf(schema),
  }))
  const expected = branches.map((schema) => `{ "${typeName(schema)}": … }`)
  const choice = expected.length > 12 ? [...expected.slice(0, 12), '…'] : expected
  return (json) => {
    const suited = tests.filter(({ isOfKind }) => isOfKind(json))
    const taking = suited.length > 1 ? suited.filter(({ takes }) => takes(json)) : suited
    if (taking.length === 1) return taking[0]!.index
    return refuseJson(choice.join(' | ') || 'no value, as the union is empty', json)
  }
}

type Test = (json: Json) => boolean

/**
 * Whether a value has the kind of JSON that a type is written as. An object with members that the
 * record does not have is none of it: it may be a wrapped value whose mark is misspelt, which must
 * not pass for a record that has defaults for all.
 */
function kindTest(schema: Schema): Test {
  const { type } = schema
  switch (type) {
    case 'int':
    case 'long':
      return ({ kind }) => kind === 'number'
    case 'float':
    case 'double':
      return (json) => json.kind === 'number' || floatingOf(json, type) !== undefined
    case 'string':
    case 'bytes':
    case 'enum':
    case 'fixed':
      return ({ kind }) => kind === 'string'
    case 'map':
      return ({ kind }) => kind === 'object'
    case 'record': {
      const names = new Set(schema.fields.flatMap(({ name, aliases }) => [name, ...aliases]))
      return (json) => json.kind === 'object' && areKnown(json, names)
    }
    default:
      return ({ kind }) => kind === type
  }
}

function areKnown({ members }: JsonObject, names: ReadonlySet<string>): boolean {
  for (const name of members.keys()) if (!names.has(name)) return false
  return true
}

/** Whether a value of the right kind may be of a type, judged without its parts. */
function takerOf(schema: Schema): Test {
  switch (schema.type) {
    case 'int':
      return (json) => integerOf(json, 32) !== undefined
    case 'long':
      return (json) => integerOf(json, 64) !== undefined
    case 'float':
    case 'double': {
      const { type } = schema
      return (json) => floatingOf(json, type) !== undefined
    }
    case 'bytes':
      return (json) => latin1Of(json) !== undefined
    case 'fixed':
      return (json) => fixedOf(json, schema) !== undefined
    case 'enum': {
      const symbols = new Set(schema.symbols)
      return (json) => json.kind === 'string' && symbols.has(json.value)
    }
    case 'record': {
      const required = requiredFields(schema)
      return (json) => json.kind === 'object' && required.every((name) => json.members.has(name))
    }
    default:
      return () => true
  }
}
