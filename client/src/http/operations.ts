import type { OperationMethod } from './operation-types.ts'

/**
 * One method for each operation of openapi.yaml, under its `operationId`. All take their path
 * parameters, query parameters and `body` in one object, and options of the call after it.
 */
export interface RegistryOperations {
  /** Answers an empty object, for probes and clients that ask whether anyone is there. */
  readonly getRoot: OperationMethod<'getRoot'>
  /** Answers an empty object to any body. */
  readonly postRoot: OperationMethod<'postRoot'>
  /** Lists the subjects of all contexts, or those that match a prefix. */
  readonly listSubjects: OperationMethod<'listSubjects'>
  /** Finds the version of the subject that stands for a schema. */
  readonly lookUpSchema: OperationMethod<'lookUpSchema'>
  /** Deletes all versions of the subject, softly or permanently. */
  readonly deleteSubject: OperationMethod<'deleteSubject'>
  /** Reads the newest version whose metadata properties include all the given ones. */
  readonly getVersionByMetadata: OperationMethod<'getVersionByMetadata'>
  /** Lists the version numbers of the subject. */
  readonly listVersions: OperationMethod<'listVersions'>
  /** Registers a schema as the next version of the subject, or finds that it is one already. */
  readonly registerSchema: OperationMethod<'registerSchema'>
  /** Reads a version of the subject. */
  readonly getVersion: OperationMethod<'getVersion'>
  /** Deletes a version of the subject, softly or permanently. */
  readonly deleteVersion: OperationMethod<'deleteVersion'>
  /** Reads the schema of a version and nothing else. */
  readonly getVersionText: OperationMethod<'getVersionText'>
  /** Lists the ids of the schemas that refer to a version. */
  readonly listReferrers: OperationMethod<'listReferrers'>
  /** Registers a version's schema again with other tags, metadata or rules. */
  readonly editTags: OperationMethod<'editTags'>
  /** Lists versions with their schemas, by subject and version. */
  readonly listSchemas: OperationMethod<'listSchemas'>
  /** Reads a schema by its id, whether its versions are soft-deleted or not. */
  readonly getSchemaById: OperationMethod<'getSchemaById'>
  /** Reads a schema by its id and nothing else. */
  readonly getSchemaTextById: OperationMethod<'getSchemaTextById'>
  /** Lists the subjects that have a version with this schema. */
  readonly listSubjectsBySchemaId: OperationMethod<'listSubjectsBySchemaId'>
  /** Lists the versions that stand for this schema, one for each subject. */
  readonly listVersionsBySchemaId: OperationMethod<'listVersionsBySchemaId'>
  /** Reads a schema by its guid, from whichever context has it. */
  readonly getSchemaByGuid: OperationMethod<'getSchemaByGuid'>
  /** Lists the ids that a schema has in the contexts. */
  readonly listIdsByGuid: OperationMethod<'listIdsByGuid'>
  /** Lists the schema types that can be registered. */
  readonly listSchemaTypes: OperationMethod<'listSchemaTypes'>
  /** Checks a schema against one version of the subject. */
  readonly checkCompatibilityWithVersion: OperationMethod<'checkCompatibilityWithVersion'>
  /** Checks a schema as if it were about to be registered. */
  readonly checkCompatibility: OperationMethod<'checkCompatibility'>
  /** Reads the config of the default context. */
  readonly getGlobalConfig: OperationMethod<'getGlobalConfig'>
  /** Changes the config of the default context. */
  readonly updateGlobalConfig: OperationMethod<'updateGlobalConfig'>
  /** Removes the config of the default context, so that the server's defaults hold again. */
  readonly deleteGlobalConfig: OperationMethod<'deleteGlobalConfig'>
  /** Reads the config of a subject or a context. */
  readonly getSubjectConfig: OperationMethod<'getSubjectConfig'>
  /** Changes the config of a subject or a context. */
  readonly updateSubjectConfig: OperationMethod<'updateSubjectConfig'>
  /** Removes the config of a subject or a context. */
  readonly deleteSubjectConfig: OperationMethod<'deleteSubjectConfig'>
  /** Reads the mode of the default context. */
  readonly getGlobalMode: OperationMethod<'getGlobalMode'>
  /** Sets the mode of the default context. */
  readonly updateGlobalMode: OperationMethod<'updateGlobalMode'>
  /** Removes the mode of the default context, so that it is READWRITE again. */
  readonly deleteGlobalMode: OperationMethod<'deleteGlobalMode'>
  /** Reads the mode of a subject or a context. */
  readonly getSubjectMode: OperationMethod<'getSubjectMode'>
  /** Sets the mode of a subject or a context. */
  readonly updateSubjectMode: OperationMethod<'updateSubjectMode'>
  /** Removes the mode of a subject or a context. */
  readonly deleteSubjectMode: OperationMethod<'deleteSubjectMode'>
  /** Lists the contexts, the default one first. */
  readonly listContexts: OperationMethod<'listContexts'>
  /** Takes an empty context off the list. */
  readonly deleteContext: OperationMethod<'deleteContext'>
  /** Reads the configured names of the cluster. */
  readonly getClusterId: OperationMethod<'getClusterId'>
  /** Reads which version of Confluent Schema Registry this server is compatible with. */
  readonly getServerVersion: OperationMethod<'getServerVersion'>
  /** Reads the attributes of the deployment, of which there are none. */
  readonly getDeployment: OperationMethod<'getDeployment'>
  /** Answers that the resource has no associations. */
  readonly listAssociationsByResourceId: OperationMethod<'listAssociationsByResourceId'>
  /** Answers that the resource has no associations. */
  readonly listAssociationsByResourceName: OperationMethod<'listAssociationsByResourceName'>
  /** Answers that the subject has no associations. */
  readonly listAssociationsBySubject: OperationMethod<'listAssociationsBySubject'>
  /** Says that the process answers; restart it when it does not. */
  readonly getLiveness: OperationMethod<'getLiveness'>
  /** Says whether requests can be served; send none when they cannot. */
  readonly getReadiness: OperationMethod<'getReadiness'>
  /** Answers what `/health/ready` does, for probes made for other registries. */
  readonly getHealthAlias: OperationMethod<'getHealthAlias'>
  /** Answers what `/health/ready` does, for probes made for other registries. */
  readonly getStatusAlias: OperationMethod<'getStatusAlias'>
  /** Says that the server has started; the port opens when the store is up to date. */
  readonly getStartup: OperationMethod<'getStartup'>
  /** Reads this document. */
  readonly getOpenapiDocument: OperationMethod<'getOpenapiDocument'>
  /** Shows this document as a web page on which requests can be tried. */
  readonly getDocs: OperationMethod<'getDocs'>
  /** Reads a file that the web page needs. */
  readonly getDocsAsset: OperationMethod<'getDocsAsset'>
}
