import type { components } from '@magicbyte/client/openapi'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import { document, exampleValues, operations } from '../../test/support/openapi.ts'
import { ErrorCode } from '../core/errors.ts'
import * as request from './requests.ts'

type Schemas = components['schemas']

/**
 * A body as if all its members were there: without null, undefined, `?` and `readonly`, all the way
 * down. Two bodies are equal so when they have the same members of the same types, whichever of
 * them may be left out.
 */
type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<NonNullable<Item>>[]
  : T extends object
    ? { -readonly [K in keyof T]-?: Plain<NonNullable<T[K]>> }
    : T

type Read<N extends keyof typeof request> = Plain<z.infer<(typeof request)[N]>>
type Documented<N extends keyof Schemas> = Plain<Schemas[N]>

test('bodies are read in the types that are documented', () => {
  expectTypeOf<Read<'RegisterSchemaRequest'>>().toEqualTypeOf<Documented<'RegisterSchemaRequest'>>()
  expectTypeOf<Read<'TagSchemaRequest'>>().toEqualTypeOf<Documented<'TagSchemaRequest'>>()
  expectTypeOf<Read<'ConfigUpdateRequest'>>().toEqualTypeOf<Documented<'ConfigUpdateRequest'>>()
  expectTypeOf<Read<'ModeUpdateRequest'>>().toEqualTypeOf<Documented<'ModeUpdateRequest'>>()
  expectTypeOf<Read<'SchemaReference'>>().toEqualTypeOf<Documented<'SchemaReferenceRequest'>>()
  expectTypeOf<Read<'Metadata'>>().toEqualTypeOf<Documented<'MetadataRequest'>>()
  expectTypeOf<Read<'RuleSet'>>().toEqualTypeOf<Documented<'RuleSetRequest'>>()
  expectTypeOf<Read<'Rule'>>().toEqualTypeOf<Documented<'RuleRequest'>>()
  expectTypeOf<Read<'SchemaTags'>>().toEqualTypeOf<Documented<'SchemaTagsRequest'>>()
})

test('what is stored is answered under the names it was sent with', () => {
  expectTypeOf<keyof Read<'SchemaReference'>>().toEqualTypeOf<keyof Schemas['SchemaReference']>()
  expectTypeOf<keyof Read<'Metadata'>>().toEqualTypeOf<keyof Schemas['Metadata']>()
  expectTypeOf<keyof Read<'RuleSet'>>().toEqualTypeOf<keyof Schemas['RuleSet']>()
  expectTypeOf<keyof Read<'Rule'>>().toEqualTypeOf<keyof Schemas['Rule']>()
  expectTypeOf<keyof Read<'SchemaTags'>>().toEqualTypeOf<keyof Schemas['SchemaTags']>()
})

test('a member that one side lacks or has in another type is found', () => {
  // @ts-expect-error sensitive is not read
  expectTypeOf<Omit<Read<'Metadata'>, 'sensitive'>>().toEqualTypeOf<Documented<'MetadataRequest'>>()
  // @ts-expect-error sensitive is not documented
  expectTypeOf<Read<'Metadata'>>().toEqualTypeOf<Omit<Documented<'MetadataRequest'>, 'sensitive'>>()
  // @ts-expect-error version is a number
  expectTypeOf<Read<'SchemaReference'>['version']>().toEqualTypeOf<string>()
})

describe('the members that are read are those that are documented', () => {
  test.each([
    ['RegisterSchemaRequest', request.RegisterSchemaRequest],
    ['TagSchemaRequest', request.TagSchemaRequest],
    ['ConfigUpdateRequest', request.ConfigUpdateRequest],
    ['ModeUpdateRequest', request.ModeUpdateRequest],
    ['SchemaReferenceRequest', request.SchemaReference],
    ['MetadataRequest', request.Metadata],
    ['RuleSetRequest', request.RuleSet],
    ['RuleRequest', request.Rule],
    ['SchemaTagsRequest', request.SchemaTags],
  ])('%s', (name, { shape }) => {
    const { schemas } = (document as { components: Documents }).components
    const { properties } = schemas[name]!
    expect(Object.keys(shape).sort()).toEqual(Object.keys(properties).sort())
  })
})

describe('documented examples are read as they are', () => {
  test.each([
    ['registering', '/subjects/{subject}/versions', request.RegisterSchemaRequest],
    ['tagging', '/subjects/{subject}/versions/{version}/tags', request.TagSchemaRequest],
    ['changing the config', '/config/{subject}', request.ConfigUpdateRequest],
    ['changing the mode', '/mode/{subject}', request.ModeUpdateRequest],
  ])('%s', (_name, path, parser) => {
    const operation = operations().find((each) => each.path === path && each.requestBody)
    const examples = Object.values(operation?.requestBody?.content ?? {}).flatMap(exampleValues)
    expect(examples.length).toBeGreaterThan(1)
    for (const example of examples) expect(parser.parse(example)).toEqual(example)
  })
})

const { RegisterSchemaRequest, ConfigUpdateRequest } = request

describe('conversions', () => {
  test.each([
    [
      'a number is text where text is wanted',
      RegisterSchemaRequest,
      { schema: 1 },
      { schema: '1' },
    ],
    ['so is a boolean', RegisterSchemaRequest, { schema: true }, { schema: 'true' }],
    ['text is a number where one is wanted', RegisterSchemaRequest, { id: ' 7 ' }, { id: 7 }],
    ['a fraction is cut off', RegisterSchemaRequest, { version: 1.7 }, { version: 1 }],
    ['empty text is no number', RegisterSchemaRequest, { version: '' }, {}],
    ['null is as good as absent', RegisterSchemaRequest, { schema: null, metadata: null }, {}],
    ['in a config null stays, as it clears', ConfigUpdateRequest, { alias: null }, { alias: null }],
    [
      'text is a boolean in any case',
      ConfigUpdateRequest,
      { normalize: 'TRUE' },
      { normalize: true },
    ],
    ['0 is false', ConfigUpdateRequest, { normalize: 0 }, { normalize: false }],
    ['unknown members are ignored', RegisterSchemaRequest, { schemas: 1 }, {}],
    ['names are case-sensitive', RegisterSchemaRequest, { SCHEMA: '"int"' }, {}],
  ])('%s', (_rule, parser, sent, read) => {
    expect(parser.parse(sent)).toEqual(read)
  })
})

describe('refusals', () => {
  test.each([
    ['a boolean is no number', RegisterSchemaRequest, { version: true }],
    ['a number has 32 bits', RegisterSchemaRequest, { id: 2 ** 31 }],
    ['an object is no text', RegisterSchemaRequest, { schema: {} }],
    ['other text is no boolean', ConfigUpdateRequest, { normalize: 'x' }],
    ['a list is no object', RegisterSchemaRequest, { metadata: { properties: [] } }],
    ['a body is an object', RegisterSchemaRequest, []],
    ['a list has 10000 items at most', RegisterSchemaRequest, { references: nulls(10_001) }],
    ['a map has 10000 members at most', RegisterSchemaRequest, withProperties(10_001)],
  ])('%s', (_rule, parser, sent) => {
    expect(parser.safeParse(sent).success).toBe(false)
  })

  test('what is as long as it may be is read', () => {
    expect(RegisterSchemaRequest.safeParse({ references: nulls(10_000) }).success).toBe(true)
    expect(RegisterSchemaRequest.safeParse(withProperties(10_000)).success).toBe(true)
  })

  test('null in a map is 422', () => {
    const sent = { metadata: { properties: { owner: null } } }
    expect(() => RegisterSchemaRequest.parse(sent)).toThrow(
      expect.objectContaining({ code: ErrorCode.UNPROCESSABLE }),
    )
  })
})

test('__proto__ is a name in a map like any other', () => {
  const sent = JSON.parse('{"properties":{"__proto__":"x"}}')
  const { properties = {} } = request.Metadata.parse(sent)
  expect(Object.entries(properties)).toEqual([['__proto__', 'x']])
  expect(Object.getPrototypeOf(properties)).toBe(Object.prototype)
})

interface Documents {
  readonly schemas: Readonly<Record<string, { readonly properties: object }>>
}

function nulls(count: number): null[] {
  return Array.from({ length: count }, () => null)
}

function withProperties(count: number) {
  const properties = Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${i}`, '']))
  return { metadata: { properties } }
}
