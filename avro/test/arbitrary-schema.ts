import fc from 'fast-check'
import { nodeMapping, type ValueMapping } from '../src/codec/value-mapping.ts'
import { type CodecOptions, type Schema, unionShape, valueMapping } from '../src/index.ts'

/** A schema as it stands in a text, before it is read. */
type SchemaJson = string | SchemaJson[] | { readonly [attribute: string]: unknown }

/** What the schemas that are generated may hold. */
export interface SchemaLimits {
  /** How many more types a type may lie within. */
  readonly depth: number
  readonly logicalTypes: boolean
  /** Whether fields, symbols and keys have names that every object has members of. */
  readonly oddNames: boolean
}

/**
 * Schemas that Avro takes: all types, types with names used again and within themselves, unions
 * without two branches of a kind.
 */
export function arbitrarySchema(limits: SchemaLimits): fc.Arbitrary<SchemaJson> {
  return plans(limits).map((plan) => {
    const naming: Naming = { known: [], open: [], next: 0, oddNames: limits.oddNames }
    return built(plan, naming)
  })
}

/** Values of a schema in the shape that options give them. */
export function arbitraryValue(
  schema: Schema,
  options: CodecOptions,
  limits: ValueLimits = {},
): fc.Arbitrary<unknown> {
  return valuesOf(schema, { mapping: valueMapping(options), depth: 5, limits, tag: undefined })
}

/** What values are kept to where another library knows no others. */
export interface ValueLimits {
  readonly minLong?: bigint
  readonly maxLong?: bigint
  /** Of maps. */
  readonly usualKeys?: boolean
}

/** What is going to be a schema; names are given afterwards. */
type Plan =
  | { readonly kind: 'leaf'; readonly schema: SchemaJson }
  | { readonly kind: 'enum'; readonly symbols: readonly string[] }
  | { readonly kind: 'fixed'; readonly size: number; readonly logicalType?: string }
  | { readonly kind: 'array' | 'map'; readonly part: Plan }
  | { readonly kind: 'union'; readonly branches: readonly Plan[] }
  | { readonly kind: 'record'; readonly fields: readonly Plan[] }
  /** A type with a name met before, or a leaf if there is none. */
  | { readonly kind: 'again'; readonly choice: number }
  /** A record that lies around, behind something that may be empty. */
  | { readonly kind: 'around'; readonly choice: number; readonly behind: 'array' | 'map' | 'union' }

const PRIMITIVES = ['null', 'boolean', 'int', 'long', 'float', 'double', 'string', 'bytes']

const LOGICAL: readonly SchemaJson[] = [
  { type: 'int', logicalType: 'date' },
  { type: 'int', logicalType: 'time-millis' },
  { type: 'long', logicalType: 'time-micros' },
  { type: 'long', logicalType: 'timestamp-millis' },
  { type: 'long', logicalType: 'timestamp-micros' },
  { type: 'long', logicalType: 'local-timestamp-millis' },
  { type: 'string', logicalType: 'uuid' },
  { type: 'bytes', logicalType: 'decimal', precision: 9, scale: 2 },
  { type: 'bytes', logicalType: 'unknown' },
]

function plans({ depth, logicalTypes, oddNames }: SchemaLimits): fc.Arbitrary<Plan> {
  const choice = fc.nat(100)
  const behind = fc.constantFrom('array' as const, 'map' as const, 'union' as const)
  const leaves: fc.Arbitrary<Plan>[] = [
    fc.constantFrom(...PRIMITIVES).map((schema) => ({ kind: 'leaf', schema })),
    fc
      .uniqueArray(
        fc.constantFrom('A', 'B', ...(oddNames ? ['constructor', '__proto__'] : ['C', 'x1'])),
        { minLength: 1 },
      )
      .map((symbols) => ({ kind: 'enum', symbols })),
    fc.nat(17).map((size) => ({ kind: 'fixed', size })),
    choice.map((choice) => ({ kind: 'again', choice })),
    fc.record({ kind: fc.constant('around' as const), choice, behind }),
  ]
  if (logicalTypes) {
    leaves.push(
      fc.constantFrom(...LOGICAL).map((schema) => ({ kind: 'leaf', schema })),
      fc.constantFrom<Plan>(
        { kind: 'fixed', size: 12, logicalType: 'duration' },
        { kind: 'fixed', size: 16, logicalType: 'uuid' },
      ),
    )
  }
  if (depth === 0) return fc.oneof(...leaves)
  const part = plans({ depth: depth - 1, logicalTypes, oddNames })
  return fc.oneof(
    ...leaves,
    part.map((part): Plan => ({ kind: 'array', part })),
    part.map((part): Plan => ({ kind: 'map', part })),
    fc
      .array(part, { minLength: 1, maxLength: 4 })
      .map((branches): Plan => ({ kind: 'union', branches })),
    {
      weight: 4,
      arbitrary: fc
        .array(part, { maxLength: 5 })
        .map((fields): Plan => ({ kind: 'record', fields })),
    },
  )
}

interface Naming {
  readonly known: string[]
  /** Records that the place lies in. */
  readonly open: string[]
  next: number
  readonly oddNames: boolean
}

const FIELD_NAMES = ['a', 'b', 'c', 'text', 'value']
const ODD_FIELD_NAMES = ['a', 'constructor', '__proto__', 'toString', 'value']

function built(plan: Plan, naming: Naming): SchemaJson {
  switch (plan.kind) {
    case 'leaf':
      return plan.schema
    case 'enum':
      return named(naming, { type: 'enum', symbols: plan.symbols })
    case 'fixed': {
      const { size, logicalType } = plan
      return named(naming, { type: 'fixed', size, ...(logicalType && { logicalType }) })
    }
    case 'array':
      return { type: 'array', items: built(plan.part, naming) }
    case 'map':
      return { type: 'map', values: built(plan.part, naming) }
    case 'union':
      return unionOf(plan.branches.map((branch) => built(branch, naming)))
    case 'again': {
      const usable = naming.known.filter((name) => !naming.open.includes(name))
      return usable[plan.choice % usable.length] ?? 'int'
    }
    case 'around': {
      const name = naming.open[plan.choice % naming.open.length] ?? 'string'
      if (plan.behind === 'union') return ['null', name]
      return plan.behind === 'array'
        ? { type: 'array', items: name }
        : { type: 'map', values: name }
    }
    case 'record': {
      const name = `lab.T${naming.next++}`
      naming.known.push(name)
      naming.open.push(name)
      const fields = plan.fields.map((field, index) => ({
        name: (naming.oddNames ? ODD_FIELD_NAMES : FIELD_NAMES)[index],
        type: built(field, naming),
      }))
      naming.open.pop()
      return { type: 'record', name, fields }
    }
  }
}

function named(naming: Naming, attributes: object): SchemaJson {
  const name = `lab.T${naming.next++}`
  naming.known.push(name)
  return { name, ...attributes }
}

/** Drops what must not be in a union together, but keeps the definitions that others refer to. */
function unionOf(branches: readonly SchemaJson[]): SchemaJson {
  const taken = new Set<string>()
  const kept: SchemaJson[] = []
  for (const branch of branches.flat() as Exclude<SchemaJson, SchemaJson[]>[]) {
    const key = typeof branch === 'string' ? branch : String(branch.name ?? branch.type)
    const definesNames = JSON.stringify(branch).includes('"name"')
    if (!taken.has(key)) kept.push(branch)
    else if (definesNames) kept.push(inRecord(branch, kept.length, JSON.stringify(branch)))
    taken.add(key)
  }
  return kept
}

function inRecord(type: SchemaJson, index: number, text: string): SchemaJson {
  const first = /lab\.T\d+/.exec(text)?.[0] ?? 'lab.T'
  return { type: 'record', name: `${first}_${index}`, fields: [{ name: 'only', type }] }
}

interface Shaping {
  readonly mapping: ValueMapping
  readonly depth: number
  readonly limits: ValueLimits
  readonly tag: string | undefined
}

function valuesOf(schema: Schema, shaping: Shaping): fc.Arbitrary<unknown> {
  const { mapping } = shaping
  if (schema.type === 'union') return branchValue(schema, shaping)
  const { conversion, long } = nodeMapping(schema, mapping)
  if (conversion)
    return convertedValue(String((schema.props.get('logicalType') as { value: string }).value))
  const inner = { ...shaping, depth: shaping.depth - 1, tag: undefined }
  const maxLength = shaping.depth <= 0 ? 0 : 3
  switch (schema.type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'int':
      // What is written as the type is, whatever the conversion.
      return fc.oneof(fc.integer(), fc.integer({ min: -70, max: 70 }))
    case 'long':
      return longs(shaping.limits).map((value) => heldAs(value, long))
    case 'float':
      return fc.float()
    case 'double':
      return fc.double()
    case 'string':
      return texts()
    case 'bytes':
      return fc.uint8Array({ maxLength: 40 })
    case 'fixed':
      return fc.uint8Array({ minLength: schema.size, maxLength: schema.size })
    case 'enum':
      return fc.constantFrom(...schema.symbols)
    case 'array':
      return maxLength === 0
        ? fc.constant([])
        : fc
            .array(fc.constant(null), { maxLength })
            .chain((items) => fc.tuple(...items.map(() => valuesOf(schema.items, inner))))
    case 'map':
      return maxLength === 0 ? fc.constant({}) : mapValue(schema.values, inner, maxLength)
    case 'record':
      return fc
        .tuple(...schema.fields.map(({ type }) => valuesOf(type, inner)))
        .map((values) =>
          objectOf([
            ...(shaping.tag ? [[shaping.tag, schema.fullName] as const] : []),
            ...schema.fields.map(({ name }, index) => [name, values[index]] as const),
          ]),
        )
  }
}

function branchValue(union: Schema & { type: 'union' }, shaping: Shaping): fc.Arbitrary<unknown> {
  const { branches, tag } = unionShape(union, shaping.mapping)
  const leaves = branches.filter(({ schema }) => schema.type === 'null')
  const usable = shaping.depth <= 0 && leaves.length > 0 ? leaves : branches
  return fc.constantFrom(...usable).chain(({ schema, form, name }) => {
    const own = { ...shaping, depth: shaping.depth - 1 }
    switch (form) {
      case 'tagged-record':
        return valuesOf(schema, { ...own, tag })
      case 'tagged-value':
        return valuesOf(schema, { ...own, tag: undefined }).map((value) => ({ [tag]: name, value }))
      case 'wrapped':
        return valuesOf(schema, { ...own, tag: undefined }).map((value) => ({ [name]: value }))
      default:
        return valuesOf(schema, { ...own, tag: undefined })
    }
  })
}

function mapValue(values: Schema, inner: Shaping, maxLength: number): fc.Arbitrary<unknown> {
  const odd = inner.limits.usualKeys ? [] : ['__proto__', 'constructor']
  const keys = fc.oneof(fc.constantFrom('b', '1', ...odd), texts())
  return fc
    .uniqueArray(keys, { maxLength })
    .chain((keys) =>
      fc
        .tuple(...keys.map(() => valuesOf(values, inner)))
        .map((parts) => objectOf(keys.map((key, index) => [key, parts[index]] as const))),
    )
}

/** Unlike an assignment this makes a member of `__proto__` too. */
function objectOf(members: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(members)
}

function texts(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
  )
}

function longs({ minLong = -(2n ** 63n), maxLong = 2n ** 63n - 1n }: ValueLimits) {
  return fc.oneof(
    fc.bigInt({ min: minLong, max: maxLong }),
    fc.bigInt({ min: -(2n ** 33n), max: 2n ** 33n }),
    fc.bigInt({ min: -70n, max: 70n }),
  )
}

function heldAs(value: bigint, long: 'bigint' | 'number' | 'string'): unknown {
  if (long === 'number') return Number(BigInt.asIntN(53, value))
  return long === 'string' ? String(value) : value
}

function convertedValue(logicalType: string): fc.Arbitrary<unknown> {
  const days = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  switch (logicalType) {
    case 'date':
      return days.map((date) => date.toISOString().slice(0, 10))
    case 'time-millis':
      return fc.nat(86_399_999)
    case 'timestamp-millis':
      return fc.date({ noInvalidDate: true })
    case 'local-timestamp-millis':
      return days.map((date) => date.toISOString().slice(0, -1))
    case 'uuid':
      return fc.uuid()
    case 'decimal':
      return fc
        .integer({ min: -999_999_999, max: 999_999_999 })
        .map((value) => (value / 100).toFixed(2))
    case 'duration': {
      const part = fc.nat(2 ** 32 - 1)
      return fc.record({ months: part, days: part, millis: part })
    }
    default:
      throw new Error(`no values for ${logicalType}`)
  }
}
