import { describe, expect, test } from 'vitest'
import { load, problemsOf } from '../../test/load-config.ts'
import { formatOrigin } from './source.ts'

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
