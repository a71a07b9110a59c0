import {
  DEFAULT_CONTEXT,
  formatSubject,
  parseSubject,
  parseSubjectPrefix,
} from '../core/subject.ts'
import type { Subject } from '../core/types.ts'
import { takePage } from '../service/list.ts'
import type { Registry } from '../service/registry.ts'
import { toGuidSchema, toSchema, toSchemaString } from './entities.ts'
import type { HotSchemas } from './hot-schemas.ts'
import { type Mount, operation, textOperation } from './operation.ts'
import { type PageLimit, readPage } from './pages.ts'
import type { Query } from './query.ts'
import { toJson } from './reply.ts'
import { formatText, present } from './show.ts'

export interface SchemasOptions {
  readonly limit: PageLimit
  readonly hot: HotSchemas
}

export function mountSchemas(
  mount: Mount,
  registry: Registry,
  { limit, hot }: SchemasOptions,
): void {
  operation(mount, 'get', '/schemas', async ({ query, exchange }) => {
    const ruleType = query.text('ruleType')
    const listed = await registry.schemas(
      {
        prefix: parseSubjectPrefix(query.raw('subjectPrefix') ?? ''),
        deleted: query.flag('deleted'),
        latestOnly: query.flag('latestOnly'),
        aliases: query.flag('aliases'),
        ...(ruleType === undefined ? {} : { ruleType }),
      },
      readPage(query, limit),
    )
    return listed.map(({ version, aliases }) => ({
      ...toSchema(version, { exchange }),
      ...(aliases ? { aliases: [...aliases] } : {}),
    }))
  })

  operation(mount, 'get', '/schemas/types', () => ['AVRO'])

  mountIds(mount, registry, hot)
  mountGuids(mount, registry)
}

function mountIds(mount: Mount, registry: Registry, hot: HotSchemas): void {
  operation(mount, 'get', '/schemas/ids/{id}', async (call) => {
    const { generation } = hot
    const id = call.int('id')
    const subject = subjectOf(call.query)
    const found = await registry.schemaById(id, subject)
    const { version, presentation } = await present(registry, found, call)
    const maxId = call.query.flag('fetchMaxId')
      ? { maxId: await registry.maxId(subject?.context ?? DEFAULT_CONTEXT) }
      : {}
    const answer = toSchemaString(version, { ...presentation, ...maxId })
    const { legacy } = call.exchange
    if (call.query.isEmpty) hot.put(id, { legacy, generation }, toJson(answer))
    return answer
  })

  textOperation(mount, 'get', '/schemas/ids/{id}/schema', async (call) => {
    const { schema } = await registry.schemaById(call.int('id'), subjectOf(call.query))
    return formatText(registry, schema, call.query.text('format'))
  })

  operation(mount, 'get', '/schemas/ids/{id}/subjects', async (call) => {
    const versions = await registry.versionsOfSchema(call.int('id'), subjectOf(call.query), {
      deleted: call.query.flag('deleted'),
    })
    return takePage(
      versions.map(({ subject }) => formatSubject(subject)),
      readPage(call.query),
    )
  })

  operation(mount, 'get', '/schemas/ids/{id}/versions', async (call) => {
    const versions = await registry.versionsOfSchema(call.int('id'), subjectOf(call.query), {
      deleted: call.query.flag('deleted'),
    })
    return takePage(
      versions.map(({ subject, version }) => ({ subject: formatSubject(subject), version })),
      readPage(call.query),
    )
  })
}

function mountGuids(mount: Mount, registry: Registry): void {
  operation(mount, 'get', '/schemas/guids/{guid}', async (call) => {
    const found = await registry.schemaByGuid(call.param('guid'))
    const { version, presentation } = await present(registry, found, call)
    return toGuidSchema(version, presentation)
  })

  operation(mount, 'get', '/schemas/guids/{guid}/ids', (call) =>
    registry.idsByGuid(call.param('guid')),
  )
}

/** An empty subject is as good as none. */
function subjectOf(query: Query): Subject | undefined {
  const text = query.text('subject')
  return text === undefined ? undefined : parseSubject(text)
}
