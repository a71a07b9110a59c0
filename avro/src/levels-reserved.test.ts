import { expect, test } from 'vitest'
import { checkReservedFields, parseReservedFields } from './levels-reserved.ts'
import { parseSchema } from './parse.ts'

const propertyRules: [rule: string, property: string | undefined, names: string[]][] = [
  ['no property reserves nothing', undefined, []],
  ['an empty property reserves nothing', '', []],
  ['commas separate names', 'a,b', ['a', 'b']],
  ['blanks around names and empty names do not count', ' a , ,b,', ['a', 'b']],
  ['a repeated name counts once', 'b,a,b', ['b', 'a']],
]

test.each(propertyRules)('%s', (_, property, names) => {
  expect(parseReservedFields(property)).toEqual(names)
})

const removed = (name: string) =>
  `The new schema has reserved field ${name} removed from its metadata which is present in the old schema's metadata.`
const conflict = (name: string) =>
  `The new schema has field that conflicts with the reserved field ${name}.`

const reservationRules: [
  rule: string,
  current: string[],
  previous: string[],
  messages: string[],
][] = [
  ['a reservation may be kept', ['x'], ['x'], []],
  ['a reservation may be added', ['x', 'y'], ['x'], []],
  ['a reservation may not be removed', ['y'], ['x', 'y', 'z'], [removed('x'), removed('z')]],
  ['a field may not have a reserved name', ['f', 'x'], [], [conflict('f')]],
  ['fields below the top level do not count', ['deep'], [], []],
  ['removed reservations come first', ['f'], ['x'], [removed('x'), conflict('f')]],
]

test.each(reservationRules)('%s', (_, current, previous, messages) => {
  const candidate = parseSchema(`{"type":"record","name":"R","fields":[
    {"name":"f","type":"int"},
    {"name":"g","type":{"type":"record","name":"G","fields":[{"name":"deep","type":"int"}]}}
  ]}`)
  expect(checkReservedFields(candidate, { current, previous })).toEqual(messages)
})

test('only a record has fields that can conflict', () => {
  const candidate = parseSchema('"int"')
  expect(checkReservedFields(candidate, { current: ['int'], previous: [] })).toEqual([])
})
