import { type Field, jsonText, type RecordSchema } from '@magicbyte/avro'
import { changedProps, sameSet } from './attribute-changes.ts'
import { breakagesBetween } from './breakage.ts'
import type { Breakage, Change, ChangeKind } from './change.ts'
import { typeLabel } from './type-label.ts'

/** What differs between the fields of two records of one name. */
export function compareRecords(oldType: RecordSchema, newType: RecordSchema): Change[] {
  const changes: Change[] = []
  const oldFields = new Map(oldType.fields.map((field) => [field.name, field]))
  const newFields = new Map(newType.fields.map((field) => [field.name, field]))
  const renamed = new Set<Field>()
  for (const field of newType.fields) {
    const same = oldFields.get(field.name)
    if (same) {
      changes.push(...compareFields(newType.fullName, same, field))
      continue
    }
    const alias = field.aliases.find((name) => oldFields.has(name) && !newFields.has(name))
    const before = oldFields.get(alias ?? '')
    if (before) {
      renamed.add(before)
      changes.push(rename(newType.fullName, before, field))
      changes.push(...compareFields(newType.fullName, before, field))
    } else {
      changes.push(addition(newType.fullName, field))
    }
  }
  for (const field of oldType.fields) {
    if (!newFields.has(field.name) && !renamed.has(field)) {
      changes.push(removal(newType.fullName, field))
    }
  }
  if (isReordered(oldType, newType)) {
    changes.push({
      kind: 'FIELDS_REORDERED',
      subject: newType.fullName,
      message: 'fields in another order',
      breaks: [],
      oldAt: oldType.at,
      newAt: newType.at,
    })
  }
  return changes
}

function rename(record: string, before: Field, field: Field): Change {
  // Readers with the old schema know no alias for the new name.
  const breaks: Breakage[] = before.default ? [] : ['FORWARD']
  return {
    kind: 'FIELD_RENAMED',
    subject: `${record}.${field.name}`,
    message: `was ${before.name}, which is an alias`,
    breaks,
    oldAt: before.at,
    newAt: field.at,
  }
}

function addition(record: string, field: Field): Change {
  const fallback = field.default ? `default ${jsonText(field.default)}` : 'without default'
  return {
    kind: 'FIELD_ADDED',
    subject: `${record}.${field.name}`,
    message: `${typeLabel(field.type)}, ${fallback}`,
    breaks: field.default ? [] : ['BACKWARD'],
    newAt: field.at,
  }
}

function removal(record: string, field: Field): Change {
  const fallback = field.default ? 'which had a default' : 'which had no default'
  return {
    kind: 'FIELD_REMOVED',
    subject: `${record}.${field.name}`,
    message: `${typeLabel(field.type)}, ${fallback}`,
    breaks: field.default ? [] : ['FORWARD'],
    oldAt: field.at,
  }
}

function compareFields(record: string, before: Field, after: Field): Change[] {
  const changes: Change[] = []
  const add = (kind: ChangeKind, message: string, breaks: readonly Breakage[] = []) => {
    const subject = `${record}.${after.name}`
    changes.push({ kind, subject, message, breaks, oldAt: before.at, newAt: after.at })
  }
  const [oldLabel, newLabel] = [typeLabel(before.type), typeLabel(after.type)]
  if (oldLabel !== newLabel) {
    const breaks = breakagesBetween(before.type, after.type)
    add('FIELD_TYPE_CHANGED', `${oldLabel} became ${newLabel}`, breaks)
  }
  const oldDefault = before.default && jsonText(before.default)
  const newDefault = after.default && jsonText(after.default)
  if (oldDefault === undefined && newDefault !== undefined) {
    add('FIELD_DEFAULT_ADDED', newDefault)
  } else if (oldDefault !== undefined && newDefault === undefined) {
    add('FIELD_DEFAULT_REMOVED', `was ${oldDefault}`)
  } else if (oldDefault !== newDefault) {
    add('FIELD_DEFAULT_CHANGED', `${oldDefault} became ${newDefault}`)
  }
  if (before.order !== after.order) {
    add('FIELD_ORDER_CHANGED', `${before.order} became ${after.order}`)
  }
  if (before.doc !== after.doc) add('DOC_CHANGED', 'another doc')
  if (!sameSet(before.aliases, after.aliases)) {
    add('ALIASES_CHANGED', `[${before.aliases.join(', ')}] became [${after.aliases.join(', ')}]`)
  }
  for (const message of changedProps(before.props, after.props)) add('PROPERTY_CHANGED', message)
  return changes
}

function isReordered(oldType: RecordSchema, newType: RecordSchema): boolean {
  const newNames = new Map(newType.fields.map(({ name }, index) => [name, index]))
  const shared = oldType.fields.flatMap(({ name }) => newNames.get(name) ?? [])
  return shared.some((index, at) => index < (shared[at - 1] ?? -1))
}
