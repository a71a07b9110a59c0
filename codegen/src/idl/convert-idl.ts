import { checkTypes, nestingChecked } from './check-types.ts'
import type { Definition } from './draft.ts'
import type { ProtocolHead } from './draft-declaration.ts'
import { type JsonWriter, newJsonWriter, type PlacedJson } from './json-writer.ts'
import { type IdlOptions, type LinkedIdl, linkIdl, resolveReference } from './link.ts'
import type { ParsedIdl } from './parse-idl.ts'
import type { IdlPlace, IdlProblem } from './problem.ts'

/** A named type of a file or of a file it imports. */
export interface IdlType {
  readonly fullName: string
  readonly kind: Definition['type']
  /** Where its name is declared. */
  readonly place: IdlPlace
  readonly isImported: boolean
  /** Documentation of an enum's symbols, which the schema has no place for. */
  readonly symbolDocs: ReadonlyMap<string, string>
  /**
   * The schema on its own feet: types it uses are defined where they are first used.
   * @throws IdlNestingError
   */
  readonly toJson: () => PlacedJson
}

/** How types of imported files are written. */
export interface UnionOptions {
  /** `defined` where they are first used, which is the default, or `named` only. */
  readonly imported?: 'defined' | 'named'
}

/** The schemas of a file. */
export interface IdlSchemas {
  /** What is wrong with the file and its imports, those of parsing included. */
  readonly problems: readonly IdlProblem[]
  /** Paths of the imported files, each once, in the order they were met. */
  readonly imports: readonly string[]
  /** In the order of their definition, imports in their place; empty if there was an error. */
  readonly types: readonly IdlType[]
  /** The schema that the `schema` statement asks for. */
  readonly main?: PlacedJson
  /**
   * The file as one schema: the main one, or else its only type, or else a union of its own types;
   * undefined if there was an error.
   * @throws IdlNestingError
   */
  readonly toJson: (options?: UnionOptions) => PlacedJson | undefined
}

/**
 * The schemas a parsed file declares or, by imports, knows. The JSON is as Avro Java's: types are
 * defined where they are first used and named from then on, and numbers keep their digits.
 */
export function idlToSchemas(parsed: ParsedIdl, options: IdlOptions = {}): IdlSchemas {
  const linked = linkIdl(parsed, options)
  checkTypes(linked)
  return schemasOf(linked)
}

/** The schemas of what was linked and checked. */
export function schemasOf(linked: LinkedIdl): IdlSchemas {
  const main = linked.problems.hasErrors ? undefined : writeMain(linked)
  const { hasErrors, problems } = linked.problems
  return {
    problems,
    imports: linked.imports.map(({ file }) => file),
    types: hasErrors ? [] : [...linked.definitions.values()].map((type) => idlType(linked, type)),
    ...(main && { main }),
    toJson: (options) => (hasErrors ? undefined : writeFile(linked, options ?? {})),
  }
}

/** A protocol in JSON, if there is one. */
export interface IdlProtocol {
  /** What is wrong with the file and its imports, those of parsing included. */
  readonly problems: readonly IdlProblem[]
  /** Paths of the imported files, each once, in the order they were met. */
  readonly imports: readonly string[]
  /** What an `.avpr` file holds; undefined if the file has no protocol or there was an error. */
  readonly protocol?: PlacedJson
}

/** The protocol of a parsed file with the types and messages of all protocols it imports. */
export function idlToProtocol(parsed: ParsedIdl, options: IdlOptions = {}): IdlProtocol {
  const linked = linkIdl(parsed, options)
  checkTypes(linked)
  return protocolOf(linked)
}

/** The protocol of what was linked and checked. */
export function protocolOf(linked: LinkedIdl): IdlProtocol {
  const { protocol: head, problems } = linked
  const write = head && (() => writeProtocol(linked, head))
  const protocol = write && !problems.hasErrors ? nestingChecked(linked, write) : undefined
  return {
    problems: problems.problems,
    imports: linked.imports.map(({ file }) => file),
    ...(protocol && { protocol }),
  }
}

function writeProtocol(linked: LinkedIdl, head: ProtocolHead): PlacedJson {
  const { name, namespace, members } = head
  const writer = newWriter(linked)
  writer.raw(`{"protocol":${JSON.stringify(name)}`)
  if (namespace !== '') writer.raw(`,"namespace":${JSON.stringify(namespace)}`)
  writer.members(members, namespace, false)
  writer.raw(',"types":[')
  writeDefinitions(writer, linked.definitions.values(), namespace)
  writer.raw('],"messages":{')
  let separator = ''
  for (const message of linked.messages.values()) {
    writer.raw(`${separator}${JSON.stringify(message.name)}:{`)
    writer.members(message.members, namespace, true)
    writer.raw('}')
    separator = ','
  }
  writer.raw('}}')
  return writer.end()
}

function newWriter(
  { definitions }: LinkedIdl,
  isDefined: (definition: Definition) => boolean = () => true,
): JsonWriter {
  return newJsonWriter({
    definitionOf(fullName) {
      const definition = definitions.get(fullName)
      return definition && isDefined(definition) ? definition : undefined
    },
    resolve: (reference) => resolveReference(definitions, reference),
  })
}

function idlType(linked: LinkedIdl, definition: Definition): IdlType {
  const { fullName, type, source, nameSpan, symbolDocs } = definition
  return {
    fullName,
    kind: type,
    place: { file: source.file, offset: nameSpan.offset, end: nameSpan.end },
    isImported: source !== linked.source,
    symbolDocs,
    toJson() {
      const writer = newWriter(linked)
      writer.definition(definition, '')
      return writer.end()
    },
  }
}

function writeMain(linked: LinkedIdl): PlacedJson | undefined {
  const { main } = linked
  if (!main) return undefined
  return nestingChecked(linked, () => {
    const writer = newWriter(linked)
    writer.draft(main, '')
    return writer.end()
  })
}

function writeFile(linked: LinkedIdl, { imported = 'defined' }: UnionOptions): PlacedJson {
  const isOwn = ({ source }: Definition) => source === linked.source
  const writer = newWriter(linked, imported === 'named' ? isOwn : undefined)
  const own = [...linked.definitions.values()].filter(isOwn)
  const [only] = own
  if (linked.main) {
    writer.draft(linked.main, '')
  } else if (only && own.length === 1) {
    writer.definition(only, '')
  } else {
    writer.raw('[')
    writeDefinitions(writer, own, '')
    writer.raw(']')
  }
  return writer.end()
}

/** Those not written yet, with commas between them. */
function writeDefinitions(
  writer: JsonWriter,
  definitions: Iterable<Definition>,
  namespace: string,
): void {
  let separator = ''
  for (const definition of definitions) {
    if (writer.isWritten(definition.fullName)) continue
    writer.raw(separator)
    writer.definition(definition, namespace)
    separator = ','
  }
}
