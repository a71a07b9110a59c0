import { expect, onTestFinished, test } from 'vitest'
import { startTemporaryServer } from '../../../scripts/temporary-server.ts'
import { projectFolder, record } from '../../test/project-folder.ts'
import { registryProject } from '../../test/registry-project.ts'

const files = {
  'schemas/order.avsc': record('acme.Order', {
    buyer: 'Person',
    lines: { type: 'array', items: 'Line' },
  }),
  'schemas/line.avsc': record('acme.Line', { seller: 'Person' }),
  'schemas/person.avsc': record('acme.Person', { name: 'string' }),
}

test('what others refer to is registered first, with the versions that were given', async () => {
  const project = await registryProject(files)
  expect(await project.run('push')).toEqual({
    code: 0,
    stdout:
      'person-value v1 (id 1) new: schemas/person.avsc\n' +
      'line-value v1 (id 2) new: schemas/line.avsc\n' +
      'order-value v1 (id 3) new: schemas/order.avsc\n',
    stderr: '3 schema files\n3 are new, 0 existed\nno problems\n',
  })
  const { body } = await project.call('GET', '/subjects/order-value/versions/1')
  expect(body.references).toEqual([
    { name: 'acme.Person', subject: 'person-value', version: 1 },
    { name: 'acme.Line', subject: 'line-value', version: 1 },
  ])
})

test('a second push changes nothing', async () => {
  const project = await registryProject(files)
  const first = await project.run('push', '-q')
  const second = await project.run('push', '-q')
  expect(second.stdout).toBe(first.stdout.replaceAll(' new:', ' existing:'))
})

test('a change makes new versions of all that refer to it', async () => {
  const project = await registryProject(files)
  await project.run('push', '-q')
  project.write({
    'schemas/person.avsc': record('acme.Person', {
      name: 'string',
      age: { field: { type: 'int', default: 0 } },
    }),
  })
  const { stdout } = await project.run('push', '-q', '-o', 'json')
  expect(JSON.parse(stdout)).toMatchObject([
    { subject: 'person-value', version: 2, id: 4, status: 'new' },
    { subject: 'line-value', version: 2, id: 5, status: 'new' },
    { file: 'schemas/order.avsc', subject: 'order-value', version: 2, id: 6, status: 'new' },
  ])
})

test('a single file takes what it refers to from the project', async () => {
  const project = await registryProject(files)
  const { stdout } = await project.run('push', 'schemas/line.avsc', '-q', '--subject', 'mine')
  expect(stdout).toBe(
    'person-value v1 (id 1) new: schemas/person.avsc\nmine v1 (id 2) new: schemas/line.avsc\n',
  )
})

test('a dry run looks only', async () => {
  const project = await registryProject(files)
  await project.run('push', 'schemas/person.avsc', '-q')
  const before = project.requests.length
  const { code, stdout } = await project.run('push', '--dry-run', '-q')
  expect(code).toBe(0)
  expect(stdout).toBe(
    'person-value v1 (id 1) existing: schemas/person.avsc\n' +
      'line-value would be new: schemas/line.avsc\n' +
      'order-value would be new: schemas/order.avsc\n',
  )
  const sent = project.requests.slice(before)
  expect(
    sent.filter((line) => /^(PUT|DELETE)|^POST \/subjects\/[^/]*\/versions/.test(line)),
  ).toEqual([])
  expect((await project.call('GET', '/subjects')).body).toEqual(['person-value'])
})

test('a dry run tells what would be refused', async () => {
  const project = await registryProject(files)
  await project.run('push', '-q')
  project.write({ 'schemas/person.avsc': record('acme.Person', { name: 'int' }) })
  const { code, stdout } = await project.run('push', '--dry-run', '-q')
  expect(code).toBe(100)
  expect(stdout).toMatch(
    /^schemas\/person.avsc:1:\d+: error TYPE_MISMATCH .* against person-value v1/m,
  )
  expect(stdout).toMatch(/TYPE_MISMATCH .* against order-value v1/)
  expect(stdout).not.toContain('person-value would be new')
})

test('what is refused is explained, and what was done before is told', async () => {
  const project = await registryProject(files)
  await project.run('push', '-q')
  project.write({
    'schemas/line.avsc': record('acme.Line', { seller: 'Person', more: 'int' }),
    'schemas/a.avsc': record('acme.A', {}),
  })
  const { code, stdout } = await project.run('push', '-q')
  expect(code).toBe(100)
  expect(stdout).toMatch(
    /^a-value v1 \(id 4\) new: schemas\/a.avsc\nperson-value v1 \(id 1\) existing: .*\nschemas\/line.avsc:1:\d+: error READER_FIELD_MISSING_DEFAULT_VALUE .* fails against line-value v1/,
  )
  expect(stdout).not.toContain('order-value')
})

test('files in a circle are registered in one piece', async () => {
  const project = await registryProject({
    'schemas/a.avsc': record('A', { b: ['null', 'B'] }),
    'schemas/b.avsc': record('B', { a: ['null', 'A'] }),
    'schemas/c.avsc': record('C', { a: 'A', b: 'B' }),
  })
  const { code, stdout } = await project.run('push', '-q', '-o', 'json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toHaveLength(3)
  expect(
    (await project.call('GET', '/subjects/c-value/versions/1')).body.references,
  ).toBeUndefined()
})

test('several types of one file make one reference', async () => {
  const project = await registryProject({
    'schemas/base.avsc': [record('X', {}), record('Y', {})],
    'schemas/z.avsc': record('Z', { x: 'X', y: 'Y' }),
  })
  expect((await project.run('push', '-q')).code).toBe(0)
  const { body } = await project.call('GET', '/subjects/z-value/versions/1')
  expect(body.references).toEqual([{ name: 'X', subject: 'base-value', version: 1 }])
})

test('nothing is pushed if anything is not sound', async () => {
  const project = await registryProject({ ...files, 'schemas/x.avsc': '"nope"' })
  const { code, stdout } = await project.run('register')
  expect(code).toBe(100)
  expect(stdout).toContain('UNKNOWN_TYPE')
  expect(project.requests).toEqual([])
})

test('a file that another one needs has to be sound as a whole', async () => {
  const project = await registryProject({
    'schemas/base.avsc': [record('X', {}), 'nope'],
    'schemas/z.avsc': record('Z', { x: 'X' }),
  })
  const { code, stdout, stderr } = await project.run('push', 'schemas/z.avsc')
  expect(code).not.toBe(0)
  expect(stdout + stderr).toContain('base.avsc')
  expect(project.requests).toEqual([])
})

test('a file without a subject is told', async () => {
  const project = await registryProject({
    'schemas/x.avsc': '"int"',
    'magicbyte.config.json': { subjects: { strategy: 'record' } },
  })
  expect((await project.run('push', '-q')).stdout).toContain('x.avsc:1:1: error NO_SUBJECT')
})

test('schemas are normalized on request', async () => {
  const project = await registryProject(files)
  const { stdout } = await project.run('push', '-q', '--normalize')
  expect(stdout).toContain('order-value v1 (id 3) new')
  expect(project.requests).toContain('POST /subjects/order-value/versions?normalize=true')
})

/** Answers as earlier registries do: no guids, and only the id for what was registered. */
async function asBefore(response: Response): Promise<Response> {
  const body: unknown = await response.json()
  const { guid: _guid, ts: _ts, ...rest } = body as Record<string, unknown>
  const isRegistered = 'id' in rest && !('subject' in rest)
  if (Array.isArray(body)) return Response.json(body, response)
  return Response.json(isRegistered ? { id: rest.id } : rest, response)
}

test('a registry that answers with the id alone, and knows no guids, will do', async () => {
  const project = await registryProject(files, { change: asBefore })
  const { stdout } = await project.run('push', '-q')
  expect(stdout).toContain('order-value v1 (id 3) new')
  expect((await project.run('pull', 'order-value', '--out', 'taken', '-q')).code).toBe(0)
  expect(project.read('magicbyte.lock.json')).not.toContain('guid')
  expect((await project.run('pull', '--frozen')).code).toBe(0)
})

test('all goes through a socket, too', async () => {
  const server = await startTemporaryServer()
  onTestFinished(() => server.stop())
  const folder = projectFolder(files, { env: { SCHEMA_REGISTRY_URL: server.url } })
  expect((await folder.run('push', '-q')).stdout).toContain('order-value v1 (id 3) new')
  expect((await folder.run('compat', '--against', 'registry', '-q')).code).toBe(0)
})
