import { describe, expect, it } from 'vitest'
import { canonicalString } from './canonical.ts'
import { parseSchema } from './parse.ts'

describe('types used before their definition', () => {
  it('are shared by all their uses', () => {
    const { root, types } = parseSchema(`[
      {"type":"array","items":"F"},
      {"type":"map","values":"F"},
      {"type":"record","name":"A","fields":[{"name":"a","type":"F"},{"name":"b","type":["null","F"]}]},
      {"type":"fixed","name":"F","size":1}]`)
    const fixed = types.get('F')
    if (root.type !== 'union') throw new Error('not a union')
    const [array, map, record] = root.branches
    expect(array?.type === 'array' && array.items).toBe(fixed)
    expect(map?.type === 'map' && map.values).toBe(fixed)
    if (record?.type !== 'record') throw new Error('not a record')
    const [a, b] = record.fields
    expect(a?.type).toBe(fixed)
    expect(b?.type.type === 'union' && b.type.branches[1]).toBe(fixed)
  })

  it('are defined at their first use in the canonical string', () => {
    const schema = `[
      {"type":"record","name":"A","fields":[{"name":"f","type":"F"}]},
      {"type":"record","name":"B","fields":[{"name":"f","type":{"type":"fixed","name":"F","size":1}}]}]`
    expect(canonicalString(parseSchema(schema))).toBe(
      '[{"type":"record","name":"A","fields":[{"name":"f","type":{"type":"fixed","name":"F","size":1}}]},' +
        '{"type":"record","name":"B","fields":[{"name":"f","type":"F"}]}]',
    )
  })

  it('are looked up in their own namespace first, in none only when already known', () => {
    const use = '{"type":"record","name":"x.A","fields":[{"name":"f","type":"F"}]}'
    const none = '{"type":"fixed","name":"F","size":1}'
    const own = '{"type":"fixed","name":"x.F","size":2}'
    expect(sizeUsedBy(`[${none},${use},${own}]`)).toBe(1)
    expect(sizeUsedBy(`[${own},${none},${use}]`)).toBe(2)
    expect(sizeUsedBy(`[${use},${none},${own}]`)).toBe(2)
    expect(() => parseSchema(`[${use},${none}]`)).toThrow('Undefined schema: x.F')
  })

  it('are not equal to themselves while unknown, so a recursive type cannot be repeated', () => {
    const list = '{"type":"record","name":"L","fields":[{"name":"next","type":["null","L"]}]}'
    const twice = `{"type":"record","name":"A","fields":[{"name":"a","type":${list}},{"name":"b","type":${list}}]}`
    expect(() => parseSchema(twice)).toThrow("Can't redefine: L")
  })
})

describe('defaults of recursive types', () => {
  const types = (first: string, second: string) =>
    `[{"type":"record","name":"A","fields":[${first}]},{"type":"record","name":"B","fields":[${second}]}]`

  it.each([
    [
      'take a record that is complete',
      types(
        '{"name":"b","type":["null","B"],"default":null}',
        '{"name":"a","type":"A","default":{}}',
      ),
    ],
    [
      'take null in a recursive union',
      types(
        '{"name":"b","type":["null","B"],"default":null}',
        '{"name":"a","type":["null","A"],"default":null}',
      ),
    ],
    [
      'take a list of records without looking into them',
      types(
        '{"name":"b","type":{"type":"array","items":"B"},"default":[]}',
        '{"name":"a","type":"A"}',
      ),
    ],
  ])('%s', (_rule, schema) => {
    expect(parseSchema(schema).types.size).toBe(2)
  })

  it.each([
    [
      'do not take a record that is not complete',
      types('{"name":"b","type":"B","default":{}}', '{"name":"a","type":"A","default":{}}'),
    ],
    [
      'do not take the record around in a branch',
      types('{"name":"a","type":["null","A"],"default":{"a":null}}', ''),
    ],
  ])('%s', (_rule, schema) => {
    expect(() => parseSchema(schema)).toThrow('Invalid default')
    expect(parseSchema(schema, { mode: 'existing' }).types.size).toBe(2)
  })

  it('may be refused once their schema is a reference, as in Avro Java', () => {
    const schema = types(
      '{"name":"b","type":["null","B"],"default":null}',
      '{"name":"a","type":"A","default":{}}',
    )
    const main = '{"type":"record","name":"C","fields":[{"name":"a","type":"A"}]}'
    expect(() => parseSchema(main, { references: [schema] })).toThrow('Invalid default for field a')
  })
})

function sizeUsedBy(schema: string): number | undefined {
  const type = parseSchema(schema).types.get('x.A')
  const used = type?.type === 'record' ? type.fields[0]?.type : undefined
  return used?.type === 'fixed' ? used.size : undefined
}
