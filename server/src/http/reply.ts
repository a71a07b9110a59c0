/** Headers of an answer. A plain object, which the server writes without building a Headers. */
export type HeaderRecord = Record<string, string>

/** An answer with a body; states its true length, which HEAD shows as well. */
export function reply(status: number, body: string | Uint8Array, headers: HeaderRecord): Response {
  return new Response(body, {
    status,
    headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) },
  })
}

/** JSON as the API writes it: characters beyond the basic plane as two escapes, all others raw. */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value)
  return SURROGATES.test(text) ? text.replace(/[\ud800-\udfff]/g, escapeUnit) : text
}

const SURROGATES = /[\ud800-\udfff]/

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).toUpperCase()}`
}
