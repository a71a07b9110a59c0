/** Splits at the last dot; without one the namespace is the one given. */
export function splitName(name: string, namespace: string): { name: string; namespace: string } {
  const dot = name.lastIndexOf('.')
  if (dot < 0) return { name, namespace }
  return { name: name.slice(dot + 1), namespace: name.slice(0, dot) }
}

/** Namespace and name joined by a dot; the name alone in the null namespace, which is empty. */
export function fullNameOf(name: string, namespace: string): string {
  return namespace === '' || name.includes('.') ? name : `${namespace}.${name}`
}

/** The words that are types by themselves. */
export const PRIMITIVE_TYPES: ReadonlySet<string> = new Set([
  'null',
  'boolean',
  'int',
  'long',
  'float',
  'double',
  'bytes',
  'string',
])
