import { readFileSync } from 'node:fs'

/** Jars that are used together, as one class path. */
export type JarSet = 'kafka' | 'avro'

/** A jar as jars.txt pins it. */
export interface Jar {
  group: string
  artifact: string
  version: string
  sha256: string
  fileName: string
}

/** The jars of a set, its own and all that they need, in the order of jars.txt. */
export function listJars(set: JarSet): readonly Jar[] {
  return readFileSync(new URL('jars.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(`${set} `))
    .map(parseLine)
}

function parseLine(line: string): Jar {
  const match = /^\w+ ([\w.-]+):([\w.-]+):([\w.-]+) ([0-9a-f]{64})$/.exec(line)
  if (match === null) throw new Error(`jars.txt: not a jar: ${line}`)
  const [, group = '', artifact = '', version = '', sha256 = ''] = match
  return { group, artifact, version, sha256, fileName: `${artifact}-${version}.jar` }
}
