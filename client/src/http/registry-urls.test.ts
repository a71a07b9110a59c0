import { expect, test } from 'vitest'
import { InvalidArgumentError } from '../errors/usage-errors.ts'
import { parseRegistryUrls } from './registry-urls.ts'

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`

test.each<[rule: string, given: string | string[], bases: string[]]>([
  ['a URL stays as it is', 'http://localhost:8081', ['http://localhost:8081']],
  ['slashes at the end go', 'http://localhost:8081//', ['http://localhost:8081']],
  ['a base path stays', 'https://example.com/a/b/', ['https://example.com/a/b']],
  ['commas separate', 'http://a:1, http://b:2 ,', ['http://a:1', 'http://b:2']],
  [
    'lists may have commas, too',
    ['http://a,http://b', 'http://c'],
    ['http://a', 'http://b', 'http://c'],
  ],
])('%s', (_rule, given, bases) => {
  expect(parseRegistryUrls(given).map(({ base }) => base)).toEqual(bases)
})

test('credentials leave the URL and become a header', () => {
  expect(parseRegistryUrls('http://us%40er:p%3Ass%C3%A9@localhost')).toEqual([
    { base: 'http://localhost', authorization: basic('us@er:p:ssé') },
  ])
})

test.each([
  ['nothing', ''],
  ['only commas', ' , '],
  ['no URL', 'u:secret@host'],
  ['another protocol', 'ftp://u:secret@host'],
  ['a query', 'http://host/?token=secret'],
  ['a fragment', 'http://host/#secret'],
  ['a broken escape', 'http://u:secret%zz@host'],
  ['too many', Array.from({ length: 101 }, () => 'http://u:secret@host')],
])('%s is refused without showing it', (_what, given) => {
  const parse = () => parseRegistryUrls(given)
  expect(parse).toThrow(InvalidArgumentError)
  expect(parse).not.toThrow(/secret/)
})
