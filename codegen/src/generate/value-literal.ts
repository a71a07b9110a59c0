import { memberKey, quote } from './literals.ts'
import { CustomValue } from './value-options.ts'

/** The expression of what a conversion of one's own makes. */
export type CustomLiteral = (value: CustomValue) => string

/** The expression of a value that a codec has read. */
export function valueLiteral(value: unknown, custom: CustomLiteral = unexpected): string {
  switch (typeof value) {
    case 'string':
      return quote(value)
    case 'bigint':
      return `${value}n`
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value)
    case 'object':
      return objectLiteral(value, custom)
    default:
      return String(value)
  }
}

function objectLiteral(value: object | null, custom: CustomLiteral): string {
  if (value === null) return 'null'
  if (value instanceof CustomValue) return custom(value)
  if (value instanceof Uint8Array) return `Uint8Array.of(${[...value].join(', ')})`
  if (value instanceof Date) return `new Date(${value.getTime()})`
  if (Array.isArray(value)) return `[${value.map((item) => valueLiteral(item, custom)).join(', ')}]`
  const members = Object.entries(value).map(([key, member]) => {
    return `${memberKey(key)}: ${valueLiteral(member, custom)}`
  })
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

function unexpected(): never {
  throw new Error("a value of a logical type of one's own")
}
