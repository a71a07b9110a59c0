import type { StoredSchema } from '../cache/registered-schema.ts'

/** Which schema a part of a record was written with. */
export interface SchemaInfo {
  /** Undefined where the record names it by its guid. */
  readonly id: number | undefined
  readonly guid: string | undefined
  /** A subject that has it, as far as the registry says so. */
  readonly subject: string | undefined
  readonly version: number | undefined
}

/** What is told about a schema with what was written with it. */
export function schemaInfo({ id, guid, subject, version }: StoredSchema): SchemaInfo {
  return { id, guid, subject, version }
}
