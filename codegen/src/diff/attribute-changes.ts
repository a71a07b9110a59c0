import { jsonText, type Props } from '@magicbyte/avro'

/** What changed in the attributes of one's own, a text for each. */
export function changedProps(oldProps: Props, newProps: Props): string[] {
  const messages: string[] = []
  for (const key of new Set([...oldProps.keys(), ...newProps.keys()])) {
    if (LOGICAL_KEYS.has(key)) continue
    const [before, after] = [oldProps.get(key), newProps.get(key)]
    const [oldText, newText] = [before && jsonText(before), after && jsonText(after)]
    if (oldText === newText) continue
    messages.push(`"${key}": ${oldText ?? 'absent'} became ${newText ?? 'absent'}`)
  }
  return messages
}

/** Whether two lists hold the same, in whatever order. */
export function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item))
}

/** They are told as changes of the logical type. */
const LOGICAL_KEYS = new Set(['logicalType', 'precision', 'scale'])
