import { NO_PROPS } from './attributes.ts'
import { splitName } from './names.ts'
import type { RecordSchema, Schema, Source } from './schema.ts'

/**
 * What stands for a type that is used before its definition ended. As in Avro Java it is a record
 * without fields until the type takes its place.
 */
export interface StandIn extends RecordSchema {
  readonly fields: readonly never[]
}

/** A new stand-in for the type of this full name. */
export function standInFor(fullName: string, source: Source, at: number): StandIn {
  const { name, namespace } = splitName(fullName, '')
  return {
    type: 'record',
    fullName,
    name,
    namespace,
    aliases: NOTHING,
    isError: false,
    fields: NOTHING,
    props: NO_PROPS,
    source,
    at,
  }
}

/** Whether a node only stands for a type. */
export function isStandIn(schema: Schema): schema is StandIn {
  return schema.type === 'record' && schema.fields === NOTHING
}

/** Its identity marks the stand-ins. */
const NOTHING: readonly never[] = []
