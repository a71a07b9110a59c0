/** A JSON value as it stood in a text: key order, number lexemes and positions are kept. */
export type Json = JsonNull | JsonBoolean | JsonNumber | JsonString | JsonArray | JsonObject

interface JsonBase {
  /** Offset of the value's first character in its text, in UTF-16 code units. */
  readonly at: number
}

/** The word `null`. */
export interface JsonNull extends JsonBase {
  readonly kind: 'null'
}

/** The word `true` or `false`. */
export interface JsonBoolean extends JsonBase {
  readonly kind: 'boolean'
  readonly value: boolean
}

/** A number, not yet read as one. */
export interface JsonNumber extends JsonBase {
  readonly kind: 'number'
  /**
   * The number as written, so that 64-bit integers and `1.0` survive; `Number(lexeme)` is its
   * value. `NaN`, `Infinity` or `-Infinity` where a float or double field has such a text as its
   * default.
   */
  readonly lexeme: string
}

/** A string without its quotes and escapes. */
export interface JsonString extends JsonBase {
  readonly kind: 'string'
  readonly value: string
}

/** A list of values. */
export interface JsonArray extends JsonBase {
  readonly kind: 'array'
  readonly items: readonly Json[]
}

/** Values by keys. */
export interface JsonObject extends JsonBase {
  readonly kind: 'object'
  /** Members in the order of their first occurrence; of a repeated key the last value counts. */
  readonly members: ReadonlyMap<string, Json>
}
