import { describe, expect, test } from 'vitest'
import { codecOf, record } from '../../test/codec-of.ts'

describe('plain unions within each other', () => {
  const branches = (name: string, own: string) =>
    record(name, { next: ['null', 'A', 'B'], [own]: 'int' })
  const schema = record('Root', {
    next: ['null', record('A', { next: ['null', 'A', branches('B', 'b')], a: 'int' }), 'B'],
  })
  const codec = codecOf(schema, { unions: 'plain' })
  const nested = (depth: number) => {
    let value: unknown = null
    for (let level = 0; level < depth; level++) value = { next: value, b: 1 }
    return { next: value }
  }

  test('are tried one after the other', () => {
    expect(codec.decode(codec.encode(nested(8)))).toEqual(nested(8))
  })

  test('are given up when that would take too long', () => {
    expect(() => codec.encode(nested(100))).toThrow('too many attempts')
    expect(codec.decode(codec.encode(nested(2)))).toEqual(nested(2))
  })

  test('may be many', () => {
    const list = codecOf({ type: 'array', items: schema }, { unions: 'plain' })
    const values = new Array(20_000).fill(nested(4))
    expect(list.encode(values).length).toBeGreaterThan(20_000)
  })
})
