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
  const subpaths = specifiers
    .map((specifier, i) => `export * as subpath${i} from '${specifier}'\n`)
    .join('')
  for (const [format, ending] of [
    ['module', 'mts'],
    ['CommonJS', 'cts'],
  ]) {
    writeFileSync(join(installed, `program.${ending}`), source)
    writeFileSync(join(installed, `subpaths.${ending}`), subpaths)
    for (const name of ['program', 'subpaths']) {
      const file = `${name}.${ending}`
      await report.check(`types of ${name}, ${format}, with those of Node`, () =>
        typeCheck(places, file, { types: ['node'], lib: ['ES2023'] }),
      )
      await report.check(`types of ${name}, ${format}, with those of browsers`, () =>
        typeCheck(places, file, { types: [], lib: ['ES2023', 'DOM'] }),
      )
    }
  }
}

interface Environment {
  readonly types: readonly string[]
  readonly lib: readonly string[]
}

function typeCheck({ root, installed }: TypePlaces, file: string, environment: Environment) {
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
