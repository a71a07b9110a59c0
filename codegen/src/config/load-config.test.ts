import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '../../test/project-folder.ts'
import { defineConfig } from './config.ts'
import { loadConfig } from './load-config.ts'

const config = { schemas: ['avro/**/*.avsc'], lint: { use: ['strict'] } }
const script = `export default ${JSON.stringify(config)}`

describe('a config is found', () => {
  test.each<[string, Record<string, unknown>, string]>([
    [
      'in TypeScript',
      {
        'magicbyte.config.ts': `const c: { schemas: string[] } = ${JSON.stringify(config)}\nexport default c`,
      },
      'magicbyte.config.ts',
    ],
    [
      'in TypeScript that imports what is not installed',
      {
        'magicbyte.config.ts': `import { type Config, defineConfig } from 'magicbyte'\nexport default defineConfig(${JSON.stringify(config)} satisfies Config)`,
      },
      'magicbyte.config.ts',
    ],
    ['in JavaScript', { 'magicbyte.config.mjs': script }, 'magicbyte.config.mjs'],
    ['in JSON', { 'magicbyte.config.json': config }, 'magicbyte.config.json'],
    [
      'in JSON with a byte order mark',
      { 'magicbyte.config.json': `\ufeff${JSON.stringify(config)}` },
      'magicbyte.config.json',
    ],
    ['in package.json', { 'package.json': { name: 'x', magicbyte: config } }, 'package.json'],
    [
      'in a file of its own first',
      { 'package.json': { magicbyte: {} }, 'magicbyte.config.json': config },
      'magicbyte.config.json',
    ],
    [
      'past a package.json that has none',
      { 'magicbyte.config.json': config, 'sub/package.json': { name: 'magicbyte' } },
      'magicbyte.config.json',
    ],
  ])('%s', async (_, files, expected) => {
    const { path, write } = projectFolder(files)
    write({ 'sub/deep/x': '' })
    expect(await loadConfig({ cwd: join(path, 'sub/deep') })).toEqual({
      config,
      file: join(path, expected),
      folder: path,
    })
  })

  test('where the user says', async () => {
    const { path } = projectFolder({ 'conf/my.json': config, 'magicbyte.config.json': {} })
    const loaded = await loadConfig({ cwd: path, file: 'conf/my.json' })
    expect(loaded).toEqual({ config, file: join(path, 'conf/my.json'), folder: join(path, 'conf') })
  })
})

test('without a config all is as it is by default', async () => {
  const { path } = projectFolder()
  expect(await loadConfig({ cwd: path })).toEqual({ config: {}, file: undefined, folder: path })
})

test.each<[string, unknown, string]>([
  [
    'an unknown key',
    { schema: [] },
    'config has the unknown key "schema"; did you mean "schemas"?',
  ],
  [
    'a wrong level',
    { compatibility: { default: 'BACK' } },
    'config.compatibility.default has to be one of "NONE"',
  ],
  ['a text instead of a list', { exclude: 'x' }, 'config.exclude has to be a list'],
  ['a wrong input', { schemas: [1] }, 'config.schemas[0] has to be an object'],
  [
    'secrets in the config',
    { registry: { auth: { password: 'x' } } },
    'config.registry.auth.env is missing',
  ],
  ['an output without a folder', { generate: [{}] }, 'config.generate[0].out is missing'],
  [
    'a name that every object has',
    '{"lint":{"ignore":{"__proto__":1}}}',
    'config.lint.ignore["__proto__"] has to be a list',
  ],
  ['no object at all', '[]', 'config has to be an object'],
  ['a text that is no JSON', '{', 'cannot be loaded'],
])('%s is told with its path', async (_, content, message) => {
  const { path } = projectFolder({ 'magicbyte.config.json': content })
  await expect(loadConfig({ cwd: path })).rejects.toThrow(message)
})

test('a package.json that is no JSON is told', async () => {
  const { path } = projectFolder({ 'package.json': '{"magicbyte": ' })
  await expect(loadConfig({ cwd: path })).rejects.toThrow('package.json cannot be loaded')
})

test('everything wrong is told at once', async () => {
  const { path } = projectFolder({ 'magicbyte.config.json': { exclude: 1, importDirs: 2 } })
  await expect(loadConfig({ cwd: path })).rejects.toThrow(
    'magicbyte.config.json is no valid config:\n  config.exclude has to be a list\n  config.importDirs',
  )
})

test('a config that is missing or gives nothing is told', async () => {
  const { path } = projectFolder({ 'magicbyte.config.mjs': 'export const x = 1' })
  await expect(loadConfig({ cwd: path, file: 'no.json' })).rejects.toThrow('no config file no.json')
  await expect(loadConfig({ cwd: path })).rejects.toThrow('it has no default export')
})

test('defineConfig gives back what it gets', () => {
  expect(defineConfig(config)).toBe(config)
})
