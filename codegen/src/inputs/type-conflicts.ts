import { type Json, type JsonObject, jsonText } from '@magicbyte/avro'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { rangeInUnit } from './schema-file.ts'
import { fullNameOf } from './type-names.ts'
import { type DefinitionSite, textMember } from './type-survey.ts'
import { siteOf, type TypeTable } from './type-table.ts'
import type { Unit } from './unit.ts'

/**
 * Types that files define differently: in what a reader of data needs, logical types, defaults or
 * the order of sorting. Docs, aliases and other attributes may differ.
 */
export function findConflicts(table: TypeTable): Diagnostic[] {
  const conflicts: Diagnostic[] = []
  for (const [fullName, [first, ...others]] of table.definers) {
    if (!first || others.length === 0) continue
    const firstSite = siteOf(first, fullName)
    if (!firstSite) continue
    const expected = definitionText(first, firstSite, table)
    for (const unit of others) {
      const site = siteOf(unit, fullName)
      if (!site || definitionText(unit, site, table) === expected) continue
      conflicts.push({
        rule: 'REDEFINED_TYPE',
        severity: 'error',
        file: unit.source.path,
        range: rangeInUnit(unit, site.json.at),
        message: `"${fullName}" is defined differently in ${first.source.path}`,
        hint: 'Make both definitions the same, or define the type in one file and name it in the other',
        related: [
          {
            file: first.source.path,
            range: rangeInUnit(first, firstSite.json.at),
            message: `"${fullName}" is defined here too`,
          },
        ],
      })
    }
  }
  return conflicts
}

/** A text that is the same for definitions that mean the same; types inside are only named. */
function definitionText(unit: Unit, site: DefinitionSite, table: TypeTable): string {
  function typeText(json: Json | undefined, namespace: string): unknown {
    if (json?.kind === 'string') return nameText(json.value, namespace)
    if (json?.kind === 'array') return json.items.map((item) => typeText(item, namespace))
    if (json?.kind !== 'object') return null
    const type = textMember(json, 'type') ?? ''
    const logical = logicalText(json)
    switch (type) {
      case 'record':
      case 'error':
      case 'enum':
      case 'fixed': {
        const name = textMember(json, 'name') ?? ''
        return [fullNameOf(name, textMember(json, 'namespace') ?? namespace)]
      }
      case 'array':
        return ['array', typeText(json.members.get('items'), namespace), ...logical]
      case 'map':
        return ['map', typeText(json.members.get('values'), namespace), ...logical]
      default:
        return [nameText(type, namespace), ...logical].flat()
    }
  }

  function nameText(name: string, namespace: string): unknown {
    return [table.resolve(unit, { name, namespace, at: 0 }) ?? name]
  }

  const { json, namespace, fullName } = site
  const type = textMember(json, 'type')
  const head = [fullName, type === 'error' ? 'record' : type, ...logicalText(json)]
  if (type === 'enum') return JSON.stringify([...head, ...valuesOf(json, ['symbols', 'default'])])
  if (type === 'fixed') return JSON.stringify([...head, ...valuesOf(json, ['size'])])
  const fields = json.members.get('fields')
  const parts = fields?.kind === 'array' ? fields.items : []
  return JSON.stringify([
    ...head,
    parts.map((field) =>
      field.kind === 'object'
        ? [
            ...valuesOf(field, ['name', 'default']),
            textMember(field, 'order')?.toLowerCase() ?? 'ascending',
            typeText(field.members.get('type'), namespace),
          ]
        : jsonText(field),
    ),
  ])
}

function logicalText(json: JsonObject): unknown[] {
  return json.members.has('logicalType')
    ? valuesOf(json, ['logicalType', 'precision', 'scale'])
    : []
}

function valuesOf(json: JsonObject, keys: readonly string[]): unknown[] {
  return keys.map((key) => {
    const value = json.members.get(key)
    return value ? jsonText(value) : null
  })
}
