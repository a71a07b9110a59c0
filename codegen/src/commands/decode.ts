import {
  createJsonTranscoder,
  DecodeError,
  type JsonTranscoder,
  type Schema,
} from '@magicbyte/avro'
import { FramingError, readFrame, SchemaStore } from '@magicbyte/client'
import type { CommandModule } from '../cli/command-table.ts'
import { EXIT, type ExitCode } from '../cli/exit-code.ts'
import { choose } from '../cli/report.ts'
import type { Session } from '../cli/session.ts'
import { loadConfig } from '../config/load-config.ts'
import { onOneLine } from '../diagnostics/format-text.ts'
import { UsageError } from '../inputs/input-error.ts'
import { BYTE_FORMS, splitMessages } from '../messages/message-bytes.ts'
import {
  describeMessageSchema,
  type MessageOptions,
  registeredSchema,
  schemaOfFile,
} from '../messages/message-schema.ts'
import { readInput } from '../messages/read-input.ts'

/** `decode`: messages to a line of Avro's JSON encoding each. */
export const decode: CommandModule = {
  describe(command) {
    command
      .argument('[file]', 'file with messages; standard input unless given, or for -')
      .option('--data <text>', 'the message itself')
      .option('--in <form>', `one of ${BYTE_FORMS.join(', ')}; a message a line unless raw`, 'hex')
    describeMessageSchema(command)
  },
  async run({ session, args, options }) {
    const form = choose(options.in, BYTE_FORMS, '--in')
    const file = await schemaOfFile(session, options)
    const isNamed = options.subject !== undefined || options.id !== undefined
    if (options.bare === true && !file && !isNamed) {
      throw new UsageError('Without frames, say which schema: --schema, --subject or --id')
    }
    const input = await readInput(session.io, { file: args[0], text: options.data })
    const messages = splitMessages(input, form)
    if (file) {
      return await decodeAll(messages, session, options, async () => file.schema)
    }
    const { config } = await loadConfig({ cwd: session.io.cwd, file: options.config })
    const { withRegistry } = await import('../registry/connection.ts')
    return await withRegistry(session, { config, options }, async ({ client }) => {
      const store = new SchemaStore(client)
      const named = await registeredSchema(store, options)
      return await decodeAll(messages, session, options, async (id) => {
        if (named) return named.schema
        const found = typeof id === 'number' ? await store.byId(id) : await store.byGuid(id)
        return found.parsed.root
      })
    })
  },
}

/** The schema that a frame names; an empty guid where there are no frames. */
type SchemaOf = (id: number | string) => Promise<Schema>

async function decodeAll(
  messages: readonly Uint8Array[],
  session: Session,
  options: MessageOptions,
  schemaOf: SchemaOf,
): Promise<ExitCode> {
  // Compiled once for all messages of a schema.
  const transcoders = new Map<Schema, JsonTranscoder>()
  let failed = 0
  for (const [index, bytes] of messages.entries()) {
    try {
      const { schema: id, start } =
        options.bare === true ? { schema: '', start: 0 } : readFrame(bytes)
      const schema = await schemaOf(id)
      const transcoder = transcoders.get(schema) ?? createJsonTranscoder(schema)
      transcoders.set(schema, transcoder)
      session.print(`${transcoder.toJson(bytes, { start })}\n`)
    } catch (error) {
      if (!(error instanceof FramingError || error instanceof DecodeError)) throw error
      failed++
      const where = messages.length > 1 ? `message ${index + 1}: ` : ''
      const hint = error instanceof FramingError ? ' (--bare for data without a schema id)' : ''
      session.io.stderr.write(`error: ${where}${onOneLine(error.message)}${hint}\n`)
    }
  }
  return failed > 0 ? EXIT.findings : EXIT.fine
}
