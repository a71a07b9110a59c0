import type { ByteReader } from './byte-reader.ts'
import type { Read } from './decoder-context.ts'
import type { Tuple } from './tuple.ts'

/** Reads members into an object. */
export type ReadMembers = (record: Record<string, unknown>, input: ByteReader) => void

/**
 * Reads members of the given names one after the other.
 *
 * There is a function for each number of members, and no loop: an engine learns at each place in
 * the code how a member is set, and only a place that mostly sets one name can be fast. A loop over
 * the names makes the decoding of records a third slower (`bench/serde`).
 */
export function membersReader(names: readonly string[], reads: readonly Read[]): ReadMembers {
  const count = names.length
  const one = READERS[count]
  if (one) return one(names, reads)
  const half = Math.ceil(count / 2)
  const first = membersReader(names.slice(0, half), reads.slice(0, half))
  const others = membersReader(names.slice(half), reads.slice(half))
  return (record, input) => {
    first(record, input)
    others(record, input)
  }
}

type Names = readonly string[]
type Reads = readonly Read[]

function read0(): ReadMembers {
  return () => undefined
}

function read1(names: Names, reads: Reads): ReadMembers {
  const [a1] = names as Tuple<string, 1>
  const [r1] = reads as Tuple<Read, 1>
  return (record, input) => {
    record[a1] = r1(input)
  }
}

function read2(names: Names, reads: Reads): ReadMembers {
  const [a1, a2] = names as Tuple<string, 2>
  const [r1, r2] = reads as Tuple<Read, 2>
  return (record, input) => {
    record[a1] = r1(input)
    record[a2] = r2(input)
  }
}

function read3(names: Names, reads: Reads): ReadMembers {
  const [a1, a2, a3] = names as Tuple<string, 3>
  const [r1, r2, r3] = reads as Tuple<Read, 3>
  return (record, input) => {
    record[a1] = r1(input)
    record[a2] = r2(input)
    record[a3] = r3(input)
  }
}

function read4(names: Names, reads: Reads): ReadMembers {
  const [a1, a2, a3, a4] = names as Tuple<string, 4>
  const [r1, r2, r3, r4] = reads as Tuple<Read, 4>
  return (record, input) => {
    record[a1] = r1(input)
    record[a2] = r2(input)
    record[a3] = r3(input)
    record[a4] = r4(input)
  }
}

function read5(names: Names, reads: Reads): ReadMembers {
  const [a1, a2, a3, a4, a5] = names as Tuple<string, 5>
  const [r1, r2, r3, r4, r5] = reads as Tuple<Read, 5>
  return (record, input) => {
    record[a1] = r1(input)
    record[a2] = r2(input)
    record[a3] = r3(input)
    record[a4] = r4(input)
    record[a5] = r5(input)
  }
}

function read6(names: Names, reads: Reads): ReadMembers {
  const [a1, a2, a3, a4, a5, a6] = names as Tuple<string, 6>
  const [r1, r2, r3, r4, r5, r6] = reads as Tuple<Read, 6>
  return (record, input) => {
    record[a1] = r1(input)
    record[a2] = r2(input)
    record[a3] = r3(input)
    record[a4] = r4(input)
    record[a5] = r5(input)
    record[a6] = r6(input)
  }
}

function read7(names: Names, reads: Reads): ReadMembers {
  const [a1, a2, a3, a4, a5, a6, a7] = names as Tuple<string, 7>
  const [r1, r2, r3, r4, r5, r6, r7] = reads as Tuple<Read, 7>
  return (record, input) => {
    record[a1] = r1(input)
    record[a2] = r2(input)
    record[a3] = r3(input)
    record[a4] = r4(input)
    record[a5] = r5(input)
    record[a6] = r6(input)
    record[a7] = r7(input)
  }
}

function read8(names: Names, reads: Reads): ReadMembers {
  const [a1, a2, a3, a4, a5, a6, a7, a8] = names as Tuple<string, 8>
  const [r1, r2, r3, r4, r5, r6, r7, r8] = reads as Tuple<Read, 8>
  return (record, input) => {
    record[a1] = r1(input)
    record[a2] = r2(input)
    record[a3] = r3(input)
    record[a4] = r4(input)
    record[a5] = r5(input)
    record[a6] = r6(input)
    record[a7] = r7(input)
    record[a8] = r8(input)
  }
}

function read9(names: Names, reads: Reads): ReadMembers {
  const [a1, a2, a3, a4, a5, a6, a7, a8, a9] = names as Tuple<string, 9>
  const [r1, r2, r3, r4, r5, r6, r7, r8, r9] = reads as Tuple<Read, 9>
  return (record, input) => {
    record[a1] = r1(input)
    record[a2] = r2(input)
    record[a3] = r3(input)
    record[a4] = r4(input)
    record[a5] = r5(input)
    record[a6] = r6(input)
    record[a7] = r7(input)
    record[a8] = r8(input)
    record[a9] = r9(input)
  }
}

function read10(names: Names, reads: Reads): ReadMembers {
  const [a1, a2, a3, a4, a5, a6, a7, a8, a9, a10] = names as Tuple<string, 10>
  const [r1, r2, r3, r4, r5, r6, r7, r8, r9, r10] = reads as Tuple<Read, 10>
  return (record, input) => {
    record[a1] = r1(input)
    record[a2] = r2(input)
    record[a3] = r3(input)
    record[a4] = r4(input)
    record[a5] = r5(input)
    record[a6] = r6(input)
    record[a7] = r7(input)
    record[a8] = r8(input)
    record[a9] = r9(input)
    record[a10] = r10(input)
  }
}

function read11(names: Names, reads: Reads): ReadMembers {
  const [a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11] = names as Tuple<string, 11>
  const [r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11] = reads as Tuple<Read, 11>
  return (record, input) => {
    record[a1] = r1(input)
    record[a2] = r2(input)
    record[a3] = r3(input)
    record[a4] = r4(input)
    record[a5] = r5(input)
    record[a6] = r6(input)
    record[a7] = r7(input)
    record[a8] = r8(input)
    record[a9] = r9(input)
    record[a10] = r10(input)
    record[a11] = r11(input)
  }
}

function read12(names: Names, reads: Reads): ReadMembers {
  const [a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12] = names as Tuple<string, 12>
  const [r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12] = reads as Tuple<Read, 12>
  return (record, input) => {
    record[a1] = r1(input)
    record[a2] = r2(input)
    record[a3] = r3(input)
    record[a4] = r4(input)
    record[a5] = r5(input)
    record[a6] = r6(input)
    record[a7] = r7(input)
    record[a8] = r8(input)
    record[a9] = r9(input)
    record[a10] = r10(input)
    record[a11] = r11(input)
    record[a12] = r12(input)
  }
}

const READERS: readonly ((names: Names, reads: Reads) => ReadMembers)[] = [
  read0,
  read1,
  read2,
  read3,
  read4,
  read5,
  read6,
  read7,
  read8,
  read9,
  read10,
  read11,
  read12,
]
