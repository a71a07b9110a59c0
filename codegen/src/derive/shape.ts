import type { Json } from '@magicbyte/avro'
import { type TextFormat, textFormatsOf } from './text-formats.ts'

/** What is known about the values at one place of all samples. */
export interface Shape {
  /** How many values there were. */
  count: number
  nulls: number
  booleans: number
  /** Whole numbers that fit into 64 bits. */
  integers: number
  /** All other numbers. */
  decimals: number
  texts: number
  /** The formats that every text so far has; undefined if there was none. */
  formats: ReadonlySet<TextFormat> | undefined
  arrays: number
  /** Of the items of all arrays; undefined if there was none. */
  items: Shape | undefined
  objects: number
  /** In the order of their first occurrence. */
  readonly fields: Map<string, Shape>
}

/** Nothing known. */
export function emptyShape(): Shape {
  return {
    count: 0,
    nulls: 0,
    booleans: 0,
    integers: 0,
    decimals: 0,
    texts: 0,
    formats: undefined,
    arrays: 0,
    items: undefined,
    objects: 0,
    fields: new Map(),
  }
}

/** Adds a value to what is known. */
export function addSample(shape: Shape, json: Json): void {
  shape.count++
  switch (json.kind) {
    case 'null':
      shape.nulls++
      return
    case 'boolean':
      shape.booleans++
      return
    case 'number':
      if (isLong(json.lexeme)) shape.integers++
      else shape.decimals++
      return
    case 'string':
      shape.texts++
      shape.formats = textFormatsOf(json.value, shape.formats)
      return
    case 'array':
      shape.arrays++
      for (const item of json.items) {
        shape.items ??= emptyShape()
        addSample(shape.items, item)
      }
      return
    case 'object':
      shape.objects++
      for (const [name, value] of json.members) {
        const field = shape.fields.get(name) ?? emptyShape()
        shape.fields.set(name, field)
        addSample(field, value)
      }
  }
}

/** All that is known about the values of the fields of a shape together. */
export function mergeFields({ fields }: Shape): Shape {
  const merged = emptyShape()
  for (const field of fields.values()) mergeInto(merged, field)
  return merged
}

function mergeInto(target: Shape, other: Shape): void {
  target.count += other.count
  target.nulls += other.nulls
  target.booleans += other.booleans
  target.integers += other.integers
  target.decimals += other.decimals
  target.texts += other.texts
  target.arrays += other.arrays
  target.objects += other.objects
  const { formats = other.formats } = target
  target.formats =
    formats && new Set([...formats].filter((name) => other.formats?.has(name) ?? true))
  if (other.items) {
    target.items ??= emptyShape()
    mergeInto(target.items, other.items)
  }
  for (const [name, field] of other.fields) {
    const known = target.fields.get(name) ?? emptyShape()
    target.fields.set(name, known)
    mergeInto(known, field)
  }
}

const MIN_LONG = -(2n ** 63n)
const MAX_LONG = 2n ** 63n - 1n

function isLong(lexeme: string): boolean {
  if (!/^-?\d{1,19}$/.test(lexeme)) return false
  const value = BigInt(lexeme)
  return value >= MIN_LONG && value <= MAX_LONG
}
