import { type Json, resolvedString, type Schema } from '@magicbyte/avro'
import { quote } from './literals.ts'
import type { Scope } from './scope.ts'

/** The text of a schema that defines all it refers to. */
export function selfContainedText(root: Schema): string {
  let text = texts.get(root)
  if (text === undefined) {
    text = resolvedString({ root, source: root.source, referenced: new Set(), types: new Map() })
    texts.set(root, text)
  }
  return text
}

const texts = new WeakMap<Schema, string>()

/** The expression of a parsed schema, for a converter; only types with parts need the parser. */
export function schemaLiteral(schema: Schema, scope: Scope): string {
  const hasParts = 'fields' in schema || 'symbols' in schema || 'items' in schema
  if (hasParts || 'values' in schema || 'branches' in schema) {
    const parse = scope.imported('@magicbyte/avro', 'parseSchema')
    return `/*@__PURE__*/ ${parse}(${quote(selfContainedText(schema))}, { mode: 'existing' }).root`
  }
  const members = [
    `type: ${quote(schema.type)}`,
    `props: ${propsLiteral(schema, scope)}`,
    "source: { text: '' }",
    'at: 0',
  ]
  if ('fullName' in schema) {
    const { fullName, name, namespace, size } = schema
    members.push(`fullName: ${quote(fullName)}`, `name: ${quote(name)}`)
    members.push(`namespace: ${quote(namespace)}`, 'aliases: []', `size: ${size}`)
  }
  return `{ ${members.join(', ')} }`
}

function propsLiteral({ props }: Schema, scope: Scope): string {
  const members = [...props].map(([key, value]) => `[${quote(key)}, ${jsonLiteral(value, scope)}]`)
  return `/*@__PURE__*/ new ${scope.global('Map')}([${members.join(', ')}])`
}

/** The object that stands for a JSON value. */
function jsonLiteral(value: Json, scope: Scope): string {
  switch (value.kind) {
    case 'null':
      return "{ kind: 'null', at: 0 }"
    case 'boolean':
      return `{ kind: 'boolean', at: 0, value: ${value.value} }`
    case 'number':
      return `{ kind: 'number', at: 0, lexeme: ${quote(value.lexeme)} }`
    case 'string':
      return `{ kind: 'string', at: 0, value: ${quote(value.value)} }`
    case 'array': {
      const items = value.items.map((item) => jsonLiteral(item, scope))
      return `{ kind: 'array', at: 0, items: [${items.join(', ')}] }`
    }
    case 'object': {
      const members = [...value.members].map(
        ([key, member]) => `[${quote(key)}, ${jsonLiteral(member, scope)}]`,
      )
      const map = `/*@__PURE__*/ new ${scope.global('Map')}([${members.join(', ')}])`
      return `{ kind: 'object', at: 0, members: ${map} }`
    }
  }
}
