import type { ByteReader } from './byte-reader.ts'
import type { Read } from './decoder-context.ts'
import { defineMember } from './define-member.ts'
import { within } from './failure.ts'
import { propertyName } from './property-name.ts'
import { membersReader } from './record-members-reader.ts'

/** What is read into one member of an object. */
export interface MemberReader {
  readonly name: string
  readonly read: Read
}

/** Reads the members of an object one after the other. */
export function recordReader(members: readonly MemberReader[]): Read {
  const names = members.map(({ name }) => propertyName(name))
  if (names.includes('__proto__')) return anyNameReader(members)
  const readMembers = membersReader(
    names,
    members.map(({ read }) => read),
  )
  return (input) => {
    const record: Record<string, unknown> = {}
    try {
      readMembers(record, input)
    } catch (error) {
      // Members are set in their order, so that the first that is not there failed.
      throw within(names[Object.keys(record).length]!, error)
    }
    return record
  }
}

function anyNameReader(members: readonly MemberReader[]): Read {
  return (input: ByteReader) => {
    const record = {}
    let current = ''
    try {
      for (const { name, read } of members) {
        current = name
        defineMember(record, name, read(input))
      }
    } catch (error) {
      throw within(current, error)
    }
    return record
  }
}
