import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSchema } from '@magicbyte/avro'
import { transformSync } from 'esbuild'
import { generateCode } from '../../codegen/src/generate/generate.ts'
import { type Result, ROUNDS } from '../measure.ts'
import { orderSchema, orders } from '../serde/orders.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Processor time from the start of a process to the first order that was written and read, beyond
 * an empty Node: that of avsc by that of generated code.
 */
export function benchFirstUse(): Result {
  const folder = mkdtempSync(join(tmpdir(), 'magicbyte-bench-'))
  try {
    prepare(folder)
    const ratios: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const [empty, theirs, ours] = ['empty', 'avsc', 'generated'].map((name) =>
        cpuOf(folder, name),
      )
      ratios.push((theirs! - empty!) / (ours! - empty!))
    }
    return { what: 'first use after start: avsc / generated', ratios }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function prepare(folder: string): void {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const options = { long: 'number', logicalTypes: 'raw' } as const
  const { root } = parseSchema(orderSchema)
  const { files } = generateCode([{ file: 'order.avsc', text: orderSchema, root }], options)
  for (const [path, text] of files) {
    const file = join(folder, path.replace(/\.ts$/, '.js'))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, transformSync(text, { loader: 'ts' }).code)
  }
  const value = JSON.stringify(orders(1, 'number')[0])
  const schema = JSON.stringify(JSON.parse(orderSchema))
  const use = `codec.decode(codec.encode(${value}))`
  const scripts = {
    empty: '',
    avsc: `import avsc from 'avsc'
const type = avsc.Type.forSchema(${schema})
const codec = { encode: (value) => type.toBuffer(value), decode: (bytes) => type.fromBuffer(bytes) }
${use}`,
    generated: `import { OrderCodec as codec } from './magicbyte/bench/index.js'
${use}`,
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  for (const [name, script] of Object.entries(scripts)) {
    const end = '\nconst { user, system } = process.cpuUsage()\nconsole.log(user + system)'
    writeFileSync(join(folder, `${name}.js`), script + end)
  }
}

/** Microseconds of the whole process. */
function cpuOf(folder: string, name: string): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${name}.js`], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return Number(stdout)
}
