/** What a step of a case expects of an answer. All members are optional. */
export interface Expectation {
  readonly status?: number | readonly number[]
  readonly error_code?: number | readonly number[]
  /** The JSON body, wholly. */
  readonly body_equals?: unknown
  /** The items of a JSON array in any order. */
  readonly body_set_equals?: readonly unknown[]
  /** Members of the JSON body, or parts of its text. */
  readonly body_contains?: unknown
  readonly text_equals?: string
  /** The body as a JSON value, wholly. */
  readonly json_text_equals?: unknown
  /** Parts of header values. */
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer as it came. */
export interface Answer {
  readonly status: number
  readonly text: string
  /** Absent when the text is no JSON. */
  readonly json: unknown
  readonly headers: Headers
}

/** What of the expectation the answer does not meet; empty when it meets all. */
export function unmet(expected: Expectation, answer: Answer): string[] {
  return [
    ...oneOf('status', expected.status, answer.status),
    ...oneOf('error_code', expected.error_code, member(answer.json, 'error_code')),
    ...('body_equals' in expected ? compare(expected.body_equals, answer.json, EXACT) : []),
    ...('json_text_equals' in expected
      ? compare(expected.json_text_equals, answer.json, EXACT)
      : []),
    ...sameSet(expected.body_set_equals, answer.json),
    ...('body_contains' in expected ? contains(expected.body_contains, answer) : []),
    ...(expected.text_equals === undefined || expected.text_equals === answer.text
      ? []
      : [`text: expected ${show(expected.text_equals)}, got ${show(answer.text)}`]),
    ...Object.entries(expected.headers ?? {}).flatMap(([name, part]) =>
      answer.headers.get(name)?.includes(part)
        ? []
        : [`header ${name}: expected ${part} in ${show(answer.headers.get(name))}`],
    ),
  ]
}

interface Comparison {
  /** Nothing beside what is expected. */
  readonly exact: boolean
  readonly path: string
}

const EXACT: Comparison = { exact: true, path: 'body' }
const SUBSET: Comparison = { exact: false, path: 'body' }

function oneOf(
  name: string,
  expected: number | readonly number[] | undefined,
  got: unknown,
): string[] {
  if (expected === undefined) return []
  const accepted: readonly unknown[] = typeof expected === 'number' ? [expected] : expected
  return accepted.includes(got)
    ? []
    : [`${name}: expected ${accepted.join(' or ')}, got ${show(got)}`]
}

function sameSet(expected: readonly unknown[] | undefined, got: unknown): string[] {
  if (!expected) return []
  if (!Array.isArray(got) || got.length !== expected.length) {
    return [`body: expected ${show(expected)} in any order, got ${show(got)}`]
  }
  return compare(expected, got, SUBSET)
}

function contains(expected: unknown, answer: Answer): string[] {
  const parts = textParts(expected, answer)
  if (!parts) return compare(expected, answer.json, SUBSET)
  return parts.flatMap((part) => (answer.text.includes(part) ? [] : [`body lacks ${show(part)}`]))
}

/** Text, or a list of texts where the body is no list, is looked for in the body as it stands. */
function textParts(expected: unknown, { json }: Answer): string[] | undefined {
  if (typeof expected === 'string' && !expected.startsWith('$')) return [expected]
  const texts =
    Array.isArray(expected) && expected.length > 0 && expected.every((e) => typeof e === 'string')
  return texts && !Array.isArray(json) ? (expected as string[]) : undefined
}

function compare(expected: unknown, got: unknown, how: Comparison): string[] {
  const pattern = typeof expected === 'string' ? comparePattern(expected, got, how) : undefined
  if (pattern) return pattern
  if (Array.isArray(expected)) return compareLists(expected, got, how)
  if (isObject(expected)) return compareObjects(expected, got, how)
  return Object.is(expected, got) ? [] : [mismatch(expected, got, how)]
}

/** Expectations that begin with a dollar sign stand for a kind of value. */
function comparePattern(expected: string, got: unknown, how: Comparison): string[] | undefined {
  const met = (ok: boolean) => (ok ? [] : [mismatch(expected, got, how)])
  if (expected === '$any') return met(got !== undefined && got !== null)
  if (expected === '$absent') return met(got === undefined || got === null)
  if (expected.startsWith('$re:')) {
    return met(typeof got === 'string' && new RegExp(expected.slice(4)).test(got))
  }
  if (expected.startsWith('$len:')) {
    return met(Array.isArray(got) && got.length === Number(expected.slice(5)))
  }
  if (expected.startsWith('$json:')) {
    const json = typeof got === 'string' ? parseJson(got) : undefined
    return compare(JSON.parse(expected.slice(6)), json, { ...how, exact: true })
  }
  return undefined
}

function compareLists(expected: readonly unknown[], got: unknown, how: Comparison): string[] {
  if (!Array.isArray(got)) return [mismatch(expected, got, how)]
  if (!how.exact) {
    return expected
      .filter((item) => !got.some((other) => compare(item, other, how).length === 0))
      .map((item) => `${how.path}: nothing like ${show(item)} in ${show(got)}`)
  }
  if (expected.length !== got.length) return [mismatch(expected, got, how)]
  return expected.flatMap((item, i) => compare(item, got[i], below(how, `[${i}]`)))
}

function compareObjects(
  expected: Record<string, unknown>,
  got: unknown,
  how: Comparison,
): string[] {
  if (!isObject(got)) return [mismatch(expected, got, how)]
  const extra = how.exact ? Object.keys(got).filter((key) => !Object.hasOwn(expected, key)) : []
  return [
    ...extra.map((key) => `${how.path}.${key}: not expected, got ${show(got[key])}`),
    ...Object.keys(expected).flatMap((key) =>
      compare(expected[key], got[key], below(how, `.${key}`)),
    ),
  ]
}

function below({ exact, path }: Comparison, step: string): Comparison {
  return { exact, path: path + step }
}

function mismatch(expected: unknown, got: unknown, { path }: Comparison): string {
  return `${path}: expected ${show(expected)}, got ${show(got)}`
}

function member(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Absent when the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 400 ? `${text.slice(0, 400)}…` : text
}
