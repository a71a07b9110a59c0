import { expect, test } from 'vitest'
import { loadConfig } from './load-config.ts'
import { formatConfig } from './print-config.ts'
import { settings } from './settings.ts'

const env = {
  MAGICBYTE_CLUSTER_NAME: '"quotes" \\ # : é',
  MAGICBYTE_PORT: '9000',
  SCHEMA_REGISTRY_MODE_MUTABILITY: 'false',
}

test('every value stands with its origin', async () => {
  const lines = formatConfig(await loadConfig({ env, readFile: noFile })).split('\n')
  expect(lines.map((line) => line.replace(/ +/g, ' '))).toEqual(
    expect.arrayContaining([
      'port: 9000 # environment MAGICBYTE_PORT',
      'modeMutability: false # environment SCHEMA_REGISTRY_MODE_MUTABILITY',
      'host: "127.0.0.1" # default',
    ]),
  )
  expect(lines).toHaveLength(Object.keys(settings).length + 1)
})

test('what is printed is a configuration file that gives the same configuration', async () => {
  const printed = await loadConfig({ env, readFile: noFile })
  const read = await loadConfig({
    configFile: 'printed.yaml',
    env: {},
    readFile: () => formatConfig(printed),
  })
  expect(read.config).toEqual(printed.config)
  expect(read.warnings).toEqual([])
})

test('a password is not printed', async () => {
  const { config, origins } = await loadConfig({ env, readFile: noFile })
  const database = 'postgres://registry:p@ss@db:5432/registry?sslpassword=x'
  const text = formatConfig({ config: { ...config, database }, origins })
  expect(text).toContain('database: "postgres://****@db:5432/registry?****" ')
})

function noFile(): string {
  throw new Error('no such file')
}
