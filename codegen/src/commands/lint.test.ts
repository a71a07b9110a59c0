import { expect, test } from 'vitest'
import { projectFolder } from '../../test/project-folder.ts'

const text = '{"type":"enum","name":"n.low","symbols":["A"]}'
const optional = '{"type":"record","name":"n.R","fields":[{"name":"f","type":["null","int"]}]}'

test('findings end with 100', async () => {
  const folder = projectFolder({ 'schemas/a.avsc': text })
  expect(await folder.run('lint')).toMatchObject({
    code: 100,
    stdout:
      'schemas/a.avsc:1:23: warning ENUM_DEFAULT The enum "low" has no default (Add a symbol such as UNKNOWN as its "default")\n' +
      'schemas/a.avsc:1:23: warning NAME_PASCAL "low" is not in PascalCase (such as "Low")\n',
  })
  expect((await folder.run('lint', '--use', 'docs', 'NAMESPACE_REQUIRED')).stdout).toBe(
    'schemas/a.avsc:1:23: warning DOC_RECORD "low" has no doc\n',
  )
})

test('the config chooses rules and files', async () => {
  const lint = {
    use: ['ENUM_DEFAULT', 'naming'],
    except: ['NAME_PASCAL', 'NAMESPACE_MATCHES_PATH'],
  }
  const folder = projectFolder({
    'schemas/a.avsc': text,
    'schemas/old/b.avsc': text,
    'magicbyte.config.json': { lint: { ...lint, ignore: { ENUM_DEFAULT: ['schemas/old/**'] } } },
  })
  const { stdout } = await folder.run('lint')
  expect(stdout).toMatch(/^schemas\/a\.avsc:1:23: warning ENUM_DEFAULT [^\n]*\n$/)
})

test('config-ignore gives what makes the findings go away', async () => {
  const folder = projectFolder({ 'schemas/a.avsc': text })
  folder.write({
    'magicbyte.config.json': (await folder.run('lint', '--error-format', 'config-ignore')).stdout,
  })
  expect(await folder.run('lint')).toMatchObject({ code: 0, stdout: '' })
})

test('fixes are written, and what is left is told', async () => {
  const folder = projectFolder({
    'schemas/a.avsc': `\ufeff${optional}\r\n`,
    'schemas/b.avsc': text,
  })
  const { code, stdout, stderr } = await folder.run('lint', '--fix')
  expect(folder.read('schemas/a.avsc')).toBe(
    `\ufeff${optional.replace('"int"]', '"int"], "default": null')}\r\n`,
  )
  expect(code).toBe(100)
  expect(stdout).not.toContain('a.avsc')
  expect(stderr).toContain('1 problems fixed')
  expect(folder.read('schemas/b.avsc')).toBe(text)
})

test('the rules are listed', async () => {
  const { code, stdout } = await projectFolder().run('lint', '--rules')
  expect(code).toBe(0)
  expect(stdout).toContain('ENUM_DEFAULT              standard, evolution   Enums have a default')
})

test('a rule in the config that does not exist is told', async () => {
  const config = { lint: { ignore: { ENUM_DEFALT: ['**'] } } }
  const folder = projectFolder({ 'schemas/a.avsc': text, 'magicbyte.config.json': config })
  expect(await folder.run('lint')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('did you mean ENUM_DEFAULT?'),
  })
})

test('unsound files are told too', async () => {
  const folder = projectFolder({ 'schemas/a.avsc': '"nope"' })
  expect((await folder.run('lint')).stdout).toContain('error UNKNOWN_TYPE')
})
