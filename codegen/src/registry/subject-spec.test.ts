import { expect, test } from 'vitest'
import { createSubjectTest, parseSubjectSpec } from './subject-spec.ts'

test.each<[string, string, object]>([
  ['a name alone', 'a', { subject: 'a', isPattern: false, version: undefined }],
  ['a number', 'a@3', { subject: 'a', isPattern: false, version: 3 }],
  ['a word', 'a@latest', { subject: 'a', version: 'latest' }],
  ['all versions of a pattern', 'a-*@all', { subject: 'a-*', isPattern: true, version: 'all' }],
  ['an at sign in a name', 'a@b', { subject: 'a@b', version: undefined }],
  ['only the last at sign counts', 'a@1@2', { subject: 'a@1', version: 2 }],
])('%s', (_, text, expected) => {
  expect(parseSubjectSpec(text)).toMatchObject(expected)
})

test.each(['', '@3', 'a@0', 'a@99999999999'])('%j is refused', (text) => {
  expect(() => parseSubjectSpec(text)).toThrow(/names no/)
})

test.each<[string, string, string, boolean]>([
  ['a star is any text', 'orders-*', 'orders-value', true],
  ['a star is no text, too', 'orders-*', 'orders-', true],
  ['the whole has to match', 'orders-*', 'my-orders-x', false],
  ['a question mark is one character', 'a?c', 'abc', true],
  ['a question mark is one whole character', 'a?c', 'a\u{1f600}c', true],
  ['dots are dots', 'a.c', 'abc', false],
  ['other contexts are left alone', '*', ':.eu:a', false],
  ['a pattern may be about a context', ':.eu:*', ':.eu:a', true],
  ['lines are no borders', 'a*', 'a\nb', true],
])('%s', (_, pattern, subject, expected) => {
  expect(createSubjectTest(pattern)(subject)).toBe(expected)
})
