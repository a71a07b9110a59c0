import { ErrorCode, RegistryError } from '../core/errors.ts'

/** JSON levels; deeper bodies are refused before they are parsed. */
const MAX_DEPTH = 1000

/**
 * The JSON value of a request's body, at most `maxBytes` long; absent where there is none, only
 * blanks, or `null`. 413 for a longer body, decided by its declared length where there is one, 400
 * for anything that is not JSON.
 */
export async function readBody(request: Request, maxBytes: number): Promise<unknown> {
  const declared = request.headers.get('content-length')
  if (declared !== null && Number(declared) > maxBytes) throw tooLarge(declared, maxBytes)
  const bytes =
    declared === null && request.body
      ? await readBounded(request.body, maxBytes)
      : new Uint8Array(await request.arrayBuffer())
  if (bytes.length > maxBytes) throw tooLarge(bytes.length, maxBytes)
  return parseBody(decode(bytes))
}

export function tooLarge(length: number | string, maxBytes: number): RegistryError {
  return new RegistryError(
    ErrorCode.PAYLOAD_TOO_LARGE,
    `Request body is too large: ${length}>${maxBytes}`,
  )
}

async function readBounded(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length
    if (length > maxBytes) throw tooLarge(length, maxBytes)
    chunks.push(part.value)
  }
  return Buffer.concat(chunks, length)
}

/** The bytes decide, whatever charset the header names. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    throw badJson('Invalid UTF-8 in the request body')
  }
}

/**
 * JSON begins with an ASCII character, so a zero byte beside it gives UTF-16 away (RFC 4627, 3).
 */
function encodingOf(bytes: Uint8Array): string {
  if (bytes.length < 2) return 'utf-8'
  if (bytes[0] === 0 && bytes[1] !== 0) return 'utf-16be'
  return bytes[1] === 0 && bytes[0] !== 0 ? 'utf-16le' : 'utf-8'
}

function parseBody(text: string): unknown {
  if (text.trim() === '') return undefined
  if (text.length > MAX_DEPTH && exceedsDepth(text)) {
    throw badJson(`Document nesting depth exceeds the maximum allowed (${MAX_DEPTH})`)
  }
  try {
    return JSON.parse(text) ?? undefined
  } catch (error) {
    throw badJson(error instanceof Error ? error.message : 'Malformed JSON')
  }
}

function exceedsDepth(text: string): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (inString) {
      if (code === 0x5c) i++
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > MAX_DEPTH) return true
    } else if (code === 0x7d || code === 0x5d) depth--
  }
  return false
}

function badJson(message: string): RegistryError {
  return new RegistryError(ErrorCode.BAD_REQUEST, message)
}
