import { type Answer, type Expectation, parseJson, unmet } from './expectation.ts'

/** A story told to a server that holds nothing, and what it must answer. */
export interface Case {
  readonly id: string
  readonly tags?: readonly string[]
  readonly steps: readonly Step[]
}

export interface Step {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  /** Sent as it stands. */
  readonly rawBody?: string
  /** Null takes a header away. */
  readonly headers?: Readonly<Record<string, string | null>>
  readonly expect?: Expectation
  /** Values of the answer to be put in for `${name}` later, by their path in the body. */
  readonly save?: Readonly<Record<string, string>>
}

/** Replays the case up to the first step that goes wrong, and says what is wrong there. */
export async function replay({ steps }: Case, baseUrl: string): Promise<string[]> {
  const saved = new Map<string, string>()
  for (const [i, step] of steps.entries()) {
    const place = `step ${i + 1} ${step.method} ${step.path}`
    const answer = await send(step, baseUrl, saved)
    const problems = unmet(substitute(step.expect ?? {}, saved), answer)
    for (const [name, path] of Object.entries(step.save ?? {})) {
      const value = follow(answer.json, path)
      if (value === undefined) problems.push(`the answer has no ${path} to keep`)
      else saved.set(name, String(value))
    }
    if (problems.length > 0) return problems.map((problem) => `${place}: ${problem}`)
  }
  return []
}

const JSON_TYPE = 'application/vnd.schemaregistry.v1+json'

async function send(step: Step, baseUrl: string, saved: Saved): Promise<Answer> {
  const headers = new Headers({ accept: `${JSON_TYPE}, application/json;q=0.9` })
  const body = step.rawBody ?? jsonBody(substitute(step.body, saved))
  if (body !== undefined) headers.set('content-type', JSON_TYPE)
  for (const [name, value] of Object.entries(step.headers ?? {})) {
    if (value === null) headers.delete(name)
    else headers.set(name, value)
  }
  const response = await fetch(baseUrl + substitute(step.path, saved), {
    method: step.method,
    headers,
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  return { status: response.status, text, json: parseJson(text), headers: response.headers }
}

function jsonBody(body: unknown): string | undefined {
  return body === undefined ? undefined : JSON.stringify(body)
}

type Saved = ReadonlyMap<string, string>

/** The value with `${name}` replaced in every text in it. */
function substitute<T>(value: T, saved: Saved): T {
  if (saved.size === 0) return value
  return replaceIn(value, saved) as T
}

function replaceIn(value: unknown, saved: Saved): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$\{(\w+)\}/g, (whole, name: string) => saved.get(name) ?? whole)
  }
  if (Array.isArray(value)) return value.map((item) => replaceIn(item, saved))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, replaceIn(v, saved)]))
}

function follow(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value)
}
