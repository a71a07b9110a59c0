import type { ReferenceWish } from './reference-wish.ts'
import type { ConfigWish } from './state-file.ts'

/** What is to be done to a registry, in this order. */
export interface Plan {
  readonly planVersion: 1
  /** The URL of the registry, without credentials. */
  readonly registry: string
  /** Fingerprints of what the plan was made from, by target. */
  readonly seen: Readonly<Record<string, string>>
  readonly actions: readonly Action[]
}

/** One change. `target` is `''` for the whole, `:.NAME:` for a context, or a subject. */
export type Action = ConfigAction | ModeAction | RegisterAction | DeleteAction

/** Settings that are another now. */
export interface ConfigAction {
  readonly kind: 'config'
  readonly target: string
  readonly config: ConfigWish
  readonly reason: string
}

/** A mode that is another now. */
export interface ModeAction {
  readonly kind: 'mode'
  readonly target: string
  readonly mode: string
  readonly reason: string
}

/** A schema that is no version of its subject yet. */
export interface RegisterAction {
  readonly kind: 'register'
  readonly target: string
  readonly schema: string
  readonly references: readonly ReferenceWish[]
  readonly normalize: boolean
  /** Where the schema comes from. */
  readonly file: string
  readonly reason: string
}

/** A subject within the scope that nobody wants. It is deleted softly. */
export interface DeleteAction {
  readonly kind: 'delete'
  readonly target: string
  readonly reason: string
}
