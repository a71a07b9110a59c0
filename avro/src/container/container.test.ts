import { promisify } from 'node:util'
import { deflateRaw, deflateRawSync, inflateRaw, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hexOf, record, schemaOf, thrownBy } from '../../test/codec-of.ts'
import { EncodeError } from '../codec/codec-error.ts'
import { type Container, readContainer, readContainerSync } from './read-container.ts'
import { writeContainer, writeContainerSync } from './write-container.ts'

const SYNC = Uint8Array.from({ length: 16 }, (_, index) => index)
const PERSON = schemaOf(record('Person', { name: 'string', age: { type: 'int', default: 0 } }))
const PEOPLE = Array.from({ length: 100 }, (_, age) => ({ name: `p${age}`, age }))

const deflate = {
  codec: 'deflate',
  compress: (bytes: Uint8Array) => deflateRawSync(bytes),
} as const
const decompress = {
  deflate: (bytes: Uint8Array, maxOutputLength: number) =>
    inflateRawSync(bytes, { maxOutputLength }),
}

function joined(chunks: Iterable<Uint8Array>): Uint8Array {
  return new Uint8Array(Buffer.concat([...chunks]))
}

async function collected<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = []
  for await (const value of values) all.push(value)
  return all
}

async function* later<Value>(values: Iterable<Value>): AsyncGenerator<Value> {
  yield* values
}

function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
}

test('a file is the header and blocks, all ending with the sync marker', () => {
  const file = joined(writeContainerSync(schemaOf('int'), [1, -1], { sync: SYNC }))
  const marker = hexOf(SYNC)
  const text = (value: string) => Buffer.from(value).toString('hex')
  expect(hexOf(file)).toBe(
    `4f626a01` +
      `04${'16'}${text('avro.schema')}0a${text('"int"')}${'14'}${text('avro.codec')}08${text('null')}00` +
      `${marker}04040201${marker}`,
  )
})

test('header, metadata and values are read back', async () => {
  const metadata = { 'acme.origin': 'test', raw: new Uint8Array([255]) }
  const file = joined(writeContainerSync(PERSON, PEOPLE, { metadata }))
  const container = await readContainer(file)
  expect(container.codec).toBe('null')
  expect(container.schema).toMatchObject({ type: 'record', fullName: 'Person' })
  expect(JSON.parse(container.schemaText)).toMatchObject({ name: 'Person' })
  expect(hexOf(container.metadata.get('raw')!)).toBe('ff')
  expect([...container.metadata.keys()]).toEqual([
    'avro.schema',
    'avro.codec',
    'acme.origin',
    'raw',
  ])
  expect(await collected(container.values)).toEqual(PEOPLE)
})

test('files differ in their sync markers', () => {
  const [first, second] = [1, 2].map(() => joined(writeContainerSync(PERSON, [])))
  const markers = [first!, second!].map((file) => hexOf(readContainerSync(file).sync))
  expect(markers[0]).not.toBe(markers[1])
})

test('values are written and read as the options say', () => {
  const schema = schemaOf({ type: 'long', logicalType: 'timestamp-millis' })
  const file = joined(writeContainerSync(schema, [new Date(5)]))
  const raw = { options: { logicalTypes: 'raw', long: 'number' } } as const
  expect([...readContainerSync(file).values]).toEqual([new Date(5)])
  expect([...readContainerSync(file, raw).values]).toEqual([5])
})

test('values are read as those of another schema', () => {
  const file = joined(writeContainerSync(PERSON, PEOPLE.slice(0, 2)))
  const readerSchema = schemaOf(
    record('Person', { name: 'string', city: { type: 'string', default: '?' } }),
  )
  expect([...readContainerSync(file, { readerSchema }).values]).toEqual([
    { name: 'p0', city: '?' },
    { name: 'p1', city: '?' },
  ])
})

test('a schema made with references is written with all its types', () => {
  const inner = schemaOf(record('acme.Inner', { n: 'int' }))
  const outer = { ...(schemaOf({ type: 'array', items: 'int' }) as object), items: inner }
  const file = joined(writeContainerSync(outer as typeof inner, [[{ n: 1 }]]))
  expect([...readContainerSync(file).values]).toEqual([[{ n: 1 }]])
})

describe('whatever takes time and however the file is cut', () => {
  const file = joined(writeContainerSync(PERSON, PEOPLE, { blockSize: 50, sync: SYNC, ...deflate }))

  test.each([1, 2, 7, 16, 100, 1000, file.length])('in chunks of %i bytes', async (size) => {
    expect([...readContainerSync(pieces(file, size), { decompress }).values]).toEqual(PEOPLE)
    const { values } = await readContainer(later(pieces(file, size)), { decompress })
    expect(await collected(values)).toEqual(PEOPLE)
  })

  test('in a buffer that the source fills again and again', () => {
    function* reused(): Generator<Uint8Array> {
      const buffer = new Uint8Array(10)
      for (const piece of pieces(file, 10)) {
        buffer.set(piece)
        yield buffer.subarray(0, piece.length)
      }
    }
    expect([...readContainerSync(reused(), { decompress }).values]).toEqual(PEOPLE)
  })

  test('compressing and decompressing that take time', async () => {
    const options = { blockSize: 50, sync: SYNC, codec: 'deflate', compress: promisify(deflateRaw) }
    const chunks = await collected(writeContainer(PERSON, later(PEOPLE), options))
    expect(hexOf(joined(chunks))).toBe(hexOf(file))
    const inflate = { deflate: promisify(inflateRaw) as (bytes: Uint8Array) => Promise<Buffer> }
    const { values } = await readContainer(chunks, { decompress: inflate })
    expect(await collected(values)).toEqual(PEOPLE)
  })

  test('views of bytes stay as they are while more is read', () => {
    const rows = Array.from({ length: 50 }, (_, index) => new Uint8Array(20).fill(index))
    const bytes = joined(writeContainerSync(schemaOf('bytes'), rows, { blockSize: 30 }))
    const options = { bytes: 'view' } as const
    expect([...readContainerSync(pieces(bytes, 9), { options }).values]).toEqual(rows)
  })
})

test('the source is closed when reading ends early, or fails', async () => {
  const file = joined(writeContainerSync(PERSON, PEOPLE, { blockSize: 50 }))
  let closed = 0
  async function* source(bytes: Uint8Array) {
    try {
      yield* pieces(bytes, 100)
    } finally {
      closed++
    }
  }
  const container = await readContainer(source(file))
  for await (const _ of container.values) break
  expect(closed).toBe(1)
  await expect(readContainer(source(new Uint8Array(200)))).rejects.toThrow('begins with "Obj"')
  expect(closed).toBe(2)
})

test('an error of the source is passed on', async () => {
  async function* source(): AsyncGenerator<Uint8Array> {
    yield joined(writeContainerSync(PERSON, []))
    throw new Error('disk gone')
  }
  const { values } = await readContainer(source())
  await expect(collected(values)).rejects.toThrow('disk gone')
})

test('an empty file has a header only, and empty blocks do no harm', () => {
  const file = joined(writeContainerSync(PERSON, [], { sync: SYNC }))
  const emptyBlock = [0, 0, ...SYNC]
  expect([...readContainerSync(file).values]).toEqual([])
  const longer = Uint8Array.from([...file, ...emptyBlock, ...emptyBlock])
  expect([...readContainerSync(longer).values]).toEqual([])
})

test('any values come back through any size of blocks and chunks', () => {
  const schema = schemaOf(['null', 'string', { type: 'array', items: 'long' }])
  const value = fc.oneof(fc.constant(null), fc.string(), fc.array(fc.bigInt({ min: 0n, max: 99n })))
  fc.assert(
    fc.property(
      fc.array(value),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 99 }),
      fc.boolean(),
      (values, blockSize, chunkSize, isDeflated) => {
        const options = { blockSize, ...(isDeflated && deflate) }
        const file = joined(writeContainerSync(schema, values, options))
        const chunks = pieces(file, chunkSize)
        expect([...readContainerSync(chunks, { decompress }).values]).toEqual(values)
      },
    ),
    { numRuns: 100 },
  )
})

describe('what cannot be written', () => {
  test('a value that does not suit the schema: its index is in the path', () => {
    const values = [PEOPLE[0], { name: 5 }]
    const error = thrownBy(() => [...writeContainerSync(PERSON, values)])
    expect(error).toBeInstanceOf(EncodeError)
    expect(error).toMatchObject({ path: '[1].name' })
  })

  test.each([
    ['a codec without a function', { codec: 'deflate' }, 'needs a function'],
    ['a function without a codec', { compress: deflate.compress }, 'other than null'],
    ['a short sync marker', { sync: new Uint8Array(15) }, '16 bytes'],
    ['a block size of 0', { blockSize: 0 }, 'above 0'],
    ['no block size', { blockSize: Number.NaN }, 'above 0'],
    ['metadata under a reserved key', { metadata: { 'avro.codec': 'x' } }, 'not free'],
  ])('%s is refused before anything is asked for', (_, options, words) => {
    expect(() => writeContainerSync(PERSON, [], options)).toThrow(TypeError)
    expect(() => writeContainer(PERSON, [], options)).toThrow(words)
  })
})

test('both ways of reading have the same header', async () => {
  const file = joined(writeContainerSync(PERSON, [], { sync: SYNC }))
  const { values: _, ...header }: Container = await readContainer(file)
  const { values: __, ...headerSync } = readContainerSync(file)
  expect(header.metadata).toEqual(headerSync.metadata)
  expect([header.codec, header.schemaText, hexOf(header.sync)]).toEqual([
    headerSync.codec,
    headerSync.schemaText,
    hexOf(headerSync.sync),
  ])
})
