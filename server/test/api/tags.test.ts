import { describe, expect, test } from 'vitest'
import { ok, refusal } from '../support/answers.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { CUSTOMER, ORDER, ORDER_WITH_NOTE } from '../support/sample-schemas.ts'
import { register } from '../support/steps.ts'

const CUSTOMERS = '/subjects/customers/versions'

const field = (path: string, ...tags: readonly string[]) => ({
  schemaEntity: { entityPath: path, entityType: 'sr_field' },
  tags,
})
const type = (path: string, ...tags: readonly string[]) => ({
  schemaEntity: { entityPath: path, entityType: 'sr_record' },
  tags,
})

/** CUSTOMER with its name tagged PII. */
async function tagged(): Promise<TestApp> {
  const app = await startApp()
  await register(app, 'customers', CUSTOMER, {
    schemaTagsToAdd: [field('shop.Customer.name', 'PII')],
  })
  return app
}

async function fields(app: TestApp, version = 'latest'): Promise<unknown[]> {
  return (await app.call('GET', `${CUSTOMERS}/${version}/schema`)).body.fields
}

describe('registering with tags', () => {
  test('writes them into the schema', async () => {
    const app = await startApp()
    const schemaTagsToAdd = [
      field('shop.Customer.name', 'PII', 'GDPR'),
      type('.shop.Customer', 'PARTY'),
    ]
    const { body } = await app.call('POST', CUSTOMERS, { schema: CUSTOMER, schemaTagsToAdd })
    const schema = JSON.parse(body.schema)
    expect(schema['confluent:tags']).toEqual(['PARTY'])
    expect(schema.fields[0]['confluent:tags']).toEqual(['PII', 'GDPR'])
  })

  test('without a schema edits the latest version, and makes the next with its number in it', async () => {
    const app = await tagged()
    const schemaTagsToRemove = [field('shop.Customer.name', 'PII')]
    const { body } = await app.call('POST', CUSTOMERS, { schemaTagsToRemove })
    expect(body).toMatchObject({
      version: 2,
      metadata: { properties: { 'confluent:version': '2' } },
    })
    expect(await fields(app)).toEqual([{ name: 'name', type: 'string' }])
  })

  test('takes those of the latest version over on request', async () => {
    const app = await tagged()
    const changed = CUSTOMER.replace('"string"', '"string","default":""')
    const propagateSchemaTags = true
    await register(app, 'customers', changed, { propagateSchemaTags })
    expect(await fields(app, '2')).toMatchObject([{ default: '', 'confluent:tags': ['PII'] }])
  })

  test('is refused with 42201 for a path that leads nowhere', async () => {
    const { call } = await startApp()
    for (const path of [
      'shop.Customer.age',
      'shop.Order.id',
      '__proto__',
      'shop.Customer.constructor',
      '',
    ]) {
      const schemaTagsToAdd = [field(path, 'PII')]
      const answer = await call('POST', CUSTOMERS, { schema: CUSTOMER, schemaTagsToAdd })
      expect(answer).toMatchObject(refusal(42201, expect.stringContaining(path)))
    }
  })

  const malformed: readonly (readonly [string, unknown])[] = [
    ['text', 'x'],
    ['null in a list', [null]],
    ['no entity', [{ tags: [] }]],
    ['an entity that is null', [{ schemaEntity: null, tags: [] }]],
    [
      'an unknown type of entity',
      [{ ...field('a'), schemaEntity: { entityPath: 'a', entityType: 'x' } }],
    ],
    ['tags that are no list', [{ ...field('a'), tags: 'PII' }]],
  ]
  test.each(malformed)('is refused with 400 for %s', async (_rule, schemaTagsToAdd) => {
    const { call } = await startApp()
    const answer = await call('POST', CUSTOMERS, { schema: CUSTOMER, schemaTagsToAdd })
    expect(answer).toMatchObject(refusal(400, expect.stringMatching(/\w/)))
  })
})

describe('tagging a version', () => {
  test('makes the next version of its schema', async () => {
    const app = await tagged()
    const body = { tagsToAdd: [field('shop.Customer.name', 'GDPR')], tagsToRemove: [] }
    const answer = await app.call('POST', `${CUSTOMERS}/1/tags`, body)
    const pinned = { properties: { 'confluent:version': '2' } }
    expect(answer).toMatchObject(ok({ id: 2, version: 2, metadata: pinned }))
    expect(await fields(app)).toMatchObject([{ 'confluent:tags': ['PII', 'GDPR'] }])
    expect(await fields(app, '1')).toMatchObject([{ 'confluent:tags': ['PII'] }])
  })

  test('may say which number that must get', async () => {
    const app = await tagged()
    const { call } = app
    const tagsToAdd = [field('shop.Customer.name', 'GDPR')]
    const wrong = await call('POST', `${CUSTOMERS}/1/tags`, { tagsToAdd, newVersion: 7 })
    expect(wrong).toMatchObject(refusal(42201, 'Version is not one more than previous version'))
    const right = await call('POST', `${CUSTOMERS}/latest/tags`, { tagsToAdd, newVersion: 2 })
    expect(right).toMatchObject(ok({ version: 2 }))
  })

  test('may change metadata and rules as well', async () => {
    const app = await tagged()
    const { call } = app
    const rules = (...names: string[]) => ({
      domainRules: names.map((name) => ({ name, type: 'CEL' })),
    })
    const names = (body: { ruleSet: { domainRules: { name: string }[] } }) =>
      body.ruleSet.domainRules.map(({ name }) => name)
    const metadata = { properties: { owner: 'sales' } }
    const first = await call('POST', `${CUSTOMERS}/1/tags`, { metadata, ruleSet: rules('a', 'b') })
    expect(first.body.metadata.properties.owner).toBe('sales')
    expect(names(first.body)).toEqual(['a', 'b'])
    const change = { rulesToMerge: rules('b', 'c'), rulesToRemove: ['a'] }
    const second = await call('POST', `${CUSTOMERS}/2/tags`, change)
    expect(names(second.body)).toEqual(['b', 'c'])
  })

  test('takes rules either whole or in parts: both together are 42210', async () => {
    const { call } = await tagged()
    const message = 'ruleSet should be omitted if specifying rulesToMerge or rulesToRemove'
    for (const parts of [{ rulesToMerge: {} }, { rulesToRemove: ['a'] }]) {
      const answer = await call('POST', `${CUSTOMERS}/1/tags`, { ruleSet: {}, ...parts })
      expect(answer).toMatchObject(refusal(42210, message))
    }
  })

  const refused: readonly (readonly [string, string, object, number, string])[] = [
    ['an invalid version', 'customers/versions/0/tags', {}, 42202, 'The specified version'],
    ['an unknown subject', 'nobody/versions/1/tags', {}, 40401, "Subject 'nobody' not found."],
    ['an unknown version', 'customers/versions/9/tags', {}, 40402, 'Version 9 not found.'],
    ['an invalid subject', '__EMPTY/versions/1/tags', {}, 42208, "The specified subject '__EMPTY'"],
    [
      'an unknown path',
      'customers/versions/1/tags',
      { tagsToAdd: [field('x.Y', 'A')] },
      42201,
      'x.Y',
    ],
    [
      'an invalid rule',
      'customers/versions/1/tags',
      { rulesToMerge: { domainRules: [{}] } },
      42210,
      'Rule name',
    ],
  ]
  test.each(refused)('is refused for %s', async (_rule, path, body, code, message) => {
    const { call } = await tagged()
    const answer = await call('POST', `/subjects/${path}`, body)
    expect(answer).toMatchObject(refusal(code, expect.stringContaining(message)))
  })
})

describe('finding tags', () => {
  const PII = field('shop.Customer.name', 'PII')

  const wanted: readonly (readonly [string, string, readonly object[] | undefined])[] = [
    ['a tag', 'findTags=PII', [PII]],
    ['one of several', 'findTags=X&findTags=PII', [PII]],
    ['any', 'findTags=*', [PII]],
    ['one that is not there', 'findTags=X', undefined],
    ['one in another letter case', 'findTags=pii', undefined],
    ['an empty one', 'findTags=', undefined],
    ['a member of Object', 'findTags=__proto__', undefined],
  ]
  test.each(wanted)('shows the entities with %s', async (_rule, query, expected) => {
    const { call } = await tagged()
    for (const path of ['/schemas/ids/1', `${CUSTOMERS}/1`]) {
      expect((await call('GET', `${path}?${query}`)).body.schemaTags, path).toEqual(expected)
    }
  })

  test('finds none in a schema without', async () => {
    const app = await startApp()
    await register(app, 'orders', ORDER)
    await register(app, 'orders', ORDER_WITH_NOTE)
    const answer = await app.call('GET', '/schemas/ids/2?findTags=*')
    expect(answer.body).not.toHaveProperty('schemaTags')
  })
})
