import { createCodec, parseSchema } from '@magicbyte/avro'
import { generateCode } from '../src/generate/generate.ts'
import type { GenerateInput, GenerateOptions } from '../src/generate/generate-options.ts'
import { valueLiteral } from '../src/generate/value-literal.ts'
import { codecOptions } from '../src/generate/value-options.ts'
import { chooser, decodedOr, someBytes } from './codec-agreement.ts'
import type { Probe } from './probe.ts'
import { PROBES } from './probes.ts'

/** The input of a probe. */
export const inputOf = ({ schema }: Probe): GenerateInput => {
  const text = JSON.stringify(schema)
  return { file: 'probe.avsc', text, root: parseSchema(text).root }
}

/** The options that probes are generated with. */
export const WAYS: Readonly<Record<string, GenerateOptions>> = {
  standard: { zod: true },
  migration: { unions: 'wrapped', long: 'number', logicalTypes: 'raw', importExtension: '.ts' },
  plain: { unions: 'plain', long: 'string', mode: 'schema' },
  types: { mode: 'types', enums: 'union', importExtension: '.ts' },
}

/**
 * The modules generated from all probes, each with modules of values that have to be of its types
 * and of others that must not; in `enums/` one with an enum of TypeScript.
 */
export function probeFiles(): Map<string, string> {
  const files = new Map<string, string>()
  for (const [way, options] of Object.entries(WAYS)) {
    for (const [index, probe] of PROBES.entries()) {
      const folder = `${way}${index}/`
      for (const [path, text] of generateCode([inputOf(probe)], options).files) {
        files.set(folder + path, text)
      }
      if (way === 'standard') files.set(`${folder}check.ts`, checkText(probe))
      files.set(`${folder}read.ts`, readText(probe, options))
    }
  }
  const enums = PROBES.find(({ rule }) => rule.startsWith('symbols are texts'))!
  for (const [path, text] of generateCode([inputOf(enums)], { enums: 'enum', zod: true }).files) {
    files.set(`enums/${path}`, text)
  }
  return files
}

function checkText({ type, module, good, bad }: Probe): string {
  const lines = [
    ...good.map((text, index) => `export const good${index}: ${type} = ${text}`),
    ...bad.map((text, index) => {
      return `// @ts-expect-error it is none\nexport const bad${index}: ${type} = ${text}`
    }),
  ]
  return `import type { ${type} } from './${module.replace('.ts', '.js')}'\n${lines.join('\n')}\n`
}

/** A module in which values as they are read have to be of the type. */
function readText(probe: Probe, options: GenerateOptions): string {
  const { root } = inputOf(probe)
  const codec = createCodec(root, codecOptions(options))
  const choose = chooser(11)
  const type = probe.type.replace(/(?<=[Pt_])Input$/, '')
  const values = Array.from({ length: 4 }, () => {
    return decodedOr(() => codec.decode(someBytes(root, choose)), undefined)
  })
  const lines = values
    .filter((value) => value !== undefined)
    .map((value, index) => `export const value${index}: ${type} = ${valueLiteral(value)}`)
  const extension = options.importExtension ?? '.js'
  return `import type { ${type} } from './${probe.module.replace('.ts', extension)}'\nexport type Used = ${type}\n${lines.join('\n')}\n`
}
