import {
  type BranchShape,
  type LogicalConversion,
  type Schema,
  unionShape,
  type ValueMapping,
} from '@magicbyte/avro'
import type { CustomLogicalType } from './generate-options.ts'
import { isIdentifier, isReservedWord } from './identifiers.ts'
import { memberKey, quote } from './literals.ts'
import { mapNode } from './node-mapping.ts'
import type { Scope } from './scope.ts'
import { customTypeOf } from './value-options.ts'

/** What is read of a schema, or what may be written to it. */
export type Side = 'value' | 'input'

/** The TypeScript type of a schema's values. */
export function typeText(schema: Schema, mapping: ValueMapping, side: Side, scope: Scope): string {
  return printType(schema, mapping, side, scope).text
}

interface Printed {
  readonly text: string
  /** Whether `[]` may stand behind it. */
  readonly isClosed: boolean
}

function printType(schema: Schema, mapping: ValueMapping, side: Side, scope: Scope): Printed {
  if (schema.type === 'union') return printUnion(schema, mapping, side, scope)
  const { conversion, long, inner } = mapNode(schema, mapping)
  if (conversion) return convertedType(conversion, scope)
  switch (schema.type) {
    case 'null':
    case 'boolean':
    case 'string':
      return closed(schema.type)
    case 'int':
    case 'float':
    case 'double':
      return closed('number')
    case 'long':
      return closed(long)
    case 'bytes':
      return closed(scope.global('Uint8Array'))
    case 'fixed':
      if (mapping !== scope.project.whole) return closed(scope.global('Uint8Array'))
      return closed(namedType(schema.fullName, side, scope))
    case 'enum':
      return closed(namedType(schema.fullName, side, scope))
    case 'record':
      return closed(namedType(schema.fullName, side, scope))
    case 'array': {
      const items = printType(schema.items, inner, side, scope)
      const list = items.isClosed ? `${items.text}[]` : `(${items.text})[]`
      return side === 'value' ? closed(list) : { text: `readonly ${list}`, isClosed: false }
    }
    case 'map': {
      const values = printType(schema.values, inner, side, scope).text
      const map = `${scope.global('Record')}<string, ${values}>`
      return closed(side === 'value' ? map : `${scope.global('Readonly')}<${map}>`)
    }
  }
}

function closed(text: string): Printed {
  return { text, isClosed: true }
}

/** The name of a named type. */
export function namedType(fullName: string, side: Side, scope: Scope): string {
  const { names, differing } = scope.project
  const { type, input, namespace } = names.ofType(fullName)
  const name = side === 'input' && differing.has(fullName) ? input : type
  return scope.named(namespace, name, 'type')
}

/** The type of the values of a conversion. */
export function customTypeText(conversion: LogicalConversion, scope: Scope): string {
  return convertedType(conversion, scope).text
}

function convertedType(conversion: LogicalConversion, scope: Scope): Printed {
  const own = customTypeOf(conversion)
  if (own) return customType(own, scope)
  switch (conversion.kind) {
    case 'date':
      return closed(scope.global('Date'))
    case 'object':
      return closed(scope.runtime('Duration', 'type'))
    default:
      return closed(conversion.kind)
  }
}

/** A name is what the module exports, unless it is a word of the language or there is no module. */
function customType({ type, import: from }: CustomLogicalType, scope: Scope): Printed {
  if (from !== undefined && isIdentifier(type) && !isReservedWord(type)) {
    return closed(scope.imported(customModule(from, scope), type, 'type'))
  }
  return { text: type, isClosed: isIdentifier(type) }
}

/** The path of a module of the user's, seen from the module that is printed. */
export function customModule(from: string, { project, namespace }: Scope): string {
  if (!from.startsWith('.')) return from
  const { folder } = project.modules.get(namespace)!
  const up = '../'.repeat(folder.split('/').length)
  return up + from.replace(/^\.\//, '')
}

function printUnion(
  schema: Schema & { type: 'union' },
  mapping: ValueMapping,
  side: Side,
  scope: Scope,
): Printed {
  const { branches, tag } = unionShape(schema, mapping)
  if (branches.length === 0) return closed('never')
  // Null comes last, as one would say it.
  const ordered = [...branches].sort(
    (a, b) => Number(a.kind === 'null') - Number(b.kind === 'null'),
  )
  const printed = ordered.map((branch) => branchType(branch, tag, mapping, side, scope))
  const texts = [...new Set(printed.map(({ text }) => text))]
  if (texts.length === 1) return printed[0]!
  return { text: texts.join(' | '), isClosed: false }
}

function branchType(
  { schema, form, name }: BranchShape,
  tag: string,
  mapping: ValueMapping,
  side: Side,
  scope: Scope,
): Printed {
  const mark = `{ ${memberKey(tag)}: ${quote(name)} }`
  // Nothing is imported that is not used.
  if (form === 'tagged-record' && schema.type === 'record' && schema.fields.length === 0) {
    return closed(mark)
  }
  const printed = printType(schema, mapping, side, scope)
  switch (form) {
    case 'plain':
      return printed
    case 'wrapped':
      return closed(`{ ${memberKey(name)}: ${printed.text} }`)
    case 'tagged-value':
      return closed(`{ ${memberKey(tag)}: ${quote(name)}; value: ${printed.text} }`)
    case 'tagged-record':
      return closed(`(${mark} & ${printed.text})`)
  }
}
