import type { CodecOptions } from '../codec/codec-options.ts'
import type { Schema } from '../schema.ts'
import { type BlockValues, blockValues } from './block-values.ts'
import { ByteQueue } from './byte-queue.ts'
import {
  checkDecompressed,
  type Decompress,
  type DecompressSync,
  decompressFailure,
  decompressorOf,
} from './compression.ts'
import { readBlock } from './container-block.ts'
import { type ContainerContents, contentsOf } from './container-contents.ts'
import { containerError } from './container-error.ts'
import { readHeader } from './container-header.ts'
import {
  type ContainerLimitOptions,
  type ContainerLimits,
  containerLimitsOf,
} from './container-limits.ts'
import { meet, meetLater } from './demand.ts'

/** How a file is read. */
export interface ReadContainerOptions<How extends Decompress = Decompress> {
  /** The schema to read the values as; that of the file by default. */
  readonly readerSchema?: Schema
  /** What decompresses blocks, by the name of the codec. */
  readonly decompress?: Readonly<Record<string, How>>
  /** How values look, and what one of them may cost. */
  readonly options?: CodecOptions
  readonly limits?: ContainerLimitOptions | undefined
}

/** An object container file whose header was read. */
export interface Container<Value = unknown> extends ContainerContents {
  /**
   * The values, which can be gone through once; the source is closed when that ends, but is left
   * open if it never begins.
   * @throws ContainerError; UnknownCompressionError before the first value
   */
  readonly values: AsyncIterable<Value>
}

/** {@link Container} whose values are there without waiting. */
export interface ContainerSync<Value = unknown> extends ContainerContents {
  /**
   * The values, which can be gone through once; the source is closed when that ends, but is left
   * open if it never begins.
   * @throws ContainerError; UnknownCompressionError before the first value
   */
  readonly values: Iterable<Value>
}

/** Chunks of a file that are there without waiting, or all of it. */
export type ContainerSourceSync = Uint8Array | Iterable<Uint8Array>

/** Chunks of a file, or all of it. */
export type ContainerSource = ContainerSourceSync | AsyncIterable<Uint8Array>

/**
 * Reads an object container file (specification, "Object Container Files"). The header is read at
 * once, blocks when their values are asked for, so that one block is held at a time.
 * @throws ContainerError
 */
export async function readContainer<Value = unknown>(
  source: ContainerSource,
  options: ReadContainerOptions = {},
): Promise<Container<Value>> {
  const { queue, chunks } = openLater(source)
  const limits = containerLimitsOf(options.limits)
  try {
    const header = await meetLater(readHeader(queue, limits.maxHeaderBytes), chunks)
    const contents = contentsOf(header)
    return { ...contents, values: readLater<Value>(contents, queue, chunks, options, limits) }
  } catch (error) {
    await chunks.return?.()
    throw containerError(error, queue.offset)
  }
}

/** {@link readContainer} for what is there without waiting. */
export function readContainerSync<Value = unknown>(
  source: ContainerSourceSync,
  options: ReadContainerOptions<DecompressSync> = {},
): ContainerSync<Value> {
  const { queue, chunks } = open(source)
  const limits = containerLimitsOf(options.limits)
  try {
    const contents = contentsOf(meet(readHeader(queue, limits.maxHeaderBytes), chunks))
    return { ...contents, values: read<Value>(contents, queue, chunks, options, limits) }
  } catch (error) {
    chunks.return?.()
    throw containerError(error, queue.offset)
  }
}

async function* readLater<Value>(
  contents: ContainerContents,
  queue: ByteQueue,
  chunks: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
  options: ReadContainerOptions,
  { maxBlockBytes }: ContainerLimits,
): AsyncGenerator<Value> {
  const { codec, sync } = contents
  try {
    const decompress = decompressorOf(codec, options.decompress ?? {}, queue.offset)
    const valuesOf = valuesReader<Value>(contents, options)
    for (;;) {
      const block = await meetLater(readBlock(queue, sync, maxBlockBytes), chunks)
      if (!block) return
      let data: unknown = block.bytes
      if (decompress) {
        try {
          data = await decompress(block.bytes, maxBlockBytes)
        } catch (cause) {
          throw decompressFailure(cause, codec, block)
        }
      }
      yield* valuesOf(block, checkDecompressed(data, block, maxBlockBytes))
    }
  } catch (error) {
    throw containerError(error, queue.offset)
  } finally {
    await chunks.return?.()
  }
}

function* read<Value>(
  contents: ContainerContents,
  queue: ByteQueue,
  chunks: Iterator<Uint8Array>,
  options: ReadContainerOptions<DecompressSync>,
  { maxBlockBytes }: ContainerLimits,
): Generator<Value> {
  const { codec, sync } = contents
  try {
    const decompress = decompressorOf(codec, options.decompress ?? {}, queue.offset)
    const valuesOf = valuesReader<Value>(contents, options)
    for (;;) {
      const block = meet(readBlock(queue, sync, maxBlockBytes), chunks)
      if (!block) return
      let data: unknown = block.bytes
      if (decompress) {
        try {
          data = decompress(block.bytes, maxBlockBytes)
        } catch (cause) {
          throw decompressFailure(cause, codec, block)
        }
      }
      yield* valuesOf(block, checkDecompressed(data, block, maxBlockBytes))
    }
  } catch (error) {
    throw containerError(error, queue.offset)
  } finally {
    chunks.return?.()
  }
}

function valuesReader<Value>(
  { schema }: ContainerContents,
  { readerSchema = schema, options = {} }: ReadContainerOptions,
): BlockValues<Value> {
  return blockValues<Value>(schema, readerSchema, options)
}

interface Opened<Chunks> {
  readonly queue: ByteQueue
  readonly chunks: Chunks
}

function openLater(
  source: ContainerSource,
): Opened<AsyncIterator<Uint8Array> | Iterator<Uint8Array>> {
  // Bytes are an iterable as well, though not one of chunks.
  if (ArrayBuffer.isView(source) || !isAsync(source)) return open(source)
  return { queue: new ByteQueue(), chunks: source[Symbol.asyncIterator]() }
}

function open(source: ContainerSourceSync): Opened<Iterator<Uint8Array>> {
  if (source instanceof Uint8Array) {
    return { queue: new ByteQueue(source), chunks: [][Symbol.iterator]() }
  }
  if (typeof source === 'string' || typeof source?.[Symbol.iterator] !== 'function') {
    throw new TypeError('a container is read from a Uint8Array or from an iterable of such ones')
  }
  return { queue: new ByteQueue(), chunks: source[Symbol.iterator]() }
}

function isAsync(
  source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): source is AsyncIterable<Uint8Array> {
  return typeof source === 'object' && source !== null && Symbol.asyncIterator in source
}
