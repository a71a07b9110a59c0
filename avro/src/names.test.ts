import { describe, expect, it } from 'vitest'
import { fullNameOf, splitName, strictName, unicodeName } from './names.ts'

const rules: readonly [
  rule: string,
  name: string | undefined,
  strict: string | undefined,
  unicode: string | undefined,
][] = [
  ['letters, digits and underscores', '_aZ09', undefined, undefined],
  ['names of object properties', '__proto__', undefined, undefined],
  ['no name', undefined, 'Null name', 'Null name'],
  ['an empty name', '', 'Empty name', 'Empty name'],
  ['a digit first', '1a', 'Illegal initial character: 1a', 'Illegal initial character: 1a'],
  ['a hyphen', 'a-b', 'Illegal character in: a-b', 'Illegal character in: a-b'],
  ['a dot', 'a.b', 'Illegal character in: a.b', 'Illegal character in: a.b'],
  ['a dollar sign', '$a', 'Illegal initial character: $a', 'Illegal initial character: $a'],
  [
    'an at sign next to the letters',
    '@',
    'Illegal initial character: @',
    'Illegal initial character: @',
  ],
  ['a bracket next to the letters', 'a[', 'Illegal character in: a[', 'Illegal character in: a['],
  ['letters of other scripts', 'Größe', 'Illegal character in: Größe', undefined],
  ['letters of other scripts first', '名前', 'Illegal initial character: 名前', undefined],
  ['digits of other scripts', 'a٣', 'Illegal character in: a٣', undefined],
  [
    'a digit of another script first',
    '٣',
    'Illegal initial character: ٣',
    'Illegal initial character: ٣',
  ],
  ['a letter number', 'aⅫ', 'Illegal character in: aⅫ', 'Illegal character in: aⅫ'],
  ['a combining mark', 'a\u0301', 'Illegal character in: a\u0301', 'Illegal character in: a\u0301'],
  ['a letter of two units', '𐐀', 'Illegal initial character: 𐐀', 'Illegal initial character: 𐐀'],
  ['an emoji', 'a😀', 'Illegal character in: a😀', 'Illegal character in: a😀'],
]

describe('name rules', () => {
  it.each(rules)('judge %s', (_rule, name, strict, unicode) => {
    expect(strictName(name)).toBe(strict)
    expect(unicodeName(name)).toBe(unicode)
  })
})

describe('names', () => {
  it.each([
    ['without a dot take the namespace given', 'A', 'x.y', 'A', 'x.y'],
    ['with a dot bring their own', 'q.A', 'x.y', 'A', 'q'],
    ['with a leading dot are in the null namespace', '.A', 'x.y', 'A', ''],
    ['are split at the last dot', 'p..A', '', 'A', 'p.'],
  ])('%s', (_rule, written, around, name, namespace) => {
    expect(splitName(written, around)).toEqual({ name, namespace })
  })

  it('are joined by a dot unless the namespace is null', () => {
    expect(fullNameOf('A', 'x')).toBe('x.A')
    expect(fullNameOf('A', '')).toBe('A')
  })
})
