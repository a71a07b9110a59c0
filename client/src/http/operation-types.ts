import type { operations } from '../openapi.gen.ts'
import type { Route, routes } from './routes.ts'

/** Names of the operations of openapi.yaml. */
export type OperationId = keyof operations

/**
 * What an operation takes: its path parameters, query parameters and, if it has one, `body`, all
 * members of one object.
 */
export type OperationRequest<Id extends OperationId> = Flat<
  Parameters<Id, 'path'> & Parameters<Id, 'query'> & Body<operations[Id]>
>

/** What an operation gives: JSON as openapi.yaml describes it, text, bytes, or nothing. */
export type OperationAnswer<Id extends OperationId> = AnswerAs<Id, (typeof routes)[Id]['answer']>

/** How one call differs from the others. */
export interface CallOptions {
  /** Gives the call up; it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** A method for an operation. What it takes may be left out where nothing in it is required. */
export type OperationMethod<Id extends OperationId> =
  Record<never, never> extends OperationRequest<Id>
    ? (request?: OperationRequest<Id>, options?: CallOptions) => Promise<OperationAnswer<Id>>
    : (request: OperationRequest<Id>, options?: CallOptions) => Promise<OperationAnswer<Id>>

type Flat<T> = { [Key in keyof T]: T[Key] }

type Parameters<Id extends OperationId, In extends 'path' | 'query'> = Given<
  operations[Id]['parameters'][In]
>

type Given<T> = [NonNullable<T>] extends [never] ? Record<never, never> : NonNullable<T>

type Body<Operation> = Operation extends { readonly requestBody: Json<infer Content> }
  ? { readonly body: Content }
  : Operation extends { readonly requestBody?: infer Optional }
    ? [NonNullable<Optional>] extends [Json<infer Content>]
      ? [NonNullable<Optional>] extends [never]
        ? Record<never, never>
        : { readonly body?: Content }
      : Record<never, never>
    : Record<never, never>

/** Something with content of the registry's own media type. */
interface Json<Content> {
  readonly content: { readonly 'application/vnd.schemaregistry.v1+json': Content }
}

type AnswerAs<Id extends OperationId, Kind extends Route['answer']> = Kind extends 'json'
  ? JsonAnswer<operations[Id]['responses']>
  : Kind extends 'text'
    ? string
    : Kind extends 'bytes'
      ? Uint8Array
      : undefined

/** Never, and so of no use, where openapi.yaml names no JSON. */
type JsonAnswer<Responses> = Responses extends { readonly 200: { content: infer Content } }
  ? Content extends { readonly 'application/vnd.schemaregistry.v1+json': infer Answer }
    ? Answer
    : Content extends { readonly 'application/json': infer Answer }
      ? Answer
      : never
  : never
