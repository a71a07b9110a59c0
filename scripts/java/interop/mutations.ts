import { binaryToJson, DecodeError, parseSchema } from '@magicbyte/avro'
import { randomIntegers } from '../../../avro/test/random.ts'
import type { AvroPeer } from '../avro-peer.ts'
import { hexOf } from './hex-of.ts'
import { isSameJson } from './same-json.ts'
import { sampleSchemas } from './sample-schemas.ts'
import type { Tally } from './tally.ts'

/**
 * Messages that were damaged: what we read, Java reads as the same value. What only Java reads is
 * one of the things that we refuse on purpose.
 */
export async function compareMutations(peer: AvroPeer, tally: Tally): Promise<void> {
  const schemas = sampleSchemas(40)
  const below = randomIntegers(20_261_125)
  for (const [index, schema] of schemas.entries()) {
    const { root } = parseSchema(schema, { mode: 'existing' })
    for (const { bytes } of await peer.random({ schema, count: 25, seed: 1000 + index })) {
      const damaged = mutate(bytes, below)
      const ours = decoded(() => binaryToJson(root, damaged, { allowTrailing: true }))
      const java = await peer.decode({ schema, bytes: damaged }).then(
        ({ json }) => json,
        () => undefined,
      )
      const isAlike =
        ours instanceof DecodeError
          ? isOnPurpose(ours, java)
          : java !== undefined && isSameJson(ours, java)
      tally.count(isAlike, () => `${schema}: ${hexOf(damaged)} is ${java} in Java, ${ours} here`)
    }
  }
}

function decoded(run: () => string): string | DecodeError {
  try {
    return run()
  } catch (error) {
    if (error instanceof DecodeError) return error
    throw error
  }
}

/** What Java reads and we do not: see docs/differences.md, "Decoding". */
function isOnPurpose(error: DecodeError, java: string | undefined): boolean {
  return java === undefined || REFUSED.some((reason) => error.expected.startsWith(reason))
}

const REFUSED = [
  'a block that ends at',
  'a block size of at most',
  'an int of 32 bits',
  'a long of 64 bits',
]

function mutate(bytes: Uint8Array, below: (bound: number) => number): Uint8Array {
  const mutated = [...bytes]
  for (let changes = 1 + below(3); changes > 0; changes--) {
    const at = below(mutated.length + 1)
    switch (below(4)) {
      case 0:
        if (at < mutated.length) mutated[at]! ^= 1 << below(8)
        break
      case 1:
        mutated.splice(at, 0, below(256))
        break
      case 2:
        mutated.splice(at, 1)
        break
      default:
        mutated.splice(at, 0, ...mutated.slice(at, at + 1 + below(8)))
    }
  }
  return Uint8Array.from(mutated)
}
