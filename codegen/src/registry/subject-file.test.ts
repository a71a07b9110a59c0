import fc from 'fast-check'
import { expect, test } from 'vitest'
import { subjectFileName } from './subject-file.ts'

const subjects = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.constantFrom(
    'con',
    'COM1',
    'nul.x',
    '..',
    '.',
    'a@1',
    ':.eu:a',
    '%2e%2e',
    'a/../b',
    '-rf',
    '~',
  ),
)

test('a name is one file everywhere and says which subject it is', () => {
  fc.assert(
    fc.property(subjects, (subject) => {
      const name = subjectFileName(subject)
      expect(name).toMatch(
        /^(?!(con|prn|aux|nul|com\d|lpt\d)\.)[A-Za-z0-9_%-][A-Za-z0-9_.%-]*\.avsc$/i,
      )
      expect(decodeURIComponent(name.slice(0, -'.avsc'.length))).toBe(subject)
    }),
  )
})

test('no version of a subject has the name of another subject', () => {
  expect(subjectFileName('a', 3)).toBe('a@3.avsc')
  expect(subjectFileName('a@3')).toBe('a%403.avsc')
})
