import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { startTemporaryServer } from '../../scripts/temporary-server.ts'
import { COMMANDS } from '../src/cli/command-table.ts'
import { LINT_RULES } from '../src/lint/rules.ts'
import { applyDiff, readBlocks, readSteps, type Step } from './readme-walk.ts'
import { openShell } from './walk-shell.ts'

const root = join(import.meta.dirname, '..', '..')
const readme = readFileSync(join(root, 'codegen', 'README.md'), 'utf8')
const blocks = readBlocks(readme)

describe('the walk', () => {
  let base: string
  let server: Awaited<ReturnType<typeof startTemporaryServer>>
  beforeAll(async () => {
    server = await startTemporaryServer()
    base = mkdtempSync(join(tmpdir(), 'magicbyte-walk-'))
  })
  afterAll(async () => {
    await server.stop()
    rmSync(base, { recursive: true })
  })

  test('every line and every block of code does what is written there', async () => {
    const start = join(base, 'start')
    mkdirSync(start)
    const shell = openShell(start, join(base, 'tools'))
    const here = (text: string) => text.replaceAll('http://localhost:8081', server.url)
    const steps: Step[] = []
    for (const block of blocks) {
      const { language, file, text } = block
      if (file !== undefined) {
        const path = join(shell.folder(), file)
        // The document shows what init wrote.
        if (language === 'json') expect(readFileSync(path, 'utf8')).toBe(text)
        mkdirSync(dirname(path), { recursive: true })
        const isDiff = language === 'diff'
        writeFileSync(path, here(isDiff ? applyDiff(readFileSync(path, 'utf8'), text) : text))
        continue
      }
      if (language !== 'sh' && language !== 'console') continue
      for (const step of readSteps(block)) {
        steps.push(step)
        const { code, printed } = await shell.run(here(step.command))
        const answer = step.answer ?? printed
        expect({ command: step.command, printed, code }).toEqual({
          command: step.command,
          printed: answer,
          code: answer.includes(': error ') ? 100 : 0,
        })
        rewrite(join(shell.folder(), 'magicbyte.config.ts'), here)
      }
    }
    expect(steps.length).toBeGreaterThan(20)

    const others = blocks.filter(
      ({ language, file, runs }) =>
        language === 'ts' && runs && !steps.some(({ command }) => command.endsWith(` ${file}`)),
    )
    for (const { file } of others) {
      expect(await shell.run(`npx tsx ${file}`)).toMatchObject({ code: 0 })
    }

    const shop = join(start, 'shop')
    writeFileSync(join(shop, 'tsconfig.json'), JSON.stringify(settings(shop)))
    expect(typeErrors(shop)).toBe('')
  })
})

test('every block of TypeScript is a file', () => {
  const names = blocks.filter(({ language }) => language === 'ts').map(({ file }) => file)
  expect(names.length).toBeGreaterThan(4)
  expect(new Set(names).size).toBe(names.length)
  expect(names).not.toContain(undefined)
})

describe('the table of commands has every command with its options', () => {
  const common = new Set(['--registry', '--registry-config'])
  test.each(COMMANDS)('$name', async ({ name, load }) => {
    const command = new Command(name)
    ;(await load()).describe(command)
    const row = readme.split('\n').find((line) => new RegExp(`^\\| \`${name}[ \`]`).test(line))
    const listed = [...row!.matchAll(/`(--[\w-]+)`/g)].map(([, option]) => option!)
    const options = command.options.map(({ long }) => long!).filter((long) => !common.has(long))
    expect(listed.sort()).toEqual(options.sort())
  })
})

test('the table of lint rules is what the rules say', () => {
  const rows = [...LINT_RULES.values()].map(
    ({ id, level, topic, purpose }) =>
      `| \`${id}\` | ${level ?? 'by id only'}, ${topic} | ${purpose} |`,
  )
  expect(readme).toContain(`\n${rows.join('\n')}\n`)
})

test('the action and the hooks that are shown exist, and so do their commands', () => {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
  const shown = blocks.find(({ text }) => text.includes('- uses:'))!
  const step = parse(shown.text).at(-1)
  const inputs = Object.keys(action.inputs)
  expect(inputs).toEqual(expect.arrayContaining(Object.keys(step.with)))
  const hooks: { id: string; entry: string }[] = parse(
    readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'),
  )
  for (const { id } of hooks) expect(readme).toContain(`\`${id}\``)
  const lines: string[] = [
    ...`${action.inputs.commands.default}${step.with.commands}`.trim().split('\n'),
    ...hooks.map(({ entry }) => entry.replace(/^npx --yes magicbyte@[\d.]+ /, '')),
  ]
  const names = COMMANDS.map(({ name }) => name)
  for (const line of lines) expect(names).toContain(line.split(' ')[0])
})

function rewrite(path: string, change: (text: string) => string): void {
  if (existsSync(path)) writeFileSync(path, change(readFileSync(path, 'utf8')))
}

function settings(folder: string): object {
  return {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { typeRoots: [join(root, 'node_modules', '@types')] },
    include: [join(folder, 'src'), join(folder, 'magicbyte.config.ts')],
  }
}

function typeErrors(folder: string): string {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  try {
    return execFileSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' })
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}
