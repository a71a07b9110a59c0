/**
 * Objects that hold their contents in members: literals, and objects of a caller's own classes. No
 * arrays, bytes, dates, Maps, Sets, and no promise that somebody forgot to wait for.
 */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === Object.prototype || prototype === null) return true
  return Object.prototype.toString.call(value) === '[object Object]'
}
