import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCompatibility } from './compatibility.ts'
import { compatibilityLevels } from './compatibility-level.ts'
import { explainLevel } from './explain.ts'
import { checkLevel } from './levels.ts'
import { parseSchema } from './parse.ts'
import type { ParsedSchema } from './schema.ts'

test('every schema is compatible with itself', () => {
  fc.assert(
    fc.property(schemaTrees(), (tree) => {
      expect(checkCompatibility(parse(tree).root, parse(tree).root)).toEqual([])
    }),
  )
})

test('a field with a default may be added and removed', () => {
  fc.assert(
    fc.property(fc.array(schemaTrees(), { maxLength: 4 }), (fields) => {
      const before = parse({ kind: 'record', fields })
      const after = parse({ kind: 'record', fields: [...fields, { kind: 'withDefault' }] })
      expect(checkCompatibility(after.root, before.root)).toEqual([])
      expect(checkCompatibility(before.root, after.root)).toEqual([])
    }),
  )
})

test('a type may become a union that has it as its first branch', () => {
  fc.assert(
    fc.property(
      schemaTrees().filter(({ kind }) => !['union', 'use', 'null'].includes(kind)),
      (tree) => {
        const union = parse({ kind: 'union', branches: [tree, { kind: 'null' }] })
        expect(checkCompatibility(union.root, parse(tree).root)).toEqual([])
      },
    ),
  )
})

test('any two schemas are compared within the budget, and explained when incompatible', () => {
  const pairs = fc.tuple(schemaTrees(), schemaTrees(), fc.constantFrom(...compatibilityLevels))
  fc.assert(
    fc.property(pairs, ([newTree, oldTree, level]) => {
      const old = parse(oldTree)
      const check = {
        level,
        candidate: parse(newTree),
        history: [{ version: 1, schema: old, canonical: old.source.text }],
        maxPairs: 50_000,
      }
      const { compatible, messages } = checkLevel(check)
      const explanation = explainLevel(check)
      expect(explanation.compatible).toBe(compatible)
      expect(explanation.violations.length > 0).toBe(!compatible)
      expect(messages.length > 0).toBe(!compatible)
    }),
  )
})

/** The shape of a schema; names are given when it becomes one. */
type Tree =
  | { readonly kind: 'null' | 'int' | 'long' | 'string' | 'withDefault' }
  | { readonly kind: 'array'; readonly items: Tree }
  | { readonly kind: 'enum'; readonly symbols: readonly string[] }
  | { readonly kind: 'record'; readonly fields: readonly Tree[] }
  | { readonly kind: 'union'; readonly branches: readonly Tree[] }
  /** A use of a type that is already there, counted round. */
  | { readonly kind: 'use'; readonly index: number }

function schemaTrees(): fc.Arbitrary<Tree> {
  return fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.record({ kind: fc.constantFrom('null', 'int', 'long', 'string') }),
      fc.record({ kind: fc.constant('use'), index: fc.nat(9) }),
      fc.record({ kind: fc.constant('array'), items: tie('tree') }),
      fc.record({ kind: fc.constant('enum'), symbols: fc.subarray(['A', 'B', 'C']) }),
      fc.record({ kind: fc.constant('record'), fields: fc.array(tie('tree'), { maxLength: 4 }) }),
      fc.record({ kind: fc.constant('union'), branches: fc.array(tie('tree'), { maxLength: 4 }) }),
    ),
  })).tree
}

function parse(tree: Tree): ParsedSchema {
  return parseSchema(JSON.stringify(toSchema(tree, [])))
}

function toSchema(tree: Tree, names: string[]): unknown {
  switch (tree.kind) {
    case 'array':
      return { type: 'array', items: toSchema(tree.items, names) }
    case 'enum':
      return { type: 'enum', name: nameNext('E', names), symbols: tree.symbols }
    case 'record': {
      const name = nameNext('R', names)
      return {
        type: 'record',
        name,
        fields: tree.fields.map((field, i) => toField(field, i, names)),
      }
    }
    case 'union':
      return toUnion(tree.branches, names)
    case 'use':
      return names[tree.index % names.length] ?? 'int'
    case 'withDefault':
      return 'int'
    default:
      return tree.kind
  }
}

function toField(tree: Tree, index: number, names: string[]): unknown {
  const field = { name: `f${index}`, type: toSchema(tree, names) }
  return tree.kind === 'withDefault' ? { ...field, default: 0 } : field
}

/** Only the first branch of each kind is taken, and no use: it could be of a type in the union. */
function toUnion(branches: readonly Tree[], names: string[]): unknown[] {
  const kinds = new Set<Tree['kind']>(['union', 'use'])
  const taken = branches.filter(({ kind }) => !kinds.has(kind) && kinds.add(kind))
  return taken.map((branch) => toSchema(branch, names))
}

function nameNext(prefix: string, names: string[]): string {
  const name = `${prefix}${names.length}`
  names.push(name)
  return name
}
