import type { RegistryClient } from '@magicbyte/client'
import { EXIT, type ExitCode } from '../cli/exit-code.ts'
import type { Session } from '../cli/session.ts'
import { onOneLine } from '../diagnostics/format-text.ts'
import { RegistryUnavailableError, UsageError } from '../inputs/input-error.ts'
import { checkFile } from './check-file.ts'
import { deleteFromRegistry } from './delete-from-registry.ts'
import { showConfig, showMode } from './settings-actions.ts'
import { parseSubjectSpec } from './subject-spec.ts'

/** An action on a registry with what it is about. */
export interface ActionRequest {
  readonly client: RegistryClient
  readonly session: Session
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
  readonly output: 'text' | 'json'
}

/** The names of actions. */
export type ActionName =
  | 'subjects'
  | 'versions'
  | 'get'
  | 'delete'
  | 'config'
  | 'mode'
  | 'contexts'
  | 'check'

/** Does one action and prints what came of it. Throws UsageError and the errors of the client. */
export async function runAction(name: ActionName, request: ActionRequest): Promise<ExitCode> {
  const { args } = request
  const [min, max] = ARGUMENTS[name]
  if (args.length < min || args.length > max) {
    throw new UsageError(
      `registry ${name} takes ${min === max ? min : `${min} to ${max}`} arguments`,
    )
  }
  return await RUNNERS[name](request)
}

/** How many arguments each takes, at least and at most. */
const ARGUMENTS: Readonly<Record<ActionName, readonly [number, number]>> = {
  subjects: [0, 0],
  versions: [1, 1],
  get: [1, 1],
  delete: [1, 1],
  config: [0, 20],
  mode: [0, 2],
  contexts: [0, 0],
  check: [2, 2],
}

const RUNNERS: Readonly<Record<ActionName, (request: ActionRequest) => Promise<ExitCode>>> = {
  async subjects(request) {
    const { client, options } = request
    const { prefix } = options
    const answer = await client.listSubjects({
      ...(typeof prefix === 'string' && { subjectPrefix: prefix }),
      ...(options.deleted === true && { deleted: true }),
    })
    return printList(request, answer)
  },
  async versions(request) {
    const { client, args, options } = request
    const subject = args[0]!
    const deleted = options.deleted === true
    return printList(request, await client.listVersions({ subject, ...(deleted && { deleted }) }))
  },
  async contexts(request) {
    return printList(request, await request.client.listContexts())
  },
  get: getSchema,
  delete: deleteFromRegistry,
  config: showConfig,
  mode: showMode,
  check: checkFile,
}

function printList({ session, output }: ActionRequest, answer: unknown): ExitCode {
  if (!Array.isArray(answer)) {
    throw new RegistryUnavailableError('The answer is no list (is this the URL of a registry?)')
  }
  if (output === 'json') session.print(`${JSON.stringify(answer, null, 2)}\n`)
  else session.print(answer.map((item) => `${onOneLine(String(item))}\n`).join(''))
  return EXIT.fine
}

async function getSchema(request: ActionRequest): Promise<ExitCode> {
  const { session, output, options } = request
  const answer = await readSchema(request)
  if (typeof answer?.schema !== 'string') {
    throw new RegistryUnavailableError('The answer is no schema (is this the URL of a registry?)')
  }
  const isWhole = output === 'json' || options.references === true
  session.print(isWhole ? `${JSON.stringify(answer, null, 2)}\n` : `${answer.schema}\n`)
  return EXIT.fine
}

async function readSchema({ client, args, options }: ActionRequest) {
  const [, id] = /^id:(\d+)$/.exec(args[0]!) ?? []
  if (id !== undefined) return await client.getSchemaById({ id: Number(id) })
  const { subject, version = 'latest' } = parseSubjectSpec(args[0]!)
  if (version === 'all') throw new UsageError('registry get prints one version; name its number')
  const deleted = options.deleted === true
  return await client.getVersion({
    subject,
    version: String(version),
    ...(deleted && { deleted }),
  })
}
