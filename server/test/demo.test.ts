import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { createPage } from '../../scripts/demo/page.ts'
import { tellStory } from '../../scripts/demo/story.ts'
import { temporaryFolder } from './support/app.ts'
import { serve } from './support/process.ts'

const root = join(import.meta.dirname, '..', '..')

test('the demo runs to its end and tells what it did', async () => {
  const child = spawn(
    process.execPath,
    ['--conditions=magicbyte-source', '--import', 'tsx', 'scripts/demo.ts'],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const exit = new Promise((resolve) => child.once('close', resolve))
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exit])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  for (const line of [
    '✓ version 2, with the schema id 2',
    "{errorType:'TYPE_MISMATCH',",
    excerptInReadme(),
    '✓ the order has the id 5 and borrows two types from other subjects',
    'celsius: double',
    'Every step did what it says.',
  ]) {
    expect(stdout).toContain(line)
  }
  expect(stdout).not.toContain('\u001b')
})

function excerptInReadme(): string {
  const [, excerpt] = /^```text\n(.*?)^```$/ms.exec(readFileSync(join(root, 'README.md'), 'utf8'))!
  return excerpt!
}

test('it breaks off at a step that does not do what it says', async () => {
  const { url } = await serve(['--database', join(temporaryFolder(), 'registry.db')])
  await fetch(`${url}/subjects/other/versions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"schema":"\\"string\\""}',
  })
  let output = ''
  const write = (written: string) => {
    output += written
  }
  const page = createPage({ write, colours: true, columns: 80 })
  await expect(tellStory(url, page)).rejects.toThrow()
  expect(output).toContain('POST /subjects/room-temperature-value/versions')
  expect(output).not.toContain('✓')
})

test('colours are painted and long lines are broken at blanks where they are wanted', () => {
  let output = ''
  const write = (written: string) => {
    output += written
  }
  const page = createPage({ write, colours: true, columns: 45 })
  page.good('done')
  page.text('this text is longer than a line of forty characters')
  expect(output).toBe(
    '   \u001b[32m✓\u001b[0m done\n     this text is longer than a line of forty\n     characters\n',
  )
})
