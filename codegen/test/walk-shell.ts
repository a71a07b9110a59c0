import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What a command gave: what it printed, on both outputs in its order, and its exit code. */
export interface ShellResult {
  readonly code: number
  readonly printed: string
}

/** A shell that stays in the folder that it went to. */
export interface WalkShell {
  /** The folder that it is in. */
  readonly folder: () => string
  readonly run: (command: string) => Promise<ShellResult>
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const NODE = `'${process.execPath}' --conditions=magicbyte-source --import '${import.meta.resolve('tsx')}'`

/** Packages come from here, and what they run from the sources. */
const PROGRAMS = {
  npx: `program=$1; shift
case $program in
  magicbyte) exec ${NODE} '${MAIN}' "$@" ;;
  tsx) exec ${NODE} "$@" ;;
  *) echo "no $program here"; exit 127 ;;
esac`,
  npm: `if [ "$1" = install ]; then
  [ -e node_modules ] || ln -s '${join(ROOT, 'node_modules')}' node_modules
  exit
fi
PATH=$WALK_PATH exec npm "$@"`,
}

/** A shell in an empty folder that has `npm` and `npx` of its own, made in another folder. */
export function openShell(start: string, tools: string): WalkShell {
  mkdirSync(tools, { recursive: true })
  for (const [name, script] of Object.entries(PROGRAMS)) {
    writeFileSync(join(tools, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(tools, name), 0o755)
  }
  const { PATH = '', HOME = '/' } = process.env
  const env = {
    HOME,
    PATH: `${tools}:${PATH}`,
    WALK_PATH: PATH,
    npm_config_update_notifier: 'false',
  }
  const place = join(tools, 'folder')
  let folder = start
  return {
    folder: () => folder,
    async run(command) {
      // Only what went well may have led elsewhere.
      const script = `exec 2>&1\n${command}\ncode=$?\npwd > '${place}'\nexit $code`
      const result = await new Promise<ShellResult>((resolve) => {
        execFile('/bin/sh', ['-c', script], { cwd: folder, env }, (error, printed) => {
          resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, printed })
        })
      })
      folder = readFileSync(place, 'utf8').trimEnd()
      return result
    },
  }
}
