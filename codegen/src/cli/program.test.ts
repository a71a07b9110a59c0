import { expect, test } from 'vitest'
import { projectFolder } from '../../test/project-folder.ts'
import { RegistryUnavailableError } from '../inputs/input-error.ts'
import type { CommandEntry } from './command-table.ts'
import { run } from './program.ts'

const sound = { 'schemas/a.avsc': '"int"' }
const broken = { 'schemas/a.avsc': '"nope"' }

test.each<[string, Record<string, unknown>, string[], number, string, string]>([
  ['a run without findings ends with 0', sound, ['validate'], 0, '', 'no problems'],
  ['a run with findings ends with 100', broken, ['validate'], 100, 'UNKNOWN_TYPE', '1 error'],
  ['quiet keeps standard error empty', broken, ['validate', '-q'], 100, 'UNKNOWN_TYPE', ''],
  ['a global option may come first', broken, ['-q', 'validate'], 100, 'UNKNOWN_TYPE', ''],
  ['help is a result', {}, ['--help'], 0, 'validate', ''],
  ['help of a command is a result', {}, ['lint', '--help'], 0, '--fix', ''],
  ['help of a command lists the global options', {}, ['lint', '--help'], 0, '--quiet', ''],
  ['help may be a command', {}, ['help', 'lint'], 0, '--fix', ''],
  ['the version is a result', {}, ['--version'], 0, '0.', ''],
  ['no command shows the help', {}, [], 1, '', 'Usage: magicbyte'],
  ['an unknown command has a suggestion', {}, ['valdate'], 1, '', 'Did you mean validate?'],
  [
    'an unknown option has a suggestion',
    sound,
    ['validate', '--error-fromat', 'x'],
    1,
    '',
    'Did you mean --error-format?',
  ],
  [
    'an unknown word has a suggestion',
    sound,
    ['validate', '--error-format', 'jason'],
    1,
    '',
    'did you mean json?',
  ],
  ['a missing argument is told', {}, ['diff', 'a'], 1, '', "missing required argument 'new'"],
  [
    'a missing file is told',
    {},
    ['validate', 'no.avsc'],
    1,
    '',
    'There is no file or folder no.avsc',
  ],
  [
    'a folder that is a file is told as such',
    { ...sound, out: 'x' },
    ['convert', 'schemas/a.avsc', '--to', 'avsc', '-o', 'out/x/a.avsc'],
    1,
    '',
    'error: out/x: not a directory',
  ],
  ['no schemas at all is told', {}, ['validate'], 1, '', 'There is no folder "schemas"'],
  [
    'a wrong config is told',
    { 'magicbyte.config.json': '{"x":1}' },
    ['validate'],
    1,
    '',
    'unknown key "x"',
  ],
])('%s', async (_, files, argv, code, stdout, stderr) => {
  const result = await projectFolder(files).run(...argv)
  expect(result).toEqual({
    code,
    stdout: stdout === '' ? '' : expect.stringContaining(stdout),
    stderr: argv.includes('-q') ? '' : expect.stringContaining(stderr),
  })
})

const failing = (error: Error): CommandEntry => ({
  name: 'fail',
  summary: 'fail',
  load: async () => ({
    describe: () => {},
    run: async () => {
      throw error
    },
  }),
})

async function fail(error: Error, ...argv: string[]) {
  let stderr = ''
  const io = {
    stdout: { write: () => {} },
    stderr: { write: (text: string) => (stderr += text) },
    cwd: '/',
    env: {},
    isTTY: false,
  }
  return { code: await run(['fail', ...argv], io, [failing(error)]), stderr }
}

test('a registry that cannot be reached ends with 2', async () => {
  expect(await fail(new RegistryUnavailableError('It does not answer'))).toEqual({
    code: 2,
    stderr: 'error: It does not answer\n',
  })
})

test('an unexpected failure shows its stack only when asked', async () => {
  const { code, stderr } = await fail(new TypeError('x is not a function'))
  expect(code).toBe(1)
  expect(stderr).toBe('error: unexpected failure: x is not a function\n(--debug shows where)\n')
  expect((await fail(new TypeError('x'), '--debug')).stderr).toContain('program.test.ts')
})

test.each<[string, boolean, Record<string, string>, string[], boolean]>([
  ['a terminal gets colour', true, {}, [], true],
  ['a pipe gets none', false, {}, [], false],
  ['FORCE_COLOR gives it to a pipe', false, { FORCE_COLOR: '1' }, [], true],
  ['NO_COLOR takes it', true, { NO_COLOR: '1' }, [], false],
  ['an empty NO_COLOR does not', true, { NO_COLOR: '' }, [], true],
  ['an option takes it', true, {}, ['--no-color'], false],
])('%s', async (_, isTTY, env, options, isColoured) => {
  let stdout = ''
  const io = {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: () => {} },
    cwd: projectFolder(broken).path,
    env,
    isTTY,
  }
  await run(['validate', ...options], io)
  expect(stdout.includes('\u001b[')).toBe(isColoured)
})
