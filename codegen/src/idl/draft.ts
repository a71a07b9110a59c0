import type { Json } from '@magicbyte/avro'
import type { ProblemList, SourceFile, Span } from './problem.ts'

/**
 * A JSON value that is going to be written, in which named types are named only and every part
 * knows the place it comes from.
 */
export type Draft = JsonDraft | ReferenceDraft | ObjectDraft | ListDraft

interface DraftBase {
  readonly source: SourceFile
  readonly span: Span
}

/** A value as it stands in a text; `json.at` is an offset in the source. */
export interface JsonDraft extends DraftBase {
  readonly kind: 'json'
  readonly json: Json
}

/** The use of a named type. */
export interface ReferenceDraft extends DraftBase {
  readonly kind: 'reference'
  /** Full names it may mean, the first that exists counts. */
  readonly names: readonly string[]
  /** A hint if none exists. */
  readonly hint?: string
}

/** An object whose keys are not repeated. */
export interface ObjectDraft extends DraftBase {
  readonly kind: 'object'
  readonly members: readonly DraftMember[]
}

/** A list. */
export interface ListDraft extends DraftBase {
  readonly kind: 'list'
  readonly items: readonly Draft[]
}

/** A key with its value. */
export type DraftMember = readonly [key: string, value: Draft]

/** The definition of a named type. */
export interface Definition {
  readonly fullName: string
  readonly name: string
  /** Empty for the null namespace. */
  readonly namespace: string
  readonly type: 'record' | 'error' | 'enum' | 'fixed'
  /** All but type, name and namespace. */
  readonly members: readonly DraftMember[]
  /** Documentation of symbols, which schemas have no place for. */
  readonly symbolDocs: ReadonlyMap<string, string>
  readonly source: SourceFile
  /** The whole definition. */
  readonly span: Span
  readonly nameSpan: Span
}

/** A message of a protocol. */
export interface MessageDraft {
  readonly name: string
  readonly nameSpan: Span
  readonly source: SourceFile
  readonly members: readonly DraftMember[]
}

/** What the declarations of a file are added to. */
export interface DraftContext {
  readonly source: SourceFile
  readonly problems: ProblemList
  define(definition: Definition): void
}

/** A text that does not stand in the source as it is, but comes from a part of it. */
export function textDraft(source: SourceFile, span: Span, value: string): JsonDraft {
  return { kind: 'json', source, span, json: { kind: 'string', at: span.offset, value } }
}

/** A number that comes from a part of the source. */
export function numberDraft(source: SourceFile, span: Span, lexeme: string): JsonDraft {
  return { kind: 'json', source, span, json: { kind: 'number', at: span.offset, lexeme } }
}

/** A JSON value of the source. */
export function jsonDraft(source: SourceFile, json: Json): JsonDraft {
  return { kind: 'json', source, span: spanOfJson(source, json.at), json }
}

/** The part of a text that a value beginning there fills; of lists and objects the bracket. */
export function spanOfJson({ text }: SourceFile, offset: number): Span {
  SCALAR.lastIndex = offset
  const length = SCALAR.exec(text)?.[0].length ?? 1
  return { offset, end: Math.min(offset + length, Math.max(text.length, offset)) }
}

/** Namespace and name joined by a dot. */
export function joinName(name: string, namespace: string): string {
  return namespace === '' ? name : `${namespace}.${name}`
}

/** Splits at the last dot; without one the namespace is the one given. */
export function splitName(name: string, namespace: string): { name: string; namespace: string } {
  const dot = name.lastIndexOf('.')
  return dot < 0
    ? { name, namespace }
    : { name: name.slice(dot + 1), namespace: name.slice(0, dot) }
}

const SCALAR = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^\s[\]{}(),;:"']+/y
