import type { operations, paths } from '../openapi.gen.ts'

/** Where an operation is, how its answer is read and what may be done when none comes. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `{name}` for each path parameter. */
  readonly path: keyof paths
  readonly answer: 'json' | 'text' | 'bytes' | 'nothing'
  /**
   * Whether the request may be sent again when it is not known if it took effect, because the
   * answer was lost. What was refused unheard (425, 429, 503) may always be sent again.
   * - `any`: doing it twice is the same as doing it once. A repeated DELETE can be answered with
   *   404 for that reason; the error then has `attempts` above 1.
   * - `numbered`: only for a version that is given by its number. The latest version is another
   *   one as soon as it has been deleted.
   * - `never`: it could add something twice.
   * - `probe`: what it answers is about one server at this moment; never sent again.
   */
  readonly repeat: 'any' | 'numbered' | 'never' | 'probe'
}

/** The operations of openapi.yaml; one that is missing, or elsewhere, does not compile. */
export const routes = {
  getRoot: { method: 'GET', path: '/', answer: 'json', repeat: 'any' },
  postRoot: { method: 'POST', path: '/', answer: 'json', repeat: 'any' },
  listSubjects: { method: 'GET', path: '/subjects', answer: 'json', repeat: 'any' },
  lookUpSchema: { method: 'POST', path: '/subjects/{subject}', answer: 'json', repeat: 'any' },
  deleteSubject: { method: 'DELETE', path: '/subjects/{subject}', answer: 'json', repeat: 'any' },
  getVersionByMetadata: {
    method: 'GET',
    path: '/subjects/{subject}/metadata',
    answer: 'json',
    repeat: 'any',
  },
  listVersions: {
    method: 'GET',
    path: '/subjects/{subject}/versions',
    answer: 'json',
    repeat: 'any',
  },
  registerSchema: {
    method: 'POST',
    path: '/subjects/{subject}/versions',
    answer: 'json',
    repeat: 'any',
  },
  getVersion: {
    method: 'GET',
    path: '/subjects/{subject}/versions/{version}',
    answer: 'json',
    repeat: 'any',
  },
  deleteVersion: {
    method: 'DELETE',
    path: '/subjects/{subject}/versions/{version}',
    answer: 'json',
    repeat: 'numbered',
  },
  getVersionText: {
    method: 'GET',
    path: '/subjects/{subject}/versions/{version}/schema',
    answer: 'text',
    repeat: 'any',
  },
  listReferrers: {
    method: 'GET',
    path: '/subjects/{subject}/versions/{version}/referencedby',
    answer: 'json',
    repeat: 'any',
  },
  editTags: {
    method: 'POST',
    path: '/subjects/{subject}/versions/{version}/tags',
    answer: 'json',
    repeat: 'never',
  },
  listSchemas: { method: 'GET', path: '/schemas', answer: 'json', repeat: 'any' },
  getSchemaById: { method: 'GET', path: '/schemas/ids/{id}', answer: 'json', repeat: 'any' },
  getSchemaTextById: {
    method: 'GET',
    path: '/schemas/ids/{id}/schema',
    answer: 'text',
    repeat: 'any',
  },
  listSubjectsBySchemaId: {
    method: 'GET',
    path: '/schemas/ids/{id}/subjects',
    answer: 'json',
    repeat: 'any',
  },
  listVersionsBySchemaId: {
    method: 'GET',
    path: '/schemas/ids/{id}/versions',
    answer: 'json',
    repeat: 'any',
  },
  getSchemaByGuid: { method: 'GET', path: '/schemas/guids/{guid}', answer: 'json', repeat: 'any' },
  listIdsByGuid: {
    method: 'GET',
    path: '/schemas/guids/{guid}/ids',
    answer: 'json',
    repeat: 'any',
  },
  listSchemaTypes: { method: 'GET', path: '/schemas/types', answer: 'json', repeat: 'any' },
  checkCompatibilityWithVersion: {
    method: 'POST',
    path: '/compatibility/subjects/{subject}/versions/{version}',
    answer: 'json',
    repeat: 'any',
  },
  checkCompatibility: {
    method: 'POST',
    path: '/compatibility/subjects/{subject}/versions',
    answer: 'json',
    repeat: 'any',
  },
  getGlobalConfig: { method: 'GET', path: '/config', answer: 'json', repeat: 'any' },
  updateGlobalConfig: { method: 'PUT', path: '/config', answer: 'json', repeat: 'any' },
  deleteGlobalConfig: { method: 'DELETE', path: '/config', answer: 'json', repeat: 'any' },
  getSubjectConfig: { method: 'GET', path: '/config/{subject}', answer: 'json', repeat: 'any' },
  updateSubjectConfig: { method: 'PUT', path: '/config/{subject}', answer: 'json', repeat: 'any' },
  deleteSubjectConfig: {
    method: 'DELETE',
    path: '/config/{subject}',
    answer: 'json',
    repeat: 'any',
  },
  getGlobalMode: { method: 'GET', path: '/mode', answer: 'json', repeat: 'any' },
  updateGlobalMode: { method: 'PUT', path: '/mode', answer: 'json', repeat: 'any' },
  deleteGlobalMode: { method: 'DELETE', path: '/mode', answer: 'json', repeat: 'any' },
  getSubjectMode: { method: 'GET', path: '/mode/{subject}', answer: 'json', repeat: 'any' },
  updateSubjectMode: { method: 'PUT', path: '/mode/{subject}', answer: 'json', repeat: 'any' },
  deleteSubjectMode: { method: 'DELETE', path: '/mode/{subject}', answer: 'json', repeat: 'any' },
  listContexts: { method: 'GET', path: '/contexts', answer: 'json', repeat: 'any' },
  deleteContext: {
    method: 'DELETE',
    path: '/contexts/{context}',
    answer: 'nothing',
    repeat: 'any',
  },
  getClusterId: { method: 'GET', path: '/v1/metadata/id', answer: 'json', repeat: 'any' },
  getServerVersion: { method: 'GET', path: '/v1/metadata/version', answer: 'json', repeat: 'any' },
  getDeployment: { method: 'GET', path: '/v1/metadata/deployment', answer: 'json', repeat: 'any' },
  listAssociationsByResourceId: {
    method: 'GET',
    path: '/associations/resources/{resourceId}',
    answer: 'json',
    repeat: 'any',
  },
  listAssociationsByResourceName: {
    method: 'GET',
    path: '/associations/resources/{resourceNamespace}/{resourceName}',
    answer: 'json',
    repeat: 'any',
  },
  listAssociationsBySubject: {
    method: 'GET',
    path: '/associations/subjects/{subject}',
    answer: 'json',
    repeat: 'any',
  },
  getLiveness: { method: 'GET', path: '/health/live', answer: 'json', repeat: 'probe' },
  getReadiness: { method: 'GET', path: '/health/ready', answer: 'json', repeat: 'probe' },
  getHealthAlias: { method: 'GET', path: '/_health', answer: 'json', repeat: 'probe' },
  getStatusAlias: { method: 'GET', path: '/status/ready', answer: 'json', repeat: 'probe' },
  getStartup: { method: 'GET', path: '/health/started', answer: 'json', repeat: 'probe' },
  getOpenapiDocument: { method: 'GET', path: '/openapi.yaml', answer: 'text', repeat: 'any' },
  getDocs: { method: 'GET', path: '/docs', answer: 'text', repeat: 'any' },
  getDocsAsset: { method: 'GET', path: '/docs/{asset}', answer: 'bytes', repeat: 'any' },
} as const satisfies { readonly [Id in keyof operations]: RouteOf<Id> }

/** Where openapi.yaml has the operation. */
type RouteOf<Id extends keyof operations> = Route & Located<operations[Id]>

type Located<Operation> = {
  [Path in keyof paths]: {
    [Method in Route['method']]: Same<paths[Path][Lowercase<Method>], Operation> extends true
      ? { readonly method: Method; readonly path: Path }
      : never
  }[Route['method']]
}[keyof paths]

type Same<A, B> = [A, B] extends [B, A] ? true : false
