import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import { Failure, mismatch } from './failure.ts'

/** The indexes of symbols. */
export function symbolIndexes(symbols: readonly string[]): ReadonlyMap<unknown, number> {
  return new Map(symbols.map((symbol, index) => [symbol, index]))
}

/** Writes the index of a symbol of the enum of a full name. Throws a {@link Failure}. */
export function writeSymbol(
  value: unknown,
  output: ByteWriter,
  indexes: ReadonlyMap<unknown, number>,
  fullName: string,
): void {
  const index = indexes.get(value)
  if (index === undefined) mismatch(`a symbol of ${fullName}`, value)
  output.writeInt(index)
}

/** Reads an index and gives its symbol. Throws a {@link Failure}. */
export function readSymbol<Symbol>(
  input: ByteReader,
  symbols: readonly Symbol[],
  fullName: string,
): Symbol {
  const at = input.position
  const index = input.readInt()
  return (
    symbols[index] ?? refuseIndex(index, at, `one of the ${symbols.length} symbols of ${fullName}`)
  )
}

/** Reads the index of one of as many branches of a union. Throws a {@link Failure}. */
export function readBranch(input: ByteReader, count: number): number {
  const at = input.position
  const index = input.readInt()
  if (index < 0 || index >= count) {
    refuseIndex(index, at, `one of the ${count} branches of a union`)
  }
  return index
}

function refuseIndex(index: number, offset: number, expected: string): never {
  throw new Failure(expected, `number ${index}`, { offset })
}
