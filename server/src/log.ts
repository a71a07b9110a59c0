import { isatty } from 'node:tty'
import { type LevelWithSilent, type Logger, pino } from 'pino'
import { type LogOutput, openLogOutput } from './log-output.ts'

export type { Logger } from 'pino'

export interface LoggerOptions {
  readonly level: LevelWithSilent
  /** `auto` is pretty when standard output is a terminal. */
  readonly format: 'auto' | 'json' | 'pretty'
  /** Standard output by default. */
  readonly destination?: LogOutput
}

/** One answered request. */
export interface RequestEvent {
  readonly requestId: string
  readonly method: string
  /** The template of the route, such as `/subjects/{subject}/versions`: never the path itself. */
  readonly route: string
  readonly status: number
  /** The `error_code` of the answer, if it has one. */
  readonly errorCode?: number | undefined
  /** How long the answer took, in milliseconds. */
  readonly ms: number
  /** How long the body of the answer is. */
  readonly bytes: number
}

/**
 * A logger that writes every event as one line of JSON, or as text for people. What is logged can
 * neither begin a line of its own nor steer a terminal. Events are lost rather than hold up or end
 * the program when standard output is closed, full or not read. A program that ends itself calls
 * `flush` before.
 */
export async function createLogger(options: LoggerOptions): Promise<Logger> {
  const { level, destination = openLogOutput(STANDARD_OUTPUT) } = options
  const onTerminal = options.destination === undefined && isatty(STANDARD_OUTPUT)
  const pretty = options.format === 'pretty' || (options.format === 'auto' && onTerminal)
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      hooks: { streamWrite: pretty ? doubleEscapes : escapeRest },
    },
    pretty ? await prettyLines(destination, { colorize: onTerminal }) : destination,
  )
}

/** Logs a request: as an error when the fault is the server's, else as information. */
export function logRequest(logger: Logger, event: RequestEvent): void {
  const { requestId, method, route, status, errorCode, ms, bytes } = event
  logger[status < 500 ? 'info' : 'error'](
    {
      request_id: requestId,
      method,
      route,
      status,
      error_code: errorCode,
      ms: Math.round(ms * 1000) / 1000,
      bytes,
    },
    'request',
  )
}

const STANDARD_OUTPUT = 1

/** Keeps to what helps to find a fault: messages may quote schemas, other members hold anything. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack = '', cause } = error
  const code = 'code' in error ? error.code : undefined
  return {
    type: name,
    code: typeof code === 'string' || typeof code === 'number' ? code : undefined,
    message: cut(message),
    stack: stack
      .slice(stack.indexOf(message) + message.length)
      .split('\n')
      .map((frame) => frame.trim())
      .filter((frame) => frame.startsWith('at ')),
    cause: cause instanceof Error ? cut(`${cause.name}: ${cause.message}`) : undefined,
  }
}

function cut(message: string): string {
  return message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message
}

const MAX_MESSAGE = 300

/** JSON leaves characters as they are that end lines, steer terminals or reorder text. */
function escapeRest(json: string): string {
  return json.replace(/[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** What pino-pretty makes of a doubled escape is the escape again, not the character. */
function doubleEscapes(json: string): string {
  return escapeRest(json).replace(/\\(["\\]|u[0-9a-f]{4}|[bfnrt])/g, (sequence, escaped: string) =>
    escaped === '"' || escaped === '\\' ? sequence : `\\${sequence}`,
  )
}

async function prettyLines(
  destination: LogOutput,
  { colorize }: { colorize: boolean },
): Promise<LogOutput> {
  const { prettyFactory } = await import('pino-pretty')
  const format = prettyFactory({ colorize, singleLine: true, translateTime: 'SYS:HH:MM:ss.l' })
  return { ...destination, write: (line) => destination.write(format(line)) }
}
