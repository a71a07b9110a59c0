import { parseSchema } from '@magicbyte/avro'
import fc from 'fast-check'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { codecsOf } from '../../test/codec-agreement.ts'
import { typeErrors } from '../../test/generated-code.ts'
import { generateCode } from './generate.ts'
import type { GenerateInput } from './generate-options.ts'

const inputOf = (schema: unknown, file = 'some.avsc'): GenerateInput => {
  const text = JSON.stringify(schema)
  return { file, text, root: parseSchema(text).root }
}

const WORDS = [
  ...['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', 'isPrototypeOf'],
  ...['class', 'function', 'any', 'never', 'undefined', 'await', 'let', 'eval', 'arguments'],
  ...['Date', 'Object', 'Array', 'Map', 'Record', 'Readonly', 'Uint8Array', 'String', 'Number'],
  ...['ReadonlyMap', 'Math', 'TypeError', 'Error', 'Promise', 'Symbol', 'JSON'],
  ...['value', 'output', 'input', 'members', 'at', 'v0', 'index', 'items', 'key', 'error', 'z'],
  ...['writeA', 'readA', 'A', 'AInput', 'ASchema', 'ACodec', 'defineCodec', 'mismatch', 'within'],
  ...['ByteReader', 'Failure', 'topics', 'default', 'zürich', 'Ωmega', 'codecOptions'],
]

const name = fc.oneof(fc.constantFrom(...WORDS), fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,12}$/))

const names = fc.uniqueArray(name, { minLength: 4, maxLength: 12 })

test('any name will do for a record, a field, a symbol and the key of a map', () => {
  const all = new Map<string, string>()
  let run = 0
  fc.assert(
    fc.property(names, fc.constantFrom('a', 'a.B', '', 'zod.index', 'class'), (used, namespace) => {
      const others = used.slice(1)
      const root = {
        type: 'record',
        name: used[0],
        namespace,
        fields: [
          { name: 'date', type: { type: 'long', logicalType: 'timestamp-millis' } },
          { name: 'bytes', type: { type: 'map', values: 'bytes' } },
          ...others.map((other, index) => ({
            name: `${other}_`,
            type: typeOf(other, used, index),
          })),
          ...used.map((field) => ({ name: field, type: 'int', default: 3 })),
        ].filter(
          (field, index, list) => list.findIndex((one) => one.name === field.name) === index,
        ),
      }
      const input = inputOf(root)
      for (const [path, text] of generateCode([input], { zod: true }).files) {
        all.set(`run${run}/${path}`, text)
      }
      run++
      const { generated, compiled } = codecsOf(input)
      const value = {
        date: new Date(5),
        bytes: Object.fromEntries(used.map((key) => [key, Uint8Array.of(1)])),
        ...Object.fromEntries(
          others.map((other, index) => [`${other}_`, valueOfType(used, index)]),
        ),
      }
      const bytes = compiled.encode(value)
      expect(generated.encode(value)).toEqual(bytes)
      expect(generated.decode(bytes)).toEqual(compiled.decode(bytes))
    }),
    { numRuns: 25 },
  )
  expect(typeErrors(all)).toEqual([])
})

function typeOf(called: string, used: readonly string[], index: number): unknown {
  if (index % 3 === 0) return { type: 'enum', name: called, symbols: used }
  if (index % 3 === 1) return { type: 'fixed', name: called, size: 1 }
  return { type: 'record', name: called, fields: [{ name: used[0], type: 'string' }] }
}

function valueOfType(used: readonly string[], index: number): unknown {
  if (index % 3 === 0) return used[0]
  if (index % 3 === 1) return Uint8Array.of(7)
  return Object.fromEntries([[used[0], 'x']])
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...['*/', '/*', '*', '/', '\\', '`', '${', '}', "'", '"', '\n', '\r\n', '\r', '\u2028'],
        ...['\u2029', '\u0085', ' @deprecated', '@ts-ignore', '@jsx', '{@link x}', '//', '<!--'],
        ...['\u202e', '\ufeff', '\u0000', '\ud800', ' ', 'text', '# sourceMappingURL=x', '\t'],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)

test('no doc, default or name of a file changes the code', () => {
  const plain = tokensOf(documented('', ''), 'some.avsc')
  fc.assert(
    fc.property(hostile, hostile, hostile, (doc, other, file) => {
      expect(tokensOf(documented(doc, other), file)).toEqual(plain)
    }),
    { numRuns: 300 },
  )
})

function documented(doc: string, other: string): unknown {
  return {
    type: 'record',
    name: 'A',
    namespace: 'a',
    doc,
    deprecated: other,
    fields: [
      { name: 'x', type: 'string', doc: other, default: `xx${doc}`, deprecated: true },
      { name: 'e', type: { type: 'enum', name: 'E', symbols: ['S'], doc }, doc },
      { name: 'f', type: { type: 'fixed', name: 'F', size: 1, doc: other } },
    ],
  }
}

/** The tokens, without what the texts of the schemas and the bytes of defaults are. */
function tokensOf(schema: unknown, file: string): string[] {
  const { files } = generateCode([inputOf(schema, file)])
  const text = files.get('a/index.ts')!
  const tokens: string[] = []
  const source = ts.createSourceFile('x.ts', text, ts.ScriptTarget.ES2023)
  expect(source).not.toHaveProperty('parseDiagnostics.0')
  const visit = (node: ts.Node) => {
    if (node.getChildCount(source) === 0 && node.kind !== ts.SyntaxKind.JSDoc) {
      const token = node.getText(source)
      if (!/^'[\s\S]*'$/.test(token) && !/^\d+$/.test(token) && token !== ',') tokens.push(token)
    }
    for (const child of node.getChildren(source)) {
      if (child.kind !== ts.SyntaxKind.JSDoc) visit(child)
    }
  }
  visit(source)
  return tokens
}

test('a doc ends no comment and begins no tag, and says that something is deprecated', () => {
  const doc = 'one */ two\r\n@deprecated use b\n@internal three\u2028four @five a@b.c'
  const { files } = generateCode([
    inputOf({
      type: 'record',
      name: 'A',
      namespace: 'a',
      doc,
      fields: [{ name: 'x', type: 'int' }],
    }),
  ])
  expect(files.get('a/index.ts')).toContain(
    [
      '/**',
      ' * one *\\/ two',
      ' * \\@internal three',
      ' * four \\@five a@b.c',
      ' *',
      ' * `a.A`',
      ' *',
      ' * @deprecated use b',
      ' */',
      'export interface A {',
    ].join('\n'),
  )
})

test('defaults are shown to their last digit', () => {
  const fields = [
    { name: 'x', type: 'long', default: 5 },
    { name: 'y', type: 'string', default: '*/ @a' },
  ]
  const text = JSON.stringify({ type: 'record', name: 'A', namespace: 'a', fields }).replace(
    ':5}',
    ':9007199254740993}',
  )
  const { files } = generateCode([{ file: 'a.avsc', text, root: parseSchema(text).root }])
  const module = files.get('a/index.ts')!
  expect(module).toContain('/** @default 9007199254740993 */')
  expect(module).toContain('/** @default "*\\/ \\u0040a" */')
})
