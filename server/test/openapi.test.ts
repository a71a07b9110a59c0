import { createConfig, lint } from '@redocly/openapi-core'
import { describe, expect, test } from 'vitest'
import {
  type Body,
  document,
  documentPath,
  errorCode,
  exampleValues,
  operations,
  validate,
  validateResponse,
} from './support/openapi.ts'

test('the document is valid OpenAPI 3.1 without loose ends', async () => {
  const config = await createConfig({
    rules: {
      struct: 'error',
      'no-unresolved-refs': 'error',
      'no-unused-components': 'error',
      'path-parameters-defined': 'error',
      'operation-parameters-unique': 'error',
      'no-enum-type-mismatch': 'error',
    },
  })
  const problems = await lint({ ref: documentPath, config })
  expect(problems.map(({ message, location: [place] }) => `${message} ${place?.pointer}`)).toEqual(
    [],
  )
})

test('every operation has an id of its own, a verb with a noun', () => {
  const ids = operations().map(({ operationId }) => operationId)
  expect(ids.length).toBeGreaterThan(40)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z]+([A-Z][a-z]+)+$/)
})

test('every operation is summed up in one sentence under a tag that is described', () => {
  const { tags } = document as { tags: readonly { name: string }[] }
  const described = tags.map(({ name }) => name)
  for (const operation of operations()) {
    expect(operation.summary).toMatch(/^[A-Z][^.]*(openapi\.yaml)?[^.]*\.$/)
    expect(operation.tags).toHaveLength(1)
    expect(described).toEqual(expect.arrayContaining([...operation.tags]))
  }
})

test('parameters are described', () => {
  for (const { operationId, parameters } of operations()) {
    for (const { name, description } of parameters) {
      expect(description, `${operationId} ${name}`).toMatch(/\w/)
    }
  }
})

test('every example fits its schema', () => {
  for (const { operationId, parameters, requestBody, responses } of operations()) {
    const answers = [...responses.values()]
    const contents = [requestBody?.content, ...answers.map(({ content }) => content)]
    const bodies = contents.flatMap((content) => Object.values(content ?? {}))
    for (const { schema, ...examples } of [...parameters, ...bodies]) {
      for (const value of exampleValues(examples)) {
        expect(validate(schema, value), `${operationId} ${JSON.stringify(value)}`).toEqual([])
      }
    }
  }
})

test('every body is shown by an example, in its first media type', () => {
  for (const { operationId, requestBody, responses } of operations()) {
    if (operationId === 'getDocsAsset') continue
    const answers = [...responses].map(([status, { content }]) => ({ name: status, content }))
    for (const { name, content } of [
      { name: 'request', content: requestBody?.content },
      ...answers,
    ]) {
      const [first] = Object.values(content ?? {})
      if (first) expect(exampleValues(first).length, `${operationId} ${name}`).toBeGreaterThan(0)
    }
  }
})

test('a request can be sent in every media type for JSON', () => {
  for (const { operationId, requestBody } of operations()) {
    if (!requestBody) continue
    expect(Object.keys(requestBody.content), operationId).toEqual([
      'application/vnd.schemaregistry.v1+json',
      'application/vnd.schemaregistry+json',
      'application/json',
    ])
    const [first, ...others] = Object.values(requestBody.content)
    for (const other of others) expect(other.schema).toEqual(first?.schema)
  }
})

test('an error code begins with its status', () => {
  for (const { code, status, operationId } of documentedErrors()) {
    const expected = code < 1000 ? code : Math.trunc(code / 100)
    expect(status, `${operationId} ${code}`).toBe(expected)
  }
})

test('the description of a refusal names its error codes', () => {
  for (const { code, description, status } of documentedErrors()) {
    if (code > 999 && status < 500) expect(description).toContain(String(code))
  }
})

test('objects in answers say whether they may have further members', () => {
  for (const { operationId, responses } of operations()) {
    for (const { content } of responses.values()) {
      for (const { schema } of Object.values(content ?? {})) {
        for (const object of objectsIn(schema)) {
          expect(object, operationId).toHaveProperty('additionalProperties')
        }
      }
    }
  }
})

type Row = readonly [
  rule: string,
  method: string,
  path: string,
  status: number,
  body: unknown,
  problem?: RegExp,
]

describe('validateResponse', () => {
  const table: readonly Row[] = [
    ['a documented answer is fine', 'get', '/mode', 200, { mode: 'IMPORT' }],
    ['a documented error is fine', 'get', '/mode/{subject}', 404, error(40409)],
    ['an answer without body is fine', 'delete', '/contexts/{context}', 204, undefined],
    ['no body may come unexpected', 'delete', '/contexts/{context}', 204, {}, /no body for 204/],
    ['a path must be documented', 'get', '/modes', 200, {}, /^GET \/modes is not documented/],
    ['a method must be documented', 'PATCH', '/mode', 200, {}, /^PATCH \/mode is not documented/],
    ['a status must be documented', 'get', '/mode', 201, {}, /no status 201/],
    ['an error code must be documented', 'get', '/mode/{subject}', 404, error(40408), /not 40408/],
    ['members must be known', 'get', '/mode', 200, { mode: 'IMPORT', id: 1 }, /additional/],
    ['members must be there', 'get', '/config', 200, {}, /compatibilityLevel/],
    ['values must be of their type', 'get', '/subjects', 200, [1], /\/0 must be string/],
    ['an id has 32 bits', 'get', '/schemas/guids/{guid}/ids', 200, [idIn(2 ** 31)], /int32/],
    ['null is no value', 'get', '/subjects/{subject}/versions', 200, null, /must be array/],
  ]
  for (const [rule, method, path, status, body, problem] of table) {
    test(rule, () => {
      const problems = validateResponse(method, path, status, body).join('\n')
      if (problem) expect(problems).toMatch(problem)
      else expect(problems).toBe('')
    })
  }
})

function error(code: number) {
  return { error_code: code, message: 'Nothing there' }
}

function idIn(id: number) {
  return { context: '.', id }
}

interface DocumentedError {
  readonly operationId: string
  readonly status: number
  readonly code: number
  readonly description: string
}

function documentedErrors(): DocumentedError[] {
  return operations().flatMap(({ operationId, responses }) =>
    [...responses].flatMap(([status, { description, content }]) =>
      Object.values(content ?? {})
        .flatMap((body: Body) => exampleValues(body).map(errorCode))
        .filter((code) => code !== undefined)
        .map((code) => ({ operationId, status, code, description })),
    ),
  )
}

function objectsIn(schema: object): object[] {
  return descendants(schema).filter((node) => 'type' in node && node.type === 'object')
}

/** Every object in a value, itself included. */
function descendants(node: unknown): object[] {
  if (typeof node !== 'object' || node === null) return []
  return [node, ...Object.values(node).flatMap(descendants)]
}
