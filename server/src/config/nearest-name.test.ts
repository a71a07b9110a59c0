import { expect, test } from 'vitest'
import { nearestName } from './nearest-name.ts'

const known = ['port', 'host', 'logLevel', 'logFormat']

test.each<[rule: string, name: string, nearest: string | undefined]>([
  ['two letters swapped', 'prot', 'port'],
  ['a letter too many', 'hoost', 'host'],
  ['letter case does not count', 'LOGLEVEL', 'logLevel'],
  ['the closest one is taken', 'logFromat', 'logFormat'],
  ['nothing alike', 'bananas', undefined],
  ['an endless name is not compared', 'port'.repeat(100), undefined],
])('%s', (_rule, name, nearest) => {
  expect(nearestName(name, known)).toBe(nearest)
})
