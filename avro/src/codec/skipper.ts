import type { RecordSchema, Schema } from '../schema.ts'
import { readBlockCount } from './blocks.ts'
import type { ByteReader } from './byte-reader.ts'
import { enumReader } from './decoder.ts'
import { minimumSize } from './minimum-size.ts'
import { indexedReader } from './union-reader.ts'

/** Passes over a value, or throws a {@link Failure}. */
export type Skip = (input: ByteReader) => void

/** Skippers of records; forwarding ones while they are being compiled. */
export type KnownSkippers = Map<RecordSchema, Skip>

/** Compiles a schema to a function that passes over its values. */
export function compileSkipper(schema: Schema, known: KnownSkippers = new Map()): Skip {
  switch (schema.type) {
    case 'null':
      return () => undefined
    case 'boolean':
      return (input) => void input.advance(1)
    case 'int':
      return (input) => void input.readInt()
    case 'enum':
      return enumReader(schema)
    case 'long':
      return (input) => input.skipLong()
    case 'float':
      return (input) => void input.advance(4)
    case 'double':
      return (input) => void input.advance(8)
    case 'string':
    case 'bytes':
      return (input) => void input.advance(input.readLength())
    case 'fixed':
      return (input) => void input.advance(schema.size)
    case 'array':
      return blockSkipper(compileSkipper(schema.items, known), minimumSize(schema.items))
    case 'map':
      return blockSkipper(
        entrySkipper(compileSkipper(schema.values, known)),
        1 + minimumSize(schema.values),
      )
    case 'union':
      return indexedReader(schema.branches.map((branch) => compileSkipper(branch, known)))
    case 'record':
      return recordSkipper(schema, known)
  }
}

/** A block that says where it ends is passed over at once. */
function blockSkipper(skip: Skip, itemSize: number): Skip {
  return (input) => {
    for (;;) {
      let count = readBlockCount(input, itemSize)
      if (count === 0) return
      if (input.blockEnd >= 0) input.position = input.blockEnd
      else for (; count > 0; count--) skip(input)
    }
  }
}

function entrySkipper(skip: Skip): Skip {
  return (input) => {
    input.advance(input.readLength())
    skip(input)
  }
}

function recordSkipper(record: RecordSchema, known: KnownSkippers): Skip {
  // Then all its parts take no bytes, always; of such there may be more than there is time.
  if (minimumSize(record) === 0) return () => undefined
  const own = known.get(record)
  if (own) return own
  let skip: Skip
  known.set(record, (input) => {
    input.enter()
    skip(input)
    input.leave()
  })
  const skips = record.fields.map(({ type }) => compileSkipper(type, known))
  skip = (input) => {
    for (const each of skips) each(input)
  }
  known.set(record, skip)
  return skip
}
