import { type UnionSchema, unionShape, type ValueMapping } from '@magicbyte/avro'
import { memberKey, quote } from './literals.ts'
import type { ReadContext } from './read-context.ts'
import { valueName } from './value-names.ts'
import { typeText } from './value-types.ts'
import { nullBranch } from './write-context.ts'

/** The expression that reads the index of a branch and a value of it, marked as its shape says. */
export function readUnion(union: UnionSchema, mapping: ValueMapping, context: ReadContext): string {
  const { scope } = context
  const { branches, tag } = unionShape(union, mapping)
  const type = typeText(union, mapping, 'value', scope)
  const input = scope.runtime('ByteReader', 'type')
  const readBranch = `${scope.runtime('readBranch')}(input, ${branches.length})`
  if (branches.length === 0) return `${readBranch} as never`
  const nothing = nullBranch(union, mapping)
  if (nothing !== undefined) {
    const value = context.readValue(branches[1 - nothing]!.schema, mapping)
    return `(${readBranch} === ${nothing} ? null : ${value})`
  }
  const cases = branches.flatMap(({ schema, form, name }, index) => {
    const start = index === branches.length - 1 ? 'default:' : `case ${index}:`
    if (form === 'tagged-record' && schema.type === 'record') {
      return [`${start} return ${context.readRecord({ fullName: schema.fullName, tag })};`]
    }
    const value = context.readValue(schema, mapping)
    if (form === 'plain') return [`${start} return ${value};`]
    const isTagged = form === 'tagged-value'
    const mark = isTagged ? `${memberKey(tag)}: ${quote(name)}, ` : ''
    const member = isTagged ? 'value' : name
    return [
      start,
      '  try {',
      `    return { ${mark}${memberKey(member)}: ${value} };`,
      '  } catch (error) {',
      `    throw ${scope.runtime('within')}(${quote(member)}, error);`,
      '  }',
    ]
  })
  const name = scope.part(`read${valueName(union)}`, (own) => [
    `function ${own}(input: ${input}): ${type} {`,
    `  switch (${readBranch}) {`,
    ...cases.map((line) => `    ${line}`),
    '  }',
    '}',
  ])
  return `${name}(input)`
}
