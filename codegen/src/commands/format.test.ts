import { expect, test } from 'vitest'
import { projectFolder } from '../../test/project-folder.ts'

const messy = '{"name":"A","symbols":["X"],"type":"enum"}'
const neat = '{ "type": "enum", "name": "A", "symbols": ["X"] }\n'
const files = { 'schemas/messy.avsc': messy, 'schemas/neat.avsc': neat }

test('texts are printed and files stay', async () => {
  const folder = projectFolder(files)
  expect(await folder.run('format', '-q', 'schemas/messy.avsc')).toEqual({
    code: 0,
    stdout: neat,
    stderr: '',
  })
  expect(folder.read('schemas/messy.avsc')).toBe(messy)
})

test('files are written', async () => {
  const folder = projectFolder({ ...files, 'schemas/bom.avsc': `\ufeff${neat}` })
  expect(await folder.run('format', '-w')).toMatchObject({ code: 0, stdout: '' })
  expect(folder.read('schemas/messy.avsc')).toBe(neat)
  expect(folder.read('schemas/bom.avsc')).toBe(neat)
})

test('a difference is shown', async () => {
  const { code, stdout } = await projectFolder(files).run('format', '-d', '--exit-code')
  expect(code).toBe(100)
  expect(stdout).toContain(`--- a/schemas/messy.avsc`)
  expect(stdout).toContain(`-${messy}`)
  expect(stdout).toContain(`+${neat}`)
  expect(stdout).not.toContain('neat.avsc')
})

test('the exit code tells too, and where the first difference is', async () => {
  const { code, stdout } = await projectFolder(files).run('format', '--exit-code')
  expect(code).toBe(100)
  expect(stdout).toMatch(/^schemas\/messy\.avsc:\d+:\d+: error NOT_FORMATTED .*--write\)$/m)
  expect(stdout).not.toContain('neat.avsc')
  const formatted = { 'schemas/neat.avsc': neat }
  expect((await projectFolder(formatted).run('format', '--exit-code')).code).toBe(0)
})

test('a file with comments is refused and stays', async () => {
  const text = '"int" // really\n'
  const folder = projectFolder({ 'schemas/a.avsc': '/* x */ "int"', ...files })
  expect(await folder.run('format', '-w')).toMatchObject({
    code: 100,
    stdout: 'schemas/a.avsc:1:1: error FORMAT_COMMENT A comment would be lost\n',
  })
  expect(folder.read('schemas/a.avsc')).toBe('/* x */ "int"')
  expect(folder.read('schemas/messy.avsc')).toBe(neat)
  folder.write({ 'b.avsc': text })
  expect((await folder.run('format', 'b.avsc')).code).toBe(100)
})
