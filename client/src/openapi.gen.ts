// Generated from openapi.yaml by npm run generate. Do not edit.

export interface paths {
    readonly "/": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Answers an empty object, for probes and clients that ask whether anyone is there. */
        readonly get: operations["getRoot"];
        readonly put?: never;
        /** Answers an empty object to any body. */
        readonly post: operations["postRoot"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subjects": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Lists the subjects of all contexts, or those that match a prefix.
         * @description Sorted by qualified name. A subject counts as deleted when all its versions are soft-deleted. With
         *     `deletedOnly=true` only such subjects are listed, whatever `deleted` says.
         */
        readonly get: operations["listSubjects"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subjects/{subject}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Finds the version of the subject that stands for a schema.
         * @description Looks for a version with exactly this content, then compares with each version, newest first; formatting,
         *     the order of custom properties and how names are qualified do not matter. A request without metadata and
         *     rule set also finds the version that has those of the latest version. For an unqualified subject the other
         *     contexts are searched too, so the answer may name another subject.
         *
         *     `id` and `version` of the request have no effect. The schema is parsed leniently: defaults are not checked.
         *     A blank schema is found nowhere (40403). An answer found by exact content has no `ts` and no `deleted`.
         */
        readonly post: operations["lookUpSchema"];
        /**
         * Deletes all versions of the subject, softly or permanently.
         * @description Softly, the config and mode of the subject stay. Permanently, every version must be soft-deleted already, and
         *     config and mode go as well. References from the subject's own versions do not stand in the way; those from
         *     other subjects do, soft-deleted ones only against a permanent delete.
         *
         *     Refusals in this order: no versions (40401), all of them soft-deleted already (40404), mode (42205), then
         *     version by version referenced (42206) and not soft-deleted (40405).
         */
        readonly delete: operations["deleteSubject"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subjects/{subject}/metadata": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Reads the newest version whose metadata properties include all the given ones.
         * @description The n-th `key` goes with the n-th `value`. Without any, the newest version answers.
         */
        readonly get: operations["getVersionByMetadata"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subjects/{subject}/versions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Lists the version numbers of the subject.
         * @description A subject whose versions are all soft-deleted is 40401, unless `deleted` or `deletedOnly` is true.
         */
        readonly get: operations["listVersions"];
        readonly put?: never;
        /**
         * Registers a schema as the next version of the subject, or finds that it is one already.
         * @description In this order:
         *
         *     1. The rule set (42210), the subject's name (42208) and the schema (42201) must be valid.
         *     2. A schema that is a version of the subject already is answered as it is, also while the subject is read-only.
         *        Registering twice is safe.
         *     3. The mode must allow the rest (42205): `READWRITE` takes schemas without `id`, `IMPORT` and `FORWARD` with one.
         *     4. Without `schema`, that of the latest version is taken, with its references; without `metadata` or `ruleSet`,
         *        those of the latest version. Defaults and overrides of the config are merged in.
         *     5. The same content in the context keeps its id. A schema that only differs in the order of custom properties
         *        is the version it equals.
         *     6. The compatibility level in force must allow it (409).
         *     7. `version`, if given, must be the next (42201), and the id free (42205).
         *
         *     In `IMPORT` and `FORWARD` mode steps 4 and 6 and the strict checks of a new schema are left out, and the version
         *     may be any number.
         *
         *     Names, defaults and namespaces of a new schema are checked strictly unless the config's `validateNewSchemas` is
         *     false. JSON Schema and Protobuf are refused (42201).
         */
        readonly post: operations["registerSchema"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subjects/{subject}/versions/{version}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Reads a version of the subject.
         * @description `latest` is the newest version that is not soft-deleted, also with `deleted=true`. A version that an
         *     unqualified subject does not have is looked for under the same name in the other contexts.
         */
        readonly get: operations["getVersion"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Deletes a version of the subject, softly or permanently.
         * @description `latest` is the newest version that is not soft-deleted. When the last version goes permanently, the subject's
         *     config and mode go with it.
         *
         *     Refusals in this order: version number (42202), soft-deleted already (40406), unknown (40401, 40402), mode
         *     (42205), referenced (42206; soft-deleted referrers count against a permanent delete only), not soft-deleted
         *     yet (40407).
         */
        readonly delete: operations["deleteVersion"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subjects/{subject}/versions/{version}/schema": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Reads the schema of a version and nothing else.
         * @description The body is the schema's text itself, not a JSON string that holds it.
         */
        readonly get: operations["getVersionText"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subjects/{subject}/versions/{version}/referencedby": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Lists the ids of the schemas that refer to a version.
         * @description The version itself may be soft-deleted. Referrers in all contexts count.
         */
        readonly get: operations["listReferrers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subjects/{subject}/versions/{version}/tags": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Registers a version's schema again with other tags, metadata or rules.
         * @description Tags are written into the schema's text as `confluent:tags`. The outcome is registered as the next version,
         *     with all checks of a registration. `newVersion`, if given, must be its number. A rule set comes either whole
         *     (`ruleSet`) or as changes (`rulesToMerge`, `rulesToRemove`), not both (42210).
         */
        readonly post: operations["editTags"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/schemas": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Lists versions with their schemas, by subject and version. */
        readonly get: operations["listSchemas"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/schemas/ids/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Reads a schema by its id, whether its versions are soft-deleted or not.
         * @description A deserializer's question. Ids are counted per context, and `subject` says in which one to look. Where the
         *     subject has no version with this id, any subject of the context answers. For an unqualified subject the same
         *     name in the other contexts is tried first.
         */
        readonly get: operations["getSchemaById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/schemas/ids/{id}/schema": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Reads a schema by its id and nothing else.
         * @description The body is the schema's text itself, not a JSON string that holds it.
         */
        readonly get: operations["getSchemaTextById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/schemas/ids/{id}/subjects": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Lists the subjects that have a version with this schema. */
        readonly get: operations["listSubjectsBySchemaId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/schemas/ids/{id}/versions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Lists the versions that stand for this schema, one for each subject.
         * @description Where several versions of a subject have the schema, the one written last counts.
         */
        readonly get: operations["listVersionsBySchemaId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/schemas/guids/{guid}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Reads a schema by its guid, from whichever context has it. */
        readonly get: operations["getSchemaByGuid"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/schemas/guids/{guid}/ids": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Lists the ids that a schema has in the contexts. */
        readonly get: operations["listIdsByGuid"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/schemas/types": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Lists the schema types that can be registered. */
        readonly get: operations["listSchemaTypes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/compatibility/subjects/{subject}/versions/{version}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Checks a schema against one version of the subject.
         * @description The level in force decides the direction; that it is transitive makes no difference. `latest` of a subject
         *     without versions is compatible with everything; a number must be that of a version that is not soft-deleted
         *     (40402, also for an unknown subject). With `verbose=true` an invalid schema is not refused: the answer is that
         *     it is incompatible, with the reason as its message.
         */
        readonly post: operations["checkCompatibilityWithVersion"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/compatibility/subjects/{subject}/versions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Checks a schema as if it were about to be registered.
         * @description The level in force says which versions count: a transitive one all that are not soft-deleted, newest first up to
         *     the first incompatible one, any other only the latest. A subject without versions takes everything. With
         *     `verbose=true` an invalid schema is not refused: the answer is that it is incompatible, with the reason as its
         *     message.
         */
        readonly post: operations["checkCompatibility"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/config": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Reads the config of the default context.
         * @description Where nothing is set, the level is the server's default. With `defaultToGlobal=true` the registry-wide config,
         *     that of `:.__GLOBAL:`, is consulted before.
         */
        readonly get: operations["getGlobalConfig"];
        /**
         * Changes the config of the default context.
         * @description Members that are left out stay as they are, `null` clears one.
         */
        readonly put: operations["updateGlobalConfig"];
        readonly post?: never;
        /** Removes the config of the default context, so that the server's defaults hold again. */
        readonly delete: operations["deleteGlobalConfig"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/config/{subject}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Reads the config of a subject or a context.
         * @description Only what is set for the subject itself, else 40408. With `defaultToGlobal=true` the config in force: the
         *     subject's own, completed by `normalize`, `validateFields`, `validateNewSchemas`, `validateRules`,
         *     `compatibilityPolicy` and `compatibilityGroup` of the default context; else that of its context; else that of
         *     `:.__GLOBAL:`; else the server's default. A config without level means the server's default level.
         */
        readonly get: operations["getSubjectConfig"];
        /**
         * Changes the config of a subject or a context.
         * @description Members that are left out stay as they are, `null` clears one. The subject needs no versions.
         */
        readonly put: operations["updateSubjectConfig"];
        readonly post?: never;
        /** Removes the config of a subject or a context. */
        readonly delete: operations["deleteSubjectConfig"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/mode": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Reads the mode of the default context.
         * @description `READWRITE` where nothing is set. With `defaultToGlobal=true` the registry-wide mode, that of `:.__GLOBAL:`, is
         *     consulted before.
         */
        readonly get: operations["getGlobalMode"];
        /**
         * Sets the mode of the default context.
         * @description `null` clears it. Switching to `IMPORT` takes a registry without schemas in any context (42205); soft-deleted
         *     versions are deleted permanently on the way (42206 where one is referenced). `force=true` leaves everything as
         *     it is.
         */
        readonly put: operations["updateGlobalMode"];
        readonly post?: never;
        /** Removes the mode of the default context, so that it is READWRITE again. */
        readonly delete: operations["deleteGlobalMode"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/mode/{subject}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Reads the mode of a subject or a context.
         * @description Only what is set for the subject itself, else 40409. With `defaultToGlobal=true` the mode in force: the
         *     subject's own, else that of its context, else that of `:.__GLOBAL:`, else `READWRITE`.
         */
        readonly get: operations["getSubjectMode"];
        /**
         * Sets the mode of a subject or a context.
         * @description `null` clears it. Switching to `IMPORT` takes a subject or context without schemas (42205); soft-deleted
         *     versions are deleted permanently on the way (42206 where one is referenced). `force=true` leaves everything as
         *     it is. `FORWARD` is for `:.__GLOBAL:` only.
         */
        readonly put: operations["updateSubjectMode"];
        readonly post?: never;
        /** Removes the mode of a subject or a context. */
        readonly delete: operations["deleteSubjectMode"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/contexts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Lists the contexts, the default one first.
         * @description A context is listed from its first schema until it is deleted, also when it has become empty. Config and mode
         *     alone make no context.
         */
        readonly get: operations["listContexts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/contexts/{context}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Takes an empty context off the list.
         * @description Soft-deleted versions count as content. The context's config, mode and id counter stay, so that ids are not
         *     repeated when it comes back. An unknown context is fine. The default context cannot be deleted (405).
         */
        readonly delete: operations["deleteContext"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/metadata/id": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Reads the configured names of the cluster. */
        readonly get: operations["getClusterId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/metadata/version": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Reads which version of Confluent Schema Registry this server is compatible with. */
        readonly get: operations["getServerVersion"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/metadata/deployment": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Reads the attributes of the deployment, of which there are none. */
        readonly get: operations["getDeployment"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/associations/resources/{resourceId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Answers that the resource has no associations. */
        readonly get: operations["listAssociationsByResourceId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/associations/resources/{resourceNamespace}/{resourceName}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Answers that the resource has no associations.
         * @description Java serializers from 8.2.3 on ask this before they use a topic for the first time. Any answer but 200 or 404
         *     makes the producer fail.
         */
        readonly get: operations["listAssociationsByResourceName"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/associations/subjects/{subject}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Answers that the subject has no associations. */
        readonly get: operations["listAssociationsBySubject"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/live": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Says that the process answers; restart it when it does not. */
        readonly get: operations["getLiveness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/ready": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Says whether requests can be served; send none when they cannot.
         * @description Reading is tried each time, the verdict on writing may be some seconds old. By default being readable is good
         *     enough, because deserializers only read. A server that is about to stop is not ready.
         */
        readonly get: operations["getReadiness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/_health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Answers what `/health/ready` does, for probes made for other registries. */
        readonly get: operations["getHealthAlias"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/status/ready": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Answers what `/health/ready` does, for probes made for other registries. */
        readonly get: operations["getStatusAlias"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/started": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Says that the server has started; the port opens when the store is up to date. */
        readonly get: operations["getStartup"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/openapi.yaml": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Reads this document. */
        readonly get: operations["getOpenapiDocument"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/docs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Shows this document as a web page on which requests can be tried. */
        readonly get: operations["getDocs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/docs/{asset}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Reads a file that the web page needs. */
        readonly get: operations["getDocsAsset"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description A subject; qualified outside the default context.
         * @example orders-value
         * @example :.eu:orders-value
         */
        readonly SubjectName: string;
        /**
         * @description A context; `.` is the default one.
         * @example .
         * @example .eu
         */
        readonly ContextName: string;
        /**
         * Format: int32
         * @description Number of a version within its subject.
         */
        readonly Version: number;
        /**
         * Format: int32
         * @description Number of a schema within its context. 0 only exists when it was imported.
         */
        readonly SchemaId: number;
        /** @description Identity of a schema's content, an MD5 hash written as a UUID; the same in every context. */
        readonly Guid: string;
        /**
         * @description Always `AVRO` in answers of this registry.
         * @example AVRO
         */
        readonly SchemaType: string;
        /**
         * @description An Avro schema in JSON, as one text. In answers it is the canonical string: compact, members in Avro's order,
         *     types of references by name.
         */
        readonly SchemaText: string;
        /**
         * Format: int64
         * @description When the version was registered, in milliseconds since 1970.
         */
        readonly Timestamp: number;
        /** @description An Avro schema as JSON: an object, a list of union branches, or the name of a type. */
        readonly AvroSchema: {
            readonly [key: string]: unknown;
        } | readonly unknown[] | string;
        /** @description A named type that a schema takes from a version of another subject. */
        readonly SchemaReference: {
            /** @description Name by which the schema refers to the type. */
            readonly name: string;
            /** @description Subject as it was given; an unqualified one lies in the same context. */
            readonly subject: string;
            readonly version: components["schemas"]["Version"];
        };
        /** @description What is recorded about a schema; part of its identity. Keys and sets are sorted. */
        readonly Metadata: {
            /** @description Tags by the path of what they are about; `*` and `**` in a path stand for names. */
            readonly tags?: {
                readonly [key: string]: readonly string[];
            };
            /**
             * @description Any properties. `confluent:version` pins the schema to its version number, `confluent:reserved` lists field
             *     names that must not be used.
             */
            readonly properties?: {
                readonly [key: string]: string;
            };
            /** @description Names of the properties that are to be kept secret. */
            readonly sensitive?: readonly string[];
        };
        /**
         * @description Rules of a data contract; part of a schema's identity. The registry stores and validates them, serializers run
         *     them.
         */
        readonly RuleSet: {
            readonly migrationRules?: readonly components["schemas"]["Rule"][];
            readonly domainRules?: readonly components["schemas"]["Rule"][];
            readonly encodingRules?: readonly components["schemas"]["Rule"][];
            /** @description Where the rules run: ALL, CLIENT, GATEWAY, SERVER or NONE. */
            readonly enableAt?: string;
        };
        readonly Rule: {
            /** @description Unique within the rule set. */
            readonly name: string;
            readonly doc?: string;
            readonly kind: components["schemas"]["RuleKind"];
            readonly mode: components["schemas"]["RuleMode"];
            /** @description Who runs the rule, for example CEL, CEL_FIELD, JSONATA, ENCRYPT. */
            readonly type?: string;
            /** @description Fields with one of these tags are concerned. */
            readonly tags?: readonly string[];
            readonly params?: {
                readonly [key: string]: string;
            };
            /** @description The rule itself. */
            readonly expr?: string;
            /** @description Action; two with a comma between in the modes WRITEREAD and UPDOWN. */
            readonly onSuccess?: string;
            /** @description Action; two with a comma between in the modes WRITEREAD and UPDOWN. */
            readonly onFailure?: string;
            readonly disabled: boolean;
        };
        /** @enum {string} */
        readonly RuleKind: "TRANSFORM" | "CONDITION";
        /**
         * @description UPGRADE, DOWNGRADE and UPDOWN are for migration rules, the others for domain and encoding rules.
         * @enum {string}
         */
        readonly RuleMode: "UPGRADE" | "DOWNGRADE" | "UPDOWN" | "WRITE" | "READ" | "WRITEREAD";
        readonly SchemaTags: {
            readonly schemaEntity: {
                /** @description Full name of the record, then a dot and the name of the field. */
                readonly entityPath: string;
                /** @enum {string} */
                readonly entityType: "sr_record" | "sr_field";
            };
            readonly tags: readonly string[];
        };
        /** @description A version of a subject. */
        readonly Schema: {
            readonly subject: components["schemas"]["SubjectName"];
            readonly version: components["schemas"]["Version"];
            readonly id: components["schemas"]["SchemaId"];
            readonly guid?: components["schemas"]["Guid"];
            readonly schemaType?: components["schemas"]["SchemaType"];
            readonly references?: readonly components["schemas"]["SchemaReference"][];
            readonly metadata?: components["schemas"]["Metadata"];
            readonly ruleSet?: components["schemas"]["RuleSet"];
            readonly schema: components["schemas"]["SchemaText"];
            readonly schemaTags?: readonly components["schemas"]["SchemaTags"][];
            readonly ts?: components["schemas"]["Timestamp"];
            /** @description Is the version soft-deleted? */
            readonly deleted?: boolean;
        };
        /** @description A version of a subject with the subject's aliases. */
        readonly ExtendedSchema: {
            readonly subject: components["schemas"]["SubjectName"];
            readonly version: components["schemas"]["Version"];
            readonly id: components["schemas"]["SchemaId"];
            readonly guid?: components["schemas"]["Guid"];
            readonly schemaType?: components["schemas"]["SchemaType"];
            readonly references?: readonly components["schemas"]["SchemaReference"][];
            readonly metadata?: components["schemas"]["Metadata"];
            readonly ruleSet?: components["schemas"]["RuleSet"];
            readonly schema: components["schemas"]["SchemaText"];
            readonly ts?: components["schemas"]["Timestamp"];
            /** @description Is the version soft-deleted? */
            readonly deleted?: boolean;
            readonly aliases?: readonly components["schemas"]["SubjectName"][];
        };
        /** @description A schema by its id or guid. */
        readonly SchemaString: {
            readonly subject?: components["schemas"]["SubjectName"];
            readonly version?: components["schemas"]["Version"];
            readonly guid?: components["schemas"]["Guid"];
            readonly schemaType?: components["schemas"]["SchemaType"];
            readonly schema: components["schemas"]["SchemaText"];
            readonly references?: readonly components["schemas"]["SchemaReference"][];
            readonly metadata?: components["schemas"]["Metadata"];
            readonly ruleSet?: components["schemas"]["RuleSet"];
            readonly schemaTags?: readonly components["schemas"]["SchemaTags"][];
            /**
             * Format: int32
             * @description Highest id of the context.
             */
            readonly maxId?: number;
            readonly ts?: components["schemas"]["Timestamp"];
            /** @description Is the version soft-deleted? */
            readonly deleted?: boolean;
        };
        /** @description The version that a registration made or found. */
        readonly RegisterSchemaResponse: {
            readonly id: components["schemas"]["SchemaId"];
            readonly version?: components["schemas"]["Version"];
            readonly guid?: components["schemas"]["Guid"];
            readonly schemaType?: components["schemas"]["SchemaType"];
            readonly references?: readonly components["schemas"]["SchemaReference"][];
            readonly metadata?: components["schemas"]["Metadata"];
            readonly ruleSet?: components["schemas"]["RuleSet"];
            readonly schema?: components["schemas"]["SchemaText"];
            readonly ts?: components["schemas"]["Timestamp"];
            /** @description Is the version soft-deleted? */
            readonly deleted?: boolean;
        };
        readonly SubjectVersion: {
            readonly subject: components["schemas"]["SubjectName"];
            readonly version: components["schemas"]["Version"];
        };
        /** @description The id of a schema in one context. */
        readonly ContextId: {
            readonly context: components["schemas"]["ContextName"];
            readonly id: components["schemas"]["SchemaId"];
        };
        readonly CompatibilityCheckResponse: {
            readonly is_compatible: boolean;
            /**
             * @description Only with `verbose=true`. For each version that failed one text per incompatibility, then the version's
             *     number and schema; at the end the level. The texts look like JSON but are not.
             */
            readonly messages?: readonly string[];
        };
        /**
         * @description BACKWARD: the new schema can read what was written with the latest version. FORWARD: the latest version can read
         *     what is written with the new one. FULL: both. A transitive level asks the same of all versions.
         * @enum {string}
         */
        readonly CompatibilityLevel: "NONE" | "BACKWARD" | "BACKWARD_TRANSITIVE" | "FORWARD" | "FORWARD_TRANSITIVE" | "FULL" | "FULL_TRANSITIVE";
        /**
         * @description Stored; for Avro without effect.
         * @enum {string}
         */
        readonly CompatibilityPolicy: "STRICT" | "LENIENT" | "LOGICAL";
        /** @description Settings of a subject, a context or the registry. */
        readonly Config: {
            readonly compatibilityLevel: components["schemas"]["CompatibilityLevel"];
            /** @description Subject that this one stands for. */
            readonly alias?: string;
            /** @description Stored; without effect. */
            readonly aliasForDeks?: string;
            /** @description Bring schemas into their normal form. */
            readonly normalize?: boolean;
            /** @description Check the field names that `confluent:reserved` lists. */
            readonly validateFields?: boolean;
            /** @description Check names, namespaces and defaults of new schemas strictly. */
            readonly validateNewSchemas?: boolean;
            /** @description Stored; without effect. */
            readonly validateRules?: boolean;
            readonly compatibilityPolicy?: components["schemas"]["CompatibilityPolicy"];
            /** @description A metadata property; only versions with the same value are compared. */
            readonly compatibilityGroup?: string;
            readonly defaultMetadata?: components["schemas"]["Metadata"];
            readonly overrideMetadata?: components["schemas"]["Metadata"];
            readonly defaultRuleSet?: components["schemas"]["RuleSet"];
            readonly overrideRuleSet?: components["schemas"]["RuleSet"];
        };
        /** @description What is set now for a subject, a context or the registry. */
        readonly ConfigUpdateResponse: {
            readonly compatibility?: components["schemas"]["CompatibilityLevel"];
            readonly alias?: string;
            readonly aliasForDeks?: string;
            readonly normalize?: boolean;
            readonly validateFields?: boolean;
            readonly validateNewSchemas?: boolean;
            readonly validateRules?: boolean;
            readonly compatibilityPolicy?: components["schemas"]["CompatibilityPolicy"];
            readonly compatibilityGroup?: string;
            readonly defaultMetadata?: components["schemas"]["Metadata"];
            readonly overrideMetadata?: components["schemas"]["Metadata"];
            readonly defaultRuleSet?: components["schemas"]["RuleSet"];
            readonly overrideRuleSet?: components["schemas"]["RuleSet"];
        };
        /**
         * @description READWRITE: schemas are registered and get the next id. READONLY and READONLY_OVERRIDE: no writes but of modes.
         *     IMPORT: schemas come with their ids and are not checked against others. FORWARD: the same, for the whole
         *     registry.
         * @enum {string}
         */
        readonly ModeName: "READWRITE" | "READONLY" | "READONLY_OVERRIDE" | "IMPORT" | "FORWARD";
        readonly Mode: {
            readonly mode: components["schemas"]["ModeName"];
        };
        readonly ModeUpdateResponse: {
            /** @description As the request gave it. */
            readonly mode: string | null;
        };
        readonly DeletedMode: {
            readonly mode?: components["schemas"]["ModeName"];
        };
        /** @description A schema to register, look up or check. */
        readonly RegisterSchemaRequest: {
            /**
             * Format: int32
             * @description Register only. 0 or absent: any. -1: the latest version if it is this schema, else the next. Otherwise the
             *     number that the next version must have. With a number or -1 a new version gets the metadata property
             *     `confluent:version`.
             */
            readonly version?: number | null;
            /**
             * Format: int32
             * @description Register only, in `IMPORT` or `FORWARD` mode, or where the schema has this id already. Negative: absent.
             */
            readonly id?: number | null;
            /** @description `AVRO`, or absent. */
            readonly schemaType?: string | null;
            readonly references?: readonly components["schemas"]["SchemaReferenceRequest"][] | null;
            readonly metadata?: components["schemas"]["MetadataRequest"] | null;
            readonly ruleSet?: components["schemas"]["RuleSetRequest"] | null;
            /** @description An Avro schema in JSON, as one text. */
            readonly schema?: string | null;
            /** @description Register only. Tags to write into the schema. */
            readonly schemaTagsToAdd?: readonly components["schemas"]["SchemaTagsRequest"][] | null;
            /** @description Register only. Tags to take out of the schema. */
            readonly schemaTagsToRemove?: readonly components["schemas"]["SchemaTagsRequest"][] | null;
            /** @description Register only. Take over the tags of the latest version where its records and fields still exist. */
            readonly propagateSchemaTags?: boolean | null;
        };
        readonly TagSchemaRequest: {
            /**
             * Format: int32
             * @description Number that the new version must have; absent, whichever is next.
             */
            readonly newVersion?: number | null;
            readonly tagsToAdd?: readonly components["schemas"]["SchemaTagsRequest"][] | null;
            readonly tagsToRemove?: readonly components["schemas"]["SchemaTagsRequest"][] | null;
            /** @description Takes the place of the version's. */
            readonly metadata?: components["schemas"]["MetadataRequest"] | null;
            /** @description Takes the place of the version's. */
            readonly ruleSet?: components["schemas"]["RuleSetRequest"] | null;
            /** @description Rules to add, or to put in the place of those of the same name. */
            readonly rulesToMerge?: components["schemas"]["RuleSetRequest"] | null;
            /** @description Names of rules. */
            readonly rulesToRemove?: readonly string[] | null;
        };
        /** @description Members that are absent stay as they are, null clears one. */
        readonly ConfigUpdateRequest: {
            /** @description A compatibility level, in any letter case. */
            readonly compatibility?: string | null;
            readonly alias?: string | null;
            readonly aliasForDeks?: string | null;
            readonly normalize?: boolean | null;
            readonly validateFields?: boolean | null;
            readonly validateNewSchemas?: boolean | null;
            readonly validateRules?: boolean | null;
            /** @description In any letter case; an unknown one clears it. */
            readonly compatibilityPolicy?: string | null;
            readonly compatibilityGroup?: string | null;
            readonly defaultMetadata?: components["schemas"]["MetadataRequest"] | null;
            readonly overrideMetadata?: components["schemas"]["MetadataRequest"] | null;
            readonly defaultRuleSet?: components["schemas"]["RuleSetRequest"] | null;
            readonly overrideRuleSet?: components["schemas"]["RuleSetRequest"] | null;
        };
        readonly ModeUpdateRequest: {
            /** @description A mode, in any letter case; null clears it. */
            readonly mode: string | null;
        };
        readonly SchemaReferenceRequest: {
            /** @description Name by which the schema refers to the type. */
            readonly name: string;
            /** @description An unqualified one lies in the same context. */
            readonly subject: string;
            /**
             * Format: int32
             * @description -1 is the latest version, as it is now.
             */
            readonly version: number;
        };
        readonly MetadataRequest: {
            readonly tags?: {
                readonly [key: string]: readonly string[];
            } | null;
            readonly properties?: {
                readonly [key: string]: string;
            } | null;
            readonly sensitive?: readonly string[] | null;
        };
        readonly RuleSetRequest: {
            readonly migrationRules?: readonly components["schemas"]["RuleRequest"][] | null;
            readonly domainRules?: readonly components["schemas"]["RuleRequest"][] | null;
            readonly encodingRules?: readonly components["schemas"]["RuleRequest"][] | null;
            /** @enum {string|null} */
            readonly enableAt?: "ALL" | "CLIENT" | "GATEWAY" | "SERVER" | "NONE" | null;
        };
        readonly RuleRequest: {
            /** @description 1 to 256 letters, digits, `_` and `-`, a letter or `_` first; unique within the rule set. */
            readonly name: string;
            readonly doc?: string | null;
            /** @default TRANSFORM */
            readonly kind: components["schemas"]["RuleKind"] | null;
            /** @default WRITEREAD */
            readonly mode: components["schemas"]["RuleMode"] | null;
            readonly type: string;
            readonly tags?: readonly string[] | null;
            readonly params?: {
                readonly [key: string]: string;
            } | null;
            readonly expr?: string | null;
            readonly onSuccess?: string | null;
            readonly onFailure?: string | null;
            /** @default false */
            readonly disabled: boolean | null;
        };
        readonly SchemaTagsRequest: {
            readonly schemaEntity: {
                /** @description Full name of the record, then a dot and the name of the field. */
                readonly entityPath: string;
                /** @enum {string} */
                readonly entityType: "sr_record" | "sr_field";
            };
            readonly tags: readonly string[];
        };
        readonly ErrorMessage: {
            /**
             * Format: int32
             * @description Three digits: the HTTP status. Five: status × 100 + n.
             */
            readonly error_code: number;
            readonly message: string;
        };
        readonly EmptyObject: Record<string, never>;
        readonly ServerClusterId: {
            readonly scope: {
                readonly path: readonly string[];
                readonly clusters: {
                    readonly "kafka-cluster": string;
                    readonly "schema-registry-cluster": string;
                };
            };
        };
        readonly SchemaRegistryServerVersion: {
            /** @description Version of Confluent Schema Registry with the same API. */
            readonly version: string;
            /** @description The server's own version. */
            readonly commitId: string;
        };
        readonly SchemaRegistryDeployment: {
            readonly attributes: readonly string[];
        };
        readonly Health: {
            readonly status: components["schemas"]["HealthStatus"];
        };
        readonly Readiness: {
            readonly status: components["schemas"]["HealthStatus"];
            /** @description Can the store be read? */
            readonly read: boolean;
            /** @description Can it be written? */
            readonly write: boolean;
        };
        /** @enum {string} */
        readonly HealthStatus: "UP" | "DOWN";
    };
    responses: {
        /** @description An empty object. */
        readonly Empty: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                /** @example {} */
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["EmptyObject"];
            };
        };
        /** @description Yes. */
        readonly Up: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": "UP"
                 *     }
                 */
                readonly "application/json": components["schemas"]["Health"];
            };
        };
        /** @description Requests can be served. */
        readonly Ready: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Readiness"];
            };
        };
        /** @description Requests cannot be served, or with `require=write` no changes. */
        readonly NotReady: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Readiness"];
            };
        };
        /** @description The schema's text. */
        readonly SchemaText: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "record",
                 *       "name": "Temperature",
                 *       "namespace": "home.sensors",
                 *       "fields": [
                 *         {
                 *           "name": "room",
                 *           "type": "string"
                 *         },
                 *         {
                 *           "name": "celsius",
                 *           "type": "double"
                 *         },
                 *         {
                 *           "name": "measuredAt",
                 *           "type": {
                 *             "type": "long",
                 *             "logicalType": "timestamp-millis"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["AvroSchema"];
            };
        };
        /** @description Whether the schema is compatible, and with `verbose=true` what is not. */
        readonly CompatibilityCheck: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["CompatibilityCheckResponse"];
            };
        };
        /** @description The config; members that are not set are left out. */
        readonly Config: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "compatibilityLevel": "BACKWARD",
                 *       "normalize": true
                 *     }
                 */
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["Config"];
            };
        };
        /** @description The config as it is stored now, its level under `compatibility`. */
        readonly StoredConfig: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "compatibility": "FULL_TRANSITIVE",
                 *       "normalize": true
                 *     }
                 */
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ConfigUpdateResponse"];
            };
        };
        /** @description The config that was removed. */
        readonly DeletedConfig: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "compatibilityLevel": "FULL_TRANSITIVE"
                 *     }
                 */
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["Config"];
            };
        };
        /** @description The mode. */
        readonly Mode: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "mode": "READWRITE"
                 *     }
                 */
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["Mode"];
            };
        };
        /** @description What the request said, in its own letter case. */
        readonly StoredMode: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "mode": "READONLY"
                 *     }
                 */
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ModeUpdateResponse"];
            };
        };
        /** @description The mode that was removed; an empty object when none was set and `recursive` is true. */
        readonly DeletedMode: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "mode": "READONLY"
                 *     }
                 */
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["DeletedMode"];
            };
        };
        /** @description An empty list. */
        readonly NoAssociations: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                /** @example [] */
                readonly "application/vnd.schemaregistry.v1+json": readonly unknown[];
            };
        };
        /**
         * @description The path cannot be read (empty segment, broken escape, backslash, escaped dots, a context name with a
         *     colon), or the Content-Type cannot.
         */
        readonly BadRequest: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description The body is no JSON, is nested more than 1000 levels deep, or has a member of the wrong type; or the path
         *     or Content-Type cannot be read.
         */
        readonly BadBody: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /** @description Accept names none of the three media types. */
        readonly NotAcceptable: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /** @description The body is longer than the server allows (2 MiB unless configured). */
        readonly BodyTooLarge: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /** @description Content-Type is not one of those for JSON. */
        readonly UnsupportedMediaType: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /** @description A fault of the server; the request may be repeated. */
        readonly ServerError: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /** @description The server gave the request up after its time limit (60 seconds unless configured). */
        readonly Timeout: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /** @description `offset` or `limit` is no 32-bit integer. */
        readonly InvalidNumber: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 40401: the subject has no version that counts.
         *     - 404: `offset` or `limit` is no 32-bit integer.
         */
        readonly SubjectNotFoundOrInvalidNumber: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 40401: the subject has no version that counts.
         *     - 40403: none of its versions is meant.
         */
        readonly SubjectOrSchemaNotFound: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 40401: the subject has no versions.
         *     - 40404: all its versions are soft-deleted already.
         *     - 40405: a permanent delete, but a version is not soft-deleted.
         */
        readonly SubjectNotDeletable: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 40401: the subject has no version that counts.
         *     - 40402: it has others; -1 stands for `latest`.
         */
        readonly VersionNotFound: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 40401: the subject has no versions.
         *     - 40402: it has others; -1 stands for `latest`.
         *     - 404: `offset` or `limit` is no 32-bit integer.
         */
        readonly VersionNotFoundOrInvalidNumber: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 40401: the subject has no versions.
         *     - 40402: it has others; -1 stands for `latest`.
         *     - 40406: the version is soft-deleted already.
         *     - 40407: a permanent delete, but the version is not soft-deleted.
         */
        readonly VersionNotDeletable: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /** @description 40402: the subject has no such version, or none at all. */
        readonly CheckedVersionNotFound: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 40403: the context has no such id.
         *     - 404: the id is no 32-bit integer.
         */
        readonly SchemaIdNotFound: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 40403: the context has no such id.
         *     - 404: the id, `offset` or `limit` is no 32-bit integer.
         */
        readonly SchemaNotFoundOrInvalidNumber: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /** @description 40403: no context has the guid, or it is none. */
        readonly GuidNotFound: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /** @description 40408: nothing is set for the subject itself. */
        readonly SubjectConfigNotFound: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /** @description 40409: nothing is set for the subject itself. */
        readonly SubjectModeNotFound: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /** @description 40401: nothing is set for the subject. */
        readonly SettingsNotFound: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /** @description The page has no such file. */
        readonly NoSuchAsset: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description The schema breaks the compatibility level in force, or uses a reserved field. error_code is 40901, or 409
         *     where the server is configured so or an old Java client asks.
         */
        readonly Incompatible: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /** @description `offset` is negative. */
        readonly InvalidOffset: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /** @description 42208: the subject has a control character. */
        readonly InvalidSubject: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 42208: the subject has a control character.
         *     - 422: `offset` is negative.
         */
        readonly InvalidSubjectOrOffset: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 42202: the version is neither a number from 1 nor `latest`.
         *     - 42208: the subject has a control character.
         */
        readonly InvalidVersion: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 42202: the version is neither a number from 1 nor `latest`.
         *     - 42208: the subject has a control character.
         *     - 422: `offset` is negative.
         */
        readonly InvalidVersionOrOffset: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 422: the body is missing, or a map in it holds null.
         *     - 42201: the schema is invalid, is of another type than Avro, or refers to nothing.
         *     - 42208: the subject has a control character.
         */
        readonly LookupRefused: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 422: the body is missing, or a map in it holds null.
         *     - 42201: the schema is blank, invalid, of another type than Avro, or refers to nothing.
         *     - 42208: the subject has a control character.
         */
        readonly CheckRefused: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 422: the body is missing, or a map in it holds null.
         *     - 42201: the schema is blank, invalid, of another type than Avro, or refers to nothing.
         *     - 42202: the version is neither a number from 1 nor `latest`.
         *     - 42208: the subject has a control character.
         */
        readonly VersionCheckRefused: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 422: the body is missing, or a map in it holds null.
         *     - 42201: the schema is invalid, of another type than Avro, or refers to nothing; it is blank and the subject
         *       has no version to copy; `version` is not the next; tags are meant for a record or field that is not there.
         *     - 42205: the mode forbids it, the id stands for another schema, or the context has no id left.
         *     - 42208: the subject cannot hold schemas: a control character, or a reserved name.
         *     - 42210: the rule set is invalid.
         */
        readonly RegistrationRefused: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 422: the body is missing, or a map in it holds null.
         *     - 42201: tags are meant for a record or field that is not there, or `newVersion` is not the next version.
         *     - 42202: the version is neither a number from 1 nor `latest`.
         *     - 42205: the mode forbids it, or the context has no id left.
         *     - 42208: the subject cannot hold schemas: a control character, or a reserved name.
         *     - 42210: the rule set is invalid, or comes both whole and as changes.
         */
        readonly TagsRefused: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 42205: the mode forbids it.
         *     - 42206: another subject refers to a version.
         *     - 42208: the subject has a control character.
         */
        readonly DeleteRefused: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 42202: the version is neither a number from 1 nor `latest`.
         *     - 42205: the mode forbids it.
         *     - 42206: a schema refers to the version.
         *     - 42208: the subject has a control character.
         */
        readonly VersionDeleteRefused: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 422: the body is missing, or a map in it holds null.
         *     - 42203: no such compatibility level.
         *     - 42205: the mode forbids it.
         *     - 42210: a rule set is invalid.
         */
        readonly GlobalConfigRefused: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 422: the body is missing, or a map in it holds null.
         *     - 42203: no such compatibility level.
         *     - 42205: the mode forbids it.
         *     - 42208: the subject has a control character or a reserved name.
         *     - 42210: a rule set is invalid.
         */
        readonly SubjectConfigRefused: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /** @description 42205: the mode forbids it. */
        readonly ReadOnly: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 42205: the mode forbids it.
         *     - 42208: the subject has a control character.
         */
        readonly ReadOnlyOrInvalidSubject: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 422: the body is missing, or has no `mode`.
         *     - 42204: no such mode, or FORWARD, which is for `:.__GLOBAL:` only.
         *     - 42205: the server does not let modes be changed, or IMPORT found schemas.
         *     - 42206: IMPORT found a soft-deleted version that a schema refers to.
         */
        readonly GlobalModeRefused: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 422: the body is missing, or has no `mode`.
         *     - 42204: no such mode, or FORWARD, which is for `:.__GLOBAL:` only.
         *     - 42205: the server does not let modes be changed, or IMPORT found schemas.
         *     - 42206: IMPORT found a soft-deleted version that a schema refers to.
         *     - 42208: the subject has a control character or a reserved name.
         */
        readonly SubjectModeRefused: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /** @description 42205: the server does not let modes be changed. */
        readonly ModeFixed: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 42205: the server does not let modes be changed.
         *     - 42208: the subject has a control character.
         */
        readonly ModeFixedOrInvalidSubject: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
        /**
         * @description - 42211: the context has versions, be they soft-deleted.
         *     - 42208: its name has a control character.
         */
        readonly ContextNotEmpty: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ErrorMessage"];
            };
        };
    };
    parameters: {
        /**
         * @description A subject, percent-encoded in the path; qualified (`:.eu:orders-value`) outside the default context.
         * @example orders-value
         */
        readonly Subject: string;
        /**
         * @description A subject, percent-encoded. `:.eu:` is the context `.eu` as a whole, `:.:` the default one, and `:.__GLOBAL:`
         *     what all contexts fall back to.
         * @example orders-value
         */
        readonly SettingsSubject: string;
        /**
         * @description A version number from 1, or `latest` (any letter case, or -1), the newest version that is not soft-deleted.
         *     Anything else is 42202.
         * @example latest
         */
        readonly Version: string | number;
        /**
         * @description A schema id; what is no 32-bit integer is 404.
         * @example 1
         */
        readonly SchemaId: number;
        /**
         * @description A guid, in any letter case, with or without dashes.
         * @example c736de1b-5d42-a6a5-7f6e-d50bd2d7ab64
         */
        readonly Guid: string;
        /** @description Subject in whose context the id is looked up; `:.eu:` for a context alone. */
        readonly SubjectOfId: string;
        /** @description Number of items to leave out in front; a negative one is 422. */
        readonly Offset: number;
        /** @description Number of items at most; all, up to what the server is configured to, where it is not positive. */
        readonly Limit: number;
        /** @description Soft-deleted versions count as well. */
        readonly Deleted: boolean;
        /** @description Subjects whose versions are all soft-deleted count as well. */
        readonly DeletedSubjects: boolean;
        /** @description Delete for good what was soft-deleted before. */
        readonly Permanent: boolean;
        /**
         * @description Bring the schema into its normal form first: custom properties and references sorted, logical types written
         *     alike. The config's `normalize` does the same.
         */
        readonly Normalize: boolean;
        /** @description `resolved` shows the schema with the types it refers to written out; anything else shows it as it is stored. */
        readonly Format: string;
        /** @description `qualified` shows the subjects of references with their context. */
        readonly ReferenceFormat: string;
        /** @description Show the schema's records and fields that carry one of these tags; `*` is any tag. */
        readonly FindTags: readonly string[];
        /** @description Say what is incompatible. */
        readonly Verbose: boolean;
        /** @description Answer with what is in force, not only with what is set here. */
        readonly DefaultToGlobal: boolean;
        /** @description Switch to `IMPORT` although there are schemas. */
        readonly ForceMode: boolean;
        /** @description Remove the modes of all subjects in the context as well, and do not mind when none is set. */
        readonly Recursive: boolean;
        /** @description `write`: not ready either while nothing can be written. */
        readonly Require: "write";
        /** @description Accepted and without effect. */
        readonly ResourceType: string;
        /** @description Accepted and without effect. */
        readonly AssociationType: readonly string[];
        /** @description Accepted and without effect. */
        readonly Lifecycle: string;
    };
    requestBodies: {
        /** @description Accepted and without effect. */
        readonly Anything: {
            readonly content: {
                /** @example {} */
                readonly "application/vnd.schemaregistry.v1+json": {
                    readonly [key: string]: unknown;
                };
                readonly "application/vnd.schemaregistry+json": {
                    readonly [key: string]: unknown;
                };
                readonly "application/json": {
                    readonly [key: string]: unknown;
                };
            };
        };
        readonly RegisterSchema: {
            readonly content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["RegisterSchemaRequest"];
                readonly "application/vnd.schemaregistry+json": components["schemas"]["RegisterSchemaRequest"];
                readonly "application/json": components["schemas"]["RegisterSchemaRequest"];
            };
        };
        readonly ConfigUpdate: {
            readonly content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ConfigUpdateRequest"];
                readonly "application/vnd.schemaregistry+json": components["schemas"]["ConfigUpdateRequest"];
                readonly "application/json": components["schemas"]["ConfigUpdateRequest"];
            };
        };
        readonly ModeUpdate: {
            readonly content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ModeUpdateRequest"];
                readonly "application/vnd.schemaregistry+json": components["schemas"]["ModeUpdateRequest"];
                readonly "application/json": components["schemas"]["ModeUpdateRequest"];
            };
        };
    };
    headers: {
        /**
         * @description The request's own X-Request-ID, or a new UUID where it has none.
         * @example 2f6c1f0a-5f6f-4a55-9a52-0b6f1d0f4c55
         */
        readonly RequestId: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getRoot: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["Empty"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly postRoot: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: components["requestBodies"]["Anything"];
        readonly responses: {
            readonly 200: components["responses"]["Empty"];
            readonly 400: components["responses"]["BadBody"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly listSubjects: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description `:.eu:` is the context `.eu`, `:.eu:or` what begins with "or" in it, `:*:or` the same in every context.
                 *     A prefix without context, also an empty one, means the default context.
                 */
                readonly subjectPrefix?: string;
                /** @description Subjects whose versions are all soft-deleted count as well. */
                readonly deleted?: components["parameters"]["DeletedSubjects"];
                /** @description List only subjects whose versions are all soft-deleted. */
                readonly deletedOnly?: boolean;
                /** @description Number of items to leave out in front; a negative one is 422. */
                readonly offset?: components["parameters"]["Offset"];
                /** @description Number of items at most; all, up to what the server is configured to, where it is not positive. */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Qualified names of the subjects. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       ":.eu:orders-value",
                     *       "money-value",
                     *       "temperature-value"
                     *     ]
                     */
                    readonly "application/vnd.schemaregistry.v1+json": readonly components["schemas"]["SubjectName"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["InvalidNumber"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["InvalidOffset"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly lookUpSchema: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Bring the schema into its normal form first: custom properties and references sorted, logical types written
                 *     alike. The config's `normalize` does the same.
                 */
                readonly normalize?: components["parameters"]["Normalize"];
                /** @description `resolved` shows the schema with the types it refers to written out; anything else shows it as it is stored. */
                readonly format?: components["parameters"]["Format"];
                /** @description Soft-deleted versions count as well. */
                readonly deleted?: components["parameters"]["Deleted"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A subject, percent-encoded in the path; qualified (`:.eu:orders-value`) outside the default context.
                 * @example orders-value
                 */
                readonly subject: components["parameters"]["Subject"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: components["requestBodies"]["RegisterSchema"];
        readonly responses: {
            /** @description The version. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "subject": "temperature-value",
                     *       "version": 1,
                     *       "id": 1,
                     *       "guid": "c736de1b-5d42-a6a5-7f6e-d50bd2d7ab64",
                     *       "schemaType": "AVRO",
                     *       "schema": "{\"type\":\"record\",\"name\":\"Temperature\",\"namespace\":\"home.sensors\",\"fields\":[{\"name\":\"room\",\"type\":\"string\"},{\"name\":\"celsius\",\"type\":\"double\"},{\"name\":\"measuredAt\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}}]}"
                     *     }
                     */
                    readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["Schema"];
                };
            };
            readonly 400: components["responses"]["BadBody"];
            readonly 404: components["responses"]["SubjectOrSchemaNotFound"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["LookupRefused"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly deleteSubject: {
        readonly parameters: {
            readonly query?: {
                /** @description Delete for good what was soft-deleted before. */
                readonly permanent?: components["parameters"]["Permanent"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A subject, percent-encoded in the path; qualified (`:.eu:orders-value`) outside the default context.
                 * @example orders-value
                 */
                readonly subject: components["parameters"]["Subject"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /**
             * @description Numbers of the deleted versions: with a soft delete those that were not deleted before, with a permanent
             *     one all.
             */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       1,
                     *       2
                     *     ]
                     */
                    readonly "application/vnd.schemaregistry.v1+json": readonly components["schemas"]["Version"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["SubjectNotDeletable"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["DeleteRefused"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly getVersionByMetadata: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Names of metadata properties.
                 * @example [
                 *       "owner"
                 *     ]
                 */
                readonly key?: readonly string[];
                /**
                 * @description Their values, in the same order.
                 * @example [
                 *       "payments-team"
                 *     ]
                 */
                readonly value?: readonly string[];
                /** @description `resolved` shows the schema with the types it refers to written out; anything else shows it as it is stored. */
                readonly format?: components["parameters"]["Format"];
                /** @description Soft-deleted versions count as well. */
                readonly deleted?: components["parameters"]["Deleted"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A subject, percent-encoded in the path; qualified (`:.eu:orders-value`) outside the default context.
                 * @example orders-value
                 */
                readonly subject: components["parameters"]["Subject"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The version. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["Schema"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["SubjectOrSchemaNotFound"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["InvalidSubject"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly listVersions: {
        readonly parameters: {
            readonly query?: {
                /** @description Soft-deleted versions count as well. */
                readonly deleted?: components["parameters"]["Deleted"];
                /** @description List only soft-deleted versions, whatever `deleted` says. */
                readonly deletedOnly?: boolean;
                /** @description List all versions, soft-deleted ones as negative numbers, whatever `deleted` and `deletedOnly` say. */
                readonly deletedAsNegative?: boolean;
                /** @description Number of items to leave out in front; a negative one is 422. */
                readonly offset?: components["parameters"]["Offset"];
                /** @description Number of items at most; all, up to what the server is configured to, where it is not positive. */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A subject, percent-encoded in the path; qualified (`:.eu:orders-value`) outside the default context.
                 * @example orders-value
                 */
                readonly subject: components["parameters"]["Subject"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Version numbers, ascending but for their sign. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.schemaregistry.v1+json": readonly number[];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["SubjectNotFoundOrInvalidNumber"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["InvalidSubjectOrOffset"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly registerSchema: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Bring the schema into its normal form first: custom properties and references sorted, logical types written
                 *     alike. The config's `normalize` does the same.
                 */
                readonly normalize?: components["parameters"]["Normalize"];
                /** @description `resolved` shows the schema with the types it refers to written out; anything else shows it as it is stored. */
                readonly format?: components["parameters"]["Format"];
                /** @description Skip the compatibility check. All other checks stay. */
                readonly force?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A subject, percent-encoded in the path; qualified (`:.eu:orders-value`) outside the default context.
                 * @example orders-value
                 */
                readonly subject: components["parameters"]["Subject"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: components["requestBodies"]["RegisterSchema"];
        readonly responses: {
            /** @description The version. `ts` and `deleted` are only there when it existed and was found by comparison. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["RegisterSchemaResponse"];
                };
            };
            readonly 400: components["responses"]["BadBody"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 409: components["responses"]["Incompatible"];
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["RegistrationRefused"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly getVersion: {
        readonly parameters: {
            readonly query?: {
                /** @description `resolved` shows the schema with the types it refers to written out; anything else shows it as it is stored. */
                readonly format?: components["parameters"]["Format"];
                /** @description `qualified` shows the subjects of references with their context. */
                readonly referenceFormat?: components["parameters"]["ReferenceFormat"];
                /** @description Soft-deleted versions count as well. */
                readonly deleted?: components["parameters"]["Deleted"];
                /** @description Show the schema's records and fields that carry one of these tags; `*` is any tag. */
                readonly findTags?: components["parameters"]["FindTags"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A subject, percent-encoded in the path; qualified (`:.eu:orders-value`) outside the default context.
                 * @example orders-value
                 */
                readonly subject: components["parameters"]["Subject"];
                /**
                 * @description A version number from 1, or `latest` (any letter case, or -1), the newest version that is not soft-deleted.
                 *     Anything else is 42202.
                 * @example latest
                 */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The version. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["Schema"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["VersionNotFound"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["InvalidVersion"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly deleteVersion: {
        readonly parameters: {
            readonly query?: {
                /** @description Delete for good what was soft-deleted before. */
                readonly permanent?: components["parameters"]["Permanent"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A subject, percent-encoded in the path; qualified (`:.eu:orders-value`) outside the default context.
                 * @example orders-value
                 */
                readonly subject: components["parameters"]["Subject"];
                /**
                 * @description A version number from 1, or `latest` (any letter case, or -1), the newest version that is not soft-deleted.
                 *     Anything else is 42202.
                 * @example latest
                 */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Number of the deleted version. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /** @example 2 */
                    readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["Version"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["VersionNotDeletable"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["VersionDeleteRefused"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly getVersionText: {
        readonly parameters: {
            readonly query?: {
                /** @description `resolved` shows the schema with the types it refers to written out; anything else shows it as it is stored. */
                readonly format?: components["parameters"]["Format"];
                /** @description Soft-deleted versions count as well. */
                readonly deleted?: components["parameters"]["Deleted"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A subject, percent-encoded in the path; qualified (`:.eu:orders-value`) outside the default context.
                 * @example orders-value
                 */
                readonly subject: components["parameters"]["Subject"];
                /**
                 * @description A version number from 1, or `latest` (any letter case, or -1), the newest version that is not soft-deleted.
                 *     Anything else is 42202.
                 * @example latest
                 */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["SchemaText"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["VersionNotFound"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["InvalidVersion"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly listReferrers: {
        readonly parameters: {
            readonly query?: {
                /** @description Referrers whose versions are soft-deleted count as well. */
                readonly deleted?: boolean;
                /** @description Number of items to leave out in front; a negative one is 422. */
                readonly offset?: components["parameters"]["Offset"];
                /** @description Number of items at most; all, up to what the server is configured to, where it is not positive. */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A subject, percent-encoded in the path; qualified (`:.eu:orders-value`) outside the default context.
                 * @example orders-value
                 */
                readonly subject: components["parameters"]["Subject"];
                /**
                 * @description A version number from 1, or `latest` (any letter case, or -1), the newest version that is not soft-deleted.
                 *     Anything else is 42202.
                 * @example latest
                 */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Schema ids, by context and number. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       3,
                     *       9
                     *     ]
                     */
                    readonly "application/vnd.schemaregistry.v1+json": readonly components["schemas"]["SchemaId"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["VersionNotFoundOrInvalidNumber"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["InvalidVersionOrOffset"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly editTags: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description A subject, percent-encoded in the path; qualified (`:.eu:orders-value`) outside the default context.
                 * @example orders-value
                 */
                readonly subject: components["parameters"]["Subject"];
                /**
                 * @description A version number from 1, or `latest` (any letter case, or -1), the newest version that is not soft-deleted.
                 *     Anything else is 42202.
                 * @example latest
                 */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["TagSchemaRequest"];
                readonly "application/vnd.schemaregistry+json": components["schemas"]["TagSchemaRequest"];
                readonly "application/json": components["schemas"]["TagSchemaRequest"];
            };
        };
        readonly responses: {
            /** @description The new version. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 5,
                     *       "version": 2,
                     *       "guid": "7f5f06ef-ddab-71e4-3414-c2fcba45f6d6",
                     *       "schemaType": "AVRO",
                     *       "metadata": {
                     *         "properties": {
                     *           "confluent:version": "2",
                     *           "owner": "payments-team"
                     *         }
                     *       },
                     *       "ruleSet": {
                     *         "domainRules": [
                     *           {
                     *             "name": "checkAmount",
                     *             "kind": "CONDITION",
                     *             "mode": "WRITE",
                     *             "type": "CEL",
                     *             "expr": "message.amount > 0",
                     *             "disabled": false
                     *           }
                     *         ]
                     *       },
                     *       "schema": "{\"type\":\"record\",\"name\":\"Payment\",\"namespace\":\"shop\",\"fields\":[{\"name\":\"paymentId\",\"type\":\"string\"},{\"name\":\"cardNumber\",\"type\":\"string\",\"confluent:tags\":[\"PII\"]},{\"name\":\"amount\",\"type\":\"long\"}]}"
                     *     }
                     */
                    readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["RegisterSchemaResponse"];
                };
            };
            readonly 400: components["responses"]["BadBody"];
            readonly 404: components["responses"]["VersionNotFound"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 409: components["responses"]["Incompatible"];
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["TagsRefused"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly listSchemas: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description As for the list of subjects, but here the default is the empty prefix: the default context. `:*:` is every
                 *     context.
                 */
                readonly subjectPrefix?: string;
                /** @description Say which aliases each subject has, and count subjects whose aliases match the prefix. */
                readonly aliases?: boolean;
                /** @description Soft-deleted versions count as well. */
                readonly deleted?: components["parameters"]["Deleted"];
                /** @description Only the highest listed version of each subject. */
                readonly latestOnly?: boolean;
                /** @description Only schemas with a rule of this type; empty means all. */
                readonly ruleType?: string;
                /** @description Number of items to leave out in front; a negative one is 422. */
                readonly offset?: components["parameters"]["Offset"];
                /**
                 * @description Number of versions at most; what is not positive, or above the server's maximum (1000 unless configured),
                 *     means the server's default (1000).
                 */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The versions. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "subject": "temperature-value",
                     *         "version": 1,
                     *         "id": 1,
                     *         "guid": "c736de1b-5d42-a6a5-7f6e-d50bd2d7ab64",
                     *         "schemaType": "AVRO",
                     *         "schema": "{\"type\":\"record\",\"name\":\"Temperature\",\"namespace\":\"home.sensors\",\"fields\":[{\"name\":\"room\",\"type\":\"string\"},{\"name\":\"celsius\",\"type\":\"double\"},{\"name\":\"measuredAt\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}}]}",
                     *         "ts": 1764000000000,
                     *         "deleted": false,
                     *         "aliases": [
                     *           "thermometer-value"
                     *         ]
                     *       }
                     *     ]
                     */
                    readonly "application/vnd.schemaregistry.v1+json": readonly components["schemas"]["ExtendedSchema"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["InvalidNumber"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["InvalidOffset"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly getSchemaById: {
        readonly parameters: {
            readonly query?: {
                /** @description Subject in whose context the id is looked up; `:.eu:` for a context alone. */
                readonly subject?: components["parameters"]["SubjectOfId"];
                /** @description `resolved` shows the schema with the types it refers to written out; anything else shows it as it is stored. */
                readonly format?: components["parameters"]["Format"];
                /** @description `qualified` shows the subjects of references with their context. */
                readonly referenceFormat?: components["parameters"]["ReferenceFormat"];
                /** @description Show the schema's records and fields that carry one of these tags; `*` is any tag. */
                readonly findTags?: components["parameters"]["FindTags"];
                /** @description Say the highest id of the context as well. */
                readonly fetchMaxId?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A schema id; what is no 32-bit integer is 404.
                 * @example 1
                 */
                readonly id: components["parameters"]["SchemaId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The schema. `subject` and `version` are those of one version that has it. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["SchemaString"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["SchemaIdNotFound"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly getSchemaTextById: {
        readonly parameters: {
            readonly query?: {
                /** @description Subject in whose context the id is looked up; `:.eu:` for a context alone. */
                readonly subject?: components["parameters"]["SubjectOfId"];
                /** @description `resolved` shows the schema with the types it refers to written out; anything else shows it as it is stored. */
                readonly format?: components["parameters"]["Format"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A schema id; what is no 32-bit integer is 404.
                 * @example 1
                 */
                readonly id: components["parameters"]["SchemaId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["SchemaText"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["SchemaIdNotFound"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly listSubjectsBySchemaId: {
        readonly parameters: {
            readonly query?: {
                /** @description Subject in whose context the id is looked up; `:.eu:` for a context alone. */
                readonly subject?: components["parameters"]["SubjectOfId"];
                /** @description Soft-deleted versions count as well. */
                readonly deleted?: components["parameters"]["Deleted"];
                /** @description Number of items to leave out in front; a negative one is 422. */
                readonly offset?: components["parameters"]["Offset"];
                /** @description Number of items at most; all, up to what the server is configured to, where it is not positive. */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A schema id; what is no 32-bit integer is 404.
                 * @example 1
                 */
                readonly id: components["parameters"]["SchemaId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Qualified names of the subjects, sorted. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       "temperature-archive-value",
                     *       "temperature-value"
                     *     ]
                     */
                    readonly "application/vnd.schemaregistry.v1+json": readonly components["schemas"]["SubjectName"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["SchemaNotFoundOrInvalidNumber"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["InvalidOffset"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly listVersionsBySchemaId: {
        readonly parameters: {
            readonly query?: {
                /** @description Subject in whose context the id is looked up; `:.eu:` for a context alone. */
                readonly subject?: components["parameters"]["SubjectOfId"];
                /** @description Soft-deleted versions count as well. */
                readonly deleted?: components["parameters"]["Deleted"];
                /** @description Number of items to leave out in front; a negative one is 422. */
                readonly offset?: components["parameters"]["Offset"];
                /** @description Number of items at most; all, up to what the server is configured to, where it is not positive. */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A schema id; what is no 32-bit integer is 404.
                 * @example 1
                 */
                readonly id: components["parameters"]["SchemaId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Subjects and versions, by subject. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "subject": "temperature-archive-value",
                     *         "version": 4
                     *       },
                     *       {
                     *         "subject": "temperature-value",
                     *         "version": 1
                     *       }
                     *     ]
                     */
                    readonly "application/vnd.schemaregistry.v1+json": readonly components["schemas"]["SubjectVersion"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["SchemaNotFoundOrInvalidNumber"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["InvalidOffset"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly getSchemaByGuid: {
        readonly parameters: {
            readonly query?: {
                /** @description `resolved` shows the schema with the types it refers to written out; anything else shows it as it is stored. */
                readonly format?: components["parameters"]["Format"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A guid, in any letter case, with or without dashes.
                 * @example c736de1b-5d42-a6a5-7f6e-d50bd2d7ab64
                 */
                readonly guid: components["parameters"]["Guid"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The schema, without subject and version. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "guid": "d591875f-61cb-6904-2d71-6c7a26665613",
                     *       "schemaType": "AVRO",
                     *       "schema": "{\"type\":\"record\",\"name\":\"Order\",\"namespace\":\"shop\",\"fields\":[{\"name\":\"orderId\",\"type\":\"string\"},{\"name\":\"total\",\"type\":\"Money\"}]}",
                     *       "references": [
                     *         {
                     *           "name": "shop.Money",
                     *           "subject": "money-value",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "ts": 1764000000000,
                     *       "deleted": false
                     *     }
                     */
                    readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["SchemaString"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["GuidNotFound"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly listIdsByGuid: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description A guid, in any letter case, with or without dashes.
                 * @example c736de1b-5d42-a6a5-7f6e-d50bd2d7ab64
                 */
                readonly guid: components["parameters"]["Guid"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Contexts and ids; none for an unknown guid. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "context": ".",
                     *         "id": 3
                     *       },
                     *       {
                     *         "context": ".eu",
                     *         "id": 1
                     *       }
                     *     ]
                     */
                    readonly "application/vnd.schemaregistry.v1+json": readonly components["schemas"]["ContextId"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly listSchemaTypes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Avro and nothing else. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       "AVRO"
                     *     ]
                     */
                    readonly "application/vnd.schemaregistry.v1+json": readonly components["schemas"]["SchemaType"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly checkCompatibilityWithVersion: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Bring the schema into its normal form first: custom properties and references sorted, logical types written
                 *     alike. The config's `normalize` does the same.
                 */
                readonly normalize?: components["parameters"]["Normalize"];
                /** @description Say what is incompatible. */
                readonly verbose?: components["parameters"]["Verbose"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A subject, percent-encoded in the path; qualified (`:.eu:orders-value`) outside the default context.
                 * @example orders-value
                 */
                readonly subject: components["parameters"]["Subject"];
                /**
                 * @description A version number from 1, or `latest` (any letter case, or -1), the newest version that is not soft-deleted.
                 *     Anything else is 42202.
                 * @example latest
                 */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: components["requestBodies"]["RegisterSchema"];
        readonly responses: {
            readonly 200: components["responses"]["CompatibilityCheck"];
            readonly 400: components["responses"]["BadBody"];
            readonly 404: components["responses"]["CheckedVersionNotFound"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["VersionCheckRefused"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly checkCompatibility: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Bring the schema into its normal form first: custom properties and references sorted, logical types written
                 *     alike. The config's `normalize` does the same.
                 */
                readonly normalize?: components["parameters"]["Normalize"];
                /** @description Say what is incompatible. */
                readonly verbose?: components["parameters"]["Verbose"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A subject, percent-encoded in the path; qualified (`:.eu:orders-value`) outside the default context.
                 * @example orders-value
                 */
                readonly subject: components["parameters"]["Subject"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: components["requestBodies"]["RegisterSchema"];
        readonly responses: {
            readonly 200: components["responses"]["CompatibilityCheck"];
            readonly 400: components["responses"]["BadBody"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["CheckRefused"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly getGlobalConfig: {
        readonly parameters: {
            readonly query?: {
                /** @description Answer with what is in force, not only with what is set here. */
                readonly defaultToGlobal?: components["parameters"]["DefaultToGlobal"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["Config"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly updateGlobalConfig: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: components["requestBodies"]["ConfigUpdate"];
        readonly responses: {
            readonly 200: components["responses"]["StoredConfig"];
            readonly 400: components["responses"]["BadBody"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["GlobalConfigRefused"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly deleteGlobalConfig: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["DeletedConfig"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["ReadOnly"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly getSubjectConfig: {
        readonly parameters: {
            readonly query?: {
                /** @description Answer with what is in force, not only with what is set here. */
                readonly defaultToGlobal?: components["parameters"]["DefaultToGlobal"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A subject, percent-encoded. `:.eu:` is the context `.eu` as a whole, `:.:` the default one, and `:.__GLOBAL:`
                 *     what all contexts fall back to.
                 * @example orders-value
                 */
                readonly subject: components["parameters"]["SettingsSubject"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["Config"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["SubjectConfigNotFound"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["InvalidSubject"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly updateSubjectConfig: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description A subject, percent-encoded. `:.eu:` is the context `.eu` as a whole, `:.:` the default one, and `:.__GLOBAL:`
                 *     what all contexts fall back to.
                 * @example orders-value
                 */
                readonly subject: components["parameters"]["SettingsSubject"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: components["requestBodies"]["ConfigUpdate"];
        readonly responses: {
            readonly 200: components["responses"]["StoredConfig"];
            readonly 400: components["responses"]["BadBody"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["SubjectConfigRefused"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly deleteSubjectConfig: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description A subject, percent-encoded. `:.eu:` is the context `.eu` as a whole, `:.:` the default one, and `:.__GLOBAL:`
                 *     what all contexts fall back to.
                 * @example orders-value
                 */
                readonly subject: components["parameters"]["SettingsSubject"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["DeletedConfig"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["SettingsNotFound"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["ReadOnlyOrInvalidSubject"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly getGlobalMode: {
        readonly parameters: {
            readonly query?: {
                /** @description Answer with what is in force, not only with what is set here. */
                readonly defaultToGlobal?: components["parameters"]["DefaultToGlobal"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["Mode"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly updateGlobalMode: {
        readonly parameters: {
            readonly query?: {
                /** @description Switch to `IMPORT` although there are schemas. */
                readonly force?: components["parameters"]["ForceMode"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: components["requestBodies"]["ModeUpdate"];
        readonly responses: {
            readonly 200: components["responses"]["StoredMode"];
            readonly 400: components["responses"]["BadBody"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["GlobalModeRefused"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly deleteGlobalMode: {
        readonly parameters: {
            readonly query?: {
                /** @description Remove the modes of all subjects in the context as well, and do not mind when none is set. */
                readonly recursive?: components["parameters"]["Recursive"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["DeletedMode"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["ModeFixed"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly getSubjectMode: {
        readonly parameters: {
            readonly query?: {
                /** @description Answer with what is in force, not only with what is set here. */
                readonly defaultToGlobal?: components["parameters"]["DefaultToGlobal"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A subject, percent-encoded. `:.eu:` is the context `.eu` as a whole, `:.:` the default one, and `:.__GLOBAL:`
                 *     what all contexts fall back to.
                 * @example orders-value
                 */
                readonly subject: components["parameters"]["SettingsSubject"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["Mode"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["SubjectModeNotFound"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["InvalidSubject"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly updateSubjectMode: {
        readonly parameters: {
            readonly query?: {
                /** @description Switch to `IMPORT` although there are schemas. */
                readonly force?: components["parameters"]["ForceMode"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A subject, percent-encoded. `:.eu:` is the context `.eu` as a whole, `:.:` the default one, and `:.__GLOBAL:`
                 *     what all contexts fall back to.
                 * @example orders-value
                 */
                readonly subject: components["parameters"]["SettingsSubject"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: components["requestBodies"]["ModeUpdate"];
        readonly responses: {
            readonly 200: components["responses"]["StoredMode"];
            readonly 400: components["responses"]["BadBody"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["SubjectModeRefused"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly deleteSubjectMode: {
        readonly parameters: {
            readonly query?: {
                /** @description Remove the modes of all subjects in the context as well, and do not mind when none is set. */
                readonly recursive?: components["parameters"]["Recursive"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A subject, percent-encoded. `:.eu:` is the context `.eu` as a whole, `:.:` the default one, and `:.__GLOBAL:`
                 *     what all contexts fall back to.
                 * @example orders-value
                 */
                readonly subject: components["parameters"]["SettingsSubject"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["DeletedMode"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["SettingsNotFound"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["ModeFixedOrInvalidSubject"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly listContexts: {
        readonly parameters: {
            readonly query?: {
                /** @description Only contexts whose name begins like this. */
                readonly contextPrefix?: string;
                /** @description Number of items to leave out in front; a negative one is 422. */
                readonly offset?: components["parameters"]["Offset"];
                /** @description Number of items at most; all, up to what the server is configured to, where it is not positive. */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Names of the contexts. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       ".",
                     *       ".eu",
                     *       ".us"
                     *     ]
                     */
                    readonly "application/vnd.schemaregistry.v1+json": readonly components["schemas"]["ContextName"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["InvalidNumber"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["InvalidOffset"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly deleteContext: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description `eu`, `.eu` or `:.eu:`.
                 * @example .eu
                 */
                readonly context: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The context is not listed any more. */
            readonly 204: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["ContextNotEmpty"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly getClusterId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The cluster's scope. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "scope": {
                     *         "path": [],
                     *         "clusters": {
                     *           "kafka-cluster": "",
                     *           "schema-registry-cluster": "schema-registry"
                     *         }
                     *       }
                     *     }
                     */
                    readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["ServerClusterId"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly getServerVersion: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description That version, and the server's own. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": "8.5.0",
                     *       "commitId": "0.1.0"
                     *     }
                     */
                    readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["SchemaRegistryServerVersion"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly getDeployment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No attributes. */
            readonly 200: {
                headers: {
                    readonly "X-Request-ID": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attributes": []
                     *     }
                     */
                    readonly "application/vnd.schemaregistry.v1+json": components["schemas"]["SchemaRegistryDeployment"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly listAssociationsByResourceId: {
        readonly parameters: {
            readonly query?: {
                /** @description Accepted and without effect. */
                readonly resourceType?: components["parameters"]["ResourceType"];
                /** @description Accepted and without effect. */
                readonly associationType?: components["parameters"]["AssociationType"];
                /** @description Accepted and without effect. */
                readonly lifecycle?: components["parameters"]["Lifecycle"];
                /** @description Number of items to leave out in front; a negative one is 422. */
                readonly offset?: components["parameters"]["Offset"];
                /** @description Number of items at most; all, up to what the server is configured to, where it is not positive. */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Id of a topic.
                 * @example 8f0f6f52-6f5c-4f5f-9d57-0c3f7c1a2b3d
                 */
                readonly resourceId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["NoAssociations"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly listAssociationsByResourceName: {
        readonly parameters: {
            readonly query?: {
                /** @description Accepted and without effect. */
                readonly resourceType?: components["parameters"]["ResourceType"];
                /** @description Accepted and without effect. */
                readonly associationType?: components["parameters"]["AssociationType"];
                /** @description Accepted and without effect. */
                readonly lifecycle?: components["parameters"]["Lifecycle"];
                /** @description Number of items to leave out in front; a negative one is 422. */
                readonly offset?: components["parameters"]["Offset"];
                /** @description Number of items at most; all, up to what the server is configured to, where it is not positive. */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Id of the Kafka cluster; `-` for any.
                 * @example -
                 */
                readonly resourceNamespace: string;
                /**
                 * @description Name of a topic.
                 * @example orders
                 */
                readonly resourceName: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["NoAssociations"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly listAssociationsBySubject: {
        readonly parameters: {
            readonly query?: {
                /** @description Accepted and without effect. */
                readonly resourceType?: components["parameters"]["ResourceType"];
                /** @description Accepted and without effect. */
                readonly associationType?: components["parameters"]["AssociationType"];
                /** @description Accepted and without effect. */
                readonly lifecycle?: components["parameters"]["Lifecycle"];
                /** @description Number of items to leave out in front; a negative one is 422. */
                readonly offset?: components["parameters"]["Offset"];
                /** @description Number of items at most; all, up to what the server is configured to, where it is not positive. */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A subject, percent-encoded in the path; qualified (`:.eu:orders-value`) outside the default context.
                 * @example orders-value
                 */
                readonly subject: components["parameters"]["Subject"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["NoAssociations"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["InvalidSubject"];
            readonly 500: components["responses"]["ServerError"];
            readonly 504: components["responses"]["Timeout"];
        };
    };
    readonly getLiveness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["Up"];
        };
    };
    readonly getReadiness: {
        readonly parameters: {
            readonly query?: {
                /** @description `write`: not ready either while nothing can be written. */
                readonly require?: components["parameters"]["Require"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["Ready"];
            readonly 503: components["responses"]["NotReady"];
        };
    };
    readonly getHealthAlias: {
        readonly parameters: {
            readonly query?: {
                /** @description `write`: not ready either while nothing can be written. */
                readonly require?: components["parameters"]["Require"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["Ready"];
            readonly 503: components["responses"]["NotReady"];
        };
    };
    readonly getStatusAlias: {
        readonly parameters: {
            readonly query?: {
                /** @description `write`: not ready either while nothing can be written. */
                readonly require?: components["parameters"]["Require"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["Ready"];
            readonly 503: components["responses"]["NotReady"];
        };
    };
    readonly getStartup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["Up"];
        };
    };
    readonly getOpenapiDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description An OpenAPI 3.1 document. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /** @example openapi: 3.1.0 */
                    readonly "application/yaml": string;
                };
            };
        };
    };
    readonly getDocs: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description An HTML page that loads nothing from elsewhere. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html><title>Magicbyte Schema Registry</title> */
                    readonly "text/html": string;
                };
            };
        };
    };
    readonly getDocsAsset: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the file.
                 * @example swagger-ui.css
                 */
                readonly asset: "docs.js" | "favicon-32x32.png" | "index.css" | "swagger-ui.css" | "swagger-ui-bundle.js";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/javascript": string;
                    readonly "text/css": string;
                    readonly "image/png": string;
                };
            };
            readonly 404: components["responses"]["NoSuchAsset"];
        };
    };
}
