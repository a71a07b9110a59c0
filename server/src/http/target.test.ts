import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RegistryError } from '../core/errors.ts'
import { parseContextName, parseTarget, type Target } from './target.ts'

const segmentsOf = (raw: string) => parseTarget(raw).segments

describe('the segments of a path', () => {
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['none at all', '/', []],
    ['none, without a slash', '', []],
    ['as they are written', '/subjects/orders/versions', ['subjects', 'orders', 'versions']],
    ['a slash at the end does not count', '/subjects/', ['subjects']],
    ['slashes at the beginning do not count', '///subjects', ['subjects']],
    ['the query does not belong to them', '/subjects?a=/b', ['subjects']],
    ['scheme and host do not belong to them', 'http://host:1/subjects', ['subjects']],
    ['not even without a path', 'https://host', []],
    ['escapes are read', '/%61%2F%25', ['a/%']],
    ['escapes are read once', '/%2525', ['%25']],
    ['escapes are UTF-8', '/%C3%B6%F0%9F%98%80', ['ö😀']],
    ['a plus is a plus', '/a+b', ['a+b']],
    ['matrix parameters do not count', '/a;b=c;d/e;', ['a', 'e']],
    ['an escaped semicolon counts', '/a%3Bb', ['a;b']],
    ['dots are names', '/a/../.', ['a', '..', '.']],
    ['dots behind an escaped semicolon are names', '/..%3B', ['..;']],
    ['more than two dots are names, escaped or not', '/%2e%2e%2e', ['...']],
    ['names of Object are names', '/__proto__/constructor', ['__proto__', 'constructor']],
  ]
  test.each(table)('%s', (_rule, raw, expected) => {
    expect(segmentsOf(raw)).toEqual(expected)
  })

  const refused: readonly (readonly [string, string, number, string])[] = [
    ['an empty one', '/a//b', 400, 'Ambiguous URI empty segment'],
    ['one that is empty without its parameters', '/;a/b', 400, 'Ambiguous URI empty segment'],
    ['an escaped dot', '/%2E', 400, 'Ambiguous URI path segment'],
    ['escaped dots', '/%2e.', 400, 'Ambiguous URI path segment'],
    ['a control character', '/a\tb', 42208, "The specified subject 'a\tb' is not a valid."],
    ['an escaped one', '/%7F', 42208, "The specified subject '\u007f' is not a valid."],
    ['a backslash', '/a\\b', 400, 'Suspicious Path Character'],
    ['an escaped one', '/%5c', 400, 'Suspicious Path Character'],
    ['a character beyond ASCII', '/ö', 400, 'Illegal Path Character'],
    ['a broken escape', '/%', 400, 'Bad URI encoding'],
    ['bad UTF-8', '/%80', 400, 'Bad URI encoding'],
    ['8,193 characters', `/${'a'.repeat(8192)}`, 414, 'URI Too Long'],
  ]
  test.each(refused)('%s is refused', (_rule, raw, code, message) => {
    expect(() => parseTarget(raw)).toThrow(expect.objectContaining({ code, message }))
  })

  test('are at most 8,192 characters together', () => {
    expect(segmentsOf(`/${'a'.repeat(8191)}`)).toHaveLength(1)
  })
})

describe('the path for the router', () => {
  test('has every segment encoded, so that its slashes are those between segments', () => {
    expect(parseTarget('/subjects/a%2Fb%20%3F/versions/').path).toBe(
      '/subjects/a%2Fb%20%3F/versions',
    )
    expect(parseTarget('/').path).toBe('/')
  })
})

describe('a context before the path', () => {
  const table: readonly (readonly [string, string, string])[] = [
    ['qualifies a subject', '/subjects/s/versions/1', '/subjects/:.c:s/versions/1'],
    [
      'qualifies one behind a prefix',
      '/compatibility/subjects/s/versions',
      '/compatibility/subjects/:.c:s/versions',
    ],
    [
      'qualifies a subject called subjects',
      '/subjects/subjects/versions',
      '/subjects/:.c:subjects/versions',
    ],
    ['qualifies one that begins with another colon', '/subjects/:s', '/subjects/:.c::s'],
    ['leaves a qualified subject alone', '/subjects/:.d:s', '/subjects/:.d:s'],
    ['leaves a wildcard alone', '/subjects/:*:s', '/subjects/:*:s'],
    ['qualifies the subject of a config', '/config/s', '/config/:.c:s'],
    ['qualifies the subject of a mode', '/mode/s', '/mode/:.c:s'],
    ['gives a config of its own', '/config', '/config/:.c:'],
    ['gives a mode of its own', '/mode/', '/mode/:.c:'],
    ['leaves the rest alone', '/v1/metadata/id', '/v1/metadata/id'],
    ['leaves guids alone', '/schemas/guids/x', '/schemas/guids/x'],
    ['leads nowhere twice', '/contexts/.d/subjects', '/contexts/.d/subjects'],
  ]
  test.each(table)('%s', (_rule, path, expected) => {
    expect(decodeURIComponent(parseTarget(`/contexts/.c${path}`).path)).toBe(expected)
  })

  const queries: readonly (readonly [string, string, string, string])[] = [
    ['the prefix of subjects', '/subjects', 'subjectPrefix', ':.c:'],
    ['one that is given', '/subjects?subjectPrefix=s', 'subjectPrefix', ':.c:s'],
    ['the first of several', '/subjects?subjectPrefix=s&subjectPrefix=t', 'subjectPrefix', ':.c:s'],
    ['none that is qualified', '/subjects?subjectPrefix=:.d:s', 'subjectPrefix', ':.d:s'],
    ['none for every context', '/subjects?subjectPrefix=:*:', 'subjectPrefix', ':*:'],
    ['the prefix of schemas', '/schemas', 'subjectPrefix', ':.c:'],
    ['the subject of an id', '/schemas/ids/1', 'subject', ':.c:'],
    ['one that is given', '/schemas/ids/1/versions?subject=s', 'subject', ':.c:s'],
  ]
  test.each(queries)('qualifies %s', (_rule, target, name, expected) => {
    const { query } = parseTarget(`/contexts/.c${target}`)
    expect(query.all(name)).toEqual([expected])
  })

  test('is the whole path when nothing follows', () => {
    expect(segmentsOf('/contexts')).toEqual(['contexts'])
    expect(segmentsOf('/contexts/c/')).toEqual(['contexts', '.c'])
    expect(segmentsOf('/contexts/.')).toEqual([])
  })

  test('is decoded before it is read', () => {
    expect(segmentsOf('/contexts/%3A.c%3A/subjects/s')).toEqual(['subjects', ':.c:s'])
    expect(segmentsOf('/contexts/%63/config')).toEqual(['config', ':.c:'])
    expect(() => parseTarget('/contexts/a%3Ab/subjects')).toThrow('cannot contain a colon')
  })
})

describe('parseContextName', () => {
  const table: readonly (readonly [string, string, string])[] = [
    ['a name', '.c', '.c'],
    ['a name without its dot', 'c', '.c'],
    ['a name between colons', ':.c:', '.c'],
    ['both', ':c:', '.c'],
    ['the default context', '.', '.'],
    ['the default context between colons', ':.:', '.'],
    ['a name of Object', '__proto__', '.__proto__'],
  ]
  test.each(table)('reads %s', (_rule, text, expected) => {
    expect(parseContextName(text)).toBe(expected)
  })

  test.each([':', 'a:b', ':c', 'c:', ':a:b:'])('refuses a colon inside: %s', (text) => {
    expect(() => parseContextName(text)).toThrow(`Context name '${text}' cannot contain a colon`)
  })
})

/** Targets in which the characters that mean something are frequent. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '/',
          '%',
          '%2',
          '%2F',
          '%00',
          '%FF',
          '..',
          ';',
          '?',
          '=',
          '&',
          ':',
          '.',
          '\\',
        ),
        fc.constantFrom('contexts', 'subjects', 'schemas', 'config', 'http://', '__proto__'),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)

test('whatever the target is, nothing but a refusal is thrown, and segments are never empty', () => {
  fc.assert(
    fc.property(hostile, (raw) => {
      const target = attempt(raw)
      if (target instanceof RegistryError) return
      const { segments, path } = target
      expect(segments).not.toContain('')
      const read = path.split('/').slice(1).map(decodeURIComponent)
      expect(read).toEqual(segments.length === 0 ? [''] : segments)
    }),
    { numRuns: 2000 },
  )
})

function attempt(raw: string): Target | RegistryError {
  try {
    return parseTarget(raw)
  } catch (error) {
    if (error instanceof RegistryError) return error
    throw error
  }
}

test('a path that is written with every segment encoded is read back', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are refused
    return text.isWellFormed() && !/[\u0000-\u001f\u007f-\u009f\\]|^\.\.?$/.test(text)
  })
  fc.assert(
    fc.property(fc.array(name, { maxLength: 4 }), (names) => {
      fc.pre(names[0] !== 'contexts')
      expect(segmentsOf(`/${names.map(encodeURIComponent).join('/')}`)).toEqual(names)
    }),
  )
})
