import type { Context, Subject } from './types.ts'

export const DEFAULT_CONTEXT: Context = '.'

/** Holds the config and mode that every context falls back to, and never a schema. */
export const GLOBAL_CONTEXT: Context = '.__GLOBAL'

/** The key of the default context's own config and mode. */
export const DEFAULT_CONTEXT_SUBJECT: Subject = { context: DEFAULT_CONTEXT, name: '' }

export const GLOBAL_SUBJECT: Subject = { context: GLOBAL_CONTEXT, name: '' }

/**
 * Reads `:.context:name`, or a bare name, which belongs to `context`. `:.context` is the context's
 * empty subject; a name that starts with another colon is an ordinary one.
 */
export function parseSubject(text: string, context: Context = DEFAULT_CONTEXT): Subject {
  if (!text.startsWith(':.')) return { context, name: text }
  const end = text.indexOf(':', 1)
  if (end === -1) return { context: text.slice(1), name: '' }
  return { context: text.slice(1, end), name: text.slice(end + 1) }
}

/**
 * The subject as the API writes it: qualified unless it lies in the default context and its name
 * alone leads there.
 */
export function formatSubject({ context, name }: Subject): string {
  const bare = context === DEFAULT_CONTEXT && !name.startsWith(':.')
  return bare ? name : `:${context}:${name}`
}

/** The context as Confluent's messages print it: `:.eu:`, and nothing for the default one. */
export function formatContext(context: Context): string {
  return context === DEFAULT_CONTEXT ? '' : `:${context}:`
}

export function sameSubject(a: Subject, b: Subject): boolean {
  return a.name === b.name && a.context === b.context
}

/** The subject that config and mode of the whole context are kept under. */
export function contextSubject(context: Context): Subject {
  return { context, name: '' }
}

/** May schemas be registered under it? Source: Confluent's QualifiedSubject. */
export function isValidSubject(subject: Subject, { rejectEmpty = false } = {}): boolean {
  if (subject.context === GLOBAL_CONTEXT) return false
  return isValidSettingsSubject(subject) && !(rejectEmpty && subject.name === '')
}

/** May config and mode be kept under it? The global context may, beyond what a schema may. */
export function isValidSettingsSubject({ context, name }: Subject): boolean {
  return name !== '__GLOBAL' && name !== '__EMPTY' && !hasControl(name) && !hasControl(context)
}

/** Java's ISO control characters: C0, DEL and C1. */
export function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return true
  }
  return false
}

/** A filter on qualified subject names, as `subjectPrefix` gives it. */
export interface SubjectPrefix {
  /** Beginnings of the context's name; absent: any. */
  readonly context?: { readonly name: string; readonly whole: boolean }
  readonly name: string
}

/**
 * `:*:x` is the prefix x in every context, `:.eu:x` in that one, `:.e` every subject of the
 * contexts that begin so, anything else a prefix in the default context.
 */
export function parseSubjectPrefix(text: string): SubjectPrefix {
  if (text.startsWith(':*:')) return { name: text.slice(3) }
  if (text.startsWith(':.') && !text.includes(':', 1)) {
    return { context: { name: text.slice(1), whole: false }, name: '' }
  }
  const { context, name } = parseSubject(text)
  return { context: { name: context, whole: true }, name }
}

/** All subjects of the context. */
export function wholeContext(context: Context): SubjectPrefix {
  return { context: { name: context, whole: true }, name: '' }
}

export const EVERY_SUBJECT: SubjectPrefix = { name: '' }

/** The order of lists: by UTF-16 code unit on the text the API shows. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
