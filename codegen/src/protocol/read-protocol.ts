import { type Json, JsonSyntaxError, readJson } from '@magicbyte/avro'
import { checkTypes } from '../idl/check-types.ts'
import { type IdlSchemas, protocolOf, schemasOf } from '../idl/convert-idl.ts'
import type { Definition, MessageDraft } from '../idl/draft.ts'
import type { PlacedJson } from '../idl/json-writer.ts'
import type { LinkedIdl } from '../idl/link.ts'
import { MAX_IDL_LENGTH } from '../idl/parse-idl.ts'
import { type IdlPlace, newProblemList, type ProblemList, type SourceFile } from '../idl/problem.ts'
import { type ProtocolDraft, readProtocolJson } from './protocol-json.ts'

/** What an `.avpr` file holds. */
export interface ReadProtocol extends Omit<IdlSchemas, 'imports' | 'main'> {
  /** Empty if the text is no protocol. */
  readonly name: string
  /** Empty for the null namespace. */
  readonly namespace: string
  /** In the order of the text. */
  readonly messages: readonly { readonly name: string; readonly place: IdlPlace }[]
  /** The whole protocol again, types defined where they are first used. */
  readonly protocol?: PlacedJson
}

/**
 * Reads a protocol in JSON. Its types may refer to each other in any order; they come as schemas
 * on their own feet, with the places of all their parts. Never throws.
 */
export function readProtocol(
  text: string,
  { file = '' }: { readonly file?: string } = {},
): ReadProtocol {
  const source = { file, text }
  const problems = newProblemList()
  const definitions = new Map<string, Definition>()
  const repeats: Definition[] = []
  const define = (definition: Definition) => {
    if (definitions.has(definition.fullName)) repeats.push(definition)
    else definitions.set(definition.fullName, definition)
  }
  const json = readText(source, problems)
  const { head, messages }: ProtocolDraft = json
    ? readProtocolJson({ source, problems, define }, json)
    : { head: { name: '', namespace: '', members: [] }, messages: [] }
  const linked: LinkedIdl = {
    source,
    problems,
    definitions,
    repeats,
    namespace: head.namespace,
    main: undefined,
    protocol: head,
    messages: new Map(messages.map((message) => [message.name, message])),
    imports: [],
  }
  checkTypes(linked)
  const { protocol } = protocolOf(linked)
  const { types, toJson } = schemasOf(linked)
  return {
    name: head.name,
    namespace: head.namespace,
    problems: problems.problems,
    types,
    toJson,
    messages: messages.map(placedMessage),
    ...(protocol && { protocol }),
  }
}

function readText(source: SourceFile, problems: ProblemList): Json | undefined {
  const { text } = source
  const start = { offset: 0, end: 0 }
  if (text.length > MAX_IDL_LENGTH) {
    const message = `The text is longer than ${MAX_IDL_LENGTH} characters`
    problems.error(source, start, 'IDL_LIMIT', message)
    return undefined
  }
  try {
    // A byte order mark is white space here, so that offsets stay right.
    return readJson(text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text)
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error
    const { offset, message } = error
    const span = { offset, end: Math.min(offset + 1, text.length) }
    problems.error(source, span, 'JSON_SYNTAX', message)
    return undefined
  }
}

function placedMessage({ name, source, nameSpan: { offset, end } }: MessageDraft) {
  return { name, place: { file: source.file, offset, end } }
}
