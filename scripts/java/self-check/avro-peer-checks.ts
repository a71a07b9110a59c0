import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AvroPeer, AvroPeerError, startAvroPeer } from '../avro-peer.ts'

/** Avro for Java by its name and what must hold. */
export const avroPeerChecks: readonly [name: string, check: () => Promise<void>][] = [
  ['encodes and decodes the example of the specification', withPeer(checkExample)],
  ['reads as another schema and keeps the order of maps', withPeer(checkResolution)],
  ['parses schemas with references', withPeer(checkParse)],
  ['tells incompatible schemas', withPeer(checkCompatibility)],
  ['makes random data that it reads back, the same for a seed', withPeer(checkRandom)],
  ['writes and reads container files with every codec', withPeer(checkContainers)],
  ['writes and reads single objects', withPeer(checkSingleObjects)],
  ['reads IDL', withPeer(checkIdl)],
  ['survives data that asks for much memory, time or depth', withPeer(checkHostileData)],
]

function withPeer(check: (peer: AvroPeer) => Promise<void>): () => Promise<void> {
  return async () => {
    const peer = await startAvroPeer()
    try {
      await check(peer)
    } finally {
      await peer.close()
    }
  }
}

const test = JSON.stringify({
  type: 'record',
  name: 'test',
  fields: [
    { name: 'a', type: 'long' },
    { name: 'b', type: 'string' },
  ],
})
const testBytes = bytesOf('3606666f6f')
const testJson = '{"a":27,"b":"foo"}'

async function checkExample(peer: AvroPeer): Promise<void> {
  deepEqual(await peer.encode({ schema: test, json: testJson }), testBytes)
  const decoded = await peer.decode({ schema: test, bytes: bytesOf('3606666f6fff') })
  deepEqual(decoded, { json: testJson, bytes: testBytes, consumed: 5 })
  await rejects(peer.decode({ schema: test, bytes: bytesOf('3606666f') }), AvroPeerError)
}

async function checkResolution(peer: AvroPeer): Promise<void> {
  const schema = '{"type":"map","values":"int"}'
  const reader = '{"type":"map","values":["null","double"]}'
  const bytes = await peer.encode({ schema, json: '{"z":1,"a":2,"m":3}' })
  const { json } = await peer.decode({ schema, reader, bytes })
  equal(json, '{"z":{"double":1.0},"a":{"double":2.0},"m":{"double":3.0}}')
  deepEqual((await peer.decode({ schema, bytes })).bytes, bytes)
}

async function checkParse(peer: AvroPeer): Promise<void> {
  const references = ['{"type":"enum","name":"n.E","symbols":["A"],"doc":"d"}']
  const { canonical } = await peer.parse({
    schema: '{"type":"array","items":"n.E"}',
    references,
  })
  equal(canonical, '{"type":"array","items":{"name":"n.E","type":"enum","symbols":["A"]}}')
  equal((await peer.parse({ schema: '"int"' })).fingerprint, '7275d51a3f395c8f')
  await rejects(peer.parse({ schema: '"n.E"' }), AvroPeerError)
  await rejects(peer.parse({ schema: '{"type":"integer"}' }), AvroPeerError)
}

async function checkCompatibility(peer: AvroPeer): Promise<void> {
  deepEqual(await peer.compatibility({ schema: '"int"', reader: '"long"' }), [])
  const [found] = await peer.compatibility({ schema: '"long"', reader: '"int"' })
  equal(found?.type, 'TYPE_MISMATCH')
}

async function checkRandom(peer: AvroPeer): Promise<void> {
  const schema = JSON.stringify({
    type: 'record',
    name: 'Node',
    fields: [
      ...['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string'].map((type) => ({
        name: `${type}Field`,
        type,
      })),
      { name: 'fixedField', type: { type: 'fixed', name: 'F', size: 3 } },
      { name: 'enumField', type: { type: 'enum', name: 'E', symbols: ['A', 'B'] } },
      { name: 'amount', type: { type: 'bytes', logicalType: 'decimal', precision: 9, scale: 2 } },
      { name: 'next', type: ['null', 'Node', { type: 'map', values: ['null', 'long', 'Node'] }] },
      { name: 'children', type: { type: 'array', items: ['string', 'Node'] } },
    ],
  })
  const data = await peer.random({ schema, count: 200, seed: 7 })
  deepEqual(await peer.random({ schema, count: 200, seed: 7 }), data)
  equal(data.length, 200)
  const decoded = await Promise.all(data.map(({ bytes }) => peer.decode({ schema, bytes })))
  deepEqual(
    decoded.map(({ json, bytes }) => ({ json, bytes })),
    data,
  )
}

async function checkContainers(peer: AvroPeer): Promise<void> {
  const jsons = Array.from({ length: 5 }, (_, a) => `{"a":${a},"b":"${'x'.repeat(a)}"}`)
  for (const codec of ['null', 'deflate', 'bzip2', 'zstandard', 'snappy']) {
    const bytes = await peer.containerWrite({ schema: test, jsons, codec, perBlock: 2 })
    const container = await peer.containerRead({ bytes })
    deepEqual(container.jsons, jsons)
    equal(container.codec, codec)
    const reader = test.replace('"long"', '"double"')
    deepEqual((await peer.containerRead({ bytes, reader })).jsons[1], '{"a":1.0,"b":"x"}')
  }
}

async function checkSingleObjects(peer: AvroPeer): Promise<void> {
  const bytes = await peer.singleObjectEncode({ schema: test, json: testJson })
  deepEqual(bytes.subarray(0, 2), bytesOf('c301'))
  deepEqual(bytes.subarray(10), testBytes)
  equal(await peer.singleObjectDecode({ schema: test, bytes }), testJson)
}

async function checkIdl(peer: AvroPeer): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'magicbyte-idl-'))
  try {
    const file = join(folder, 'test.avdl')
    writeFileSync(file, 'namespace n;\nschema R;\nrecord R { long a = 1; }\n')
    const { schema, namedSchemas } = await peer.parseIdl({ file })
    equal(namedSchemas.length, 1)
    deepEqual(JSON.parse(schema ?? ''), {
      type: 'record',
      name: 'R',
      namespace: 'n',
      fields: [{ name: 'a', type: 'long', default: 1 }],
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function checkHostileData(peer: AvroPeer): Promise<void> {
  const arrayOf = (items: unknown) => JSON.stringify({ type: 'array', items })
  const emptyRecord = { type: 'record', name: 'Empty', fields: [] }
  const list = { type: 'record', name: 'L', fields: [{ name: 'next', type: ['null', 'L'] }] }
  const skipped = {
    type: 'record',
    name: 'S',
    fields: [{ name: 'items', type: { type: 'array', items: emptyRecord } }],
  }
  const hugeCount = bytesOf('feffffffffffffffff01')
  const hostile: [schema: string, bytes: Uint8Array, reader?: string][] = [
    [arrayOf('null'), hugeCount],
    [arrayOf(emptyRecord), hugeCount],
    [JSON.stringify(skipped), hugeCount, JSON.stringify({ ...skipped, fields: [] })],
    ['"string"', hugeCount],
    ['"bytes"', bytesOf('fcffffff0f')],
    [JSON.stringify({ type: 'fixed', name: 'F', size: 2_000_000_000 }), bytesOf('')],
    [JSON.stringify(list), new Uint8Array(1_000_000).fill(2)],
  ]
  const answers = await Promise.allSettled(
    hostile.map(([schema, bytes, reader = schema]) => peer.decode({ schema, bytes, reader })),
  )
  for (const answer of answers) {
    ok(answer.status === 'rejected' && answer.reason instanceof AvroPeerError, `${answer.status}`)
  }
  await rejects(peer.parse({ schema: '['.repeat(1_000_000) }), AvroPeerError)
  deepEqual((await peer.decode({ schema: test, bytes: testBytes })).json, testJson)
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'))
}
