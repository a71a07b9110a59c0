import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { projectFolder } from '../../test/project-folder.ts'
import { completionScript } from '../completion/completion-script.ts'

const script = async (shell: string) => (await projectFolder().run('completion', shell)).stdout

async function complete(...words: string[]): Promise<string[]> {
  const probe = [
    await script('bash'),
    `COMP_WORDS=(magicbyte ${words.map((word) => `'${word}'`).join(' ')})`,
    `COMP_CWORD=${words.length}`,
    '_magicbyte',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: bash puts the words in.
    'printf "%s\\n" "${COMPREPLY[@]}"',
  ].join('\n')
  const output = execFileSync('bash', ['-c', probe], { encoding: 'utf8' })
  return output.split('\n').filter(Boolean)
}

test('bash completes commands', async () => {
  expect(await complete('val')).toEqual(['validate'])
  expect(await complete('')).toContain('push')
})

test('bash completes the options of a command', async () => {
  expect(await complete('-q', 'push', '--dry')).toEqual(['--dry-run'])
  expect(await complete('push', '--no')).toEqual(['--normalize', '--no-color'])
})

test('bash leaves arguments to files', async () => {
  expect(await complete('push', 'sch')).toEqual([])
})

test('every shell has every command', async () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    const text = await script(shell)
    for (const name of ['validate', 'registry', 'plan', 'completion']) expect(text).toContain(name)
  }
})

test('quotes and brackets in descriptions stay texts', () => {
  const options = [{ flag: '--x', description: "it's [a]: $(b) \\" }]
  const commands = [{ name: 'c', summary: "o'clock", options }]
  expect(completionScript('zsh', commands)).toContain(
    "    c) _arguments '--x[it'\\''s \\[a\\]\\: $(b) \\\\]' '*:file:_files' ;;",
  )
  expect(completionScript('fish', commands)).toContain("-d 'it\\'s [a]: $(b) \\\\'")
})

test('an unknown shell is told', async () => {
  const { code, stderr } = await projectFolder().run('completion', 'zhs')
  expect([code, stderr]).toEqual([1, expect.stringContaining('did you mean zsh?')])
})
