import { InvalidSchemaError, type ParsedSchema, parseSchema } from '@magicbyte/avro'
import { ruleOfProblem } from '../inputs/problem-rules.ts'
import { findUnfitDefaults } from './check-defaults.ts'
import { dependenciesFirst, forEachReference, visitReferences } from './definition-order.ts'
import type { Definition, Draft, ReferenceDraft } from './draft.ts'
import { IdlNestingError, newJsonWriter, type PlacedJson } from './json-writer.ts'
import { type LinkedIdl, reportUnknown, resolveReference } from './link.ts'
import { relatedAt, type SourceFile, type Span } from './problem.ts'

/**
 * Checks all types and messages of a file and its imports as schemas and reports what is wrong
 * where it is written. What Avro Java does not look at is checked too: the length of a fixed
 * default, the symbol of an enum default, and the characters of a bytes default.
 */
export function checkTypes(linked: LinkedIdl): void {
  checkReferences(linked)
  checkRepeats(linked)
  const flat = nestingChecked(linked, () => writeFlat(linked))
  const schema = flat && parseFlat(linked, flat)
  if (!schema) return
  for (const { at, message } of findUnfitDefaults(schema)) {
    const place = placeIn(linked, flat, at)
    if (place) linked.problems.error(place.source, place.span, 'INVALID_DEFAULT', message)
  }
}

/** Nothing if the text nests too deeply, which is reported. */
export function nestingChecked(linked: LinkedIdl, write: () => PlacedJson): PlacedJson | undefined {
  try {
    return write()
  } catch (error) {
    if (!(error instanceof IdlNestingError)) throw error
    const { place, message } = error
    const source = [linked.source, ...linked.imports].find(({ file }) => file === place.file)
    linked.problems.error(source ?? linked.source, place, 'IDL_LIMIT', message)
    return undefined
  }
}

function checkReferences(linked: LinkedIdl): void {
  const { definitions, messages, main } = linked
  const check = (reference: ReferenceDraft) => {
    if (resolveReference(definitions, reference) === undefined) reportUnknown(linked, reference)
  }
  for (const { members } of definitions.values()) forEachReference(members, check)
  for (const { members } of messages.values()) forEachReference(members, check)
  if (main) visitReferences(main, check)
}

/** As in Avro Java a type may be defined again, provided that it is the same. */
function checkRepeats(linked: LinkedIdl): void {
  const firstTexts = new Map<Definition, string>()
  for (const repeat of linked.repeats) {
    const first = linked.definitions.get(repeat.fullName)
    if (!first) continue
    const text = firstTexts.get(first) ?? textWithoutDoc(linked, first)
    firstTexts.set(first, text)
    if (text === textWithoutDoc(linked, repeat)) continue
    const related = relatedAt(first.source, first.nameSpan, 'It is defined here before')
    const message = `The type ${repeat.fullName} is defined twice, and not the same`
    linked.problems.error(repeat.source, repeat.nameSpan, 'REDEFINED_TYPE', message, { related })
  }
}

function textWithoutDoc(linked: LinkedIdl, definition: Definition): string {
  const writer = newJsonWriter({
    definitionOf: () => undefined,
    resolve: (reference) => resolveReference(linked.definitions, reference),
  })
  const members = definition.members.filter(([key]) => key !== 'doc' && key !== 'aliases')
  const sorted = [...members].sort(([a], [b]) => (a < b ? -1 : 1))
  writer.definition({ ...definition, members: sorted }, '')
  return writer.end().text.replaceAll(/"doc":"(?:\\.|[^"\\])*",?/g, '')
}

/**
 * A union of all types and of records made of the messages and the main type. Types are defined
 * before their first use, except where they use each other, as defaults need the whole type.
 */
function writeFlat(linked: LinkedIdl): PlacedJson {
  const { definitions, messages, main } = linked
  const resolve = (reference: ReferenceDraft) => resolveReference(definitions, reference)
  const writer = newJsonWriter({ definitionOf: (name) => definitions.get(name), resolve })
  let separator = '['
  for (const definition of dependenciesFirst(definitions, resolve)) {
    if (writer.isWritten(definition.fullName)) continue
    writer.raw(separator)
    writer.definition(definition, '')
    separator = ','
  }
  const prefix = freePrefix(definitions)
  let index = 0
  const record = (writeFields: () => void) => {
    writer.raw(`${separator}{"type":"record","name":"${prefix}${index++}","fields":`)
    writeFields()
    writer.raw('}')
    separator = ','
  }
  const field = (name: string, draft: Draft) => {
    writer.raw(`{"name":"${name}","type":`)
    writer.draft(draft, '')
    writer.raw('}')
  }
  for (const { members } of messages.values()) {
    for (const [key, draft] of members) {
      if (key === 'request') record(() => writer.draft(draft, ''))
      if (key !== 'response' && key !== 'errors') continue
      record(() => {
        writer.raw('[')
        field(key, draft)
        writer.raw(']')
      })
    }
  }
  if (main) {
    record(() => {
      writer.raw('[')
      field('main', main)
      writer.raw(']')
    })
  }
  writer.raw(separator === '[' ? '[]' : ']')
  return writer.end()
}

function freePrefix(definitions: ReadonlyMap<string, Definition>): string {
  let prefix = 'Check_'
  for (const name of definitions.keys()) while (name.startsWith(prefix)) prefix += '_'
  return prefix
}

function parseFlat(linked: LinkedIdl, flat: PlacedJson): ParsedSchema | undefined {
  try {
    return parseSchema(flat.text, { allProblems: true })
  } catch (error) {
    if (!(error instanceof InvalidSchemaError)) throw error
    for (const { offset, message, hint } of error.problems) {
      const place = placeIn(linked, flat, offset)
      if (!place) continue
      linked.problems.error(place.source, place.span, ruleOfProblem(message), message, { hint })
    }
    return undefined
  }
}

function placeIn(
  linked: LinkedIdl,
  flat: PlacedJson,
  offset: number,
): { source: SourceFile; span: Span } | undefined {
  const place = flat.placeAt(offset)
  if (!place) return undefined
  const source = [linked.source, ...linked.imports].find(({ file }) => file === place.file)
  return source && { source, span: place }
}
