import { defineCodec, typedSchema } from '@magicbyte/avro'
import { type ByteReader, type ByteWriter, mismatch } from '@magicbyte/avro/runtime'
import { expect, test } from 'vitest'
import { rejection, wiredRegistry } from '../../test/support/wired-registry.ts'
import { DecodeError, EncodeError } from '../errors/data-errors.ts'
import { OptionsMismatchError } from '../errors/schema-errors.ts'
import { InvalidArgumentError } from '../errors/usage-errors.ts'

const POINT = {
  type: 'record',
  name: 'Point',
  fields: [{ name: 'x', type: 'long' }],
} as const
/** A later version of it. */
const NEXT = { ...POINT, fields: [...POINT.fields, { name: 'y', type: 'long', default: 0 }] }

interface Point {
  x: number
}

/** As code generation would make it, and counting. */
function pointCodec(calls: string[]) {
  return defineCodec<Point, Point, 'Point'>({
    name: 'Point',
    schema: JSON.stringify(POINT),
    fingerprint: '',
    options: { long: 'number' },
    write({ x }: Point, output: ByteWriter) {
      calls.push('write')
      output.writeLong(BigInt(x))
    },
    read(input: ByteReader) {
      calls.push('read')
      return { x: Number(input.readLong()) }
    },
  })
}

test('generated functions are used where the schemas are written alike', async () => {
  const calls: string[] = []
  const { registry, register } = await wiredRegistry()
  // Documentation, defaults and the like make no difference to the bytes.
  await register('points-value', { ...POINT, doc: 'A point.' })
  const topic = registry.topic('points', { value: pointCodec(calls) }, { useLatestVersion: true })
  const message = await topic.encode({ value: { x: 5 } })
  expect(message.value?.toString('hex')).toBe('00000000010a')
  expect(calls).toEqual(['write'])
  expect((await topic.decode(message)).value).toEqual({ x: 5 })
  expect(calls).toEqual(['write', 'read'])
})

test('they are not used where the schemas differ, and values look the same', async () => {
  const calls: string[] = []
  const { registry, register } = await wiredRegistry()
  await register('points-value', POINT)
  await register('points-value', NEXT)
  const topic = registry.topic('points', { value: pointCodec(calls) }, { useLatestVersion: true })
  const message = await topic.encode({ value: { x: 5 } })
  expect(message.value?.toString('hex')).toBe('00000000020a00')
  expect((await topic.decode(message)).value).toEqual({ x: 5 })
  expect(calls).toEqual([])
})

test('what generated functions refuse is an error like others', async () => {
  const { registry } = await wiredRegistry({ autoRegisterSchemas: true })
  const codec = defineCodec<Point>({
    ...pointCodec([]),
    write: ({ x }) => mismatch('a point', x),
    read: (input) => mismatch('a point', input.readInt()),
  })
  const about = { schemaId: 1, topic: 'points', isKey: false }
  const topic = registry.topic('points', { value: codec })
  const refused = await rejection(topic.encode({ value: { x: 5 } }))
  expect(refused).toBeInstanceOf(EncodeError)
  expect(refused).toMatchObject(about)
  expect(refused).toHaveProperty(
    'message',
    expect.stringContaining('expected a point, got number 5'),
  )
  const unread = await rejection(topic.decode({ value: Buffer.of(0, 0, 0, 0, 1, 2) }))
  expect(unread).toBeInstanceOf(DecodeError)
  expect(unread).toMatchObject({ ...about, offset: 6 })
})

test.each<[options: object, isRefused: boolean]>([
  [{}, false],
  [{ long: 'number' }, false],
  [{ long: 'bigint' }, true],
  [{ long: 'string' }, true],
  [{ unions: 'tagged' }, false],
  [{ unions: 'wrapped' }, true],
  [{ logicalTypes: 'native' }, false],
  [{ logicalTypes: 'raw' }, true],
])('options at run time have to agree with those of generation: %j', async (codec, isRefused) => {
  const { registry } = await wiredRegistry()
  const open = () => registry.topic('points', { value: pointCodec([]) }, { codec })
  if (isRefused) expect(open).toThrow(OptionsMismatchError)
  else expect(open).not.toThrow()
})

test('what changes no types is the topic’s to say: strict', async () => {
  const calls: string[] = []
  const { registry } = await wiredRegistry({ autoRegisterSchemas: true })
  const value = { x: 5, y: 6 }
  const types = [pointCodec(calls), typedSchema<Point>(JSON.stringify(POINT), { long: 'number' })]
  for (const type of types) {
    const lax = registry.topic('points', { value: type })
    const message = await lax.encode({ value })
    const strict = registry.topic('points', { value: type }, { codec: { strict: true } })
    const refused = await rejection(strict.encode({ value }))
    expect(refused).toMatchObject({ code: 'ENCODE', path: 'y' })
    expect(await strict.encode({ value: { x: 5 } })).toEqual(message)
    expect((await strict.decode(message)).value).toEqual({ x: 5 })
  }
  expect(calls).toEqual(['write', 'read'])
})

test('what changes no types is the topic’s to say: limits', async () => {
  const { registry } = await wiredRegistry({ autoRegisterSchemas: true })
  const nested = defineCodec<null>({
    ...pointCodec([]),
    write: (_value, output) => output.enter(),
    read: (input) => {
      input.enter()
      return null
    },
  })
  const message = { value: Buffer.of(0, 0, 0, 0, 1) }
  await registry.topic('points', { value: pointCodec([]) }).warm()
  expect((await registry.topic('points', { value: nested }).decode(message)).value).toBeNull()
  const codec = { limits: { maxDepth: 0 } }
  const limited = registry.topic('points', { value: nested }, { codec })
  expect(await rejection(limited.decode(message))).toMatchObject({ code: 'DECODE' })
})

test('what changes no types is the topic’s to say: views of bytes', async () => {
  const { registry } = await wiredRegistry({ autoRegisterSchemas: true })
  const Blob = typedSchema<{ b: Uint8Array }>(
    '{"type":"record","name":"Blob","fields":[{"name":"b","type":"bytes"}]}',
  )
  const topic = registry.topic('blobs', { value: Blob }, { codec: { bytes: 'view' } })
  const { value } = await topic.encode({ value: { b: Uint8Array.of(1) } })
  const decoded = await topic.decode({ value })
  value?.fill(7, 6)
  expect(decoded.value?.b).toEqual(Uint8Array.of(7))
})

test('what is no type is refused', async () => {
  const { registry } = await wiredRegistry()
  for (const value of ['float', {}, { schema: 5 }, null, 5]) {
    const open = () => registry.topic('points', { value: value as 'string' })
    expect(open).toThrow(InvalidArgumentError)
  }
  const broken = () => registry.topic('points', { value: { schema: '{"type":"recor"}' } })
  expect(broken).toThrow(/recor/)
})
