import type { Scope } from './scope.ts'

// Functions that generated modules bring along where they need them.

/** Reads the value of a logical type, and says where it was if that fails. */
export function readConvertedFunction(scope: Scope): string {
  const failure = scope.runtime('Failure')
  const describe = scope.runtime('describe')
  return scope.part('readConverted', (own) => [
    `function ${own}<Value>(`,
    '  conversion: { readonly expected: string; read(raw: never): Value },',
    '  offset: number,',
    '  raw: unknown,',
    '): Value {',
    '  try {',
    '    return conversion.read(raw as never);',
    '  } catch (cause) {',
    `    if (!(cause instanceof ${failure})) throw new ${failure}(conversion.expected, ${describe}(raw), { offset, cause });`,
    '    if (cause.offset !== undefined) throw cause;',
    `    const failure = new ${failure}(cause.expected, cause.actual, { offset, cause: cause.cause });`,
    '    failure.path.push(...cause.path);',
    '    throw failure;',
    '  }',
    '}',
  ])
}

/** Makes the underlying value of a logical type's. */
export function writeConvertedFunction(scope: Scope): string {
  const failure = scope.runtime('Failure')
  const mismatch = scope.runtime('mismatch')
  const conversion = scope.runtime('LogicalConversion', 'type')
  return scope.part('writeConverted', (own) => [
    `function ${own}(conversion: ${conversion}, value: unknown): unknown {`,
    '  try {',
    '    return conversion.write(value);',
    '  } catch (cause) {',
    `    if (cause instanceof ${failure}) throw cause;`,
    `    return ${mismatch}(conversion.expected, value, cause);`,
    '  }',
    '}',
  ])
}

/** Refuses a value that has not the tag of any branch. */
export function refuseTagFunction(scope: Scope): string {
  const failure = scope.runtime('Failure')
  const describe = scope.runtime('describe')
  const kindOf = scope.runtime('kindOf')
  const mismatch = scope.runtime('mismatch')
  const within = scope.runtime('within')
  const ownMember = scope.runtime('ownMember')
  return scope.part('refuseTag', (own) => [
    `function ${own}(value: unknown, tag: string, expected: string): never {`,
    `  if (${kindOf}(value) !== 'object') ${mismatch}(expected, value);`,
    `  const found = ${ownMember}(value, tag);`,
    `  if (found === undefined) throw new ${failure}(expected, \`an object without \${tag}\`);`,
    `  throw ${within}(tag, new ${failure}(expected, ${describe}(found)));`,
    '}',
  ])
}

/** Tries branches one after the other. */
export function firstFittingFunction(scope: Scope): string {
  const failure = scope.runtime('Failure')
  const mismatch = scope.runtime('mismatch')
  const output = scope.runtime('ByteWriter', 'type')
  return scope.part('writeFirstFitting', (own) => [
    `function ${own}(`,
    `  writers: readonly ((value: unknown, output: ${output}) => void)[],`,
    '  value: unknown,',
    `  output: ${output},`,
    '  expected: string,',
    '): void {',
    '  const written = output.written();',
    '  const { depth } = output;',
    '  let last: unknown;',
    '  for (const write of writers) {',
    '    try {',
    '      write(value, output);',
    '      return;',
    '    } catch (error) {',
    '      // Other kinds of failures say that nothing else is to be tried.',
    `      if (!(error instanceof ${failure}) || error.constructor !== ${failure}) throw error;`,
    '      last = error;',
    '      output.rewind(written, depth);',
    '    }',
    '  }',
    '  if (writers.length === 1) throw last;',
    `  ${mismatch}(expected, value);`,
    '}',
  ])
}
