import type { paths } from '@magicbyte/client/openapi'
import type { Hono, Context as HonoContext } from 'hono'
import type { z } from 'zod'
import { ErrorCode, RegistryError } from '../core/errors.ts'
import { parseSubject } from '../core/subject.ts'
import type { Subject } from '../core/types.ts'
import { readBody } from './body.ts'
import { statusError } from './errors.ts'
import { answer, type Exchange } from './exchange.ts'
import { judgeContentType, negotiate } from './media-type.ts'
import { parseInt32, type Query } from './query.ts'
import { toJson } from './reply.ts'

type Method = 'get' | 'post' | 'put' | 'delete'
type MethodsOf<P extends keyof paths> = {
  [M in Method]: paths[P][M] extends object ? M : never
}[Method]
type Content<T> = T extends { content: infer C } ? C[keyof C] : undefined

/** The documented body of a successful answer; undefined where there is none. */
export type Body<P extends keyof paths, M extends Method> = paths[P][M] extends {
  responses: infer R
}
  ? Content<R[keyof R & (200 | 204)]>
  : never

/** The names of a path's parameters. */
type Parameter<P extends string> = P extends `${string}{${infer N}}${infer Rest}`
  ? N | Parameter<Rest>
  : never

/** A request that found its operation. */
export interface Call<P extends string = string> {
  readonly query: Query
  readonly exchange: Exchange
  param(name: Parameter<P>): string
  /** A subject in the path. */
  subject(name: Parameter<P>): Subject
  /** A 32-bit integer in the path; 404 for anything else. */
  int(name: Parameter<P>): number
  /** The body in the schema's shape; 400 for another, 422 where there is none. */
  body<T>(schema: z.ZodType<T>, name: string): Promise<T>
}

/** Where operations are mounted. */
export interface Mount {
  readonly hono: Hono
  readonly exchangeOf: (request: Request) => Exchange
  /** Bytes. */
  readonly maxBodyBytes: number
}

/**
 * Mounts one operation of openapi.yaml: an unknown path, method, parameter or body is a type error.
 * Refuses before the handler runs, in the reference's order, a Content-Type with 415 and an Accept
 * with 406.
 */
export function operation<P extends keyof paths, M extends MethodsOf<P>>(
  mount: Mount,
  method: M,
  path: P,
  handle: (call: Call<P>) => Promise<Body<P, M>> | Body<P, M>,
): void {
  mountRaw(mount, method, path, async (call) => {
    const body = await handle(call as Call<P>)
    return body === undefined
      ? new Response(null, { status: 204, headers: { 'X-Request-ID': call.exchange.requestId } })
      : answer(call.exchange, 200, toJson(body))
  })
}

/** Mounts an operation whose answer is text as it is: a schema. */
export function textOperation<P extends keyof paths, M extends MethodsOf<P>>(
  mount: Mount,
  method: M,
  path: P,
  handle: (call: Call<P>) => Promise<string>,
): void {
  mountRaw(mount, method, path, async (call) =>
    answer(call.exchange, 200, await handle(call as Call<P>)),
  )
}

function mountRaw(
  { hono, exchangeOf, maxBodyBytes }: Mount,
  method: Method,
  path: string,
  respond: (call: Call) => Promise<Response>,
): void {
  hono.on(method.toUpperCase(), honoPath(path), (c) => {
    const exchange = exchangeOf(c.req.raw)
    exchange.route = path
    checkMediaTypes(c, exchange)
    return respond(toCall(c, exchange, maxBodyBytes))
  })
}

function checkMediaTypes(c: HonoContext, exchange: Exchange): void {
  const verdict = judgeContentType(c.req.header('content-type'))
  if (verdict === 'unreadable') throw new RegistryError(ErrorCode.BAD_REQUEST, 'Bad Request')
  if (verdict === 'unsupported') {
    throw statusError(ErrorCode.UNSUPPORTED_MEDIA_TYPE, 'Unsupported Media Type')
  }
  const contentType = negotiate(c.req.header('accept'))
  if (contentType === undefined) throw statusError(ErrorCode.NOT_ACCEPTABLE, 'Not Acceptable')
  exchange.contentType = contentType
}

function toCall(c: HonoContext, exchange: Exchange, maxBodyBytes: number): Call {
  const param = (name: string): string => c.req.param(name) ?? ''
  return {
    exchange,
    query: exchange.target!.query,
    param,
    subject: (name) => parseSubject(param(name)),
    int: (name) => parseInt32(param(name)),
    async body(schema, name) {
      const value = await readBody(c.req.raw, maxBodyBytes)
      if (value === undefined) {
        throw new RegistryError(ErrorCode.UNPROCESSABLE, `${name} must not be null (was null)`)
      }
      return schema.parse(value)
    },
  }
}

/** `/subjects/{subject}` as Hono writes it: `/subjects/:subject`. */
export function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1')
}
