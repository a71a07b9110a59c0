import { type Budget, spend } from './compatibility-budget.ts'
import { findWriterField } from './compatibility-fields.ts'
import { joinOutcomes, type Outcome } from './compatibility-outcome.ts'
import {
  below,
  cheapStepsPerPair,
  compareLeaves,
  compareNames,
  isNamed,
  type Pair,
  readsAtOnce,
} from './compatibility-rules.ts'
import type { ArraySchema, Field, MapSchema, RecordSchema, Schema, UnionSchema } from './schema.ts'

/**
 * Compares two nodes and all that they lead to, however deep.
 * Throws {@link CompatibilityBudgetError} and {@link AmbiguousFieldError}.
 */
export function comparePair(root: Pair, budget: Budget): Outcome {
  const memo: Memo = new Map()
  const open: { walk: Walk; result: Result }[] = []
  let outcome: Outcome
  let pair: Pair | undefined = root
  for (;;) {
    if (pair) {
      spend(budget, 1)
      const known = recall(memo, pair)
      const result = known ?? remember(memo, pair)
      const walk = known ? undefined : walkParts(pair, budget)
      if (walk) open.push({ walk, result })
      else if (!known) result.outcome = compareLeaves(pair, budget)
      outcome = result.outcome
    }
    const top = open.at(-1)
    if (!top) return outcome
    const step = top.walk.next(outcome)
    if (step.done) {
      open.pop()
      outcome = top.result.outcome = step.value
      pair = undefined
    } else {
      pair = step.value
    }
  }
}

/** Asks for the outcomes of the parts one by one and gives the outcome of the whole. */
type Walk = Generator<Pair, Outcome, Outcome>

/** The outcome of a pair. While the pair is being compared, it counts as compatible. */
interface Result {
  outcome: Outcome
}

/**
 * The results of the pairs in which a type has a name, by writer and then by reader. Only they can
 * be met twice, since every other node belongs to one place. A pair met again answers with the
 * place of its first meeting, as in Avro Java.
 */
type Memo = Map<Schema, Map<Schema, Result>>

function recall(memo: Memo, { reader, writer }: Pair): Result | undefined {
  return isNamed(reader) || isNamed(writer) ? memo.get(writer)?.get(reader) : undefined
}

function remember(memo: Memo, { reader, writer }: Pair): Result {
  const result: Result = { outcome: undefined }
  if (isNamed(reader) || isNamed(writer)) {
    const results = memo.get(writer)
    if (results) results.set(reader, result)
    else memo.set(writer, new Map([[reader, result]]))
  }
  return result
}

function walkParts({ reader, writer, place }: Pair, budget: Budget): Walk | undefined {
  if (writer.type === 'union') {
    return reader.type === 'union'
      ? walkUnions({ reader, writer, place })
      : walkWriterUnion({ reader, writer, place })
  }
  if (reader.type === 'union') return walkReaderUnion({ reader, writer, place })
  if (reader.type === 'record' && writer.type === 'record') {
    return walkRecords({ reader, writer, place }, budget)
  }
  if (reader.type === 'array' && writer.type === 'array')
    return walkItems({ reader, writer, place })
  if (reader.type === 'map' && writer.type === 'map') return walkValues({ reader, writer, place })
  return undefined
}

function* walkRecords(pair: Pair<RecordSchema, RecordSchema>, budget: Budget): Walk {
  const { reader, place } = pair
  const outcomes = [compareNames(pair, budget)]
  spend(budget, reader.fields.length / cheapStepsPerPair)
  for (let i = 0; i < reader.fields.length; i++) {
    const field = reader.fields[i]!
    const source = findWriterField(pair, field, budget)
    if (source) {
      if (readsAtOnce(field.type, source.type)) continue
      const at = below(place, 'fields', i, 'type')
      outcomes.push(yield { reader: field.type, writer: source.type, place: at })
    } else if (field.default === undefined) {
      spend(budget, 1)
      outcomes.push(yield* walkMissingField(pair, i, field))
    }
  }
  return joinOutcomes(outcomes)
}

function* walkMissingField(
  { reader, writer, place }: Pair<RecordSchema, RecordSchema>,
  index: number,
  field: Field,
): Walk {
  // Avro Java takes the default of an enum for that of its field, and then compares that enum with
  // the writer's record.
  if (field.type.type === 'enum' && field.type.default !== undefined) {
    return yield { reader: field.type, writer, place: below(place, 'fields', index, 'type') }
  }
  return {
    type: 'READER_FIELD_MISSING_DEFAULT_VALUE',
    reader,
    writer,
    place: below(place, 'fields', index),
    field,
  }
}

function* walkItems({ reader, writer, place }: Pair<ArraySchema, ArraySchema>): Walk {
  return yield { reader: reader.items, writer: writer.items, place: below(place, 'items') }
}

function* walkValues({ reader, writer, place }: Pair<MapSchema, MapSchema>): Walk {
  return yield { reader: reader.values, writer: writer.values, place: below(place, 'values') }
}

function* walkUnions({ reader, writer, place }: Pair<UnionSchema, UnionSchema>): Walk {
  const outcomes: Outcome[] = []
  for (const [i, branch] of writer.branches.entries()) {
    if (readsAtOnce(reader, branch)) continue
    const cause = yield { reader, writer: branch, place: undefined }
    if (cause)
      outcomes.push(lackBranch({ reader, writer: branch, place: below(place, i) }, [cause]))
  }
  return joinOutcomes(outcomes)
}

function* walkWriterUnion({ reader, writer, place }: Pair<Schema, UnionSchema>): Walk {
  const outcomes: Outcome[] = []
  for (const [i, branch] of writer.branches.entries()) {
    outcomes.push(yield { reader, writer: branch, place: below(place, i) })
  }
  return joinOutcomes(outcomes)
}

function* walkReaderUnion({ reader, writer, place }: Pair<UnionSchema>): Walk {
  const causes: Outcome[] = []
  for (const branch of reader.branches) {
    const cause = yield { reader: branch, writer, place: undefined }
    if (!cause) return undefined
    causes.push(cause)
  }
  return lackBranch({ reader, writer, place }, causes)
}

function lackBranch(
  { reader, writer, place }: Pair<UnionSchema>,
  causes: readonly Outcome[],
): Outcome {
  return { type: 'MISSING_UNION_BRANCH', reader, writer, place, causes }
}
