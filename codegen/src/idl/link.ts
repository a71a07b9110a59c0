import { dirname, isAbsolute, join, normalize } from 'node:path'
import { JsonSyntaxError, readJson } from '@magicbyte/avro'
import { nearestName } from '../inputs/nearest-name.ts'
import { PRIMITIVE_TYPES } from '../inputs/type-names.ts'
import { readProtocolJson } from '../protocol/protocol-json.ts'
import type { Definition, Draft, DraftContext, MessageDraft, ReferenceDraft } from './draft.ts'
import {
  draftMessage,
  draftNamedType,
  draftProtocolHead,
  type ProtocolHead,
} from './draft-declaration.ts'
import { draftSchemaJson } from './draft-json.ts'
import { draftType } from './draft-type.ts'
import { MAX_IDL_LENGTH, type ParsedIdl, parseSource } from './parse-idl.ts'
import {
  type IdlProblem,
  newProblemList,
  type ProblemList,
  relatedAt,
  type SourceFile,
} from './problem.ts'
import type { IdlTree, ImportNode } from './tree.ts'

/** How imports are found. */
export interface IdlOptions {
  /**
   * The text of a file, undefined if there is none or it must not be read. Paths are relative to
   * the importing file's, or in one of `importDirs`, and normalized; an imported path may be
   * absolute or lead out of the project, and it is up to this function whether it may.
   * Without the function nothing can be imported.
   */
  readonly readFile?: (path: string) => string | undefined
  /** Folders in which what is not found beside the importing file is looked for, in this order. */
  readonly importDirs?: readonly string[]
}

/** A file with all it imports, names not resolved yet. */
export interface LinkedIdl {
  readonly source: SourceFile
  readonly problems: ProblemList
  /** All types by full name, imported ones too, in the order of their definition. */
  readonly definitions: ReadonlyMap<string, Definition>
  /** Further definitions of a name, which have to equal the first. */
  readonly repeats: readonly Definition[]
  readonly namespace: string
  /** The type of the `schema` statement. */
  readonly main: Draft | undefined
  readonly protocol: ProtocolHead | undefined
  readonly messages: ReadonlyMap<string, MessageDraft>
  /** The imported files, each once, in the order they were met. */
  readonly imports: readonly SourceFile[]
}

/** Reads what a file imports and puts all definitions together. */
export function linkIdl(parsed: ParsedIdl, options: IdlOptions): LinkedIdl {
  const linker: Linker = {
    options,
    problems: newProblemList(),
    definitions: new Map(),
    repeats: [],
    imports: new Map([[normalize(parsed.source.file || '.'), parsed.source]]),
    totalLength: 0,
  }
  repeatProblems(linker.problems, parsed)
  const { source } = parsed
  const unit = linkTree(linker, source, parsed.tree)
  const [, ...imports] = linker.imports.values()
  const { problems, definitions, repeats } = linker
  return { source, problems, definitions, repeats, ...unit, imports }
}

/** The type a reference means, a primitive too; undefined if there is none. */
export function resolveReference(
  definitions: ReadonlyMap<string, Definition>,
  { names }: ReferenceDraft,
): string | undefined {
  return names.find((name) => definitions.has(name) || PRIMITIVE_TYPES.has(name))
}

/** Reports a reference to a type that does not exist. */
export function reportUnknown(
  { problems, definitions }: LinkedIdl,
  { names, hint, source, span }: ReferenceDraft,
): void {
  if (problems.isFull) return
  const name = names[0] ?? ''
  const near = hint ?? nearestHint(name, definitions)
  problems.error(source, span, 'UNKNOWN_TYPE', `There is no type ${name}`, { hint: near })
}

interface Linker {
  readonly options: IdlOptions
  readonly problems: ProblemList
  readonly definitions: Map<string, Definition>
  readonly repeats: Definition[]
  /** Files by normalized path; what could not be read is among them. */
  readonly imports: Map<string, SourceFile>
  totalLength: number
}

interface LinkedUnit {
  readonly namespace: string
  readonly main: Draft | undefined
  readonly protocol: ProtocolHead | undefined
  readonly messages: Map<string, MessageDraft>
}

const MAX_IMPORTS = 1000
const MAX_TOTAL_LENGTH = 8 * MAX_IDL_LENGTH

function repeatProblems(problems: ProblemList, parsed: ParsedIdl): void {
  for (const problem of parsed.problems) {
    const { rule, severity, message, hint } = problem satisfies IdlProblem
    problems[severity](parsed.source, problem, rule, message, { hint })
  }
}

function linkTree(linker: Linker, source: SourceFile, tree: IdlTree): LinkedUnit {
  const context = contextOf(linker, source)
  const protocol = tree.kind === 'protocol' ? draftProtocolHead(context, tree) : undefined
  const schema = tree.kind === 'schema' ? tree : undefined
  const namespace = protocol?.namespace ?? schema?.namespace?.text ?? ''
  const main = schema?.main && draftType(context, schema.main, namespace)
  const messages = new Map<string, MessageDraft>()
  for (const member of tree.members) {
    if (member.kind === 'message') {
      addMessage(linker, messages, draftMessage(context, member, namespace))
    } else if (member.kind === 'import') {
      const imported = linkImport(linker, context, member)
      // A file without a protocol has no place for messages.
      if (protocol) for (const message of imported) addMessage(linker, messages, message)
    } else {
      context.define(draftNamedType(context, member, namespace))
    }
  }
  return { namespace, main, protocol, messages }
}

function contextOf({ definitions, repeats, problems }: Linker, source: SourceFile): DraftContext {
  return {
    source,
    problems,
    define(definition) {
      if (definitions.has(definition.fullName)) repeats.push(definition)
      else definitions.set(definition.fullName, definition)
    },
  }
}

/** The last message of a name counts, as in Avro Java, where only other files are expected to. */
function addMessage(
  { problems }: Linker,
  messages: Map<string, MessageDraft>,
  message: MessageDraft,
): void {
  const { name, source, nameSpan } = message
  const earlier = messages.get(name)
  if (earlier) {
    const related = relatedAt(earlier.source, earlier.nameSpan, 'It is declared here before')
    const complaint = `There is a message ${name} already`
    const isSameFile = earlier.source === source
    const report = isSameFile ? problems.error : problems.warning
    report(source, nameSpan, 'IDL_MESSAGE', complaint, { related })
  }
  messages.set(name, message)
}

/** The messages that come with an import. */
function linkImport(
  linker: Linker,
  { source, problems }: DraftContext,
  node: ImportNode,
): Iterable<MessageDraft> {
  const file = findImport(linker, source, node)
  if (file === 'known') return []
  if (typeof file !== 'object') {
    const { message, hint } = importComplaint(linker, node.path, file)
    problems.error(source, node.pathSpan, 'IDL_IMPORT', message, { hint })
    return []
  }
  const context = contextOf(linker, file)
  if (node.what === 'idl') {
    return linkTree(linker, file, parseSource(file, problems)).messages.values()
  }
  try {
    const json = readJson(withoutMark(file.text))
    if (node.what === 'protocol') return readProtocolJson(context, json).messages
    draftSchemaJson(context, json, '')
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error
    const { offset } = error
    const span = { offset, end: Math.min(offset + 1, file.text.length) }
    problems.error(file, span, 'JSON_SYNTAX', error.message)
  }
  return []
}

/** A byte order mark is white space here, so that offsets stay right. */
function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text
}

type NotFound = 'missing' | 'too many' | 'no reader'

function findImport(
  linker: Linker,
  importing: SourceFile,
  { path }: ImportNode,
): SourceFile | 'known' | NotFound {
  const { readFile, importDirs = [] } = linker.options
  if (!readFile) return 'no reader'
  const folders = isAbsolute(path) ? [''] : [dirname(importing.file), ...importDirs]
  for (const folder of folders) {
    const file = normalize(join(folder, path))
    if (linker.imports.has(file)) return 'known'
    const text = path === '' ? undefined : readFile(file)
    if (text === undefined) continue
    linker.totalLength += text.length
    const tooMuch = linker.totalLength > MAX_TOTAL_LENGTH || linker.imports.size > MAX_IMPORTS
    if (tooMuch) return 'too many'
    const source = { file, text }
    linker.imports.set(file, source)
    return source
  }
  return 'missing'
}

function importComplaint(
  { options: { importDirs = [] } }: Linker,
  path: string,
  reason: NotFound,
): { message: string; hint?: string } {
  switch (reason) {
    case 'no reader':
      return { message: `Files cannot be imported here: ${path}` }
    case 'too many':
      return { message: 'Too much is imported' }
    case 'missing': {
      const place = importDirs.length > 0 ? 'that file or in the import folders' : 'that file'
      const hint = `It is looked for beside ${place}`.replace('that file', 'this file')
      return { message: `The file ${path} cannot be found`, hint }
    }
  }
}

function nearestHint(
  name: string,
  definitions: ReadonlyMap<string, Definition>,
): string | undefined {
  const simple = name.slice(name.lastIndexOf('.') + 1)
  const near = nearestName(name, [...definitions.keys(), ...PRIMITIVE_TYPES])
  if (near !== undefined) return `Did you mean ${near}?`
  return definitions.has(simple) ? `${simple} has no namespace` : undefined
}
