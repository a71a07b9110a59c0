import { deflateRawSync, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOf, hexOf, record, schemaOf, thrownBy } from '../../test/codec-of.ts'
import { ByteWriter } from '../codec/byte-writer.ts'
import { ContainerError, UnknownCompressionError } from './container-error.ts'
import { type ReadContainerOptions, readContainerSync } from './read-container.ts'
import { writeContainerSync } from './write-container.ts'

const SYNC = new Uint8Array(16).fill(7)

/** The bytes of a file: its metadata and then blocks, each a number of values and their data. */
function fileOf(
  metadata: Readonly<Record<string, string>>,
  ...blocks: readonly (readonly [count: number, data: string])[]
): Uint8Array {
  const output = new ByteWriter()
  output.writeRaw(bytesOf('4f626a01'))
  output.writeLongFromNumber(Object.keys(metadata).length)
  for (const [key, value] of Object.entries(metadata)) {
    output.writeString(key)
    output.writeString(value)
  }
  output.writeByte(0)
  output.writeRaw(SYNC)
  for (const [count, data] of blocks) {
    output.writeLongFromNumber(count)
    output.writeBytes(bytesOf(data))
    output.writeRaw(SYNC)
  }
  return output.bytes.slice(0, output.position)
}

type Read = ReadContainerOptions<(bytes: Uint8Array, maxBytes: number) => Uint8Array>

function errorOf(file: Uint8Array, options: Read = {}): unknown {
  return thrownBy(() => [...readContainerSync(file, options).values])
}

const INTS = { 'avro.schema': '"int"' }
const HEADER = fileOf(INTS).length
const DEFLATE = { 'avro.schema': '"int"', 'avro.codec': 'deflate' }

describe('a file is refused', () => {
  test.each([
    ['that is empty', new Uint8Array(0), 'expected 4 bytes of an object container file', 0],
    ['of another kind', bytesOf('89504e470d0a1a0a'), 'begins with "Obj" and 1', 0],
    ['of another version', bytesOf('4f626a02 00'), 'begins with "Obj" and 1', 0],
    ['without a schema', fileOf({}), 'a schema as avro.schema, got none', 21],
    ['whose schema is none', fileOf({ 'avro.schema': '"itn"' }), 'a text with an error', 40],
    ['cut in the header', fileOf(INTS).slice(0, 20), 'bytes of metadata', 20],
    ['cut in the marker', fileOf(INTS).slice(0, -1), '16 bytes of the sync marker', HEADER - 1],
    ['cut in a block', fileOf(INTS, [1, '02']).slice(0, HEADER + 2), 'of a block', HEADER + 2],
    [
      'cut after a block',
      fileOf(INTS, [1, '02']).slice(0, HEADER + 3),
      'of the sync marker',
      HEADER + 3,
    ],
    ['cut in a number', Uint8Array.of(...fileOf(INTS), 0x80), 'a number of values', HEADER + 1],
    ['with more values than bytes', fileOf(INTS, [3, '0202']), 'at most 2 values', HEADER + 2],
    ['with fewer values than bytes', fileOf(INTS, [1, '0202']), '1 bytes more', HEADER + 3],
    ['with a negative count', fileOf(INTS, [-1, '02']), 'a number of values from 0', HEADER],
    [
      'that claims more nulls than allowed',
      fileOf({ 'avro.schema': '"null"' }, [2 ** 40, '']),
      'fewer values that take no bytes, got 1099511627776 more',
      fileOf({ 'avro.schema': '"null"' }).length + 7,
    ],
    [
      'with a block of a negative size',
      Uint8Array.of(...fileOf(INTS), 2, 1),
      'a size of a block from 0 to',
      HEADER + 1,
    ],
    [
      'with a block of a size beyond all bounds',
      Uint8Array.of(...fileOf(INTS), 2, ...bytesOf('fe ff ff ff ff ff ff ff ff 01')),
      'a size of a block',
      HEADER + 1,
    ],
    [
      'with metadata of a negative size',
      bytesOf('4f626a01 02 01'),
      'a size of metadata from 0 to',
      5,
    ],
    ['with too much metadata', bytesOf('4f626a01 02 80808010'), 'a size of metadata from 0 to', 5],
    ['with too many entries', bytesOf('4f626a01 80808010'), 'at most 10000 entries', 4],
    ['with a number that is too long', bytesOf(`4f626a01 ${'ff'.repeat(20)}`), 'no number', 4],
  ])('%s', (_, file, words, offset) => {
    const error = errorOf(file)
    expect(error).toBeInstanceOf(ContainerError)
    expect((error as Error).message).toContain(words)
    expect(error).toMatchObject({ offset })
  })

  test('whose block does not end with the marker', () => {
    const file = fileOf(INTS, [1, '02'])
    file[file.length - 1] = 8
    expect(errorOf(file)).toMatchObject({
      offset: HEADER + 3,
      expected: 'the sync marker of the file',
      actual: `${'07'.repeat(15)}08`,
    })
  })

  test('whose schema is not UTF-8', () => {
    const file = fileOf({ 'avro.schema': '"a"' })
    file[file.indexOf(0x61, 18)] = 0xff
    expect((errorOf(file) as Error).message).toContain('UTF-8 as avro.schema')
  })

  test('for a value in it: its index is in the path, its place is that in the file', () => {
    const schema = JSON.stringify(record('R', { a: 'boolean', b: 'string' }))
    const file = fileOf({ 'avro.schema': schema }, [1, '0100'], [2, '0100 0104'])
    const error = errorOf(file)
    expect(error).toBeInstanceOf(ContainerError)
    expect(error).toMatchObject({ path: '[2].b', offset: file.length - 16 })
  })

  test('for values within each other beyond the limit', () => {
    const schema = JSON.stringify(record('Node', { next: ['null', 'Node'] }))
    const file = fileOf({ 'avro.schema': schema }, [1, '02'.repeat(1000)])
    expect((errorOf(file) as Error).message).toContain('at most 256 values within each other')
  })
})

test('the nulls of all blocks together are bounded', () => {
  const nulls = { 'avro.schema': '"null"' }
  const options = { options: { limits: { maxEmptyItems: 10 } } }
  const values = (file: Uint8Array) => [...readContainerSync(file, options).values]
  expect(values(fileOf(nulls, [5, ''], [5, '']))).toHaveLength(10)
  expect(() => values(fileOf(nulls, [5, ''], [5, ''], [1, '']))).toThrow('that take no bytes')
})

test('limits are those that are asked for', () => {
  const file = fileOf(INTS, [3, '020406'])
  expect(() => readContainerSync(file, { limits: { maxHeaderBytes: 20 } })).toThrow('from 0 to 3')
  const message = (errorOf(file, { limits: { maxBlockBytes: 2 } }) as Error).message
  expect(message).toContain('a size of a block from 0 to 2, got 3')
})

describe('compressed blocks', () => {
  const deflate = (bytes: Uint8Array) => deflateRawSync(bytes)
  const inflate = (bytes: Uint8Array, maxOutputLength: number) =>
    inflateRawSync(bytes, { maxOutputLength })

  test.each(['snappy', 'zstandard', 'constructor', '__proto__', ''])(
    'the header of a file with the unknown codec %j can be read, its values cannot',
    (codec) => {
      const file = fileOf({ ...INTS, 'avro.codec': codec }, [1, '02'])
      const container = readContainerSync(file, { decompress: { deflate: inflate } })
      expect(container).toMatchObject({ codec, schema: { type: 'int' } })
      const error = thrownBy(() => [...container.values])
      expect(error).toBeInstanceOf(UnknownCompressionError)
      expect(error).toMatchObject({ codec, actual: JSON.stringify(codec) })
      expect((error as Error).message).toContain('compressed with null or deflate')
    },
  )

  test('data that cannot be decompressed', () => {
    const error = errorOf(fileOf(DEFLATE, [1, 'ffff']), { decompress: { deflate: inflate } })
    expect(error).toBeInstanceOf(ContainerError)
    expect(error).toMatchObject({ actual: 'what cannot be decompressed' })
    expect((error as Error).cause).toBeInstanceOf(Error)
  })

  test('a function is told the bound, and checked against it', () => {
    const bomb = hexOf(deflate(new Uint8Array(100_000)))
    const file = fileOf(DEFLATE, [100_000, bomb])
    const limits = { maxBlockBytes: 50_000 }
    const kept = errorOf(file, { limits, decompress: { deflate: inflate } })
    expect(kept).toMatchObject({ actual: 'what cannot be decompressed' })
    const ignored = errorOf(file, { limits, decompress: { deflate: (b) => inflateRawSync(b) } })
    expect(ignored).toMatchObject({ expected: 'at most 50000 bytes from decompressing' })
  })

  test('a function that gives no bytes', () => {
    const options = { decompress: { deflate: () => 'text' as unknown as Uint8Array } }
    expect(errorOf(fileOf(DEFLATE, [1, '02']), options)).toMatchObject({ actual: 'string' })
  })

  test('of values in compressed data the place is that of the block', () => {
    const data = hexOf(deflate(bytesOf('02 80')))
    const file = fileOf(DEFLATE, [2, data])
    const error = errorOf(file, { decompress: { deflate: inflate } })
    expect(error).toMatchObject({ path: '[1]', offset: file.length - 16 - data.length / 2 })
  })
})

test.each([
  ['a text', 'Obj\u0001'],
  ['an ArrayBuffer', new ArrayBuffer(4)],
  ['nothing', undefined],
  ['a list of numbers', [1, 2]],
])('%s is no source', (_, source) => {
  expect(() => readContainerSync(source as never)).toThrow(TypeError)
})

test('whatever is changed in a file, it is read or refused as a file', () => {
  const schema = schemaOf(record('R', { text: 'string', list: { type: 'array', items: 'null' } }))
  const values = [
    { text: 'one', list: [null] },
    { text: 'two', list: [] },
  ]
  const file = Buffer.concat([...writeContainerSync(schema, values, { sync: SYNC })])
  const changes = fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { maxLength: 3 })
  fc.assert(
    fc.property(changes, fc.nat(file.length), (bytes, cut) => {
      const changed = new Uint8Array(file.subarray(0, Math.max(cut, file.length >> 1)))
      for (const [at, byte] of bytes) changed[at] = byte
      try {
        for (const value of readContainerSync(changed).values) expect(value).toBeDefined()
      } catch (error) {
        expect(error).toBeInstanceOf(ContainerError)
      }
    }),
    { numRuns: 500 },
  )
})
