import { isDeepStrictEqual } from 'node:util'
import { ROUNDS } from '../measure.ts'
import type { Prepared } from './contestant.ts'
import { contestants } from './contestants.ts'

/*
 * Measures one contestant in a process of its own: node measure-contestant.ts NAME URL
 * Prints the ratios of all rounds: processor time of avsc by that of the contestant.
 */
const SIDES: readonly ('subject' | 'baseline')[] = ['subject', 'baseline']

const [name, url] = process.argv.slice(2)
const prepared = await contestants.find((one) => one.name === name)!.prepare(url!)
await checkBytes(prepared)
const results: Record<string, number[]> = {}
if (prepared.encode) {
  results.encode = await rounds(prepared, prepared.encode, prepared.baseline.encode, 'values')
}
if (prepared.decode) {
  results.decode = await rounds(prepared, prepared.decode, prepared.baseline.decode, 'messages')
}
console.log(JSON.stringify(results))
process.exit()

async function checkBytes({ encode, payload, messages }: Prepared): Promise<void> {
  for (const [i, value] of payload.values.entries()) {
    const bytes = encode ? await encode(value) : messages[i]
    if (
      !isDeepStrictEqual(Buffer.from(bytes as Uint8Array).subarray(5), messages[i]!.subarray(5))
    ) {
      throw new Error(`other bytes than avsc for value ${i}`)
    }
  }
}

async function rounds<Item>(
  { payload, messages, isAsync = false }: Prepared,
  subject: (item: never) => unknown,
  baseline: (item: never) => unknown,
  of: 'values' | 'messages',
): Promise<number[]> {
  const items = (of === 'values' ? payload.values : messages) as readonly Item[]
  const ratios: number[] = []
  const cpu = (work: (item: never) => unknown, awaits: boolean) =>
    cpuOf(work as (item: Item) => unknown, items, payload.times, awaits)
  for (let round = 0; round <= ROUNDS; round++) {
    const times = { subject: 0, baseline: 0 }
    for (const side of round % 2 === 0 ? SIDES : SIDES.toReversed()) {
      times[side] = await (side === 'subject' ? cpu(subject, isAsync) : cpu(baseline, false))
    }
    if (round > 0) ratios.push(times.baseline / times.subject)
  }
  return ratios
}

async function cpuOf<Item>(
  work: (item: Item) => unknown,
  items: readonly Item[],
  times: number,
  isAsync: boolean,
): Promise<number> {
  const start = process.cpuUsage()
  if (isAsync) for (let i = 0; i < times; i++) await work(items[i % items.length]!)
  else for (let i = 0; i < times; i++) work(items[i % items.length]!)
  const { user, system } = process.cpuUsage(start)
  return user + system
}
