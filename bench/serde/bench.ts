import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createCodec, parseSchema } from '@magicbyte/avro'
import avro from 'avsc'
import { startTemporaryServer } from '../../scripts/temporary-server.ts'
import { compareCpu, type Result } from '../measure.ts'
import { contestants } from './contestants.ts'
import { orderSchema } from './orders.ts'

/** Processor time of raw avsc with the prefix, divided by that of a client: above 1 is faster. */
export async function benchSerde(): Promise<Result[]> {
  const hasPeers = existsSync(join(import.meta.dirname, 'peers', 'node_modules'))
  const measured = contestants.filter(({ name }) => hasPeers || name.startsWith('ours'))
  const server = await startTemporaryServer()
  try {
    const results: Result[] = []
    for (const { name } of measured) results.push(...(await measure(name, server.url)))
    return [...results, compilation()]
  } finally {
    await server.stop()
  }
}

/** Not `execFileSync`: the registry is in this process. */
const run = promisify(execFile)

async function measure(name: string, url: string): Promise<Result[]> {
  const script = join(import.meta.dirname, 'measure-contestant.ts')
  const { stdout } = await run(process.execPath, [...process.execArgv, script, name, url])
  const results = JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Record<string, number[]>
  return Object.entries(results).map(([what, ratios]) => ({ what: `${name}: ${what}`, ratios }))
}

/** From the text of a schema to the first value written and read. */
function compilation(): Result {
  const options = { long: 'number', logicalTypes: 'raw' } as const
  return compareCpu('avsc / ours: compile a schema', {
    subject: () => avro.Type.forSchema(JSON.parse(orderSchema)),
    baseline: () => createCodec(parseSchema(orderSchema, { mode: 'existing' }).root, options),
    times: 500,
  })
}
