import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSchema } from '@magicbyte/avro'
import { build } from 'esbuild'
import { generateCode } from '../../codegen/src/generate/generate.ts'
import type { Result } from '../measure.ts'
import { orderSchema } from '../serde/orders.ts'

/** Bytes that a codec may take with all that it needs. */
const MOST_OF_A_CODEC = 12_000
/** Bytes that an enum of a module with codecs may take. */
const MOST_OF_AN_ENUM = 200

const SMALL = JSON.stringify({
  type: 'record',
  name: 'Small',
  namespace: 'magicbyte.bench',
  fields: [
    { name: 'id', type: 'string' },
    { name: 'at', type: 'long' },
    { name: 'note', type: ['null', 'string'], default: null },
    { name: 'total', type: 'double' },
  ],
})

/** What a page loads for what it imports of generated code, minified, by what it may be. */
export async function benchBundleSize(): Promise<Result[]> {
  const sizes = [
    await sizeOf(SMALL, 'SmallCodec', MOST_OF_A_CODEC),
    await sizeOf(orderSchema, 'OrderCodec', MOST_OF_A_CODEC),
    await sizeOf(orderSchema, 'Status', MOST_OF_AN_ENUM),
  ]
  return sizes.map(({ name, bytes, most }) => ({
    what: `bundle of ${name}, ${bytes} bytes / ${most}`,
    ratios: [bytes / most],
  }))
}

async function sizeOf(
  text: string,
  name: string,
  most: number,
): Promise<{ readonly name: string; readonly bytes: number; readonly most: number }> {
  const { files } = generateCode([{ file: 'a.avsc', text, root: parseSchema(text).root }])
  const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url))
  const folder = mkdtempSync(join(modules, '.bench-'))
  try {
    const entry = join(folder, 'entry.ts')
    writeFileSync(entry, `export { ${name} } from './magicbyte/bench/index.ts'`)
    for (const [path, code] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), code)
    }
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'neutral',
      write: false,
    })
    return { name, bytes: outputFiles[0]!.contents.length, most }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
