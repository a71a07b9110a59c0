import { parseSubjectPrefix } from '../core/subject.ts'
import { parseVersion } from '../core/version.ts'
import type { Registry } from '../service/registry.ts'
import { toFoundSchema, toRegistered, toSchema } from './entities.ts'
import { toRegistration, toRetagging, toSchemaRequest } from './from-request.ts'
import { type Call, type Mount, operation, textOperation } from './operation.ts'
import { type PageLimit, readPage } from './pages.ts'
import { RegisterSchemaRequest, TagSchemaRequest } from './requests.ts'
import { formatText, present } from './show.ts'

export interface SubjectLimits {
  readonly subjects: PageLimit
  readonly versions: PageLimit
}

export function mountSubjects(mount: Mount, registry: Registry, limits: SubjectLimits): void {
  operation(mount, 'get', '/subjects', ({ query }) =>
    registry.subjects(
      {
        prefix: parseSubjectPrefix(query.raw('subjectPrefix') ?? ':*:'),
        deleted: query.flag('deleted'),
        deletedOnly: query.flag('deletedOnly'),
      },
      readPage(query, limits.subjects),
    ),
  )

  operation(mount, 'post', '/subjects/{subject}', async (call) => {
    const body = await call.body(RegisterSchemaRequest, 'lookUpSchemaUnderSubject.request')
    const found = await registry.lookUp(call.subject('subject'), toSchemaRequest(body), {
      normalize: call.query.flag('normalize'),
      deleted: call.query.flag('deleted'),
    })
    const { presentation } = await present(registry, found.version, call)
    return toFoundSchema(found, presentation)
  })

  operation(mount, 'delete', '/subjects/{subject}', (call) =>
    registry.deleteSubject(call.subject('subject'), { permanent: call.query.flag('permanent') }),
  )

  operation(mount, 'get', '/subjects/{subject}/metadata', async (call) => {
    const { query } = call
    const values = query.all('value')
    const found = await registry.versionByMetadata(
      call.subject('subject'),
      new Map(query.all('key').map((key, i) => [key, values[i] ?? ''])),
      { deleted: query.flag('deleted') },
    )
    const { version, presentation } = await present(registry, found, call)
    return toSchema(version, presentation)
  })

  mountVersions(mount, registry, limits)
}

function mountVersions(mount: Mount, registry: Registry, limits: SubjectLimits): void {
  operation(mount, 'get', '/subjects/{subject}/versions', (call) =>
    registry.versions(
      call.subject('subject'),
      {
        deleted: call.query.flag('deleted'),
        deletedOnly: call.query.flag('deletedOnly'),
        deletedAsNegative: call.query.flag('deletedAsNegative'),
      },
      readPage(call.query, limits.versions),
    ),
  )

  operation(mount, 'post', '/subjects/{subject}/versions', async (call) => {
    const body = await call.body(RegisterSchemaRequest, 'register.request')
    const registered = await registry.register(call.subject('subject'), toRegistration(body), {
      normalize: call.query.flag('normalize'),
      force: call.query.flag('force'),
    })
    const { presentation } = await present(registry, registered.version, call)
    return toRegistered(registered, presentation)
  })

  operation(mount, 'get', '/subjects/{subject}/versions/{version}', async (call) => {
    const { version, presentation } = await present(
      registry,
      await readVersion(registry, call),
      call,
    )
    return toSchema(version, presentation)
  })

  textOperation(mount, 'get', '/subjects/{subject}/versions/{version}/schema', async (call) => {
    const { schema } = await readVersion(registry, call)
    return formatText(registry, schema, call.query.text('format'))
  })

  operation(mount, 'get', '/subjects/{subject}/versions/{version}/referencedby', async (call) => {
    const page = readPage(call.query)
    const ids = await registry.referrers(
      call.subject('subject'),
      parseVersion(call.param('version')),
      { deleted: call.query.flag('deleted') },
    )
    return ids.slice(page.offset, page.offset + page.limit)
  })

  operation(mount, 'delete', '/subjects/{subject}/versions/{version}', (call) =>
    registry.deleteVersion(call.subject('subject'), parseVersion(call.param('version')), {
      permanent: call.query.flag('permanent'),
    }),
  )

  operation(mount, 'post', '/subjects/{subject}/versions/{version}/tags', async (call) => {
    const version = parseVersion(call.param('version'))
    const body = await call.body(TagSchemaRequest, 'modifyTags.request')
    const registered = await registry.retag(call.subject('subject'), version, toRetagging(body))
    return toRegistered(registered, { exchange: call.exchange })
  })
}

function readVersion(
  registry: Registry,
  call: Call<`/subjects/{subject}/versions/{version}${'' | '/schema'}`>,
) {
  return registry.version(call.subject('subject'), parseVersion(call.param('version')), {
    deleted: call.query.flag('deleted'),
  })
}
