import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeContentType, MEDIA_TYPES, negotiate } from './media-type.ts'

const [V1, VENDOR, PLAIN] = MEDIA_TYPES

describe('negotiate', () => {
  const table: readonly (readonly [string, string | null | undefined, string | undefined])[] = [
    ['nothing accepts anything', undefined, V1],
    ['neither does null exclude', null, V1],
    ['nor blanks', ' ', V1],
    ['anything', '*/*', V1],
    ['anything in short', '*', V1],
    ['any application type', 'application/*', V1],
    ['ours', V1, V1],
    ['the short one', VENDOR, VENDOR],
    ['plain JSON', PLAIN, PLAIN],
    ['any letter case', V1.toUpperCase(), V1],
    ['spaces and parameters', ` ${PLAIN} ; version = 1 `, PLAIN],
    ['the higher q', `${V1};q=0.1,${PLAIN};q=0.2`, PLAIN],
    ['no q is 1', `${V1};q=0.9,${PLAIN}`, PLAIN],
    ['a q that is none is 0', `${V1};q=x,${PLAIN};q=0.1`, PLAIN],
    ['q=0 does not exclude', `${PLAIN};q=0`, PLAIN],
    ['the more specific of equal q', `*/*,application/*,${VENDOR}`, VENDOR],
    ['ours of equals', `${PLAIN},${VENDOR},${V1}`, V1],
    ['a charset', `${PLAIN};charset=UTF-8;q=1`, `${PLAIN};charset=UTF-8`],
    ['no charset that is none', `${PLAIN};charset="a b"`, PLAIN],
    ['another type', 'text/html', undefined],
    ['another version', 'application/vnd.schemaregistry.v2+json', undefined],
    ['bytes', 'application/octet-stream', undefined],
    ['no type', 'json', undefined],
    ['commas alone', ',,', undefined],
  ]
  test.each(table)('%s', (_rule, accept, expected) => {
    expect(negotiate(accept)).toBe(expected)
    // Asked again, it answers from memory.
    expect(negotiate(accept)).toBe(expected)
  })

  test('answers one of our types or none, whatever is asked for', () => {
    const part = fc.constantFrom(
      ...MEDIA_TYPES,
      '*/*',
      'text/html',
      ';q=',
      ';charset=',
      '0.5',
      ',',
      ' ',
      '=',
      'utf-8\r\n',
    )
    const accept = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(accept, (accept) => {
        const type = negotiate(accept)
        if (type === undefined) return
        const [name, charset] = type.split(';charset=')
        expect(MEDIA_TYPES).toContain(name)
        if (charset !== undefined) expect(charset).toMatch(/^[\w.:-]+$/)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('judgeContentType', () => {
  const table: readonly (readonly [string, string | null | undefined, string])[] = [
    ['nothing is fine', undefined, 'fine'],
    ['null is fine', null, 'fine'],
    ['blanks are fine', ' ', 'fine'],
    ['ours is fine', V1, 'fine'],
    ['the short one is fine', VENDOR, 'fine'],
    ['plain JSON is fine', PLAIN, 'fine'],
    ['bytes are fine', 'application/octet-stream', 'fine'],
    ['letter case does not matter', 'Application/JSON', 'fine'],
    ['parameters do not matter', 'application/json ;charset=latin-1; x', 'fine'],
    ['text is not', 'text/plain', 'unsupported'],
    ['other JSON is not', 'application/hal+json', 'unsupported'],
    ['a wildcard is not', 'application/*', 'unsupported'],
    ['a form is not', 'application/x-www-form-urlencoded', 'unsupported'],
    ['half a type cannot be read', 'application', 'unreadable'],
    ['two types cannot be read', 'application/json, text/plain', 'unreadable'],
    ['parameters alone cannot be read', ';charset=utf-8', 'unreadable'],
    ['a type with a space cannot be read', 'application/js on', 'unreadable'],
  ]
  test.each(table)('%s', (_rule, contentType, expected) => {
    expect(judgeContentType(contentType)).toBe(expected)
  })
})
