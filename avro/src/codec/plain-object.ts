/** Objects that hold their contents in members: no arrays, bytes, dates, and no Map nor Set. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Map || value instanceof Set || value instanceof Date) &&
    !ArrayBuffer.isView(value)
  )
}
