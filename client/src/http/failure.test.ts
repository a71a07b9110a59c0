import { expect, test } from 'vitest'
import { RegistryClient } from '../registry-client.ts'

test("control characters of a registry's message do not reach a terminal", async () => {
  const body = JSON.stringify({ error_code: 40401, message: 'gone \u001b[31mred\u0000\n\u009b2J' })
  const client = new RegistryClient({
    url: 'http://localhost',
    fetch: () => new Response(body, { status: 409 }),
  })
  const error = await client.listSubjects().catch((reason: Error) => reason)
  expect((error as Error).message).toContain('409 (40401) gone  [31mred 2J')
})
