import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './command.ts'

/** Above this many times an empty start the check fails; the aim is 2. */
const LIMIT = 3
const RUNS = 11

/**
 * What importing the client costs a process that does nothing else: processor time of user and
 * system, the median of several runs.
 * @throws Error if it is more than 3 times that of a process which imports nothing
 */
export function checkStartCost(installed: string): string {
  const empty = join(installed, 'empty.mjs')
  const client = join(installed, 'client.mjs')
  const end = 'const { user, system } = process.cpuUsage()\nconsole.log(user + system)\n'
  writeFileSync(empty, end)
  writeFileSync(client, `import '@magicbyte/client'\n${end}`)
  const times = { empty: [] as number[], client: [] as number[] }
  for (let run = 0; run < RUNS; run++) {
    times.empty.push(Number(runCommand(installed, process.execPath, [empty])))
    times.client.push(Number(runCommand(installed, process.execPath, [client])))
  }
  const [emptyTime, clientTime] = [median(times.empty), median(times.client)]
  const ratio = clientTime / emptyTime
  const text = `${ms(clientTime)} instead of ${ms(emptyTime)}, ${ratio.toFixed(2)} times`
  if (!(ratio <= LIMIT)) throw new Error(`${text}, more than ${LIMIT}`)
  return text
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}

function ms(microseconds: number): string {
  return `${(microseconds / 1000).toFixed(1)} ms`
}
