import { expect, test } from 'vitest'
import { load, problemsOf } from '../../test/load-config.ts'
import { propertyOfVariable } from './confluent.ts'
import type { ServerConfig } from './settings.ts'

test('an environment made for Confluent sets what it means here, without complaint', async () => {
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
  ['an unknown name', { SCHEMA_REGISTRY_URL: 'http://x' }, 'SCHEMA_REGISTRY_URL is not a setting'],
  [
    'a misspelt name of ours',
    { MAGICBYTE_LOGLEVEL: 'info' },
    'MAGICBYTE_LOGLEVEL is not a setting, did you mean MAGICBYTE_LOG_LEVEL?',
  ],
])('warns of %s', async (_rule, env, warning) => {
  expect((await load({ env })).warnings).toEqual([warning])
})

test.each<[rule: string, variable: string, property: string]>([
  ['one underscore is a dot', 'SCHEMA_REGISTRY_MODE_MUTABILITY', 'mode.mutability'],
  ['two are a dash', 'SCHEMA_REGISTRY_A__B', 'a-b'],
  ['three are an underscore', 'SCHEMA_REGISTRY_A___B_C', 'a_b.c'],
])('%s', (_rule, variable, property) => {
  expect(propertyOfVariable(variable)).toBe(property)
})
