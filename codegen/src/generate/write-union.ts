import {
  type BranchShape,
  type UnionSchema,
  type UnionShape,
  unionShape,
  type ValueKind,
  type ValueMapping,
} from '@magicbyte/avro'
import { firstFittingFunction, refuseTagFunction } from './emitted-helpers.ts'
import { quote } from './literals.ts'
import { parameter } from './parameter.ts'
import type { Scope } from './scope.ts'
import { valueName } from './value-names.ts'
import { nullBranch, type WriteContext, type WriteOptions } from './write-context.ts'

/** The statements that write the index of the branch that a variable's value is of, and the value. */
export function writeUnion(
  union: UnionSchema,
  mapping: ValueMapping,
  variable: string,
  { context, options }: { readonly context: WriteContext; readonly options: WriteOptions },
): string[] {
  const shape = unionShape(union, mapping)
  const write = shape.branches.map(
    (branch, index): WriteBranch =>
      (own) => [writeIndex(index), ...context.writeValue(branch.schema, mapping, own)],
  )
  const { scope } = context
  const parts: Parts = { ...shape, write, expected: quote(expectation(shape)), scope }
  const nothing = nullBranch(union, mapping)
  if (nothing !== undefined) return writeNullable(parts, nothing, variable, options)
  const body = bodyOf(parts)
  const output = scope.runtime('ByteWriter', 'type')
  const name = scope.part(`write${valueName(union)}`, (own) => [
    `function ${own}(value: unknown, ${parameter('output', body)}: ${output}): void {`,
    ...body.map((line) => `  ${line}`),
    '}',
  ])
  return [`${name}(${variable}, output);`]
}

/** The statements that write the index and the value of one branch. */
type WriteBranch = (variable: string) => string[]

interface Parts extends UnionShape {
  readonly write: readonly WriteBranch[]
  /** A literal. */
  readonly expected: string
  readonly scope: Scope
}

/** The kinds of values that a long is written from. */
const LONGS: ReadonlySet<ValueKind> = new Set(['bigint', 'number', 'string'])

function writeIndex(index: number): string {
  return index < 64 ? `output.writeByte(${index << 1});` : `output.writeInt(${index});`
}

function writeNullable(
  { write, expected, scope }: Parts,
  nothing: number,
  variable: string,
  { undefinedIsNull = false }: WriteOptions,
): string[] {
  const refuse = () =>
    `if (${variable} === undefined) ${scope.runtime('mismatch')}(${expected}, ${variable});`
  return [
    `if (${variable} === null${undefinedIsNull ? ` || ${variable} === undefined` : ''}) {`,
    `  ${writeIndex(nothing)}`,
    '} else {',
    ...(undefinedIsNull ? [] : [`  ${refuse()}`]),
    ...write[1 - nothing]!(variable).map((line) => `  ${line}`),
    '}',
  ]
}

function bodyOf(parts: Parts): string[] {
  if (parts.isAmbiguous) return firstFitting(parts)
  if (parts.branches.some(({ form }) => form === 'wrapped')) return byKey(parts)
  if (parts.branches.some(({ form }) => form !== 'plain')) return byTag(parts)
  const { scope, expected } = parts
  return [
    `switch (${scope.runtime('kindOf')}(value)) {`,
    ...kindCases(parts).map((line) => `  ${line}`),
    '  default:',
    `    ${scope.runtime('mismatch')}(${expected}, value);`,
    '}',
  ]
}

/** The cases of the branches that are told apart by the kind of value. */
function kindCases({ branches, write }: Parts): string[] {
  const byKind = new Map<ValueKind, number>()
  for (const [index, { kind, form }] of branches.entries()) {
    if (form === 'plain') byKind.set(kind, index)
  }
  const long = branches.findIndex(
    ({ schema, form, kind }) => schema.type === 'long' && form === 'plain' && LONGS.has(kind),
  )
  if (long >= 0) {
    // A long also takes the kinds of exact numbers that no other branch has.
    for (const kind of ['bigint', 'number'] as const) if (!byKind.has(kind)) byKind.set(kind, long)
  }
  return branches.flatMap((_, index) => {
    const kinds = [...byKind].filter(([, owner]) => owner === index).map(([kind]) => kind)
    return kinds.length === 0 ? [] : caseOf(kinds, write[index]!('value'))
  })
}

function caseOf(labels: readonly string[], statements: readonly string[]): string[] {
  return [
    ...labels.map((label, index) => {
      return `case ${quote(label)}:${index === labels.length - 1 ? ' {' : ''}`
    }),
    ...statements.map((line) => `  ${line}`),
    '  break;',
    '}',
  ]
}

function byTag(parts: Parts): string[] {
  const { branches, write, tag, scope, expected } = parts
  const kindOf = scope.runtime('kindOf')
  const ownMember = scope.runtime('ownMember')
  const refuse = `${refuseTagFunction(scope)}(value, ${quote(tag)}, ${expected});`
  const tagged = branches.flatMap((branch, index) => {
    if (branch.form === 'plain') return []
    if (branch.form === 'tagged-record') return caseOf([branch.name], write[index]!('value'))
    return caseOf(
      [branch.name],
      [
        'try {',
        `  const own = ${ownMember}(value, 'value');`,
        ...write[index]!('own').map((line) => `  ${line}`),
        '} catch (error) {',
        `  throw ${scope.runtime('within')}('value', error);`,
        '}',
      ],
    )
  })
  return [
    `switch (${kindOf}(value)) {`,
    "  case 'object':",
    `    switch (${ownMember}(value, ${quote(tag)})) {`,
    ...tagged.map((line) => `      ${line}`),
    '      default:',
    `        ${refuse}`,
    '    }',
    '    break;',
    ...kindCases(parts).map((line) => `  ${line}`),
    '  default:',
    `    ${refuse}`,
    '}',
  ]
}

function byKey({ branches, write, scope, expected }: Parts): string[] {
  const nothing = branches.findIndex(({ form }) => form === 'plain')
  const object = scope.global('Object')
  const record = scope.global('Record')
  const start =
    nothing < 0 ? [] : ['if (value === null) {', `  ${writeIndex(nothing)}`, '  return;', '}']
  return [
    ...start,
    `const keys = ${scope.runtime('kindOf')}(value) === 'object' ? ${object}.keys(value as object) : [];`,
    'const [key] = keys;',
    `if (key === undefined || keys.length > 1) ${scope.runtime('mismatch')}(${expected}, value);`,
    `const own = (value as ${record}<string, unknown>)[key];`,
    'let isBranch = true;',
    'try {',
    '  switch (key) {',
    ...branches.flatMap((branch, index) =>
      branch.form === 'wrapped'
        ? caseOf([branch.name], write[index]!('own')).map((line) => `    ${line}`)
        : [],
    ),
    '    default:',
    '      isBranch = false;',
    '  }',
    '} catch (error) {',
    `  throw ${scope.runtime('within')}(key, error);`,
    '}',
    `if (!isBranch) ${scope.runtime('mismatch')}(${expected}, value);`,
  ]
}

function firstFitting({ branches, write, scope, expected }: Parts): string[] {
  const kinds = [...new Set(branches.map(({ kind }) => kind))]
  const output = scope.runtime('ByteWriter', 'type')
  const attempt = firstFittingFunction(scope)
  return [
    `switch (${scope.runtime('kindOf')}(value)) {`,
    ...kinds.flatMap((kind) => {
      const writers = branches.flatMap((branch, index) =>
        branch.kind === kind ? [branchFunction(branch, write[index]!, output, scope)] : [],
      )
      return caseOf(
        [kind],
        [`${attempt}([${writers.join(', ')}], value, output, ${expected});`],
      ).map((line) => `  ${line}`)
    }),
    '  default:',
    `    ${scope.runtime('mismatch')}(${expected}, value);`,
    '}',
  ]
}

function branchFunction(
  { schema }: BranchShape,
  write: WriteBranch,
  output: string,
  scope: Scope,
): string {
  const statements = write('value')
  return scope.part(`write${valueName(schema)}Branch`, (own) => [
    `function ${own}(value: unknown, output: ${output}): void {`,
    ...statements.map((line) => `  ${line}`),
    '}',
  ])
}

/** What a union takes, in the words of the codec. */
function expectation({ branches, tag }: UnionShape): string {
  const shown = branches.slice(0, 12).map(({ name, kind, form }) => {
    if (form === 'wrapped') return `{ ${JSON.stringify(name)}: … }`
    if (form !== 'plain') return `{ ${tag}: ${JSON.stringify(name)}, … }`
    return kind === 'null' ? 'null' : `${kind} (${name})`
  })
  return [...shown, ...(branches.length > 12 ? ['…'] : [])].join(' | ')
}
