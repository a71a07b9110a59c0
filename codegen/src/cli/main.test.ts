import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { projectFolder } from '../../test/project-folder.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

test('the program gives its findings, its progress and its exit code', async () => {
  const { path: cwd } = projectFolder({ 'schemas/a.avsc': '"nope"' })
  const tsx = import.meta.resolve('tsx')
  const args = ['--conditions=source', '--import', tsx, main, 'validate']
  const result = await new Promise((resolve) => {
    execFile(process.execPath, args, { cwd }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr })
    })
  })
  expect(result).toEqual({
    code: 100,
    stdout: 'schemas/a.avsc:1:1: error UNKNOWN_TYPE No file defines the type "nope"\n',
    stderr: '1 schema files\n1 error, 0 warnings\n',
  })
})
