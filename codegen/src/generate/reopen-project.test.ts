import { rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { projectFolder, record } from '../../test/project-folder.ts'
import { openProject } from '../cli/project.ts'
import { createSession, type Session } from '../cli/session.ts'
import { generateTarget } from './generate-target.ts'
import { createPrintMemory } from './print-memory.ts'
import { createReopening } from './reopen-project.ts'

const TARGET = { out: 'none', zod: true } as const

async function sessionIn(cwd: string): Promise<Session> {
  const nowhere = { write: () => {} }
  return await createSession(
    { stdout: nowhere, stderr: nowhere, cwd, env: {}, isTTY: false },
    { quiet: true },
  )
}

/** What each file may hold; most of it goes with most of the others. */
const VARIANTS: Readonly<Record<string, readonly unknown[]>> = {
  'schemas/leaf.avsc': [
    record('c.Leaf', { text: 'string' }),
    record('c.Leaf', { text: { field: { type: 'string', default: 'x' } } }),
    record('c.Leaf', { text: 'string', more: ['null', 'a.Node', 'b.Tree'] }),
    { type: 'enum', name: 'c.Leaf', symbols: ['X'] },
    '{"type": "record"',
  ],
  'schemas/tree.avsc': [
    record('b.Tree', { leaves: { type: 'array', items: 'c.Leaf' } }),
    record('b.Tree', { root: ['null', 'a.Node'], kind: 'a.Record' }),
    record('b.Tree', { leaf: record('c.Leaf', { text: 'string' }) }),
  ],
  'schemas/node.avsc': [
    record('a.Node', { tree: 'b.Tree' }),
    record('a.Node', { trees: { type: 'map', values: 'b.Tree' } }),
    record('a.Node', { next: ['null', 'a.Node', 'b.Tree'] }),
    record('a.Node', { missing: 'b.Missing' }),
  ],
  'schemas/record.avsc': [
    { type: 'fixed', name: 'a.Record', size: 4 },
    { type: 'enum', name: 'a.Record', symbols: ['Y', 'Z'] },
  ],
  'schemas/user.avsc': [
    record('d.User', { node: 'a.Node', kind: 'a.Record' }),
    ['null', 'b.Tree', 'a.Node'],
    { type: 'map', values: 'd.Other' },
  ],
  'schemas/copy/leaf.avsc': [
    record('e.Copy', { leaf: 'c.Leaf' }),
    record('c.Leaf', { text: 'string' }),
    record('B.Upper', { record: 'a.Record' }),
    record('d.Other', { next: ['null', 'd.Other', 'd.User'], record: 'a.Record' }),
    record('a.ReadNode', { text: 'string' }),
  ],
}

const edits = fc.array(
  fc.constantFrom(...Object.entries(VARIANTS)).chain(([file, variants]) =>
    fc.record({
      file: fc.constant(file),
      text: fc.option(fc.constantFrom(...variants), { freq: 8 }),
      isLast: fc.boolean(),
    }),
  ),
  { minLength: 4, maxLength: 16 },
)

test('what is generated again is what is generated from the start', async () => {
  await fc.assert(
    fc.asyncProperty(edits, async (steps) => {
      const start = Object.entries(VARIANTS).map(([file, [first]]) => [file, first])
      const { path, write } = projectFolder(Object.fromEntries(start))
      const session = await sessionIn(path)
      const request = { session, args: ['schemas'], options: {} }
      const reopen = createReopening(request)
      const memory = createPrintMemory()
      generateTarget(TARGET, { ...(await reopen(new Set())), memory })
      let changed = new Set<string>()
      for (const { file, text, isLast } of steps) {
        if (text === null) rmSync(join(path, file), { force: true })
        else write({ [file]: text })
        changed.add(join(path, file))
        // Several files may change at once.
        if (!isLast) continue
        const again = await reopen(changed)
        const anew = await openProject(session, request.args, request.options)
        changed = new Set()
        expect(again.set.diagnostics).toEqual(anew.set.diagnostics)
        expect(generateTarget(TARGET, { ...again, memory })).toEqual(generateTarget(TARGET, anew))
      }
    }),
    { numRuns: 100 },
  )
})

test('files that nothing refers to are neither read nor printed again', async () => {
  const { path, write } = projectFolder({
    'schemas/leaf.avsc': record('b.Leaf', { text: 'string' }),
    'schemas/node.avsc': record('a.Node', { value: 'b.Leaf' }),
    'schemas/other.avsc': record('c.Other', { text: 'string' }),
  })
  const reopen = createReopening({ session: await sessionIn(path), args: ['schemas'], options: {} })
  const before = await reopen(new Set())
  const roots = before.set.files.map((file) => file.resolved()?.parsed.root)
  write({ 'schemas/leaf.avsc': record('b.Leaf', { text: 'bytes' }) })
  const after = await reopen(new Set([join(path, 'schemas/leaf.avsc')]))
  const isSame = after.set.files.map((file, index) => file.resolved()?.parsed.root === roots[index])
  expect(isSame).toEqual([false, false, true])
})

test('a file that changed without notice is read again with the next one', async () => {
  const { path, write } = projectFolder({
    'schemas/leaf.avsc': record('b.Leaf', { text: 'string' }),
    'schemas/other.avsc': record('c.Other', { text: 'string' }),
  })
  const reopen = createReopening({ session: await sessionIn(path), args: ['schemas'], options: {} })
  await reopen(new Set())
  write({ 'schemas/leaf.avsc': record('b.Leaf', { text: 'string', more: 'int' }) })
  const { set } = await reopen(new Set([join(path, 'schemas/other.avsc')]))
  expect(set.files[0]?.text).toContain('more')
})
