import { type Budget, spend } from './compatibility-budget.ts'
import { joinOutcomes, type Outcome, type Place } from './compatibility-outcome.ts'
import type { EnumSchema, FixedSchema, NamedSchema, Schema } from './schema.ts'

/** Two nodes to compare, and where. */
export interface Pair<Reader extends Schema = Schema, Writer extends Schema = Schema> {
  readonly reader: Reader
  readonly writer: Writer
  readonly place: Place | undefined
}

/** Compares two nodes about which their parts have no say. */
export function compareLeaves({ reader, writer, place }: Pair, budget: Budget): Outcome {
  if (reader.type === 'fixed' && writer.type === 'fixed') {
    const pair = { reader, writer, place }
    return joinOutcomes([compareNames(pair, budget), compareSizes(pair)])
  }
  if (reader.type === 'enum' && writer.type === 'enum') {
    const pair = { reader, writer, place }
    return joinOutcomes([compareNames(pair, budget), compareSymbols(pair, budget)])
  }
  if (readsPrimitive(reader, writer)) return
  return { type: 'TYPE_MISMATCH', reader, writer, place }
}

/**
 * Whether a glance tells that the reader can read the writer, because it is all about types without
 * names: pairs in which one has a name must be remembered, and so be compared in full.
 */
export function readsAtOnce(reader: Schema, writer: Schema): boolean {
  if (writer.type === 'union') {
    for (const branch of writer.branches) if (!readsAtOnce(reader, branch)) return false
    return true
  }
  if (reader.type !== 'union') return readsPrimitive(reader, writer)
  for (const branch of reader.branches) {
    if (isNamed(branch)) return false
    if (readsPrimitive(branch, writer)) return true
  }
  return false
}

function readsPrimitive(reader: Schema, writer: Schema): boolean {
  return readersOf.get(writer.type)?.includes(reader.type) ?? false
}

/** The types with which data of each primitive type can be read, its own first. */
export const readersOf: ReadonlyMap<Schema['type'], readonly Schema['type'][]> = new Map([
  ['null', ['null']],
  ['boolean', ['boolean']],
  ['int', ['int', 'long', 'float', 'double']],
  ['long', ['long', 'float', 'double']],
  ['float', ['float', 'double']],
  ['double', ['double']],
  ['bytes', ['bytes', 'string']],
  ['string', ['string', 'bytes']],
] as const)

/**
 * Compares the names of two types of one kind: without namespaces, and with the reader's aliases.
 */
export function compareNames(
  { reader, writer, place }: Pair<NamedSchema, NamedSchema>,
  budget: Budget,
): Outcome {
  if (reader.name === writer.name) return
  spend(budget, reader.aliases.length / cheapStepsPerPair)
  // Avro Java finds no alias without a namespace in a type that has one.
  const canHaveAlias = reader.namespace === '' || writer.namespace !== ''
  if (canHaveAlias && reader.aliases.includes(writer.fullName)) return
  return { type: 'NAME_MISMATCH', reader, writer, place: below(place, 'name') }
}

/** How many small steps, such as to compare two names, cost as much as a pair of nodes. */
export const cheapStepsPerPair = 8

function compareSizes({ reader, writer, place }: Pair<FixedSchema, FixedSchema>): Outcome {
  if (reader.size === writer.size) return
  return { type: 'FIXED_SIZE_MISMATCH', reader, writer, place: below(place, 'size') }
}

function compareSymbols(
  { reader, writer, place }: Pair<EnumSchema, EnumSchema>,
  budget: Budget,
): Outcome {
  if (reader.default !== undefined) return
  spend(budget, writer.symbols.length / cheapStepsPerPair)
  const known = symbolsOf(reader)
  if (writer.symbols.every((symbol) => known.has(symbol))) return
  return { type: 'MISSING_ENUM_SYMBOLS', reader, writer, place: below(place, 'symbols') }
}

/** Gives the writer's symbols that the reader does not have, sorted. */
export function missingSymbols(reader: EnumSchema, writer: EnumSchema): string[] {
  const known = symbolsOf(reader)
  return writer.symbols.filter((symbol) => !known.has(symbol)).sort()
}

function symbolsOf(schema: EnumSchema): ReadonlySet<string> {
  const cached = symbolSets.get(schema)
  if (cached) return cached
  const symbols = new Set(schema.symbols)
  symbolSets.set(schema, symbols)
  return symbols
}

const symbolSets = new WeakMap<EnumSchema, ReadonlySet<string>>()

/** Whether a type has a name, so that it may have several uses. */
export function isNamed({ type }: Schema): boolean {
  return type === 'record' || type === 'enum' || type === 'fixed'
}

/** Gives the place that the tokens lead to. */
export function below(place: Place | undefined, ...tokens: readonly (string | number)[]): Place {
  return { above: place, tokens }
}
