import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type AvroCodec, createCodec, parseSchema } from '@magicbyte/avro'
import avsc from 'avsc'
import { transformSync } from 'esbuild'
import { generateCode } from '../../codegen/src/generate/generate.ts'
import { compareCpu, type Result } from '../measure.ts'
import { orderSchema, orders } from '../serde/orders.ts'
import { benchBundleSize } from './bundle-size.ts'
import { benchCommandLine } from './command-line.ts'
import { benchFirstUse } from './first-use.ts'

const OPTIONS = { long: 'number', logicalTypes: 'raw' } as const

/** How much more processor time avsc and the codec of the runtime take than generated code. */
export async function benchCodegen(): Promise<Result[]> {
  const { root } = parseSchema(orderSchema)
  const generated = await loadGenerated()
  const compiled = createCodec(root, OPTIONS)
  const theirs = avsc.Type.forSchema(JSON.parse(orderSchema))
  const values = orders(200, OPTIONS.long)
  const messages = values.map((value) => theirs.toBuffer(value))
  for (const [index, value] of values.entries()) {
    if (!messages[index]!.equals(generated.encode(value))) throw new Error('other bytes')
  }
  const times = 20_000
  const encode = (codec: (value: object) => unknown) => each(values, codec)
  const decode = (codec: (bytes: Buffer) => unknown) => each(messages, codec)
  return [
    compareCpu('encode: avsc / generated', {
      subject: encode((value) => theirs.toBuffer(value)),
      baseline: encode((value) => generated.encode(value)),
      times,
    }),
    compareCpu('decode: avsc / generated', {
      subject: decode((bytes) => theirs.fromBuffer(bytes)),
      baseline: decode((bytes) => generated.decode(bytes)),
      times,
    }),
    compareCpu('encode: codec of the runtime / generated', {
      subject: encode((value) => compiled.encode(value)),
      baseline: encode((value) => generated.encode(value)),
      times,
    }),
    compareCpu('decode: codec of the runtime / generated', {
      subject: decode((bytes) => compiled.decode(bytes)),
      baseline: decode((bytes) => generated.decode(bytes)),
      times,
    }),
    benchFirstUse(),
    ...(await benchBundleSize()),
    ...(await benchCommandLine()),
  ]
}

/** Calls a function with one item after the other, round and round. */
function each<Item>(items: readonly Item[], use: (item: Item) => unknown): () => unknown {
  let next = 0
  return () => use(items[next++ % items.length]!)
}

/** The generated modules, in a folder from which the packages can be imported. */
async function loadGenerated(): Promise<AvroCodec> {
  const { files } = generateCode(
    [{ file: 'order.avsc', text: orderSchema, root: parseSchema(orderSchema).root }],
    OPTIONS,
  )
  const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url))
  const folder = mkdtempSync(join(modules, '.bench-'))
  try {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    for (const [path, text] of files) {
      const location = join(folder, path.replace(/\.ts$/, '.js'))
      mkdirSync(dirname(location), { recursive: true })
      writeFileSync(location, transformSync(text, { loader: 'ts', target: 'es2022' }).code)
    }
    const module = pathToFileURL(join(folder, 'magicbyte/bench/index.js')).href
    const { OrderCodec }: { OrderCodec: AvroCodec } = await import(module)
    return OrderCodec
  } finally {
    rmSync(folder, { recursive: true })
  }
}
