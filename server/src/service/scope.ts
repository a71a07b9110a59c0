import { type Config, inheritConfig } from '../core/config.ts'
import type { Mode } from '../core/mode.ts'
import {
  contextSubject,
  DEFAULT_CONTEXT_SUBJECT,
  GLOBAL_SUBJECT,
  parseSubject,
  sameSubject,
} from '../core/subject.ts'
import type { Subject } from '../core/types.ts'
import type { Work } from './work.ts'

/** A config that says which level holds. */
export type EffectiveConfig = Config & Required<Pick<Config, 'compatibilityLevel'>>

/**
 * The config that holds for the subject: its own entry filled up from the default context's, else
 * its context's entry, else the global context's, else the server's default. An entry without a
 * level takes the server's default level, not the one configured for everybody. Source: Confluent's
 * getConfigInScope.
 */
export async function configInScope(work: Work, subject: Subject): Promise<EffectiveConfig> {
  const { settings } = work.store
  const own = subject.name === '' ? undefined : await settings.config(subject)
  if (own) {
    return withLevel(
      work,
      inheritConfig(own, (await settings.config(DEFAULT_CONTEXT_SUBJECT)) ?? {}),
    )
  }
  const entry =
    (await settings.config(contextSubject(subject.context))) ??
    (await settings.config(GLOBAL_SUBJECT))
  return withLevel(work, entry ?? {})
}

export function withLevel({ options }: Work, config: Config): EffectiveConfig {
  return { ...config, compatibilityLevel: config.compatibilityLevel ?? options.compatibilityLevel }
}

/** The mode that holds for the subject: its own, its context's, the global context's, READWRITE. */
export async function modeInScope({ store }: Work, subject: Subject): Promise<Mode> {
  return (
    (await store.settings.mode(subject)) ??
    (await store.settings.mode(contextSubject(subject.context))) ??
    (await store.settings.mode(GLOBAL_SUBJECT)) ??
    'READWRITE'
  )
}

/** The subject behind an alias: one hop, an unqualified alias stays in the alias's context. */
export async function resolveAlias({ store }: Work, subject: Subject): Promise<Subject> {
  if (sameSubject(subject, DEFAULT_CONTEXT_SUBJECT)) return subject
  const alias = await store.settings.alias(subject)
  return alias ? parseSubject(alias, subject.context) : subject
}
