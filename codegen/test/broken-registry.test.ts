import { expect, test } from 'vitest'
import { projectFolder, record } from './project-folder.ts'

const commands: readonly (readonly string[])[] = [
  ['push'],
  ['push', '--dry-run'],
  ['pull', 'orders-value'],
  ['pull', 'orders-*'],
  ['compat', '--against', 'registry'],
  ['compat', '--against', 'registry', '--remote'],
  ['plan'],
  ['apply', '--yes'],
  ['registry', 'subjects'],
  ['registry', 'get', 'orders-value'],
  ['registry', 'versions', 'orders-value'],
  ['registry', 'check', 'orders-value', 'schemas/orders.avsc'],
  ['registry', 'delete', 'orders-value', '--yes'],
  ['encode', '--subject', 'orders-value', '--data', '{}'],
  ['decode', '--data', '000000000100'],
  ['doctor'],
]

/** What is shown as it is. */
const shown: readonly (readonly string[])[] = [
  ['registry', 'config'],
  ['registry', 'mode', 'orders-value'],
]

const answers: readonly [string, string][] = [
  ['no JSON', '<html>'],
  ['null', 'null'],
  ['a text', '"orders"'],
  ['another object', '{"hello":1}'],
  ['members of other types', '{"id":"x","version":null,"schema":5,"subject":[],"references":7}'],
]

function cases(lines: readonly (readonly string[])[]) {
  return lines.flatMap((argv) =>
    answers.map(([what, body]) => ({ command: argv.join(' '), argv, what, body })),
  )
}

test.each(cases(commands))('$command ends with 2 where the answer is $what', async (given) => {
  const { code, stderr } = await runWith(given)
  expect([code, stderr]).toEqual([2, expect.not.stringContaining('unexpected')])
})

test.each(cases(shown))('$command copes with an answer that is $what', async (given) => {
  const { code, stdout, stderr } = await runWith(given)
  expect([0, 2]).toContain(code)
  expect(stdout === '').toBe(code === 2)
  expect(stderr).not.toContain('unexpected')
})

async function runWith({ argv, body }: { argv: readonly string[]; body: string }) {
  const files = {
    'schemas/orders.avsc': record('shop.Order', { id: 'string' }),
    'magicbyte.state.json': { subjects: { 'orders-value': { schema: 'schemas/orders.avsc' } } },
  }
  const io = {
    env: { SCHEMA_REGISTRY_URL: 'http://localhost:8081' },
    fetch: async () => new Response(body, { headers: { 'content-type': 'application/json' } }),
  }
  return await projectFolder(files, io).run(...argv)
}
