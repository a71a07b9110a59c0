import { expect, test } from 'vitest'
import { projectFolder } from '../../test/project-folder.ts'
import { registryProject } from '../../test/registry-project.ts'

test('all that is well is listed', async () => {
  const project = await registryProject({
    'magicbyte.config.json': {},
    'schemas/a.avsc': '"int"',
  })
  const { code, stdout } = await project.run('doctor')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^ok {6}magicbyte: \d/)
  for (const line of [
    'config: magicbyte.config.json',
    'schemas: 1 files',
    'registry: http://registry.example answers',
    'compatibility: BACKWARD',
    'mode: READWRITE',
    'version: as Confluent Schema Registry 8.5.0',
  ]) {
    expect(stdout).toContain(`ok      ${line}\n`)
  }
})

test('a registry is optional', async () => {
  const { code, stdout } = await projectFolder().run('doctor')
  expect(code).toBe(0)
  expect(stdout).toContain('warning registry: No registry is given')
})

test.each<[string, Record<string, unknown>, number, string]>([
  ['a wrong config', { 'magicbyte.config.json': { x: 1 } }, 100, 'error   config: '],
  [
    'unsound schemas',
    { 'schemas/a.avsc': '"nope"' },
    100,
    'error   schemas: 1 files with 1 errors',
  ],
])('%s is found', async (_, files, code, line) => {
  const result = await (await registryProject(files)).run('doctor')
  expect([result.code, result.stdout]).toEqual([code, expect.stringContaining(line)])
})

const answering = (response: () => Response) =>
  projectFolder(
    {},
    { env: { SCHEMA_REGISTRY_URL: 'http://a:s3cret@x' }, fetch: response, now: () => 0 },
  )

test('a registry that lets nobody in ends with 2', async () => {
  const refuse = () => Response.json({ error_code: 401, message: 'Who?' }, { status: 401 })
  const { code, stdout } = await answering(refuse).run('doctor', '-o', 'json')
  expect(code).toBe(2)
  expect(JSON.parse(stdout)).toContainEqual({
    about: 'registry',
    verdict: 'error',
    text: expect.stringContaining('401'),
  })
  expect(stdout).not.toContain('s3cret')
})

test('a closed registry, one without version and a wrong clock are told', async () => {
  const headers = { date: new Date(120_000).toUTCString() }
  const answer = { compatibilityLevel: 'NONE', mode: 'READONLY' }
  const { stdout } = await answering(() => Response.json(answer, { headers })).run('doctor')
  expect(stdout).toContain('warning mode: READONLY, so that')
  expect(stdout).toContain("warning clock: the registry's clock is 120 s ahead")
})
