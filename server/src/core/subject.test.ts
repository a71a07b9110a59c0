import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareText,
  DEFAULT_CONTEXT,
  formatContext,
  formatSubject,
  hasControl,
  isValidSettingsSubject,
  isValidSubject,
  parseSubject,
  parseSubjectPrefix,
  sameSubject,
} from './subject.ts'
import type { Subject } from './types.ts'

const context = fc.string({ unit: 'binary' }).map((text) => `.${text.replaceAll(':', '')}`)
const name = fc.string({ unit: 'binary' })
/** Texts in which the characters that mean something are frequent. */
const text = fc.string({ unit: fc.constantFrom(':', '.', '*', 'a', 'b', ' ', '\u0000', '😀') })

describe('parseSubject', () => {
  const table: readonly (readonly [string, string, string, string])[] = [
    ['a bare name lies in the default context', 'orders', '.', 'orders'],
    ['a name may be empty', '', '.', ''],
    ['a qualified name lies in its context', ':.eu:orders', '.eu', 'orders'],
    ['the default context may be written out', ':.:orders', '.', 'orders'],
    ['a context alone is its empty subject', ':.eu:', '.eu', ''],
    ['its last colon may be missing', ':.eu', '.eu', ''],
    ['the name may have colons', ':.eu:a:b:', '.eu', 'a:b:'],
    ['a name may begin with a colon', ':orders', '.', ':orders'],
    ['a context begins with a dot', ':eu:orders', '.', ':eu:orders'],
    ['the wildcard is no context', ':*:orders', '.', ':*:orders'],
    ['a dot alone makes no context', '.eu:orders', '.', '.eu:orders'],
    ['names of Object are names', ':.__proto__:constructor', '.__proto__', 'constructor'],
  ]
  test.each(table)('%s', (_rule, written, expectedContext, expectedName) => {
    expect(parseSubject(written)).toEqual({ context: expectedContext, name: expectedName })
  })

  test('takes a bare name to lie in the context given', () => {
    expect(parseSubject('orders', '.eu')).toEqual({ context: '.eu', name: 'orders' })
    expect(parseSubject(':.us:orders', '.eu')).toEqual({ context: '.us', name: 'orders' })
  })
})

describe('formatSubject', () => {
  test('is read back as the same subject in any other context than the default one', () => {
    fc.assert(
      fc.property(context, name, (context, name) => {
        fc.pre(context !== DEFAULT_CONTEXT)
        const subject = { context, name }
        expect(parseSubject(formatSubject(subject))).toEqual(subject)
      }),
    )
  })

  test('is read back as the same subject whatever was read before', () => {
    fc.assert(
      fc.property(text, (text) => {
        const subject = parseSubject(text)
        expect(parseSubject(formatSubject(subject))).toEqual(subject)
      }),
      { examples: [[':.::.eu:orders'], [':.eu::.us:orders'], [':.:orders'], [':.']] },
    )
  })

  test('leaves the default context out', () => {
    expect(formatSubject({ context: '.', name: 'orders' })).toBe('orders')
    expect(formatSubject({ context: '.eu', name: '' })).toBe(':.eu:')
    expect(formatContext('.')).toBe('')
    expect(formatContext('.eu')).toBe(':.eu:')
  })
})

test('subjects are the same when context and name are', () => {
  const subject = { context: '.eu', name: 'orders' }
  expect(sameSubject(subject, { ...subject })).toBe(true)
  expect(sameSubject(subject, { ...subject, context: '.' })).toBe(false)
  expect(sameSubject(subject, { ...subject, name: 'Orders' })).toBe(false)
})

describe('a valid subject', () => {
  const table: readonly (readonly [string, Subject, boolean, boolean])[] = [
    ['has a name', { context: '.', name: 'orders' }, true, true],
    ['may have the empty name', { context: '.eu', name: '' }, true, true],
    ['may have a blank name', { context: '.', name: ' ' }, true, true],
    [
      'does not lie in the global context, which has settings only',
      { context: '.__GLOBAL', name: '' },
      false,
      true,
    ],
    ['is not called __GLOBAL', { context: '.', name: '__GLOBAL' }, false, false],
    ['is not called __EMPTY', { context: '.eu', name: '__EMPTY' }, false, false],
    ['may be called nearly so', { context: '.__EMPTY', name: '__global' }, true, true],
    ['has no control characters', { context: '.', name: 'a\tb' }, false, false],
    ['has none in its context', { context: '.\u007f', name: 'a' }, false, false],
  ]
  test.each(table)('%s', (_rule, subject, forSchemas, forSettings) => {
    expect(isValidSubject(subject)).toBe(forSchemas)
    expect(isValidSettingsSubject(subject)).toBe(forSettings)
  })

  test('has a name where the operator wants one', () => {
    const options = { rejectEmpty: true }
    expect(isValidSubject({ context: '.eu', name: '' }, options)).toBe(false)
    expect(isValidSubject({ context: '.eu', name: ' ' }, options)).toBe(true)
  })
})

test('control characters are those of Unicode', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(hasControl(text)).toBe(/\p{Cc}/u.test(text))
    }),
    { examples: [['\u0000'], ['\u001f'], [' '], ['~'], ['\u007f'], ['\u009f'], ['\u00a0'], ['']] },
  )
})

describe('parseSubjectPrefix', () => {
  const table: readonly (readonly [string, string, object])[] = [
    ['nothing is the whole default context', '', inContext('.', '')],
    ['a beginning is one in the default context', 'ord', inContext('.', 'ord')],
    ['a beginning in a context', ':.eu:ord', inContext('.eu', 'ord')],
    ['a whole context', ':.eu:', inContext('.eu', '')],
    ['contexts that begin so', ':.e', { context: { name: '.e', whole: false }, name: '' }],
    ['every context', ':*:', { name: '' }],
    ['a beginning in every context', ':*:ord', { name: 'ord' }],
    ['the wildcard has a colon at its end', ':*', inContext('.', ':*')],
    ['a colon begins a name like any other', ':eu', inContext('.', ':eu')],
  ]
  test.each(table)('%s', (_rule, text, expected) => {
    expect(parseSubjectPrefix(text)).toEqual(expected)
  })

  function inContext(name: string, prefix: string): object {
    return { context: { name, whole: true }, name: prefix }
  }
})

test('lists are in the order of code units', () => {
  const words = ['b', 'B', 'a', 'ä', '\u{1f600}', '\uff5e', '']
  expect(words.sort(compareText)).toEqual(['', 'B', 'a', 'b', 'ä', '\u{1f600}', '\uff5e'])
})
