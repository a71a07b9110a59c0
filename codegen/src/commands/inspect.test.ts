import { fingerprint64, parseSchema } from '@magicbyte/avro'
import { expect, test } from 'vitest'
import { projectFolder, record } from '../../test/project-folder.ts'

const files = {
  'schemas/order.avsc': record('Order', { line: 'Line' }),
  'schemas/line.avsc': record('Line', { order: ['null', 'Order'] }),
}

test('json has forms, fingerprints and dependencies', async () => {
  const { code, stdout } = await projectFolder(files).run('inspect', '-o', 'json')
  expect(code).toBe(0)
  const [line, order] = JSON.parse(stdout)
  const parsed = parseSchema(order.canonical)
  expect(order).toMatchObject({
    file: 'schemas/order.avsc',
    type: 'Order',
    defines: ['Order'],
    parsingForm: expect.stringContaining('{"name":"Order","type":"record"'),
    fingerprints: { 'CRC-64-AVRO (signed)': String(fingerprint64(parsed.root)) },
    guid: expect.stringMatching(/^[0-9a-f-]{36}$/),
    references: [
      {
        type: 'Line',
        file: 'schemas/line.avsc',
        references: [{ type: 'Order', file: 'schemas/order.avsc', references: [] }],
      },
    ],
  })
  expect(line.type).toBe('Line')
})

test('text has the tree of dependencies', async () => {
  const { stdout } = await projectFolder(files).run('inspect', 'schemas')
  expect(stdout).toContain(
    '  depends on\n    Line (schemas/line.avsc)\n      Order (schemas/order.avsc)\n',
  )
})

test('problems go to standard error, what is sound is shown', async () => {
  const folder = projectFolder({ 'schemas/a.avsc': '"int"', 'schemas/b.avsc': '"x"' })
  const { code, stdout, stderr } = await folder.run('inspect', '-o', 'json')
  expect(code).toBe(100)
  expect(JSON.parse(stdout)).toMatchObject([{ file: 'schemas/a.avsc', type: 'int' }])
  expect(stderr).toContain('schemas/b.avsc:1:1: error UNKNOWN_TYPE')
})
