import {
  binaryToJson,
  type CodecOptions,
  createCodec,
  jsonToBinary,
  parseSchema,
  type Schema,
} from '@magicbyte/avro'
import fc from 'fast-check'
import { arbitraryValue } from '../../../avro/test/arbitrary-schema.ts'
import type { AvroPeer } from '../avro-peer.ts'
import { hexOf } from './hex-of.ts'
import { sampleSchemas } from './sample-schemas.ts'
import type { Tally } from './tally.ts'

/** The values are compared, not their conversions: bytes may hold what no conversion gives. */
const RAW = { logicalTypes: 'raw' } as const

/** What Java writes we read and write again as the same bytes, and its JSON is ours. */
export async function compareJavasData(peer: AvroPeer, tally: Tally): Promise<void> {
  for (const [index, schema] of sampleSchemas(300).entries()) {
    const { root } = parseSchema(schema, { mode: 'existing' })
    const codec = createCodec(root, RAW)
    for (const { bytes, json } of await peer.random({ schema, count: 20, seed: index })) {
      const again = outcome(() => hexOf(codec.encode(codec.decode(bytes))))
      tally.count(again === hexOf(bytes), () => `${schema}: ${hexOf(bytes)} became ${again}`)
      const ours = outcome(() => binaryToJson(root, bytes))
      tally.count(
        ours === json,
        () => `${schema}: ${hexOf(bytes)} is ${json} in Java, ${ours} here`,
      )
      // By its JSON, in which Java loses the sign of a float's zero.
      const back = outcome(() => binaryToJson(root, jsonToBinary(root, json)))
      tally.count(back === json, () => `${schema}: ${json} became ${back}`)
    }
  }
}

/** What we write Java reads and writes again as the same bytes. */
export async function compareOurData(peer: AvroPeer, tally: Tally): Promise<void> {
  for (const schema of sampleSchemas(300)) {
    const { root } = parseSchema(schema, { mode: 'existing' })
    for (const bytes of sampleMessages(root)) {
      const java = await peer.decode({ schema, bytes }).then(
        (decoded) => hexOf(decoded.bytes),
        (error: unknown) => String(error),
      )
      tally.count(java === hexOf(bytes), () => `${schema}: ${hexOf(bytes)} is ${java} in Java`)
    }
  }
}

/** Values under the usual options; underlying ones where the generator does not know the types. */
function sampleMessages(schema: Schema): Uint8Array[] {
  try {
    return messagesOf(schema, {})
  } catch {
    return messagesOf(schema, RAW)
  }
}

function messagesOf(schema: Schema, options: CodecOptions): Uint8Array[] {
  const codec = createCodec(schema, options)
  const values = fc.sample(arbitraryValue(schema, options), { seed: 7, numRuns: 10 })
  return values.map((value) => codec.encode(value))
}

function outcome(run: () => string): string {
  try {
    return run()
  } catch (error) {
    return String(error)
  }
}
