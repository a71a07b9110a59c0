/** What texts may be besides texts. */
export type TextFormat = 'uuid' | 'date' | 'timestamp'

/** The formats that a text has among those that all texts before it have; all if there is none. */
export function textFormatsOf(
  text: string,
  before: ReadonlySet<TextFormat> | undefined,
): ReadonlySet<TextFormat> {
  const candidates = before ?? new Set(TESTS.keys())
  return new Set([...candidates].filter((format) => TESTS.get(format)?.(text) === true))
}

const TESTS: ReadonlyMap<TextFormat, (text: string) => boolean> = new Map([
  ['uuid', (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)],
  ['date', isDate],
  [
    'timestamp',
    (text) =>
      /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
      !Number.isNaN(Date.parse(text)),
  ],
])

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
