import { describe, expect, test } from 'vitest'
import { startPlainRegistry } from './plain-registry.ts'
import { projectFolder, record } from './project-folder.ts'

const line = record('shop.Line', { article: 'string' })
const longer = record('shop.Line', {
  article: 'string',
  count: { field: { type: 'int', default: 1 } },
})
const other = record('shop.Line', { article: 'int' })
const files = {
  'schemas/line.avsc': line,
  'schemas/order.avsc': record('shop.Order', { lines: { type: 'array', items: 'Line' } }),
}

async function openShop() {
  const { url, missed } = await startPlainRegistry()
  const env = { SCHEMA_REGISTRY_URL: url }
  return { shop: projectFolder(files, { env }), env, missed }
}

describe('a registry that answers no more than it has to is enough', () => {
  test('for push', async () => {
    const { shop, missed } = await openShop()
    const dry = await shop.run('push', '-q', '--dry-run')
    expect(dry).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('line-value would be new'),
    })
    const pushed =
      'line-value v1 (id 1) new: schemas/line.avsc\norder-value v1 (id 2) new: schemas/order.avsc\n'
    expect(await shop.run('push', '-q')).toEqual({ code: 0, stdout: pushed, stderr: '' })
    const again = await shop.run('push', '-q', '--normalize')
    expect(again.stdout).toBe(pushed.replaceAll('new:', 'existing:'))
    shop.write({ 'schemas/line.avsc': other })
    expect(await shop.run('push', '-q')).toMatchObject({
      code: 100,
      stdout: expect.stringContaining('schemas/line.avsc:1:'),
    })
    expect(missed).toEqual([])
  })

  test('for compat', async () => {
    const { shop, missed } = await openShop()
    await shop.run('push', '-q')
    for (const [schema, code] of [
      [longer, 0],
      [other, 100],
    ] as const) {
      shop.write({ 'schemas/line.avsc': schema })
      const here = await shop.run('compat', '--against', 'registry', 'schemas/line.avsc')
      const there = await shop.run(
        'compat',
        '--against',
        'registry',
        '--remote',
        'schemas/line.avsc',
      )
      expect([here.code, there.code]).toEqual([code, code])
      expect(there.stdout.includes('schemas/line.avsc:1:')).toBe(code === 100)
    }
    expect(missed).toEqual([])
  })

  test('for pull, with references and the lock file', async () => {
    const { shop, env, missed } = await openShop()
    await shop.run('push', '-q')
    const reader = projectFolder({}, { env })
    expect((await reader.run('pull', 'order-*', '-q')).stdout.split('\n').sort()).toEqual([
      '',
      'line-value v1 (id 1) written: schemas/line-value@1.avsc',
      'order-value v1 (id 2) written: schemas/order-value.avsc',
    ])
    expect(await reader.run('validate')).toMatchObject({ code: 0 })
    expect(await reader.run('pull', '--frozen')).toMatchObject({ code: 0, stdout: '' })
    expect((await reader.run('push', '-q')).stdout).toContain('order-value v1 (id 2) existing')
    expect(missed).toEqual([])
  })

  test('for plan and apply', async () => {
    const { shop, missed } = await openShop()
    shop.write({
      'magicbyte.state.json': {
        scope: ['line-', 'order-'],
        compatibility: 'FULL',
        subjects: {
          'line-value': { schema: 'schemas/line.avsc', compatibility: 'BACKWARD' },
          'order-value': { schema: 'schemas/order.avsc' },
        },
      },
    })
    expect((await shop.run('plan', '-q', '-o', 'plan.json')).code).toBe(0)
    expect(await shop.run('apply', 'plan.json')).toMatchObject({
      code: 0,
      stderr: '4 of 4 things were done now\n',
    })
    expect(await shop.run('plan', '--detailed-exitcode')).toMatchObject({ code: 0, stdout: '' })
    expect(missed).toEqual([])
  })

  test('for messages', async () => {
    const { shop, missed } = await openShop()
    await shop.run('push', '-q')
    const json = '{"lines":[{"article":"tea"}]}'
    const encoded = await shop.run('encode', '-q', '--subject', 'order-value', '--data', json)
    const decoded = await shop.run('decode', '--data', encoded.stdout)
    expect(decoded).toMatchObject({ code: 0, stdout: `${json}\n` })
    expect(missed).toEqual([])
  })
})

const registered = '"name":"Line","namespace":"shop"'

test.each<[string, number, string]>([
  ['subjects', 0, 'line-value\norder-value\n'],
  ['subjects --prefix order', 0, 'order-value\n'],
  ['versions order-value', 0, '1\n'],
  ['get line-value', 0, registered],
  ['get line-value@1', 0, registered],
  ['get id:1', 0, registered],
  ['get order-value --references', 0, '"references"'],
  ['get nobody', 1, 'nobody'],
  ['config', 0, 'compatibilityLevel BACKWARD\n'],
  ['config line-value compatibility=FULL', 0, 'compatibility FULL\n'],
  ['config line-value --effective', 0, 'BACKWARD\n'],
  ['mode', 0, 'mode READWRITE\n'],
  ['mode line-value READONLY', 0, 'mode READONLY\n'],
  ['check line-value schemas/line.avsc', 0, ''],
  ['delete order-value --yes', 0, '1'],
])('registry %s', async (words, code, output) => {
  const { shop, missed } = await openShop()
  await shop.run('push', '-q')
  const result = await shop.run('registry', ...words.split(' '))
  expect([result.code, result.stdout + result.stderr]).toEqual([
    code,
    expect.stringContaining(output),
  ])
  expect(missed).toEqual([])
})

test('what the registry does not have is told, and doctor makes do', async () => {
  const { shop, missed } = await openShop()
  expect((await shop.run('registry', 'contexts')).code).toBe(1)
  expect(missed).toEqual(['GET /contexts'])
  const { code, stdout } = await shop.run('doctor')
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^ok +registry: http/m)])
})
