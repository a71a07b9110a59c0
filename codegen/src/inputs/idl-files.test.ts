import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalString } from '@magicbyte/avro'
import { expect, test } from 'vitest'
import { projectFolder } from '../../test/project-folder.ts'
import { loadSchemas, type SchemaSet } from './schema-set.ts'
import { readSourceFile } from './source-file.ts'

async function load(
  files: Record<string, string>,
  { paths = Object.keys(files), importRoot }: { paths?: string[]; importRoot?: string } = {},
): Promise<SchemaSet> {
  const { path: cwd } = projectFolder(files)
  const sources = paths.map((path) => readSourceFile(join(cwd, path), cwd))
  const root = importRoot === undefined ? undefined : join(cwd, importRoot)
  return await loadSchemas(sources, { ...(root !== undefined && { importRoot: root }) })
}

const line = '{"type":"record","name":"shop.Line","fields":[{"name":"sku","type":"string"}]}'
const order = 'namespace shop;\nimport schema "line.avsc";\nrecord Order { Line line; }\n'

test('types go from schema to IDL to protocol and back', async () => {
  const set = await load({
    'order.avdl': order,
    'line.avsc': line,
    'p.avpr':
      '{"protocol":"P","namespace":"shop","types":[{"type":"fixed","name":"Key","size":2}]}',
    'user.avsc': '["null","shop.Order","shop.Key"]',
  })
  expect(set.diagnostics).toEqual([])
  const user = set.files.find(({ source }) => source.path === 'user.avsc')!
  const { parsed, text, placeOf } = user.resolved()!
  expect(canonicalString(parsed)).toContain('{"type":"fixed","name":"Key","namespace":"shop"')
  const place = placeOf(text.indexOf('"string"'))
  expect([place.file.path, place.range.start.column]).toEqual([
    'line.avsc',
    line.indexOf('"string"') + 1,
  ])
  expect(user.references().map(({ fullName, file }) => [fullName, file.source.path])).toEqual([
    ['shop.Order', 'order.avdl'],
    ['shop.Key', 'p.avpr'],
  ])
})

test('imported types of the set are references', async () => {
  const set = await load({ 'order.avdl': order, 'line.avsc': line })
  const [file] = set.files
  expect(file!.defines).toEqual(['shop.Order'])
  expect(file!.registration()?.references.map(({ fullName }) => fullName)).toEqual(['shop.Line'])
})

test('imported types of other files are part of the file', async () => {
  const set = await load(
    { 'order.avdl': order, 'line.avsc': line },
    { paths: ['order.avdl'], importRoot: '.' },
  )
  expect(set.diagnostics).toEqual([])
  expect(new Set(set.files[0]!.defines)).toEqual(new Set(['shop.Order', 'shop.Line']))
})

test.each<[string, { importRoot?: string }]>([
  ['without a root nothing outside the set', {}],
  ['nothing outside the root', { importRoot: 'sub' }],
])('an import leads to %s', async (_, options) => {
  const files = {
    'sub/order.avdl': order.replace('line.avsc', '../line.avsc'),
    'line.avsc': line,
  }
  const set = await load(files, { paths: ['sub/order.avdl'], ...options })
  expect(set.diagnostics.map(({ rule, range }) => [rule, range.start.line])).toEqual([
    ['IDL_IMPORT', 2],
    ['UNKNOWN_TYPE', 3],
  ])
})

test('a link does not lead an import out of the root', async () => {
  const { path: cwd } = projectFolder({ 'sub/order.avdl': order, 'secret.avsc': line })
  symlinkSync(join(cwd, 'secret.avsc'), join(cwd, 'sub/line.avsc'))
  const source = readSourceFile(join(cwd, 'sub/order.avdl'), cwd)
  const set = await loadSchemas([source], { importRoot: join(cwd, 'sub') })
  expect(set.diagnostics[0]?.rule).toBe('IDL_IMPORT')
})

test('a repetition has both places', async () => {
  const text = 'record A {} record A { int a; }'
  const set = await load({ 'a.avdl': text })
  expect(set.diagnostics).toMatchObject([
    {
      rule: 'REDEFINED_TYPE',
      range: { start: { offset: text.lastIndexOf('A') } },
      related: [{ file: 'a.avdl', range: { start: { offset: text.indexOf('A') } } }],
    },
  ])
})

test('problems have their places, warnings leave a file sound', async () => {
  const set = await load({
    'bad.avdl': 'record Bad { strnig a; }',
    'warned.avdl': 'enum E { A } /** lost */',
  })
  const [bad, warned] = set.files
  expect(set.diagnostics.map(({ file, severity, rule }) => [file, severity, rule])).toEqual([
    ['bad.avdl', 'error', 'UNKNOWN_TYPE'],
    ['warned.avdl', 'warning', 'IDL_DOC_MISPLACED'],
  ])
  expect(set.diagnostics[0]?.range.start).toEqual({ line: 1, column: 14, offset: 13 })
  expect([bad!.isValid, warned!.isValid]).toEqual([false, true])
})

test('a type that another file defines comes with what to import', async () => {
  const source = (path: string, text: string) => ({
    path,
    location: `/x/${path}`,
    text,
    hasBom: false,
  })
  const { diagnostics } = await loadSchemas([
    source('idl/order.avdl', 'namespace shop; record Order { Line line; shop.Note note; Gone x; }'),
    source('line.avsc', '{"type":"record","name":"shop.Line","fields":[]}'),
    source('idl/note.avdl', 'namespace shop; record Note {}'),
  ])
  expect(diagnostics.map(({ hint }) => hint)).toEqual([
    'Import the file that defines it: import schema "../line.avsc";',
    'Import the file that defines it: import idl "note.avdl";',
    undefined,
  ])
})
