/** What kind of JavaScript value it is; values of different kinds need no tag to tell them apart. */
export type ValueKind =
  | 'null'
  | 'boolean'
  | 'number'
  | 'bigint'
  | 'string'
  | 'bytes'
  | 'array'
  | 'date'
  | 'object'

/** The kind of a value; undefined for what no codec takes, as functions and symbols. */
export function kindOf(value: unknown): ValueKind | undefined {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
      return typeof value as ValueKind
    case 'object':
      if (value === null) return 'null'
      if (Array.isArray(value)) return 'array'
      if (value instanceof Uint8Array) return 'bytes'
      return value instanceof Date ? 'date' : 'object'
    default:
      return undefined
  }
}
