import { type UnionSchema, unionShape, type ValueMapping } from '@magicbyte/avro'
import { refuseIndexFunction } from './emitted-helpers.ts'
import { memberKey, quote } from './literals.ts'
import type { ReadContext } from './read-context.ts'
import { valueName } from './value-names.ts'
import { typeText } from './value-types.ts'

/** The expression that reads the index of a branch and a value of it, marked as its shape says. */
export function readUnion(union: UnionSchema, mapping: ValueMapping, context: ReadContext): string {
  const { scope } = context
  const { branches, tag } = unionShape(union, mapping)
  const type = typeText(union, mapping, 'value', scope)
  const input = scope.runtime('ByteReader', 'type')
  const refuse = refuseIndexFunction(scope)
  const cases = branches.flatMap(({ schema, form, name }, index) => {
    const start = `case ${index}:`
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
  const expected = quote(`one of the ${branches.length} branches of a union`)
  const name = scope.part(`read${valueName(union)}`, (own) => [
    `function ${own}(input: ${input}): ${type} {`,
    '  const at = input.position;',
    '  const index = input.readInt();',
    '  switch (index) {',
    ...cases.map((line) => `    ${line}`),
    `    default: return ${refuse}(${expected}, index, at);`,
    '  }',
    '}',
  ])
  return `${name}(input)`
}
