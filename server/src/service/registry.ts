import type { SchemaTags } from '@magicbyte/avro'
import type { Config, ConfigUpdate } from '../core/config.ts'
import { invalidSubject } from '../core/errors.ts'
import type { Mode } from '../core/mode.ts'
import { validateRuleSet } from '../core/rule-set.ts'
import { formatSubject, isValidSettingsSubject, isValidSubject } from '../core/subject.ts'
import type {
  Context,
  SchemaId,
  SchemaVersion,
  StoredSchema,
  Subject,
  Version,
} from '../core/types.ts'
import type { VersionRequest } from '../core/version.ts'
import type { Database } from '../storage/database.ts'
import type { StoredVersion } from '../storage/versions.ts'
import type { SchemaRequest } from './candidate.ts'
import { type CheckOptions, checkAgainstSubject, checkAgainstVersion } from './compatibility.ts'
import { type DeleteOptions, deleteContext, deleteSubject, deleteVersion } from './delete.ts'
import { parseStored } from './history.ts'
import {
  type ListedSchema,
  listContexts,
  listSchemas,
  listSubjects,
  listVersions,
  type Page,
  type SchemaFilter,
  type SubjectFilter,
  type VersionFilter,
} from './list.ts'
import { type FoundVersion, type LookupOptions, lookUpSchema } from './lookup.ts'
import * as read from './read.ts'
import { findRegistered, type RegisterOptions, type Registration, register } from './register.ts'
import { type Retagging, retag } from './retag.ts'
import type { EffectiveConfig } from './scope.ts'
import * as settings from './settings.ts'
import { type ChangeListener, StoreAccess } from './store-access.ts'
import { findTags } from './tags.ts'
import type { RegistryOptions, Work } from './work.ts'

/**
 * What a registry does, one method for each operation of the API. Each write is one transaction:
 * what it decides and what it writes are never apart. Refusals are thrown as RegistryError.
 * Subjects are those the caller names; aliases are followed here.
 */
export class Registry {
  readonly #access: StoreAccess

  constructor(db: Database, options: RegistryOptions, now: () => number = Date.now) {
    this.#access = new StoreAccess(db, options, now)
  }

  /** The listener is told after every change what it touched. */
  onChange(listener: ChangeListener): void {
    this.#access.onChange(listener)
  }

  // Schemas

  async register(
    named: Subject,
    registration: Registration,
    options: RegisterOptions,
  ): Promise<FoundVersion> {
    if (registration.ruleSet) validateRuleSet(registration.ruleSet)
    // Most registrations are of schemas that are there already: those need no transaction.
    const registered = await this.#access.readSubject(named, (work, subject) => {
      refuseInvalidSubject(work, subject)
      return findRegistered(work, subject, registration, options)
    })
    if (registered) return registered
    return this.#access.changeSubject(named, (change, subject) => {
      refuseInvalidSubject(change, subject)
      return register(change, subject, registration, options)
    })
  }

  async retag(
    named: Subject,
    version: VersionRequest,
    retagging: Retagging,
  ): Promise<FoundVersion> {
    if (retagging.ruleSet) validateRuleSet(retagging.ruleSet)
    if (retagging.rulesToMerge) validateRuleSet(retagging.rulesToMerge)
    return this.#access.changeSubject(named, (change, subject) => {
      refuseInvalidSubject(change, subject)
      return retag(change, subject, version, retagging)
    })
  }

  lookUp(named: Subject, request: SchemaRequest, options: LookupOptions): Promise<FoundVersion> {
    return this.#access.readSubject(named, (work, subject) =>
      lookUpSchema(work, subject, request, options),
    )
  }

  schemaById(id: SchemaId, named: Subject | undefined): Promise<SchemaVersion> {
    if (!named) return this.#access.read((work) => read.readSchemaById(work, id, undefined))
    return this.#access.readSubject(named, (work, subject) =>
      read.readSchemaById(work, id, subject),
    )
  }

  versionsOfSchema(
    id: SchemaId,
    named: Subject | undefined,
    options: read.ReadOptions,
  ): Promise<StoredVersion[]> {
    if (!named)
      return this.#access.read((work) => read.readVersionsOfSchema(work, id, undefined, options))
    return this.#access.readSubject(named, (work, subject) =>
      read.readVersionsOfSchema(work, id, subject, options),
    )
  }

  schemaByGuid(guid: string): Promise<SchemaVersion> {
    return this.#access.read((work) => read.readSchemaByGuid(work, guid))
  }

  idsByGuid(guid: string): Promise<{ context: Context; id: SchemaId }[]> {
    return this.#access.read((work) => read.readIdsByGuid(work, guid))
  }

  /** The highest id of the context. */
  maxId(context: Context): Promise<SchemaId> {
    return this.#access.read(({ store }) => store.contexts.lastId(context))
  }

  schemas(filter: SchemaFilter, page: Page): Promise<ListedSchema[]> {
    return this.#access.read((work) => listSchemas(work, filter, page))
  }

  /** The schema's text with the types it refers to written out. */
  resolvedText(schema: StoredSchema): Promise<string> {
    return this.#access.read(async (work) => (await parseStored(work, schema)).resolved)
  }

  tags(schema: StoredSchema, wanted: readonly string[]): Promise<SchemaTags[]> {
    return this.#access.read((work) => findTags(work, schema, wanted))
  }

  // Subjects and versions

  subjects(filter: SubjectFilter, page: Page): Promise<string[]> {
    return this.#access.read((work) => listSubjects(work, filter, page))
  }

  versions(named: Subject, filter: VersionFilter, page: Page): Promise<number[]> {
    return this.#access.readSubject(named, (work, subject) =>
      listVersions(work, subject, filter, page),
    )
  }

  version(
    named: Subject,
    version: VersionRequest,
    options: read.ReadOptions,
  ): Promise<SchemaVersion> {
    return this.#access.readSubject(named, (work, subject) =>
      read.readVersion(work, subject, version, options),
    )
  }

  versionByMetadata(
    named: Subject,
    properties: ReadonlyMap<string, string>,
    options: read.ReadOptions,
  ): Promise<SchemaVersion> {
    return this.#access.readSubject(named, (work, subject) =>
      read.readVersionByMetadata(work, subject, properties, options),
    )
  }

  referrers(
    named: Subject,
    version: VersionRequest,
    options: read.ReadOptions,
  ): Promise<SchemaId[]> {
    return this.#access.readSubject(named, (work, subject) =>
      read.readReferrers(work, subject, version, options),
    )
  }

  deleteVersion(named: Subject, version: VersionRequest, options: DeleteOptions): Promise<Version> {
    return this.#access.changeSubject(named, (change, subject) =>
      deleteVersion(change, subject, version, options),
    )
  }

  deleteSubject(named: Subject, options: DeleteOptions): Promise<Version[]> {
    return this.#access.changeSubject(named, (change, subject) =>
      deleteSubject(change, subject, options),
    )
  }

  // Compatibility

  checkVersion(
    named: Subject,
    version: VersionRequest,
    request: SchemaRequest,
    options: CheckOptions,
  ): Promise<readonly string[]> {
    return this.#access.readSubject(named, (work, subject) =>
      checkAgainstVersion(work, subject, version, request, options),
    )
  }

  checkSubject(
    named: Subject,
    request: SchemaRequest,
    options: CheckOptions,
  ): Promise<readonly string[]> {
    return this.#access.readSubject(named, (work, subject) =>
      checkAgainstSubject(work, subject, request, options),
    )
  }

  // Config and mode: of a subject, or with an empty name of its context. Aliases do not count here.

  config(subject: Subject, options: settings.ScopeOptions): Promise<EffectiveConfig> {
    return this.#access.read((work) => settings.readConfig(work, subject, options))
  }

  async changeConfig(subject: Subject, update: ConfigUpdate): Promise<Config> {
    refuseSettingsSubject(subject)
    return this.#access.change((change) => settings.changeConfig(change, subject, update))
  }

  removeConfig(subject: Subject): Promise<EffectiveConfig> {
    return this.#access.change((change) => settings.removeConfig(change, subject))
  }

  mode(subject: Subject, options: settings.ScopeOptions): Promise<Mode> {
    return this.#access.read((work) => settings.readMode(work, subject, options))
  }

  async changeMode(
    subject: Subject,
    mode: Mode | null,
    options: settings.ModeOptions,
  ): Promise<void> {
    refuseSettingsSubject(subject)
    return this.#access.change((change) => settings.changeMode(change, subject, mode, options))
  }

  removeMode(subject: Subject, options: settings.RemoveModeOptions): Promise<Mode | undefined> {
    return this.#access.change((change) => settings.removeMode(change, subject, options))
  }

  // Contexts

  contexts(prefix: string, page: Page): Promise<Context[]> {
    return this.#access.read((work) => listContexts(work, prefix, page))
  }

  deleteContext(context: Context): Promise<void> {
    return this.#access.change((change) => deleteContext(change, context))
  }

  // Health

  /** Fails when the store cannot be read. */
  checkReadable(): Promise<void> {
    return this.#access.checkReadable()
  }

  /** Fails when the store cannot be written. Changes nothing that a reader sees. */
  checkWritable(): Promise<void> {
    return this.#access.change(async () => {})
  }

  /** Closes the store when the changes under way are done. */
  close(): Promise<void> {
    return this.#access.close()
  }
}

function refuseInvalidSubject({ options }: Work, subject: Subject): void {
  if (!isValidSubject(subject, { rejectEmpty: options.rejectEmptySubject })) {
    throw invalidSubject(formatSubject(subject))
  }
}

function refuseSettingsSubject(subject: Subject): void {
  if (!isValidSettingsSubject(subject)) throw invalidSubject(formatSubject(subject))
}
