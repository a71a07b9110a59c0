import { valueEnd } from '../diagnostics/json-spans.ts'
import type { DefinitionSite } from './type-survey.ts'
import { textMember } from './type-survey.ts'
import type { TypeTable } from './type-table.ts'
import type { TypeEvent, Unit } from './unit.ts'

/** A text put together from the texts of several files. */
export interface ComposedText {
  readonly text: string
  /** The file a part of the text comes from, and the offset in that file's schema text. */
  readonly origin: (offset: number) => { readonly unit: Unit; readonly at: number }
}

/**
 * The schema of a file with every type of other files defined where it is first used, and all else
 * as it is written. Types that use each other in a circle are no obstacle.
 */
export function composeRoot(unit: Unit, table: TypeTable): ComposedText {
  const composition = newComposition(table)
  copyValue(composition, unit, 0, unit.text.length)
  return finish(composition, unit)
}

/** A union of types, each defined where it is first used, for a file that uses them. */
export function composeTypes(
  unit: Unit,
  fullNames: Iterable<string>,
  table: TypeTable,
): ComposedText {
  const composition = newComposition(table)
  let separator = '['
  for (const fullName of fullNames) {
    write(composition, unit, separator)
    separator = ','
    writeType(composition, unit, fullName)
  }
  write(composition, unit, separator === '[' ? '[]' : ']')
  return finish(composition, unit)
}

interface Composition {
  readonly table: TypeTable
  readonly defined: Set<string>
  readonly pieces: Piece[]
  text: string
  depth: number
}

interface Piece {
  /** Offset in the composed text. */
  readonly from: number
  readonly unit: Unit
  readonly at: number
  /** Whether the text is copied, so that offsets go along. */
  readonly isCopy: boolean
}

/** Deeper nesting is no schema any more; names are left as they are then. */
const MAX_DEPTH = 1000

function newComposition(table: TypeTable): Composition {
  return { table, defined: new Set(), pieces: [], text: '', depth: 0 }
}

function finish({ pieces, text }: Composition, unit: Unit): ComposedText {
  return {
    text,
    origin(offset) {
      let low = 0
      let high = pieces.length
      while (high - low > 1) {
        const middle = (low + high) >> 1
        if (pieces[middle]!.from <= offset) low = middle
        else high = middle
      }
      const piece = pieces[low]
      if (!piece) return { unit, at: 0 }
      return { unit: piece.unit, at: piece.at + (piece.isCopy ? offset - piece.from : 0) }
    },
  }
}

function copyValue(composition: Composition, unit: Unit, start: number, end: number): void {
  const events = unit.events()
  let copied = start
  for (let index = firstFrom(events, start); index < events.length; index++) {
    const event = events[index]!
    if (event.at >= end) break
    if (event.at < copied) continue
    const replacement = replacementOf(composition, unit, event)
    if (replacement === undefined) continue
    copy(composition, unit, copied, event.at)
    replacement(event.at)
    copied = valueEnd(unit.text, event.at)
  }
  copy(composition, unit, copied, end)
}

/** Writes what stands for a definition or a use; undefined if it stays as it is. */
function replacementOf(
  composition: Composition,
  unit: Unit,
  event: TypeEvent,
): ((at: number) => void) | undefined {
  const { defined, table } = composition
  if ('definition' in event) {
    const { fullName } = event.definition
    if (defined.has(fullName)) {
      return (at) => write(composition, unit, JSON.stringify(fullName), at)
    }
    defined.add(fullName)
    return undefined
  }
  const fullName = table.resolve(unit, event.use)
  if (fullName === undefined || defined.has(fullName) || composition.depth >= MAX_DEPTH) {
    return undefined
  }
  return () => writeType(composition, unit, fullName)
}

function writeType(composition: Composition, user: Unit, fullName: string): void {
  const home = composition.table.home(user, fullName)
  if (!home || composition.defined.has(fullName)) {
    write(composition, user, JSON.stringify(fullName))
    return
  }
  const { unit, site } = home
  composition.defined.add(fullName)
  composition.depth++
  const end = valueEnd(unit.text, site.json.at)
  const header = absoluteHeader(unit, site)
  // The definition itself is known already, so that what is looked at begins behind its brace.
  const inside = site.json.at + 1
  copy(composition, unit, site.json.at, inside)
  if (header) {
    copyValue(composition, unit, inside, header.start)
    write(composition, unit, header.text, header.at)
    copyValue(composition, unit, header.end, end)
  } else {
    copyValue(composition, unit, inside, end)
  }
  composition.depth--
}

/** What has to be written so that a definition keeps its namespace wherever it is put. */
function absoluteHeader(
  unit: Unit,
  { fullName, namespace, json }: DefinitionSite,
): Header | undefined {
  const name = json.members.get('name')
  if (name?.kind !== 'string' || name.value.includes('.')) return undefined
  if (textMember(json, 'namespace') !== undefined) return undefined
  if (namespace === '') {
    const start = json.at + 1
    return { start, end: start, at: json.at, text: '"namespace":"",' }
  }
  const end = valueEnd(unit.text, name.at)
  return { start: name.at, end, at: name.at, text: JSON.stringify(fullName) }
}

/** A text instead of that between two offsets; it is about the value at a third. */
interface Header {
  readonly start: number
  readonly end: number
  readonly at: number
  readonly text: string
}

function copy(composition: Composition, unit: Unit, start: number, end: number): void {
  if (end <= start) return
  composition.pieces.push({ from: composition.text.length, unit, at: start, isCopy: true })
  composition.text += unit.text.slice(start, end)
}

function write(composition: Composition, unit: Unit, text: string, at = 0): void {
  composition.pieces.push({ from: composition.text.length, unit, at, isCopy: false })
  composition.text += text
}

function firstFrom(events: readonly TypeEvent[], start: number): number {
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (events[middle]!.at < start) low = middle + 1
    else high = middle
  }
  return low
}
