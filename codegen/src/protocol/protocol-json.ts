import type { Json } from '@magicbyte/avro'
import {
  type DraftContext,
  type DraftMember,
  jsonDraft,
  type MessageDraft,
  spanOfJson,
  splitName,
} from '../idl/draft.ts'
import type { ProtocolHead } from '../idl/draft-declaration.ts'
import { draftMessageJson, draftSchemaJson } from '../idl/draft-json.ts'

/** A protocol in JSON but for its types, which have been added to the context. */
export interface ProtocolDraft {
  readonly head: ProtocolHead
  readonly messages: readonly MessageDraft[]
}

/**
 * Reads the JSON of a protocol. The types may refer to each other in any order; those that
 * messages define count too. What is no protocol is reported.
 */
export function readProtocolJson(context: DraftContext, json: Json): ProtocolDraft {
  const { source, problems } = context
  const members = json.kind === 'object' ? json.members : NOTHING
  const nameJson = members.get('protocol')
  if (nameJson?.kind !== 'string') {
    const hint = 'A protocol is an object with at least: "protocol": "Name"'
    const complaint = 'This is no protocol: its name is missing'
    problems.error(source, spanOfJson(source, json.at), 'IDL_SYNTAX', complaint, { hint })
    return { head: { name: '', namespace: '', members: [] }, messages: [] }
  }
  const namespaceJson = members.get('namespace')
  const around = namespaceJson?.kind === 'string' ? namespaceJson.value : ''
  const { name, namespace } = splitName(nameJson.value, around)
  const attributes = [...members]
    .filter(([key]) => !STRUCTURE.has(key))
    .map(([key, value]): DraftMember => [key, jsonDraft(source, value)])
  readTypes(context, members.get('types'), namespace)
  const messages = readMessages(context, members.get('messages'), namespace)
  return { head: { name, namespace, members: attributes }, messages }
}

const NOTHING: ReadonlyMap<string, Json> = new Map()
const STRUCTURE: ReadonlySet<string> = new Set(['protocol', 'namespace', 'types', 'messages'])

function readTypes(context: DraftContext, types: Json | undefined, namespace: string): void {
  const { source, problems } = context
  if (!types) return
  if (types.kind !== 'array') {
    problems.error(source, spanOfJson(source, types.at), 'IDL_SYNTAX', '"types" has to be a list')
    return
  }
  for (const type of types.items) {
    if (type.kind === 'object') draftSchemaJson(context, type, namespace)
    else {
      const complaint = 'Every type of a protocol has to be a definition'
      problems.error(source, spanOfJson(source, type.at), 'IDL_SYNTAX', complaint)
    }
  }
}

function readMessages(
  context: DraftContext,
  messages: Json | undefined,
  namespace: string,
): MessageDraft[] {
  const { source, problems } = context
  if (!messages) return []
  if (messages.kind !== 'object') {
    const span = spanOfJson(source, messages.at)
    problems.error(source, span, 'IDL_SYNTAX', '"messages" has to be an object')
    return []
  }
  return [...messages.members].flatMap(([name, message]) => {
    const { at } = message
    const request = message.kind === 'object' ? message.members.get('request') : undefined
    const response = message.kind === 'object' ? message.members.get('response') : undefined
    if (request?.kind === 'array' && (response || isOneWay(message))) {
      return [draftMessageJson(context, name, message, namespace)]
    }
    const complaint = `The message ${name} needs a list "request" and a "response"`
    problems.error(source, spanOfJson(source, at), 'IDL_MESSAGE', complaint)
    return []
  })
}

function isOneWay(message: Json): boolean {
  const flag = message.kind === 'object' ? message.members.get('one-way') : undefined
  return flag?.kind === 'boolean' && flag.value
}
