import { describe, expect, test } from 'vitest'
import { ConfigError, type ConfigSources, loadConfig } from './load-config.ts'
import { type ServerConfig, type SettingName, settingNames, settings } from './settings.ts'
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

describe('an environment made for Confluent', () => {
  test('sets what it means here, and asks for nothing to be changed', async () => {
    const { config, warnings, notes } = await load({
      env: {
        SCHEMA_REGISTRY_HOST_NAME: 'schema-registry',
        SCHEMA_REGISTRY_LISTENERS: 'http://0.0.0.0:8085',
        SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS: 'broker:29092',
        SCHEMA_REGISTRY_KAFKASTORE_SASL_JAAS_CONFIG: 'password="x"',
        SCHEMA_REGISTRY_LEADER_ELIGIBILITY: 'true',
        SCHEMA_REGISTRY_INTER_INSTANCE_PROTOCOL: 'http',
        SCHEMA_REGISTRY_HEAP_OPTS: '-Xmx512m',
        SCHEMA_REGISTRY_JMX_PORT: '9999',
        SCHEMA_REGISTRY_LOG4J_ROOT_LOGLEVEL: 'WARN',
        SCHEMA_REGISTRY_LOG4J_LOGGERS: 'kafka=INFO',
        SCHEMA_REGISTRY_SCHEMA_CACHE_SIZE: '1000',
        SCHEMA_REGISTRY_SCHEMA_COMPATIBILITY_LEVEL: 'full',
        SCHEMA_REGISTRY_MODE_MUTABILITY: 'false',
        SCHEMA_REGISTRY_SCHEMA_PROVIDERS_REFERENCE_VERSIONS_STRICT: 'true',
        SCHEMA_REGISTRY_SCHEMA_REGISTRY_GROUP_ID: 'eu-registry',
        SCHEMA_REGISTRY_SUBJECT_VERSION_SEARCH_MAX_LIMIT: '50',
        SCHEMA_REGISTRY_SIZE_LIMIT_FILTER_MAX_REQUEST_BODY_SIZE: '1000',
        SCHEMA_REGISTRY_SHUTDOWN_GRACEFUL_MS: '2000',
        SCHEMA_REGISTRY_AUTHENTICATION_METHOD: 'NONE',
        PATH: '/bin',
      },
    })
    expect(config).toMatchObject({
      host: '0.0.0.0',
      port: 8085,
      logLevel: 'warn',
      compatibilityLevel: 'FULL',
      modeMutability: false,
      strictReferenceVersions: true,
      clusterName: 'eu-registry',
      subjectVersionSearchMaxLimit: 50,
      maxBodyBytes: 1000,
      drainTimeoutMs: 2000,
    } satisfies Partial<ServerConfig>)
    expect(warnings).toEqual([])
    expect(notes).toEqual([
      'no Kafka is needed; not used: SCHEMA_REGISTRY_HOST_NAME, ' +
        'SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS, SCHEMA_REGISTRY_KAFKASTORE_SASL_JAAS_CONFIG, ' +
        'SCHEMA_REGISTRY_LEADER_ELIGIBILITY, SCHEMA_REGISTRY_INTER_INSTANCE_PROTOCOL, ' +
        'SCHEMA_REGISTRY_HEAP_OPTS, SCHEMA_REGISTRY_JMX_PORT, SCHEMA_REGISTRY_LOG4J_LOGGERS, ' +
        'SCHEMA_REGISTRY_SCHEMA_CACHE_SIZE',
    ])
  })

  test.each<[rule: string, variable: string, value: string, config: Partial<ServerConfig>]>([
    [
      'the old name of the level',
      'SCHEMA_REGISTRY_AVRO_COMPATIBILITY_LEVEL',
      'none',
      { compatibilityLevel: 'NONE' },
    ],
    [
      "Bitnami's spelling of it",
      'SCHEMA_REGISTRY_AVRO_COMPATIBILY_LEVEL',
      'none',
      { compatibilityLevel: 'NONE' },
    ],
    ['the old port', 'SCHEMA_REGISTRY_PORT', '8082', { port: 8082 }],
    [
      'the first http listener',
      'SCHEMA_REGISTRY_LISTENERS',
      'https://a:1, http://b:2,http://c:3',
      { host: 'b', port: 2 },
    ],
    [
      'a listener for all addresses',
      'SCHEMA_REGISTRY_LISTENERS',
      'http://:8081',
      { host: '0.0.0.0', port: 8081 },
    ],
    [
      'an IPv6 listener',
      'SCHEMA_REGISTRY_LISTENERS',
      'HTTP://[::]:8081/',
      { host: '::', port: 8081 },
    ],
  ])('%s', async (_rule, variable, value, config) => {
    expect((await load({ env: { [variable]: value } })).config).toMatchObject(config)
  })

  test.each<[rule: string, listeners: string, problem: string]>([
    [
      'https alone is refused',
      'https://0.0.0.0:8081',
      'SCHEMA_REGISTRY_LISTENERS must hold a listener like "http://0.0.0.0:8081", not "https://0.0.0.0:8081"; for TLS put a proxy in front',
    ],
    [
      'a listener needs a port',
      'http://localhost',
      'SCHEMA_REGISTRY_LISTENERS must hold a listener like "http://0.0.0.0:8081", not "http://localhost"; for TLS put a proxy in front',
    ],
    [
      'a port of a listener has bounds',
      'http://localhost:70000',
      'port must be a whole number from 0 to 65535, not "70000" (environment SCHEMA_REGISTRY_LISTENERS)',
    ],
  ])('%s', async (_rule, listeners, problem) => {
    expect(await problemsOf({ env: { SCHEMA_REGISTRY_LISTENERS: listeners } })).toEqual([problem])
  })

  test.each<[rule: string, env: Record<string, string>, warning: string]>([
    [
      'a listener left out',
      { SCHEMA_REGISTRY_LISTENERS: 'http://a:1,https://a:2' },
      'SCHEMA_REGISTRY_LISTENERS: "https://a:2" is not served, only the first http listener is',
    ],
    [
      'what protects a registry and is not there',
      {
        SCHEMA_REGISTRY_AUTHENTICATION_METHOD: 'BASIC',
        SCHEMA_REGISTRY_SSL_KEYSTORE_PASSWORD: 'secret',
      },
      'not available here and without effect: SCHEMA_REGISTRY_AUTHENTICATION_METHOD, SCHEMA_REGISTRY_SSL_KEYSTORE_PASSWORD',
    ],
    [
      'a misspelt name',
      { SCHEMA_REGISTRY_SCHEMA_COMPATIBLITY_LEVEL: 'full' },
      'SCHEMA_REGISTRY_SCHEMA_COMPATIBLITY_LEVEL is not a setting, did you mean SCHEMA_REGISTRY_SCHEMA_COMPATIBILITY_LEVEL?',
    ],
    [
      'an unknown name',
      { SCHEMA_REGISTRY_URL: 'http://x' },
      'SCHEMA_REGISTRY_URL is not a setting',
    ],
    [
      'a misspelt name of ours',
      { MAGICBYTE_LOGLEVEL: 'info' },
      'MAGICBYTE_LOGLEVEL is not a setting, did you mean MAGICBYTE_LOG_LEVEL?',
    ],
  ])('warns of %s', async (_rule, env, warning) => {
    expect((await load({ env })).warnings).toEqual([warning])
  })

  test('what Kubernetes sets for a service of such a name is passed over', async () => {
    const links = (prefix: string) => ({
      [`${prefix}_PORT`]: 'tcp://10.0.0.1:8081',
      [`${prefix}_PORT_8081_TCP`]: 'tcp://10.0.0.1:8081',
      [`${prefix}_PORT_8081_TCP_ADDR`]: '10.0.0.1',
      [`${prefix}_PORT_8081_TCP_PORT`]: '9999',
      [`${prefix}_PORT_8081_TCP_PROTO`]: 'tcp',
      [`${prefix}_SERVICE_HOST`]: '10.0.0.1',
      [`${prefix}_SERVICE_PORT`]: '9999',
      [`${prefix}_SERVICE_PORT_HTTP`]: '9999',
    })
    const { config, warnings, notes } = await load({
      env: { ...links('SCHEMA_REGISTRY'), ...links('MAGICBYTE'), ...links('MAGICBYTE_SERVER') },
    })
    expect(config.port).toBe(8081)
    expect([...warnings, ...notes]).toEqual([])
  })
})

describe('a value in a file', () => {
  const env = { MAGICBYTE_DATABASE_FILE: '/run/secrets/db' }

  test('is read, and counts before the variable itself', async () => {
    const { config, origins } = await load({
      env: { ...env, MAGICBYTE_DATABASE: '/image/default.db' },
      file: { '/run/secrets/db': '/srv/a.db\n' },
    })
    expect(config.database).toBe('/srv/a.db')
    expect(formatOrigin(origins.get('database')!)).toBe('environment MAGICBYTE_DATABASE_FILE')
  })

  test.each<[rule: string, file: Record<string, string>, problem: string]>([
    [
      'must be there',
      {},
      '"/run/secrets/db" cannot be read: no such file (MAGICBYTE_DATABASE_FILE names a file that holds the value, MAGICBYTE_DATABASE is the value)',
    ],
    [
      'must be text',
      { '/run/secrets/db': 'SQLite format 3\0' },
      '"/run/secrets/db" does not hold one line of text (MAGICBYTE_DATABASE_FILE names a file that holds the value, MAGICBYTE_DATABASE is the value)',
    ],
  ])('%s', async (_rule, file, problem) => {
    expect(await problemsOf({ env, file })).toEqual([problem])
  })
})

describe('a configuration file', () => {
  test('of Confluent is read as it is', async () => {
    const { config, warnings, notes, origins } = await load({
      configFile: '/etc/schema-registry.properties',
      file: {
        '/etc/schema-registry.properties': [
          '# The address the socket server listens on.',
          'listeners=http://0.0.0.0:8085',
          'kafkastore.bootstrap.servers=PLAINTEXT://localhost:9092',
          'kafkastore.topic=_schemas',
          'debug=false',
          'schema.compatibility.level=none',
          'logFormat=json',
        ].join('\n'),
      },
    })
    expect(config).toMatchObject({ port: 8085, compatibilityLevel: 'NONE', logFormat: 'json' })
    expect(formatOrigin(origins.get('host')!)).toBe('file /etc/schema-registry.properties:2')
    expect(warnings).toEqual([])
    expect(notes).toEqual([
      'no Kafka is needed; not used: kafkastore.bootstrap.servers, kafkastore.topic, debug',
    ])
  })

  test('may be YAML with plain values', async () => {
    const { config } = await load({
      configFile: 'a.yaml',
      file: {
        'a.yaml': '# ours\nport: 9000\naccessLog: false\nhost:\nclusterId: 12\nlogLevel: off\n',
      },
    })
    expect(config).toMatchObject({
      port: 9000,
      accessLog: false,
      host: '127.0.0.1',
      clusterId: '12',
      logLevel: 'silent',
    } satisfies Partial<ServerConfig>)
  })

  test.each<[rule: string, path: string, text: string | undefined, problem: string]>([
    ['must exist', 'a.yaml', undefined, 'configuration file "a.yaml": no such file'],
    [
      'must have a known ending',
      'a.json',
      '{}',
      'configuration file "a.json": its name must end in .yaml, .yml or .properties',
    ],
    ['must hold keys', 'a.yaml', '- a', 'configuration file "a.yaml": must hold keys with values'],
    [
      'must not nest',
      'a.yaml',
      'port: 1\nhost:\n  a: b',
      'configuration file "a.yaml": "host" in line 2 must have a plain value, no list and no map',
    ],
    [
      'must not repeat a key',
      'a.yaml',
      'port: 1\nport: 2',
      'configuration file "a.yaml": Map keys must be unique in line 2',
    ],
    [
      'must be well-formed',
      'a.properties',
      'a=\\u1',
      'configuration file "a.properties": malformed \\u escape in line 1',
    ],
    [
      'names the line of a wrong value',
      'a.yaml',
      '\nport: x',
      'port must be a whole number from 0 to 65535, not "x" (file a.yaml:2)',
    ],
    [
      'must not be endless',
      'a.properties',
      '#'.repeat(1_000_001),
      'configuration file "a.properties": has more than 1000000 characters',
    ],
  ])('%s', async (_rule, path, text, problem) => {
    const file = text === undefined ? {} : { [path]: text }
    expect(await problemsOf({ configFile: path, file })).toEqual([problem])
  })

  test.each<[rule: string, text: string, warnings: string[]]>([
    ['a misspelt name', 'prot: 1', ['a.yaml:1: "prot" is not a setting, did you mean port?']],
    [
      'a misspelt property',
      'mode.mutabilty: true',
      ['a.yaml:1: "mode.mutabilty" is not a setting, did you mean mode.mutability?'],
    ],
    ['a name of Object.prototype', '__proto__: 1', ['a.yaml:1: "__proto__" is not a setting']],
    ['a name with control characters', '"\\e[2J": 1', ['a.yaml:1: "\\u001b[2J" is not a setting']],
  ])('warns of %s', async (_rule, text, warnings) => {
    expect((await load({ configFile: 'a.yaml', file: { 'a.yaml': text } })).warnings).toEqual(
      warnings,
    )
  })
})

interface Given {
  readonly flags?: Partial<Record<SettingName, string | boolean>>
  readonly configFile?: string
  readonly env?: Record<string, string>
  readonly file?: Record<string, string>
}

function load({ flags = {}, configFile, env = {}, file = {} }: Given) {
  const files = new Map(Object.entries(file))
  const sources: ConfigSources = {
    flags: new Map(Object.entries(flags) as [SettingName, string | boolean][]),
    configFile,
    env,
    readFile(path) {
      const text = files.get(path)
      if (text === undefined) throw new Error('no such file')
      return text
    },
  }
  return loadConfig(sources)
}

async function problemsOf(given: Given): Promise<readonly string[]> {
  const error = await load(given).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(ConfigError)
  return (error as ConfigError).problems
}
