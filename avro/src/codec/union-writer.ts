import type { UnionSchema } from '../schema.ts'
import type { EncoderContext, Write } from './encoder-context.ts'
import { describe, Failure, FinalFailure, mismatch, within } from './failure.ts'
import { type BranchShape, unionShape } from './union-shape.ts'
import { kindOf, type ValueKind } from './value-kind.ts'
import type { ValueMapping } from './value-mapping.ts'
import { ownMember } from './value-parts.ts'

/** Writes the index of the branch that a value is of, and the value. */
export function unionWriter(
  union: UnionSchema,
  mapping: ValueMapping,
  context: EncoderContext,
): Write {
  const shape = unionShape(union, mapping)
  const branches = shape.branches.map((branch, index) =>
    branchWriter(branch, index, context.compile(branch.schema, mapping)),
  )
  const expected = () => expectation(shape.branches, shape.tag)
  if (shape.isAmbiguous) return firstFitting(branches, expected)
  if (shape.branches.some(({ form }) => form === 'wrapped'))
    return wrappedWriter(branches, expected)
  if (shape.branches.some(({ form }) => form !== 'plain')) {
    return taggedWriter(branches, shape.tag, expected)
  }
  return nullableWriter(branches, expected) ?? byKind(branches, expected)
}

/** Made when it is needed: most values are fine. */
type Expectation = () => string

interface BranchWriter extends BranchShape {
  /** Writes the index and the value. */
  readonly write: Write
  /** Writes the value alone. */
  readonly writeValue: Write
  readonly index: number
}

function branchWriter(branch: BranchShape, index: number, writeValue: Write): BranchWriter {
  const { schema, name, kind, form } = branch
  return {
    schema,
    name,
    kind,
    form,
    index,
    writeValue,
    write: (value, output) => {
      output.writeInt(index)
      writeValue(value, output)
    },
  }
}

/** Null and something else, the usual union. */
function nullableWriter(
  branches: readonly BranchWriter[],
  expected: Expectation,
): Write | undefined {
  const nothing = branches.find(({ schema }) => schema.type === 'null')
  const something = branches.find(({ schema }) => schema.type !== 'null')
  if (branches.length !== 2 || !nothing || !something) return undefined
  const nothingByte = nothing.index << 1
  const somethingByte = something.index << 1
  const { writeValue } = something
  return (value, output) => {
    if (value === null) {
      output.writeByte(nothingByte)
      return
    }
    if (value === undefined) mismatch(expected(), value)
    output.writeByte(somethingByte)
    writeValue(value, output)
  }
}

function byKind(branches: readonly BranchWriter[], expected: Expectation): Write {
  const writers = writersByKind(branches)
  return (value, output) => {
    const kind = kindOf(value)
    const write = kind && writers.get(kind)
    if (!write) mismatch(expected(), value)
    write(value, output)
  }
}

/** A long also takes the kinds of exact numbers that no other branch has. */
function writersByKind(branches: readonly BranchWriter[]): Map<ValueKind, Write> {
  const writers = new Map(branches.map(({ kind, write }) => [kind, write]))
  const long = branches.find(
    ({ schema, form, kind }) => schema.type === 'long' && form === 'plain' && LONGS.has(kind),
  )
  if (!long) return writers
  for (const kind of ['bigint', 'number'] as const) {
    if (!writers.has(kind)) writers.set(kind, long.write)
  }
  return writers
}

const LONGS: ReadonlySet<ValueKind> = new Set(['bigint', 'number', 'string'])

function taggedWriter(
  branches: readonly BranchWriter[],
  tag: string,
  expected: Expectation,
): Write {
  const tagged = new Map(
    branches.flatMap(({ name, form, write }): [string, Write][] => {
      if (form === 'plain') return []
      return [[name, form === 'tagged-record' ? write : taggedValueWriter(write)]]
    }),
  )
  const plain = writersByKind(branches.filter(({ form }) => form === 'plain'))
  return (value, output) => {
    const kind = kindOf(value)
    const write =
      (kind === 'object' ? tagged.get(ownMember(value, tag) as string) : undefined) ??
      (kind && plain.get(kind))
    if (!write) refuse(value, tag, expected())
    write(value, output)
  }
}

function refuse(value: unknown, tag: string, expected: string): never {
  if (kindOf(value) !== 'object') mismatch(expected, value)
  const found = ownMember(value, tag)
  if (found === undefined) throw new Failure(expected, `an object without ${tag}`)
  throw within(tag, new Failure(expected, describe(found)))
}

function taggedValueWriter(write: Write): Write {
  return (value, output) => {
    try {
      write(ownMember(value, 'value'), output)
    } catch (error) {
      throw within('value', error)
    }
  }
}

function wrappedWriter(branches: readonly BranchWriter[], expected: Expectation): Write {
  const wrapped = new Map(
    branches.filter(({ form }) => form === 'wrapped').map(({ name, write }) => [name, write]),
  )
  const nothing = branches.find(({ form }) => form === 'plain')
  return (value, output) => {
    if (value === null && nothing) {
      nothing.write(value, output)
      return
    }
    const keys = kindOf(value) === 'object' ? Object.keys(value as object) : []
    const write = keys.length === 1 ? wrapped.get(keys[0]!) : undefined
    if (!write) mismatch(expected(), value)
    try {
      write((value as Record<string, unknown>)[keys[0]!], output)
    } catch (error) {
      throw within(keys[0]!, error)
    }
  }
}

/** Without marks: the first branch of the value's kind that takes it. */
function firstFitting(branches: readonly BranchWriter[], expected: Expectation): Write {
  return (value, output) => {
    const written = output.written()
    const { depth } = output
    const kind = kindOf(value)
    const fitting = branches.filter((branch) => branch.kind === kind)
    let last: unknown
    for (const { write } of fitting) {
      try {
        write(value, output)
        return
      } catch (error) {
        if (!(error instanceof Failure) || error instanceof FinalFailure) throw error
        last = error
        output.rewind(written, depth)
      }
    }
    if (fitting.length === 1) throw last
    mismatch(expected(), value)
  }
}

function expectation(branches: readonly BranchShape[], tag: string): string {
  const shown = branches.slice(0, 12).map(({ name, kind, form }) => {
    if (form === 'wrapped') return `{ ${JSON.stringify(name)}: … }`
    if (form !== 'plain') return `{ ${tag}: ${JSON.stringify(name)}, … }`
    return kind === 'null' ? 'null' : `${kind} (${name})`
  })
  return [...shown, ...(branches.length > 12 ? ['…'] : [])].join(' | ')
}
