import { describe, expect, test } from 'vitest'
import { type ProjectFolder, projectFolder, record } from '../../test/project-folder.ts'

const order = record('Order', { id: 'string', buyer: ['null', 'Person'] })
const person = record('Person', { name: 'string' })

function repository(files: Record<string, unknown>): ProjectFolder {
  const folder = projectFolder(files)
  folder.git('init', '-q', '-b', 'main')
  commit(folder)
  return folder
}

function commit(folder: ProjectFolder, tag?: string): void {
  folder.git('add', '-A')
  folder.git('commit', '-q', '-m', 'x')
  if (tag !== undefined) folder.git('tag', tag)
}

describe('against git', () => {
  test('a field without default fails, with both places and what helps', async () => {
    const folder = repository({ 'schemas/order.avsc': order, 'schemas/person.avsc': person })
    folder.write({
      'schemas/order.avsc': record('Order', {
        id: 'string',
        buyer: ['null', 'Person'],
        currency: 'string',
      }),
    })
    expect(await folder.run('compat', '--against', 'git#branch=main', '-q')).toEqual({
      code: 100,
      stderr: '',
      stdout:
        'schemas/order.avsc:1:115: error READER_FIELD_MISSING_DEFAULT_VALUE ' +
        'field "currency" has no default, so BACKWARD fails against main: ' +
        'The new schema needs the field "currency" of the record "Order", but the old schema ' +
        'does not write it and the new schema gives it no default. (Give the field "currency" a ' +
        'default, or name the old field in its aliases if it was renamed.)\n' +
        '  git:main:schemas/order.avsc:1:1: this is how main writes it\n',
    })
  })

  test('a change in another file is found where it is', async () => {
    const folder = repository({ 'schemas/order.avsc': order, 'schemas/person.avsc': person })
    folder.write({ 'schemas/person.avsc': record('Person', { name: 'int' }) })
    const { stdout } = await folder.run('compat', 'schemas', '--against', 'git#branch=main')
    expect(stdout).toContain('schemas/person.avsc:1:66: error TYPE_MISMATCH string became int')
    expect(stdout).toContain('schemas/order.avsc:1:96: error MISSING_UNION_BRANCH')
  })

  test.each<[string, string, number]>([
    ['the last version is enough', 'BACKWARD', 0],
    ['a transitive level looks at all', 'BACKWARD_TRANSITIVE', 100],
    ['the other direction is another question', 'FORWARD', 100],
    ['no level asks for nothing', 'NONE', 0],
  ])('%s', async (_, level, code) => {
    const folder = repository({ 'schemas/a.avsc': record('A', { a: 'int', c: 'int' }) })
    folder.write({ 'schemas/a.avsc': record('A', { a: 'int', b: 'int', c: 'int' }) })
    commit(folder)
    folder.write({ 'schemas/a.avsc': record('A', { a: 'int', b: 'int' }) })
    const result = await folder.run('compat', '--against', 'git#branch=main', '--level', level)
    expect(result.code).toBe(code)
  })

  test('a transitive level lists every version', async () => {
    const folder = repository({ 'schemas/a.avsc': record('A', { a: 'int' }) })
    folder.write({
      'schemas/a.avsc': record('A', { a: 'int', x: { field: { type: 'int', default: 1 } } }),
    })
    commit(folder)
    folder.write({ 'schemas/a.avsc': record('A', { a: 'string' }) })
    const { stdout } = await folder.run(
      ...['compat', '--against', 'git#branch=main', '--level', 'BACKWARD_TRANSITIVE'],
    )
    const ids = folder.git('log', '--format=%h', '--abbrev=10').trim().split('\n')
    const against = [...stdout.matchAll(/fails against (\S+):/g)].map(([, label]) => label)
    expect(new Set(against)).toEqual(new Set(['main', ids[1]]))
  })

  test('tags and commits are revisions too, files may have moved', async () => {
    const folder = repository({ 'schemas/a.avsc': record('A', { a: 'int' }) })
    folder.git('tag', 'v1')
    folder.git('mv', 'schemas/a.avsc', 'schemas/b.avsc')
    folder.write({ 'schemas/b.avsc': record('A', { a: 'string' }) })
    commit(folder)
    expect((await folder.run('compat', '--against', 'git#tag=v1')).code).toBe(100)
    const head = folder.git('rev-parse', 'HEAD').trim()
    expect((await folder.run('compat', '--against', `git#commit=${head}`)).code).toBe(0)
  })

  test('a new file has nothing to be compared with', async () => {
    const folder = repository({ 'schemas/a.avsc': '"int"' })
    folder.write({ 'schemas/b.avsc': record('B', {}) })
    const { code, stderr } = await folder.run('compat', '--against', 'git#branch=main')
    expect(code).toBe(0)
    expect(stderr).toContain('1 of 2 files have earlier versions')
  })

  test.each<[string, string, string]>([
    ['an unknown revision', 'git#branch=nope', 'There is no git revision "nope"'],
    ['an option instead of a revision', 'git#branch=--all', 'names no git revision'],
    ['an unknown form', 'git#x=1', 'write git#branch=NAME'],
  ])('%s is told', async (_, against, message) => {
    const folder = repository({ 'schemas/a.avsc': '"int"' })
    expect(await folder.run('compat', '--against', against)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(message),
    })
  })

  test('a folder without a repository is told', async () => {
    const folder = projectFolder({ 'schemas/a.avsc': '"int"' })
    const { code, stderr } = await folder.run('compat', '--against', 'git#branch=main')
    expect(code).toBe(1)
    expect(stderr).toContain('not a git repository')
  })
})

describe('against paths', () => {
  test('folders are compared file by file', async () => {
    const folder = projectFolder({
      'old/x/a.avsc': record('A', { a: 'int' }),
      'new/x/a.avsc': record('A', { a: 'string' }),
      'new/b.avsc': record('B', {}),
    })
    const { code, stdout } = await folder.run('compat', 'new', '--against', 'old')
    expect(code).toBe(100)
    expect(stdout).toContain('  old/x/a.avsc:1:')
  })

  test('files are compared whatever their names', async () => {
    const folder = projectFolder({ 'v1.avsc': '"string"', 'v2.avsc': '"int"' })
    const { stdout } = await folder.run('compat', 'v2.avsc', '--against', 'v1.avsc')
    expect(stdout).toContain('v2.avsc:1:1: error TYPE_MISMATCH string became int')
  })
})

test('the config says what to compare with and how', async () => {
  const folder = projectFolder({
    'old/a.avsc': record('A', { a: 'int', b: 'int' }),
    'schemas/a.avsc': record('A', { a: 'int' }),
    'magicbyte.config.json': { compatibility: { default: 'FULL', against: 'old' } },
  })
  expect((await folder.run('compat')).stdout).toContain(
    'field "b" is missing and had no default, so FULL (forward) fails against old',
  )
})

test('without anything to compare with the user is asked', async () => {
  const folder = projectFolder({ 'schemas/a.avsc': '"int"' })
  expect(await folder.run('compat')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--against'),
  })
})
