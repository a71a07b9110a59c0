import { expect, test, vi } from 'vitest'
import { DecodeError, EncodeError, FramingError, IncompatibleReaderError } from './data-errors.ts'
import {
  AuthError,
  RegistryAnswerError,
  RegistryHttpError,
  RegistryUnavailableError,
} from './http-errors.ts'
import { isPoison } from './poison.ts'
import {
  OptionsMismatchError,
  SchemaNotFoundError,
  SchemaNotLoadedError,
  UnsupportedSchemaError,
} from './schema-errors.ts'
import { SchemaRegistryError } from './schema-registry-error.ts'
import { ClosedError, InvalidArgumentError } from './usage-errors.ts'

const request = { method: 'GET', url: 'http://localhost/schemas/ids/1', attempts: 1 }
const status = (code: number) =>
  new RegistryHttpError('refused', { ...request, status: code, retriable: code !== 404 })

test.each<[rule: string, error: unknown, poison: boolean, retriable: boolean]>([
  ['bytes without a frame are poison', new FramingError('x', { magicByte: 123 }), true, false],
  ['bytes that are no value are poison', new DecodeError('x', { offset: 9 }), true, false],
  ['an id nobody knows is poison', new SchemaNotFoundError('x'), true, false],
  ['an id of a schema that is no Avro is poison', new UnsupportedSchemaError('x'), true, false],
  ['an unreachable registry pauses', new RegistryUnavailableError('x', request), false, true],
  ['a failing registry pauses', status(500), false, true],
  ['a busy registry pauses', status(429), false, true],
  ['a path without a route is a wrong URL, not a bad record', status(404), false, false],
  ['an answer that is no answer pauses', new RegistryAnswerError('x'), false, false],
  ['missing rights stop', new AuthError('x', { ...request, status: 401 }), false, false],
  [
    'a reader that is too old is to be deployed anew',
    new IncompatibleReaderError('x', { differences: [] }),
    false,
    false,
  ],
  ['a schema yet to load is fetched', new SchemaNotLoadedError('x', { missing: [1] }), false, true],
  ['a value that cannot be written is not about reading', new EncodeError('x'), false, false],
  ['other options are a mistake of the program', new OptionsMismatchError('x'), false, false],
  ['so is a bad argument', new InvalidArgumentError('x'), false, false],
  ['a closed client says nothing about a record', new ClosedError('x'), false, false],
  ['nor does an error from elsewhere', new TypeError('x'), false, false],
  ['nor a thrown text', 'x', false, false],
])('%s', (_rule, error, poison, retriable) => {
  expect(isPoison(error)).toBe(poison)
  expect(error instanceof SchemaRegistryError && error.retriable).toBe(retriable)
})

test('an error says what it is about and keeps its cause', () => {
  const cause = new Error('deeper')
  const context = { schemaId: 7, subject: 'a-value', topic: 'a', isKey: false, path: '/b' }
  const error = new DecodeError('bad', { ...context, cause, offset: 3 })
  expect(error).toMatchObject({ ...context, cause, offset: 3, code: 'DECODE', name: 'DecodeError' })
  expect(error).toBeInstanceOf(SchemaRegistryError)
})

test('a hint is part of the message', () => {
  const error = new FramingError('unknown magic byte 123', { magicByte: 123, hint: 'JSON text' })
  expect(error.message).toBe('unknown magic byte 123: JSON text')
})

test('an error of another copy of the package is known all the same', async () => {
  vi.resetModules()
  const other = await import('./data-errors.ts?another-copy' as './data-errors.ts')
  const error = new other.FramingError('x')
  expect(error instanceof FramingError).toBe(false)
  expect(isPoison(error)).toBe(true)
})
