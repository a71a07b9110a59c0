import { describe, expect, test } from 'vitest'
import { type Given, load, problemsOf } from '../../test/load-config.ts'
import { type SettingName, settingNames, settings } from './settings.ts'
import { formatOrigin } from './source.ts'

test('without any source every setting has its default', async () => {
  const { config, origins, warnings, notes } = await load({})
  expect(config).toEqual(
    Object.fromEntries(settingNames.map((name) => [name, settings[name].default])),
  )
  expect(new Set([...origins.values()].map(formatOrigin))).toEqual(new Set(['default']))
  expect([...warnings, ...notes]).toEqual([])
})

describe('precedence', () => {
  const file = { '/etc/app.yaml': 'port: 4\n' }
  const env = { MAGICBYTE_PORT: '3', MAGICBYTE_CONFIG: '/etc/app.yaml' }

  test.each<[rule: string, given: Given, port: number, origin: string]>([
    ['a flag before all', { flags: { port: '2' }, env, file }, 2, 'flag --port'],
    ['the environment before the file', { env, file }, 3, 'environment MAGICBYTE_PORT'],
    [
      'an empty variable is none',
      { env: { ...env, MAGICBYTE_PORT: '' }, file },
      4,
      'file /etc/app.yaml:1',
    ],
    [
      '--config before MAGICBYTE_CONFIG',
      {
        configFile: '/b.yml',
        env: { MAGICBYTE_CONFIG: '/etc/app.yaml' },
        file: { '/b.yml': '\nport: 5' },
      },
      5,
      'file /b.yml:2',
    ],
    [
      'our name before a name of Confluent',
      { env: { SCHEMA_REGISTRY_PORT: '6', MAGICBYTE_PORT: '3' } },
      3,
      'environment MAGICBYTE_PORT',
    ],
    [
      'listeners before our name',
      { env: { SCHEMA_REGISTRY_LISTENERS: 'http://h:7', MAGICBYTE_PORT: '3' } },
      7,
      'environment SCHEMA_REGISTRY_LISTENERS',
    ],
    [
      'listeners in the file after the environment',
      { env, file: { '/etc/app.yaml': 'listeners: http://h:7' } },
      3,
      'environment MAGICBYTE_PORT',
    ],
  ])('%s', async (_rule, given, port, origin) => {
    const { config, origins } = await load(given)
    expect(config.port).toBe(port)
    expect(formatOrigin(origins.get('port')!)).toBe(origin)
  })

  test('who decides is noted when one source holds two values', async () => {
    const { notes } = await load({
      env: {
        MAGICBYTE_HOST: '0.0.0.0',
        SCHEMA_REGISTRY_LISTENERS: 'http://registry:8081',
        SCHEMA_REGISTRY_PORT: '8081',
        SCHEMA_REGISTRY_AVRO_COMPATIBILITY_LEVEL: 'none',
        SCHEMA_REGISTRY_SCHEMA_COMPATIBILITY_LEVEL: 'full',
      },
    })
    expect(notes).toEqual([
      'SCHEMA_REGISTRY_LISTENERS decides host, not MAGICBYTE_HOST',
      'SCHEMA_REGISTRY_SCHEMA_COMPATIBILITY_LEVEL decides compatibilityLevel, not SCHEMA_REGISTRY_AVRO_COMPATIBILITY_LEVEL',
    ])
  })
})

describe('values', () => {
  test.each<[rule: string, setting: SettingName, text: string, value: unknown]>([
    ['a level in any letter case', 'compatibilityLevel', 'full_Transitive', 'FULL_TRANSITIVE'],
    ['blanks around a value are dropped', 'compatibilityLevel', ' none ', 'NONE'],
    ['a boolean in any letter case', 'accessLog', 'FALSE', false],
    ['port 0', 'port', '0', 0],
    ['an IPv6 address', 'host', '::1', '::1'],
    ['brackets around an IPv6 address', 'host', '[::]', '::'],
    ['a host name', 'host', 'schema_registry.example-1.local', 'schema_registry.example-1.local'],
    ['one of two error codes', 'incompatibleErrorCode', '409', 409],
    ['log level names of log4j', 'logLevel', 'WARN', 'warn'],
    ['log4j turned off', 'logLevel', 'OFF', 'silent'],
    ['any text', 'clusterName', 'Größe: 1 #2', 'Größe: 1 #2'],
    ['a path with blanks', 'database', '/var/my data/a.db', '/var/my data/a.db'],
  ])('%s', async (_rule, setting, text, value) => {
    const { config } = await load({ flags: { [setting]: text } })
    expect(config[setting]).toBe(value)
  })

  test.each<[setting: SettingName, text: string, problem: string]>([
    ['port', '65536', 'port must be a whole number from 0 to 65535, not "65536" (flag --port)'],
    ['port', '80.5', 'port must be a whole number from 0 to 65535, not "80.5" (flag --port)'],
    ['port', '-1', 'port must be a whole number from 0 to 65535, not "-1" (flag --port)'],
    ['port', '0x50', 'port must be a whole number from 0 to 65535, not "0x50" (flag --port)'],
    ['port', '', 'port must be a whole number from 0 to 65535, not "" (flag --port)'],
    [
      'maxBodyBytes',
      '2MiB',
      'maxBodyBytes must be a whole number from 1 to 268435456, not "2MiB" (flag --max-body-bytes)',
    ],
    ['accessLog', 'yes', 'accessLog must be true or false, not "yes" (flag --access-log)'],
    [
      'logFormat',
      'xml',
      'logFormat must be one of auto, json, pretty, not "xml" (flag --log-format)',
    ],
    [
      'logLevel',
      '__proto__',
      'logLevel must be one of trace, debug, info, warn, error, fatal, silent, not "__proto__" (flag --log-level)',
    ],
    [
      'incompatibleErrorCode',
      '422',
      'incompatibleErrorCode must be one of 40901, 409, not "422" (flag --incompatible-error-code)',
    ],
    [
      'host',
      'http://localhost',
      'host must be an IP address or a host name, not "http://localhost" (flag --host)',
    ],
    [
      'host',
      'localhost:80',
      'host must be an IP address or a host name, not "localhost:80" (flag --host)',
    ],
    [
      'clusterName',
      '',
      'clusterName must be a text of 1 to 255 characters, not "" (flag --cluster-name)',
    ],
    [
      'clusterId',
      'a\nb',
      'clusterId must be a text of 0 to 255 characters, not "a\\nb" (flag --cluster-id)',
    ],
    ['database', '', 'database must be the path of an SQLite file, not "" (flag --database)'],
    [
      'database',
      'sqlite:/a.db',
      'database must be the plain path of an SQLite file on disk, not "sqlite:/a.db" (flag --database)',
    ],
    [
      'database',
      ':memory:',
      'database must be the plain path of an SQLite file on disk, not ":memory:" (flag --database)',
    ],
    [
      'database',
      'postgres://me:pass@db/x?sslkey=k',
      'database must be the path of an SQLite file (PostgreSQL is not supported), not "postgres://****@db/x?****" (flag --database)',
    ],
  ])('%s may not be %j', async (setting, text, problem) => {
    expect(await problemsOf({ flags: { [setting]: text } })).toEqual([problem])
  })

  test('all problems are told at once', async () => {
    const problems = await problemsOf({
      flags: { port: 'x' },
      env: { MAGICBYTE_ACCESS_LOG: 'maybe', SCHEMA_REGISTRY_LISTENERS: 'https://0.0.0.0:8081' },
      configFile: '/gone.yaml',
    })
    expect(problems).toHaveLength(4)
  })
})
