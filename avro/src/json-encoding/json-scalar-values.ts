import type { Json } from '../json.ts'
import type { FixedSchema } from '../schema.ts'
import { exactInteger } from './exact-integer.ts'

/** The integer that a JSON value is; undefined if it is none or does not fit so many bits. */
export function integerOf(json: Json, bits: 32 | 64): bigint | undefined {
  return json.kind === 'number' ? exactInteger(json.lexeme, bits) : undefined
}

/**
 * The floating-point number that a JSON value is, NaN and the infinities being strings; undefined
 * if it is none or beyond the range.
 */
export function floatingOf(json: Json, type: 'float' | 'double'): number | undefined {
  if (json.kind === 'string') return NOT_FINITE.get(json.value)
  if (json.kind !== 'number') return undefined
  const value = Number(json.lexeme)
  return Number.isFinite(type === 'float' ? Math.fround(value) : value) ? value : undefined
}

const NOT_FINITE: ReadonlyMap<string, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
])

/** The bytes that a JSON string stands for; undefined if a character is none of ISO-8859-1. */
export function latin1Of(json: Json): Uint8Array | undefined {
  if (json.kind !== 'string') return undefined
  const { value } = json
  const bytes = new Uint8Array(value.length)
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at)
    if (unit > 0xff) return undefined
    bytes[at] = unit
  }
  return bytes
}

/** The bytes that a JSON string stands for, if there are as many as there have to be. */
export function fixedOf(json: Json, { size }: FixedSchema): Uint8Array | undefined {
  const bytes = latin1Of(json)
  return bytes?.length === size ? bytes : undefined
}
