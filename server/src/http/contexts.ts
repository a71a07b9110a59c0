import type { Registry } from '../service/registry.ts'
import { type Mount, operation } from './operation.ts'
import { type PageLimit, readPage } from './pages.ts'
import { parseContextName } from './target.ts'

export function mountContexts(mount: Mount, registry: Registry, limit: PageLimit): void {
  operation(mount, 'get', '/contexts', ({ query }) =>
    registry.contexts(query.text('contextPrefix') ?? '', readPage(query, limit)),
  )

  operation(mount, 'delete', '/contexts/{context}', async (call) => {
    await registry.deleteContext(parseContextName(call.param('context')))
    return undefined
  })
}
