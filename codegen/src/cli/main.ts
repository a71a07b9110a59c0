#!/usr/bin/env node
import { run } from './program.ts'

// A reader that stops early, such as `head`, is no failure.
for (const output of [process.stdout, process.stderr]) {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
  // Made when it is first asked for, which most commands do not.
  get stdin() {
    return process.stdin
  },
  writeBytes: (bytes) => process.stdout.write(bytes),
  isTTY: process.stdout.isTTY === true,
})
