/** The kinds of changes that a comparison of schemas knows. */
export type ChangeKind =
  | 'SCHEMA_ADDED'
  | 'SCHEMA_REMOVED'
  | 'ROOT_CHANGED'
  | 'TYPE_ADDED'
  | 'TYPE_REMOVED'
  | 'TYPE_RENAMED'
  | 'TYPE_KIND_CHANGED'
  | 'FIELD_ADDED'
  | 'FIELD_REMOVED'
  | 'FIELD_RENAMED'
  | 'FIELD_TYPE_CHANGED'
  | 'FIELD_DEFAULT_ADDED'
  | 'FIELD_DEFAULT_REMOVED'
  | 'FIELD_DEFAULT_CHANGED'
  | 'FIELD_ORDER_CHANGED'
  | 'FIELDS_REORDERED'
  | 'SYMBOL_ADDED'
  | 'SYMBOL_REMOVED'
  | 'SYMBOLS_REORDERED'
  | 'ENUM_DEFAULT_CHANGED'
  | 'FIXED_SIZE_CHANGED'
  | 'LOGICAL_TYPE_CHANGED'
  | 'DOC_CHANGED'
  | 'ALIASES_CHANGED'
  | 'PROPERTY_CHANGED'

/** A way in which a change breaks readers; whatever breaks either breaks `FULL`. */
export type Breakage = 'BACKWARD' | 'FORWARD'

/** One difference in what two schemas mean. */
export interface Change {
  readonly kind: ChangeKind
  /** What it is about: a full name, and after a dot a field or a symbol. */
  readonly subject: string
  /** What was and what is. */
  readonly message: string
  /** Which of the levels it breaks by itself; none if it is safe. */
  readonly breaks: readonly Breakage[]
  /** Offset in the old schema's text. */
  readonly oldAt?: number
  /** Offset in the new schema's text. */
  readonly newAt?: number
}
