import { expect, test } from 'vitest'
import { projectFolder, record } from '../../test/project-folder.ts'

const idl = `@namespace("acme")
protocol Shop {
  import idl "base.avdl";
  record Item { long big = 9223372036854775807; union { null, Base } base = null; }
  Item find(string id);
}
`

const files = { 'shop.avdl': idl, 'base.avdl': 'namespace acme; record Base {}' }

test('a protocol of IDL becomes one in JSON, its numbers as they are', async () => {
  const folder = projectFolder(files)
  const { code, stdout } = await folder.run('convert', 'shop.avdl', '--to', 'avpr', '-q')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    protocol: 'Shop',
    namespace: 'acme',
    types: [{ name: 'Base' }, { name: 'Item' }],
    messages: { find: { response: 'Item' } },
  })
  expect(stdout).toContain('9223372036854775807')
})

test('a protocol becomes IDL with its messages, and IDL does not become IDL', async () => {
  const folder = projectFolder(files)
  await folder.run('convert', 'shop.avdl', '--to', 'avpr', '-o', 'out/shop.avpr')
  const { code, stdout } = await folder.run('convert', 'out/shop.avpr', '--to', 'avdl', '-q')
  expect(code).toBe(0)
  expect(stdout).toContain('  Item find(string id);\n')
  expect(stdout).toContain('long big = 9223372036854775807;')
  const again = await folder.run('convert', 'shop.avdl', '--to', 'avdl')
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('is IDL already') })
})

test('a schema becomes IDL and comes back', async () => {
  const schema = { ...record('acme.Item', { big: 'long', note: 'string' }), doc: 'Ends */ here' }
  const folder = projectFolder({ 'item.avsc': schema })
  const { code, stderr } = await folder.run('convert', 'item.avsc', '--to', 'avdl', '-o', 'a.avdl')
  expect(code).toBe(0)
  expect(stderr).toContain('note: no comment can hold the doc of Item as it is')
  expect(folder.read('a.avdl')).toContain('record Item {\n  long big;\n  string note;\n}\n')
  const back = await folder.run('convert', 'a.avdl', '--to', 'avsc', '-q')
  expect(JSON.parse(back.stdout)).toMatchObject({
    name: 'Item',
    namespace: 'acme',
    doc: 'Ends * / here',
    fields: [
      { name: 'big', type: 'long' },
      { name: 'note', type: 'string' },
    ],
  })
})

test('IDL and protocols become schemas', async () => {
  const folder = projectFolder(files)
  const schema = await folder.run('convert', 'base.avdl', '--to', 'avsc', '-q')
  expect(JSON.parse(schema.stdout)).toEqual({
    type: 'record',
    name: 'Base',
    namespace: 'acme',
    fields: [],
  })
  await folder.run('convert', 'shop.avdl', '--to', 'avpr', '-o', 'out/shop.avpr')
  const { stdout } = await folder.run('convert', 'out/shop.avpr', '--to', 'avsc', '-q')
  expect(JSON.parse(stdout)).toMatchObject([{ name: 'Base' }, { name: 'Item' }])
})

test('a schema becomes a JSON Schema, with the types of other files of the project', async () => {
  const folder = projectFolder({
    'schemas/a.avsc': record('A', { b: 'B' }),
    'schemas/b.avsc': record('B', {}),
  })
  const { stdout } = await folder.run('convert', 'schemas/a.avsc', '--to', 'json-schema', '-q')
  expect(JSON.parse(stdout)).toMatchObject({ $ref: '#/$defs/A', $defs: { A: {}, B: {} } })
})

test.each<[string, string[], string]>([
  ['a file that is no IDL', ['a.avsc', '--to', 'avpr'], 'a.avsc is no IDL file'],
  ['IDL without a protocol', ['base.avdl', '--to', 'avpr'], 'base.avdl declares no protocol'],
  ['broken IDL', ['bad.avdl', '--to', 'avpr'], 'bad.avdl:1:'],
  ['an unsound schema', ['bad.avdl', '--to', 'avsc'], 'bad.avdl is no sound schema'],
  ['an unknown kind', ['a.avsc', '--to', 'json-shema'], 'did you mean json-schema?'],
  ['a missing kind', ['a.avsc'], "required option '--to <kind>' not specified"],
])('%s is told', async (_, args, message) => {
  const folder = projectFolder({ ...files, 'a.avsc': '"int"', 'bad.avdl': 'protocol X { record }' })
  const { code, stderr } = await folder.run('convert', ...args)
  expect([code, stderr]).toEqual([1, expect.stringContaining(message)])
})
