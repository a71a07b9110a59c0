import type { TestAnswer, TestApp } from './app.ts'

/*
 * What must go well before a test gets to its point: each fails the test when it is refused.
 * The subject undefined stands for the registry itself.
 */

export interface Registered {
  readonly id: number
  readonly version: number
  readonly guid: string
  readonly schema: string
}

/** `members` go into the request beside the schema. */
export async function register(
  app: TestApp,
  subject: string,
  schema: string,
  members: object = {},
): Promise<Registered> {
  const path = `/subjects/${encodeURIComponent(subject)}/versions`
  return granted(await app.call('POST', path, { schema, ...members })).body
}

export async function configure(
  app: TestApp,
  subject: string | undefined,
  settings: object,
): Promise<void> {
  granted(await app.call('PUT', settingsPath('config', subject), settings))
}

export async function switchMode(
  app: TestApp,
  subject: string | undefined,
  mode: string,
): Promise<void> {
  granted(await app.call('PUT', `${settingsPath('mode', subject)}?force=true`, { mode }))
}

/** Deletes a subject, or with `/versions/{version}` after its name one version of it. */
export async function softDelete(app: TestApp, subject: string): Promise<void> {
  granted(await app.call('DELETE', `/subjects/${subject}`))
}

/** The same for good: softly first. */
export async function hardDelete(app: TestApp, subject: string): Promise<void> {
  await softDelete(app, subject)
  granted(await app.call('DELETE', `/subjects/${subject}?permanent=true`))
}

function settingsPath(kind: 'config' | 'mode', subject: string | undefined): string {
  return subject === undefined ? `/${kind}` : `/${kind}/${encodeURIComponent(subject)}`
}

function granted(answer: TestAnswer): TestAnswer {
  if (answer.status !== 200) {
    throw new Error(`refused with ${answer.status}: ${JSON.stringify(answer.body)}`)
  }
  return answer
}
