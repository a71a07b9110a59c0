import { inspect } from 'node:util'
import { type AvroCodec, type Codec, createCodec, type Schema } from '@magicbyte/avro'
import { ByteWriter } from '@magicbyte/avro/runtime'
import { generateCode } from '../src/generate/generate.ts'
import type { GenerateInput, GenerateOptions } from '../src/generate/generate-options.ts'
import { codecOptions } from '../src/generate/value-options.ts'
import { loadGenerated } from './generated-code.ts'

/** What became of encoding or decoding, to its last detail and in a form that can be compared. */
export function outcomeOf(action: () => unknown): string {
  try {
    return show(action())
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const { name, message } = error
    return show({ name, message, offset: 'offset' in error ? error.offset : undefined })
  }
}

function show(value: unknown): string {
  // Of a longer Buffer only the beginning would be shown.
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString('hex')}`
  return inspect(value, { depth: null, maxArrayLength: null, maxStringLength: null })
}

/** The generated codec of an input's root, and the one that the runtime makes of it. */
export function codecsOf(
  input: GenerateInput,
  options: GenerateOptions = {},
): { readonly generated: AvroCodec; readonly compiled: Codec } {
  const { files } = generateCode([input], options)
  for (const path of files.keys()) {
    if (!/.+\/index\.ts$/.test(path)) continue
    for (const value of Object.values(loadGenerated(files, path))) {
      if (isCodecOf(value, input.root)) {
        return { generated: value, compiled: createCodec(input.root, codecOptions(options)) }
      }
    }
  }
  throw new Error(`no codec was generated for ${input.file}`)
}

function isCodecOf(value: unknown, root: Schema): value is AvroCodec {
  const name = 'fullName' in root ? root.fullName : root.type
  return typeof value === 'object' && value !== null && 'name' in value && value.name === name
}

/** Numbers from 0 to below a bound. */
export type Choose = (bound: number) => number

/** Numbers that are the same for the same seed. */
export function chooser(seed: number): Choose {
  let state = seed | 0
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
  }
}

/** The bytes of some value of a schema. */
export function someBytes(schema: Schema, choose: Choose): Uint8Array {
  const output = new ByteWriter()
  writeSome(schema, choose, { output, left: 400 }, 0)
  return output.bytes.slice(0, output.position)
}

interface Budget {
  readonly output: ByteWriter
  /** How many more nodes there may be. */
  left: number
}

function writeSome(schema: Schema, choose: Choose, budget: Budget, depth: number): void {
  const { output } = budget
  // Of a type without an end there are no values.
  if (depth > 40 || budget.left-- < 0) return
  switch (schema.type) {
    case 'null':
      break
    case 'boolean':
      output.writeBoolean(choose(2) === 1)
      break
    case 'int':
      output.writeInt([0, 1, -1, 300, 86_399_999, 2 ** 31 - 1, -(2 ** 31)][choose(7)]!)
      break
    case 'long':
      output.writeLong([0n, -1n, 70_000n, 2n ** 53n - 1n, 1_764_102_000_000n][choose(5)]!)
      break
    case 'float':
    case 'double': {
      const value = [0, -0, 1.5, Number.NaN, Number.NEGATIVE_INFINITY][choose(5)]!
      if (schema.type === 'float') output.writeFloat(value)
      else output.writeDouble(value)
      break
    }
    case 'string':
      output.writeString(TEXTS[choose(TEXTS.length)]!)
      break
    case 'bytes': {
      const isScaled = schema.props.get('logicalType')
      const bytes = [Uint8Array.of(1), Uint8Array.of(0xff, 0x10), Uint8Array.of(2, 7, 4)]
      output.writeBytes(bytes[isScaled ? 2 : choose(3)]!)
      break
    }
    case 'fixed':
      output.writeRaw(Uint8Array.from({ length: schema.size }, () => choose(256)))
      break
    case 'enum':
      output.writeInt(choose(schema.symbols.length))
      break
    case 'array':
    case 'map': {
      const count = depth > 5 ? 0 : choose(3)
      if (count > 0) output.writeInt(count)
      for (let index = 0; index < count; index++) {
        if (schema.type === 'map') output.writeString(TEXTS[choose(TEXTS.length)]!)
        writeSome(schema.type === 'map' ? schema.values : schema.items, choose, budget, depth + 1)
      }
      output.writeByte(0)
      break
    }
    case 'union': {
      if (schema.branches.length === 0) break
      const simple = schema.branches.findIndex(({ type }) => type !== 'record')
      const index = depth > 5 && simple >= 0 ? simple : choose(schema.branches.length)
      output.writeInt(index)
      writeSome(schema.branches[index]!, choose, budget, depth + 1)
      break
    }
    case 'record':
      for (const { type } of schema.fields) writeSome(type, choose, budget, depth + 1)
  }
}

const TEXTS = [
  '',
  'a',
  '__proto__',
  'constructor',
  'zürich',
  '0f8fad5b-d9cb-469f-a165-70867728950e',
  'a text of more than thirty-two characters, which takes another path',
]

/** Whether two codecs give the same for the bytes of some values and for what is made of them. */
export function findDisagreement(
  { generated, compiled }: { readonly generated: AvroCodec; readonly compiled: Codec },
  schema: Schema,
  choose: Choose,
): { readonly ours: string; readonly theirs: string } | undefined {
  const bytes = someBytes(schema, choose)
  const broken = spoilBytes(bytes, choose)
  for (const given of [bytes, broken]) {
    const ours = outcomeOf(() => generated.decode(given))
    const theirs = outcomeOf(() => compiled.decode(given))
    if (ours !== theirs) return { ours, theirs }
  }
  const value = decodedOr(() => compiled.decode(bytes), {})
  for (const given of [value, spoil(value, choose), spoil(value, choose)]) {
    const ours = outcomeOf(() => generated.encode(given))
    const theirs = outcomeOf(() => compiled.encode(given))
    if (ours !== theirs) return { ours, theirs }
  }
  return undefined
}

/** What is decoded; something else where nothing can be. */
export function decodedOr(decode: () => unknown, otherwise: unknown): unknown {
  try {
    return decode()
  } catch {
    return otherwise
  }
}

/** A value with something in it replaced, removed or added. */
export function spoil(value: unknown, choose: Choose): unknown {
  if (
    typeof value !== 'object' ||
    value === null ||
    value instanceof Uint8Array ||
    choose(4) === 0
  ) {
    return JUNK[choose(JUNK.length)]
  }
  if (value instanceof Date) return new Date(Number.NaN)
  if (Array.isArray(value)) {
    if (value.length === 0) return [JUNK[choose(JUNK.length)]]
    const at = choose(value.length)
    return value.map((item, index) => (index === at ? spoil(item, choose) : item))
  }
  const entries = Object.entries(value)
  const at = choose(entries.length + 1)
  const entry = entries[at]
  if (!entry) return { ...value, [TEXTS[choose(TEXTS.length)]!]: JUNK[choose(JUNK.length)] }
  if (choose(3) === 0) return Object.fromEntries(entries.filter((_, index) => index !== at))
  return Object.fromEntries(
    entries.map(([key, item]) => [key, key === entry[0] ? spoil(item, choose) : item]),
  )
}

const JUNK = [
  null,
  undefined,
  true,
  0,
  1.5,
  2 ** 40,
  2 ** 60,
  3e300,
  5n,
  2n ** 70n,
  '',
  'x',
  '12.34',
  '2024-01-02',
  '9007199254740993',
  [],
  [1],
  {},
  { $type: 'int', value: 5 },
  { $type: 'nope' },
  { $type: 5 },
  { value: 1 },
  { int: 5 },
  { string: 'x' },
  new Map(),
  new Date(0),
  Uint8Array.of(1),
  new Uint8Array(16),
  Symbol.iterator,
  () => 1,
]

/** Bytes with one of them changed, cut off, or one more. */
export function spoilBytes(bytes: Uint8Array, choose: Choose): Uint8Array {
  const at = choose(bytes.length + 1)
  switch (choose(3)) {
    case 0:
      return bytes.slice(0, at)
    case 1:
      return Uint8Array.of(...bytes, choose(256))
    default:
      return bytes.map((byte, index) => (index === at ? choose(256) : byte))
  }
}
