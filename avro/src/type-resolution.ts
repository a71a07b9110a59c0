import { isValidDefault, type TypeView } from './default-value.ts'
import { invalidDefault } from './field-attributes.ts'
import { TYPE_WORDS } from './names.ts'
import { type Reading, report, throwIfInvalid } from './reading.ts'
import { type RecordSchema, type Schema, typeName } from './schema.ts'
import { isStandIn, type StandIn } from './stand-in.ts'

/**
 * Gives every stand-in of the text just read its type. Avro Java copies all types for that and
 * checks unions and defaults again on the copies while some records have no fields yet, so the
 * order of its walk decides which defaults of recursive types it takes; the walk here is the same.
 * Nothing needs to be done as long as no type was used before its definition ended.
 * @throws InvalidSchemaError unless problems are collected
 */
export function resolveTypes(reading: Reading, root: Schema): void {
  const { added, forwardUses } = reading.text
  if (forwardUses.length > 0 || isStandIn(root)) reading.hasForwardUses = true
  if (!reading.hasForwardUses) return
  const walk = newWalk(reading)
  if (added > 0) {
    for (const type of reading.types.values()) {
      visit(walk, type, 0)
      walk.round++
    }
    settle(walk)
  }
  if (!('fullName' in root)) visit(walk, root, 0)
  for (const { standIn, replace } of forwardUses) replace(walk.view.actual(standIn))
}

interface Walk {
  readonly reading: Reading
  readonly view: TypeView
  /** The types found for the stand-ins. */
  readonly actual: Map<Schema, Schema>
  /** What has been met, with the round in which it was. */
  readonly begun: Map<Schema, number>
  /** Records whose copies have got their fields. */
  readonly ended: Set<Schema>
  /** Index of the type the walk started from; what was begun in an earlier round has ended. */
  round: number
  steps: number
}

function newWalk(reading: Reading): Walk {
  const actual = new Map<Schema, Schema>()
  const ended = new Set<Schema>()
  const view: TypeView = {
    actual: (schema) => actual.get(schema) ?? schema,
    isComplete: (record) => ended.has(record) || reading.settled.has(record),
  }
  return { reading, view, actual, begun: new Map(), ended, round: 0, steps: 0 }
}

/**
 * A later walk repeats this one for all it met without stand-ins, which therefore can be skipped.
 */
function settle({ reading, begun, round }: Walk): void {
  const { settled, text } = reading
  const withoutStandIns = text.forwardUses.length > 0 ? round - text.added : round
  for (const [schema, first] of begun) if (first < withoutStandIns) settled.add(schema)
}

/** More is a text made to take long: going from stand-in to stand-in repeats what lies between. */
const MAX_STEPS = 5_000_000
const MAX_NESTED_VISITS = 1000

/** Java's depth-first walk, which begins anew at every type that a stand-in leads to first. */
function visit(walk: Walk, start: Schema, depth: number): void {
  const visited = new Set<Schema>()
  const pending: { readonly schema: Schema; readonly leave: boolean }[] = [
    { schema: start, leave: false },
  ]
  for (let step = pending.pop(); step; step = pending.pop()) {
    const { schema, leave } = step
    if (leave) {
      end(walk, schema)
      continue
    }
    if (visited.has(schema) || isSettled(walk, schema)) continue
    visited.add(schema)
    begin(walk, schema, depth)
    const children = childrenLastFirst(schema)
    if (!children) continue
    pending.push({ schema, leave: true })
    for (const child of children) pending.push({ schema: child, leave: false })
    walk.steps += 1 + children.length
    if (walk.steps > MAX_STEPS) tooEntangled(walk, schema)
  }
}

/** Whether all that the node leads to has ended, so that looking at it again changes nothing. */
function isSettled({ reading, begun, round }: Walk, schema: Schema): boolean {
  return (begun.get(schema) ?? round) < round || reading.settled.has(schema)
}

/** Children in the order of pushing; undefined for a type that needs no copy. */
function childrenLastFirst(schema: Schema): readonly Schema[] | undefined {
  switch (schema.type) {
    case 'record':
      return schema.fields.map((field) => field.type).reverse()
    case 'union':
      return schema.branches
    case 'array':
      return [schema.items]
    case 'map':
      return [schema.values]
    default:
      return undefined
  }
}

function begin(walk: Walk, schema: Schema, depth: number): void {
  if (!isStandIn(schema)) {
    if (!walk.begun.has(schema)) walk.begun.set(schema, walk.round)
    return
  }
  if (walk.actual.has(schema)) return
  const found = walk.reading.types.get(schema.fullName)
  if (!found) {
    reportUndefined(walk.reading, schema)
    return
  }
  if (!walk.begun.has(found) && !walk.reading.settled.has(found)) {
    if (depth >= MAX_NESTED_VISITS) tooEntangled(walk, schema)
    else visit(walk, found, depth + 1)
  }
  walk.actual.set(schema, found)
}

/** Complains about a type that is defined nowhere. */
export function reportUndefined(reading: Reading, { fullName, name, source, at }: StandIn): void {
  const hint = TYPE_WORDS.has(name)
    ? `A type given by more than its name is an object of its own: "type": {"type": "${name}", …}`
    : undefined
  report(reading, { at }, `Undefined schema: ${fullName}`, { source, hint })
}

function end(walk: Walk, schema: Schema): void {
  if (schema.type === 'union') checkBranches(walk, schema.branches)
  if (schema.type !== 'record' || isStandIn(schema) || walk.ended.has(schema)) return
  checkDefaults(walk, schema)
  walk.ended.add(schema)
}

function checkBranches({ reading, view }: Walk, branches: readonly Schema[]): void {
  const names = new Set<string>()
  for (const branch of branches) {
    const name = typeName(view.actual(branch))
    if (names.has(name)) {
      report(reading, branch, `Duplicate in union:${name}`, { source: branch.source })
    }
    names.add(name)
  }
}

function checkDefaults({ reading, view }: Walk, record: RecordSchema): void {
  // After other problems, a type may be missing that a default is fine for.
  if (!reading.rules.checksDefaults || reading.problems.length > 0) return
  for (const field of record.fields) {
    if (field.default && !isValidDefault(field.type, field.default, view)) {
      const complaint = invalidDefault(field.name, field.type, field.default)
      report(reading, field.default, complaint, { source: record.source })
    }
  }
}

function tooEntangled({ reading }: Walk, schema: Schema): void {
  report(reading, schema, 'Types refer to each other in too long chains', { source: schema.source })
  throwIfInvalid(reading)
}
