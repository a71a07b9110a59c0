import type { SettingName } from './settings.ts'

/** Where a value comes from. */
export type Origin =
  | { readonly kind: 'flag' | 'environment'; readonly name: string }
  | { readonly kind: 'file'; readonly name: string; readonly path: string; readonly line: number }
  | { readonly kind: 'default' }

/** A value as it was given, not yet checked. */
export interface GivenValue {
  readonly value: unknown
  readonly origin: Exclude<Origin, { kind: 'default' }>
}

/** What one source gives under our own names and under Confluent's property names. */
export interface Source {
  readonly own: ReadonlyMap<SettingName, GivenValue>
  readonly properties: ReadonlyMap<string, GivenValue>
}

/** What there is to tell about the sources, gathered while they are read. */
export interface Findings {
  /** Sentences about what must be mended before the server can start. */
  readonly problems: string[]
  /** Sentences about what has not the effect that its author may expect. */
  readonly warnings: string[]
  /** Sentences worth knowing, nothing to mend. */
  readonly notes: string[]
}

/** A place as people read it, such as `environment MAGICBYTE_PORT` or `file app.yaml:3`. */
export function formatOrigin(origin: Origin): string {
  switch (origin.kind) {
    case 'default':
      return 'default'
    case 'file':
      return `file ${origin.path}:${origin.line}`
    default:
      return `${origin.kind} ${origin.name}`
  }
}

/** A name or value from outside between quotes, without control characters, cut when long. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text)
}
