import { RegistryAnswerError } from '../errors/http-errors.ts'
import { untilAborted } from './abort.ts'

/**
 * The body of an answer. Reading ends with the signal's reason when that aborts, and with a
 * RegistryAnswerError as soon as there are more than `maxBytes`.
 */
export async function readBoundedBody(
  response: Response,
  { maxBytes, signal }: { readonly maxBytes: number; readonly signal: AbortSignal },
): Promise<Uint8Array> {
  if (!response.body) return new Uint8Array()
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await untilAborted(reader.read(), signal)
      if (done) return joined(chunks, length)
      length += value.byteLength
      if (length > maxBytes) {
        throw new RegistryAnswerError(`the answer has more than ${maxBytes} bytes`)
      }
      chunks.push(value)
    }
  } catch (error) {
    // Whether cancelling succeeds changes nothing: the answer is given up.
    reader.cancel().catch(() => undefined)
    throw error
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  if (chunks.length === 1) return chunks[0]!
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
