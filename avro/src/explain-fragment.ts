import type { Field, Schema } from './schema.ts'

/**
 * Prints a node or a field in the manner of the Parsing Canonical Form, but the named types inside
 * it by their names only. A text longer than `maxLength` UTF-16 units is cut and ends in `…`.
 */
export function printFragment(node: Schema | Field, maxLength: number): string {
  let text = ''
  for (const piece of isField(node) ? fieldPieces(node) : definitionPieces(node)) {
    text += piece
    if (text.length > maxLength) return `${text.slice(0, maxLength)}…`
  }
  return text
}

function isField(node: Schema | Field): node is Field {
  return typeof node.type === 'object'
}

// The pieces are made one by one, so that neither size nor depth of a schema matters: printing
// stops at the bound, and every level of a type has printed something before the next one begins.

function* fieldPieces({ name, type }: Field): Generator<string> {
  yield `{"name":${JSON.stringify(name)},"type":`
  yield* usePieces(type)
  yield '}'
}

function* usePieces(schema: Schema): Generator<string> {
  if ('fullName' in schema) yield JSON.stringify(schema.fullName)
  else yield* definitionPieces(schema)
}

function* definitionPieces(schema: Schema): Generator<string> {
  switch (schema.type) {
    case 'array':
      yield '{"type":"array","items":'
      yield* usePieces(schema.items)
      yield '}'
      return
    case 'map':
      yield '{"type":"map","values":'
      yield* usePieces(schema.values)
      yield '}'
      return
    case 'union':
      yield* listPieces(schema.branches, usePieces)
      return
    case 'record':
      yield `{"name":${JSON.stringify(schema.fullName)},"type":"record","fields":`
      yield* listPieces(schema.fields, fieldPieces)
      yield '}'
      return
    case 'enum':
      yield `{"name":${JSON.stringify(schema.fullName)},"type":"enum","symbols":`
      yield* listPieces(schema.symbols, (symbol) => [JSON.stringify(symbol)])
      yield '}'
      return
    case 'fixed':
      yield `{"name":${JSON.stringify(schema.fullName)},"type":"fixed","size":${schema.size}}`
      return
    default:
      yield JSON.stringify(schema.type)
  }
}

function* listPieces<Item>(
  items: readonly Item[],
  pieces: (item: Item) => Iterable<string>,
): Generator<string> {
  yield '['
  for (const [i, item] of items.entries()) {
    if (i > 0) yield ','
    yield* pieces(item)
  }
  yield ']'
}
