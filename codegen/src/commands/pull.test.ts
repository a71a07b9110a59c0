import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { record } from '../../test/project-folder.ts'
import { type RegistryProject, registryProject } from '../../test/registry-project.ts'

const person = { type: 'record', name: 'Person', namespace: 'acme', fields: [] }
const order = {
  type: 'record',
  name: 'Order',
  namespace: 'acme',
  fields: [{ name: 'buyer', type: 'Person' }],
}

async function filled(files: Record<string, unknown> = {}): Promise<RegistryProject> {
  const project = await registryProject(files)
  await register(project, 'person-value', person)
  await register(project, 'order-value', order, [
    { name: 'acme.Person', subject: 'person-value', version: 1 },
  ])
  return project
}

async function register(
  project: RegistryProject,
  subject: string,
  schema: object,
  references: readonly object[] = [],
): Promise<void> {
  const body = { schema: JSON.stringify(schema), references }
  const path = `/subjects/${encodeURIComponent(subject)}/versions`
  const { status } = await project.call('POST', path, body)
  expect(status).toBe(200)
}

test('a subject comes with what it refers to, and all is locked', async () => {
  const project = await filled()
  expect(await project.run('pull', 'order-value')).toEqual({
    code: 0,
    stdout:
      'order-value v1 (id 2) written: schemas/order-value.avsc\n' +
      'person-value v1 (id 1) written: schemas/person-value@1.avsc\n',
    stderr: '2 of 2 files changed\n',
  })
  expect(project.read('schemas/order-value.avsc')).toBe(JSON.stringify(order))
  expect(JSON.parse(project.read('magicbyte.lock.json'))).toEqual({
    lockfileVersion: 1,
    schemas: [
      {
        subject: 'order-value',
        version: 1,
        id: 2,
        guid: expect.stringMatching(/^[0-9a-f-]{36}$/),
        fingerprint: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
        references: [{ name: 'acme.Person', subject: 'person-value', version: 1 }],
        file: 'schemas/order-value.avsc',
      },
      expect.objectContaining({ subject: 'person-value', file: 'schemas/person-value@1.avsc' }),
    ],
  })
  expect((await project.run('validate')).code).toBe(0)
})

test('a subject that is wanted itself is no pinned version', async () => {
  const project = await filled()
  await project.run('pull', '*-value')
  expect(readdirSync(join(project.path, 'schemas'))).toEqual([
    'order-value.avsc',
    'person-value.avsc',
  ])
})

test('what was pulled is pushed to where it came from', async () => {
  const project = await filled()
  await project.run('pull', 'order-value')
  expect((await project.run('push', '-q')).stdout).toBe(
    'person-value v1 (id 1) existing: schemas/person-value@1.avsc\n' +
      'order-value v1 (id 2) existing: schemas/order-value.avsc\n',
  )
})

test.each<[string, string[], string[]]>([
  ['a number', ['v@1'], ['v@1.avsc']],
  ['the latest one', ['v@latest'], ['v.avsc']],
  ['all', ['v@all'], ['v@1.avsc', 'v@2.avsc']],
  ['all of a pattern', ['?@all'], ['v@1.avsc', 'v@2.avsc']],
])('versions are chosen by %s', async (_, specs, names) => {
  const project = await registryProject()
  await register(project, 'v', record('V', {}))
  await register(project, 'v', record('V', { a: { field: { type: 'int', default: 0 } } }))
  await project.run('pull', ...specs, '--out', 'taken')
  expect(readdirSync(join(project.path, 'taken'))).toEqual(names)
})

test.each(['../../evil', ':.eu:a/b', 'CON', '.hidden', 'a*?"<>|b', 'a@1', 'Ärger %41'])(
  'the subject %j stays in the folder and can be told from the name',
  async (subject) => {
    const project = await registryProject()
    await register(project, subject, record('V', {}))
    const { stderr } = await project.run('pull', `${subject}@latest`, '-q')
    expect(stderr).toBe('')
    const [name = ''] = readdirSync(join(project.path, 'schemas'))
    expect(name).toMatch(/^[A-Za-z0-9%][A-Za-z0-9%._-]*\.avsc$/)
    expect(decodeURIComponent(name.slice(0, -5))).toBe(subject)
    expect(readdirSync(project.path).sort()).toEqual(['magicbyte.lock.json', 'schemas'])
  },
)

test('files of others are not overwritten unless forced', async () => {
  const project = await filled({ 'schemas/order-value.avsc': 'mine' })
  const { code, stderr } = await project.run('pull', 'order-value')
  expect([code, stderr]).toEqual([1, expect.stringContaining('--force overwrites it')])
  expect(project.read('schemas/order-value.avsc')).toBe('mine')
  expect((await project.run('pull', 'order-value', '--force')).code).toBe(0)
  project.write({ 'schemas/order-value.avsc': 'pulled and spoilt' })
  expect((await project.run('pull', 'order-value')).code).toBe(0)
})

test('the layout can be the canonical one', async () => {
  const project = await filled()
  await project.run('pull', 'person-value', '--format', '--frozen')
  await project.run('pull', 'person-value', '--format')
  expect(project.read('schemas/person-value.avsc')).toContain('\n  "name": "Person"')
  expect((await project.run('pull', '--frozen')).code).toBe(0)
})

test('what the config does not want any more is removed', async () => {
  const config = { schemas: [{ registry: ['order-value'] }] }
  const project = await filled({ 'magicbyte.config.json': config, 'schemas/own.avsc': '"int"' })
  await project.run('pull')
  await register(project, 'person-value', { ...person, doc: 'Newer.' })
  const newer = { name: 'acme.Person', subject: 'person-value', version: 2 }
  await register(project, 'order-value', order, [newer])
  const { stderr } = await project.run('pull')
  expect(stderr).toContain('removed schemas/person-value@1.avsc')
  expect(readdirSync(join(project.path, 'schemas'))).toEqual([
    'order-value.avsc',
    'own.avsc',
    'person-value@2.avsc',
  ])
  expect((await project.run('validate', 'schemas')).code).toBe(0)
})

test('subjects that are named are added to those before', async () => {
  const project = await filled()
  await project.run('pull', 'order-value')
  await project.run('pull', 'person-value')
  const { schemas } = JSON.parse(project.read('magicbyte.lock.json'))
  expect(schemas.map(({ file }: { file: string }) => file)).toEqual([
    'schemas/order-value.avsc',
    'schemas/person-value@1.avsc',
    'schemas/person-value.avsc',
  ])
})

test('the config lists subjects', async () => {
  const project = await filled({
    'magicbyte.config.json': { schemas: [{ registry: ['person-*'] }] },
  })
  expect((await project.run('pull', '-q')).stdout).toContain('person-value v1')
})

test('without files the versions that were pulled count, too', async () => {
  const project = await registryProject({
    'magicbyte.config.json': { schemas: [{ registry: ['v'] }] },
  })
  await register(project, 'v', record('V', {}))
  await project.run('pull')
  await register(project, 'v', record('V', { a: { field: { type: 'int', default: 0 } } }))
  await project.run('validate')
  expect(project.requests.at(-1)).toBe('GET /subjects/v/versions/1')
})

test('every version is judged by itself, and the newest ones are generated', async () => {
  const { run, call, read, write } = await registryProject({
    'magicbyte.config.json': {
      schemas: [{ registry: ['order-value@all'] }],
      generate: [{ out: 'gen', topics: { orders: { value: 'order-value' } } }],
    },
  })
  await call('PUT', '/config', { compatibility: 'NONE' })
  for (const type of ['int', 'string']) {
    const schema = JSON.stringify({ ...record('Order', { id: type }), namespace: 'shop' })
    await call('POST', '/subjects/order-value/versions', { schema })
  }
  expect(await run('validate', '-q')).toMatchObject({ code: 0, stdout: '' })
  expect(await run('generate', '-q')).toMatchObject({ code: 0, stdout: '' })
  expect(read('gen/shop/index.ts')).toContain('id: string;')
  expect(read('gen/topics.ts')).toContain('orders: { value: OrderCodec }')
  write({ 'magicbyte.config.json': { schemas: [{ registry: ['order-value'] }] } })
  expect((await run('lint')).stderr).toContain('The config lists subjects of the registry only')
})

test('schemas of the registry are validated without files', async () => {
  const project = await filled({
    'magicbyte.config.json': { schemas: [{ registry: ['order-value'] }] },
  })
  expect(await project.run('validate')).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('2 schemas of the registry'),
  })
})

test.each<[string, string, string]>([
  ['an unknown subject', 'nope', 'The registry has no subject nope'],
  ['an unknown version', 'order-value@9', 'The registry has no version 9 of order-value'],
  ['a pattern without match', 'nope-*', 'No subject matches nope-*'],
])('%s is told', async (_, spec, message) => {
  const project = await filled()
  expect(await project.run('pull', spec)).toEqual({
    code: 1,
    stdout: '',
    stderr: `error: ${message}\n`,
  })
  expect(readdirSync(project.path)).toEqual([])
})

test('frozen takes the versions of the lock file, and writes what is missing', async () => {
  const project = await filled()
  await project.run('pull', 'order-value')
  await register(project, 'person-value', {
    ...person,
    fields: [{ name: 'more', type: 'int', default: 0 }],
  })
  const lock = project.read('magicbyte.lock.json')
  const fresh = await registryProject({ 'magicbyte.lock.json': lock })
  await register(fresh, 'person-value', person)
  await register(fresh, 'order-value', order, [
    { name: 'acme.Person', subject: 'person-value', version: 1 },
  ])
  const { code, stderr } = await fresh.run('pull', '--frozen')
  expect([code, stderr]).toEqual([0, expect.stringContaining('2 files were missing')])
  expect(fresh.read('schemas/person-value@1.avsc')).toBe(JSON.stringify(person))
  expect(fresh.read('magicbyte.lock.json')).toBe(lock)
})

test('frozen ends with findings where the registry says something else', async () => {
  const project = await filled()
  await project.run('pull', 'order-value')
  const other = await registryProject({
    'magicbyte.lock.json': project.read('magicbyte.lock.json'),
  })
  await register(other, 'order-value', record('acme.Other', {}))
  const { code, stdout } = await other.run('pull', '--frozen')
  expect(code).toBe(100)
  expect(stdout).toMatch(
    /^order-value v1: id 2 is 1, guid \S+ is \S+, its text is another, its references are others\nperson-value v1: it is gone\n$/,
  )
  expect(readdirSync(other.path)).toEqual(['magicbyte.lock.json'])
})

test('a lock file of another shape is refused', async () => {
  const project = await filled({ 'magicbyte.lock.json': { lockfileVersion: 2 } })
  const { code, stderr } = await project.run('pull', '--frozen')
  expect([code, stderr]).toEqual([1, expect.stringContaining('is no lock file')])
})

test('a lock file that leads elsewhere is refused', async () => {
  const project = await filled()
  await project.run('pull', 'person-value')
  const lock = project.read('magicbyte.lock.json')
  project.write({ 'magicbyte.lock.json': lock.replace('schemas/', '../') })
  const { code, stderr } = await project.run('pull', '--frozen')
  expect([code, stderr]).toEqual([1, expect.stringContaining('leads out of its folder')])
})
