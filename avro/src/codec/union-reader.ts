import type { UnionSchema } from '../schema.ts'
import type { DecoderContext, Read } from './decoder-context.ts'
import { readBranch } from './indexes.ts'
import { recordReader } from './record-reader.ts'
import { type BranchShape, unionShape } from './union-shape.ts'
import type { ValueMapping } from './value-mapping.ts'

/** Reads the index of a branch and a value of it, marked as the shape of the union says. */
export function unionReader(
  union: UnionSchema,
  mapping: ValueMapping,
  context: DecoderContext,
): Read {
  const { branches, tag } = unionShape(union, mapping)
  const reads = branches.map((branch) => branchReader(branch, tag, mapping, context))
  return indexedReader(reads)
}

/** Reads an index and then with the reader of that index. */
export function indexedReader(reads: readonly Read[]): Read {
  const count = reads.length
  return (input) => reads[readBranch(input, count)]!(input)
}

function branchReader(
  branch: BranchShape,
  tag: string,
  mapping: ValueMapping,
  context: DecoderContext,
): Read {
  const { schema, form } = branch
  if (form === 'tagged-record' && schema.type === 'record') {
    return context.compileRecord(schema, tag)
  }
  return marked(branch, tag, context.compile(schema, mapping))
}

/** Reads a value and marks it; a tagged record has got its mark already. */
export function marked({ form, name }: BranchShape, tag: string, read: Read): Read {
  switch (form) {
    case 'tagged-value':
      return recordReader([
        { name: tag, read: () => name },
        { name: 'value', read },
      ])
    case 'wrapped':
      return recordReader([{ name, read }])
    default:
      return read
  }
}
