/** The media types of answers, the preferred one first. */
export const MEDIA_TYPES = [
  'application/vnd.schemaregistry.v1+json',
  'application/vnd.schemaregistry+json',
  'application/json',
] as const

export const CONTENT_TYPE = MEDIA_TYPES[0]

const REQUEST_TYPES: ReadonlySet<string> = new Set([...MEDIA_TYPES, 'application/octet-stream'])

/**
 * The Content-Type of the answer for an Accept header, with the charset it asks for; absent where
 * it accepts none of ours. The higher q decides, then the more specific range, then our preference;
 * q=0 does not exclude. Source: Confluent's behaviour, measured.
 */
export function negotiate(accept: string | null | undefined): string | undefined {
  if (!accept || accept.trim() === '') return CONTENT_TYPE
  const known = negotiated.get(accept)
  if (known !== undefined) return known || undefined
  const result = choose(accept.split(',').map(parseRange))
  if (negotiated.size < MAX_REMEMBERED) negotiated.set(accept, result ?? '')
  return result
}

/** Clients send the same few headers over and over. */
const negotiated = new Map<string, string>()
const MAX_REMEMBERED = 500

interface Range {
  readonly type: string
  readonly q: number
  readonly charset: string | undefined
}

function choose(ranges: readonly Range[]): string | undefined {
  let best:
    | { readonly type: string; readonly range: Range; readonly specificity: number }
    | undefined
  for (const type of MEDIA_TYPES) {
    for (const range of ranges) {
      const specificity = matches(range.type, type)
      if (specificity === 0) continue
      if (
        !best ||
        range.q > best.range.q ||
        (range.q === best.range.q && specificity > best.specificity)
      ) {
        best = { type, range, specificity }
      }
    }
  }
  if (!best) return undefined
  return best.range.charset ? `${best.type};charset=${best.range.charset}` : best.type
}

function matches(range: string, type: string): number {
  if (range === type) return 3
  if (range === 'application/*') return 2
  return range === '*/*' || range === '*' ? 1 : 0
}

function parseRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim())
  let q = 1
  let charset: string | undefined
  for (const parameter of parameters) {
    const [name = '', value = ''] = parameter.split('=').map((part) => part.trim())
    if (name.toLowerCase() === 'q') q = Number(value) || 0
    if (name.toLowerCase() === 'charset' && /^[\w.:-]{1,40}$/.test(value)) charset = value
  }
  return { type: type.toLowerCase(), q, charset }
}

export type ContentTypeVerdict = 'fine' | 'unsupported' | 'unreadable'

/** May a body of this Content-Type be read as JSON? None at all may. */
export function judgeContentType(contentType: string | null | undefined): ContentTypeVerdict {
  if (!contentType || contentType.trim() === '') return 'fine'
  const type = contentType.split(';', 1)[0]!.trim().toLowerCase()
  if (!/^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+$/.test(type)) return 'unreadable'
  return REQUEST_TYPES.has(type) ? 'fine' : 'unsupported'
}
