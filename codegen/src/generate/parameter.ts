/** The name of a parameter, marked with `_` where no line uses it. */
export function parameter(name: string, lines: readonly string[]): string {
  const isUsed = lines.some((line) => new RegExp(`\\b${name}\\b`).test(line))
  return isUsed ? name : `_${name}`
}
