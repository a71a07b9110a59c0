import { execFile } from 'node:child_process'

/** Characters of a failed command's output that its error shows: the last ones. */
const shownOutput = 4000

/**
 * What a command printed on its standard output, once it ended well. Fails with the end of all that
 * it printed where it did not, and with `missing` where there is no such command.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  { missing }: { missing: string },
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout)
      else if (error.code === 'ENOENT') reject(new Error(missing))
      else reject(new Error(`${command} failed:\n${`${stdout}\n${stderr}`.slice(-shownOutput)}`))
    })
  })
}
