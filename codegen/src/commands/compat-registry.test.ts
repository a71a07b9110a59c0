import { expect, test } from 'vitest'
import { record } from '../../test/project-folder.ts'
import { registryProject } from '../../test/registry-project.ts'

const v1 = record('Order', { id: 'string', total: 'int' })
const v2 = record('Order', { id: 'string' })

async function withOrder(files: Record<string, unknown>, versions: readonly object[] = [v1]) {
  const project = await registryProject(files)
  await project.call('PUT', '/config/order-value', { compatibility: 'NONE' })
  for (const version of versions) {
    await project.call('POST', '/subjects/order-value/versions', {
      schema: JSON.stringify(version),
    })
  }
  await project.call('DELETE', '/config/order-value')
  return project
}

const compat = ['compat', '--against', 'registry', '-q']

test('a field without default fails, with the version and both places', async () => {
  const project = await withOrder({
    'schemas/order.avsc': record('Order', { id: 'string', total: 'int', currency: 'string' }),
  })
  const { code, stdout } = await project.run(...compat)
  expect(code).toBe(100)
  expect(stdout).toMatch(
    /^schemas\/order.avsc:1:\d+: error READER_FIELD_MISSING_DEFAULT_VALUE field "currency" has no default, so BACKWARD fails against order-value v1 \(id 1\): /,
  )
  expect(stdout).toContain('  order-value v1 (id 1):1:1: this is how')
})

test.each<[string, string | undefined, string[], number]>([
  ['the level of the registry holds', undefined, [], 0],
  ['the level of the subject comes first', 'FORWARD', [], 100],
  ['the flag comes before both', 'FORWARD', ['--level', 'BACKWARD'], 0],
  ['NONE asks for nothing', 'NONE', [], 0],
])('%s', async (_, level, options, code) => {
  const project = await withOrder({ 'schemas/order.avsc': v2 })
  if (level) await project.call('PUT', '/config/order-value', { compatibility: level })
  expect((await project.run(...compat, ...options)).code).toBe(code)
})

test('a transitive level looks at every version', async () => {
  const newest = record('Order', { id: 'string', total: 'int', x: 'int' })
  const project = await withOrder({ 'schemas/order.avsc': newest }, [v1, v2, newest])
  const transitive = await project.run(...compat, '--level', 'BACKWARD_TRANSITIVE')
  expect(transitive.stdout).toContain('fails against order-value v1')
  expect(transitive.stdout).toContain('fails against order-value v2')
  expect((await project.run(...compat)).code).toBe(0)
})

test('versions with references are compared', async () => {
  const project = await registryProject({
    'schemas/person.avsc': record('Person', { name: 'string' }),
    'schemas/order.avsc': record('Order', { buyer: 'Person' }),
  })
  await project.run('push', '-q')
  project.write({ 'schemas/person.avsc': record('Person', { name: 'int' }) })
  const { stdout } = await project.run(...compat)
  expect(stdout).toContain('fails against person-value v1')
  expect(stdout).toContain('fails against order-value v1')
})

test('subjects come from the table, several for a file', async () => {
  const project = await withOrder({
    'schemas/x.avsc': record('Order', { more: 'int' }),
    'magicbyte.config.json': {
      subjects: { map: { 'schemas/x.avsc': ['new-value', 'order-value'] } },
      compatibility: { against: 'registry' },
    },
  })
  expect((await project.run('compat')).stdout).toContain('fails against order-value v1')
})

test('a new subject has nothing to be compared with', async () => {
  const project = await withOrder({ 'schemas/other.avsc': v2 })
  const { code, stderr } = await project.run('compat', '--against', 'registry')
  expect(code).toBe(0)
  expect(stderr).toContain('0 of 1 files have earlier versions')
})

test('the registry may judge itself', async () => {
  const project = await withOrder({ 'a.avsc': record('Order', { more: 'int' }) })
  const { code, stdout } = await project.run(
    ...[...compat, 'a.avsc', '--subject', 'order-value', '--remote'],
  )
  expect(code).toBe(100)
  expect(stdout).toMatch(/a.avsc:1:1: error REGISTRY_INCOMPATIBLE the registry refuses it for/)
  expect(stdout).toContain("/fields/0'")
  expect(stdout).not.toContain('oldSchema:')
})

test('a subject is for one file only', async () => {
  const project = await withOrder({ 'schemas/a.avsc': v1, 'schemas/b.avsc': v2 })
  const { code, stderr } = await project.run(...compat, '--subject', 'x')
  expect([code, stderr]).toEqual([1, 'error: --subject is for one file, and there are 2\n'])
})

test('compatibility groups are not looked at, which is told', async () => {
  const project = await withOrder({ 'schemas/order.avsc': v1 })
  await project.call('PUT', '/config/order-value', { compatibilityGroup: 'major' })
  const { stderr } = await project.run('compat', '--against', 'registry')
  expect(stderr).toContain('order-value has compatibility groups, which are not looked at here')
})

test('what is no Avro is passed over', async () => {
  const project = await registryProject(
    { 'schemas/order.avsc': v1 },
    {
      async change(response) {
        const { schema, ...rest } = (await response.json()) as { schema?: string }
        return Response.json(
          schema === undefined ? rest : { ...rest, schema: '{}', schemaType: 'JSON' },
          response,
        )
      },
    },
  )
  await project.call('POST', '/subjects/order-value/versions', { schema: JSON.stringify(v2) })
  const { code, stderr } = await project.run('compat', '--against', 'registry')
  expect([code, stderr]).toEqual([0, expect.stringContaining('is no Avro schema, but JSON')])
})
