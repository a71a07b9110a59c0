import { describeFinding } from './compatibility.ts'
import { createBudget } from './compatibility-budget.ts'
import { AmbiguousFieldError } from './compatibility-fields.ts'
import { type Direction, directionsOf, relevantVersions } from './compatibility-level.ts'
import {
  type Finding,
  type IncompatibilityType,
  listFindings,
  type Outcome,
} from './compatibility-outcome.ts'
import { comparePair } from './compatibility-walk.ts'
import { printFragment } from './explain-fragment.ts'
import { createLocate, type Locate, type TextPosition } from './explain-position.ts'
import {
  type Reading,
  type Wording,
  wordAmbiguity,
  wordFinding,
  wordRemovedReservation,
  wordReservedField,
} from './explain-wording.ts'
import type { HistoryEntry, LevelCheck } from './levels.ts'
import { conflictingFields, removedReservations } from './levels-reserved.ts'
import type { Field, ParsedSchema, Schema } from './schema.ts'

/** The rules of compatibility; the identifiers stay the same from release to release. */
export type CompatibilityRule =
  | IncompatibilityType
  | 'AMBIGUOUS_FIELD'
  | 'RESERVATION_REMOVED'
  | 'RESERVED_FIELD'

/** A violated rule, or one of its causes. */
export interface Violation extends Wording {
  readonly rule: CompatibilityRule
  /** Whether the new schema fails to read the old one or the old one the new; of no reservation. */
  readonly direction?: Direction
  /** The old version that the new schema conflicts with, if it has a number. */
  readonly version?: number
  /** Where the new schema gives rise to the violation; of no removed reservation. */
  readonly position?: TextPosition & {
    /** Whether this is the text of a referenced schema, not of the new schema itself. */
    readonly inReference: boolean
  }
  /** Where in the reader, as Confluent's messages say it; counted from the nearest union around. */
  readonly location?: string
  /** The part of the reader that cannot read, in short. */
  readonly reader?: string
  /** The part of the writer that cannot be read, in short. */
  readonly writer?: string
  /**
   * Why each branch of a union fails, the likeliest first; 20 at most, those of causes included.
   */
  readonly causes: readonly Violation[]
}

/** All that keeps a new schema from following the versions before it. */
export interface Explanation {
  readonly compatible: boolean
  /** By version, the newest first. */
  readonly violations: readonly Violation[]
  /** Whether there are more violations than the listed ones. */
  readonly truncated: boolean
}

/** What to explain. */
export interface ExplainRequest extends LevelCheck {
  /** How many violations are listed; 100 unless told. */
  readonly maxViolations?: number
}

/**
 * Explains the verdict of {@link checkLevel}: every violation against every version that the level
 * looks at, each once. Throws {@link CompatibilityBudgetError}.
 */
export function explainLevel(request: ExplainRequest): Explanation {
  const { maxViolations = 100 } = request
  const violations: Violation[] = []
  for (const violation of findViolations(request)) {
    if (violations.length >= maxViolations) {
      return { compatible: false, violations, truncated: true }
    }
    violations.push(violation)
  }
  return { compatible: violations.length === 0, violations, truncated: false }
}

function* findViolations(request: ExplainRequest): Generator<Violation, void> {
  const locate = createLocate()
  yield* reservedFieldViolations(request, locate)
  for (const old of relevantVersions(request.level, request.history)) {
    for (const direction of directionsOf(request.level)) {
      yield* versionViolations(request, old, direction, locate)
    }
  }
}

function* reservedFieldViolations(
  { candidate, reserved }: ExplainRequest,
  locate: Locate,
): Generator<Violation, void> {
  if (!reserved) return
  for (const name of removedReservations(reserved)) {
    yield { rule: 'RESERVATION_REMOVED', ...wordRemovedReservation(name), causes: [] }
  }
  for (const field of conflictingFields(candidate, reserved)) {
    const position = { ...locate(candidate.source, field.at), inReference: false }
    yield { rule: 'RESERVED_FIELD', position, ...wordReservedField(field.name), causes: [] }
  }
}

function* versionViolations(
  { candidate, maxPairs }: ExplainRequest,
  old: HistoryEntry,
  direction: Direction,
  locate: Locate,
): Generator<Violation, void> {
  const comparison = { candidate, locate, direction, version: old.version }
  const [reader, writer] =
    direction === 'backward' ? [candidate, old.schema] : [old.schema, candidate]
  const outcome = compareOrAmbiguity(reader.root, writer.root, maxPairs)
  if (outcome instanceof AmbiguousFieldError) {
    yield ambiguityViolation(outcome, comparison)
    return
  }
  for (const finding of listFindings(outcome, { distinct: true })) {
    yield findingViolation(finding, comparison, { left: maxCauses })
  }
}

function compareOrAmbiguity(
  reader: Schema,
  writer: Schema,
  maxPairs: number | undefined,
): Outcome | AmbiguousFieldError {
  try {
    return comparePair({ reader, writer, place: undefined }, createBudget(maxPairs))
  } catch (error) {
    if (error instanceof AmbiguousFieldError) return error
    throw error
  }
}

interface Comparison extends Reading {
  readonly candidate: ParsedSchema
  readonly locate: Locate
}

function ambiguityViolation(ambiguity: AmbiguousFieldError, comparison: Comparison): Violation {
  const { reader, field, writer } = ambiguity
  return {
    rule: 'AMBIGUOUS_FIELD',
    ...describeSides({ reader, field, writer }, comparison),
    ...wordAmbiguity(ambiguity, comparison),
    causes: [],
  }
}

function findingViolation(
  finding: Finding,
  comparison: Comparison,
  room: { left: number },
): Violation {
  const causes: Violation[] = []
  for (const cause of causesOf(finding)) {
    if (room.left === 0) break
    room.left--
    causes.push(findingViolation(cause, comparison, room))
  }
  return {
    rule: finding.type,
    location: describeFinding(finding).location,
    ...describeSides(finding, comparison),
    ...wordFinding(finding, comparison),
    causes,
  }
}

const maxCauses = 20

/** Gives the reasons of a missing union branch; last those of branches of another kind of type. */
function causesOf(finding: Finding): Finding[] {
  if (finding.type !== 'MISSING_UNION_BRANCH') return []
  const causes = [...listFindings(finding.causes, { distinct: true })]
  const [only] = causes
  const isRepetition = only?.reader === finding.reader && only.writer === finding.writer
  if (only && isRepetition) return causesOf(only)
  const isOfOtherKind = ({ type, place }: Finding) => type === 'TYPE_MISMATCH' && !place
  return causes.sort((a, b) => Number(isOfOtherKind(a)) - Number(isOfOtherKind(b)))
}

function describeSides(
  { reader, writer, field }: { reader: Schema; writer: Schema; field?: Field },
  { candidate, locate, direction, version }: Comparison,
): Pick<Violation, 'direction' | 'version' | 'position' | 'reader' | 'writer'> {
  const current = direction === 'backward' ? reader : writer
  const { at } = direction === 'backward' && field ? field : current
  return {
    direction,
    ...(version !== undefined && { version }),
    position: {
      ...locate(current.source, at),
      inReference: current.source !== candidate.source,
    },
    reader: printFragment(field ?? reader, maxFragmentLength),
    writer: printFragment(writer, maxFragmentLength),
  }
}

/** UTF-16 code units. */
const maxFragmentLength = 300
