import { type Json, jsonText, type Props } from '@magicbyte/avro'

/** What a comment says. */
export interface Doc {
  /** Text of a schema, not trusted. */
  readonly text?: string | undefined
  /** What stands below: the full name. */
  readonly note?: string | undefined
  /** Why something should not be used any more; empty if no reason is given. */
  readonly deprecated?: string | undefined
  readonly default?: Json | undefined
}

/**
 * The lines of a JSDoc comment; none if there is nothing to say. Nothing in it ends the comment or
 * begins a tag.
 */
export function docComment({ text, note, deprecated, default: value }: Doc): string[] {
  const { lines, deprecated: inText } = readDoc(text ?? '')
  const reason = deprecated ?? inText
  const tags = [
    ...(reason === undefined ? [] : [`@deprecated ${oneLine(reason)}`.trimEnd()]),
    ...(value === undefined ? [] : [`@default ${safeJson(value)}`]),
  ]
  const paragraphs = [lines, note === undefined ? [] : [oneLine(note)], tags]
  const all = paragraphs
    .filter((paragraph) => paragraph.length > 0)
    .flatMap((paragraph, index) => (index === 0 ? paragraph : ['', ...paragraph]))
  if (all.length === 0) return []
  if (all.length === 1) return [`/** ${all[0]} */`]
  return ['/**', ...all.map((line) => (line === '' ? ' *' : ` * ${line}`)), ' */']
}

/** The reason of an attribute `deprecated`; undefined where it is not there or is false. */
export function deprecation(props: Props): string | undefined {
  const value = props.get('deprecated')
  if (value?.kind === 'string') return value.value
  return value?.kind === 'boolean' && value.value ? '' : undefined
}

/** Text of anyone on one line of a comment. */
export function oneLine(text: string): string {
  return safe(text.replace(LINE_ENDS, ' ').trim())
}

const LINE_ENDS = /\r\n|[\n\r\u2028\u2029\u0085\v\f]/g

function readDoc(text: string): { lines: string[]; deprecated: string | undefined } {
  let deprecated: string | undefined
  const lines: string[] = []
  for (const line of text.split(LINE_ENDS)) {
    const tag = /^\s*@deprecated(?:\s+(.*))?$/.exec(line)
    if (tag) deprecated = tag[1] ?? ''
    else lines.push(safe(line.trimEnd()))
  }
  while (lines.at(-1) === '') lines.pop()
  while (lines[0] === '') lines.shift()
  return { lines, deprecated }
}

/** What would end the comment is broken up, and what would be a tag is escaped. */
function safe(text: string): string {
  if (/^[ -.0-?A-~]*$/.test(text)) return text
  return text
    .replace(INVISIBLE, '\ufffd')
    .replace(/\*(?=\/)/g, '*\\')
    .replace(/^\//, '\\/')
    .replace(/(^|[^\p{L}\p{N}])@/gu, '$1\\@')
}

/** JSON has escapes of its own, so that it stays what it is. */
function safeJson(value: Json): string {
  return jsonText(value)
    .replace(/\*\//g, '*\\/')
    .replace(/@/g, '\\u0040')
    .replace(INVISIBLE, (found) =>
      Array.from({ length: found.length }, (_, at) => unicodeEscape(found.charCodeAt(at))).join(''),
    )
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`
}

const INVISIBLE =
  /(?!\t)[\p{Cc}\p{Zl}\p{Zp}\ufeff\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu
