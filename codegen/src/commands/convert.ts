import { resolve } from 'node:path'
import { readJson } from '@magicbyte/avro'
import type { CommandModule } from '../cli/command-table.ts'
import { EXIT } from '../cli/exit-code.ts'
import { choose } from '../cli/report.ts'
import { toJsonSchema } from '../convert/json-schema.ts'
import { type IdlText, protocolToIdl, toIdl } from '../convert/to-idl.ts'
import { toProtocol } from '../convert/to-protocol.ts'
import { formatAvsc } from '../format/format-avsc.ts'
import { UsageError } from '../inputs/input-error.ts'
import type { SchemaFile } from '../inputs/schema-file.ts'
import { createReaderContext } from '../inputs/schema-reader.ts'
import { openChosenFiles } from '../registry/open-chosen-files.ts'
import { writeWhole } from '../registry/write-whole.ts'

const TARGETS = ['avsc', 'avdl', 'avpr', 'json-schema'] as const

/** `convert`: a schema file as one of another kind, on its own feet. */
export const convert: CommandModule = {
  describe(command) {
    command
      .argument('<file>', 'an .avsc, .avdl or .avpr file')
      .requiredOption('--to <kind>', `one of ${TARGETS.join(', ')}`)
      .option('--unions <style>', 'json-schema: wrapped, as Avro writes them, or plain', 'wrapped')
      .option('-o, --output <file>', 'write the result instead of printing it')
  },
  async run({ session, args, options }) {
    const to = choose(options.to, TARGETS, '--to')
    const unions = choose(options.unions, ['wrapped', 'plain'], '--unions')
    const [path = ''] = args
    const { project, files } = await openChosenFiles(session, [path], options)
    const [file] = files
    if (!file || files.length > 1) throw new UsageError(`${path} has to be one file`)
    const text = to === 'avpr' ? protocolOf(file) : convertSchema(file, to)
    const { output } = options
    if (typeof output === 'string') writeWhole(resolve(session.io.cwd, output), text)
    else session.print(text)
    return EXIT.fine

    function protocolOf({ source }: SchemaFile): string {
      const { config, folder, set } = project
      const importDirs = (config.importDirs ?? []).map((dir) => resolve(folder, dir))
      const sources = set.files.map((other) => other.source)
      const context = createReaderContext(sources, { importDirs, importRoot: folder })
      return formatAvsc(toProtocol(source, context))
    }

    function idlOf({ source }: SchemaFile, schema: string): IdlText {
      if (source.path.endsWith('.avdl')) throw new UsageError(`${path} is IDL already`)
      const json = readJson(source.path.endsWith('.avpr') ? source.text : schema)
      const isProtocol = json.kind === 'object' && json.members.has('protocol')
      return isProtocol ? protocolToIdl(json) : toIdl(json)
    }

    function convertSchema(
      one: SchemaFile,
      kind: Exclude<(typeof TARGETS)[number], 'avpr'>,
    ): string {
      const resolved = one.resolved()
      if (!resolved) {
        const [reason] = project.set.diagnostics
        throw new UsageError(`${path} is no sound schema: ${reason?.message ?? 'unknown reason'}`)
      }
      if (kind === 'avsc') return formatAvsc(resolved.text)
      if (kind === 'avdl') {
        const { text: idl, notes } = idlOf(one, resolved.text)
        for (const note of notes) session.progress(`note: ${note}`)
        return idl
      }
      return `${JSON.stringify(toJsonSchema(resolved.parsed.root, { unions }), null, 2)}\n`
    }
  },
}
