import { type Json, MAX_JSON_DEPTH, readJson } from '@magicbyte/avro'
import type { Definition, Draft, DraftMember, ReferenceDraft } from './draft.ts'
import type { IdlPlace, SourceFile, Span } from './problem.ts'

/** A JSON text made from IDL, whose numbers are as they were written. */
export interface PlacedJson {
  readonly text: string
  /** Where the value at an offset of the text comes from, or the value around it. */
  readonly placeAt: (offset: number) => IdlPlace | undefined
  /** The same for all values, by their JSON pointers (RFC 6901). */
  readonly places: () => ReadonlyMap<string, IdlPlace>
}

/** Definitions in each other make a text that nests too deeply to be read again. */
export class IdlNestingError extends Error {
  override readonly name = 'IdlNestingError'
  /** Where in the sources the limit is exceeded. */
  readonly place: IdlPlace

  constructor(place: IdlPlace) {
    super(`Types nest too deeply: defined in each other they exceed ${MAX_LEVELS} levels of JSON`)
    this.place = place
  }
}

/** How named types are written. */
export interface WriteOptions {
  /** The definition a full name stands for; undefined if the name alone is to be written. */
  readonly definitionOf: (fullName: string) => Definition | undefined
  /** The full name that a reference means; undefined if there is none. */
  readonly resolve: (reference: ReferenceDraft) => string | undefined
}

/** Writes one value. A named type is defined where it is first met and named from then on. */
export interface JsonWriter {
  draft(draft: Draft, namespace: string): void
  /** The definition itself if it was not written yet. */
  definition(definition: Definition, namespace: string): void
  /** Text that is no value of a source. */
  raw(text: string): void
  /** Members with commas between them, or after others. */
  members(members: readonly DraftMember[], namespace: string, isFirst: boolean): void
  isWritten(fullName: string): boolean
  end(): PlacedJson
}

/** A writer of an empty text. */
export function newJsonWriter({ definitionOf, resolve }: WriteOptions): JsonWriter {
  const parts: string[] = []
  const written = new Set<string>()
  const marks: { readonly at: number; readonly source: SourceFile; readonly span: Span }[] = []
  let length = 0
  let level = 0

  function raw(text: string): void {
    parts.push(text)
    length += text.length
  }

  function mark({ source, span }: { readonly source: SourceFile; readonly span: Span }): void {
    marks.push({ at: length, source, span })
  }

  function inside(owner: { source: SourceFile; span: Span }, write: () => void): void {
    if (++level > MAX_LEVELS) {
      const { offset, end } = owner.span
      throw new IdlNestingError({ file: owner.source.file, offset, end })
    }
    write()
    level--
  }

  function members(list: readonly DraftMember[], namespace: string, isFirst: boolean): void {
    let separator = isFirst ? '' : ','
    for (const [key, value] of list) {
      raw(`${separator}${JSON.stringify(key)}:`)
      draft(value, namespace)
      separator = ','
    }
  }

  function reference(node: ReferenceDraft, namespace: string): void {
    const fullName = resolve(node) ?? node.names[0] ?? ''
    const definition = written.has(fullName) ? undefined : definitionOf(fullName)
    if (definition) {
      writeDefinition(definition, namespace)
    } else {
      mark(node)
      raw(JSON.stringify(nameInNamespace(fullName, namespace)))
    }
  }

  function writeDefinition(definition: Definition, enclosing: string): void {
    const { fullName, name, namespace, type, source, span, nameSpan } = definition
    written.add(fullName)
    mark({ source, span: { offset: span.offset, end: nameSpan.end } })
    raw(`{"type":"${type}","name":`)
    mark({ source, span: nameSpan })
    raw(JSON.stringify(name))
    if (namespace !== enclosing) {
      raw(',"namespace":')
      mark({ source, span: nameSpan })
      raw(JSON.stringify(namespace))
    }
    inside(definition, () => members(definition.members, namespace, false))
    raw('}')
  }

  function draft(node: Draft, namespace: string): void {
    switch (node.kind) {
      case 'reference':
        reference(node, namespace)
        break
      case 'json':
        mark(node)
        raw(losslessJson(node.json))
        break
      case 'list':
        mark(node)
        raw('[')
        inside(node, () => {
          for (const [index, item] of node.items.entries()) {
            if (index > 0) raw(',')
            draft(item, namespace)
          }
        })
        raw(']')
        break
      case 'object':
        mark(node)
        raw('{')
        inside(node, () => members(node.members, namespace, true))
        raw('}')
        break
    }
  }

  return {
    draft,
    definition: writeDefinition,
    raw,
    members,
    isWritten: (fullName) => written.has(fullName),
    end() {
      const text = parts.join('')
      const placeAt = (offset: number): IdlPlace | undefined => {
        const found = marks[lastAtOrBefore(marks, offset)]
        if (!found) return undefined
        return { file: found.source.file, offset: found.span.offset, end: found.span.end }
      }
      return { text, placeAt, places: () => placesByPointer(text, placeAt) }
    },
  }
}

/** A JSON value with its numbers as they are written, NaN and infinities as strings. */
export function losslessJson(json: Json): string {
  switch (json.kind) {
    case 'null':
      return 'null'
    case 'boolean':
      return String(json.value)
    case 'number':
      return /[NI]/.test(json.lexeme) ? `"${json.lexeme}"` : json.lexeme
    case 'string':
      return JSON.stringify(json.value)
    case 'array':
      return `[${json.items.map(losslessJson).join(',')}]`
    case 'object': {
      const members: string[] = []
      for (const [key, value] of json.members) {
        members.push(`${JSON.stringify(key)}:${losslessJson(value)}`)
      }
      return `{${members.join(',')}}`
    }
  }
}

/** Values in annotations may fill what is left of what a reader of JSON allows. */
const MAX_LEVELS = MAX_JSON_DEPTH - 250

/** Words that name no type unless a namespace is before them. */
const TYPE_WORDS: ReadonlySet<string> = new Set([
  'array',
  'boolean',
  'bytes',
  'double',
  'enum',
  'error',
  'fixed',
  'float',
  'int',
  'long',
  'map',
  'null',
  'record',
  'string',
  'union',
])

function nameInNamespace(fullName: string, namespace: string): string {
  const dot = fullName.lastIndexOf('.')
  const name = fullName.slice(dot + 1)
  const isOwn = dot >= 0 && fullName.slice(0, dot) === namespace
  return isOwn && !TYPE_WORDS.has(name) ? name : fullName
}

function lastAtOrBefore(marks: readonly { readonly at: number }[], offset: number): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.at ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

function placesByPointer(
  text: string,
  placeAt: PlacedJson['placeAt'],
): ReadonlyMap<string, IdlPlace> {
  const places = new Map<string, IdlPlace>()
  function visit(json: Json, pointer: string): void {
    const place = placeAt(json.at)
    if (place) places.set(pointer, place)
    if (json.kind === 'array') {
      for (const [index, item] of json.items.entries()) visit(item, `${pointer}/${index}`)
    } else if (json.kind === 'object') {
      for (const [key, value] of json.members) {
        visit(value, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
      }
    }
  }
  visit(readJson(text), '')
  return places
}
