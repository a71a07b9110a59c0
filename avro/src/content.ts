/** Where a schema finds types it does not define. */
export interface SchemaReference {
  readonly name: string
  readonly subject: string
  readonly version: number
}

/** What is recorded about a schema. In all these types null means the same as absent. */
export interface Metadata {
  /** Tags by the path of what they are about. */
  readonly tags?: Readonly<Record<string, readonly string[]>> | null
  readonly properties?: Readonly<Record<string, string>> | null
  /** Names of the properties to keep secret. */
  readonly sensitive?: readonly string[] | null
}

/** The data contract of a schema. */
export interface RuleSet {
  readonly migrationRules?: readonly Rule[] | null
  readonly domainRules?: readonly Rule[] | null
  readonly encodingRules?: readonly Rule[] | null
  readonly enableAt?: string | null
}

/** A rule of a data contract, as clients apply it. */
export interface Rule {
  readonly name?: string | null
  readonly doc?: string | null
  readonly kind?: string | null
  readonly mode?: string | null
  readonly type?: string | null
  readonly tags?: readonly string[] | null
  readonly params?: Readonly<Record<string, string>> | null
  readonly expr?: string | null
  readonly onSuccess?: string | null
  readonly onFailure?: string | null
  readonly disabled?: boolean | null
}

/** What makes a registered schema the one it is, under whatever subjects and ids. */
export interface SchemaContent {
  /** The canonical string. */
  readonly schema: string
  readonly references?: readonly SchemaReference[] | null
  readonly metadata?: Metadata | null
  readonly ruleSet?: RuleSet | null
}
