import { parseSchema } from '@magicbyte/avro'
import { describe, expect, test } from 'vitest'
import { projectFolder, record } from '../../test/project-folder.ts'
import { registryProject } from '../../test/registry-project.ts'
import { compareSchemas } from '../diff/compare-schemas.ts'

const enumOf = (more: object) => ({ type: 'enum', name: 'E', symbols: ['A', 'B'], ...more })
const fixed = (size: number) => ({ type: 'fixed', name: 'F', size })
const field = (more: object) => record('R', { f: { field: { type: 'int', ...more } } })

describe('what differs is marked', () => {
  test.each<[string, unknown, unknown, string[]]>([
    ['the same', record('R', { a: 'int' }), record('R', { a: 'int' }), []],
    ['a field more', record('R', {}), record('R', { a: 'int' }), ['FIELD_ADDED R.a BACKWARD']],
    ['a field with default more', record('R', {}), field({ default: 1 }), ['FIELD_ADDED R.f']],
    ['a field less', record('R', { a: 'int' }), record('R', {}), ['FIELD_REMOVED R.a FORWARD']],
    ['a field with default less', field({ default: 1 }), record('R', {}), ['FIELD_REMOVED R.f']],
    [
      'a wider type',
      record('R', { a: 'int' }),
      record('R', { a: 'long' }),
      ['FIELD_TYPE_CHANGED R.a FORWARD'],
    ],
    [
      'null may come along',
      record('R', { a: 'int' }),
      record('R', { a: ['null', 'int'] }),
      ['FIELD_TYPE_CHANGED R.a FORWARD'],
    ],
    [
      'another logical type',
      record('R', { a: 'long' }),
      record('R', { a: { type: 'long', logicalType: 'timestamp-millis' } }),
      ['FIELD_TYPE_CHANGED R.a'],
    ],
    [
      'a field with another name and an alias',
      record('R', { a: 'int' }),
      field({ aliases: ['a'] }),
      ['FIELD_RENAMED R.f FORWARD', 'ALIASES_CHANGED R.f'],
    ],
    ['a default more', field({}), field({ default: 1 }), ['FIELD_DEFAULT_ADDED R.f']],
    ['a default less', field({ default: 1 }), field({}), ['FIELD_DEFAULT_REMOVED R.f']],
    [
      'another default',
      field({ default: 1 }),
      field({ default: 2 }),
      ['FIELD_DEFAULT_CHANGED R.f'],
    ],
    ['another doc', field({}), field({ doc: 'x' }), ['DOC_CHANGED R.f']],
    ['another attribute', field({ pii: 1 }), field({ pii: 2 }), ['PROPERTY_CHANGED R.f']],
    [
      'another order of sorting',
      field({}),
      field({ order: 'ignore' }),
      ['FIELD_ORDER_CHANGED R.f'],
    ],
    [
      'fields in another order',
      record('R', { a: 'int', b: 'int' }),
      record('R', { b: 'int', a: 'int' }),
      ['FIELDS_REORDERED R'],
    ],
    ['a symbol less', enumOf({}), enumOf({ symbols: ['A'] }), ['SYMBOL_REMOVED E.B BACKWARD']],
    [
      'a symbol more',
      enumOf({}),
      enumOf({ symbols: ['A', 'B', 'C'] }),
      ['SYMBOL_ADDED E.C FORWARD'],
    ],
    [
      'a symbol less where there is a default',
      enumOf({ default: 'A' }),
      enumOf({ symbols: ['A'], default: 'A' }),
      ['SYMBOL_REMOVED E.B'],
    ],
    [
      'symbols in another order',
      enumOf({}),
      enumOf({ symbols: ['B', 'A'] }),
      ['SYMBOLS_REORDERED E'],
    ],
    ['another enum default', enumOf({}), enumOf({ default: 'A' }), ['ENUM_DEFAULT_CHANGED E']],
    ['another size', fixed(1), fixed(2), ['FIXED_SIZE_CHANGED F BACKWARD,FORWARD']],
    [
      'another kind',
      fixed(1),
      { ...enumOf({}), name: 'F' },
      ['TYPE_KIND_CHANGED F BACKWARD,FORWARD'],
    ],
    ['another root', 'int', 'long', ['ROOT_CHANGED schema FORWARD']],
    [
      'a type with another name and an alias',
      fixed(1),
      { ...fixed(1), name: 'G', aliases: ['F'] },
      ['TYPE_RENAMED G FORWARD', 'ALIASES_CHANGED G'],
    ],
    [
      'a type inside',
      record('R', { a: { type: 'array', items: fixed(1) } }),
      record('R', { a: { type: 'array', items: 'int' } }),
      ['FIELD_TYPE_CHANGED R.a BACKWARD,FORWARD', 'TYPE_REMOVED F'],
    ],
  ])('%s', (_, before, after, expected) => {
    const [oldSchema, newSchema] = [before, after].map((s) => parseSchema(JSON.stringify(s)))
    const { changes } = compareSchemas(oldSchema!, newSchema!)
    expect(
      changes.map(({ kind, subject, breaks }) => `${kind} ${subject} ${breaks.join()}`.trim()),
    ).toEqual(expected)
  })
})

test('files are compared with what they use', async () => {
  const folder = projectFolder({
    'a/order.avsc': record('Order', { who: 'Person' }),
    'a/person.avsc': record('Person', { name: 'string' }),
    'b/order.avsc': record('Order', { who: 'Person' }),
    'b/person.avsc': record('Person', { name: 'string', age: 'int' }),
  })
  expect(await folder.run('diff', 'a/order.avsc', 'b/order.avsc')).toEqual({
    code: 0,
    stderr: '',
    stdout:
      'a/order.avsc -> b/order.avsc\n' +
      '  b/person.avsc:1:76: breaks BACKWARD, FULL: FIELD_ADDED Person.age int, without default\n' +
      '  BACKWARD breaks, FORWARD holds, FULL breaks\n',
  })
  const json = await folder.run('diff', 'a', 'b', '-o', 'json')
  expect(JSON.parse(json.stdout)).toMatchObject([
    { old: 'a/order.avsc', new: 'b/order.avsc', breaks: ['BACKWARD', 'FULL'] },
    {
      old: 'a/person.avsc',
      changes: [{ kind: 'FIELD_ADDED', new: { file: 'b/person.avsc' } }],
    },
  ])
})

test.each<[string, string[], number]>([
  ['a broken level is a finding', ['--fail-on', 'BACKWARD'], 100],
  ['a level that holds is none', ['--fail-on', 'FORWARD'], 0],
  ['FULL breaks with either', ['--fail-on', 'FULL'], 100],
  ['any difference may be one', ['--exit-code'], 100],
])('%s', async (_, options, code) => {
  const folder = projectFolder({ 'a.avsc': record('R', {}), 'b.avsc': record('R', { a: 'int' }) })
  expect((await folder.run('diff', 'a.avsc', 'b.avsc', ...options)).code).toBe(code)
})

test('schemas that come and go are told, and those that moved are compared', async () => {
  const folder = projectFolder({
    'a/gone.avsc': record('Gone', {}),
    'a/moved.avsc': record('Moved', { a: 'int' }),
    'b/to/moved.avsc': record('Moved', { a: 'long' }),
    'b/new.avsc': record('New', {}),
  })
  const { stdout } = await folder.run('diff', 'a', 'b')
  expect(stdout).toContain('SCHEMA_ADDED New')
  expect(stdout).toContain('SCHEMA_REMOVED Gone')
  expect(stdout).toContain('a/moved.avsc -> b/to/moved.avsc')
})

test('a revision of git is a side', async () => {
  const folder = projectFolder({ 'schemas/a.avsc': record('R', { a: 'int' }) })
  folder.git('init', '-q', '-b', 'main')
  folder.git('add', '-A')
  folder.git('commit', '-q', '-m', 'x')
  folder.write({ 'schemas/a.avsc': record('R', { a: 'long' }) })
  for (const path of ['schemas/a.avsc', 'schemas']) {
    const { stdout } = await folder.run('diff', `git:main:${path}`, path)
    expect(stdout).toContain('git:main:schemas/a.avsc -> schemas/a.avsc\n')
    expect(stdout).toContain('breaks FORWARD, FULL: FIELD_TYPE_CHANGED R.a int became long')
  }
  expect((await folder.run('diff', 'git:main:none', 'schemas')).stderr).toContain('no schema in')
})

test('a version of a registry is a side', async () => {
  const project = await registryProject({
    'schemas/person.avsc': record('acme.Person', { name: 'string' }),
    'schemas/order.avsc': record('acme.Order', { buyer: 'Person', id: 'int' }),
  })
  await project.run('push', '-q')
  project.write({ 'schemas/order.avsc': record('acme.Order', { buyer: 'Person', id: 'long' }) })
  const { code, stdout } = await project.run('diff', 'registry:order-value', 'schemas/order.avsc')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^registry:order-value@1.avsc -> schemas\/order.avsc\n/)
  expect(stdout).toContain('FIELD_TYPE_CHANGED acme.Order.id int became long')
  expect(await project.run('diff', 'registry:order-value@1', 'registry:order-value')).toEqual({
    code: 0,
    stdout: '',
    stderr: 'no difference in meaning\n',
  })
  for (const [spec, reason] of [
    ['order-*', 'is not one version'],
    ['order-value@all', 'is not one version'],
    ['order-value@9', 'The registry has no version 9 of order-value'],
  ]) {
    const refused = await project.run('diff', `registry:${spec}`, 'schemas/order.avsc')
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining(reason!) })
  }
})

test('an unsound schema is no side', async () => {
  const folder = projectFolder({ 'a.avsc': '"int"', 'b.avsc': '"nope"' })
  expect(await folder.run('diff', 'a.avsc', 'b.avsc')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('b.avsc is no sound schema: b.avsc:1:1'),
  })
})
