import { describe, expect, it } from 'vitest'
import { canonicalString, resolvedString } from './canonical.ts'
import { parseSchema } from './parse.ts'

const address = '{"type":"record","name":"geo.Address","fields":[{"name":"city","type":"string"}]}'
const person =
  '{"type":"record","name":"Person","namespace":"geo","fields":[{"name":"home","type":"Address"}]}'

describe('references', () => {
  it('are read in order and named, not defined', () => {
    const schema = parseSchema('["null","geo.Person"]', { references: [address, person] })
    expect([...schema.referenced]).toEqual(['geo.Address', 'geo.Person'])
    expect([...schema.types.keys()]).toEqual(['geo.Address', 'geo.Person'])
    expect(canonicalString(schema)).toBe('["null","geo.Person"]')
    expect(resolvedString(schema)).toBe(
      '["null",{"type":"record","name":"Person","namespace":"geo","fields":[{"name":"home",' +
        '"type":{"type":"record","name":"Address","fields":[{"name":"city","type":"string"}]}}]}]',
    )
  })

  it('share their types with the schema', () => {
    const { root, types } = parseSchema('{"type":"array","items":"geo.Address"}', {
      references: [address],
    })
    expect(root.type === 'array' && root.items).toBe(types.get('geo.Address'))
  })

  it('may be unused, unnamed or given twice', () => {
    const schema = parseSchema('"int"', { references: [address, '["null","int"]', address] })
    expect([...schema.referenced]).toEqual(['geo.Address'])
  })

  it('may be defined again in equal terms, and then are named', () => {
    const again = address.replace('"fields"', '"doc":"other","fields"')
    const schema = parseSchema(`{"type":"map","values":${again}}`, { references: [address] })
    expect(canonicalString(schema)).toBe('{"type":"map","values":"geo.Address"}')
  })

  it('make a repeated root mean the first definition', () => {
    const schema = parseSchema(address.replace('"fields"', '"doc":"other","fields"'), {
      references: [address],
    })
    expect(schema.root).toBe(schema.types.get('geo.Address'))
  })

  it('may be recursive and repeated', () => {
    const list =
      '{"type":"record","name":"L","fields":[{"name":"next","type":["null","L"],"default":null}]}'
    const schema = parseSchema(`{"type":"array","items":${list}}`, { references: [list] })
    expect(canonicalString(schema)).toBe('{"type":"array","items":"L"}')
  })

  it('must not be defined differently', () => {
    const other = address.replace('"string"', '"int"')
    expect(() => parseSchema(other, { references: [address] })).toThrow(
      "Can't redefine: geo.Address",
    )
  })

  it('must come before what uses them', () => {
    const parse = () => parseSchema('"int"', { references: [person, address] })
    expect(parse).toThrow('Undefined schema: geo.Address')
    expect(problemOf(parse)).toMatchObject({ reference: 0, pointer: '/fields/0/type' })
  })

  it('are read in the mode of the schema', () => {
    const wrong = '{"type":"record","name":"A","fields":[{"name":"a","type":"int","default":""}]}'
    expect(() => parseSchema('"A"', { mode: 'new', references: [wrong] })).toThrow(
      'Invalid default',
    )
    expect(parseSchema('"A"', { mode: 'existing', references: [wrong] }).root.type).toBe('record')
  })

  it('do not let the schema go deeper than can be printed', () => {
    const chain = Array.from({ length: 500 }, (_, index) => {
      const type = index === 0 ? '"int"' : `"R${index - 1}"`
      return `{"type":"record","name":"R${index}","fields":[{"name":"f","type":${type}}]}`
    })
    expect(() => parseSchema('"R499"', { references: chain })).toThrow('nest too deeply')
    expect(parseSchema('"R300"', { references: chain.slice(0, 301) }).root.type).toBe('record')
  })
})

function problemOf(action: () => unknown): unknown {
  try {
    action()
  } catch (error) {
    return (error as { problems: readonly unknown[] }).problems[0]
  }
  return undefined
}
