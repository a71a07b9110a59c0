import { ErrorCode, RegistryError } from '../core/errors.ts'
import { parseVersion } from '../core/version.ts'
import type { SchemaRequest } from '../service/candidate.ts'
import type { Registry } from '../service/registry.ts'
import { toSchemaRequest } from './from-request.ts'
import { type Call, type Mount, operation } from './operation.ts'
import { RegisterSchemaRequest } from './requests.ts'

export function mountCompatibility(mount: Mount, registry: Registry): void {
  operation(mount, 'post', '/compatibility/subjects/{subject}/versions/{version}', async (call) => {
    const version = parseVersion(call.param('version'))
    return answer(call, (request) =>
      registry.checkVersion(call.subject('subject'), version, request, options(call)),
    )
  })

  operation(mount, 'post', '/compatibility/subjects/{subject}/versions', (call) =>
    answer(call, (request) =>
      registry.checkSubject(call.subject('subject'), request, options(call)),
    ),
  )
}

function options({ query }: Call) {
  return { normalize: query.flag('normalize') }
}

/** With `verbose` the reasons are told, and an invalid schema is one of them. */
async function answer(
  call: Call,
  check: (request: SchemaRequest) => Promise<readonly string[]>,
): Promise<{ is_compatible: boolean; messages?: string[] }> {
  const verbose = call.query.flag('verbose')
  const body = await call.body(RegisterSchemaRequest, 'testCompatibility.request')
  try {
    const messages = await check(toSchemaRequest(body))
    return {
      is_compatible: messages.length === 0,
      ...(verbose ? { messages: [...messages] } : {}),
    }
  } catch (error) {
    const invalid = error instanceof RegistryError && error.code === ErrorCode.INVALID_SCHEMA
    if (!verbose || !invalid) throw error
    return { is_compatible: false, messages: [error.message] }
  }
}
