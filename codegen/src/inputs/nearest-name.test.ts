import { expect, test } from 'vitest'
import { nearestName } from './nearest-name.ts'

test.each<[string, string, string[], string | undefined]>([
  ['swapped letters', 'strnig', ['int', 'string'], 'string'],
  ['a missing letter', 'Adress', ['shop.Address', 'shop.Order'], 'shop.Address'],
  ['another case', 'order', ['shop.Order'], 'shop.Order'],
  ['another namespace', 'a.Order', ['b.Order', 'a.Orders'], 'b.Order'],
  ['nothing like it', 'zebra', ['int', 'string'], undefined],
  ['short words only with one slip', 'ab', ['cd'], undefined],
  ['no candidates', 'x', [], undefined],
])('%s', (_, word, candidates, expected) => {
  expect(nearestName(word, candidates)).toBe(expected)
})
