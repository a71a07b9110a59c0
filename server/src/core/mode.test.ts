import { describe, expect, test } from 'vitest'
import {
  checkRegistration,
  checkWritable,
  isImporting,
  isReadOnly,
  type Mode,
  parseMode,
} from './mode.ts'

const subject = { context: '.', name: 'orders' }
const MODES: readonly Mode[] = ['READWRITE', 'READONLY', 'READONLY_OVERRIDE', 'IMPORT', 'FORWARD']

describe('parseMode', () => {
  test('reads every mode in any letter case', () => {
    for (const mode of MODES) {
      expect(parseMode(mode)).toBe(mode)
      expect(parseMode(mode.toLowerCase())).toBe(mode)
    }
  })

  test.each(['', ' READONLY', 'READ_ONLY', 'constructor', 'readonlyı', '__proto__'])(
    'refuses %j',
    (text) => {
      expect(() => parseMode(text)).toThrow(
        'Invalid mode. Valid values are READWRITE, READONLY, IMPORT and FORWARD.',
      )
    },
  )
})

const READ_ONLY = 'Subject orders in context  is in read-only mode'
const NOT_WRITING = 'Subject orders in context  is not in read-write mode'
const NOT_IMPORTING = 'Subject orders in context  is not in import mode'

/** What a registration without id, one with id, and any other write are told, if anything. */
const rules: readonly (readonly [
  Mode,
  string | undefined,
  string | undefined,
  string | undefined,
])[] = [
  ['READWRITE', undefined, NOT_IMPORTING, undefined],
  ['READONLY', READ_ONLY, READ_ONLY, READ_ONLY],
  ['READONLY_OVERRIDE', READ_ONLY, READ_ONLY, READ_ONLY],
  ['IMPORT', NOT_WRITING, undefined, undefined],
  ['FORWARD', NOT_WRITING, undefined, undefined],
]
test.each(rules)('%s says who may write', (mode, withoutId, withId, otherwise) => {
  expectVerdict(() => checkRegistration(mode, subject, undefined), withoutId)
  expectVerdict(() => checkRegistration(mode, subject, 0), withId)
  expectVerdict(() => checkWritable(mode, subject), otherwise)
})

test('a refusal names subject and context', () => {
  expect(() => checkWritable('READONLY', { context: '.eu', name: 'orders' })).toThrow(
    'Subject :.eu:orders in context :.eu: is in read-only mode',
  )
})

test('a mode is read-only, importing or neither', () => {
  expect(MODES.filter(isReadOnly)).toEqual(['READONLY', 'READONLY_OVERRIDE'])
  expect(MODES.filter(isImporting)).toEqual(['IMPORT', 'FORWARD'])
})

function expectVerdict(check: () => void, refusal: string | undefined): void {
  if (refusal === undefined) expect(check).not.toThrow()
  else expect(check).toThrow(expect.objectContaining({ code: 42205, message: refusal }))
}
