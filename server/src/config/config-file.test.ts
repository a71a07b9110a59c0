import { expect, test } from 'vitest'
import { load, problemsOf } from '../../test/load-config.ts'
import type { ServerConfig } from './settings.ts'
import { formatOrigin } from './source.ts'

test('a file of Confluent is read as it is', async () => {
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

test('a file may be YAML with plain values', async () => {
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
])('a file %s', async (_rule, path, text, problem) => {
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
