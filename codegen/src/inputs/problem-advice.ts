import type { Json } from '@magicbyte/avro'
import { textMember } from './type-survey.ts'

/** Something wrong in a text. */
export interface FoundProblem {
  readonly rule: string
  readonly message: string
  readonly offset: number
}

/** How to put a problem of a schema in JSON right; undefined where nothing is sure to help. */
export function adviceFor({ rule, message, offset }: FoundProblem, text: string) {
  for (const [start, advice] of ADVICE) if (message.startsWith(start)) return advice
  switch (rule) {
    case 'JSON_SYNTAX':
      return syntaxAdvice(text, offset)
    case 'INVALID_NAME':
      return nameAdvice(message)
    default:
      return undefined
  }
}

const ADVICE: readonly (readonly [string, string])[] = [
  ['Duplicate field', 'Rename or remove one of the two'],
  ['Duplicate enum symbol', 'Remove it'],
  ['Duplicate in union', 'A union has each type without a name once, and each name once'],
  ['Nested union', 'Put the branches into the outer union'],
  ["Can't redefine", 'Use the type by its name, or rename one of the two'],
  ['The Enum Default', 'Name one of the symbols'],
  ['Invalid default', 'Write a value of the type in JSON'],
  ['Invalid or no size', 'Add the number of bytes, such as "size": 16'],
  ['No field type', 'Add a "type"'],
  ['No field name', 'Add a "name"'],
  ['No name', 'Add a "name"'],
  ['Record has no fields', 'Add "fields", a list'],
  ['Enum has no symbols', 'Add "symbols", a list of names'],
  ['Array has no items', 'Add "items", the type of the items'],
  ['Map has no values', 'Add "values", the type of the values'],
]

function syntaxAdvice(text: string, offset: number): string | undefined {
  const next = text[offset]
  if (next === "'") return 'Texts stand between double quotes'
  const isEnd = next === '}' || next === ']'
  return isEnd && /,\s*$/.test(text.slice(Math.max(0, offset - 200), offset))
    ? 'Remove the comma before it'
    : undefined
}

function nameAdvice(message: string): string | undefined {
  const [, name = ''] = /^Illegal (?:initial character|character in): (.*)$/s.exec(message) ?? []
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_]+/g, '_')
    .replace(/^(?=\d)/, '_')
  return /[A-Za-z0-9]/.test(plain) && plain.length <= 100 ? `such as "${plain}"` : undefined
}

/** Where that stands which a problem says is there twice; undefined for other problems. */
export function firstOfTwo(root: Json, { message, offset }: FoundProblem): Json | undefined {
  const keyOf = KEYS.find(([start]) => message.startsWith(start))?.[1]
  const siblings = keyOf && siblingsBefore(root, offset)
  if (!siblings) return undefined
  const key = keyOf(siblings.item)
  return siblings.before.find((other) => key !== undefined && keyOf(other) === key)
}

type KeyOf = (json: Json) => string | undefined

const KEYS: readonly (readonly [string, KeyOf])[] = [
  ['Duplicate field', (json) => (json.kind === 'object' ? textMember(json, 'name') : undefined)],
  ['Duplicate enum symbol', wordOf],
  ['Duplicate in union', wordOf],
]

function wordOf(json: Json): string | undefined {
  if (json.kind === 'object') return textMember(json, 'name') ?? textMember(json, 'type')
  return json.kind === 'string' ? json.value : undefined
}

/** The item of a list that stands at an offset, and those before it. */
function siblingsBefore(
  root: Json,
  offset: number,
): { readonly item: Json; readonly before: readonly Json[] } | undefined {
  const pending = [root]
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.kind === 'object') pending.push(...next.members.values())
    if (next.kind !== 'array') continue
    const index = next.items.findIndex(({ at }) => at === offset)
    const item = next.items[index]
    if (item) return { item, before: next.items.slice(0, index) }
    for (const other of next.items) pending.push(other)
  }
  return undefined
}
