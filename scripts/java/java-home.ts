import { join } from 'node:path'
import { runCommand } from './run-command.ts'

/** The commands of a Java development kit, and its version's first number: 17 for 17.0.15. */
export interface JavaHome {
  java: string
  javac: string
  version: number
}

const oldestVersion = 17

const advice = `Java ${oldestVersion} or newer with its compiler is needed, in JAVA_HOME or on the PATH.
On Debian or Ubuntu: apt-get install -y --no-install-recommends openjdk-17-jdk-headless maven`

/** The Java development kit of `JAVA_HOME`, or else that of the PATH. Says what to install if none. */
export async function findJava(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<JavaHome> {
  const command = (name: string) => (env.JAVA_HOME ? join(env.JAVA_HOME, 'bin', name) : name)
  const javac = command('javac')
  const printed = await runCommand(javac, ['-version'], { missing: `No javac. ${advice}` })
  const version = Number(/^javac (\d+)/m.exec(printed)?.[1] ?? Number.NaN)
  if (!(version >= oldestVersion)) throw new Error(`${javac} is ${printed.trim()}. ${advice}`)
  return { java: command('java'), javac, version }
}
