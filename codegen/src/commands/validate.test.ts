import { expect, test } from 'vitest'
import { projectFolder, record } from '../../test/project-folder.ts'

test('the schemas of the config are checked, seen from its folder', async () => {
  const folder = projectFolder({
    'magicbyte.config.json': { schemas: ['avro/*.avsc'], exclude: ['**/draft*'] },
    'avro/order.avsc': record('Order', { lines: { type: 'array', items: 'Line' } }),
    'avro/line.avsc': record('Line', { sku: 'strin' }),
    'avro/draft.avsc': '{',
    'other/x.avsc': '{',
  })
  expect(await folder.run('validate', '-q')).toEqual({
    code: 100,
    stderr: '',
    stdout:
      'avro/line.avsc:1:63: error UNKNOWN_TYPE No file defines the type "strin" (Did you mean "string"?)\n',
  })
})

test('paths are taken instead', async () => {
  const folder = projectFolder({ 'schemas/a.avsc': '{', 'b.avsc': '"int"' })
  expect((await folder.run('validate', 'b.avsc')).code).toBe(0)
})

test('a byte order mark does not move places', async () => {
  const folder = projectFolder({ 'schemas/a.avsc': '\ufeff"nope"' })
  expect((await folder.run('validate')).stdout).toContain('schemas/a.avsc:1:1: error')
})

test('what is no text is told', async () => {
  const folder = projectFolder()
  const { writeFileSync } = await import('node:fs')
  writeFileSync(`${folder.path}/a.avsc`, Buffer.from([0xff, 0xfe, 0x22]))
  expect(await folder.run('validate', 'a.avsc')).toMatchObject({
    code: 100,
    stdout: 'a.avsc:1:1: error UNREADABLE_FILE The file is not UTF-8 text\n',
  })
})

test('findings come in the format that is asked for', async () => {
  const folder = projectFolder({ 'schemas/a.avsc': '"nope"' })
  const { stdout, code } = await folder.run('validate', '--error-format', 'sarif')
  expect(code).toBe(100)
  expect(JSON.parse(stdout).runs[0].tool.driver.rules).toEqual([
    { id: 'UNKNOWN_TYPE', shortDescription: { text: 'Every name that is used is defined' } },
  ])
})
