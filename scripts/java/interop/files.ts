import { deflateRawSync, inflateRawSync } from 'node:zlib'
import {
  binaryToJson,
  createCodec,
  decodeSingleObject,
  encodeSingleObject,
  parseSchema,
  readContainerSync,
  writeContainerSync,
} from '@magicbyte/avro'
import type { AvroPeer } from '../avro-peer.ts'
import { hexOf } from './hex-of.ts'
import { sampleSchemas } from './sample-schemas.ts'
import type { Tally } from './tally.ts'

const RAW = { logicalTypes: 'raw' } as const

/** Container files and single objects, written by one side and read by the other. */
export async function compareFiles(peer: AvroPeer, tally: Tally): Promise<void> {
  for (const [index, schema] of sampleSchemas(30).entries()) {
    const { root } = parseSchema(schema, { mode: 'existing' })
    const codec = createCodec(root, RAW)
    const random = await peer.random({ schema, count: 60, seed: 2000 + index })
    // Java does not read the JSON that it writes of these.
    const data = random.filter(({ json }) => !/"(NaN|-?Infinity)"/.test(json))
    if (data.length === 0) continue
    const jsons = data.map(({ json }) => json)
    const jsonOf = (value: unknown) => binaryToJson(root, codec.encode(value))

    for (const compression of ['null', 'deflate']) {
      const theirs = await peer.containerWrite({ schema, jsons, codec: compression, perBlock: 7 })
      const { values } = readContainerSync(theirs, {
        options: RAW,
        decompress: { deflate: inflate },
      })
      const read = [...values].map(jsonOf)
      tally.count(isSame(read, jsons), () => `${schema}: ${compression} file of Java`)

      const chunks = writeContainerSync(
        root,
        data.map(({ bytes }) => codec.decode(bytes)),
        {
          codec: compression,
          blockSize: 500,
          options: RAW,
          ...(compression === 'deflate' && { compress: deflate }),
        },
      )
      const file = await peer.containerRead({ bytes: Buffer.concat([...chunks]) })
      tally.count(isSame(file.jsons, jsons), () => `${schema}: ${compression} file of ours`)
    }

    const object = await peer.singleObjectEncode({ schema, json: jsons[0]! })
    const value = decodeSingleObject(object, () => codec)
    tally.count(jsonOf(value) === jsons[0], () => `${schema}: single object of Java`)
    const own = encodeSingleObject(codec, value)
    tally.count(hexOf(own) === hexOf(object), () => `${schema}: single object of ours`)
  }
}

function inflate(bytes: Uint8Array, maxBytes: number): Uint8Array {
  return inflateRawSync(bytes, { maxOutputLength: maxBytes })
}

function deflate(bytes: Uint8Array): Uint8Array {
  return deflateRawSync(bytes)
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
