import type { EnumSchema, FixedSchema, Schema, UnionSchema } from '../schema.ts'
import { typeName } from '../schema.ts'
import { convertingReader } from './converting-reader.ts'
import { arrayReader, bytesReader, mapReader, newDecoderContext } from './decoder.ts'
import type { Read } from './decoder-context.ts'
import { Failure } from './failure.ts'
import { minimumSize } from './minimum-size.ts'
import { promotingReader } from './promotion.ts'
import { readerAliases } from './reader-aliases.ts'
import { recordResolver } from './record-resolver.ts'
import { resolvesAtOnce } from './resolution-errors.ts'
import type { ResolverContext } from './resolver-context.ts'
import { areUnionsAlike, isPromotion, matchingBranch, shortName } from './union-match.ts'
import { indexedReader, marked } from './union-reader.ts'
import { type BranchSchema, type BranchShape, unionShape } from './union-shape.ts'
import { nodeMapping, type ValueMapping } from './value-mapping.ts'

/** Compiles what reads a writer's values as those of a reader, by the rules of Avro Java. */
export function compileResolver(writer: Schema, reader: Schema, mapping: ValueMapping): Read {
  const context: ResolverContext = {
    aliases: readerAliases(reader),
    decoder: newDecoderContext(mapping),
    records: new Map(),
    skippers: new Map(),
    resolve: (written, read, ownMapping) => resolve(written, read, ownMapping, context),
  }
  return context.resolve(writer, reader, mapping)
}

function resolve(
  writer: Schema,
  reader: Schema,
  mapping: ValueMapping,
  context: ResolverContext,
): Read {
  if (writer === reader) return context.decoder.compile(reader, mapping)
  if (writer.type === 'union') return resolveWriterUnion(writer, reader, mapping, context)
  if (reader.type === 'union') return resolveReaderUnion(writer, reader, mapping, context)
  return resolveNode(writer, reader, undefined, mapping, context)
}

function resolveWriterUnion(
  writer: UnionSchema,
  reader: Schema,
  mapping: ValueMapping,
  context: ResolverContext,
): Read {
  const areAlike = reader.type === 'union' && areUnionsAlike(writer, reader, context.aliases)
  const shape = areAlike ? unionShape(reader, mapping) : undefined
  return indexedReader(
    writer.branches.map((branch, index) =>
      shape
        ? resolveBranch(branch, shape.branches[index]!, shape.tag, mapping, context)
        : resolve(branch, reader, mapping, context),
    ),
  )
}

function resolveReaderUnion(
  writer: Schema,
  reader: UnionSchema,
  mapping: ValueMapping,
  context: ResolverContext,
): Read {
  const { branches, tag } = unionShape(reader, mapping)
  const index = matchingBranch(writer, reader, context.aliases, (a, b) =>
    resolvesAtOnce(a, b, context.aliases),
  )
  const branch = branches[index]
  if (!branch) return failing(`one of ${branches.map(({ name }) => name).join(', ')}`, writer)
  return resolveBranch(writer, branch, tag, mapping, context)
}

function resolveBranch(
  writer: Schema,
  branch: BranchShape,
  tag: string,
  mapping: ValueMapping,
  context: ResolverContext,
): Read {
  const ownTag = branch.form === 'tagged-record' ? tag : undefined
  return marked(branch, tag, resolveNode(writer, branch.schema, ownTag, mapping, context))
}

function resolveNode(
  writer: Schema,
  reader: BranchSchema,
  tag: string | undefined,
  mapping: ValueMapping,
  context: ResolverContext,
): Read {
  const { conversion, long } = nodeMapping(reader, mapping)
  const read = resolveRaw(writer, reader, tag, { ...mapping, long }, context)
  return conversion ? convertingReader(conversion, read) : read
}

function resolveRaw(
  writer: Schema,
  reader: BranchSchema,
  tag: string | undefined,
  mapping: ValueMapping,
  context: ResolverContext,
): Read {
  if (isPromotion(writer.type, reader.type)) {
    return promotingReader(writer.type, reader.type, {
      long: mapping.long,
      bytes: bytesReader(mapping),
    })
  }
  if (writer.type === 'array' && reader.type === 'array') {
    const read = resolve(writer.items, reader.items, mapping, context)
    return arrayReader(read, minimumSize(writer.items))
  }
  if (writer.type === 'map' && reader.type === 'map') {
    const read = resolve(writer.values, reader.values, mapping, context)
    return mapReader(read, minimumSize(writer.values))
  }
  if (writer.type === 'record' && reader.type === 'record') {
    return recordResolver(writer, reader, tag, context)
  }
  if (writer.type === 'enum' && reader.type === 'enum') return enumResolver(writer, reader, context)
  if (writer.type === 'fixed' && reader.type === 'fixed' && !isSameFixed(writer, reader, context)) {
    return failing(`fixed ${reader.fullName} of ${reader.size} bytes`, writer)
  }
  if (writer.type !== reader.type) return failing(typeName(reader), writer)
  // The conversion is the caller's.
  return context.decoder.compile(
    { ...reader, props: NO_PROPS },
    { ...mapping, logicalTypes: 'raw' },
  )
}

const NO_PROPS = new Map()

function isSameFixed(writer: FixedSchema, reader: FixedSchema, { aliases }: ResolverContext) {
  return writer.size === reader.size && shortName(aliases.nameOf(writer)) === reader.name
}

function enumResolver(writer: EnumSchema, reader: EnumSchema, { aliases }: ResolverContext): Read {
  if (shortName(aliases.nameOf(writer)) !== reader.name) {
    return failing(`enum ${reader.fullName}`, writer)
  }
  const known = new Set(reader.symbols)
  const symbols = writer.symbols.map((symbol) => (known.has(symbol) ? symbol : reader.default))
  const { length } = symbols
  return (input) => {
    const offset = input.position
    const index = input.readInt()
    const symbol = symbols[index]
    if (index < 0 || index >= length) {
      throw new Failure(`one of the ${length} symbols of ${writer.fullName}`, `number ${index}`, {
        offset,
      })
    }
    if (symbol === undefined) {
      throw new Failure(`a symbol of the reader's ${reader.fullName}`, writer.symbols[index]!, {
        offset,
      })
    }
    return symbol
  }
}

/** What fails when it is met, and not before: other branches may be all that is ever read. */
function failing(expected: string, writer: Schema): Read {
  return () => {
    throw new Failure(`${expected} by the reader's schema`, `${typeName(writer)} of the writer's`)
  }
}
