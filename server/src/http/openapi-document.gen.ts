// Generated from openapi.yaml by npm run generate. Do not edit.

export const openapiDocument: string = `openapi: 3.1.0

info:
  title: Magicbyte Schema Registry
  version: 0.1.0
  summary: A schema registry for Apache Avro that speaks the REST API of Confluent Schema Registry 8.
  license:
    name: Apache-2.0
    identifier: Apache-2.0
  description: |
    Every operation, parameter, body and refusal of the registry. Routes, request parsers and the client's types are
    checked against this document.

    ### Subjects, versions, ids

    A schema is registered under a *subject* and becomes its next *version*, counted from 1. Its *id* is what Kafka
    records carry; the same schema under several subjects of a context has one id. Its *guid* is computed from its
    content (canonical string, references, metadata, rule set) and so is the same everywhere.

    Deleting is *soft* first: a soft-deleted version is hidden, but still readable by id and with \`deleted=true\`.
    Only what is soft-deleted can be deleted *permanently*. Ids are never handed out twice.

    A subject in a path is one segment, percent-encoded: the subject \`a/b\` is \`a%2Fb\`. Where a subject's config names
    an alias, the operations on subjects, ids and compatibility act on the subject behind it; config and mode do not.

    ### Contexts

    A context is a namespace of subjects and ids. \`orders-value\` lies in the default context, named \`.\`;
    \`:.eu:orders-value\` lies in the context \`.eu\`. Any operation can be called with a context in front of its path,
    \`/contexts/{context}/…\`. The prefix is no route of its own: it qualifies the subject of the path, or \`subject\` or
    \`subjectPrefix\` of the query, and the request goes on as if it had been written that way.

    | Written | Means |
    |---|---|
    | \`/contexts/.eu/subjects/orders-value/versions\` | \`/subjects/:.eu:orders-value/versions\` |
    | \`/contexts/eu/subjects\` | \`/subjects?subjectPrefix=:.eu:\` |
    | \`/contexts/:.eu:/schemas/ids/7\` | \`/schemas/ids/7?subject=:.eu:\` |
    | \`/contexts/.eu/config\` | \`/config/:.eu:\` |

    \`eu\`, \`.eu\` and \`:.eu:\` name the same context. A name with a colon inside is refused with 400. Subjects that are
    qualified already, types, guids and metadata stay as they are.

    ### Requests

    - Bodies are JSON in UTF-8 with Content-Type \`application/vnd.schemaregistry.v1+json\`,
      \`application/vnd.schemaregistry+json\`, \`application/json\` or \`application/octet-stream\`; a missing Content-Type
      is fine, any other is 415, also on a request without body.
    - Unknown members are ignored. \`null\` means absent, except in config and mode, where it clears. Numbers and
      booleans are taken where text is wanted, and text that spells one where a number or boolean is.
    - Boolean query parameters are true for \`true\` in any letter case and false for everything else. A number that
      is no 32-bit integer is 404. Of a repeated parameter the first counts, unless it is a list.
    - One slash at the end of a path is ignored. \`HEAD\` works wherever \`GET\` does.

    ### Answers

    - Answers are \`application/vnd.schemaregistry.v1+json\`. \`Accept\` can ask for \`application/vnd.schemaregistry+json\`
      or \`application/json\` instead and gets the same text under that name; 406 if it accepts none of the three.
    - Members without a value are left out and never \`null\`; empty lists and maps inside an object are left out too.
    - Old Java clients fail on members they do not know. A request with Java's own User-Agent (\`Java/…\`) that does not
      send \`Confluent-Accept-Unknown-Properties\` gets answers without \`guid\`, \`schemaType\`, \`ts\` and \`deleted\`, a schema
      by id without \`subject\` and \`version\`, and \`{"id": 1}\` for a registration. Those members are therefore optional.
    - \`X-Request-ID\` of a request comes back on its answer; without one the answer carries a new UUID.

    ### Errors

    An error is \`{"error_code": 40401, "message": "…"}\`. Codes of five digits begin with the HTTP status. Beside the
    errors that its operations list, the registry answers:

    | Status | error_code | When |
    |---|---|---|
    | 404 | 404 | no such route |
    | 405 | 405 | the route has no such method |
    | 414 | 414 | more than 8192 characters of path and query |
    | 422 | 42208 | a control character anywhere in the path |

    Checks run in this order: route, method, Content-Type, Accept, size and syntax of the body, then the operation's own.

servers:
  - url: /

security: []

tags:
  - name: Subjects
    description: Names that schemas are versioned under.
  - name: Versions
    description: Registering schemas, reading and deleting versions.
  - name: Schemas
    description: Schemas by id, by guid, or all of them.
  - name: Compatibility
    description: Would a schema be accepted? Nothing is registered.
  - name: Config
    description: Compatibility level and other settings of a subject, a context or the registry.
  - name: Mode
    description: What may be written to a subject, a context or the registry.
  - name: Contexts
    description: Namespaces of subjects and ids.
  - name: Metadata
    description: What this server is.
  - name: Associations
    description: |
      Links from Kafka topics to subjects. This registry keeps none and says so: newer Java serializers ask before they
      use a topic for the first time, and fall back to \`{topic}-key\` and \`{topic}-value\` on an empty list.
  - name: Health
    description: Probes for orchestrators and load balancers.
  - name: Documentation
    description: This document and its rendering.

paths:
  /:
    get:
      operationId: getRoot
      tags: [Metadata]
      summary: Answers an empty object, for probes and clients that ask whether anyone is there.
      responses:
        "200": { $ref: "#/components/responses/Empty" }
        "400": { $ref: "#/components/responses/BadRequest" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }
    post:
      operationId: postRoot
      tags: [Metadata]
      summary: Answers an empty object to any body.
      requestBody: { $ref: "#/components/requestBodies/Anything" }
      responses:
        "200": { $ref: "#/components/responses/Empty" }
        "400": { $ref: "#/components/responses/BadBody" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "413": { $ref: "#/components/responses/BodyTooLarge" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /subjects:
    get:
      operationId: listSubjects
      tags: [Subjects]
      summary: Lists the subjects of all contexts, or those that match a prefix.
      description: |
        Sorted by qualified name. A subject counts as deleted when all its versions are soft-deleted. With
        \`deletedOnly=true\` only such subjects are listed, whatever \`deleted\` says.
      parameters:
        - name: subjectPrefix
          in: query
          description: |
            \`:.eu:\` is the context \`.eu\`, \`:.eu:or\` what begins with "or" in it, \`:*:or\` the same in every context.
            A prefix without context, also an empty one, means the default context.
          schema: { type: string, default: ":*:" }
        - { $ref: "#/components/parameters/DeletedSubjects" }
        - name: deletedOnly
          in: query
          description: List only subjects whose versions are all soft-deleted.
          schema: { type: boolean, default: false }
        - { $ref: "#/components/parameters/Offset" }
        - { $ref: "#/components/parameters/Limit" }
      responses:
        "200":
          description: Qualified names of the subjects.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { type: array, items: { $ref: "#/components/schemas/SubjectName" } }
              example: [":.eu:orders-value", "money-value", "temperature-value"]
        "400": { $ref: "#/components/responses/BadRequest" }
        "404": { $ref: "#/components/responses/InvalidNumber" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/InvalidOffset" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /subjects/{subject}:
    post:
      operationId: lookUpSchema
      tags: [Subjects]
      summary: Finds the version of the subject that stands for a schema.
      description: |
        Looks for a version with exactly this content, then compares with each version, newest first; formatting,
        the order of custom properties and how names are qualified do not matter. A request without metadata and
        rule set also finds the version that has those of the latest version. For an unqualified subject the other
        contexts are searched too, so the answer may name another subject.

        \`id\` and \`version\` of the request have no effect. The schema is parsed leniently: defaults are not checked.
        A blank schema is found nowhere (40403). An answer found by exact content has no \`ts\` and no \`deleted\`.
      parameters:
        - { $ref: "#/components/parameters/Subject" }
        - { $ref: "#/components/parameters/Normalize" }
        - { $ref: "#/components/parameters/Format" }
        - { $ref: "#/components/parameters/Deleted" }
      requestBody: { $ref: "#/components/requestBodies/RegisterSchema" }
      responses:
        "200":
          description: The version.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { $ref: "#/components/schemas/Schema" }
              example:
                subject: temperature-value
                version: 1
                id: 1
                guid: c736de1b-5d42-a6a5-7f6e-d50bd2d7ab64
                schemaType: AVRO
                schema: >-
                  {"type":"record","name":"Temperature","namespace":"home.sensors","fields":[{"name":"room","type":"string"},{"name":"celsius","type":"double"},{"name":"measuredAt","type":{"type":"long","logicalType":"timestamp-millis"}}]}
        "400": { $ref: "#/components/responses/BadBody" }
        "404": { $ref: "#/components/responses/SubjectOrSchemaNotFound" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "413": { $ref: "#/components/responses/BodyTooLarge" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/LookupRefused" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }
    delete:
      operationId: deleteSubject
      tags: [Subjects]
      summary: Deletes all versions of the subject, softly or permanently.
      description: |
        Softly, the config and mode of the subject stay. Permanently, every version must be soft-deleted already, and
        config and mode go as well. References from the subject's own versions do not stand in the way; those from
        other subjects do, soft-deleted ones only against a permanent delete.

        Refusals in this order: no versions (40401), all of them soft-deleted already (40404), mode (42205), then
        version by version referenced (42206) and not soft-deleted (40405).
      parameters:
        - { $ref: "#/components/parameters/Subject" }
        - { $ref: "#/components/parameters/Permanent" }
      responses:
        "200":
          description: |
            Numbers of the deleted versions: with a soft delete those that were not deleted before, with a permanent
            one all.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { type: array, items: { $ref: "#/components/schemas/Version" } }
              example: [1, 2]
        "400": { $ref: "#/components/responses/BadRequest" }
        "404": { $ref: "#/components/responses/SubjectNotDeletable" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/DeleteRefused" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /subjects/{subject}/metadata:
    get:
      operationId: getVersionByMetadata
      tags: [Versions]
      summary: Reads the newest version whose metadata properties include all the given ones.
      description: The n-th \`key\` goes with the n-th \`value\`. Without any, the newest version answers.
      parameters:
        - { $ref: "#/components/parameters/Subject" }
        - name: key
          in: query
          description: Names of metadata properties.
          schema: { type: array, items: { type: string }, default: [] }
          example: [owner]
        - name: value
          in: query
          description: Their values, in the same order.
          schema: { type: array, items: { type: string }, default: [] }
          example: [payments-team]
        - { $ref: "#/components/parameters/Format" }
        - { $ref: "#/components/parameters/Deleted" }
      responses:
        "200":
          description: The version.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { $ref: "#/components/schemas/Schema" }
              examples:
                PaymentWithRules: { $ref: "#/components/examples/PaymentVersion" }
        "400": { $ref: "#/components/responses/BadRequest" }
        "404": { $ref: "#/components/responses/SubjectOrSchemaNotFound" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/InvalidSubject" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /subjects/{subject}/versions:
    get:
      operationId: listVersions
      tags: [Versions]
      summary: Lists the version numbers of the subject.
      description: |
        A subject whose versions are all soft-deleted is 40401, unless \`deleted\` or \`deletedOnly\` is true.
      parameters:
        - { $ref: "#/components/parameters/Subject" }
        - { $ref: "#/components/parameters/Deleted" }
        - name: deletedOnly
          in: query
          description: List only soft-deleted versions, whatever \`deleted\` says.
          schema: { type: boolean, default: false }
        - name: deletedAsNegative
          in: query
          description: |
            List all versions, soft-deleted ones as negative numbers, whatever \`deleted\` and \`deletedOnly\` say.
          schema: { type: boolean, default: false }
        - { $ref: "#/components/parameters/Offset" }
        - { $ref: "#/components/parameters/Limit" }
      responses:
        "200":
          description: Version numbers, ascending but for their sign.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { type: array, items: { type: integer, format: int32 } }
              examples:
                Plain: { summary: Two versions, value: [1, 2] }
                DeletedAsNegative: { summary: The second one is soft-deleted, value: [1, -2] }
        "400": { $ref: "#/components/responses/BadRequest" }
        "404": { $ref: "#/components/responses/SubjectNotFoundOrInvalidNumber" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/InvalidSubjectOrOffset" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }
    post:
      operationId: registerSchema
      tags: [Versions]
      summary: Registers a schema as the next version of the subject, or finds that it is one already.
      description: |
        In this order:

        1. The rule set (42210), the subject's name (42208) and the schema (42201) must be valid.
        2. A schema that is a version of the subject already is answered as it is, also while the subject is read-only.
           Registering twice is safe.
        3. The mode must allow the rest (42205): \`READWRITE\` takes schemas without \`id\`, \`IMPORT\` and \`FORWARD\` with one.
        4. Without \`schema\`, that of the latest version is taken, with its references; without \`metadata\` or \`ruleSet\`,
           those of the latest version. Defaults and overrides of the config are merged in.
        5. The same content in the context keeps its id. A schema that only differs in the order of custom properties
           is the version it equals.
        6. The compatibility level in force must allow it (409).
        7. \`version\`, if given, must be the next (42201), and the id free (42205).

        In \`IMPORT\` and \`FORWARD\` mode steps 4 and 6 and the strict checks of a new schema are left out, and the version
        may be any number.

        Names, defaults and namespaces of a new schema are checked strictly unless the config's \`validateNewSchemas\` is
        false. JSON Schema and Protobuf are refused (42201).
      parameters:
        - { $ref: "#/components/parameters/Subject" }
        - { $ref: "#/components/parameters/Normalize" }
        - { $ref: "#/components/parameters/Format" }
        - name: force
          in: query
          description: Skip the compatibility check. All other checks stay.
          schema: { type: boolean, default: false }
      requestBody: { $ref: "#/components/requestBodies/RegisterSchema" }
      responses:
        "200":
          description: The version. \`ts\` and \`deleted\` are only there when it existed and was found by comparison.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { $ref: "#/components/schemas/RegisterSchemaResponse" }
              examples:
                Temperature:
                  summary: The first version of a subject
                  value:
                    id: 1
                    version: 1
                    guid: c736de1b-5d42-a6a5-7f6e-d50bd2d7ab64
                    schemaType: AVRO
                    schema: >-
                      {"type":"record","name":"Temperature","namespace":"home.sensors","fields":[{"name":"room","type":"string"},{"name":"celsius","type":"double"},{"name":"measuredAt","type":{"type":"long","logicalType":"timestamp-millis"}}]}
                OrderWithReference:
                  summary: A schema that refers to a version of another subject
                  value:
                    id: 3
                    version: 1
                    guid: d591875f-61cb-6904-2d71-6c7a26665613
                    schemaType: AVRO
                    references: [{ name: shop.Money, subject: money-value, version: 1 }]
                    schema: >-
                      {"type":"record","name":"Order","namespace":"shop","fields":[{"name":"orderId","type":"string"},{"name":"total","type":"Money"}]}
                OldJavaClient:
                  summary: What an old Java client gets
                  value: { id: 1 }
        "400": { $ref: "#/components/responses/BadBody" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "409": { $ref: "#/components/responses/Incompatible" }
        "413": { $ref: "#/components/responses/BodyTooLarge" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/RegistrationRefused" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /subjects/{subject}/versions/{version}:
    get:
      operationId: getVersion
      tags: [Versions]
      summary: Reads a version of the subject.
      description: |
        \`latest\` is the newest version that is not soft-deleted, also with \`deleted=true\`. A version that an
        unqualified subject does not have is looked for under the same name in the other contexts.
      parameters:
        - { $ref: "#/components/parameters/Subject" }
        - { $ref: "#/components/parameters/Version" }
        - { $ref: "#/components/parameters/Format" }
        - { $ref: "#/components/parameters/ReferenceFormat" }
        - { $ref: "#/components/parameters/Deleted" }
        - { $ref: "#/components/parameters/FindTags" }
      responses:
        "200":
          description: The version.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { $ref: "#/components/schemas/Schema" }
              examples:
                OrderWithReference:
                  summary: A schema with a reference
                  value:
                    subject: orders-value
                    version: 1
                    id: 3
                    guid: d591875f-61cb-6904-2d71-6c7a26665613
                    schemaType: AVRO
                    references: [{ name: shop.Money, subject: money-value, version: 1 }]
                    schema: >-
                      {"type":"record","name":"Order","namespace":"shop","fields":[{"name":"orderId","type":"string"},{"name":"total","type":"Money"}]}
                    ts: 1764000000000
                    deleted: false
                PaymentWithRules: { $ref: "#/components/examples/PaymentVersion" }
        "400": { $ref: "#/components/responses/BadRequest" }
        "404": { $ref: "#/components/responses/VersionNotFound" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/InvalidVersion" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }
    delete:
      operationId: deleteVersion
      tags: [Versions]
      summary: Deletes a version of the subject, softly or permanently.
      description: |
        \`latest\` is the newest version that is not soft-deleted. When the last version goes permanently, the subject's
        config and mode go with it.

        Refusals in this order: version number (42202), soft-deleted already (40406), unknown (40401, 40402), mode
        (42205), referenced (42206; soft-deleted referrers count against a permanent delete only), not soft-deleted
        yet (40407).
      parameters:
        - { $ref: "#/components/parameters/Subject" }
        - { $ref: "#/components/parameters/Version" }
        - { $ref: "#/components/parameters/Permanent" }
      responses:
        "200":
          description: Number of the deleted version.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { $ref: "#/components/schemas/Version" }
              example: 2
        "400": { $ref: "#/components/responses/BadRequest" }
        "404": { $ref: "#/components/responses/VersionNotDeletable" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/VersionDeleteRefused" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /subjects/{subject}/versions/{version}/schema:
    get:
      operationId: getVersionText
      tags: [Versions]
      summary: Reads the schema of a version and nothing else.
      description: The body is the schema's text itself, not a JSON string that holds it.
      parameters:
        - { $ref: "#/components/parameters/Subject" }
        - { $ref: "#/components/parameters/Version" }
        - { $ref: "#/components/parameters/Format" }
        - { $ref: "#/components/parameters/Deleted" }
      responses:
        "200": { $ref: "#/components/responses/SchemaText" }
        "400": { $ref: "#/components/responses/BadRequest" }
        "404": { $ref: "#/components/responses/VersionNotFound" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/InvalidVersion" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /subjects/{subject}/versions/{version}/referencedby:
    get:
      operationId: listReferrers
      tags: [Versions]
      summary: Lists the ids of the schemas that refer to a version.
      description: The version itself may be soft-deleted. Referrers in all contexts count.
      parameters:
        - { $ref: "#/components/parameters/Subject" }
        - { $ref: "#/components/parameters/Version" }
        - name: deleted
          in: query
          description: Referrers whose versions are soft-deleted count as well.
          schema: { type: boolean, default: false }
        - { $ref: "#/components/parameters/Offset" }
        - { $ref: "#/components/parameters/Limit" }
      responses:
        "200":
          description: Schema ids, by context and number.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { type: array, items: { $ref: "#/components/schemas/SchemaId" } }
              example: [3, 9]
        "400": { $ref: "#/components/responses/BadRequest" }
        "404": { $ref: "#/components/responses/VersionNotFoundOrInvalidNumber" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/InvalidVersionOrOffset" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /subjects/{subject}/versions/{version}/tags:
    post:
      operationId: editTags
      tags: [Versions]
      summary: Registers a version's schema again with other tags, metadata or rules.
      description: |
        Tags are written into the schema's text as \`confluent:tags\`. The outcome is registered as the next version,
        with all checks of a registration. \`newVersion\`, if given, must be its number. A rule set comes either whole
        (\`ruleSet\`) or as changes (\`rulesToMerge\`, \`rulesToRemove\`), not both (42210).
      parameters:
        - { $ref: "#/components/parameters/Subject" }
        - { $ref: "#/components/parameters/Version" }
      requestBody:
        required: true
        content:
          application/vnd.schemaregistry.v1+json:
            schema: { $ref: "#/components/schemas/TagSchemaRequest" }
            examples:
              TagField:
                summary: Tag a field as personal data
                value:
                  newVersion: 2
                  tagsToAdd:
                    - schemaEntity: { entityPath: shop.Payment.cardNumber, entityType: sr_field }
                      tags: [PII]
              ChangeRules:
                summary: Replace one rule and drop another
                value:
                  rulesToMerge:
                    domainRules:
                      [
                        {
                          name: checkAmount,
                          kind: CONDITION,
                          mode: WRITE,
                          type: CEL,
                          expr: message.amount >= 0,
                        },
                      ]
                  rulesToRemove: [checkCurrency]
          application/vnd.schemaregistry+json:
            schema: { $ref: "#/components/schemas/TagSchemaRequest" }
          application/json:
            schema: { $ref: "#/components/schemas/TagSchemaRequest" }
      responses:
        "200":
          description: The new version.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { $ref: "#/components/schemas/RegisterSchemaResponse" }
              example:
                id: 5
                version: 2
                guid: 7f5f06ef-ddab-71e4-3414-c2fcba45f6d6
                schemaType: AVRO
                metadata: { properties: { "confluent:version": "2", owner: payments-team } }
                ruleSet:
                  domainRules:
                    - {
                        name: checkAmount,
                        kind: CONDITION,
                        mode: WRITE,
                        type: CEL,
                        expr: message.amount > 0,
                        disabled: false,
                      }
                schema: >-
                  {"type":"record","name":"Payment","namespace":"shop","fields":[{"name":"paymentId","type":"string"},{"name":"cardNumber","type":"string","confluent:tags":["PII"]},{"name":"amount","type":"long"}]}
        "400": { $ref: "#/components/responses/BadBody" }
        "404": { $ref: "#/components/responses/VersionNotFound" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "409": { $ref: "#/components/responses/Incompatible" }
        "413": { $ref: "#/components/responses/BodyTooLarge" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/TagsRefused" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /schemas:
    get:
      operationId: listSchemas
      tags: [Schemas]
      summary: Lists versions with their schemas, by subject and version.
      parameters:
        - name: subjectPrefix
          in: query
          description: |
            As for the list of subjects, but here the default is the empty prefix: the default context. \`:*:\` is every
            context.
          schema: { type: string, default: "" }
        - name: aliases
          in: query
          description: Say which aliases each subject has, and count subjects whose aliases match the prefix.
          schema: { type: boolean, default: false }
        - { $ref: "#/components/parameters/Deleted" }
        - name: latestOnly
          in: query
          description: Only the highest listed version of each subject.
          schema: { type: boolean, default: false }
        - name: ruleType
          in: query
          description: Only schemas with a rule of this type; empty means all.
          schema: { type: string, default: "" }
        - { $ref: "#/components/parameters/Offset" }
        - name: limit
          in: query
          description: |
            Number of versions at most; what is not positive, or above the server's maximum (1000 unless configured),
            means the server's default (1000).
          schema: { type: integer, format: int32, default: -1 }
      responses:
        "200":
          description: The versions.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { type: array, items: { $ref: "#/components/schemas/ExtendedSchema" } }
              example:
                - subject: temperature-value
                  version: 1
                  id: 1
                  guid: c736de1b-5d42-a6a5-7f6e-d50bd2d7ab64
                  schemaType: AVRO
                  schema: >-
                    {"type":"record","name":"Temperature","namespace":"home.sensors","fields":[{"name":"room","type":"string"},{"name":"celsius","type":"double"},{"name":"measuredAt","type":{"type":"long","logicalType":"timestamp-millis"}}]}
                  ts: 1764000000000
                  deleted: false
                  aliases: [thermometer-value]
        "400": { $ref: "#/components/responses/BadRequest" }
        "404": { $ref: "#/components/responses/InvalidNumber" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/InvalidOffset" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /schemas/ids/{id}:
    get:
      operationId: getSchemaById
      tags: [Schemas]
      summary: Reads a schema by its id, whether its versions are soft-deleted or not.
      description: |
        A deserializer's question. Ids are counted per context, and \`subject\` says in which one to look. Where the
        subject has no version with this id, any subject of the context answers. For an unqualified subject the same
        name in the other contexts is tried first.
      parameters:
        - { $ref: "#/components/parameters/SchemaId" }
        - { $ref: "#/components/parameters/SubjectOfId" }
        - { $ref: "#/components/parameters/Format" }
        - { $ref: "#/components/parameters/ReferenceFormat" }
        - { $ref: "#/components/parameters/FindTags" }
        - name: fetchMaxId
          in: query
          description: Say the highest id of the context as well.
          schema: { type: boolean, default: false }
      responses:
        "200":
          description: The schema. \`subject\` and \`version\` are those of one version that has it.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { $ref: "#/components/schemas/SchemaString" }
              examples:
                Temperature:
                  summary: A schema with the highest id of its context
                  value:
                    subject: temperature-value
                    version: 1
                    guid: c736de1b-5d42-a6a5-7f6e-d50bd2d7ab64
                    schemaType: AVRO
                    schema: >-
                      {"type":"record","name":"Temperature","namespace":"home.sensors","fields":[{"name":"room","type":"string"},{"name":"celsius","type":"double"},{"name":"measuredAt","type":{"type":"long","logicalType":"timestamp-millis"}}]}
                    maxId: 9
                    ts: 1764000000000
                    deleted: false
                OldJavaClient:
                  summary: What an old Java client gets
                  value: { schema: '"string"' }
        "400": { $ref: "#/components/responses/BadRequest" }
        "404": { $ref: "#/components/responses/SchemaIdNotFound" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /schemas/ids/{id}/schema:
    get:
      operationId: getSchemaTextById
      tags: [Schemas]
      summary: Reads a schema by its id and nothing else.
      description: The body is the schema's text itself, not a JSON string that holds it.
      parameters:
        - { $ref: "#/components/parameters/SchemaId" }
        - { $ref: "#/components/parameters/SubjectOfId" }
        - { $ref: "#/components/parameters/Format" }
      responses:
        "200": { $ref: "#/components/responses/SchemaText" }
        "400": { $ref: "#/components/responses/BadRequest" }
        "404": { $ref: "#/components/responses/SchemaIdNotFound" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /schemas/ids/{id}/subjects:
    get:
      operationId: listSubjectsBySchemaId
      tags: [Schemas]
      summary: Lists the subjects that have a version with this schema.
      parameters:
        - { $ref: "#/components/parameters/SchemaId" }
        - { $ref: "#/components/parameters/SubjectOfId" }
        - { $ref: "#/components/parameters/Deleted" }
        - { $ref: "#/components/parameters/Offset" }
        - { $ref: "#/components/parameters/Limit" }
      responses:
        "200":
          description: Qualified names of the subjects, sorted.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { type: array, items: { $ref: "#/components/schemas/SubjectName" } }
              example: ["temperature-archive-value", "temperature-value"]
        "400": { $ref: "#/components/responses/BadRequest" }
        "404": { $ref: "#/components/responses/SchemaNotFoundOrInvalidNumber" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/InvalidOffset" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /schemas/ids/{id}/versions:
    get:
      operationId: listVersionsBySchemaId
      tags: [Schemas]
      summary: Lists the versions that stand for this schema, one for each subject.
      description: Where several versions of a subject have the schema, the one written last counts.
      parameters:
        - { $ref: "#/components/parameters/SchemaId" }
        - { $ref: "#/components/parameters/SubjectOfId" }
        - { $ref: "#/components/parameters/Deleted" }
        - { $ref: "#/components/parameters/Offset" }
        - { $ref: "#/components/parameters/Limit" }
      responses:
        "200":
          description: Subjects and versions, by subject.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { type: array, items: { $ref: "#/components/schemas/SubjectVersion" } }
              example:
                - { subject: temperature-archive-value, version: 4 }
                - { subject: temperature-value, version: 1 }
        "400": { $ref: "#/components/responses/BadRequest" }
        "404": { $ref: "#/components/responses/SchemaNotFoundOrInvalidNumber" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/InvalidOffset" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /schemas/guids/{guid}:
    get:
      operationId: getSchemaByGuid
      tags: [Schemas]
      summary: Reads a schema by its guid, from whichever context has it.
      parameters:
        - { $ref: "#/components/parameters/Guid" }
        - { $ref: "#/components/parameters/Format" }
      responses:
        "200":
          description: The schema, without subject and version.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { $ref: "#/components/schemas/SchemaString" }
              example:
                guid: d591875f-61cb-6904-2d71-6c7a26665613
                schemaType: AVRO
                schema: >-
                  {"type":"record","name":"Order","namespace":"shop","fields":[{"name":"orderId","type":"string"},{"name":"total","type":"Money"}]}
                references: [{ name: shop.Money, subject: money-value, version: 1 }]
                ts: 1764000000000
                deleted: false
        "400": { $ref: "#/components/responses/BadRequest" }
        "404": { $ref: "#/components/responses/GuidNotFound" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /schemas/guids/{guid}/ids:
    get:
      operationId: listIdsByGuid
      tags: [Schemas]
      summary: Lists the ids that a schema has in the contexts.
      parameters:
        - { $ref: "#/components/parameters/Guid" }
      responses:
        "200":
          description: Contexts and ids; none for an unknown guid.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { type: array, items: { $ref: "#/components/schemas/ContextId" } }
              example:
                - { context: ., id: 3 }
                - { context: .eu, id: 1 }
        "400": { $ref: "#/components/responses/BadRequest" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /schemas/types:
    get:
      operationId: listSchemaTypes
      tags: [Schemas]
      summary: Lists the schema types that can be registered.
      responses:
        "200":
          description: Avro and nothing else.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { type: array, items: { $ref: "#/components/schemas/SchemaType" } }
              example: [AVRO]
        "400": { $ref: "#/components/responses/BadRequest" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /compatibility/subjects/{subject}/versions/{version}:
    post:
      operationId: checkCompatibilityWithVersion
      tags: [Compatibility]
      summary: Checks a schema against one version of the subject.
      description: |
        The level in force decides the direction; that it is transitive makes no difference. \`latest\` of a subject
        without versions is compatible with everything; a number must be that of a version that is not soft-deleted
        (40402, also for an unknown subject). With \`verbose=true\` an invalid schema is not refused: the answer is that
        it is incompatible, with the reason as its message.
      parameters:
        - { $ref: "#/components/parameters/Subject" }
        - { $ref: "#/components/parameters/Version" }
        - { $ref: "#/components/parameters/Normalize" }
        - { $ref: "#/components/parameters/Verbose" }
      requestBody: { $ref: "#/components/requestBodies/RegisterSchema" }
      responses:
        "200": { $ref: "#/components/responses/CompatibilityCheck" }
        "400": { $ref: "#/components/responses/BadBody" }
        "404": { $ref: "#/components/responses/CheckedVersionNotFound" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "413": { $ref: "#/components/responses/BodyTooLarge" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/VersionCheckRefused" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /compatibility/subjects/{subject}/versions:
    post:
      operationId: checkCompatibility
      tags: [Compatibility]
      summary: Checks a schema as if it were about to be registered.
      description: |
        The level in force says which versions count: a transitive one all that are not soft-deleted, newest first up to
        the first incompatible one, any other only the latest. A subject without versions takes everything. With
        \`verbose=true\` an invalid schema is not refused: the answer is that it is incompatible, with the reason as its
        message.
      parameters:
        - { $ref: "#/components/parameters/Subject" }
        - { $ref: "#/components/parameters/Normalize" }
        - { $ref: "#/components/parameters/Verbose" }
      requestBody: { $ref: "#/components/requestBodies/RegisterSchema" }
      responses:
        "200": { $ref: "#/components/responses/CompatibilityCheck" }
        "400": { $ref: "#/components/responses/BadBody" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "413": { $ref: "#/components/responses/BodyTooLarge" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/CheckRefused" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /config:
    get:
      operationId: getGlobalConfig
      tags: [Config]
      summary: Reads the config of the default context.
      description: |
        Where nothing is set, the level is the server's default. With \`defaultToGlobal=true\` the registry-wide config,
        that of \`:.__GLOBAL:\`, is consulted before.
      parameters:
        - { $ref: "#/components/parameters/DefaultToGlobal" }
      responses:
        "200": { $ref: "#/components/responses/Config" }
        "400": { $ref: "#/components/responses/BadRequest" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }
    put:
      operationId: updateGlobalConfig
      tags: [Config]
      summary: Changes the config of the default context.
      description: Members that are left out stay as they are, \`null\` clears one.
      requestBody: { $ref: "#/components/requestBodies/ConfigUpdate" }
      responses:
        "200": { $ref: "#/components/responses/StoredConfig" }
        "400": { $ref: "#/components/responses/BadBody" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "413": { $ref: "#/components/responses/BodyTooLarge" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/GlobalConfigRefused" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }
    delete:
      operationId: deleteGlobalConfig
      tags: [Config]
      summary: Removes the config of the default context, so that the server's defaults hold again.
      responses:
        "200": { $ref: "#/components/responses/DeletedConfig" }
        "400": { $ref: "#/components/responses/BadRequest" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/ReadOnly" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /config/{subject}:
    get:
      operationId: getSubjectConfig
      tags: [Config]
      summary: Reads the config of a subject or a context.
      description: |
        Only what is set for the subject itself, else 40408. With \`defaultToGlobal=true\` the config in force: the
        subject's own, completed by \`normalize\`, \`validateFields\`, \`validateNewSchemas\`, \`validateRules\`,
        \`compatibilityPolicy\` and \`compatibilityGroup\` of the default context; else that of its context; else that of
        \`:.__GLOBAL:\`; else the server's default. A config without level means the server's default level.
      parameters:
        - { $ref: "#/components/parameters/SettingsSubject" }
        - { $ref: "#/components/parameters/DefaultToGlobal" }
      responses:
        "200": { $ref: "#/components/responses/Config" }
        "400": { $ref: "#/components/responses/BadRequest" }
        "404": { $ref: "#/components/responses/SubjectConfigNotFound" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/InvalidSubject" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }
    put:
      operationId: updateSubjectConfig
      tags: [Config]
      summary: Changes the config of a subject or a context.
      description: |
        Members that are left out stay as they are, \`null\` clears one. The subject needs no versions.
      parameters:
        - { $ref: "#/components/parameters/SettingsSubject" }
      requestBody: { $ref: "#/components/requestBodies/ConfigUpdate" }
      responses:
        "200": { $ref: "#/components/responses/StoredConfig" }
        "400": { $ref: "#/components/responses/BadBody" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "413": { $ref: "#/components/responses/BodyTooLarge" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/SubjectConfigRefused" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }
    delete:
      operationId: deleteSubjectConfig
      tags: [Config]
      summary: Removes the config of a subject or a context.
      parameters:
        - { $ref: "#/components/parameters/SettingsSubject" }
      responses:
        "200": { $ref: "#/components/responses/DeletedConfig" }
        "400": { $ref: "#/components/responses/BadRequest" }
        "404": { $ref: "#/components/responses/SettingsNotFound" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/ReadOnlyOrInvalidSubject" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /mode:
    get:
      operationId: getGlobalMode
      tags: [Mode]
      summary: Reads the mode of the default context.
      description: |
        \`READWRITE\` where nothing is set. With \`defaultToGlobal=true\` the registry-wide mode, that of \`:.__GLOBAL:\`, is
        consulted before.
      parameters:
        - { $ref: "#/components/parameters/DefaultToGlobal" }
      responses:
        "200": { $ref: "#/components/responses/Mode" }
        "400": { $ref: "#/components/responses/BadRequest" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }
    put:
      operationId: updateGlobalMode
      tags: [Mode]
      summary: Sets the mode of the default context.
      description: |
        \`null\` clears it. Switching to \`IMPORT\` takes a registry without schemas in any context (42205); soft-deleted
        versions are deleted permanently on the way (42206 where one is referenced). \`force=true\` leaves everything as
        it is.
      parameters:
        - { $ref: "#/components/parameters/ForceMode" }
      requestBody: { $ref: "#/components/requestBodies/ModeUpdate" }
      responses:
        "200": { $ref: "#/components/responses/StoredMode" }
        "400": { $ref: "#/components/responses/BadBody" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "413": { $ref: "#/components/responses/BodyTooLarge" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/GlobalModeRefused" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }
    delete:
      operationId: deleteGlobalMode
      tags: [Mode]
      summary: Removes the mode of the default context, so that it is READWRITE again.
      parameters:
        - { $ref: "#/components/parameters/Recursive" }
      responses:
        "200": { $ref: "#/components/responses/DeletedMode" }
        "400": { $ref: "#/components/responses/BadRequest" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/ModeFixed" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /mode/{subject}:
    get:
      operationId: getSubjectMode
      tags: [Mode]
      summary: Reads the mode of a subject or a context.
      description: |
        Only what is set for the subject itself, else 40409. With \`defaultToGlobal=true\` the mode in force: the
        subject's own, else that of its context, else that of \`:.__GLOBAL:\`, else \`READWRITE\`.
      parameters:
        - { $ref: "#/components/parameters/SettingsSubject" }
        - { $ref: "#/components/parameters/DefaultToGlobal" }
      responses:
        "200": { $ref: "#/components/responses/Mode" }
        "400": { $ref: "#/components/responses/BadRequest" }
        "404": { $ref: "#/components/responses/SubjectModeNotFound" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/InvalidSubject" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }
    put:
      operationId: updateSubjectMode
      tags: [Mode]
      summary: Sets the mode of a subject or a context.
      description: |
        \`null\` clears it. Switching to \`IMPORT\` takes a subject or context without schemas (42205); soft-deleted
        versions are deleted permanently on the way (42206 where one is referenced). \`force=true\` leaves everything as
        it is. \`FORWARD\` is for \`:.__GLOBAL:\` only.
      parameters:
        - { $ref: "#/components/parameters/SettingsSubject" }
        - { $ref: "#/components/parameters/ForceMode" }
      requestBody: { $ref: "#/components/requestBodies/ModeUpdate" }
      responses:
        "200": { $ref: "#/components/responses/StoredMode" }
        "400": { $ref: "#/components/responses/BadBody" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "413": { $ref: "#/components/responses/BodyTooLarge" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/SubjectModeRefused" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }
    delete:
      operationId: deleteSubjectMode
      tags: [Mode]
      summary: Removes the mode of a subject or a context.
      parameters:
        - { $ref: "#/components/parameters/SettingsSubject" }
        - { $ref: "#/components/parameters/Recursive" }
      responses:
        "200": { $ref: "#/components/responses/DeletedMode" }
        "400": { $ref: "#/components/responses/BadRequest" }
        "404": { $ref: "#/components/responses/SettingsNotFound" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/ModeFixedOrInvalidSubject" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /contexts:
    get:
      operationId: listContexts
      tags: [Contexts]
      summary: Lists the contexts, the default one first.
      description: |
        A context is listed from its first schema until it is deleted, also when it has become empty. Config and mode
        alone make no context.
      parameters:
        - name: contextPrefix
          in: query
          description: Only contexts whose name begins like this.
          schema: { type: string, default: "" }
        - { $ref: "#/components/parameters/Offset" }
        - { $ref: "#/components/parameters/Limit" }
      responses:
        "200":
          description: Names of the contexts.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { type: array, items: { $ref: "#/components/schemas/ContextName" } }
              example: [., .eu, .us]
        "400": { $ref: "#/components/responses/BadRequest" }
        "404": { $ref: "#/components/responses/InvalidNumber" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/InvalidOffset" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /contexts/{context}:
    delete:
      operationId: deleteContext
      tags: [Contexts]
      summary: Takes an empty context off the list.
      description: |
        Soft-deleted versions count as content. The context's config, mode and id counter stay, so that ids are not
        repeated when it comes back. An unknown context is fine. The default context cannot be deleted (405).
      parameters:
        - name: context
          in: path
          required: true
          description: "\`eu\`, \`.eu\` or \`:.eu:\`."
          schema: { type: string }
          example: .eu
      responses:
        "204":
          description: The context is not listed any more.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
        "400": { $ref: "#/components/responses/BadRequest" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/ContextNotEmpty" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /v1/metadata/id:
    get:
      operationId: getClusterId
      tags: [Metadata]
      summary: Reads the configured names of the cluster.
      responses:
        "200":
          description: The cluster's scope.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { $ref: "#/components/schemas/ServerClusterId" }
              example:
                scope:
                  path: []
                  clusters: { kafka-cluster: "", schema-registry-cluster: schema-registry }
        "400": { $ref: "#/components/responses/BadRequest" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /v1/metadata/version:
    get:
      operationId: getServerVersion
      tags: [Metadata]
      summary: Reads which version of Confluent Schema Registry this server is compatible with.
      responses:
        "200":
          description: That version, and the server's own.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { $ref: "#/components/schemas/SchemaRegistryServerVersion" }
              example: { version: 8.5.0, commitId: 0.1.0 }
        "400": { $ref: "#/components/responses/BadRequest" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /v1/metadata/deployment:
    get:
      operationId: getDeployment
      tags: [Metadata]
      summary: Reads the attributes of the deployment, of which there are none.
      responses:
        "200":
          description: No attributes.
          headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
          content:
            application/vnd.schemaregistry.v1+json:
              schema: { $ref: "#/components/schemas/SchemaRegistryDeployment" }
              example: { attributes: [] }
        "400": { $ref: "#/components/responses/BadRequest" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /associations/resources/{resourceId}:
    get:
      operationId: listAssociationsByResourceId
      tags: [Associations]
      summary: Answers that the resource has no associations.
      parameters:
        - name: resourceId
          in: path
          required: true
          description: Id of a topic.
          schema: { type: string }
          example: 8f0f6f52-6f5c-4f5f-9d57-0c3f7c1a2b3d
        - { $ref: "#/components/parameters/ResourceType" }
        - { $ref: "#/components/parameters/AssociationType" }
        - { $ref: "#/components/parameters/Lifecycle" }
        - { $ref: "#/components/parameters/Offset" }
        - { $ref: "#/components/parameters/Limit" }
      responses:
        "200": { $ref: "#/components/responses/NoAssociations" }
        "400": { $ref: "#/components/responses/BadRequest" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /associations/resources/{resourceNamespace}/{resourceName}:
    get:
      operationId: listAssociationsByResourceName
      tags: [Associations]
      summary: Answers that the resource has no associations.
      description: |
        Java serializers from 8.2.3 on ask this before they use a topic for the first time. Any answer but 200 or 404
        makes the producer fail.
      parameters:
        - name: resourceNamespace
          in: path
          required: true
          description: Id of the Kafka cluster; \`-\` for any.
          schema: { type: string }
          example: "-"
        - name: resourceName
          in: path
          required: true
          description: Name of a topic.
          schema: { type: string }
          example: orders
        - { $ref: "#/components/parameters/ResourceType" }
        - { $ref: "#/components/parameters/AssociationType" }
        - { $ref: "#/components/parameters/Lifecycle" }
        - { $ref: "#/components/parameters/Offset" }
        - { $ref: "#/components/parameters/Limit" }
      responses:
        "200": { $ref: "#/components/responses/NoAssociations" }
        "400": { $ref: "#/components/responses/BadRequest" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /associations/subjects/{subject}:
    get:
      operationId: listAssociationsBySubject
      tags: [Associations]
      summary: Answers that the subject has no associations.
      parameters:
        - { $ref: "#/components/parameters/Subject" }
        - { $ref: "#/components/parameters/ResourceType" }
        - { $ref: "#/components/parameters/AssociationType" }
        - { $ref: "#/components/parameters/Lifecycle" }
        - { $ref: "#/components/parameters/Offset" }
        - { $ref: "#/components/parameters/Limit" }
      responses:
        "200": { $ref: "#/components/responses/NoAssociations" }
        "400": { $ref: "#/components/responses/BadRequest" }
        "406": { $ref: "#/components/responses/NotAcceptable" }
        "415": { $ref: "#/components/responses/UnsupportedMediaType" }
        "422": { $ref: "#/components/responses/InvalidSubject" }
        "500": { $ref: "#/components/responses/ServerError" }
        "504": { $ref: "#/components/responses/Timeout" }

  /health/live:
    get:
      operationId: getLiveness
      tags: [Health]
      summary: Says that the process answers; restart it when it does not.
      responses:
        "200": { $ref: "#/components/responses/Up" }

  /health/ready:
    get:
      operationId: getReadiness
      tags: [Health]
      summary: Says whether requests can be served; send none when they cannot.
      description: |
        Reading is tried each time, the verdict on writing may be some seconds old. By default being readable is good
        enough, because deserializers only read. A server that is about to stop is not ready.
      parameters:
        - { $ref: "#/components/parameters/Require" }
      responses:
        "200": { $ref: "#/components/responses/Ready" }
        "503": { $ref: "#/components/responses/NotReady" }

  /_health:
    get:
      operationId: getHealthAlias
      tags: [Health]
      summary: Answers what \`/health/ready\` does, for probes made for other registries.
      parameters:
        - { $ref: "#/components/parameters/Require" }
      responses:
        "200": { $ref: "#/components/responses/Ready" }
        "503": { $ref: "#/components/responses/NotReady" }

  /status/ready:
    get:
      operationId: getStatusAlias
      tags: [Health]
      summary: Answers what \`/health/ready\` does, for probes made for other registries.
      parameters:
        - { $ref: "#/components/parameters/Require" }
      responses:
        "200": { $ref: "#/components/responses/Ready" }
        "503": { $ref: "#/components/responses/NotReady" }

  /health/started:
    get:
      operationId: getStartup
      tags: [Health]
      summary: Says that the server has started; the port opens when the store is up to date.
      responses:
        "200": { $ref: "#/components/responses/Up" }

  /openapi.yaml:
    get:
      operationId: getOpenapiDocument
      tags: [Documentation]
      summary: Reads this document.
      responses:
        "200":
          description: An OpenAPI 3.1 document.
          content:
            application/yaml:
              schema: { type: string }
              example: "openapi: 3.1.0"

  /docs:
    get:
      operationId: getDocs
      tags: [Documentation]
      summary: Shows this document as a web page on which requests can be tried.
      responses:
        "200":
          description: An HTML page that loads nothing from elsewhere.
          content:
            text/html:
              schema: { type: string }
              example: <!doctype html><title>Magicbyte Schema Registry</title>

  /docs/{asset}:
    get:
      operationId: getDocsAsset
      tags: [Documentation]
      summary: Reads a file that the web page needs.
      parameters:
        - name: asset
          in: path
          required: true
          description: Name of the file.
          schema:
            {
              type: string,
              enum: [docs.js, favicon-32x32.png, index.css, swagger-ui.css, swagger-ui-bundle.js],
            }
          example: swagger-ui.css
      responses:
        "200":
          description: The file.
          content:
            text/javascript:
              schema: { type: string }
            text/css:
              schema: { type: string }
            image/png:
              schema: { type: string, contentMediaType: image/png }
        "404": { $ref: "#/components/responses/NoSuchAsset" }

components:
  headers:
    RequestId:
      description: The request's own X-Request-ID, or a new UUID where it has none.
      schema: { type: string }
      example: 2f6c1f0a-5f6f-4a55-9a52-0b6f1d0f4c55

  parameters:
    Subject:
      name: subject
      in: path
      required: true
      description: A subject, percent-encoded in the path; qualified (\`:.eu:orders-value\`) outside the default context.
      schema: { type: string }
      example: orders-value
    SettingsSubject:
      name: subject
      in: path
      required: true
      description: |
        A subject, percent-encoded. \`:.eu:\` is the context \`.eu\` as a whole, \`:.:\` the default one, and \`:.__GLOBAL:\`
        what all contexts fall back to.
      schema: { type: string }
      example: orders-value
    Version:
      name: version
      in: path
      required: true
      description: |
        A version number from 1, or \`latest\` (any letter case, or -1), the newest version that is not soft-deleted.
        Anything else is 42202.
      schema: { anyOf: [{ type: string }, { type: integer, format: int32 }] }
      example: latest
    SchemaId:
      name: id
      in: path
      required: true
      description: A schema id; what is no 32-bit integer is 404.
      schema: { type: integer, format: int32 }
      example: 1
    Guid:
      name: guid
      in: path
      required: true
      description: A guid, in any letter case, with or without dashes.
      schema: { type: string }
      example: c736de1b-5d42-a6a5-7f6e-d50bd2d7ab64
    SubjectOfId:
      name: subject
      in: query
      description: Subject in whose context the id is looked up; \`:.eu:\` for a context alone.
      schema: { type: string, default: "" }
    Offset:
      name: offset
      in: query
      description: Number of items to leave out in front; a negative one is 422.
      schema: { type: integer, format: int32, minimum: 0, default: 0 }
    Limit:
      name: limit
      in: query
      description: Number of items at most; all, up to what the server is configured to, where it is not positive.
      schema: { type: integer, format: int32, default: -1 }
    Deleted:
      name: deleted
      in: query
      description: Soft-deleted versions count as well.
      schema: { type: boolean, default: false }
    DeletedSubjects:
      name: deleted
      in: query
      description: Subjects whose versions are all soft-deleted count as well.
      schema: { type: boolean, default: false }
    Permanent:
      name: permanent
      in: query
      description: Delete for good what was soft-deleted before.
      schema: { type: boolean, default: false }
    Normalize:
      name: normalize
      in: query
      description: |
        Bring the schema into its normal form first: custom properties and references sorted, logical types written
        alike. The config's \`normalize\` does the same.
      schema: { type: boolean, default: false }
    Format:
      name: format
      in: query
      description: |
        \`resolved\` shows the schema with the types it refers to written out; anything else shows it as it is stored.
      schema: { type: string, default: "" }
    ReferenceFormat:
      name: referenceFormat
      in: query
      description: "\`qualified\` shows the subjects of references with their context."
      schema: { type: string, default: "" }
    FindTags:
      name: findTags
      in: query
      description: Show the schema's records and fields that carry one of these tags; \`*\` is any tag.
      schema: { type: array, items: { type: string }, default: [] }
    Verbose:
      name: verbose
      in: query
      description: Say what is incompatible.
      schema: { type: boolean, default: false }
    DefaultToGlobal:
      name: defaultToGlobal
      in: query
      description: Answer with what is in force, not only with what is set here.
      schema: { type: boolean, default: false }
    ForceMode:
      name: force
      in: query
      description: Switch to \`IMPORT\` although there are schemas.
      schema: { type: boolean, default: false }
    Recursive:
      name: recursive
      in: query
      description: Remove the modes of all subjects in the context as well, and do not mind when none is set.
      schema: { type: boolean, default: false }
    Require:
      name: require
      in: query
      description: "\`write\`: not ready either while nothing can be written."
      schema: { type: string, enum: [write] }
    ResourceType:
      name: resourceType
      in: query
      description: Accepted and without effect.
      schema: { type: string }
    AssociationType:
      name: associationType
      in: query
      description: Accepted and without effect.
      schema: { type: array, items: { type: string } }
    Lifecycle:
      name: lifecycle
      in: query
      description: Accepted and without effect.
      schema: { type: string }

  requestBodies:
    Anything:
      description: Accepted and without effect.
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { type: object, additionalProperties: true }
          example: {}
        application/vnd.schemaregistry+json:
          schema: { type: object, additionalProperties: true }
        application/json:
          schema: { type: object, additionalProperties: true }
    RegisterSchema:
      required: true
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/RegisterSchemaRequest" }
          examples:
            Temperature:
              summary: Temperatures of rooms
              value:
                schema: >-
                  {"type":"record","name":"Temperature","namespace":"home.sensors","fields":[{"name":"room","type":"string"},{"name":"celsius","type":"double"},{"name":"measuredAt","type":{"type":"long","logicalType":"timestamp-millis"}}]}
            OrderWithReference:
              summary: Orders, whose total is a type of another subject
              value:
                schemaType: AVRO
                references: [{ name: shop.Money, subject: money-value, version: 1 }]
                schema: >-
                  {"type":"record","name":"Order","namespace":"shop","fields":[{"name":"orderId","type":"string"},{"name":"total","type":"shop.Money"}]}
            PaymentWithRules:
              summary: Payments with an owner and a rule
              value:
                metadata: { properties: { owner: payments-team } }
                ruleSet:
                  domainRules:
                    [
                      {
                        name: checkAmount,
                        kind: CONDITION,
                        mode: WRITE,
                        type: CEL,
                        expr: message.amount > 0,
                      },
                    ]
                schema: >-
                  {"type":"record","name":"Payment","namespace":"shop","fields":[{"name":"paymentId","type":"string"},{"name":"cardNumber","type":"string"},{"name":"amount","type":"long"}]}
        application/vnd.schemaregistry+json:
          schema: { $ref: "#/components/schemas/RegisterSchemaRequest" }
        application/json:
          schema: { $ref: "#/components/schemas/RegisterSchemaRequest" }
    ConfigUpdate:
      required: true
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ConfigUpdateRequest" }
          examples:
            Level: { summary: Set the level, value: { compatibility: FULL_TRANSITIVE } }
            ClearAlias: { summary: "Clear the alias, keep the rest", value: { alias: null } }
            Owner:
              summary: Give every new schema an owner
              value: { defaultMetadata: { properties: { owner: payments-team } } }
        application/vnd.schemaregistry+json:
          schema: { $ref: "#/components/schemas/ConfigUpdateRequest" }
        application/json:
          schema: { $ref: "#/components/schemas/ConfigUpdateRequest" }
    ModeUpdate:
      required: true
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ModeUpdateRequest" }
          examples:
            ReadOnly: { summary: Allow no writes, value: { mode: READONLY } }
            Clear: { summary: Clear the mode, value: { mode: null } }
        application/vnd.schemaregistry+json:
          schema: { $ref: "#/components/schemas/ModeUpdateRequest" }
        application/json:
          schema: { $ref: "#/components/schemas/ModeUpdateRequest" }

  responses:
    Empty:
      description: An empty object.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/EmptyObject" }
          example: {}
    Up:
      description: Yes.
      content:
        application/json:
          schema: { $ref: "#/components/schemas/Health" }
          example: { status: UP }
    Ready:
      description: Requests can be served.
      content:
        application/json:
          schema: { $ref: "#/components/schemas/Readiness" }
          examples:
            Ready: { summary: All is well, value: { status: UP, read: true, write: true } }
            ReadOnly: { summary: The disk is full, value: { status: UP, read: true, write: false } }
    NotReady:
      description: Requests cannot be served, or with \`require=write\` no changes.
      content:
        application/json:
          schema: { $ref: "#/components/schemas/Readiness" }
          examples:
            Unreadable:
              {
                summary: The store cannot be read,
                value: { status: DOWN, read: false, write: false },
              }
            Unwritable:
              { summary: With require=write, value: { status: DOWN, read: true, write: false } }
            Stopping:
              {
                summary: The server is about to stop,
                value: { status: DOWN, read: true, write: true },
              }
    SchemaText:
      description: The schema's text.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/AvroSchema" }
          example:
            type: record
            name: Temperature
            namespace: home.sensors
            fields:
              - { name: room, type: string }
              - { name: celsius, type: double }
              - { name: measuredAt, type: { type: long, logicalType: timestamp-millis } }
    CompatibilityCheck:
      description: Whether the schema is compatible, and with \`verbose=true\` what is not.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/CompatibilityCheckResponse" }
          examples:
            Compatible: { summary: Compatible, value: { is_compatible: true } }
            CompatibleVerbose:
              {
                summary: Compatible with verbose=true,
                value: { is_compatible: true, messages: [] },
              }
            MissingDefault:
              summary: A new field without default, with verbose=true
              value:
                is_compatible: false
                messages:
                  - >-
                    {errorType:'READER_FIELD_MISSING_DEFAULT_VALUE', description:'The field 'humidity' at path '/fields/3' in the new schema has no default value and is missing in the old schema', additionalInfo:'humidity'}
                  - "{oldSchemaVersion: 1}"
                  - >-
                    {oldSchema: '{"type":"record","name":"Temperature","namespace":"home.sensors","fields":[{"name":"room","type":"string"},{"name":"celsius","type":"double"},{"name":"measuredAt","type":{"type":"long","logicalType":"timestamp-millis"}}]}'}
                  - "{validateFields: 'false', compatibility: 'BACKWARD'}"
    Config:
      description: The config; members that are not set are left out.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/Config" }
          example: { compatibilityLevel: BACKWARD, normalize: true }
    StoredConfig:
      description: The config as it is stored now, its level under \`compatibility\`.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ConfigUpdateResponse" }
          example: { compatibility: FULL_TRANSITIVE, normalize: true }
    DeletedConfig:
      description: The config that was removed.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/Config" }
          example: { compatibilityLevel: FULL_TRANSITIVE }
    Mode:
      description: The mode.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/Mode" }
          example: { mode: READWRITE }
    StoredMode:
      description: What the request said, in its own letter case.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ModeUpdateResponse" }
          example: { mode: READONLY }
    DeletedMode:
      description: The mode that was removed; an empty object when none was set and \`recursive\` is true.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/DeletedMode" }
          example: { mode: READONLY }
    NoAssociations:
      description: An empty list.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { type: array, maxItems: 0 }
          example: []

    BadRequest:
      description: |
        The path cannot be read (empty segment, broken escape, backslash, escaped dots, a context name with a
        colon), or the Content-Type cannot.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            EmptyPathSegment: { $ref: "#/components/examples/EmptyPathSegment" }
            ColonInContext: { $ref: "#/components/examples/ColonInContext" }
            UnreadableContentType: { $ref: "#/components/examples/UnreadableContentType" }
    BadBody:
      description: |
        The body is no JSON, is nested more than 1000 levels deep, or has a member of the wrong type; or the path
        or Content-Type cannot be read.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            MalformedJson: { $ref: "#/components/examples/MalformedJson" }
            WrongType: { $ref: "#/components/examples/WrongType" }
            EmptyPathSegment: { $ref: "#/components/examples/EmptyPathSegment" }
            ColonInContext: { $ref: "#/components/examples/ColonInContext" }
            UnreadableContentType: { $ref: "#/components/examples/UnreadableContentType" }
    NotAcceptable:
      description: Accept names none of the three media types.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            NotAcceptable: { $ref: "#/components/examples/NotAcceptable" }
    BodyTooLarge:
      description: The body is longer than the server allows (2 MiB unless configured).
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            BodyTooLarge: { $ref: "#/components/examples/BodyTooLarge" }
    UnsupportedMediaType:
      description: Content-Type is not one of those for JSON.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            UnsupportedMediaType: { $ref: "#/components/examples/UnsupportedMediaType" }
    ServerError:
      description: A fault of the server; the request may be repeated.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            InternalError: { $ref: "#/components/examples/InternalError" }
            StoreError: { $ref: "#/components/examples/StoreError" }
    Timeout:
      description: The server gave the request up after its time limit (60 seconds unless configured).
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            Timeout: { $ref: "#/components/examples/Timeout" }
    InvalidNumber:
      description: "\`offset\` or \`limit\` is no 32-bit integer."
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            NotFound: { $ref: "#/components/examples/NotFound" }
    SubjectNotFoundOrInvalidNumber:
      description: |
        - 40401: the subject has no version that counts.
        - 404: \`offset\` or \`limit\` is no 32-bit integer.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            SubjectNotFound: { $ref: "#/components/examples/SubjectNotFound" }
            NotFound: { $ref: "#/components/examples/NotFound" }
    SubjectOrSchemaNotFound:
      description: |
        - 40401: the subject has no version that counts.
        - 40403: none of its versions is meant.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            SubjectNotFound: { $ref: "#/components/examples/SubjectNotFound" }
            SchemaNotFound: { $ref: "#/components/examples/SchemaNotFound" }
    SubjectNotDeletable:
      description: |
        - 40401: the subject has no versions.
        - 40404: all its versions are soft-deleted already.
        - 40405: a permanent delete, but a version is not soft-deleted.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            SubjectNotFound: { $ref: "#/components/examples/SubjectNotFound" }
            SubjectSoftDeleted: { $ref: "#/components/examples/SubjectSoftDeleted" }
            SubjectNotSoftDeleted: { $ref: "#/components/examples/SubjectNotSoftDeleted" }
    VersionNotFound:
      description: |
        - 40401: the subject has no version that counts.
        - 40402: it has others; -1 stands for \`latest\`.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            SubjectNotFound: { $ref: "#/components/examples/SubjectNotFound" }
            VersionNotFound: { $ref: "#/components/examples/VersionNotFound" }
            LatestNotFound: { $ref: "#/components/examples/LatestNotFound" }
    VersionNotFoundOrInvalidNumber:
      description: |
        - 40401: the subject has no versions.
        - 40402: it has others; -1 stands for \`latest\`.
        - 404: \`offset\` or \`limit\` is no 32-bit integer.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            SubjectNotFound: { $ref: "#/components/examples/SubjectNotFound" }
            VersionNotFound: { $ref: "#/components/examples/VersionNotFound" }
            LatestNotFound: { $ref: "#/components/examples/LatestNotFound" }
            NotFound: { $ref: "#/components/examples/NotFound" }
    VersionNotDeletable:
      description: |
        - 40401: the subject has no versions.
        - 40402: it has others; -1 stands for \`latest\`.
        - 40406: the version is soft-deleted already.
        - 40407: a permanent delete, but the version is not soft-deleted.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            SubjectNotFound: { $ref: "#/components/examples/SubjectNotFound" }
            VersionNotFound: { $ref: "#/components/examples/VersionNotFound" }
            LatestNotFound: { $ref: "#/components/examples/LatestNotFound" }
            VersionSoftDeleted: { $ref: "#/components/examples/VersionSoftDeleted" }
            VersionNotSoftDeleted: { $ref: "#/components/examples/VersionNotSoftDeleted" }
    CheckedVersionNotFound:
      description: "40402: the subject has no such version, or none at all."
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            VersionNotFound: { $ref: "#/components/examples/VersionNotFound" }
    SchemaIdNotFound:
      description: |
        - 40403: the context has no such id.
        - 404: the id is no 32-bit integer.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            SchemaIdNotFound: { $ref: "#/components/examples/SchemaIdNotFound" }
            NotFound: { $ref: "#/components/examples/NotFound" }
    SchemaNotFoundOrInvalidNumber:
      description: |
        - 40403: the context has no such id.
        - 404: the id, \`offset\` or \`limit\` is no 32-bit integer.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            SchemaNotFound: { $ref: "#/components/examples/SchemaNotFound" }
            NotFound: { $ref: "#/components/examples/NotFound" }
    GuidNotFound:
      description: "40403: no context has the guid, or it is none."
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            GuidNotFound: { $ref: "#/components/examples/GuidNotFound" }
    SubjectConfigNotFound:
      description: "40408: nothing is set for the subject itself."
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            SubjectConfigNotFound: { $ref: "#/components/examples/SubjectConfigNotFound" }
    SubjectModeNotFound:
      description: "40409: nothing is set for the subject itself."
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            SubjectModeNotFound: { $ref: "#/components/examples/SubjectModeNotFound" }
    SettingsNotFound:
      description: "40401: nothing is set for the subject."
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            SubjectNotFound: { $ref: "#/components/examples/SubjectNotFound" }
    NoSuchAsset:
      description: The page has no such file.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            NotFound: { $ref: "#/components/examples/NotFound" }
    Incompatible:
      description: |
        The schema breaks the compatibility level in force, or uses a reserved field. error_code is 40901, or 409
        where the server is configured so or an old Java client asks.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            IncompatibleSchema: { $ref: "#/components/examples/IncompatibleSchema" }
            IncompatibleSchemaBefore82: { $ref: "#/components/examples/IncompatibleSchemaBefore82" }
    InvalidOffset:
      description: "\`offset\` is negative."
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            NegativeOffset: { $ref: "#/components/examples/NegativeOffset" }
    InvalidSubject:
      description: "42208: the subject has a control character."
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            InvalidSubject: { $ref: "#/components/examples/InvalidSubject" }
    InvalidSubjectOrOffset:
      description: |
        - 42208: the subject has a control character.
        - 422: \`offset\` is negative.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            InvalidSubject: { $ref: "#/components/examples/InvalidSubject" }
            NegativeOffset: { $ref: "#/components/examples/NegativeOffset" }
    InvalidVersion:
      description: |
        - 42202: the version is neither a number from 1 nor \`latest\`.
        - 42208: the subject has a control character.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            InvalidVersion: { $ref: "#/components/examples/InvalidVersion" }
            InvalidSubject: { $ref: "#/components/examples/InvalidSubject" }
    InvalidVersionOrOffset:
      description: |
        - 42202: the version is neither a number from 1 nor \`latest\`.
        - 42208: the subject has a control character.
        - 422: \`offset\` is negative.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            InvalidVersion: { $ref: "#/components/examples/InvalidVersion" }
            InvalidSubject: { $ref: "#/components/examples/InvalidSubject" }
            NegativeOffset: { $ref: "#/components/examples/NegativeOffset" }
    LookupRefused:
      description: |
        - 422: the body is missing, or a map in it holds null.
        - 42201: the schema is invalid, is of another type than Avro, or refers to nothing.
        - 42208: the subject has a control character.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            MissingBody: { $ref: "#/components/examples/MissingBody" }
            NullInMap: { $ref: "#/components/examples/NullInMap" }
            InvalidSchema: { $ref: "#/components/examples/InvalidSchema" }
            OtherSchemaType: { $ref: "#/components/examples/OtherSchemaType" }
            UnresolvedReference: { $ref: "#/components/examples/UnresolvedReference" }
            InvalidSubject: { $ref: "#/components/examples/InvalidSubject" }
    CheckRefused:
      description: |
        - 422: the body is missing, or a map in it holds null.
        - 42201: the schema is blank, invalid, of another type than Avro, or refers to nothing.
        - 42208: the subject has a control character.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            MissingBody: { $ref: "#/components/examples/MissingBody" }
            NullInMap: { $ref: "#/components/examples/NullInMap" }
            EmptySchema: { $ref: "#/components/examples/EmptySchema" }
            InvalidSchema: { $ref: "#/components/examples/InvalidSchema" }
            OtherSchemaType: { $ref: "#/components/examples/OtherSchemaType" }
            UnresolvedReference: { $ref: "#/components/examples/UnresolvedReference" }
            InvalidSubject: { $ref: "#/components/examples/InvalidSubject" }
    VersionCheckRefused:
      description: |
        - 422: the body is missing, or a map in it holds null.
        - 42201: the schema is blank, invalid, of another type than Avro, or refers to nothing.
        - 42202: the version is neither a number from 1 nor \`latest\`.
        - 42208: the subject has a control character.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            MissingBody: { $ref: "#/components/examples/MissingBody" }
            NullInMap: { $ref: "#/components/examples/NullInMap" }
            EmptySchema: { $ref: "#/components/examples/EmptySchema" }
            InvalidSchema: { $ref: "#/components/examples/InvalidSchema" }
            OtherSchemaType: { $ref: "#/components/examples/OtherSchemaType" }
            UnresolvedReference: { $ref: "#/components/examples/UnresolvedReference" }
            InvalidVersion: { $ref: "#/components/examples/InvalidVersion" }
            InvalidSubject: { $ref: "#/components/examples/InvalidSubject" }
    RegistrationRefused:
      description: |
        - 422: the body is missing, or a map in it holds null.
        - 42201: the schema is invalid, of another type than Avro, or refers to nothing; it is blank and the subject
          has no version to copy; \`version\` is not the next; tags are meant for a record or field that is not there.
        - 42205: the mode forbids it, the id stands for another schema, or the context has no id left.
        - 42208: the subject cannot hold schemas: a control character, or a reserved name.
        - 42210: the rule set is invalid.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            MissingBody: { $ref: "#/components/examples/MissingBody" }
            NullInMap: { $ref: "#/components/examples/NullInMap" }
            EmptySchema: { $ref: "#/components/examples/EmptySchema" }
            InvalidSchema: { $ref: "#/components/examples/InvalidSchema" }
            OtherSchemaType: { $ref: "#/components/examples/OtherSchemaType" }
            UnresolvedReference: { $ref: "#/components/examples/UnresolvedReference" }
            WrongNextVersion: { $ref: "#/components/examples/WrongNextVersion" }
            UnknownEntity: { $ref: "#/components/examples/UnknownEntity" }
            ReadOnly: { $ref: "#/components/examples/ReadOnly" }
            NotInImportMode: { $ref: "#/components/examples/NotInImportMode" }
            NotInReadWriteMode: { $ref: "#/components/examples/NotInReadWriteMode" }
            IdTaken: { $ref: "#/components/examples/IdTaken" }
            IdsExhausted: { $ref: "#/components/examples/IdsExhausted" }
            InvalidSubject: { $ref: "#/components/examples/InvalidSubject" }
            InvalidRuleSet: { $ref: "#/components/examples/InvalidRuleSet" }
    TagsRefused:
      description: |
        - 422: the body is missing, or a map in it holds null.
        - 42201: tags are meant for a record or field that is not there, or \`newVersion\` is not the next version.
        - 42202: the version is neither a number from 1 nor \`latest\`.
        - 42205: the mode forbids it, or the context has no id left.
        - 42208: the subject cannot hold schemas: a control character, or a reserved name.
        - 42210: the rule set is invalid, or comes both whole and as changes.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            MissingBody: { $ref: "#/components/examples/MissingBody" }
            NullInMap: { $ref: "#/components/examples/NullInMap" }
            UnknownEntity: { $ref: "#/components/examples/UnknownEntity" }
            WrongNextVersion: { $ref: "#/components/examples/WrongNextVersion" }
            InvalidVersion: { $ref: "#/components/examples/InvalidVersion" }
            ReadOnly: { $ref: "#/components/examples/ReadOnly" }
            NotInReadWriteMode: { $ref: "#/components/examples/NotInReadWriteMode" }
            IdsExhausted: { $ref: "#/components/examples/IdsExhausted" }
            InvalidSubject: { $ref: "#/components/examples/InvalidSubject" }
            InvalidRuleSet: { $ref: "#/components/examples/InvalidRuleSet" }
            RuleSetTwice: { $ref: "#/components/examples/RuleSetTwice" }
    DeleteRefused:
      description: |
        - 42205: the mode forbids it.
        - 42206: another subject refers to a version.
        - 42208: the subject has a control character.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            ReadOnly: { $ref: "#/components/examples/ReadOnly" }
            ReferenceExists: { $ref: "#/components/examples/ReferenceExists" }
            InvalidSubject: { $ref: "#/components/examples/InvalidSubject" }
    VersionDeleteRefused:
      description: |
        - 42202: the version is neither a number from 1 nor \`latest\`.
        - 42205: the mode forbids it.
        - 42206: a schema refers to the version.
        - 42208: the subject has a control character.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            InvalidVersion: { $ref: "#/components/examples/InvalidVersion" }
            ReadOnly: { $ref: "#/components/examples/ReadOnly" }
            ReferenceExists: { $ref: "#/components/examples/ReferenceExists" }
            InvalidSubject: { $ref: "#/components/examples/InvalidSubject" }
    GlobalConfigRefused:
      description: |
        - 422: the body is missing, or a map in it holds null.
        - 42203: no such compatibility level.
        - 42205: the mode forbids it.
        - 42210: a rule set is invalid.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            MissingBody: { $ref: "#/components/examples/MissingBody" }
            NullInMap: { $ref: "#/components/examples/NullInMap" }
            InvalidCompatibilityLevel: { $ref: "#/components/examples/InvalidCompatibilityLevel" }
            ReadOnly: { $ref: "#/components/examples/ReadOnly" }
            InvalidRuleSet: { $ref: "#/components/examples/InvalidRuleSet" }
    SubjectConfigRefused:
      description: |
        - 422: the body is missing, or a map in it holds null.
        - 42203: no such compatibility level.
        - 42205: the mode forbids it.
        - 42208: the subject has a control character or a reserved name.
        - 42210: a rule set is invalid.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            MissingBody: { $ref: "#/components/examples/MissingBody" }
            NullInMap: { $ref: "#/components/examples/NullInMap" }
            InvalidCompatibilityLevel: { $ref: "#/components/examples/InvalidCompatibilityLevel" }
            ReadOnly: { $ref: "#/components/examples/ReadOnly" }
            InvalidSubject: { $ref: "#/components/examples/InvalidSubject" }
            InvalidRuleSet: { $ref: "#/components/examples/InvalidRuleSet" }
    ReadOnly:
      description: "42205: the mode forbids it."
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            ReadOnly: { $ref: "#/components/examples/ReadOnly" }
    ReadOnlyOrInvalidSubject:
      description: |
        - 42205: the mode forbids it.
        - 42208: the subject has a control character.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            ReadOnly: { $ref: "#/components/examples/ReadOnly" }
            InvalidSubject: { $ref: "#/components/examples/InvalidSubject" }
    GlobalModeRefused:
      description: |
        - 422: the body is missing, or has no \`mode\`.
        - 42204: no such mode, or FORWARD, which is for \`:.__GLOBAL:\` only.
        - 42205: the server does not let modes be changed, or IMPORT found schemas.
        - 42206: IMPORT found a soft-deleted version that a schema refers to.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            MissingBody: { $ref: "#/components/examples/MissingBody" }
            MissingMode: { $ref: "#/components/examples/MissingMode" }
            InvalidMode: { $ref: "#/components/examples/InvalidMode" }
            ForwardNotGlobal: { $ref: "#/components/examples/ForwardNotGlobal" }
            ModeFixed: { $ref: "#/components/examples/ModeFixed" }
            ImportFoundSchemas: { $ref: "#/components/examples/ImportFoundSchemas" }
            ReferenceExists: { $ref: "#/components/examples/ReferenceExists" }
    SubjectModeRefused:
      description: |
        - 422: the body is missing, or has no \`mode\`.
        - 42204: no such mode, or FORWARD, which is for \`:.__GLOBAL:\` only.
        - 42205: the server does not let modes be changed, or IMPORT found schemas.
        - 42206: IMPORT found a soft-deleted version that a schema refers to.
        - 42208: the subject has a control character or a reserved name.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            MissingBody: { $ref: "#/components/examples/MissingBody" }
            MissingMode: { $ref: "#/components/examples/MissingMode" }
            InvalidMode: { $ref: "#/components/examples/InvalidMode" }
            ForwardNotGlobal: { $ref: "#/components/examples/ForwardNotGlobal" }
            ModeFixed: { $ref: "#/components/examples/ModeFixed" }
            ImportFoundSchemas: { $ref: "#/components/examples/ImportFoundSchemas" }
            ReferenceExists: { $ref: "#/components/examples/ReferenceExists" }
            InvalidSubject: { $ref: "#/components/examples/InvalidSubject" }
    ModeFixed:
      description: "42205: the server does not let modes be changed."
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            ModeFixed: { $ref: "#/components/examples/ModeFixed" }
    ModeFixedOrInvalidSubject:
      description: |
        - 42205: the server does not let modes be changed.
        - 42208: the subject has a control character.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            ModeFixed: { $ref: "#/components/examples/ModeFixed" }
            InvalidSubject: { $ref: "#/components/examples/InvalidSubject" }
    ContextNotEmpty:
      description: |
        - 42211: the context has versions, be they soft-deleted.
        - 42208: its name has a control character.
      headers: { X-Request-ID: { $ref: "#/components/headers/RequestId" } }
      content:
        application/vnd.schemaregistry.v1+json:
          schema: { $ref: "#/components/schemas/ErrorMessage" }
          examples:
            ContextNotEmpty: { $ref: "#/components/examples/ContextNotEmpty" }
            InvalidSubject: { $ref: "#/components/examples/InvalidSubject" }

  examples:
    PaymentVersion:
      summary: A schema with metadata, a rule and, asked for with findTags, its tags
      value:
        subject: payments-value
        version: 2
        id: 5
        guid: 7f5f06ef-ddab-71e4-3414-c2fcba45f6d6
        schemaType: AVRO
        metadata: { properties: { "confluent:version": "2", owner: payments-team } }
        ruleSet:
          domainRules:
            - {
                name: checkAmount,
                kind: CONDITION,
                mode: WRITE,
                type: CEL,
                expr: message.amount > 0,
                disabled: false,
              }
        schema: >-
          {"type":"record","name":"Payment","namespace":"shop","fields":[{"name":"paymentId","type":"string"},{"name":"cardNumber","type":"string","confluent:tags":["PII"]},{"name":"amount","type":"long"}]}
        schemaTags:
          - schemaEntity: { entityPath: shop.Payment.cardNumber, entityType: sr_field }
            tags: [PII]
        ts: 1764000000000
        deleted: false

    # The errors, by error_code.

    EmptyPathSegment:
      summary: 400, an empty path segment
      value: { error_code: 400, message: Ambiguous URI empty segment }
    ColonInContext:
      summary: 400, a context name with a colon inside
      value: { error_code: 400, message: "Context name 'a:b' cannot contain a colon" }
    UnreadableContentType:
      summary: 400, a Content-Type that is none
      value: { error_code: 400, message: Bad Request }
    MalformedJson:
      summary: 400, a body that is no JSON
      value: { error_code: 400, message: Unexpected end of JSON input }
    WrongType:
      summary: 400, a member of the wrong type
      value:
        { error_code: 400, message: "Invalid input: expected string, received object at schema" }
    NotFound:
      summary: 404, a number that is no 32-bit integer, or nothing at this path
      value: { error_code: 404, message: HTTP 404 Not Found }
    NotAcceptable:
      summary: 406, no common media type
      value: { error_code: 406, message: HTTP 406 Not Acceptable }
    BodyTooLarge:
      summary: 413, bytes of the body and how many are allowed
      value: { error_code: 413, message: "Request body is too large: 3145728>2097152" }
    UnsupportedMediaType:
      summary: 415, a body that is not sent as JSON
      value: { error_code: 415, message: HTTP 415 Unsupported Media Type }
    MissingBody:
      summary: 422, no body; the message names the operation
      value: { error_code: 422, message: register.request must not be null (was null) }
    NullInMap:
      summary: 422, a map with a value of null
      value: { error_code: 422, message: A value in a map must not be null }
    MissingMode:
      summary: 422, a body without mode
      value: { error_code: 422, message: updateTopLevelMode.request has no mode }
    NegativeOffset:
      summary: 422, a negative offset
      value: { error_code: 422, message: offset must not be negative (was -1) }
    InternalError:
      summary: 500, an unexpected error
      value: { error_code: 500, message: Internal Server Error }
    Timeout:
      summary: 504, out of time
      value: { error_code: 504, message: HTTP 504 Gateway Timeout }
    SubjectNotFound:
      summary: "40401"
      value: { error_code: 40401, message: "Subject 'orders-value' not found." }
    VersionNotFound:
      summary: "40402"
      value: { error_code: 40402, message: Version 7 not found. }
    LatestNotFound:
      summary: 40402 for latest
      value: { error_code: 40402, message: Version -1 not found. }
    SchemaNotFound:
      summary: "40403"
      value: { error_code: 40403, message: Schema not found }
    SchemaIdNotFound:
      summary: 40403 for an id
      value: { error_code: 40403, message: Schema 100 not found }
    GuidNotFound:
      summary: 40403 for a guid
      value: { error_code: 40403, message: Schema c736de1b-5d42-a6a5-7f6e-d50bd2d7ab64 not found }
    SubjectSoftDeleted:
      summary: "40404"
      value:
        {
          error_code: 40404,
          message: "Subject 'orders-value' was soft deleted.Set permanent=true to delete permanently",
        }
    SubjectNotSoftDeleted:
      summary: "40405"
      value:
        error_code: 40405
        message: Subject 'orders-value' was not deleted first before being permanently deleted
    VersionSoftDeleted:
      summary: "40406"
      value:
        error_code: 40406
        message: Subject 'orders-value' Version 1 was soft deleted.Set permanent=true to delete permanently
    VersionNotSoftDeleted:
      summary: "40407"
      value:
        error_code: 40407
        message: Subject 'orders-value' Version 1 was not deleted first before being permanently deleted
    SubjectConfigNotFound:
      summary: "40408"
      value:
        error_code: 40408
        message: Subject 'orders-value' does not have subject-level compatibility configured
    SubjectModeNotFound:
      summary: "40409"
      value:
        {
          error_code: 40409,
          message: "Subject 'orders-value' does not have subject-level mode configured",
        }
    IncompatibleSchema:
      summary: 40901, with every incompatibility
      value:
        error_code: 40901
        message: >-
          Schema being registered is incompatible with an earlier schema for subject "temperature-value", details: [{errorType:'READER_FIELD_MISSING_DEFAULT_VALUE', description:'The field 'humidity' at path '/fields/3' in the new schema has no default value and is missing in the old schema', additionalInfo:'humidity'}, {oldSchemaVersion: 1}, {oldSchema: '{"type":"record","name":"Temperature","namespace":"home.sensors","fields":[{"name":"room","type":"string"},{"name":"celsius","type":"double"},{"name":"measuredAt","type":{"type":"long","logicalType":"timestamp-millis"}}]}'}, {validateFields: 'false', compatibility: 'BACKWARD'}]
    IncompatibleSchemaBefore82:
      summary: 409, as Confluent answers up to 8.1
      value:
        error_code: 409
        message: >-
          Schema being registered is incompatible with an earlier schema for subject "temperature-value", details: [{errorType:'TYPE_MISMATCH', description:'The type (path '/fields/1/type') of a field in the new schema does not match with the old schema', additionalInfo:'reader type: INT not compatible with writer type: DOUBLE'}, {oldSchemaVersion: 1}, {oldSchema: '{"type":"record","name":"Temperature","namespace":"home.sensors","fields":[{"name":"room","type":"string"},{"name":"celsius","type":"double"},{"name":"measuredAt","type":{"type":"long","logicalType":"timestamp-millis"}}]}'}, {validateFields: 'false', compatibility: 'BACKWARD'}]
    EmptySchema:
      summary: 42201, no schema
      value: { error_code: 42201, message: Empty schema }
    InvalidSchema:
      summary: 42201, an invalid schema
      value:
        error_code: 42201
        message: "Invalid schema of type AVRO, details: Undefined schema: decimal (line 1, column 74)"
    OtherSchemaType:
      summary: 42201, JSON Schema or Protobuf
      value: { error_code: 42201, message: Invalid schema type PROTOBUF }
    UnresolvedReference:
      summary: 42201, a reference to nothing
      value:
        error_code: 42201
        message: >-
          Invalid schema of type AVRO, details: No schema reference found for subject "money-value" and version 3
    WrongNextVersion:
      summary: 42201, a version that is not the next
      value: { error_code: 42201, message: Version is not one more than previous version }
    UnknownEntity:
      summary: 42201, tags for a field that is not there
      value:
        { error_code: 42201, message: No matching path 'shop.Payment.iban' found in the schema }
    InvalidVersion:
      summary: "42202"
      value:
        error_code: 42202
        message: >-
          The specified version 'abc' is not a valid version id. Allowed values are between [1, 2^31-1] and the string "latest"
    InvalidCompatibilityLevel:
      summary: "42203"
      value:
        error_code: 42203
        message: >-
          Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive, forward_transitive, and full_transitive
    InvalidMode:
      summary: "42204"
      value:
        {
          error_code: 42204,
          message: "Invalid mode. Valid values are READWRITE, READONLY, IMPORT and FORWARD",
        }
    ForwardNotGlobal:
      summary: 42204 for FORWARD
      value: { error_code: 42204, message: Forward mode only supported on global level }
    ReadOnly:
      summary: 42205, the mode is READONLY
      value: { error_code: 42205, message: Subject orders-value in context  is in read-only mode }
    NotInImportMode:
      summary: 42205, an id outside of IMPORT mode
      value: { error_code: 42205, message: Subject orders-value in context  is not in import mode }
    NotInReadWriteMode:
      summary: 42205, no id in IMPORT mode
      value:
        {
          error_code: 42205,
          message: "Subject :.eu:orders-value in context :.eu: is not in read-write mode",
        }
    IdTaken:
      summary: 42205, an id that stands for another schema
      value:
        { error_code: 42205, message: Overwrite new schema with id 7 in context  is not permitted. }
    IdsExhausted:
      summary: 42205, no id left
      value:
        error_code: 42205
        message: >-
          Context .eu has handed out its last schema id, 2147483647: no further schema can be registered in it
    ModeFixed:
      summary: 42205, modes cannot be changed
      value: { error_code: 42205, message: Mode changes are not allowed }
    ImportFoundSchemas:
      summary: 42205, IMPORT where there are schemas
      value: { error_code: 42205, message: Cannot import since found existing subjects }
    ReferenceExists:
      summary: "42206"
      value:
        error_code: 42206
        message: >-
          One or more references exist to the schema {magic=1,keytype=SCHEMA,subject=money-value,version=1}.
    InvalidSubject:
      summary: "42208"
      value: { error_code: 42208, message: "The specified subject '__GLOBAL' is not a valid." }
    InvalidRuleSet:
      summary: 42210, for example a mode of another list
      value:
        { error_code: 42210, message: "Migration rules can only be UPGRADE, DOWNGRADE, UPDOWN" }
    RuleSetTwice:
      summary: 42210, a rule set both whole and as changes
      value:
        error_code: 42210
        message: ruleSet should be omitted if specifying rulesToMerge or rulesToRemove
    ContextNotEmpty:
      summary: "42211"
      value: { error_code: 42211, message: "The specified context ':.eu:' is not empty." }
    StoreError:
      summary: 50001, the store cannot be read or written
      value: { error_code: 50001, message: Error while accessing the store }

  schemas:
    SubjectName:
      type: string
      description: A subject; qualified outside the default context.
      examples: [orders-value, ":.eu:orders-value"]
    ContextName:
      type: string
      description: A context; \`.\` is the default one.
      examples: [., .eu]
    Version:
      type: integer
      format: int32
      minimum: 1
      description: Number of a version within its subject.
    SchemaId:
      type: integer
      format: int32
      minimum: 0
      description: Number of a schema within its context. 0 only exists when it was imported.
    Guid:
      type: string
      pattern: ^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$
      description: Identity of a schema's content, an MD5 hash written as a UUID; the same in every context.
    SchemaType:
      type: string
      description: Always \`AVRO\` in answers of this registry.
      examples: [AVRO]
    SchemaText:
      type: string
      description: |
        An Avro schema in JSON, as one text. In answers it is the canonical string: compact, members in Avro's order,
        types of references by name.
    Timestamp:
      type: integer
      format: int64
      description: When the version was registered, in milliseconds since 1970.
    AvroSchema:
      description: "An Avro schema as JSON: an object, a list of union branches, or the name of a type."
      type: [object, array, string]
      additionalProperties: true
      items: {}

    SchemaReference:
      type: object
      description: A named type that a schema takes from a version of another subject.
      additionalProperties: false
      required: [name, subject, version]
      properties:
        name: { type: string, description: Name by which the schema refers to the type. }
        subject:
          {
            type: string,
            description: Subject as it was given; an unqualified one lies in the same context.,
          }
        version: { $ref: "#/components/schemas/Version" }
    Metadata:
      type: object
      description: What is recorded about a schema; part of its identity. Keys and sets are sorted.
      additionalProperties: false
      properties:
        tags:
          type: object
          description: Tags by the path of what they are about; \`*\` and \`**\` in a path stand for names.
          additionalProperties: { type: array, items: { type: string } }
        properties:
          type: object
          description: |
            Any properties. \`confluent:version\` pins the schema to its version number, \`confluent:reserved\` lists field
            names that must not be used.
          additionalProperties: { type: string }
        sensitive:
          type: array
          description: Names of the properties that are to be kept secret.
          items: { type: string }
    RuleSet:
      type: object
      description: |
        Rules of a data contract; part of a schema's identity. The registry stores and validates them, serializers run
        them.
      additionalProperties: false
      properties:
        migrationRules: { type: array, items: { $ref: "#/components/schemas/Rule" } }
        domainRules: { type: array, items: { $ref: "#/components/schemas/Rule" } }
        encodingRules: { type: array, items: { $ref: "#/components/schemas/Rule" } }
        enableAt:
          {
            type: string,
            description: "Where the rules run: ALL, CLIENT, GATEWAY, SERVER or NONE.",
          }
    Rule:
      type: object
      additionalProperties: false
      required: [name, kind, mode, disabled]
      properties:
        name: { type: string, description: Unique within the rule set. }
        doc: { type: string }
        kind: { $ref: "#/components/schemas/RuleKind" }
        mode: { $ref: "#/components/schemas/RuleMode" }
        type:
          {
            type: string,
            description: "Who runs the rule, for example CEL, CEL_FIELD, JSONATA, ENCRYPT.",
          }
        tags:
          {
            type: array,
            items: { type: string },
            description: Fields with one of these tags are concerned.,
          }
        params: { type: object, additionalProperties: { type: string } }
        expr: { type: string, description: The rule itself. }
        onSuccess:
          {
            type: string,
            description: Action; two with a comma between in the modes WRITEREAD and UPDOWN.,
          }
        onFailure:
          {
            type: string,
            description: Action; two with a comma between in the modes WRITEREAD and UPDOWN.,
          }
        disabled: { type: boolean }
    RuleKind:
      type: string
      enum: [TRANSFORM, CONDITION]
    RuleMode:
      type: string
      description: UPGRADE, DOWNGRADE and UPDOWN are for migration rules, the others for domain and encoding rules.
      enum: [UPGRADE, DOWNGRADE, UPDOWN, WRITE, READ, WRITEREAD]
    SchemaTags:
      type: object
      additionalProperties: false
      required: [schemaEntity, tags]
      properties:
        schemaEntity:
          type: object
          additionalProperties: false
          required: [entityPath, entityType]
          properties:
            entityPath:
              {
                type: string,
                description: "Full name of the record, then a dot and the name of the field.",
              }
            entityType: { type: string, enum: [sr_record, sr_field] }
        tags: { type: array, items: { type: string } }

    Schema:
      type: object
      description: A version of a subject.
      additionalProperties: false
      required: [subject, version, id, schema]
      properties:
        subject: { $ref: "#/components/schemas/SubjectName" }
        version: { $ref: "#/components/schemas/Version" }
        id: { $ref: "#/components/schemas/SchemaId" }
        guid: { $ref: "#/components/schemas/Guid" }
        schemaType: { $ref: "#/components/schemas/SchemaType" }
        references:
          { type: array, items: { $ref: "#/components/schemas/SchemaReference" }, minItems: 1 }
        metadata: { $ref: "#/components/schemas/Metadata" }
        ruleSet: { $ref: "#/components/schemas/RuleSet" }
        schema: { $ref: "#/components/schemas/SchemaText" }
        schemaTags: { type: array, items: { $ref: "#/components/schemas/SchemaTags" }, minItems: 1 }
        ts: { $ref: "#/components/schemas/Timestamp" }
        deleted: { type: boolean, description: Is the version soft-deleted? }
    ExtendedSchema:
      type: object
      description: A version of a subject with the subject's aliases.
      additionalProperties: false
      required: [subject, version, id, schema]
      properties:
        subject: { $ref: "#/components/schemas/SubjectName" }
        version: { $ref: "#/components/schemas/Version" }
        id: { $ref: "#/components/schemas/SchemaId" }
        guid: { $ref: "#/components/schemas/Guid" }
        schemaType: { $ref: "#/components/schemas/SchemaType" }
        references:
          { type: array, items: { $ref: "#/components/schemas/SchemaReference" }, minItems: 1 }
        metadata: { $ref: "#/components/schemas/Metadata" }
        ruleSet: { $ref: "#/components/schemas/RuleSet" }
        schema: { $ref: "#/components/schemas/SchemaText" }
        ts: { $ref: "#/components/schemas/Timestamp" }
        deleted: { type: boolean, description: Is the version soft-deleted? }
        aliases: { type: array, items: { $ref: "#/components/schemas/SubjectName" }, minItems: 1 }
    SchemaString:
      type: object
      description: A schema by its id or guid.
      additionalProperties: false
      required: [schema]
      properties:
        subject: { $ref: "#/components/schemas/SubjectName" }
        version: { $ref: "#/components/schemas/Version" }
        guid: { $ref: "#/components/schemas/Guid" }
        schemaType: { $ref: "#/components/schemas/SchemaType" }
        schema: { $ref: "#/components/schemas/SchemaText" }
        references:
          { type: array, items: { $ref: "#/components/schemas/SchemaReference" }, minItems: 1 }
        metadata: { $ref: "#/components/schemas/Metadata" }
        ruleSet: { $ref: "#/components/schemas/RuleSet" }
        schemaTags: { type: array, items: { $ref: "#/components/schemas/SchemaTags" }, minItems: 1 }
        maxId: { type: integer, format: int32, description: Highest id of the context. }
        ts: { $ref: "#/components/schemas/Timestamp" }
        deleted: { type: boolean, description: Is the version soft-deleted? }
    RegisterSchemaResponse:
      type: object
      description: The version that a registration made or found.
      additionalProperties: false
      required: [id]
      properties:
        id: { $ref: "#/components/schemas/SchemaId" }
        version: { $ref: "#/components/schemas/Version" }
        guid: { $ref: "#/components/schemas/Guid" }
        schemaType: { $ref: "#/components/schemas/SchemaType" }
        references:
          { type: array, items: { $ref: "#/components/schemas/SchemaReference" }, minItems: 1 }
        metadata: { $ref: "#/components/schemas/Metadata" }
        ruleSet: { $ref: "#/components/schemas/RuleSet" }
        schema: { $ref: "#/components/schemas/SchemaText" }
        ts: { $ref: "#/components/schemas/Timestamp" }
        deleted: { type: boolean, description: Is the version soft-deleted? }
    SubjectVersion:
      type: object
      additionalProperties: false
      required: [subject, version]
      properties:
        subject: { $ref: "#/components/schemas/SubjectName" }
        version: { $ref: "#/components/schemas/Version" }
    ContextId:
      type: object
      description: The id of a schema in one context.
      additionalProperties: false
      required: [context, id]
      properties:
        context: { $ref: "#/components/schemas/ContextName" }
        id: { $ref: "#/components/schemas/SchemaId" }

    CompatibilityCheckResponse:
      type: object
      additionalProperties: false
      required: [is_compatible]
      properties:
        is_compatible: { type: boolean }
        messages:
          type: array
          description: |
            Only with \`verbose=true\`. For each version that failed one text per incompatibility, then the version's
            number and schema; at the end the level. The texts look like JSON but are not.
          items: { type: string }
    CompatibilityLevel:
      type: string
      description: |
        BACKWARD: the new schema can read what was written with the latest version. FORWARD: the latest version can read
        what is written with the new one. FULL: both. A transitive level asks the same of all versions.
      enum:
        [NONE, BACKWARD, BACKWARD_TRANSITIVE, FORWARD, FORWARD_TRANSITIVE, FULL, FULL_TRANSITIVE]
    CompatibilityPolicy:
      type: string
      description: Stored; for Avro without effect.
      enum: [STRICT, LENIENT, LOGICAL]
    Config:
      type: object
      description: Settings of a subject, a context or the registry.
      additionalProperties: false
      required: [compatibilityLevel]
      properties:
        compatibilityLevel: { $ref: "#/components/schemas/CompatibilityLevel" }
        alias: { type: string, description: Subject that this one stands for. }
        aliasForDeks: { type: string, description: Stored; without effect. }
        normalize: { type: boolean, description: Bring schemas into their normal form. }
        validateFields:
          { type: boolean, description: Check the field names that \`confluent:reserved\` lists. }
        validateNewSchemas:
          {
            type: boolean,
            description: "Check names, namespaces and defaults of new schemas strictly.",
          }
        validateRules: { type: boolean, description: Stored; without effect. }
        compatibilityPolicy: { $ref: "#/components/schemas/CompatibilityPolicy" }
        compatibilityGroup:
          type: string
          description: A metadata property; only versions with the same value are compared.
        defaultMetadata: { $ref: "#/components/schemas/Metadata" }
        overrideMetadata: { $ref: "#/components/schemas/Metadata" }
        defaultRuleSet: { $ref: "#/components/schemas/RuleSet" }
        overrideRuleSet: { $ref: "#/components/schemas/RuleSet" }
    ConfigUpdateResponse:
      type: object
      description: What is set now for a subject, a context or the registry.
      additionalProperties: false
      properties:
        compatibility: { $ref: "#/components/schemas/CompatibilityLevel" }
        alias: { type: string }
        aliasForDeks: { type: string }
        normalize: { type: boolean }
        validateFields: { type: boolean }
        validateNewSchemas: { type: boolean }
        validateRules: { type: boolean }
        compatibilityPolicy: { $ref: "#/components/schemas/CompatibilityPolicy" }
        compatibilityGroup: { type: string }
        defaultMetadata: { $ref: "#/components/schemas/Metadata" }
        overrideMetadata: { $ref: "#/components/schemas/Metadata" }
        defaultRuleSet: { $ref: "#/components/schemas/RuleSet" }
        overrideRuleSet: { $ref: "#/components/schemas/RuleSet" }
    ModeName:
      type: string
      description: |
        READWRITE: schemas are registered and get the next id. READONLY and READONLY_OVERRIDE: no writes but of modes.
        IMPORT: schemas come with their ids and are not checked against others. FORWARD: the same, for the whole
        registry.
      enum: [READWRITE, READONLY, READONLY_OVERRIDE, IMPORT, FORWARD]
    Mode:
      type: object
      additionalProperties: false
      required: [mode]
      properties:
        mode: { $ref: "#/components/schemas/ModeName" }
    ModeUpdateResponse:
      type: object
      additionalProperties: false
      required: [mode]
      properties:
        mode: { type: [string, "null"], description: As the request gave it. }
    DeletedMode:
      type: object
      additionalProperties: false
      properties:
        mode: { $ref: "#/components/schemas/ModeName" }

    RegisterSchemaRequest:
      type: object
      description: A schema to register, look up or check.
      properties:
        version:
          type: [integer, "null"]
          format: int32
          description: |
            Register only. 0 or absent: any. -1: the latest version if it is this schema, else the next. Otherwise the
            number that the next version must have. With a number or -1 a new version gets the metadata property
            \`confluent:version\`.
        id:
          type: [integer, "null"]
          format: int32
          description: |
            Register only, in \`IMPORT\` or \`FORWARD\` mode, or where the schema has this id already. Negative: absent.
        schemaType: { type: [string, "null"], description: "\`AVRO\`, or absent." }
        references:
          type: [array, "null"]
          items: { $ref: "#/components/schemas/SchemaReferenceRequest" }
        metadata: { anyOf: [{ $ref: "#/components/schemas/MetadataRequest" }, { type: "null" }] }
        ruleSet: { anyOf: [{ $ref: "#/components/schemas/RuleSetRequest" }, { type: "null" }] }
        schema: { type: [string, "null"], description: "An Avro schema in JSON, as one text." }
        schemaTagsToAdd:
          type: [array, "null"]
          description: Register only. Tags to write into the schema.
          items: { $ref: "#/components/schemas/SchemaTagsRequest" }
        schemaTagsToRemove:
          type: [array, "null"]
          description: Register only. Tags to take out of the schema.
          items: { $ref: "#/components/schemas/SchemaTagsRequest" }
        propagateSchemaTags:
          type: [boolean, "null"]
          description: Register only. Take over the tags of the latest version where its records and fields still exist.
    TagSchemaRequest:
      type: object
      properties:
        newVersion:
          type: [integer, "null"]
          format: int32
          description: Number that the new version must have; absent, whichever is next.
        tagsToAdd:
          { type: [array, "null"], items: { $ref: "#/components/schemas/SchemaTagsRequest" } }
        tagsToRemove:
          { type: [array, "null"], items: { $ref: "#/components/schemas/SchemaTagsRequest" } }
        metadata:
          description: Takes the place of the version's.
          anyOf: [{ $ref: "#/components/schemas/MetadataRequest" }, { type: "null" }]
        ruleSet:
          description: Takes the place of the version's.
          anyOf: [{ $ref: "#/components/schemas/RuleSetRequest" }, { type: "null" }]
        rulesToMerge:
          description: Rules to add, or to put in the place of those of the same name.
          anyOf: [{ $ref: "#/components/schemas/RuleSetRequest" }, { type: "null" }]
        rulesToRemove:
          { type: [array, "null"], items: { type: string }, description: Names of rules. }
    ConfigUpdateRequest:
      type: object
      description: Members that are absent stay as they are, null clears one.
      properties:
        compatibility:
          { type: [string, "null"], description: "A compatibility level, in any letter case." }
        alias: { type: [string, "null"] }
        aliasForDeks: { type: [string, "null"] }
        normalize: { type: [boolean, "null"] }
        validateFields: { type: [boolean, "null"] }
        validateNewSchemas: { type: [boolean, "null"] }
        validateRules: { type: [boolean, "null"] }
        compatibilityPolicy:
          { type: [string, "null"], description: "In any letter case; an unknown one clears it." }
        compatibilityGroup: { type: [string, "null"] }
        defaultMetadata:
          { anyOf: [{ $ref: "#/components/schemas/MetadataRequest" }, { type: "null" }] }
        overrideMetadata:
          { anyOf: [{ $ref: "#/components/schemas/MetadataRequest" }, { type: "null" }] }
        defaultRuleSet:
          { anyOf: [{ $ref: "#/components/schemas/RuleSetRequest" }, { type: "null" }] }
        overrideRuleSet:
          { anyOf: [{ $ref: "#/components/schemas/RuleSetRequest" }, { type: "null" }] }
    ModeUpdateRequest:
      type: object
      required: [mode]
      properties:
        mode: { type: [string, "null"], description: "A mode, in any letter case; null clears it." }
    SchemaReferenceRequest:
      type: object
      required: [name, subject, version]
      properties:
        name: { type: string, description: Name by which the schema refers to the type. }
        subject: { type: string, description: An unqualified one lies in the same context. }
        version:
          { type: integer, format: int32, description: "-1 is the latest version, as it is now." }
    MetadataRequest:
      type: object
      properties:
        tags:
          { type: [object, "null"], additionalProperties: { type: array, items: { type: string } } }
        properties: { type: [object, "null"], additionalProperties: { type: string } }
        sensitive: { type: [array, "null"], items: { type: string } }
    RuleSetRequest:
      type: object
      properties:
        migrationRules:
          { type: [array, "null"], items: { $ref: "#/components/schemas/RuleRequest" } }
        domainRules: { type: [array, "null"], items: { $ref: "#/components/schemas/RuleRequest" } }
        encodingRules:
          { type: [array, "null"], items: { $ref: "#/components/schemas/RuleRequest" } }
        enableAt: { type: [string, "null"], enum: [ALL, CLIENT, GATEWAY, SERVER, NONE, null] }
    RuleRequest:
      type: object
      required: [name, type]
      properties:
        name:
          type: string
          description: 1 to 256 letters, digits, \`_\` and \`-\`, a letter or \`_\` first; unique within the rule set.
        doc: { type: [string, "null"] }
        kind:
          {
            anyOf: [{ $ref: "#/components/schemas/RuleKind" }, { type: "null" }],
            default: TRANSFORM,
          }
        mode:
          {
            anyOf: [{ $ref: "#/components/schemas/RuleMode" }, { type: "null" }],
            default: WRITEREAD,
          }
        type: { type: string }
        tags: { type: [array, "null"], items: { type: string } }
        params: { type: [object, "null"], additionalProperties: { type: string } }
        expr: { type: [string, "null"] }
        onSuccess: { type: [string, "null"] }
        onFailure: { type: [string, "null"] }
        disabled: { type: [boolean, "null"], default: false }
    SchemaTagsRequest:
      type: object
      required: [schemaEntity, tags]
      properties:
        schemaEntity:
          type: object
          required: [entityPath, entityType]
          properties:
            entityPath:
              {
                type: string,
                description: "Full name of the record, then a dot and the name of the field.",
              }
            entityType: { type: string, enum: [sr_record, sr_field] }
        tags: { type: array, items: { type: string } }

    ErrorMessage:
      type: object
      additionalProperties: false
      required: [error_code, message]
      properties:
        error_code:
          {
            type: integer,
            format: int32,
            description: "Three digits: the HTTP status. Five: status × 100 + n.",
          }
        message: { type: string }
    EmptyObject:
      type: object
      additionalProperties: false
    ServerClusterId:
      type: object
      additionalProperties: false
      required: [scope]
      properties:
        scope:
          type: object
          additionalProperties: false
          required: [path, clusters]
          properties:
            path: { type: array, items: { type: string } }
            clusters:
              type: object
              additionalProperties: false
              required: [kafka-cluster, schema-registry-cluster]
              properties:
                kafka-cluster: { type: string }
                schema-registry-cluster: { type: string }
    SchemaRegistryServerVersion:
      type: object
      additionalProperties: false
      required: [version, commitId]
      properties:
        version:
          { type: string, description: Version of Confluent Schema Registry with the same API. }
        commitId: { type: string, description: The server's own version. }
    SchemaRegistryDeployment:
      type: object
      additionalProperties: false
      required: [attributes]
      properties:
        attributes: { type: array, items: { type: string } }
    Health:
      type: object
      additionalProperties: false
      required: [status]
      properties:
        status: { $ref: "#/components/schemas/HealthStatus" }
    Readiness:
      type: object
      additionalProperties: false
      required: [status, read, write]
      properties:
        status: { $ref: "#/components/schemas/HealthStatus" }
        read: { type: boolean, description: Can the store be read? }
        write: { type: boolean, description: Can it be written? }
    HealthStatus:
      type: string
      enum: [UP, DOWN]
`
