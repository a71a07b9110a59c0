import {
  canonicalString,
  fingerprint,
  fingerprint64,
  guid,
  hex,
  parsingCanonicalForm,
} from '@magicbyte/avro'
import type { CommandModule } from '../cli/command-table.ts'
import { EXIT } from '../cli/exit-code.ts'
import { openProject } from '../cli/project.ts'
import { choose, reportDiagnostics } from '../cli/report.ts'
import { onOneLine } from '../diagnostics/format-text.ts'
import type { ResolvedSchema, SchemaFile } from '../inputs/schema-file.ts'

/** `inspect`: canonical forms, fingerprints and dependencies of files. */
export const inspect: CommandModule = {
  describe(command) {
    command
      .argument('[paths...]', 'files, folders and globs instead of those of the config')
      .option('-o, --output <format>', 'text or json', 'text')
  },
  async run({ session, args, options }) {
    const output = choose(options.output, ['text', 'json'], '--output')
    const { set } = await openProject(session, args, options)
    const details: Details[] = []
    for (const file of set.files) {
      const resolved = file.resolved()
      if (resolved) details.push(detailsOf(file, resolved))
    }
    if (output === 'json') session.print(`${JSON.stringify(details, null, 2)}\n`)
    else session.print(details.map(formatDetails).join('\n'))
    if (set.diagnostics.length === 0) return EXIT.fine
    // Standard output is for what was asked; the problems must not spoil its JSON.
    const errors = { ...session, print: (text: string) => void session.io.stderr.write(text) }
    return await reportDiagnostics(errors, set.diagnostics, { format: 'text', failOn: 'error' })
  },
}

interface Details {
  readonly file: string
  /** Full name of the root, or its type if it has none. */
  readonly type: string
  readonly defines: readonly string[]
  readonly canonical: string
  readonly parsingForm: string
  readonly fingerprints: {
    readonly 'CRC-64-AVRO': string
    /** The same as the signed number that Avro Java gives. */
    readonly 'CRC-64-AVRO (signed)': string
    readonly MD5: string
    readonly 'SHA-256': string
  }
  /** The guid that a registry gives the schema when it is registered in one piece. */
  readonly guid: string
  readonly references: readonly Dependency[]
}

interface Dependency {
  readonly type: string
  readonly file: string
  /** What the file depends on in turn; empty for a file that stands above in the tree. */
  readonly references: readonly Dependency[]
}

function detailsOf(file: SchemaFile, { parsed }: ResolvedSchema): Details {
  const { root } = parsed
  const canonical = canonicalString(parsed)
  return {
    file: file.source.path,
    type: 'fullName' in root ? root.fullName : root.type,
    defines: file.defines,
    canonical,
    parsingForm: parsingCanonicalForm(root),
    fingerprints: {
      'CRC-64-AVRO': hex(fingerprint(root, 'CRC-64-AVRO')),
      'CRC-64-AVRO (signed)': String(fingerprint64(root)),
      MD5: hex(fingerprint(root, 'MD5')),
      'SHA-256': hex(fingerprint(root, 'SHA-256')),
    },
    guid: guid({ schema: canonical }),
    references: dependenciesOf(file, new Set([file])),
  }
}

/** Each file is followed once, so that the tree stays as small as the set. */
function dependenciesOf(file: SchemaFile, seen: Set<SchemaFile>): Dependency[] {
  return file.references().map(({ fullName, file: other }) => {
    const isNew = !seen.has(other)
    seen.add(other)
    const references = isNew ? dependenciesOf(other, seen) : []
    return { type: fullName, file: other.source.path, references }
  })
}

function formatDetails(details: Details): string {
  const { file, type, defines, canonical, parsingForm, fingerprints, references } = details
  const lines = [
    `${onOneLine(file)}: ${type}`,
    `  defines      ${defines.join(', ') || 'no named type'}`,
    `  canonical    ${onOneLine(canonical)}`,
    `  parsing form ${onOneLine(parsingForm)}`,
    `  CRC-64-AVRO  ${fingerprints['CRC-64-AVRO']} (${fingerprints['CRC-64-AVRO (signed)']})`,
    `  MD5          ${fingerprints.MD5}`,
    `  SHA-256      ${fingerprints['SHA-256']}`,
    `  guid         ${details.guid}`,
    ...(references.length > 0 ? ['  depends on', ...treeLines(references, '    ')] : []),
  ]
  return `${lines.join('\n')}\n`
}

function treeLines(dependencies: readonly Dependency[], indent: string): string[] {
  return dependencies.flatMap(({ type, file, references }) => [
    `${indent}${type} (${onOneLine(file)})`,
    ...treeLines(references, `${indent}  `),
  ])
}
