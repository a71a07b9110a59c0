import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const entry = join(import.meta.dirname, '..', 'index.ts')

/** Encodes, decodes and resolves, and prints what comes out. */
const PROGRAM = `
  const { parseSchema, createCodec, createDecoder } = avro
  const schema = (value) => parseSchema(JSON.stringify(value)).root
  const text = { type: 'record', name: 'R', fields: [
    { name: 'text', type: 'string' },
    { name: 'bytes', type: 'bytes' },
    { name: 'union', type: ['null', 'long', { type: 'array', items: 'double' }] },
  ] }
  const reader = { type: 'record', name: 'R', fields: [
    { name: 'text', type: 'bytes' },
    { name: 'added', type: 'string', default: 'é' },
  ] }
  const codec = createCodec(schema(text))
  const decoder = createDecoder(schema(text), schema(reader))
  const results = []
  for (const length of [0, 1, 12, 13, 32, 33, 64, 5000, 30000]) {
    for (const character of ['a', 'é', '日', '😀', '\\uD800']) {
      const value = {
        text: character.repeat(length),
        bytes: new Uint8Array(length).fill(7),
        union: length % 2 ? 2n ** 62n : [0.1],
      }
      const bytes = codec.encode(value, new Uint8Array([0, 0, 0, 0, 1]))
      const read = codec.decode(bytes, { start: 5 })
      if (read.text !== value.text.toWellFormed()) throw new Error('another text')
      if (read.bytes.length !== length || read.bytes.some((byte) => byte !== 7)) {
        throw new Error('other bytes')
      }
      const resolved = decoder.decode(bytes, { start: 5 })
      if (new TextDecoder('utf-8').decode(resolved.text) !== read.text) throw new Error('resolved')
      if (resolved.added !== 'é') throw new Error('another default')
      let sum = 0
      for (const byte of bytes) sum = (sum * 31 + byte) >>> 0
      results.push(sum)
    }
  }
  const kind = codec.encode({ text: '', bytes: new Uint8Array(0), union: null }).constructor.name
  console.log(JSON.stringify({ results, kind }))
`

const run = promisify(execFile)

async function outcomeOf(
  args: readonly string[],
  before = '',
): Promise<{ results: number[]; kind: string }> {
  const load = `const avro = await import(${JSON.stringify(entry)});`
  const program = ['--input-type=module', '-e', `${before}${load}${PROGRAM}`]
  const flags = [...args, '--conditions=magicbyte-source', '--import', 'tsx', ...program]
  const { stdout } = await run(process.execPath, flags)
  return JSON.parse(stdout)
}

/** Loading needs a Buffer, so that only the modules of the codec go without. */
const WITHOUT_BUFFER = `
  const kept = globalThis.Buffer;
  const isOurs = () => /avro.src/.test(new Error().stack.split('\\n').slice(2).join());
  Object.defineProperty(globalThis, 'Buffer', {
    configurable: true,
    get: () => (isOurs() ? undefined : kept),
  });
`

test('nothing is evaluated, and without Node’s Buffer all but the kind of bytes is the same', async () => {
  const [usual, without] = await Promise.all([
    outcomeOf(['--disallow-code-generation-from-strings']),
    outcomeOf([], WITHOUT_BUFFER),
  ])
  expect(usual.results).toHaveLength(45)
  expect(usual.kind).toBe('Buffer')
  expect(without).toEqual({ results: usual.results, kind: 'Uint8Array' })
})
