import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Metadata,
  mergeMetadata,
  metadataProperty,
  sameMetadata,
  tidyMetadata,
  withoutProperty,
  withProperty,
} from './metadata.ts'

/** Names of Object among them, and few enough that two metadata often share some. */
const name = fc.oneof(
  fc.constantFrom('a', 'b', 'B', '', '__proto__', 'constructor', 'toString', 'confluent:version'),
  fc.string({ unit: 'binary', maxLength: 3 }),
)
const record = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.array(fc.tuple(name, value), { maxLength: 5 }).map((entries) => Object.fromEntries(entries))

const metadata: fc.Arbitrary<Metadata> = fc
  .record(
    {
      tags: record(fc.array(name, { maxLength: 3 })),
      properties: record(name),
      sensitive: fc.array(name, { maxLength: 4 }),
    },
    { requiredKeys: [] },
  )
  .map(tidyMetadata)
const maybe = fc.option(metadata, { nil: undefined })

const text = (metadata: Metadata | undefined) => JSON.stringify(metadata)

describe('tidyMetadata', () => {
  const table: readonly (readonly [string, Metadata, string])[] = [
    ['nothing stays nothing', {}, '{}'],
    ['empty members go', { tags: {}, properties: {}, sensitive: [] }, '{}'],
    [
      'members have one order',
      { sensitive: ['a'], properties: { a: '' }, tags: { a: [] } },
      '{"tags":{"a":[]},"properties":{"a":""},"sensitive":["a"]}',
    ],
    [
      'names are in the order of code units',
      { properties: { b: '', ä: '', B: '', a: '' } },
      '{"properties":{"B":"","a":"","b":"","ä":""}}',
    ],
    ['sets are sorted, each item once', { sensitive: ['b', 'a', 'b'] }, '{"sensitive":["a","b"]}'],
    ['tags of a path as well', { tags: { p: ['b', 'a', 'b'] } }, '{"tags":{"p":["a","b"]}}'],
    [
      '__proto__ is a name',
      JSON.parse('{"properties":{"__proto__":"x"}}'),
      '{"properties":{"__proto__":"x"}}',
    ],
  ]
  test.each(table)('%s', (_rule, given, expected) => {
    expect(text(tidyMetadata(given))).toBe(expected)
  })

  test('leaves what is tidy as it is', () => {
    fc.assert(
      fc.property(metadata, (given) => {
        expect(text(tidyMetadata(given))).toBe(text(given))
      }),
    )
  })

  test('does not depend on the order in which names and items come', () => {
    fc.assert(
      fc.property(metadata, (given) => {
        const properties = Object.fromEntries(Object.entries(given.properties ?? {}).reverse())
        const sensitive = [...(given.sensitive ?? [])].reverse()
        expect(text(tidyMetadata({ ...given, properties, sensitive }))).toBe(text(given))
      }),
    )
  })
})

describe('mergeMetadata', () => {
  test('with none is the other', () => {
    fc.assert(
      fc.property(maybe, (given) => {
        expect(mergeMetadata(given, undefined)).toBe(given)
        expect(mergeMetadata(undefined, given)).toBe(given)
      }),
    )
  })

  test('with itself is itself', () => {
    fc.assert(
      fc.property(metadata, (given) => {
        expect(text(mergeMetadata(given, given))).toBe(text(given))
      }),
    )
  })

  test('may be grouped as one likes', () => {
    fc.assert(
      fc.property(maybe, maybe, maybe, (a, b, c) => {
        const left = mergeMetadata(mergeMetadata(a, b), c)
        expect(text(left)).toBe(text(mergeMetadata(a, mergeMetadata(b, c))))
      }),
    )
  })

  test('has the properties and tags of both, those of the newer first, and all sensitive names', () => {
    fc.assert(
      fc.property(metadata, metadata, (older, newer) => {
        const merged = mergeMetadata(older, newer)
        for (const key of Object.keys(older.properties ?? {}).concat(
          Object.keys(newer.properties ?? {}),
        )) {
          const expected = metadataProperty(newer, key) ?? metadataProperty(older, key)
          expect(metadataProperty(merged, key)).toBe(expected)
        }
        const names = new Set([...(older.sensitive ?? []), ...(newer.sensitive ?? [])])
        expect(new Set(merged?.sensitive)).toEqual(names)
      }),
    )
  })

  test('takes the tags of a path from the newer as a whole', () => {
    const merged = mergeMetadata({ tags: { a: ['x'], b: ['x'] } }, { tags: { a: ['y'] } })
    expect(merged).toEqual({ tags: { a: ['y'], b: ['x'] } })
  })
})

describe('a property', () => {
  test('that was set is there, and after it was removed it is not', () => {
    fc.assert(
      fc.property(maybe, name, name, (given, key, value) => {
        const changed = withProperty(given, key, value)
        expect(metadataProperty(changed, key)).toBe(value)
        const removed = withoutProperty(changed, key)
        expect(metadataProperty(removed, key)).toBeUndefined()
        if (metadataProperty(given, key) === undefined) {
          expect(text(removed)).toBe(given && text(given) !== '{}' ? text(given) : undefined)
        }
      }),
    )
  })

  test('that is only a member of Object is not there', () => {
    for (const key of ['constructor', 'toString', '__proto__']) {
      expect(metadataProperty({ properties: { a: '1' } }, key)).toBeUndefined()
      expect(metadataProperty(undefined, key)).toBeUndefined()
    }
  })
})

test('none and empty are not the same, but two that say the same are', () => {
  expect(sameMetadata(undefined, undefined)).toBe(true)
  expect(sameMetadata(undefined, {})).toBe(false)
  expect(sameMetadata({}, {})).toBe(true)
  expect(sameMetadata({ properties: { a: '1' } }, { properties: { a: '1' } })).toBe(true)
  expect(sameMetadata({ properties: { a: '1' } }, { properties: { a: '2' } })).toBe(false)
})
