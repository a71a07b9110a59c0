import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../../test/project-folder.ts'
import { displayPath, findFiles } from './find-files.ts'
import { UsageError } from './input-error.ts'
import { decodeSource, MAX_FILE_SIZE, readSourceFile } from './source-file.ts'

const files = {
  'schemas/b.avsc': '',
  'schemas/B.avsc': '',
  'schemas/a/z.avdl': '',
  'schemas/a/y.avpr': '',
  'schemas/a/readme.md': '',
  'schemas/.hidden/x.avsc': '',
  'schemas/node_modules/m/x.avsc': '',
  'other/c.avsc': '',
  'other/[x].avsc': '',
}

test.each<[string, string[], string[], string[]]>([
  [
    'a folder gives its files in the order of their code units',
    ['schemas'],
    [],
    ['schemas/B.avsc', 'schemas/a/y.avpr', 'schemas/a/z.avdl', 'schemas/b.avsc'],
  ],
  [
    'a glob gives what it matches',
    ['**/?.avsc'],
    [],
    ['other/c.avsc', 'schemas/B.avsc', 'schemas/b.avsc'],
  ],
  ['a file is given once', ['other/c.avsc', 'other/c.avsc', 'other/c*'], [], ['other/c.avsc']],
  ['a name like a glob is a name', ['other/[x].avsc'], [], ['other/[x].avsc']],
  [
    'what is left out is missing',
    ['schemas', 'other'],
    ['**/a/**', 'other/[[]x].avsc'],
    ['other/c.avsc', 'schemas/B.avsc', 'schemas/b.avsc'],
  ],
  ['a file that is named is not left out', ['other/c.avsc'], ['**'], ['other/c.avsc']],
])('%s', async (_, patterns, exclude, expected) => {
  const { path: cwd } = projectFolder(files)
  const found = await findFiles(patterns, { cwd, exclude })
  expect(found.map((file) => displayPath(file, cwd))).toEqual(expected)
})

test('links to folders are not followed, so that circles end; links to files are', async () => {
  const { path: cwd } = projectFolder({ 'schemas/a.avsc': '' })
  mkdirSync(join(cwd, 'schemas/deep'))
  symlinkSync(join(cwd, 'schemas'), join(cwd, 'schemas/deep/again'))
  symlinkSync(join(cwd, 'schemas/a.avsc'), join(cwd, 'schemas/deep/link.avsc'))
  symlinkSync(join(cwd, 'nowhere'), join(cwd, 'schemas/broken.avsc'))
  for (const pattern of ['schemas', 'schemas/**/[al]*.avsc']) {
    const found = await findFiles([pattern], { cwd })
    expect(found.map((file) => displayPath(file, cwd))).toEqual([
      'schemas/a.avsc',
      'schemas/deep/link.avsc',
    ])
  }
})

test.each(['nope.avsc', 'nope/*.avsc'])('%s leads to nothing, which is told', async (pattern) => {
  const { path: cwd } = projectFolder(files)
  await expect(findFiles([pattern], { cwd })).rejects.toThrow(UsageError)
})

test.each<[string, Buffer, object]>([
  ['a byte order mark is no text', Buffer.from('\ufeff"int"'), { text: '"int"', hasBom: true }],
  ['a text without mark is as it is', Buffer.from('"ï"\r\n'), { text: '"ï"\r\n', hasBom: false }],
  ['what is no UTF-8 is refused', Buffer.from([0x22, 0xff, 0x22]), { failure: expect.any(String) }],
  [
    'what is too large is refused',
    Buffer.alloc(MAX_FILE_SIZE + 1),
    { failure: expect.any(String) },
  ],
])('%s', (_, bytes, expected) => {
  expect(decodeSource({ path: 'a', location: 'a', bytes })).toMatchObject(expected)
})

test('a file that cannot be read says so', () => {
  const { path } = projectFolder()
  expect(readSourceFile(join(path, 'a.avsc'), path)).toMatchObject({
    path: 'a.avsc',
    text: '',
    failure: 'The file cannot be read: ENOENT',
  })
})
