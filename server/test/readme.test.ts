import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from './support/app.ts'
import { serve } from './support/process.ts'

/*
 * The blocks ```console of README.md hold commands, each behind a dollar sign, and below it what it
 * prints. A command goes on in the next line where a line ends with a backslash.
 */

const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8')

const ways = [
  ['curl', (args: readonly string[]) => runCurl(args)],
  ['fetch', (args: readonly string[]) => fetchAs(args)],
] as const

describe.each(ways)('the walk in README.md, with %s', (way, run) => {
  test('every answer is the one that is written there', async ({ skip }) => {
    skip(way === 'curl' && !(await hasCurl()), 'there is no curl')
    const { url } = await serve(['--database', join(temporaryFolder(), 'registry.db')])
    const steps = readWalk(readme)
    expect(steps.length).toBeGreaterThan(9)
    for (const { command, answer } of steps) {
      const args = splitWords(command.replace('localhost:8081', new URL(url).host)).slice(1)
      expect({ command, answer: withoutTimes(await run(args)) }).toEqual({
        command,
        answer: withoutTimes(answer),
      })
    }
  })
})

test('a command is split into words as a shell does it', () => {
  expect(splitWords(`curl -s host/a -d \\\n  '{"a": "\\"b c\\""}' 'x?y=z'`)).toEqual([
    'curl',
    '-s',
    'host/a',
    '-d',
    '{"a": "\\"b c\\""}',
    'x?y=z',
  ])
})

interface Step {
  readonly command: string
  readonly answer: string
}

function readWalk(markdown: string): Step[] {
  const blocks = [...markdown.matchAll(/^```console\n(.*?)^```$/gms)].map(([, block]) => block!)
  return blocks.flatMap((block) =>
    [...block.matchAll(/^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)/gm)].map(([, command, answer]) => ({
      command: command!,
      answer: answer!.trimEnd(),
    })),
  )
}

/** Words between blanks; within apostrophes everything stands for itself. */
function splitWords(command: string): string[] {
  const words = command.replaceAll('\\\n', ' ').match(/'[^']*'|[^\s']+/g) ?? []
  return words.map((word) => (word.startsWith("'") ? word.slice(1, -1) : word))
}

/** When a version was registered is another time here. */
function withoutTimes(text: string): string {
  return text.replace(/"ts":\d{13}\b/g, '"ts":0')
}

async function hasCurl(): Promise<boolean> {
  return promisify(execFile)('curl', ['--version']).then(
    () => true,
    () => false,
  )
}

async function runCurl(args: readonly string[]): Promise<string> {
  return (await promisify(execFile)('curl', [...args])).stdout
}

/** What curl would do with these arguments: as many of them as README.md uses. */
async function fetchAs(args: readonly string[]): Promise<string> {
  const rest = [...args]
  let address = ''
  let method = 'GET'
  let body: string | undefined
  const headers: [string, string][] = []
  while (rest.length > 0) {
    const word = rest.shift()!
    if (word === '-X') method = rest.shift()!
    else if (word === '-H') headers.push(rest.shift()!.split(/:\s*/, 2) as [string, string])
    else if (word === '-d') body = rest.shift()!
    else if (word !== '-s') address = word
  }
  if (body !== undefined && method === 'GET') method = 'POST'
  const response = await fetch(`http://${address}`, { method, headers, body: body ?? null })
  return response.text()
}
