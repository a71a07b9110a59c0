import { type Mount, operation } from './operation.ts'

/** Who this server says it is. */
export interface Identity {
  /** The version of Confluent Schema Registry that answers are compatible with. */
  readonly compatibleWith: string
  /** Our own version. */
  readonly version: string
  readonly clusterId: string
  readonly clusterName: string
}

export function mountMetadata(mount: Mount, identity: Identity): void {
  operation(mount, 'get', '/', () => ({}))
  operation(mount, 'post', '/', () => ({}))

  operation(mount, 'get', '/v1/metadata/id', () => ({
    scope: {
      path: [],
      clusters: {
        'kafka-cluster': identity.clusterId,
        'schema-registry-cluster': identity.clusterName,
      },
    },
  }))

  operation(mount, 'get', '/v1/metadata/version', () => ({
    version: identity.compatibleWith,
    commitId: identity.version,
  }))

  operation(mount, 'get', '/v1/metadata/deployment', () => ({ attributes: [] }))
}

/** Nobody has associations: serializers that ask then name subjects by topic. */
export function mountAssociations(mount: Mount): void {
  operation(mount, 'get', '/associations/resources/{resourceId}', () => [])
  operation(mount, 'get', '/associations/resources/{resourceNamespace}/{resourceName}', () => [])
  operation(mount, 'get', '/associations/subjects/{subject}', () => [])
}
