import { describe, expect, test } from 'vitest'
import { InvalidArgumentError } from './errors/usage-errors.ts'
import type { Properties } from './properties/property-reader.ts'
import { fromProperties, type PropertySettings } from './properties.ts'

const url = 'http://localhost:8081'
const at = (properties: Properties) => fromProperties({ 'schema.registry.url': url, ...properties })
const java = 'io.confluent.kafka.serializers'

test('a file of Java, with settings of Kafka itself', () => {
  const settings = fromProperties({
    'bootstrap.servers': 'localhost:9092',
    'ssl.truststore.location': '/kafka.jks',
    'sasl.jaas.config': 'not looked at',
    'schema.registry.url': 'https://a.example,https://b.example',
    'schema.registry.url.randomize': 'true',
    'basic.auth.credentials.source': 'USER_INFO',
    'schema.registry.basic.auth.user.info': ' user:pass:word ',
    'request.header.X-Team': 'payments',
    'schema.registry.ssl.truststore.type': 'PEM',
    'schema.registry.ssl.truststore.certificates': 'CA',
    'schema.registry.ssl.keystore.type': 'PEM',
    'schema.registry.ssl.keystore.location': '/own.pem',
    'schema.registry.ssl.key.password': 'opens',
    'max.retries': '5',
    'retries.wait.ms': 100,
    'retries.max.wait.ms': '2000',
    'http.connect.timeout.ms': '1000',
    'http.read.timeout.ms': '2500',
    'auto.register.schemas': 'false',
    'use.latest.version': true,
    'latest.compatibility.strict': 'False',
    'use.schema.id': '-1',
    'id.compatibility.strict': 'true',
    'normalize.schemas': 'true',
    'key.subject.name.strategy': `${java}.subject.RecordNameStrategy`,
    'value.subject.name.strategy': `${java}.subject.TopicRecordNameStrategy`,
    'value.schema.id.serializer': `${java}.schema.id.HeaderSchemaIdSerializer`,
    'value.schema.id.deserializer': `${java}.schema.id.DualSchemaIdDeserializer`,
    'avro.fail.on.trailing.data': 'true',
    'avro.use.logical.type.converters': 'true',
    'specific.avro.reader': 'true',
    'latest.cache.ttl.sec': '-1',
    'max.schemas.per.subject': '500',
    'avro.remove.java.properties': 'true',
    'schema.registry.proxy.host': 'proxy',
    'schema.registry.later': 'x',
  })
  expect(settings).toEqual({
    client: {
      url: 'https://a.example,https://b.example',
      auth: { username: 'user', password: 'pass:word' },
      headers: { 'X-Team': 'payments' },
      randomizeUrl: true,
      retries: { count: 5, waitMs: 100, maxWaitMs: 2000 },
      timeoutMs: 3500,
    },
    serde: {
      autoRegisterSchemas: false,
      useLatestVersion: true,
      latestCompatibilityStrict: false,
      idCompatibilityStrict: true,
      normalizeSchemas: true,
      subjectNameStrategy: 'topic-record',
      keySubjectNameStrategy: 'record',
      schemaIdLocation: 'header',
      failOnTrailingData: true,
      logicalTypes: 'native',
      latestCacheTtlSeconds: Number.POSITIVE_INFINITY,
      cacheCapacity: 500,
    },
    tls: { ca: 'CA', certFile: '/own.pem', keyFile: '/own.pem', passphrase: 'opens' },
    ignored: ['avro.remove.java.properties', 'schema.registry.later', 'schema.registry.proxy.host'],
  })
})

test('a dictionary of Python', () => {
  const settings = fromProperties({
    url,
    'basic.auth.user.info': 'user:password',
    'ssl.ca.location': '/ca.pem',
    'ssl.certificate.location': '/cert.pem',
    'ssl.key.location': '/key.pem',
    'ssl.key.password': 'opens',
    timeout: 45.5,
    'cache.capacity': 10,
    'cache.latest.ttl.sec': 30,
    'subject.name.strategy.type': 'RECORD',
    'use.schema.id': 7,
    'use.latest.version': null,
  })
  expect(settings).toEqual({
    client: {
      url,
      auth: { username: 'user', password: 'password' },
      timeoutMs: 45_500,
      deadlineMs: 45_500,
    },
    serde: {
      useSchemaId: 7,
      subjectNameStrategy: 'record',
      latestCacheTtlSeconds: 30,
      cacheCapacity: 10,
    },
    tls: {
      caFile: '/ca.pem',
      certFile: '/cert.pem',
      keyFile: '/key.pem',
      passphrase: 'opens',
    },
    ignored: [],
  })
})

test('what is not set stays as it is by default', () => {
  expect(at({})).toEqual({ client: { url }, serde: {}, ignored: [] })
})

describe('who asks', () => {
  const bearer = 'bearer.auth.'
  test.each<[rule: string, properties: Properties, auth: PropertySettings['client']['auth']]>([
    ['URL leaves it to the URL', { 'basic.auth.credentials.source': 'URL' }, undefined],
    [
      'SASL_INHERIT takes librdkafka’s user',
      {
        'basic.auth.credentials.source': 'SASL_INHERIT',
        'sasl.username': 'u',
        'sasl.password': 'p',
      },
      { username: 'u', password: 'p' },
    ],
    [
      'or Java’s',
      {
        'basic.auth.credentials.source': 'SASL_INHERIT',
        'sasl.jaas.config': 'x.PlainLoginModule required username="u" password="p\\"q";',
      },
      { username: 'u', password: 'p"q' },
    ],
    [
      'a token, with what a cloud asks for',
      {
        [`${bearer}token`]: 't',
        [`${bearer}logical.cluster`]: 'lsrc-1',
        [`${bearer}identity.pool.id`]: 'pool-1',
      },
      { token: 't', logicalCluster: 'lsrc-1', identityPoolId: 'pool-1' },
    ],
    [
      'tokens of an authorization server',
      {
        [`${bearer}credentials.source`]: 'OAUTHBEARER',
        [`${bearer}issuer.endpoint.url`]: 'https://issuer.example/token',
        [`${bearer}client.id`]: 'id',
        [`${bearer}client.secret`]: 'secret',
        [`${bearer}scope`]: 'a b',
      },
      {
        oauth: {
          tokenUrl: 'https://issuer.example/token',
          clientId: 'id',
          clientSecret: 'secret',
          scope: 'a b',
        },
      },
    ],
  ])('%s', (_rule, properties, auth) => {
    expect(at(properties).client.auth).toEqual(auth)
  })

  test('a user beside the source URL is ignored, and that is said', () => {
    const properties = {
      'basic.auth.credentials.source': 'URL',
      'basic.auth.user.info': 'user:password',
    }
    expect(at(properties).ignored).toEqual(['basic.auth.user.info'])
  })
})

test('names from outside are names only', () => {
  const { headers } = at({ 'request.header.__proto__': 'x' }).client
  expect(Object.keys(headers ?? {})).toEqual(['__proto__'])
})

const secret = 'hunter2'
test.each<[what: string, properties: Properties, message: RegExp]>([
  ['no URL', { 'schema.registry.url': undefined }, /^schema\.registry\.url is missing$/],
  ['a bad URL', { 'schema.registry.url': secret }, /^schema\.registry\.url: URL 1 is no URL$/],
  ['another protocol', { 'schema.registry.url': `mock://${secret}` }, /neither http: nor https:$/],
  [
    'a user without password',
    { 'basic.auth.user.info': secret },
    /^basic\.auth\.user\.info is not/,
  ],
  [
    'a source without its user',
    { 'basic.auth.credentials.source': 'USER_INFO' },
    /^basic\.auth\.user\.info/,
  ],
  [
    'SASL without its user',
    { 'basic.auth.credentials.source': 'SASL_INHERIT', 'sasl.password': secret },
    /^basic\.auth\.credentials\.source is SASL_INHERIT, but sasl\.username/,
  ],
  [
    'two who ask',
    { 'basic.auth.user.info': `u:${secret}`, 'bearer.auth.token': secret },
    /exclude each other$/,
  ],
  [
    'an unknown source',
    { 'basic.auth.credentials.source': secret },
    /is none of: URL, USER_INFO, SASL_INHERIT$/,
  ],
  [
    'a source of no use',
    { 'bearer.auth.credentials.source': 'CUSTOM', 'bearer.auth.token': secret },
    /^bearer\.auth\.credentials\.source: /,
  ],
  [
    'no token',
    { 'bearer.auth.credentials.source': 'STATIC_TOKEN' },
    /^bearer\.auth\.token is miss/,
  ],
  [
    'an incomplete client',
    { 'bearer.auth.credentials.source': 'OAUTHBEARER', 'bearer.auth.client.secret': secret },
    /^bearer\.auth\.issuer\.endpoint\.url is missing$/,
  ],
  [
    'a truth that is none',
    { 'auto.register.schemas': secret },
    /^auto\.register\.schemas is none of/,
  ],
  [
    'a number that is none',
    { 'max.retries': secret },
    /^max\.retries is no whole number from 0 to/,
  ],
  ['a fraction of an id', { 'use.schema.id': '1.5' }, /^use\.schema\.id is no whole number/],
  [
    'an own strategy',
    { 'value.subject.name.strategy': 'com.example.Own' },
    /strategy is none of: /,
  ],
  [
    'a JKS store',
    { 'schema.registry.ssl.truststore.location': `/${secret}.jks` },
    /^schema\.registry\.ssl\.truststore\.type is not PEM/,
  ],
  [
    'ids in two places',
    {
      'key.schema.id.serializer': `${java}.schema.id.PrefixSchemaIdSerializer`,
      'value.schema.id.serializer': `${java}.schema.id.HeaderSchemaIdSerializer`,
    },
    /^key\.schema\.id\.serializer differs/,
  ],
])('%s is refused, and no secret shown', (_what, properties, message) => {
  const read = () => at(properties)
  expect(read).toThrow(InvalidArgumentError)
  expect(read).toThrow(message)
  expect(read).not.toThrow(secret)
})
