import {
  canonicalString,
  checkLevel,
  compatibilityLevels,
  type HistoryEntry,
  parseSchema,
} from '@magicbyte/avro'
import { type Check, type VectorItem, type VectorKind, valueOrError } from './vector-kind.ts'

/** New schemas after a history, oldest version first, with the messages of a level. */
export const compatLevels: VectorKind = {
  name: 'compat-levels',
  everyItemHas: ['level', 'history', 'candidate', 'compatible', 'messages'],
  check: checkCandidate,
}

function checkCandidate(item: VectorItem): Check[] {
  const actual = valueOrError(() => {
    const level = compatibilityLevels.find((known) => known === item.level)
    if (!level || !Array.isArray(item.history)) throw new Error('unknown level or history')
    const history = item.history.map(historyEntry).reverse()
    const candidate = parseSchema(JSON.stringify(item.candidate), { mode: 'existing' })
    return checkLevel({ level, candidate, history })
  })
  const verdict = 'error' in actual ? { compatible: actual, messages: actual } : actual
  return [
    { column: 'compatible', expected: item.compatible, actual: verdict.compatible },
    { column: 'messages', expected: item.messages, actual: verdict.messages },
  ]
}

function historyEntry(value: unknown, index: number): HistoryEntry {
  const schema = parseSchema(JSON.stringify(value), { mode: 'existing' })
  return { version: index + 1, schema, canonical: canonicalString(schema) }
}
