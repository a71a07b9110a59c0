import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { ContainerError, parseSchema } from '@magicbyte/avro'
import { expect, test } from 'vitest'
import { deflate, inflate, readContainer, writeContainer } from './container.ts'

const schema = parseSchema('"string"').root
const texts = Array.from({ length: 5000 }, (_, i) => `text ${i % 7} of many that are alike`)

test('a file is compressed, and read as it was written', async () => {
  const file = await bytesOf(writeContainer(schema, texts))
  expect(file.length).toBeLessThan(texts.join('').length / 5)
  const { codec, values } = await readContainer<string>(file)
  expect(codec).toBe('deflate')
  expect(await collected(values)).toEqual(texts)
})

test('a file without compression is read as well', async () => {
  const file = await bytesOf(writeContainer(schema, texts, { codec: 'null' }))
  expect(await collected((await readContainer<string>(file)).values)).toEqual(texts)
})

test('compression is that of zlib without header', async () => {
  const bytes = new TextEncoder().encode(texts.join(''))
  expect(inflateRawSync(await deflate(bytes)).equals(bytes)).toBe(true)
  expect(Buffer.from(await inflate(deflateRawSync(bytes), bytes.length)).equals(bytes)).toBe(true)
})

test('a block that is small until it is decompressed is refused', async () => {
  const bomb = await bytesOf(writeContainer(schema, ['a'.repeat(5_000_000)]))
  const { values } = await readContainer(bomb, { limits: { maxBlockBytes: 100_000 } })
  await expect(collected(values)).rejects.toThrow(ContainerError)
})

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return Buffer.concat(await collected(chunks))
}

async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}
