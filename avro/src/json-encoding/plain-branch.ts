import type { Json } from '../json.ts'
import { type RecordSchema, type Schema, typeName } from '../schema.ts'
import { refuseJson } from './describe-json.ts'
import { fixedOf, floatingOf, integerOf, latin1Of } from './json-scalar-values.ts'

/**
 * Compiles what finds the branch of a union that a value without a mark is of: the only one of its
 * kind of JSON, else the only one that takes it. Its parts are not looked at, so that this takes no
 * longer than the value is wide: integers by their range, texts by symbols, size and characters,
 * and objects by the names of their members, which have to be those of the record.
 */
export function plainBranchFinder(branches: readonly Schema[]): (json: Json) => number {
  const tests = branches.map((schema, index) => ({ index, schema, takes: takerOf(schema) }))
  const expected = branches.map((schema) => `{ "${typeName(schema)}": … }`)
  const choice = expected.length > 12 ? [...expected.slice(0, 12), '…'] : expected
  return (json) => {
    const suited = tests.filter(({ schema }) => isOfKind(schema, json))
    const taking = suited.length > 1 ? suited.filter(({ takes }) => takes(json)) : suited
    if (taking.length === 1) return taking[0]!.index
    return refuseJson(choice.join(' | ') || 'no value, as the union is empty', json)
  }
}

/** Whether a value has the kind of JSON that a type is written as. */
function isOfKind({ type }: Schema, json: Json): boolean {
  switch (type) {
    case 'int':
    case 'long':
      return json.kind === 'number'
    case 'float':
    case 'double':
      return json.kind === 'number' || floatingOf(json, type) !== undefined
    case 'string':
    case 'bytes':
    case 'enum':
    case 'fixed':
      return json.kind === 'string'
    case 'map':
    case 'record':
      return json.kind === 'object'
    default:
      return type === json.kind
  }
}

/** Whether a value of the right kind may be of a type, judged without its parts. */
function takerOf(schema: Schema): (json: Json) => boolean {
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
    case 'record':
      return recordTaker(schema)
    default:
      return () => true
  }
}

function recordTaker({ fields }: RecordSchema): (json: Json) => boolean {
  const names = new Set(fields.map(({ name }) => name))
  const required = fields.filter((field) => field.default === undefined).map(({ name }) => name)
  return (json) => {
    if (json.kind !== 'object' || json.members.size > names.size) return false
    const { members } = json
    return required.every((name) => members.has(name)) && [...members.keys()].every(has)
  }
  function has(name: string): boolean {
    return names.has(name)
  }
}
