import type { CodecOptions } from '../codec/codec-options.ts'
import type { Schema } from '../schema.ts'
import { schemaText } from '../schema-text.ts'
import { BlockWriter } from './block-writer.ts'
import { UNCOMPRESSED } from './compression.ts'
import { blockBytes } from './container-block.ts'
import { CODEC_KEY, SCHEMA_KEY } from './container-contents.ts'
import { headerBytes, SYNC_SIZE } from './container-header.ts'

/** Compresses the data of a block; `deflate` is raw RFC 1951. */
export type Compress = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>

/** {@link Compress} that is done when it returns. */
export type CompressSync = (bytes: Uint8Array) => Uint8Array

/** How a file is written. */
export interface WriteContainerOptions<How extends Compress = Compress> {
  /** The name of what `compress` does. Default `null`: data is left as it is. */
  readonly codec?: string
  readonly compress?: How
  /** The 16 bytes that end every block. Random by default. */
  readonly sync?: Uint8Array
  /** Bytes of values, before they are compressed, with which a block ends. Default 64,000. */
  readonly blockSize?: number
  /** More entries of the header; keys that begin with `avro.` are not free. */
  readonly metadata?: Readonly<Record<string, string | Uint8Array>>
  /** How values look. */
  readonly options?: CodecOptions
}

/**
 * Writes an object container file (specification, "Object Container Files"): the header first, then
 * a block whenever enough values have come, and what is left at the end.
 * @throws TypeError for options that do not go together; while it is gone through, EncodeError with
 * a path that begins with the index of the value
 */
export function writeContainer<Input = unknown>(
  schema: Schema,
  values: Iterable<Input> | AsyncIterable<Input>,
  options: WriteContainerOptions = {},
): AsyncGenerator<Uint8Array, void, void> {
  return writeLater(values, planOf(schema, options))
}

/** {@link writeContainer} for values and compression that take no waiting. */
export function writeContainerSync<Input = unknown>(
  schema: Schema,
  values: Iterable<Input>,
  options: WriteContainerOptions<CompressSync> = {},
): Generator<Uint8Array, void, void> {
  return write(values, planOf(schema, options))
}

interface Plan<How> {
  readonly header: Uint8Array
  readonly sync: Uint8Array
  readonly compress: How | undefined
  readonly block: BlockWriter
}

function planOf<How extends Compress>(
  schema: Schema,
  settings: WriteContainerOptions<How>,
): Plan<How> {
  const { codec = UNCOMPRESSED, compress, blockSize = DEFAULT_BLOCK_SIZE, options = {} } = settings
  if ((codec === UNCOMPRESSED) !== (compress === undefined)) {
    throw new TypeError(
      compress
        ? 'compressed blocks need a codec other than null'
        : `the codec ${JSON.stringify(codec)} needs a function that compresses`,
    )
  }
  if (!(blockSize > 0)) throw new TypeError('a block size has to be above 0')
  const sync = (settings.sync ?? randomBytes(SYNC_SIZE)).slice()
  if (sync.length !== SYNC_SIZE) throw new TypeError(`a sync marker has ${SYNC_SIZE} bytes`)
  const metadata = new Map([
    [SCHEMA_KEY, utf8(schemaText(schema))],
    [CODEC_KEY, utf8(codec)],
    ...ownEntries(settings.metadata ?? {}),
  ])
  const block = new BlockWriter(schema, options, blockSize)
  return { header: headerBytes({ metadata, sync }), sync, compress, block }
}

/** That of Avro Java. */
const DEFAULT_BLOCK_SIZE = 64_000

function ownEntries(metadata: Readonly<Record<string, string | Uint8Array>>) {
  return Object.entries(metadata).map(([key, value]): [string, Uint8Array] => {
    if (key.startsWith('avro.')) throw new TypeError(`the key ${JSON.stringify(key)} is not free`)
    return [key, typeof value === 'string' ? utf8(value) : value]
  })
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function randomBytes(size: number): Uint8Array {
  return globalThis.crypto.getRandomValues(new Uint8Array(size))
}

async function* writeLater<Input>(
  values: Iterable<Input> | AsyncIterable<Input>,
  { header, sync, compress, block }: Plan<Compress>,
): AsyncGenerator<Uint8Array, void, void> {
  yield header
  for await (const value of values) {
    if (!block.add(value)) continue
    const { count, bytes } = block.take()
    yield blockBytes(count, compress ? await compress(bytes) : bytes, sync)
  }
  if (block.count === 0) return
  const { count, bytes } = block.take()
  yield blockBytes(count, compress ? await compress(bytes) : bytes, sync)
}

function* write<Input>(
  values: Iterable<Input>,
  { header, sync, compress, block }: Plan<CompressSync>,
): Generator<Uint8Array, void, void> {
  yield header
  for (const value of values) {
    if (!block.add(value)) continue
    const { count, bytes } = block.take()
    yield blockBytes(count, compress ? compress(bytes) : bytes, sync)
  }
  if (block.count === 0) return
  const { count, bytes } = block.take()
  yield blockBytes(count, compress ? compress(bytes) : bytes, sync)
}
