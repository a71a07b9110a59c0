import { expect, test } from 'vitest'
import { type Cli, runCli } from './cli.ts'
import { flagName, type SettingName, settingNames, settings } from './config/settings.ts'

test.each<[rule: string, argv: string[]]>([
  ['no command serves', []],
  ['flags alone serve', ['--port', '9000']],
  ['serve serves', ['serve', '--port', '9000']],
])('%s', async (_rule, argv) => {
  const { code, calls } = await run(argv)
  expect({ code, calls }).toEqual({
    code: 0,
    calls: [`serve ${argv.includes('9000') ? 9000 : 8081}`],
  })
})

test.each(settingNames)('%s can be set by its flag', async (name) => {
  const value = sampleValue(name)
  const { config } = await run([flagName(name), String(value)])
  expect(config?.[name]).toBe(value)
})

test.each<[rule: string, argv: string[], value: boolean]>([
  ['a boolean flag alone is true', ['--validate-fields'], true],
  ['it may be followed by a value', ['--validate-fields', 'false'], false],
  ['or by = and a value', ['--validate-fields=TRUE'], true],
  ['no- makes it false', ['--validate-fields', '--no-validate-fields'], false],
  ['the last one counts', ['--no-validate-fields', '--validate-fields'], true],
])('%s', async (_rule, argv, value) => {
  const { config } = await run(argv, { env: { MAGICBYTE_VALIDATE_FIELDS: String(!value) } })
  expect(config?.validateFields).toBe(value)
})

test.each<[rule: string, argv: string[], err: string]>([
  ['an unknown command', ['bakcup', 'x'], "unknown command 'bakcup' (Did you mean backup?)"],
  ['an unknown flag', ['--prot', '1'], "unknown option '--prot' (Did you mean --port?)"],
  ['a flag without its value', ['--port'], "option '--port <number>' argument missing"],
  [
    'too many arguments',
    ['serve', 'x'],
    "too many arguments for 'serve'. Expected 0 arguments but got 1.",
  ],
  ['a command without its argument', ['backup'], "missing required argument 'file'"],
  [
    'a wrong value',
    ['--port', 'x'],
    'port must be a whole number from 0 to 65535, not "x" (flag --port)',
  ],
])('%s is 1 and one line', async (_rule, argv, err) => {
  expect(await run(argv)).toMatchObject({
    code: 1,
    calls: [],
    out: '',
    err: `magicbyte-server: ${err}\n`,
  })
})

test('every problem of the configuration has its line', async () => {
  const { code, err } = await run(['--port', 'x', '--access-log', 'x'])
  expect({ code, lines: err.split('\n').length }).toEqual({ code: 1, lines: 3 })
})

test.each<[argv: string, out: RegExp]>([
  ['--version', /^1\.2\.3\n$/],
  ['--help', /^Usage: magicbyte-server .*\bbackup\b/s],
  ['help', /^Usage: magicbyte-server /],
])('%s is 0 and goes to standard output', async (argv, out) => {
  expect(await run([argv])).toMatchObject({
    code: 0,
    calls: [],
    err: '',
    out: expect.stringMatching(out),
  })
})

test('the help of serve tells every flag', async () => {
  const { out } = await run(['serve', '--help'])
  for (const name of settingNames) expect(out).toContain(flagName(name))
})

test('--print-config prints values with their origin and what there is to tell, and does not serve', async () => {
  const { code, calls, out, err } = await run(['--print-config', '--port', '9000'], {
    env: { SCHEMA_REGISTRY_URL: 'x', SCHEMA_REGISTRY_HEAP_OPTS: '-Xmx1g' },
  })
  expect({ code, calls }).toEqual({ code: 0, calls: [] })
  expect(out).toMatch(/^port: 9000 +# flag --port$/m)
  expect(err).toBe(
    'warning: SCHEMA_REGISTRY_URL is not a setting\n' +
      'note: no Kafka is needed; not used: SCHEMA_REGISTRY_HEAP_OPTS\n',
  )
})

test('backup and restore work on the configured database and tell what they did', async () => {
  const env = { MAGICBYTE_DATABASE: '/data/a.db' }
  expect(await run(['backup', 'b.db'], { env })).toMatchObject({
    code: 0,
    calls: ['backup /data/a.db b.db'],
    out: 'Backed up /data/a.db to b.db (4096 bytes, 5 versions).\n',
  })
  expect(await run(['restore', 'b.db', '--database', '/data/c.db'], { env })).toMatchObject({
    code: 0,
    calls: ['restore b.db /data/c.db'],
    out:
      'Restored /data/c.db from b.db.\n' +
      'The replaced database is kept as /data/c.db.old.\n' +
      'Ids go on after those of the replaced database in ., .eu.\n',
  })
})

test.each<[rule: string, error: Error, err: string]>([
  [
    'of the system',
    Object.assign(new Error('address in use'), { code: 'EADDRINUSE' }),
    'address in use',
  ],
  ['of SQLite', Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' }), 'disk full'],
  ['of our own', Object.assign(new Error('locked'), { code: 'DATABASE_LOCK' }), 'locked'],
])('an expected error %s is 1 and one line', async (_rule, error, err) => {
  const serve = () => Promise.reject(error)
  expect(await run([], { serve })).toMatchObject({
    code: 1,
    out: '',
    err: `magicbyte-server: ${err}\n`,
  })
})

test.each<[rule: string, error: Error]>([
  ['a fault in the program', new TypeError('x is undefined')],
  ['a wrong call of Node', Object.assign(new TypeError('wrong'), { code: 'ERR_INVALID_ARG_TYPE' })],
])('%s is thrown on', async (_rule, error) => {
  await expect(run([], { serve: () => Promise.reject(error) })).rejects.toBe(error)
})

test.each<[rule: string, env: Record<string, string>, argv: string[], url: string]>([
  ['the default', {}, [], 'http://127.0.0.1:8081/health/ready'],
  [
    'all IPv4 addresses',
    { MAGICBYTE_HOST: '0.0.0.0', MAGICBYTE_PORT: '9' },
    [],
    'http://127.0.0.1:9/health/ready',
  ],
  [
    'all addresses',
    { SCHEMA_REGISTRY_LISTENERS: 'http://[::]:8' },
    [],
    'http://[::1]:8/health/ready',
  ],
  ['a host name', {}, ['--host', 'registry'], 'http://registry:8081/health/ready'],
  ['a URL', {}, ['--url', 'http://x/y'], 'http://x/y'],
])('health asks the server at %s', async (_rule, env, argv, url) => {
  expect(await run(['health', ...argv], { env })).toMatchObject({
    code: 0,
    calls: [`fetch ${url}`],
    err: '',
  })
})

test.each<[rule: string, fetch: () => Promise<Response>, err: string]>([
  ['it answers with an error', async () => new Response('', { status: 503 }), 'answered 503'],
  [
    'it does not answer',
    () => Promise.reject(new TypeError('fetch failed', { cause: new Error('refused') })),
    'gave no answer: refused',
  ],
])('health is 1 when %s', async (_rule, fetch, err) => {
  expect(await run(['health'], { fetch })).toMatchObject({
    code: 1,
    out: '',
    err: `magicbyte-server: http://127.0.0.1:8081/health/ready ${err}\n`,
  })
})

async function run(argv: string[], changed: Partial<Cli> = {}) {
  const calls: string[] = []
  const written = { out: '', err: '' }
  let config: Parameters<Cli['serve']>[0]['config'] | undefined
  const code = await runCli(argv, {
    version: '1.2.3',
    env: {},
    readFile: () => '',
    async serve(loaded) {
      config = loaded.config
      calls.push(`serve ${config.port}`)
    },
    async backup(database, file) {
      calls.push(`backup ${database} ${file}`)
      return { bytes: 4096, rows: new Map([['versions', 5]]) }
    },
    async restore(file, database) {
      calls.push(`restore ${file} ${database}`)
      return { kept: `${database}.old`, raisedContexts: ['.', '.eu'] }
    },
    async fetch(url) {
      calls.push(`fetch ${url}`)
      return new Response('{}')
    },
    out(text) {
      written.out += text
    },
    err(text) {
      written.err += text
    },
    ...changed,
  })
  return { code, calls, config, ...written }
}

/** A value that is not the default. */
function sampleValue(name: SettingName): string | number | boolean {
  const { default: preset, placeholder } = settings[name]
  if (typeof preset === 'boolean') return !preset
  const samples = [409, 12, '::1', 'FULL', 'debug', 'json', placeholder === 'file' ? 'x.db' : 'x']
  return samples.find(
    (value) => typeof value === typeof preset && settings[name].type.safeParse(value).success,
  )!
}
