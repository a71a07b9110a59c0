import { compareText } from './subject.ts'

/** What is recorded about a schema, part of its identity. */
export interface Metadata {
  /** Tags by the path of what they are about. */
  readonly tags?: Readonly<Record<string, readonly string[]>>
  readonly properties?: Readonly<Record<string, string>>
  /** Names of the properties to keep secret. */
  readonly sensitive?: readonly string[]
}

/** Metadata property that pins a schema to its version number. */
export const VERSION_PROPERTY = 'confluent:version'

/** Metadata property that lists, by commas, the names of fields that may not be used. */
export const RESERVED_PROPERTY = 'confluent:reserved'

/**
 * Metadata as it is stored, hashed and shown: keys and sets in the order of UTF-16 code units,
 * empty members left out.
 */
export function tidyMetadata({ tags, properties, sensitive }: Metadata): Metadata {
  return {
    ...(isEmpty(tags) ? {} : { tags: sortedEntries(tags, sortedSet) }),
    ...(isEmpty(properties) ? {} : { properties: sortedEntries(properties, (value) => value) }),
    ...(sensitive && sensitive.length > 0 ? { sensitive: sortedSet(sensitive) } : {}),
  }
}

/** What `newer` says counts key by key; sensitive names add up. */
export function mergeMetadata(
  older: Metadata | undefined,
  newer: Metadata | undefined,
): Metadata | undefined {
  if (!older) return newer
  if (!newer) return older
  return tidyMetadata({
    tags: { ...older.tags, ...newer.tags },
    properties: { ...older.properties, ...newer.properties },
    sensitive: [...(older.sensitive ?? []), ...(newer.sensitive ?? [])],
  })
}

export function metadataProperty(metadata: Metadata | undefined, key: string): string | undefined {
  const properties = metadata?.properties
  return properties && Object.hasOwn(properties, key) ? properties[key] : undefined
}

export function withProperty(metadata: Metadata | undefined, key: string, value: string): Metadata {
  return tidyMetadata({ ...metadata, properties: { ...metadata?.properties, [key]: value } })
}

/** Absent when nothing else is left, so that none and only this property compare as equal. */
export function withoutProperty(metadata: Metadata | undefined, key: string): Metadata | undefined {
  if (!metadata) return undefined
  const rest = Object.entries(metadata.properties ?? {}).filter(([name]) => name !== key)
  const tidy = tidyMetadata({ ...metadata, properties: Object.fromEntries(rest) })
  return Object.keys(tidy).length === 0 ? undefined : tidy
}

export function sameMetadata(a: Metadata | undefined, b: Metadata | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b))
}

function isEmpty<T>(record: Readonly<Record<string, T>> | undefined): record is undefined {
  return record === undefined || Object.keys(record).length === 0
}

/** Object.fromEntries, unlike assignment, makes `__proto__` a key like any other. */
function sortedEntries<T>(
  record: Readonly<Record<string, T>>,
  convert: (value: T) => T,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record)
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, value]) => [key, convert(value)]),
  )
}

function sortedSet(items: readonly string[]): string[] {
  return [...new Set(items)].sort(compareText)
}
