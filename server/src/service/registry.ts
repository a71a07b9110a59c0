import type { SchemaTags } from '@magicbyte/avro'
import type { Config, ConfigUpdate } from '../core/config.ts'
import { invalidSubject } from '../core/errors.ts'
import type { Mode } from '../core/mode.ts'
import { validateRuleSet } from '../core/rule-set.ts'
import {
  contextSubject,
  DEFAULT_CONTEXT,
  formatSubject,
  isValidSettingsSubject,
  isValidSubject,
} from '../core/subject.ts'
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
import { Store } from '../storage/store.ts'
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
import { SchemaCache } from './schema-cache.ts'
import { type EffectiveConfig, resolveAlias } from './scope.ts'
import * as settings from './settings.ts'
import { findTags } from './tags.ts'
import type { Change, RegistryOptions, Work } from './work.ts'

/** Told after every change which schemas' versions or content it touched. */
export type ChangeListener = (touched: readonly TouchedSchema[]) => void

export interface TouchedSchema {
  readonly context: Context
  readonly id: SchemaId
}

/**
 * What a registry does, one method for each operation of the API. Each write is one transaction:
 * what it decides and what it writes are never apart. Refusals are thrown as RegistryError.
 * Subjects are those the caller names; aliases are followed here.
 */
export class Registry {
  readonly #db: Database
  readonly #work: Work
  readonly #now: () => number
  readonly #listeners: ChangeListener[] = []

  constructor(db: Database, options: RegistryOptions, now: () => number = Date.now) {
    this.#db = db
    this.#now = now
    this.#work = {
      store: new Store(db),
      cache: new SchemaCache(options.schemaCacheBytes),
      options,
    }
  }

  onChange(listener: ChangeListener): void {
    this.#listeners.push(listener)
  }

  // Schemas

  async register(
    named: Subject,
    registration: Registration,
    options: RegisterOptions,
  ): Promise<FoundVersion> {
    if (registration.ruleSet) validateRuleSet(registration.ruleSet)
    const subject = await this.#writableSubject(named)
    // Most registrations are of schemas that are there already: those need no transaction.
    const registered = await findRegistered(this.#work, subject, registration, options)
    if (registered) return registered
    return this.#change((change) => register(change, subject, registration, options))
  }

  async retag(
    named: Subject,
    version: VersionRequest,
    retagging: Retagging,
  ): Promise<FoundVersion> {
    if (retagging.ruleSet) validateRuleSet(retagging.ruleSet)
    if (retagging.rulesToMerge) validateRuleSet(retagging.rulesToMerge)
    const subject = await this.#writableSubject(named)
    return this.#change((change) => retag(change, subject, version, retagging))
  }

  async lookUp(
    named: Subject,
    request: SchemaRequest,
    options: LookupOptions,
  ): Promise<FoundVersion> {
    return lookUpSchema(this.#work, await this.#subject(named), request, options)
  }

  async schemaById(id: SchemaId, named: Subject | undefined): Promise<SchemaVersion> {
    return read.readSchemaById(this.#work, id, named && (await this.#subject(named)))
  }

  async versionsOfSchema(
    id: SchemaId,
    named: Subject | undefined,
    options: read.ReadOptions,
  ): Promise<StoredVersion[]> {
    const subject = named && (await this.#subject(named))
    return read.readVersionsOfSchema(this.#work, id, subject, options)
  }

  schemaByGuid(guid: string): Promise<SchemaVersion> {
    return read.readSchemaByGuid(this.#work, guid)
  }

  idsByGuid(guid: string): Promise<{ context: Context; id: SchemaId }[]> {
    return read.readIdsByGuid(this.#work, guid)
  }

  /** The highest id of the context. */
  maxId(context: Context): Promise<SchemaId> {
    return this.#work.store.contexts.lastId(context)
  }

  schemas(filter: SchemaFilter, page: Page): Promise<ListedSchema[]> {
    return listSchemas(this.#work, filter, page)
  }

  /** The schema's text with the types it refers to written out. */
  async resolvedText(schema: StoredSchema): Promise<string> {
    return (await parseStored(this.#work, schema)).resolved
  }

  tags(schema: StoredSchema, wanted: readonly string[]): Promise<SchemaTags[]> {
    return findTags(this.#work, schema, wanted)
  }

  // Subjects and versions

  subjects(filter: SubjectFilter, page: Page): Promise<string[]> {
    return listSubjects(this.#work, filter, page)
  }

  async versions(named: Subject, filter: VersionFilter, page: Page): Promise<number[]> {
    return listVersions(this.#work, await this.#subject(named), filter, page)
  }

  async version(
    named: Subject,
    version: VersionRequest,
    options: read.ReadOptions,
  ): Promise<SchemaVersion> {
    return read.readVersion(this.#work, await this.#subject(named), version, options)
  }

  async versionByMetadata(
    named: Subject,
    properties: ReadonlyMap<string, string>,
    options: read.ReadOptions,
  ): Promise<SchemaVersion> {
    const subject = await this.#subject(named)
    return read.readVersionByMetadata(this.#work, subject, properties, options)
  }

  async referrers(
    named: Subject,
    version: VersionRequest,
    options: read.ReadOptions,
  ): Promise<SchemaId[]> {
    return read.readReferrers(this.#work, await this.#subject(named), version, options)
  }

  async deleteVersion(
    named: Subject,
    version: VersionRequest,
    options: DeleteOptions,
  ): Promise<Version> {
    const subject = await this.#subject(named)
    return this.#change((change) => deleteVersion(change, subject, version, options))
  }

  async deleteSubject(named: Subject, options: DeleteOptions): Promise<Version[]> {
    const subject = await this.#subject(named)
    return this.#change((change) => deleteSubject(change, subject, options))
  }

  // Compatibility

  async checkVersion(
    named: Subject,
    version: VersionRequest,
    request: SchemaRequest,
    options: CheckOptions,
  ): Promise<readonly string[]> {
    const subject = await this.#subject(named)
    return checkAgainstVersion(this.#work, subject, version, request, options)
  }

  async checkSubject(
    named: Subject,
    request: SchemaRequest,
    options: CheckOptions,
  ): Promise<readonly string[]> {
    return checkAgainstSubject(this.#work, await this.#subject(named), request, options)
  }

  // Config and mode: of a subject, or with an empty name of its context. Aliases do not count here.

  config(subject: Subject, options: settings.ScopeOptions): Promise<EffectiveConfig> {
    return settings.readConfig(this.#work, subject, options)
  }

  async changeConfig(subject: Subject, update: ConfigUpdate): Promise<Config> {
    refuseSettingsSubject(subject)
    return this.#change((change) => settings.changeConfig(change, subject, update))
  }

  removeConfig(subject: Subject): Promise<EffectiveConfig> {
    return this.#change((change) => settings.removeConfig(change, subject))
  }

  mode(subject: Subject, options: settings.ScopeOptions): Promise<Mode> {
    return settings.readMode(this.#work, subject, options)
  }

  async changeMode(
    subject: Subject,
    mode: Mode | null,
    options: settings.ModeOptions,
  ): Promise<void> {
    refuseSettingsSubject(subject)
    return this.#change((change) => settings.changeMode(change, subject, mode, options))
  }

  removeMode(subject: Subject, options: settings.RemoveModeOptions): Promise<Mode | undefined> {
    return this.#change((change) => settings.removeMode(change, subject, options))
  }

  // Contexts

  contexts(prefix: string, page: Page): Promise<Context[]> {
    return listContexts(this.#work, prefix, page)
  }

  deleteContext(context: Context): Promise<void> {
    return this.#change((change) => deleteContext(change, context))
  }

  // Health

  /** Fails when the store cannot be read. */
  async checkReadable(): Promise<void> {
    await this.#db.query('SELECT revision FROM registry')
  }

  /** Fails when the store cannot be written. Changes nothing that a reader sees. */
  async checkWritable(): Promise<void> {
    await this.#db.transaction(async (tx) => new Store(tx).beginChange())
  }

  /** Closes the store when the changes under way are done. */
  close(): Promise<void> {
    return this.#db.close()
  }

  #subject(named: Subject): Promise<Subject> {
    return resolveAlias(this.#work, named)
  }

  async #writableSubject(named: Subject): Promise<Subject> {
    const subject = await this.#subject(named)
    const { rejectEmptySubject } = this.#work.options
    if (!isValidSubject(subject, { rejectEmpty: rejectEmptySubject })) {
      throw invalidSubject(formatSubject(subject))
    }
    return subject
  }

  /** The one place where a write transaction begins. */
  async #change<T>(work: (change: Change) => Promise<T>): Promise<T> {
    const touched = new Map<string, TouchedSchema>()
    const result = await this.#db.transaction(async (tx) => {
      const store = new Store(tx)
      return work({
        ...this.#work,
        store,
        revision: await store.beginChange(),
        timestamp: this.#now(),
        touched: { add: (context, id) => touched.set(`${id}@${context}`, { context, id }) },
      })
    })
    if (touched.size > 0) for (const listener of this.#listeners) listener([...touched.values()])
    return result
  }
}

function refuseSettingsSubject(subject: Subject): void {
  if (!isValidSettingsSubject(subject)) throw invalidSubject(formatSubject(subject))
}

/** The key of the registry's own config and mode. */
export const TOP_LEVEL: Subject = contextSubject(DEFAULT_CONTEXT)
