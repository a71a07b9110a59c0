/** The words that a name in whatever style consists of. */
export function nameWords(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .split(/[^\p{L}\p{Nd}]+/u)
    .filter(Boolean)
}
