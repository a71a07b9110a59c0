import {
  createJsonTranscoder,
  JsonDecodeError,
  type JsonInputOptions,
  type JsonTranscoder,
} from '@magicbyte/avro'
import { idPrefix, SchemaStore } from '@magicbyte/client'
import type { CommandModule } from '../cli/command-table.ts'
import { EXIT } from '../cli/exit-code.ts'
import { choose } from '../cli/report.ts'
import type { Session } from '../cli/session.ts'
import { loadConfig } from '../config/load-config.ts'
import { onOneLine } from '../diagnostics/format-text.ts'
import { UsageError } from '../inputs/input-error.ts'
import { BYTE_FORMS, formatBytes } from '../messages/message-bytes.ts'
import {
  describeMessageSchema,
  type MessageOptions,
  type MessageSchema,
  registeredSchema,
  schemaOfFile,
} from '../messages/message-schema.ts'
import { readInput } from '../messages/read-input.ts'

/** `encode`: Avro's JSON encoding to its binary one, framed for the wire where an id is known. */
export const encode: CommandModule = {
  describe(command) {
    command
      .argument('[file]', 'file with JSON; standard input unless given, or for -')
      .option('--data <json>', 'the JSON itself')
      .option('--lines', 'each line is a value of its own')
      .option('--strict', 'only what Avro Java takes: no plain values of unions')
      .option('--skip-unknown', 'pass over members that a record does not have')
      .option('--out <form>', `one of ${BYTE_FORMS.join(', ')}`, 'hex')
    describeMessageSchema(command)
  },
  async run({ session, args, options }) {
    const form = choose(options.out, BYTE_FORMS, '--out')
    const schema = (await schemaOfFile(session, options)) ?? (await askForSchema(session, options))
    const input = await readInput(session.io, { file: args[0], text: options.data })
    const text = new TextDecoder().decode(input)
    const texts =
      options.lines === true ? text.split('\n').filter((line) => /\S/.test(line)) : [text]
    if (form === 'raw' && texts.length > 1) {
      throw new UsageError('Raw messages cannot be told apart; use --out hex or base64')
    }
    const prefix = options.bare === true || schema.id === undefined ? [] : idPrefix(schema.id)
    const transcoder = createJsonTranscoder(schema.schema)
    for (const [index, json] of texts.entries()) {
      const body = encodeOne(json, transcoder, {
        strict: options.strict === true,
        unknownMembers: options.skipUnknown === true ? 'skip' : 'refuse',
      })
      if (body instanceof JsonDecodeError) {
        const where = texts.length > 1 ? `message ${index + 1}: ` : ''
        session.io.stderr.write(`error: ${where}${onOneLine(body.message)}\n`)
        return EXIT.findings
      }
      const bytes = Buffer.concat([Uint8Array.from(prefix), body])
      if (form !== 'raw') session.print(`${formatBytes(bytes, form)}\n`)
      else session.io.writeBytes?.(bytes)
    }
    return EXIT.fine
  },
}

function encodeOne(
  json: string,
  transcoder: JsonTranscoder,
  options: JsonInputOptions,
): Uint8Array | JsonDecodeError {
  try {
    return transcoder.toBinary(json, options)
  } catch (error) {
    if (error instanceof JsonDecodeError) return error
    throw error
  }
}

async function askForSchema(session: Session, options: MessageOptions): Promise<MessageSchema> {
  if (options.id === undefined && options.subject === undefined) {
    throw new UsageError('Say which schema: --schema FILE, --subject NAME or --id ID')
  }
  const { config } = await loadConfig({ cwd: session.io.cwd, file: options.config })
  const { withRegistry } = await import('../registry/connection.ts')
  return await withRegistry(session, { config, options }, async ({ client }) => {
    const schema = await registeredSchema(new SchemaStore(client), options)
    if (!schema) throw new Error('the options name a schema')
    session.progress(`schema ${schema.label}`)
    return schema
  })
}
