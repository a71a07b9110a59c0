import { ErrorCode, RegistryError } from '../core/errors.ts'
import { parseMode } from '../core/mode.ts'
import { DEFAULT_CONTEXT_SUBJECT } from '../core/subject.ts'
import type { Subject } from '../core/types.ts'
import type { Registry } from '../service/registry.ts'
import { toConfig, toStoredConfig } from './entities.ts'
import { toConfigUpdate } from './from-request.ts'
import { type Call, type Mount, operation } from './operation.ts'
import { ConfigUpdateRequest, ModeUpdateRequest } from './requests.ts'

/** Config and mode, each for the registry and for a subject or context. */
export function mountSettings(mount: Mount, registry: Registry): void {
  mountConfig(mount, registry)
  mountMode(mount, registry)
}

function mountConfig(mount: Mount, registry: Registry): void {
  operation(mount, 'get', '/config', async (call) =>
    toConfig(await registry.config(DEFAULT_CONTEXT_SUBJECT, scope(call))),
  )
  operation(mount, 'get', '/config/{subject}', async (call) =>
    toConfig(await registry.config(call.subject('subject'), scope(call))),
  )
  operation(mount, 'put', '/config', async (call) => {
    const body = await call.body(ConfigUpdateRequest, 'updateTopLevelConfig.request')
    return toStoredConfig(
      await registry.changeConfig(DEFAULT_CONTEXT_SUBJECT, toConfigUpdate(body)),
    )
  })
  operation(mount, 'put', '/config/{subject}', async (call) => {
    const body = await call.body(ConfigUpdateRequest, 'updateSubjectLevelConfig.request')
    const update = toConfigUpdate(body)
    return toStoredConfig(await registry.changeConfig(call.subject('subject'), update))
  })
  operation(mount, 'delete', '/config', async () =>
    toConfig(await registry.removeConfig(DEFAULT_CONTEXT_SUBJECT)),
  )
  operation(mount, 'delete', '/config/{subject}', async (call) =>
    toConfig(await registry.removeConfig(call.subject('subject'))),
  )
}

function mountMode(mount: Mount, registry: Registry): void {
  operation(mount, 'get', '/mode', async (call) => ({
    mode: await registry.mode(DEFAULT_CONTEXT_SUBJECT, scope(call)),
  }))
  operation(mount, 'get', '/mode/{subject}', async (call) => ({
    mode: await registry.mode(call.subject('subject'), scope(call)),
  }))
  operation(mount, 'put', '/mode', async (call) => {
    const mode = await readMode(call, 'updateTopLevelMode.request')
    return setMode(call, registry, DEFAULT_CONTEXT_SUBJECT, mode)
  })
  operation(mount, 'put', '/mode/{subject}', async (call) => {
    const mode = await readMode(call, 'updateMode.request')
    return setMode(call, registry, call.subject('subject'), mode)
  })
  operation(mount, 'delete', '/mode', async (call) => ({
    mode: (await registry.removeMode(DEFAULT_CONTEXT_SUBJECT, recursive(call))) ?? 'READWRITE',
  }))
  operation(mount, 'delete', '/mode/{subject}', async (call) => {
    const mode = await registry.removeMode(call.subject('subject'), recursive(call))
    return mode ? { mode } : {}
  })
}

async function setMode(
  { query }: Call,
  registry: Registry,
  subject: Subject,
  mode: string | null,
): Promise<{ mode: string | null }> {
  const parsed = mode === null ? null : parseMode(mode)
  await registry.changeMode(subject, parsed, { force: query.flag('force') })
  return { mode }
}

/** The mode as it was sent, which is how it is answered; null clears it. */
async function readMode(call: Call, name: string): Promise<string | null> {
  const { mode } = await call.body(ModeUpdateRequest, name)
  if (mode === undefined) {
    throw new RegistryError(ErrorCode.UNPROCESSABLE, `${name} has no mode`)
  }
  return mode
}

function scope({ query }: Call) {
  return { defaultToGlobal: query.flag('defaultToGlobal') }
}

function recursive({ query }: Call) {
  return { recursive: query.flag('recursive') }
}
