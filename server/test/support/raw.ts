import type { IncomingMessage } from 'node:http'
import type { TestApp } from './app.ts'

export interface RawRequest {
  readonly headers?: Readonly<Record<string, string>>
  /** Text goes as UTF-8, without a Content-Type of its own. */
  readonly body?: Uint8Array | ReadableStream | string
}

export interface RawAnswer {
  readonly status: number
  readonly text: string
  readonly headers: Response['headers']
}

/**
 * Sends what a URL object would tidy up or refuse (`..`, a backslash, control characters, bytes,
 * other methods), and gives the answer as it is. The target reaches the app as a socket would hand
 * it over.
 */
export async function send(
  { app }: TestApp,
  method: string,
  target: string,
  { headers = {}, body }: RawRequest = {},
): Promise<RawAnswer> {
  const request = new Request('http://registry/', {
    method,
    headers,
    ...(body === undefined
      ? {}
      : { body: typeof body === 'string' ? Buffer.from(body) : body, duplex: 'half' }),
  })
  const response = await app.fetch(request, { incoming: { url: target } as IncomingMessage })
  return { status: response.status, text: await response.text(), headers: response.headers }
}
