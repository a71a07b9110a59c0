import {
  type CodecOptions,
  type Container,
  type ContainerSource,
  type ReadContainerOptions,
  readContainer as readAny,
  type Schema,
  type WriteContainerOptions,
  writeContainer as writeAny,
} from '@magicbyte/avro'

/**
 * Reads an object container file: codecs `null` and `deflate`, and others that are brought.
 * @throws ContainerError
 */
export async function readContainer<Value = unknown>(
  source: ContainerSource,
  options: ReadContainerOptions = {},
): Promise<Container<Value>> {
  return readAny<Value>(source, {
    ...options,
    decompress: { deflate: inflate, ...options.decompress },
  })
}

/** Writes an object container file, by default with codec `deflate`; gives it in chunks. */
export function writeContainer<Input = unknown>(
  schema: Schema,
  values: Iterable<Input> | AsyncIterable<Input>,
  options: WriteContainerOptions & { readonly options?: CodecOptions } = {},
): AsyncGenerator<Uint8Array, void, void> {
  const { codec = 'deflate' } = options
  const compress = codec === 'deflate' ? { compress: deflate } : {}
  return writeAny(schema, values, { ...compress, ...options, codec })
}

/** Compresses as the container codec `deflate` says: RFC 1951, without header and checksum. */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  return collect(through(bytes, new CompressionStream('deflate-raw')), Number.POSITIVE_INFINITY)
}

/**
 * The opposite of {@link deflate}, up to a number of bytes.
 * @throws RangeError if there are more
 */
export async function inflate(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  return collect(through(bytes, new DecompressionStream('deflate-raw')), maxBytes)
}

function through(
  bytes: Uint8Array,
  transform: CompressionStream | DecompressionStream,
): AsyncIterable<Uint8Array> {
  return new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(transform)
}

async function collect(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > maxBytes) throw new RangeError(`more than ${maxBytes} bytes after decompression`)
    parts.push(chunk)
  }
  const all = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
