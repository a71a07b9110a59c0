import { expect, test } from 'vitest'
import { record } from '../../test/project-folder.ts'
import { type RegistryProject, registryProject } from '../../test/registry-project.ts'

const state = `
scope: [order-, person-]
compatibility: FULL
contexts:
  eu: { compatibility: NONE }
subjects:
  order-value:
    schema: schemas/order.avsc
    compatibility: BACKWARD
    normalize: true
    mode: READONLY
  person-value:
    schema: schemas/person.avsc
`

const files = {
  'magicbyte.state.yaml': state,
  'schemas/order.avsc': record('acme.Order', { buyer: 'Person' }),
  'schemas/person.avsc': record('acme.Person', { name: 'string' }),
}

const planned = `~ config of the registry: compatibility=FULL (compatibility is BACKWARD)
~ config of context .eu: compatibility=NONE (compatibility is not set)
~ config of order-value: compatibility=BACKWARD normalize=true (compatibility is not set, normalize is not set)
+ register person-value: schemas/person.avsc (the subject is new)
+ register order-value: schemas/order.avsc with person-value new (the subject is new)
~ mode of order-value: READONLY (it is not set)
`

function changes({ requests }: RegistryProject): string[] {
  return requests.filter((line) => /^(PUT|DELETE)|^POST .*\/versions(\?.*)?$/.test(line))
}

test('a plan lists what is to be done in its order, and does nothing', async () => {
  const project = await registryProject(files)
  const { code, stdout, stderr } = await project.run('plan')
  expect([code, stdout]).toEqual([0, planned])
  expect(stderr).toContain('6 things to do')
  expect(changes(project)).toEqual([])
  expect((await project.run('plan', '--detailed-exitcode')).code).toBe(100)
})

test('what was applied needs nothing more', async () => {
  const project = await registryProject(files)
  const applied = await project.run('apply', '--yes')
  expect(applied.code).toBe(0)
  expect(applied.stdout).toContain('(the subject is new) done: v1 (id 1)\n')
  expect(await project.run('plan', '--detailed-exitcode')).toMatchObject({ code: 0, stdout: '' })
  const { body } = await project.call('GET', '/subjects/order-value/versions/1')
  expect(body.references).toEqual([{ name: 'acme.Person', subject: 'person-value', version: 1 }])
  expect((await project.call('GET', '/config/:.eu:')).body).toEqual({ compatibilityLevel: 'NONE' })
  expect((await project.run('apply')).stderr).toContain('the registry is as it should be')
})

test('a plan that was written is carried out as it is, without a question', async () => {
  const project = await registryProject(files)
  await project.run('plan', '-o', 'plan.json', '-q')
  project.write({ 'schemas/person.avsc': 'gone since' })
  const { code, stderr } = await project.run('apply', 'plan.json')
  expect([code, stderr]).toEqual([0, '6 of 6 things were done now\n'])
  const again = await project.run('apply', 'plan.json')
  expect([again.code, again.stderr]).toEqual([0, '0 of 6 things were done now\n'])
})

test.each<[string, string, string, object]>([
  ['another version', 'POST', '/subjects/person-value/versions', { schema: '"string"' }],
  ['another setting', 'PUT', '/config/person-value', { compatibility: 'NONE' }],
  ['another mode', 'PUT', '/mode/person-value', { mode: 'READONLY' }],
])('a plan is stale after %s, and nothing of it is done', async (_, method, path, body) => {
  const project = await registryProject(files)
  await project.run('plan', '-o', 'plan.json', '-q')
  expect((await project.call(method, path, body)).status).toBe(200)
  const { code, stdout, stderr } = await project.run('apply', 'plan.json')
  expect(code).toBe(1)
  expect(stderr).toContain('The plan is stale: person-value is not as it was')
  expect(stdout).toBe('')
  expect((await project.call('GET', '/config')).body).toMatchObject({
    compatibilityLevel: 'BACKWARD',
  })
  expect((await project.call('GET', '/subjects')).body).not.toContain('order-value')
})

test('a change of a referred schema plans both', async () => {
  const project = await registryProject(files)
  await project.run('apply', '--yes', '-q')
  await project.call('PUT', '/mode/order-value', { mode: 'READWRITE' })
  const wider = record('acme.Person', {
    name: 'string',
    age: { field: { type: 'int', default: 0 } },
  })
  project.write({ 'schemas/person.avsc': wider })
  expect((await project.run('plan', '-q')).stdout).toBe(
    '+ register person-value: schemas/person.avsc (it is no version of the subject)\n' +
      '+ register order-value: schemas/order.avsc with person-value new ' +
      '(it refers to person-value, which gets a new version)\n' +
      '~ mode of order-value: READONLY (it is READWRITE)\n',
  )
  expect((await project.run('apply', '--yes', '-q')).stdout).toContain('done: v2 (id 4)')
})

test('what the registry would refuse is a finding, and nothing is written or done', async () => {
  const project = await registryProject(files)
  await project.run('apply', '--yes', '-q')
  project.write({ 'schemas/person.avsc': record('acme.Person', { name: 'int' }) })
  const before = changes(project).length
  const { code, stdout } = await project.run('plan', '-q', '-o', 'plan.json')
  expect(code).toBe(100)
  expect(stdout).toContain('error TYPE_MISMATCH string became int, so FULL (backward) fails')
  expect(() => project.read('plan.json')).toThrow()
  expect((await project.run('apply', '--yes', '-q')).code).toBe(100)
  expect(changes(project)).toHaveLength(before)
})

test('only subjects within the scope are deleted, and only on request', async () => {
  const project = await registryProject(files)
  const register = async (subject: string, schema: object, references: object[] = []) => {
    const body = { schema: JSON.stringify(schema), references }
    await project.call('POST', `/subjects/${subject}/versions`, body)
  }
  await register('order-base', record('B', {}))
  await register('order-old', record('O', { b: 'B' }), [
    { name: 'B', subject: 'order-base', version: 1 },
  ])
  await register('other-value', record('X', {}))
  await project.run('apply', '--yes', '-q')
  expect((await project.run('plan', '-q')).stdout).toBe('')
  const { stdout } = await project.run('apply', '--prune', '--yes', '-q')
  expect(stdout).toBe(
    '- delete order-old (it is in the scope and nobody wants it) done\n' +
      '- delete order-base (it is in the scope and nobody wants it) done\n',
  )
  const { body } = await project.call('GET', '/subjects')
  expect(body).toEqual(['order-value', 'other-value', 'person-value'])
})

test('references may be given by hand', async () => {
  const project = await registryProject({
    'x.avsc': record('acme.X', { p: 'acme.Person' }),
    's.json': {
      subjects: {
        'x-value': {
          schema: 'x.avsc',
          references: [{ name: 'acme.Person', subject: 'person-value' }],
        },
      },
    },
  })
  const absent = await project.run('plan', '--state', 's.json')
  expect(absent.stderr).toContain('There is no subject person-value to refer to')
  const body = { schema: JSON.stringify(record('acme.Person', {})) }
  await project.call('POST', '/subjects/person-value/versions', body)
  await project.run('apply', '--state', 's.json', '--yes', '-q')
  const { body: made } = await project.call('GET', '/subjects/x-value/versions/1')
  expect(made.references).toEqual([{ name: 'acme.Person', subject: 'person-value', version: 1 }])
})

test('state may be in several files that the config lists', async () => {
  const project = await registryProject({
    'a/one.yaml': 'subjects: { a: { schema: a.avsc } }',
    'a/a.avsc': '"int"',
    'two.json': { subjects: { b: { mode: 'READONLY' } } },
    'magicbyte.config.json': { registry: { state: ['a/one.yaml', 'two.json'] } },
  })
  expect((await project.run('plan', '-q')).stdout).toBe(
    '+ register a: a/a.avsc (the subject is new)\n~ mode of b: READONLY (it is not set)\n',
  )
})

test('an earlier version that is wanted again cannot become the latest', async () => {
  const project = await registryProject({
    's.yaml': 'subjects: { a: { schema: a.avsc } }',
    'a.avsc': '"int"',
  })
  await project.call('PUT', '/config/a', { compatibility: 'NONE' })
  await project.call('POST', '/subjects/a/versions', { schema: '"int"' })
  await project.call('POST', '/subjects/a/versions', { schema: '"string"' })
  const { stdout, stderr } = await project.run('plan', '--state', 's.yaml')
  expect([stdout, stderr]).toEqual(['', expect.stringContaining('its latest version v2 stays')])
})

test.each<[string, Record<string, string>, string[], string]>([
  ['no state file', {}, ['plan'], 'There is no magicbyte.state.yaml'],
  [
    'an unknown key',
    { 'magicbyte.state.yaml': 'subjects: { a: { compatability: FULL } }' },
    ['plan'],
    'state.subjects["a"] has the unknown key "compatability"; did you mean "compatibility"?',
  ],
  ['no YAML', { 'magicbyte.state.yaml': 'a: [' }, ['plan'], 'is no YAML'],
  ['an empty state', { 'magicbyte.state.yaml': '{}' }, ['plan'], 'say nothing'],
  [
    'a reference to a file of no subject',
    { 'magicbyte.state.yaml': 'subjects: { o: { schema: schemas/order.avsc } }' },
    ['plan'],
    'schemas/order.avsc uses schemas/person.avsc, which no subject of the state has',
  ],
  [
    'pruning without a scope',
    { 'magicbyte.state.yaml': 'compatibility: FULL' },
    ['plan', '--prune'],
    '--prune needs a scope',
  ],
  ['applying without a yes', {}, ['apply', '--state', 'ok.yaml'], 'Say --yes if so'],
  ['a plan that is none', { 'p.json': '{"planVersion":1}' }, ['apply', 'p.json'], 'is no plan'],
  [
    'a plan for another registry',
    { 'p.json': '{"planVersion":1,"registry":"http://x","seen":{},"actions":[]}' },
    ['apply', 'p.json'],
    'The plan is for http://x, and this is http://registry.example',
  ],
])('%s is told', async (_, more, argv, message) => {
  const { 'magicbyte.state.yaml': _state, ...rest } = files
  const project = await registryProject({ ...rest, 'ok.yaml': 'compatibility: FULL', ...more })
  const { code, stderr } = await project.run(...argv)
  expect([code, stderr]).toEqual([1, expect.stringContaining(message)])
  expect(changes(project)).toEqual([])
})

test('a plan holds no secrets', async () => {
  const env = { SCHEMA_REGISTRY_URL: 'http://ada:s3cret@registry.example/' }
  const project = await registryProject(files, { env })
  await project.run('plan', '-o', 'plan.json')
  expect(project.read('plan.json')).toContain('"registry": "http://registry.example"')
  expect(project.read('plan.json')).not.toMatch(/ada|s3cret/)
  expect((await project.run('apply', 'plan.json')).code).toBe(0)
})
