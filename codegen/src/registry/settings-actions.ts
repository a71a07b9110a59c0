import { compatibilityLevels } from '@magicbyte/avro'
import { EXIT, type ExitCode } from '../cli/exit-code.ts'
import { choose } from '../cli/report.ts'
import { onOneLine } from '../diagnostics/format-text.ts'
import { RegistryUnavailableError, UsageError } from '../inputs/input-error.ts'
import { MODES } from './modes.ts'
import type { ActionRequest } from './registry-actions.ts'

/** Shows, changes or removes the settings of a subject, or those for all. */
export async function showConfig(request: ActionRequest): Promise<ExitCode> {
  const { client, args, options } = request
  const pairs = args.filter((arg) => arg.includes('='))
  const names = args.filter((arg) => !arg.includes('='))
  if (names.length > 1) throw new UsageError('registry config takes one subject')
  const [subject] = names
  if (options.unset === true) {
    if (pairs.length > 0) throw new UsageError('--unset takes no settings')
    return print(
      request,
      subject === undefined
        ? await client.deleteGlobalConfig()
        : await client.deleteSubjectConfig({ subject }),
    )
  }
  if (pairs.length > 0) {
    const body = Object.fromEntries(pairs.map(readSetting))
    return print(
      request,
      subject === undefined
        ? await client.updateGlobalConfig({ body })
        : await client.updateSubjectConfig({ subject, body }),
    )
  }
  const how = options.effective === true ? { defaultToGlobal: true } : {}
  return print(
    request,
    subject === undefined
      ? await client.getGlobalConfig()
      : await client.getSubjectConfig({ subject, ...how }),
  )
}

/** Shows, changes or removes the mode of a subject, or that for all. */
export async function showMode(request: ActionRequest): Promise<ExitCode> {
  const { client, args, options } = request
  const last = args.at(-1)
  const word = MODES.find((mode) => mode === last?.toUpperCase())
  if (args.length === 2 && word === undefined) choose(last, MODES, 'the mode')
  const [subject] = word === undefined ? args : args.slice(0, -1)
  if (options.unset === true) {
    if (word !== undefined) throw new UsageError('--unset takes no mode')
    return print(
      request,
      subject === undefined
        ? await client.deleteGlobalMode()
        : await client.deleteSubjectMode({ subject }),
    )
  }
  if (word !== undefined) {
    const change = { body: { mode: word }, ...(options.force === true && { force: true }) }
    return print(
      request,
      subject === undefined
        ? await client.updateGlobalMode(change)
        : await client.updateSubjectMode({ subject, ...change }),
    )
  }
  const how = options.effective === true ? { defaultToGlobal: true } : {}
  return print(
    request,
    subject === undefined
      ? await client.getGlobalMode()
      : await client.getSubjectMode({ subject, ...how }),
  )
}

function readSetting(pair: string): [string, unknown] {
  const name = pair.slice(0, pair.indexOf('='))
  const text = pair.slice(name.length + 1)
  const known = choose(name, SETTINGS, 'a setting')
  if (known === 'compatibility') return [known, choose(text, compatibilityLevels, known)]
  if (TEXTS.has(known)) return [known, text === '' ? null : text]
  return [known, choose(text, ['true', 'false'], known) === 'true']
}

const SETTINGS = [
  'compatibility',
  'compatibilityGroup',
  'compatibilityPolicy',
  'alias',
  'normalize',
  'validateFields',
] as const

const TEXTS: ReadonlySet<string> = new Set(['compatibilityGroup', 'compatibilityPolicy', 'alias'])

function print({ session, output }: ActionRequest, answer: object | string): ExitCode {
  if (answer === null) {
    throw new RegistryUnavailableError('The answer is empty (is this the URL of a registry?)')
  }
  if (output === 'json') {
    session.print(`${JSON.stringify(answer, null, 2)}\n`)
    return EXIT.fine
  }
  const entries = typeof answer === 'string' ? [['level', answer]] : Object.entries(answer)
  const lines = entries.map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return `${onOneLine(`${name} ${text}`)}\n`
  })
  session.print(lines.join(''))
  return EXIT.fine
}
