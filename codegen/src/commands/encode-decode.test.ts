import { expect, test } from 'vitest'
import { projectFolder, record } from '../../test/project-folder.ts'
import { inputOf, registryProject } from '../../test/registry-project.ts'

const schema = record('Order', { id: 'string', sequence: 'long', note: ['null', 'string'] })
const json = '{"id":"A1","sequence":9007199254740993,"note":{"string":"x"}}'
const avro = '044131' + '8280808080808020' + '020278'

const files = { 'order.avsc': schema }

test.each<[string, string[], string]>([
  ['hexadecimal digits', [], avro],
  ['base64', ['--out', 'base64'], Buffer.from(avro, 'hex').toString('base64')],
  ['a given id', ['--id', '258'], `0000000102${avro}`],
  ['no frame', ['--id', '258', '--bare'], avro],
])('a schema file encodes to %s, and back', async (_, options, text) => {
  const folder = projectFolder(files)
  const encoded = await folder.run('encode', '--schema', 'order.avsc', '--data', json, ...options)
  expect(encoded).toEqual({ code: 0, stdout: `${text}\n`, stderr: '' })
  const isBare = text.length === avro.length || options.includes('base64')
  const form = options.includes('base64') ? ['--in', 'base64'] : []
  const decoded = await folder.run(
    ...['decode', '--schema', 'order.avsc', '--data', text, ...form, ...(isBare ? ['--bare'] : [])],
  )
  expect(decoded).toEqual({ code: 0, stdout: `${json}\n`, stderr: '' })
})

test('a registered schema frames with its id, and is found by it', async () => {
  const project = await registryProject(files)
  await project.run('push', 'order.avsc', '-q')
  const bySubject = await project.run('encode', '--subject', 'order-value', '--data', json)
  expect(bySubject).toEqual({
    code: 0,
    stdout: `0000000001${avro}\n`,
    stderr: 'schema order-value v1 (id 1)\n',
  })
  expect((await project.run('encode', '--id', '1', '--data', json, '-q')).stdout).toBe(
    bySubject.stdout,
  )
  expect(await project.run('decode', '--data', bySubject.stdout)).toMatchObject({
    code: 0,
    stdout: `${json}\n`,
  })
})

test('messages may be lines', async () => {
  const folder = projectFolder({ ...files, 'in.txt': `${json}\n\n${json}\n` })
  const { stdout } = await folder.run('encode', 'in.txt', '--schema', 'order.avsc', '--lines')
  expect(stdout).toBe(`${avro}\n${avro}\n`)
  folder.write({ 'out.txt': `0x${avro}\r\n\n${avro}` })
  const back = await folder.run('decode', 'out.txt', '--schema', 'order.avsc', '--bare')
  expect(back.stdout).toBe(`${json}\n${json}\n`)
})

test('raw bytes go through standard input and output', async () => {
  let written = Buffer.alloc(0)
  const writeBytes = (bytes: Uint8Array) => (written = Buffer.concat([written, bytes]))
  const stdin = inputOf(json)
  const folder = projectFolder(files, { writeBytes, ...(stdin && { stdin }) })
  await folder.run('encode', '--schema', 'order.avsc', '--out', 'raw')
  expect(written.toString('hex')).toBe(avro)
  const raw = inputOf(written)
  const reading = projectFolder(files, raw && { stdin: raw })
  const { stdout } = await reading.run(
    'decode',
    '-',
    '--in',
    'raw',
    '--schema',
    'order.avsc',
    '--bare',
  )
  expect(stdout).toBe(`${json}\n`)
})

test('what does not fit the schema is told with its place', async () => {
  const folder = projectFolder(files)
  const encode = (data: string) => folder.run('encode', '--schema', 'order.avsc', '--data', data)
  const missing = await encode('{"id":"A1"}')
  expect([missing.code, missing.stdout]).toEqual([100, ''])
  expect(missing.stderr).toMatch(/^error: cannot read JSON at line 1, column 1/)
  expect((await encode(json.replace('"note"', '"nota"'))).stderr).toContain('nota')
})

test('a bad message does not hide the good ones', async () => {
  const folder = projectFolder({ ...files, 'in.txt': `${avro}\n${avro}00\n${avro}` })
  const result = await folder.run('decode', 'in.txt', '--schema', 'order.avsc', '--bare')
  expect(result).toEqual({
    code: 100,
    stdout: `${json}\n${json}\n`,
    stderr: expect.stringMatching(/^error: message 2: .*\n$/),
  })
})

test.each<[string, string[], number, string]>([
  ['no schema at all', ['encode', '--data', '1'], 1, 'Say which schema'],
  ['no schema without frames', ['decode', '--bare', '--data', '00'], 1, 'say which schema'],
  ['an odd digit', ['decode', '--schema', 'order.avsc', '--data', '000'], 1, 'no even number'],
  [
    'no base64',
    ['decode', '--schema', 'order.avsc', '--in', 'base64', '--data', '!'],
    1,
    'no base64',
  ],
  ['no frame', ['decode', '--schema', 'order.avsc', '--data', avro], 100, '--bare'],
  [
    'a wrong id',
    ['encode', '--schema', 'order.avsc', '--id', 'x', '--data', '1'],
    1,
    '--id has to',
  ],
  ['an unknown id', ['decode', '--data', `0000000009${avro}`], 1, 'no schema with id 9'],
  ['a missing file', ['decode', 'no.txt'], 1, 'cannot be read'],
  ['an unsound schema', ['encode', '--schema', 'bad.avsc', '--data', '1'], 1, 'no sound schema'],
])('%s is told', async (_, argv, code, message) => {
  const project = await registryProject({ ...files, 'bad.avsc': '"nope"' })
  const result = await project.run(...argv)
  expect([result.code, result.stderr]).toEqual([code, expect.stringContaining(message)])
})
