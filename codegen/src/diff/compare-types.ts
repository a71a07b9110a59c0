import type { EnumSchema, FixedSchema, NamedSchema } from '@magicbyte/avro'
import { changedProps, sameSet } from './attribute-changes.ts'
import { breakagesBetween } from './breakage.ts'
import type { Breakage, Change, ChangeKind } from './change.ts'
import { compareRecords } from './compare-records.ts'
import { logicalSuffix } from './type-label.ts'

/** What differs between two types of one name, without the types that they lead to. */
export function compareNamed(oldType: NamedSchema, newType: NamedSchema): Change[] {
  const changes: Change[] = []
  const add = (kind: ChangeKind, message: string, breaks: readonly Breakage[] = []) => {
    const places = { oldAt: oldType.at, newAt: newType.at }
    changes.push({ kind, subject: newType.fullName, message, breaks, ...places })
  }
  if (oldType.fullName !== newType.fullName) {
    const breaks = breakagesBetween({ ...oldType, ...EMPTY_PARTS }, { ...newType, ...EMPTY_PARTS })
    add('TYPE_RENAMED', `was ${oldType.fullName}`, breaks)
  }
  if (oldType.type !== newType.type) {
    add('TYPE_KIND_CHANGED', `${oldType.type} became ${newType.type}`, ['BACKWARD', 'FORWARD'])
    return changes
  }
  if (oldType.type === 'record' && newType.type === 'record') {
    changes.push(...compareRecords(oldType, newType))
  } else if (oldType.type === 'enum' && newType.type === 'enum') {
    changes.push(...compareEnums(oldType, newType))
  } else if (oldType.type === 'fixed' && newType.type === 'fixed') {
    changes.push(...compareFixed(oldType, newType))
  }
  const [before, after] = [logicalSuffix(oldType), logicalSuffix(newType)]
  if (before !== after) add('LOGICAL_TYPE_CHANGED', `${label(before)} became ${label(after)}`)
  if (oldType.doc !== newType.doc) add('DOC_CHANGED', 'another doc')
  if (!sameSet(oldType.aliases, newType.aliases)) {
    add('ALIASES_CHANGED', `[${oldType.aliases.join(', ')}] became [${newType.aliases.join(', ')}]`)
  }
  for (const message of changedProps(oldType.props, newType.props)) add('PROPERTY_CHANGED', message)
  return changes
}

/** What leaves nothing to compare but names and aliases. */
const EMPTY_PARTS = { fields: [], symbols: [], size: 0 }

function label(suffix: string): string {
  return suffix.trim() || 'no logical type'
}

function compareEnums(oldType: EnumSchema, newType: EnumSchema): Change[] {
  const changes: Change[] = []
  const places = { oldAt: oldType.at, newAt: newType.at }
  const breaks = new Set(breakagesBetween(oldType, { ...newType, ...nameOf(oldType) }))
  for (const symbol of newType.symbols) {
    if (oldType.symbols.includes(symbol)) continue
    const subject = `${newType.fullName}.${symbol}`
    const broken: Breakage[] = breaks.has('FORWARD') ? ['FORWARD'] : []
    const message = broken.length > 0 ? 'symbol, and the old enum has no default' : 'symbol'
    changes.push({ kind: 'SYMBOL_ADDED', subject, message, breaks: broken, ...places })
  }
  for (const symbol of oldType.symbols) {
    if (newType.symbols.includes(symbol)) continue
    const subject = `${newType.fullName}.${symbol}`
    const broken: Breakage[] = breaks.has('BACKWARD') ? ['BACKWARD'] : []
    const message = broken.length > 0 ? 'symbol, and the enum has no default' : 'symbol'
    changes.push({ kind: 'SYMBOL_REMOVED', subject, message, breaks: broken, ...places })
  }
  const subject = newType.fullName
  if (oldType.default !== newType.default) {
    const message = `${oldType.default ?? 'none'} became ${newType.default ?? 'none'}`
    changes.push({ kind: 'ENUM_DEFAULT_CHANGED', subject, message, breaks: [], ...places })
  }
  const isReordered =
    sameSet(oldType.symbols, newType.symbols) &&
    oldType.symbols.some((symbol, index) => symbol !== newType.symbols[index])
  if (isReordered) {
    const message = 'symbols in another order, which changes how values are sorted'
    changes.push({ kind: 'SYMBOLS_REORDERED', subject, message, breaks: [], ...places })
  }
  return changes
}

function compareFixed(oldType: FixedSchema, newType: FixedSchema): Change[] {
  if (oldType.size === newType.size) return []
  const message = `${oldType.size} bytes became ${newType.size}`
  const breaks = breakagesBetween(oldType, { ...newType, ...nameOf(oldType) })
  const places = { oldAt: oldType.at, newAt: newType.at }
  return [{ kind: 'FIXED_SIZE_CHANGED', subject: newType.fullName, message, breaks, ...places }]
}

function nameOf({ name, namespace, fullName }: NamedSchema) {
  return { name, namespace, fullName }
}
