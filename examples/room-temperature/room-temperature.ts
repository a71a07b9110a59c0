import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AvroType, typedSchema } from '@magicbyte/avro'

/** One reading of the thermometer in a room, as `schemas/room-temperature/1.avsc` declares it. */
export interface RoomTemperature {
  room: string
  measuredAt: Date
  celsius: number
}

/** The same in the second version. */
export interface RoomClimate extends RoomTemperature {
  /** Relative, in percent; null where the sensor has none. */
  humidity: number | null
}

/** The first version of the schema. */
export const roomTemperature: AvroType<RoomTemperature> = typedSchema(readSchema('1.avsc'))
/** The second version of the schema. */
export const roomClimate: AvroType<RoomClimate> = typedSchema(readSchema('2.avsc'))

function readSchema(file: string): string {
  const folder = join(import.meta.dirname, '..', '..', 'schemas', 'room-temperature')
  return readFileSync(join(folder, file), 'utf8')
}
