import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Io } from '../src/cli/io.ts'
import { run } from '../src/cli/program.ts'

/** A folder for one test, which is gone after it. */
export interface ProjectFolder {
  readonly path: string
  /** Writes files; what is no text is written as JSON. */
  readonly write: (files: Readonly<Record<string, unknown>>) => void
  readonly read: (file: string) => string
  /** Runs the command line in the folder. */
  readonly run: (...argv: string[]) => Promise<RunResult>
  /** Runs git in the folder, as an author with a name. */
  readonly git: (...args: string[]) => string
}

/** What a run gave. */
export interface RunResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Makes a folder with files for the test that runs; `io` is what runs in it get besides. */
export function projectFolder(
  files: Readonly<Record<string, unknown>> = {},
  io: Partial<Omit<Io, 'stdout' | 'stderr' | 'cwd'>> = {},
): ProjectFolder {
  const path = mkdtempSync(join(tmpdir(), 'magicbyte-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  const folder: ProjectFolder = {
    path,
    write(more) {
      for (const [name, content] of Object.entries(more)) {
        const file = join(path, name)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
      }
    },
    read: (file) => readFileSync(join(path, file), 'utf8'),
    async run(...argv) {
      let stdout = ''
      let stderr = ''
      const code = await run(argv, {
        stdout: { write: (text: string) => (stdout += text) },
        stderr: { write: (text: string) => (stderr += text) },
        cwd: path,
        env: {},
        isTTY: false,
        ...io,
      })
      return { code, stdout, stderr }
    },
    git(...args) {
      const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com']
      return execFileSync('git', [...who, ...args], { cwd: path, encoding: 'utf8' })
    },
  }
  folder.write(files)
  return folder
}

/** A record schema; each field by its name is a type, or an object with a type and more. */
export function record(name: string, fields: Readonly<Record<string, unknown>>): object {
  const list = Object.entries(fields).map(([fieldName, field]) =>
    typeof field === 'object' && field !== null && 'field' in field
      ? { name: fieldName, ...(field.field as object) }
      : { name: fieldName, type: field },
  )
  return { type: 'record', name, fields: list }
}
