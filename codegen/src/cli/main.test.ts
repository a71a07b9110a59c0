import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { projectFolder } from '../../test/project-folder.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const args = ['--conditions=magicbyte-source', '--import', import.meta.resolve('tsx'), main]

test('the program gives its findings, its progress and its exit code', async () => {
  const { path: cwd } = projectFolder({ 'schemas/a.avsc': '"nope"' })
  const result = await new Promise((resolve) => {
    execFile(process.execPath, [...args, 'validate'], { cwd }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr })
    })
  })
  expect(result).toEqual({
    code: 100,
    stdout: 'schemas/a.avsc:1:1: error UNKNOWN_TYPE No file defines the type "nope"\n',
    stderr: '1 schema file\n1 error, 0 warnings\n',
  })
})

test.each(['stdout', 'stderr'] as const)('nobody has to read %s to its end', async (output) => {
  const { path: cwd } = projectFolder({ 'schemas/a.avsc': '"nope"' })
  const child = start(['validate'], cwd)
  child[output]?.destroy()
  expect(await once(child, 'exit')).toEqual([100, null])
})

test('an interrupt ends the watching', async () => {
  const { path: cwd } = projectFolder({ 'schemas/a.avsc': '"int"' })
  const child = start(['generate', '--watch', '--out', 'out'], cwd)
  let progress = ''
  for await (const piece of child.stderr ?? []) {
    progress += piece
    if (!progress.includes('waiting for changes')) continue
    child.kill('SIGINT')
    break
  }
  expect(await once(child, 'exit')).toEqual([0, null])
})

function start(argv: readonly string[], cwd: string): ChildProcess {
  const child = spawn(process.execPath, [...args, ...argv], { cwd })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}
