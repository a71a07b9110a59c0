import { describe, Failure } from '../codec/failure.ts'
import type { Json } from '../json.ts'

/** Refuses a value of a JSON text. */
export function refuseJson(expected: string, json: Json): never {
  throw new Failure(expected, describeJson(json), { offset: json.at })
}

/** A value in a message: its kind, and what it is if that is short. */
export function describeJson(json: Json): string {
  switch (json.kind) {
    case 'null':
      return 'null'
    case 'boolean':
    case 'string':
      return describe(json.value)
    case 'number':
      return `number ${json.lexeme.length > 40 ? `${json.lexeme.slice(0, 40)}…` : json.lexeme}`
    case 'array':
      return `an array of ${json.items.length}`
    case 'object':
      // Only the names are looked at.
      return describe(Object.fromEntries([...json.members.keys()].map((key) => [key, null])))
  }
}
