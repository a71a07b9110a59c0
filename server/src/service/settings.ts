import { type Config, type ConfigUpdate, updateConfig } from '../core/config.ts'
import {
  invalidMode,
  operationNotPermitted,
  subjectConfigNotFound,
  subjectModeNotFound,
  subjectNotFound,
} from '../core/errors.ts'
import { checkWritable, type Mode } from '../core/mode.ts'
import { validateRuleSet } from '../core/rule-set.ts'
import { DEFAULT_CONTEXT, EVERY_SUBJECT, GLOBAL_CONTEXT, wholeContext } from '../core/subject.ts'
import type { Subject } from '../core/types.ts'
import type { StoredVersion } from '../storage/versions.ts'
import { purge } from './delete.ts'
import { configInScope, type EffectiveConfig, modeInScope, withLevel } from './scope.ts'
import type { Change, Work } from './work.ts'

export interface ScopeOptions {
  /** Fall back to what the context and the registry set. */
  readonly defaultToGlobal: boolean
}

/**
 * The default and the global context stand for the registry: they always have a config and a mode.
 */
function isTopLevel({ context, name }: Subject): boolean {
  return name === '' && (context === DEFAULT_CONTEXT || context === GLOBAL_CONTEXT)
}

export async function readConfig(
  work: Work,
  subject: Subject,
  { defaultToGlobal }: ScopeOptions,
): Promise<EffectiveConfig> {
  if (defaultToGlobal) return configInScope(work, subject)
  const own = await work.store.settings.config(subject)
  if (!own && !isTopLevel(subject)) throw subjectConfigNotFound(subject)
  return withLevel(work, own ?? {})
}

/** Changes the members given and gives the config that is stored then. */
export async function changeConfig(
  change: Change,
  subject: Subject,
  update: ConfigUpdate,
): Promise<Config> {
  for (const ruleSet of [update.defaultRuleSet, update.overrideRuleSet]) {
    if (ruleSet) validateRuleSet(ruleSet)
  }
  checkWritable(await modeInScope(change, subject), subject)
  const { settings } = change.store
  const config = updateConfig((await settings.config(subject)) ?? {}, update)
  await settings.putConfig(subject, config)
  return config
}

/** Removes the config and gives what it was. 40401 where there is none. */
export async function removeConfig(change: Change, subject: Subject): Promise<EffectiveConfig> {
  const own = await change.store.settings.config(subject)
  if (!own && !isTopLevel(subject)) throw subjectNotFound(subject)
  checkWritable(await modeInScope(change, subject), subject)
  await change.store.settings.removeConfig(subject)
  return withLevel(change, own ?? {})
}

export async function readMode(
  work: Work,
  subject: Subject,
  { defaultToGlobal }: ScopeOptions,
): Promise<Mode> {
  if (defaultToGlobal) return modeInScope(work, subject)
  const own = await work.store.settings.mode(subject)
  if (!own && !isTopLevel(subject)) throw subjectModeNotFound(subject)
  return own ?? 'READWRITE'
}

export interface ModeOptions {
  /** Switch to IMPORT whatever there is. */
  readonly force: boolean
}

/**
 * Sets the mode, or clears it (null). Importing takes a scope without schemas: softly deleted ones
 * in it are removed for good, others refuse it with 42205, unless forced.
 */
export async function changeMode(
  change: Change,
  subject: Subject,
  mode: Mode | null,
  { force }: ModeOptions,
): Promise<void> {
  if (mode === 'FORWARD' && subject.context !== GLOBAL_CONTEXT) {
    throw invalidMode('Forward mode only supported on global level')
  }
  checkMutable(change)
  if (mode === null) return change.store.settings.removeMode(subject)
  if (mode === 'IMPORT' && !force && (await modeInScope(change, subject)) !== 'IMPORT') {
    await clearForImport(change, subject)
  }
  await change.store.settings.putMode(subject, mode)
}

async function clearForImport(change: Change, subject: Subject): Promise<void> {
  const rows = await versionsInScope(change, subject)
  if (rows.some((row) => !row.deleted)) {
    throw operationNotPermitted('Cannot import since found existing subjects')
  }
  await purge(change, rows)
}

/** The registry's mode covers every context, a context's all subjects in it. */
function versionsInScope({ store }: Change, subject: Subject): Promise<StoredVersion[]> {
  if (subject.name !== '') return store.versions.of(subject)
  const everywhere = isTopLevel(subject)
  return store.versions.matching(everywhere ? EVERY_SUBJECT : wholeContext(subject.context))
}

export interface RemoveModeOptions {
  /** Remove the modes of all subjects in the context as well. */
  readonly recursive: boolean
}

/** Removes the mode and gives what it was, if it was set. 40401 where there is none to remove. */
export async function removeMode(
  change: Change,
  subject: Subject,
  { recursive }: RemoveModeOptions,
): Promise<Mode | undefined> {
  checkMutable(change)
  const own = await change.store.settings.mode(subject)
  const mode = own ?? (isTopLevel(subject) ? 'READWRITE' : undefined)
  if (!mode && !recursive) throw subjectNotFound(subject)
  await change.store.settings.removeMode(subject)
  if (recursive && subject.name === '') await change.store.settings.removeModes(subject.context)
  return mode
}

function checkMutable({ options }: Change): void {
  if (!options.modeMutability) throw operationNotPermitted('Mode changes are not allowed')
}
