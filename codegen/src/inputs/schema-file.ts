import type { Json, ParsedSchema, ValidationMode } from '@magicbyte/avro'
import type { Range } from '../diagnostics/diagnostic.ts'
import { type ComposedText, composeRoot } from './compose.ts'
import { lineIndex, type SourceFile } from './source-file.ts'
import type { TypeTable } from './type-table.ts'
import { once, parseAlone, type Unit } from './unit.ts'

/** Where something stands: in which file and where in it. */
export interface Place {
  readonly file: SourceFile
  readonly range: Range
}

/** A named type that a file uses and another file defines. */
export interface TypeReference {
  readonly fullName: string
  readonly file: SchemaFile
}

/** The schema of a file with all it needs. */
export interface ResolvedSchema {
  /** The schema in JSON, every type of other files defined where it is first used. */
  readonly text: string
  /** The parsed text; offsets in it are offsets in `text`. */
  readonly parsed: ParsedSchema
  /** Where the value at an offset of `text` is written. */
  readonly placeOf: (offset: number) => Place
}

/** What registering a file with references needs. */
export interface Registration {
  /** The schema in JSON, types of other files by their names. */
  readonly text: string
  /** The types of other files that `text` names, each once, in the order of their first use. */
  readonly references: readonly TypeReference[]
}

/** One file of a set. */
export interface SchemaFile {
  readonly source: SourceFile
  /** What the file says as one schema in JSON; the file's own text for `.avsc`. */
  readonly text: string
  /** Where in the file the value at an offset of `text` is written. */
  readonly rangeOf: (offset: number) => Range
  /** Whether nothing is wrong with the file itself; what it refers to may be wrong all the same. */
  readonly isValid: boolean
  /** Full names of the types it defines, each once. */
  readonly defines: readonly string[]
  /** The files of the set that define a type, in their order. */
  readonly definersOf: (fullName: string) => readonly SchemaFile[]
  /** The types of other files that it uses itself. */
  readonly references: () => readonly TypeReference[]
  /** Whether it refers to itself by way of other files, so that it cannot be registered by name. */
  readonly isInCycle: () => boolean
  /** The text as JSON; undefined if it is none. */
  readonly json: () => Json | undefined
  /** The full name that a name in a namespace means; undefined if there is no such type. */
  readonly resolveName: (name: string, namespace: string) => string | undefined
  /** The schema on its own feet; undefined if it or what it refers to is wrong. */
  readonly resolved: () => ResolvedSchema | undefined
  /** The schema with references; undefined where `resolved` is, and for a file in a cycle. */
  readonly registration: () => Registration | undefined
}

/** What a file of a set is made of. */
export interface FileParts {
  readonly unit: Unit
  readonly table: TypeTable
  readonly mode: ValidationMode
  readonly isValid: boolean
  readonly fileOf: (unit: Unit) => SchemaFile
  /** What `resolved` gave before, where it would give the same. */
  readonly resolved?: SchemaFile['resolved'] | undefined
}

/** A file of a set; what is costly about it is found when it is asked for. */
export function createSchemaFile(parts: FileParts): SchemaFile {
  const { unit, table, mode, isValid, fileOf } = parts
  const references = once(() => {
    const found = new Map<string, TypeReference>()
    if (unit.isAlone) return []
    for (const use of unit.survey().uses) {
      const fullName = table.resolve(unit, use)
      if (fullName === undefined || unit.defines.has(fullName) || found.has(fullName)) continue
      const home = table.home(unit, fullName)
      if (home) found.set(fullName, { fullName, file: fileOf(home.unit) })
    }
    return [...found.values()]
  })
  const isInCycle = once(() => {
    const seen = new Set<SchemaFile>()
    const pending = references().map(({ file }) => file)
    for (let next = pending.pop(); next; next = pending.pop()) {
      if (next === self) return true
      if (seen.has(next)) continue
      seen.add(next)
      for (const { file } of next.references()) pending.push(file)
    }
    return false
  })
  const resolved =
    parts.resolved ?? once(() => (isValid ? resolveUnit(unit, table, mode) : undefined))
  const self: SchemaFile = {
    source: unit.source,
    text: unit.text,
    rangeOf: (offset) => rangeInUnit(unit, offset),
    isValid,
    defines: [...unit.defines],
    definersOf: (fullName) => (table.definers.get(fullName) ?? []).map(fileOf),
    references,
    isInCycle,
    json: unit.json,
    resolveName: (name, namespace) => table.resolve(unit, { name, namespace, at: 0 }),
    resolved,
    registration: () =>
      resolved() && !isInCycle() ? { text: unit.text, references: references() } : undefined,
  }
  return self
}

/** Where in its file the value at an offset of a schema text is written. */
export function rangeInUnit(unit: Unit, offset: number): Range {
  const { start, end } = unit.spanOf(offset)
  return lineIndex(unit.source).range(start, end)
}

function resolveUnit(
  unit: Unit,
  table: TypeTable,
  mode: ValidationMode,
): ResolvedSchema | undefined {
  const { text, origin } = unit.isAlone ? asItIs(unit) : composeRoot(unit, table)
  const parsed = parseAlone(text, mode)
  return (
    parsed && {
      text,
      parsed,
      placeOf(offset) {
        const place = origin(offset)
        return { file: place.unit.source, range: rangeInUnit(place.unit, place.at) }
      },
    }
  )
}

function asItIs(unit: Unit): ComposedText {
  return { text: unit.text, origin: (at) => ({ unit, at }) }
}
