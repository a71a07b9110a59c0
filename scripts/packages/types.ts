import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './command.ts'
import type { Report } from './report.ts'
import type { Tarball } from './tarballs.ts'

/** What is type-checked, and with what. */
export interface TypePlaces {
  readonly root: string
  readonly installed: string
  /** The program, as TypeScript. */
  readonly source: string
  readonly libraries: readonly Tarball[]
}

/**
 * Type-checks the program and an import of every subpath as strict users do, who check the
 * declarations of libraries too: as module and as CommonJS, with the types of Node and without.
 */
export async function checkTypes(report: Report, places: TypePlaces): Promise<void> {
  const { installed, source, libraries } = places
  const specifiers = libraries.flatMap(({ name, manifest }) =>
    Object.keys(manifest.exports).map((subpath) => name + subpath.slice(1)),
  )
  for (const [format, ending] of [
    ['module', 'mts'],
    ['CommonJS', 'cts'],
  ]) {
    for (const [name, environment, used] of [
      ['types of Node', NODE, specifiers],
      ['types of browsers', BROWSER, specifiers.filter((name) => !NODE_ONLY.includes(name))],
    ] as const) {
      const program = `program.${ending}`
      const subpaths = `subpaths.${ending}`
      writeFileSync(join(installed, program), source)
      writeFileSync(join(installed, subpaths), used.map(importOf).join(''))
      await report.check(`program, ${format}, ${name}`, () =>
        typeCheck(places, program, environment),
      )
      await report.check(`all subpaths, ${format}, ${name}`, () =>
        typeCheck(places, subpaths, environment),
      )
    }
  }
}

const NODE = { types: ['node'], lib: ['ES2023'] }
const BROWSER = { types: [], lib: ['ES2023', 'DOM'] }
/** The declarations of avsc itself need those of Node. */
const NODE_ONLY = ['@magicbyte/client/avsc']

function importOf(specifier: string, index: number): string {
  return `export * as subpath${index} from '${specifier}'\n`
}

interface Environment {
  readonly types: readonly string[]
  readonly lib: readonly string[]
}

function typeCheck(
  { root, installed }: TypePlaces,
  file: string,
  environment: Environment,
): string {
  const config = join(installed, 'tsconfig.json')
  const compilerOptions = {
    ...environment,
    typeRoots: [join(root, 'node_modules', '@types')],
    target: 'ES2022',
    module: 'node16',
    moduleResolution: 'node16',
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  }
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [file] }))
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  runCommand(installed, process.execPath, [compiler, '-p', config])
  return ''
}
