/** The logical types that are honoured, and what they are for. */
export const LOGICAL_TYPES: ReadonlyMap<string, string> = new Map([
  ['big-decimal', 'bytes'],
  ['date', 'int'],
  ['decimal', 'bytes or fixed with a precision that fits and a scale up to it'],
  ['duration', 'fixed of 12 bytes'],
  ['local-timestamp-micros', 'long'],
  ['local-timestamp-millis', 'long'],
  ['local-timestamp-nanos', 'long'],
  ['map', 'an array of records of key and value'],
  ['time-micros', 'long'],
  ['time-millis', 'int'],
  ['timestamp-micros', 'long'],
  ['timestamp-millis', 'long'],
  ['timestamp-nanos', 'long'],
  ['uuid', 'string or fixed of 16 bytes'],
  ['variant', 'a record of metadata and value'],
])
