import { expect, test } from 'vitest'
import { record } from '../../test/project-folder.ts'
import { inputOf, type RegistryProject, registryProject } from '../../test/registry-project.ts'

async function withSubjects(...args: Parameters<typeof registryProject>): Promise<RegistryProject> {
  const project = await registryProject(...args)
  for (const [subject, name] of [
    ['a-value', 'A'],
    ['b-value', 'B'],
    [':.eu:a-value', 'A'],
  ]) {
    const body = { schema: JSON.stringify(record(String(name), { id: 'string' })) }
    await project.call('POST', `/subjects/${encodeURIComponent(String(subject))}/versions`, body)
  }
  const next = record('A', { id: 'string', note: { field: { type: 'string', default: '' } } })
  await project.call('POST', '/subjects/a-value/versions', { schema: JSON.stringify(next) })
  return project
}

const A = '{"type":"record","name":"A","fields":[{"name":"id","type":"string"}]}'

test.each<[string, string[], string]>([
  ['all subjects', ['subjects'], ':.eu:a-value\na-value\nb-value\n'],
  ['subjects by prefix', ['subjects', '--prefix', 'b'], 'b-value\n'],
  ['subjects as JSON', ['subjects', '--prefix', 'b', '-o', 'json'], '[\n  "b-value"\n]\n'],
  ['versions of a subject', ['versions', 'a-value'], '1\n2\n'],
  ['a version of a subject', ['get', 'a-value@1'], `${A}\n`],
  ['a schema by its id', ['get', 'id:1'], `${A}\n`],
  ['contexts', ['contexts'], '.\n.eu\n'],
  ['settings for all', ['config'], 'compatibilityLevel BACKWARD\n'],
  ['the mode for all', ['mode'], 'mode READWRITE\n'],
  ['the mode of a subject', ['mode', 'a-value', '--effective'], 'mode READWRITE\n'],
])('%s', async (_, args, stdout) => {
  const project = await withSubjects()
  expect(await project.run('registry', ...args)).toEqual({ code: 0, stdout, stderr: '' })
})

test('the latest version is shown unless told, whole as JSON', async () => {
  const project = await withSubjects()
  expect((await project.run('registry', 'get', 'a-value')).stdout).toContain('"note"')
  const { stdout } = await project.run('registry', 'get', 'a-value', '-o', 'json')
  expect(JSON.parse(stdout)).toMatchObject({ subject: 'a-value', version: 2, id: 3 })
})

test('settings are changed one by one and removed', async () => {
  const project = await withSubjects()
  await project.run('registry', 'config', 'a-value', 'compatibility=FULL', 'normalize=true')
  const shown = await project.run('registry', 'config', 'a-value')
  expect(shown.stdout).toBe('compatibilityLevel FULL\nnormalize true\n')
  expect((await project.run('registry', 'config', 'a-value', '--unset')).code).toBe(0)
  const { code, stderr } = await project.run('registry', 'config', 'a-value')
  expect([code, stderr]).toEqual([1, expect.stringContaining('40408')])
})

test('a mode is changed', async () => {
  const project = await withSubjects()
  await project.run('registry', 'mode', 'a-value', 'readonly')
  expect((await project.run('registry', 'mode', 'a-value')).stdout).toBe('mode READONLY\n')
  expect((await project.run('registry', 'mode', 'READONLY')).stdout).toBe('mode READONLY\n')
})

test.each<[string, string[], string]>([
  ['an unknown action', ['subject'], 'did you mean subjects?'],
  ['too many arguments', ['subjects', 'x'], 'registry subjects takes 0 arguments'],
  ['an unknown setting', ['config', 'normalise=true'], 'did you mean normalize?'],
  ['an unknown level', ['config', 'compatibility=BACKWARDS'], 'did you mean BACKWARD?'],
  ['an unknown mode', ['mode', 'a-value', 'READONLI'], 'did you mean READONLY?'],
  ['an unknown subject', ['versions', 'nope'], '40401'],
  ['a path of dots', ['versions', '..'], 'cannot be part of a path'],
])('%s is told', async (_, args, message) => {
  const project = await registryProject()
  const { code, stderr } = await project.run('registry', ...args)
  expect([code, stderr]).toEqual([1, expect.stringContaining(message)])
})

test('nothing is deleted without a yes', async () => {
  const project = await withSubjects()
  const { code, stderr } = await project.run('registry', 'delete', 'b-value')
  expect([code, stderr]).toEqual([1, expect.stringContaining('Say --yes')])
  expect(project.requests).toEqual([])
})

test.each<[string, string, number, string]>([
  ['yes deletes', 'y\n', 0, 'deleted b-value v1\n'],
  ['anything else does not', 'yesterday\n', 1, ''],
  ['nor does no answer', '', 1, ''],
])('on a terminal %s', async (_, answer, code, stdout) => {
  const stdin = inputOf(answer, { isTTY: true })
  const project = await withSubjects({}, { ...(stdin && { stdin }) })
  expect(await project.run('registry', 'delete', 'b-value')).toMatchObject({ code, stdout })
  const left = (await project.call('GET', '/subjects?subjectPrefix=b')).body
  expect(left).toEqual(code === 0 ? [] : ['b-value'])
})

test('a version is deleted softly, then for ever', async () => {
  const project = await withSubjects()
  const remove = (...more: string[]) => project.run('registry', 'delete', 'a-value@1', ...more)
  expect((await remove('--yes')).stdout).toBe('deleted a-value v1\n')
  expect((await project.run('registry', 'versions', 'a-value')).stdout).toBe('2\n')
  expect((await project.run('registry', 'versions', 'a-value', '--deleted')).stdout).toBe('1\n2\n')
  expect((await remove('--yes', '--permanent')).code).toBe(0)
  expect((await project.run('registry', 'versions', 'a-value', '--deleted')).stdout).toBe('2\n')
})

test('the registry is asked about a file', async () => {
  const project = await withSubjects({
    'good.avsc': record('B', {}),
    'bad.avsc': record('B', { id: 'string', more: 'int' }),
    'broken.avsc': '"nope"',
  })
  const check = (subject: string, file: string) => project.run('registry', 'check', subject, file)
  expect(await check('b-value', 'good.avsc')).toMatchObject({ code: 0, stdout: 'compatible\n' })
  expect(await check('new-value', 'good.avsc')).toMatchObject({
    code: 0,
    stderr: 'new-value has no versions yet\n',
  })
  expect((await check('b-value', 'bad.avsc')).stdout).toMatch(
    /^bad.avsc:1:1: error REGISTRY_INCOMPATIBLE .*READER_FIELD_MISSING_DEFAULT_VALUE/,
  )
  expect((await check('b-value', 'broken.avsc')).stdout).toContain('UNKNOWN_TYPE')
})
