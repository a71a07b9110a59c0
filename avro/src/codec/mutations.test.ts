import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hexOf, record, schemaOf } from '../../test/codec-of.ts'
import { randomIntegers } from '../../test/random.ts'
import { createCodec, createDecoder } from './codec.ts'
import { DecodeError } from './codec-error.ts'
import type { CodecOptions } from './codec-options.ts'
import type { Decoder } from './message-codec.ts'

const MUTATIONS = 10_000

const list = (items: unknown) => ({ type: 'array', items })
const map = (values: unknown) => ({ type: 'map', values })

interface Subject {
  readonly is: string
  readonly schema: unknown
  readonly options?: CodecOptions
  readonly values: readonly unknown[]
}

const subjects: readonly Subject[] = [
  {
    is: 'a record of primitives',
    schema: record('P', {
      n: 'null',
      flag: 'boolean',
      int: 'int',
      long: 'long',
      float: 'float',
      double: 'double',
      text: 'string',
      bytes: 'bytes',
      fixed: { type: 'fixed', name: 'F', size: 3 },
      symbol: { type: 'enum', name: 'E', symbols: ['A', 'B', 'C'] },
    }),
    values: [
      {
        n: null,
        flag: true,
        int: -70_000,
        long: 2n ** 60n,
        float: 1.5,
        double: 0.1,
        text: 'a text of some length, é日😀',
        bytes: new Uint8Array([1, 2, 3, 255]),
        fixed: new Uint8Array([9, 8, 7]),
        symbol: 'B',
      },
    ],
  },
  {
    is: 'arrays and maps',
    schema: record('C', {
      numbers: list('int'),
      texts: map('string'),
      deep: map(list(map('long'))),
    }),
    options: { long: 'number' },
    values: [
      {
        numbers: [1, -1, 1000, -100_000],
        texts: { a: 'b', constructor: 'd' },
        deep: { x: [{ y: 5 }, {}], z: [] },
      },
    ],
  },
  {
    is: 'tagged unions',
    schema: record('U', {
      u: list([
        'null',
        'int',
        'double',
        'string',
        record('A', { a: 'int' }),
        record('B', { b: ['null', 'B'] }),
      ]),
      v: ['bytes', { type: 'fixed', name: 'F', size: 2 }, map('int')],
    }),
    values: [
      {
        u: [
          null,
          { $type: 'int', value: 5 },
          'x',
          { $type: 'A', a: 3 },
          { $type: 'B', b: { b: null } },
        ],
        v: { $type: 'map', value: { a: 1 } },
      },
    ],
  },
  {
    is: 'wrapped unions',
    schema: list(['long', 'float', 'boolean', { type: 'enum', name: 'E', symbols: ['A', 'B'] }]),
    options: { unions: 'wrapped', long: 'string' },
    values: [[{ long: '123456789' }, { float: 1.5 }, { E: 'B' }, { boolean: true }]],
  },
  {
    is: 'a tree',
    schema: record('Tree', { value: 'long', children: list('Tree'), extra: map(['null', 'Tree']) }),
    values: [
      {
        value: 1n,
        children: [
          { value: 2n, children: [], extra: { x: null } },
          { value: 3n, children: [{ value: -4n, children: [], extra: {} }], extra: {} },
        ],
        extra: { y: { value: 5n, children: [], extra: {} } },
      },
    ],
  },
  {
    is: 'items that take no bytes, and views',
    schema: record('N', {
      nulls: list('null'),
      nothing: map(record('Nothing', {})),
      b: list('bytes'),
    }),
    options: { bytes: 'view', limits: { maxEmptyItems: 50 } },
    values: [
      { nulls: [null, null], nothing: { a: {} }, b: [new Uint8Array([1, 2]), new Uint8Array(0)] },
    ],
  },
]

// Most of the time would be spent on the stacks of errors.
const { stackTraceLimit } = Error
beforeAll(() => {
  Error.stackTraceLimit = 0
})
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit
})

test.each(subjects)('$is', ({ schema, options, values }) => {
  const codec = createCodec<unknown>(schemaOf(schema), options)
  const resolving = createDecoder(schemaOf(schema), schemaOf(schema), options)
  const outer = (fields: Record<string, unknown>) => schemaOf(record('Outer', fields))
  const skipping = createDecoder(outer({ f: schema }), outer({}), options)
  const random = randomIntegers(20_240_229)
  const messages = values.map((value) => codec.encode(value))
  let refused = 0
  for (let run = 0; run < MUTATIONS; run++) {
    const bytes = mutated(messages[random(messages.length)]!, random)
    const outcome = decoded(codec, bytes)
    const resolved = decoded(resolving, bytes)
    if (outcome instanceof DecodeError) {
      refused++
      if (!(resolved instanceof DecodeError)) expect.fail(`resolved ${hexOf(bytes)}`)
      continue
    }
    const again = codec.decode(codec.encode(outcome))
    if (!isDeepStrictEqual(again, outcome)) expect(again).toEqual(outcome)
    if (!isDeepStrictEqual(resolved, outcome)) expect(resolved).toEqual(outcome)
    // What can be read can be passed over.
    if (decoded(skipping, bytes) instanceof DecodeError) expect.fail(`read ${hexOf(bytes)}`)
  }
  expect(refused).toBeGreaterThan(0)
  expect(refused).toBeLessThan(MUTATIONS)
})

/** The value, or why there is none; every other error is one of ours. */
function decoded(decoder: Decoder, bytes: Uint8Array): unknown {
  try {
    return decoder.decode(bytes)
  } catch (error) {
    if (error instanceof DecodeError) return error
    throw new Error(`of ${hexOf(bytes)}`, { cause: error })
  }
}

/** One to three changes of a kind that transport and attackers make. */
function mutated(message: Uint8Array, random: (below: number) => number): Uint8Array {
  const bytes = [...message]
  for (let change = random(3); change >= 0; change--) {
    const at = random(bytes.length + 1)
    switch (random(6)) {
      case 0:
        if (at < bytes.length) bytes[at]! ^= 1 << random(8)
        break
      case 1:
        if (at < bytes.length) bytes[at] = [0, 1, 2, 0x7f, 0x80, 0xff][random(6)]!
        break
      case 2:
        bytes.splice(at, 0, random(256))
        break
      case 3:
        bytes.splice(at, 1 + random(3))
        break
      case 4:
        bytes.splice(at, 0, ...bytes.slice(at, at + 1 + random(8)))
        break
      default:
        if (random(4) === 0) bytes.length = at
    }
  }
  return Uint8Array.from(bytes)
}
