import type { Json } from './json.ts'
import { readLeadingJson } from './json-reader.ts'
import type { Source } from './schema.ts'

/** Where a value stands in the text of a schema. */
export interface TextPosition {
  /** JSON Pointer (RFC 6901). */
  readonly pointer: string
  /** Counted from 1. */
  readonly line: number
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number
}

/** Tells the position of the value that begins at an offset of a text. */
export type Locate = (source: Source, offset: number) => TextPosition

/** Makes a {@link Locate} for many positions: it goes through every text only once. */
export function createLocate(): Locate {
  const indexes = new Map<Source, TextIndex>()
  return (source, offset) => {
    const index = indexes.get(source) ?? indexText(source.text)
    indexes.set(source, index)
    const line = lastAtMost(index.lineStarts, offset)
    return {
      pointer: pointerTo(index.steps, offset),
      line: line + 1,
      column: offset - index.lineStarts[line]! + 1,
    }
  }
}

interface TextIndex {
  /** The offsets of the first characters of the lines. */
  readonly lineStarts: readonly number[]
  /** By the offset of each value but the outermost: where it is in the value around it. */
  readonly steps: ReadonlyMap<number, Step>
}

interface Step {
  /** The offset of the value around. */
  readonly around: number
  readonly token: string | number
}

function indexText(text: string): TextIndex {
  const lineStarts = [0]
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) lineStarts.push(index + end.length)
  const steps = new Map<number, Step>()
  const { value } = readLeadingJson(text)
  const pending = value ? [value] : []
  for (const around of pending) {
    for (const [token, part] of partsOf(around)) {
      steps.set(part.at, { around: around.at, token })
      pending.push(part)
    }
  }
  return { lineStarts, steps }
}

function partsOf(value: Json): Iterable<[string | number, Json]> {
  if (value.kind === 'object') return value.members
  if (value.kind === 'array') return value.items.entries()
  return []
}

function lastAtMost(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= limit) low = middle
    else high = middle
  }
  return low
}

function pointerTo(steps: TextIndex['steps'], offset: number): string {
  let pointer = ''
  for (let step = steps.get(offset); step; step = steps.get(step.around)) {
    pointer = `/${String(step.token).replaceAll('~', '~0').replaceAll('/', '~1')}${pointer}`
  }
  return pointer
}
