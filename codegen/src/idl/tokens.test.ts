import fc from 'fast-check'
import { expect, test } from 'vitest'
import { floatLexeme, integerLexeme, stringValue } from './literals.ts'
import { tokenize } from './tokens.ts'

const shown = (text: string) =>
  tokenize(text)
    .slice(0, -1)
    .map(({ kind, text }) => `${kind} ${text}`)

test.each([
  ['a dotted name is one token', 'a.b.C', ['name a.b.C']],
  ['back quotes belong to a name', 'a.`enum`', ['name a.`enum`']],
  ['a dash may stand inside a name', 'java-class', ['name java-class']],
  ['names may have letters of any script and begin with _', '_a 名', ['name _a', 'name 名']],
  ['NaN is a number', 'NaN', ['float NaN']],
  ['a longer word that begins like a number is a name', 'NaNo', ['name NaNo']],
  [
    'integers are decimal, hexadecimal or octal',
    '-1 0x1F 017L',
    ['integer -1', 'integer 0x1F', 'integer 017L'],
  ],
  ['floats need no digit before the point', '.5 1e3 1f', ['float .5', 'float 1e3', 'float 1f']],
  ['comments are skipped', '// a\n/* b */ c', ['name c']],
  ['documentation is kept', '/** d */', ['doc /** d */']],
  ['an empty comment is no documentation', '/**/ a /* */', ['name a']],
  ['strings may be in single quotes', "'a\"b'", ["string 'a\"b'"]],
  ['nothing after character 26 counts', 'a \u001a b', ['name a']],
  ['a byte order mark does not count', '\ufeffa', ['name a']],
  ['foreign characters are told', 'a $', ['name a', 'bad $']],
])('%s', (_, text, expected) => {
  expect(shown(text)).toEqual(expected)
})

test('tokens give back the text they were read from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const token of tokenize(text)) {
        expect(text.slice(token.offset, token.end)).toBe(token.text)
      }
    }),
  )
})

test.each([
  ['0x1F', '31'],
  ['017', '15'],
  ['-0x10', '-16'],
  ['10L', '10'],
  ['1_000', '1000'],
  ['9223372036854775807', '9223372036854775807'],
  ['-9223372036854775808', '-9223372036854775808'],
])('the integer %s is %s in JSON', (literal, lexeme) => {
  expect(integerLexeme(literal)).toEqual({ lexeme })
})

test.each(['9223372036854775808', '09', '1'.repeat(2000)])('%s is no integer', (literal) => {
  expect(integerLexeme(literal)).toHaveProperty('error')
})

test.each([
  ['.5', '0.5'],
  ['1.', '1.0'],
  ['1f', '1.0'],
  ['+1.50d', '1.50'],
  ['007.25', '7.25'],
  ['1e3', '1e3'],
  ['0x1p3', '8.0'],
  ['-0x.8p0', '-0.5'],
  ['-Infinity', '-Infinity'],
  ['+NaN', 'NaN'],
])('the float %s is %s in JSON', (literal, lexeme) => {
  expect(floatLexeme(literal)).toEqual({ lexeme })
})

test.each([
  [String.raw`"a\tb"`, 'a\tb'],
  [String.raw`"\u00e9\101\'\""`, `éA'"`],
  [String.raw`'\7\12'`, '\u0007\n'],
])('the string %s is read with the escapes of Java', (literal, value) => {
  expect(stringValue(literal)).toEqual({ value })
})

test('an unknown escape is refused where it stands', () => {
  expect(stringValue(String.raw`"ab\q"`)).toMatchObject({ at: 3 })
})
