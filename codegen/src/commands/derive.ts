import { resolve } from 'node:path'
import type { CommandModule } from '../cli/command-table.ts'
import { EXIT } from '../cli/exit-code.ts'
import { choose } from '../cli/report.ts'
import { deriveSchema } from '../derive/derive-schema.ts'
import { readSamples } from '../derive/read-samples.ts'
import { addSample, emptyShape } from '../derive/shape.ts'
import { isAvroName, pascalCase } from '../derive/type-names.ts'
import { formatAvsc } from '../format/format-avsc.ts'
import { UsageError } from '../inputs/input-error.ts'
import { readInput } from '../messages/read-input.ts'
import { writeWhole } from '../registry/write-whole.ts'

const GUESSES = ['none', 'safe', 'all'] as const

/** `derive`: a schema that samples in JSON fit. */
export const derive: CommandModule = {
  describe(command) {
    command
      .argument('<files...>', 'files with a sample each, or a sample a line if they end in l')
      .option('--name <name>', 'name of the record; that of the first file unless told')
      .option('--namespace <name>', 'namespace of the types')
      .option('--lines', 'each line is a sample, whatever the name of the file')
      .option('--items', 'each item of a list is a sample')
      .option('--optional', 'every field may be missing')
      .option('--logical-types <guess>', `${GUESSES.join(', ')}: also dates and times`, 'safe')
      .option('-o, --output <file>', 'write the schema instead of printing it')
  },
  async run({ session, args, options }) {
    const logicalTypes = choose(options.logicalTypes, GUESSES, '--logical-types')
    const [first = ''] = args
    const name = nameOf(options.name, first)
    const namespace = namespaceOf(options.namespace)
    const shape = emptyShape()
    for (const file of args) {
      const bytes = await readInput(session.io, { file, text: undefined })
      const samples = readSamples(new TextDecoder().decode(bytes), {
        path: file,
        areLines: options.lines === true || /\.(jsonl|ndjson)$/.test(file),
        areItems: options.items === true,
      })
      for (const sample of samples) addSample(shape, sample)
    }
    if (shape.count === 0) throw new UsageError('There are no samples')
    const allOptional = options.optional === true
    const { schema, notes } = deriveSchema(shape, { name, namespace, allOptional, logicalTypes })
    for (const note of notes) session.progress(`note: ${note}`)
    session.progress(`${shape.count} samples`)
    const text = formatAvsc(JSON.stringify(schema))
    const { output } = options
    if (typeof output === 'string') writeWhole(resolve(session.io.cwd, output), text)
    else session.print(text)
    return EXIT.fine
  },
}

function nameOf(given: unknown, file: string): string {
  if (typeof given !== 'string')
    return pascalCase(file.replace(/^.*[/\\]/, '').replace(/\..*$/, ''))
  if (isAvroName(given)) return given
  throw new UsageError(`--name ${JSON.stringify(given)} cannot be the name of a type`)
}

function namespaceOf(given: unknown): string | undefined {
  if (given === undefined) return undefined
  const text = String(given)
  if (text.split('.').every(isAvroName)) return text
  throw new UsageError(`--namespace ${JSON.stringify(given)} cannot be a namespace`)
}
