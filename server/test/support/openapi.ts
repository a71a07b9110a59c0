import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { parse } from 'yaml'

/** An operation of openapi.yaml, its references replaced by what they lead to. */
export interface Operation {
  /** In capitals. */
  readonly method: string
  readonly path: string
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  /** Those of the path and its own. */
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  /** By status. */
  readonly responses: ReadonlyMap<number, Answer>
}

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly description: string
  readonly schema: object
  readonly example?: unknown
}

export interface Answer {
  readonly description: string
  readonly content?: Content
}

/** Bodies by media type. */
export type Content = Readonly<Record<string, Body>>

export interface Body {
  readonly schema: object
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>
}

/** Where the document is. */
export const documentPath = fileURLToPath(new URL('../../../openapi.yaml', import.meta.url))

/** The document as it is written, with its references. */
export const document: unknown = parse(readFileSync(documentPath, 'utf8'))

interface Resolved {
  readonly paths: Readonly<Record<string, PathItem>>
}

interface PathItem {
  readonly parameters?: readonly Parameter[]
  readonly [method: string]: unknown
}

type WrittenOperation = Omit<Operation, 'responses'> & {
  readonly responses: Readonly<Record<string, Answer>>
}

const METHODS = ['get', 'put', 'post', 'delete']

let known: readonly Operation[] | undefined

/** All operations, by path. */
export function operations(): readonly Operation[] {
  known ??= readOperations(resolveReferences(document) as Resolved)
  return known
}

function readOperations({ paths }: Resolved): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) => {
      const written = item[method] as WrittenOperation
      return {
        ...written,
        method: method.toUpperCase(),
        path,
        parameters: [...(item.parameters ?? []), ...(written.parameters ?? [])],
        responses: new Map(
          Object.entries(written.responses).map(([status, answer]) => [Number(status), answer]),
        ),
      }
    }),
  )
}

/** The same with each reference replaced by what it leads to; the document has no circular ones. */
function resolveReferences(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(resolveReferences)
  if (typeof node !== 'object' || node === null) return node
  if ('$ref' in node) return target(String(node.$ref))
  return Object.fromEntries(
    Object.entries(node).map(([key, child]) => [key, resolveReferences(child)]),
  )
}

const targets = new Map<string, unknown>()

/** What a reference such as `#/components/schemas/Mode` leads to, the same object each time. */
function target(reference: string): unknown {
  const keys = reference.replace(/^#\//, '').split('/')
  const written = keys.reduce<unknown>(
    (node, key) => (node as Record<string, unknown> | undefined)?.[key],
    document,
  )
  if (!targets.has(reference)) targets.set(reference, resolveReferences(written))
  return targets.get(reference)
}

/**
 * What is wrong with an answer to an operation, in words: its status or error_code is not documented, or its
 * body has another shape. `path` is written as in openapi.yaml; `body` is parsed, or undefined where there is none.
 */
export function validateResponse(
  method: string,
  path: string,
  status: number,
  body: unknown,
): string[] {
  const name = `${method.toUpperCase()} ${path}`
  const operation = operations().find((each) => `${each.method} ${each.path}` === name)
  if (!operation) return [`${name} is not documented`]
  const answer = operation.responses.get(status)
  if (!answer) return [`${name} documents no status ${status}`]
  const [documented] = Object.values(answer.content ?? {})
  if (!documented) return body === undefined ? [] : [`${name} documents no body for ${status}`]
  const problems = validate(documented.schema, body)
  return status < 400 ? problems : [...problems, ...checkErrorCode(name, documented, body)]
}

/** The error codes of an answer are those of its examples. */
function checkErrorCode(name: string, documented: Body, body: unknown): string[] {
  const codes = exampleValues(documented).map(errorCode)
  const code = errorCode(body)
  return codes.includes(code)
    ? []
    : [`${name} documents the error codes ${codes.join(', ')}, not ${code}`]
}

/** The `error_code` of a body, if it has one. */
export function errorCode(body: unknown): number | undefined {
  return (body as { readonly error_code?: number } | null)?.error_code
}

/** The values of all examples. */
export function exampleValues({ example, examples = {} }: Omit<Body, 'schema'>): unknown[] {
  const named = Object.values(examples).map(({ value }) => value)
  return example === undefined ? named : [example, ...named]
}

const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: {
    int32: { type: 'number', validate: (value) => (value | 0) === value },
    int64: { type: 'number', validate: Number.isSafeInteger },
  },
})

const validators = new WeakMap<object, ValidateFunction>()

/** What is wrong with a value by a schema of the document. */
export function validate(schema: object, value: unknown): string[] {
  const validator = validators.get(schema) ?? ajv.compile(schema)
  validators.set(schema, validator)
  if (validator(value)) return []
  return (validator.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath || 'the body'} ${message} ${JSON.stringify(params)}`,
  )
}
