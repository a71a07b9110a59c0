/*
 * Terminology, used in code, SQL, API and documents alike:
 *
 * subject     the name schemas are versioned under, within a context
 * version     number of a schema within its subject, from 1; `latest` is a request, not a version
 * schema id   number of a schema within its context; every Kafka record carries it
 * guid        identity of a schema's content, the same in every context
 * reference   a named type that a schema borrows from a version of another subject
 * context     namespace of subjects and of schema ids; `.` is the default one
 * config      compatibility level and the other settings of a subject, a context or the registry
 * mode        what may be written: READWRITE, READONLY, IMPORT, FORWARD
 */
import type { SchemaReference } from '@magicbyte/avro'
import type { Metadata } from './metadata.ts'
import type { RuleSet } from './rule-set.ts'

export type Context = string

/** On the wire `orders-value`, or `:.eu:orders-value` outside the default context. */
export interface Subject {
  readonly context: Context
  /** Empty where the subject stands for its whole context. */
  readonly name: string
}

export type SchemaId = number

export type Version = number

/** What makes a schema this schema: two with equal content share id and guid. */
export interface SchemaContent {
  /** The canonical string. */
  readonly text: string
  /** Subjects as written by the caller; an unqualified one lies in the referrer's context. */
  readonly references: readonly SchemaReference[]
  readonly metadata?: Metadata
  readonly ruleSet?: RuleSet
}

/** A schema as it is stored under its id. */
export interface StoredSchema extends SchemaContent {
  readonly context: Context
  readonly id: SchemaId
  readonly guid: string
}

/** A version of a subject and the schema it stands for. */
export interface SchemaVersion {
  readonly subject: Subject
  readonly version: Version
  readonly deleted: boolean
  /** When it was registered: milliseconds since 1970. */
  readonly timestamp: number
  readonly schema: StoredSchema
}

/** A version without its schema's content. */
export interface VersionKey {
  readonly subject: Subject
  readonly version: Version
  readonly id: SchemaId
  readonly deleted: boolean
}

/** A reference to a version, with the subject it means. */
export interface ReferenceTarget {
  readonly subject: Subject
  readonly version: Version
}
