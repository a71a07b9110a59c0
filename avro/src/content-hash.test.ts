import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Metadata } from './content.ts'
import { contentHash, guid } from './content-hash.ts'
import { hex } from './fingerprint.ts'

const schema = '"string"'
const ONE = Uint8Array.of(1)

const hashed: readonly [
  rule: string,
  content: Omit<Parameters<typeof contentHash>[0], 'schema'>,
  after: readonly (string | Uint8Array)[],
][] = [
  ['the text alone', {}, []],
  ['null like absent', { references: null, metadata: null, ruleSet: null }, []],
  [
    'references in order, versions as four bytes',
    {
      references: [
        { name: 'B', subject: 'b-value', version: 258 },
        { name: 'A', subject: 'a', version: -1 },
      ],
    },
    ['Bb-value', Uint8Array.of(0, 0, 1, 2), 'Aa', Uint8Array.of(255, 255, 255, 255)],
  ],
  ['empty metadata, which are not absent ones', { metadata: {} }, [ONE]],
  [
    'keys and sets of metadata sorted by UTF-16 units, each once',
    {
      metadata: {
        sensitive: ['k', 'K', 'k'],
        properties: { z: '1', ä: '2', '10': '3', '9': '4' },
        tags: { 'b.*': ['y', 'x', 'y'], a: [] },
      },
    },
    [ONE, 'a', 'b.*xy', '10394z1ä2', 'Kk'],
  ],
  [
    'keys of object properties',
    { metadata: JSON.parse('{"properties":{"__proto__":"x"}}') as Metadata },
    [ONE, '__proto__x'],
  ],
  ['empty rule sets, which are not absent ones', { ruleSet: {} }, [ONE]],
  [
    'rules by the kind of their list',
    {
      ruleSet: {
        enableAt: 'ALL',
        encodingRules: [{ name: 'e' }],
        domainRules: [
          { name: 'd', disabled: true },
          { name: 'c', disabled: false },
        ],
        migrationRules: [{ name: 'm' }],
      },
    },
    [ONE, 'm', 'd', ONE, 'c', 'e', 'ALL'],
  ],
  [
    'all parts of a rule',
    {
      ruleSet: {
        domainRules: [
          {
            disabled: true,
            onFailure: 'F',
            onSuccess: 'S',
            expr: 'x',
            params: { q: '1', b: '2' },
            tags: ['T', 'A'],
            type: 'CEL',
            mode: 'WRITE',
            kind: 'CONDITION',
            doc: 'd',
            name: 'n',
          },
        ],
      },
    },
    [ONE, 'ndCONDITIONWRITECEL', 'AT', 'b2q1', 'xSF', ONE],
  ],
]

describe('contentHash', () => {
  it.each(hashed)('covers %s', (_rule, content, after) => {
    const md5 = createHash('md5').update(schema)
    for (const part of after) md5.update(part)
    expect(hex(contentHash({ schema, ...content }))).toBe(md5.digest('hex'))
  })

  it('covers the UTF-8 bytes of the text', () => {
    const text = '{"type":"fixed","name":"Größe","size":1}'
    expect(hex(contentHash({ schema: text }))).toBe(createHash('md5').update(text).digest('hex'))
  })
})

describe('guid', () => {
  it('is the hash in the form of a UUID, as Confluent gives it', () => {
    expect(guid({ schema })).toBe('095d71cf-1255-6b9d-5e33-0ad575b3df5d')
  })
})
