import type { Metadata, Rule, RuleSet, SchemaContent, SchemaReference } from './content.ts'
import { hex } from './fingerprint.ts'
import { md5 } from './md5.ts'

/**
 * The 16 bytes by which Confluent tells registered schemas apart: the MD5 digest of the parts of
 * the content one after the other, absent ones left out, sets and keys sorted.
 */
export function contentHash({ schema, references, metadata, ruleSet }: SchemaContent): Uint8Array {
  const parts: Part[] = [schema]
  for (const reference of references ?? []) addReference(parts, reference)
  if (metadata) addMetadata(parts, metadata)
  if (ruleSet) addRuleSet(parts, ruleSet)
  return md5(joined(parts))
}

/** The content hash written as a UUID: Confluent's `guid`. */
export function guid(content: SchemaContent): string {
  return hex(contentHash(content)).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** A text stands for its UTF-8 bytes. */
type Part = string | Uint8Array | null | undefined

const PRESENT = Uint8Array.of(1)
const ENCODER = new TextEncoder()

function addReference(parts: Part[], { name, subject, version }: SchemaReference): void {
  const number = new Uint8Array(4)
  new DataView(number.buffer).setInt32(0, version)
  parts.push(name, subject, number)
}

function addMetadata(parts: Part[], { tags, properties, sensitive }: Metadata): void {
  parts.push(PRESENT)
  for (const [path, pathTags] of sortedEntries(tags)) parts.push(path, ...sortedSet(pathTags))
  for (const [key, value] of sortedEntries(properties)) parts.push(key, value)
  parts.push(...sortedSet(sensitive))
}

function addRuleSet(parts: Part[], ruleSet: RuleSet): void {
  parts.push(PRESENT)
  for (const rule of ruleSet.migrationRules ?? []) addRule(parts, rule)
  for (const rule of ruleSet.domainRules ?? []) addRule(parts, rule)
  for (const rule of ruleSet.encodingRules ?? []) addRule(parts, rule)
  parts.push(ruleSet.enableAt)
}

function addRule(parts: Part[], rule: Rule): void {
  parts.push(rule.name, rule.doc, rule.kind, rule.mode, rule.type, ...sortedSet(rule.tags))
  for (const [key, value] of sortedEntries(rule.params)) parts.push(key, value)
  parts.push(rule.expr, rule.onSuccess, rule.onFailure)
  if (rule.disabled) parts.push(PRESENT)
}

function sortedSet(values: readonly string[] | null | undefined): readonly string[] {
  return [...new Set(values)].sort()
}

function sortedEntries<T>(record: Readonly<Record<string, T>> | null | undefined): [string, T][] {
  return Object.entries(record ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
}

function joined(parts: readonly Part[]): Uint8Array {
  const chunks = parts.map((part) => (typeof part === 'string' ? ENCODER.encode(part) : part))
  const [first] = chunks
  if (first && chunks.length === 1) return first
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + (chunk?.length ?? 0), 0))
  let at = 0
  for (const chunk of chunks) {
    if (!chunk) continue
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
