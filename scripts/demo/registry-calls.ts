import { equal } from 'node:assert/strict'
import type { Page } from './page.ts'

/** What a registry knows of a schema that it has registered. */
export interface Registered {
  readonly id: number
  readonly version: number
}

export interface Reference {
  readonly name: string
  readonly subject: string
  readonly version: number
}

/** Calls of the registry's API that are shown on the page. */
export interface RegistryCalls {
  /** The answer to a registration that must succeed. */
  register(
    subject: string,
    schema: string,
    more?: { readonly references?: readonly Reference[] },
  ): Promise<Registered>
  /** The answer to a request that must be answered with this status. */
  call<Answer>(status: number, method: string, path: string, body?: unknown): Promise<Answer>
}

export function registryCalls(url: string, page: Page): RegistryCalls {
  async function call<Answer>(
    status: number,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Answer> {
    page.request(`${method} ${path}`)
    const response = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/vnd.schemaregistry.v1+json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    equal(response.status, status, `expected status ${status}, got ${response.status}: ${text}`)
    return JSON.parse(text) as Answer
  }

  return {
    call,
    register: (subject, schema, more = {}) =>
      call(200, 'POST', `/subjects/${subject}/versions`, { schema, ...more }),
  }
}
