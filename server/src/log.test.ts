import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, openSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLogger, type LoggerOptions, logRequest } from './log.ts'
import type { LogOutput } from './log-output.ts'

test('a request is one JSON line', async () => {
  const { logger, lines } = await capture({ level: 'info', format: 'json' })
  logRequest(logger, {
    requestId: 'r-1',
    method: 'GET',
    route: '/subjects/{subject}/versions',
    status: 404,
    errorCode: 40401,
    ms: 1.23456,
    bytes: 54,
  })
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0]!)).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    request_id: 'r-1',
    method: 'GET',
    route: '/subjects/{subject}/versions',
    status: 404,
    error_code: 40401,
    ms: 1.235,
    bytes: 54,
    msg: 'request',
  })
})

test.each<[rule: string, status: number, level: string]>([
  ['a success is information', 200, 'info'],
  ["the client's fault is information", 422, 'info'],
  ["the server's fault is an error", 500, 'error'],
])('%s', async (_rule, status, level) => {
  const { logger, lines } = await capture({ level: 'info', format: 'json' })
  logRequest(logger, { requestId: 'r', method: 'GET', route: '/', status, ms: 1, bytes: 2 })
  expect(JSON.parse(lines[0]!)).toMatchObject({ level, status })
})

test('what is less severe than the level is not written', async () => {
  const { logger, lines } = await capture({ level: 'warn', format: 'json' })
  logger.info('no')
  logger.warn('yes')
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['yes'])
})

test('pretty lines are for people, without colours where there is no terminal', async () => {
  const { logger, lines } = await capture({ level: 'info', format: 'pretty' })
  logger.info({ port: 8081 }, 'listening')
  expect(lines).toEqual([
    expect.stringMatching(/^\[\d\d:\d\d:\d\d\.\d{3}\] INFO: listening \{"port":8081\}\n$/),
  ])
})

test.each<LoggerOptions['format']>(['json', 'pretty'])(
  'no text can break a %s line or steer a terminal',
  async (format) => {
    const { logger, lines } = await capture({ level: 'info', format })
    const spoilers = [
      '\n',
      '\r\n',
      '\t',
      '\0',
      '\u001b[2J',
      '\u007f',
      '\u0085',
      '\u009b',
      '\u2028',
      '\u202e',
      '"',
      '\\',
      '\\n',
      '\\u000a',
      'a',
    ]
    const nasty = fc.array(fc.constantFrom(...spoilers)).map((parts) => parts.join(''))
    fc.assert(
      fc.property(nasty, nasty, (message, value) => {
        lines.length = 0
        logger.info({ value }, `m${message}`)
        expect(lines).toHaveLength(1)
        expect(lines[0]).toMatch(/^[^\p{Cc}\u2028\u202e]+\n$/u)
        if (format === 'json')
          expect(JSON.parse(lines[0]!)).toMatchObject({ msg: `m${message}`, value })
      }),
    )
  },
)

test('of an error only what helps to find it is written', async () => {
  const { logger, lines } = await capture({ level: 'info', format: 'json' })
  const schema = `{"type":"record",\n    at evil (x.ts:1:1)\n${'x'.repeat(1000)}`
  const error = Object.assign(
    new RangeError(`Invalid schema ${schema}`, { cause: new Error('c'.repeat(1000)) }),
    {
      code: 'E1',
      schema,
      headers: { authorization: 'Basic c2VjcmV0' },
    },
  )
  logger.error({ err: error }, 'failed')
  const { err } = JSON.parse(lines[0]!)
  expect(Object.keys(err)).toEqual(['type', 'code', 'message', 'stack', 'cause'])
  expect(err).toMatchObject({ type: 'RangeError', code: 'E1' })
  expect(err.message).toBe(`${`Invalid schema ${schema}`.slice(0, 300)}…`)
  expect(err.cause).toBe(`Error: ${'c'.repeat(293)}…`)
  expect(err.stack[0]).toMatch(/^at .*log\.test\.ts/)
})

test.each<[rule: string, err: unknown, written: unknown]>([
  ['a thrown text', 'secret', { type: 'string' }],
  [
    'an error without a stack',
    Object.assign(new Error('x'), { stack: undefined }),
    { type: 'Error', message: 'x', stack: [] },
  ],
  [
    'a code that is no plain value',
    Object.assign(new Error('x'), { stack: '', code: { a: 1 } }),
    { type: 'Error', message: 'x', stack: [] },
  ],
])('%s is written too', async (_rule, err, written) => {
  const { logger, lines } = await capture({ level: 'info', format: 'json' })
  logger.error({ err })
  expect(JSON.parse(lines[0]!).err).toEqual(written)
})

test.each<[rule: string, end: string]>([
  ['by itself', ''],
  ['after a flush', 'logger.flush(() => process.exit())'],
])('no event is lost when the program ends %s', async (_rule, end) => {
  const { child, stdout } = startLogging(
    `for (let i = 0; i < 1000; i++) logger.info('event')
     ${end}`,
  )
  const [output] = await Promise.all([text(stdout), once(child, 'exit')])
  expect(output.match(/"msg":"event"/g)).toHaveLength(1000)
})

test('a reader that goes away does not end the program', async () => {
  const { child, stdout, stderr } = startLogging(`
    logger.info('ready')
    await new Promise((resolve) => process.once('message', resolve))
    for (let i = 0; i < 100; i++) {
      logger.info('event')
      await new Promise((resolve) => setImmediate(resolve))
    }
    process.disconnect()
    process.stderr.write('still here')`)
  await once(stdout, 'data')
  stdout.destroy()
  await once(stdout, 'close')
  child.send('go')
  const [errors, [code]] = await Promise.all([text(stderr), once(child, 'exit')])
  expect({ code, errors }).toEqual({ code: 0, errors: 'still here' })
})

test('a reader that stops reading does not stop the program', async () => {
  const { child, stderr } = startLogging(`
    for (let i = 0; i < 40_000; i++) {
      logger.info('an event of at least one hundred bytes')
      if (i % 100 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    process.stderr.write('still here')`)
  const [message] = await once(stderr, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(String(message)).toBe('still here')
})

test.skipIf(!existsSync('/dev/full'))('a full disk does not end the program', async () => {
  const { child, stderr } = startLogging(
    `
    for (let i = 0; i < 100; i++) {
      logger.info('event')
      await new Promise((resolve) => setImmediate(resolve))
    }
    process.stderr.write('still here')`,
    openSync('/dev/full', 'w'),
  )
  const [errors, [code]] = await Promise.all([text(stderr), once(child, 'exit')])
  expect({ code, errors }).toEqual({ code: 0, errors: 'still here' })
})

async function capture(options: LoggerOptions) {
  const lines: string[] = []
  const destination: LogOutput = {
    write: (line) => void lines.push(line),
    flush: (done) => done(),
  }
  return { logger: await createLogger({ ...options, destination }), lines }
}

/** Another process that logs to a pipe, or to what it is given. */
function startLogging(statements: string, output: 'pipe' | number = 'pipe') {
  const program = `
    import { createLogger } from ${JSON.stringify(new URL('./log.ts', import.meta.url).href)}
    const logger = await createLogger({ level: 'info', format: 'auto' })
    ${statements}`
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    { stdio: ['ignore', output, 'pipe', 'ipc'] },
  )
  return { child, stdout: child.stdout!, stderr: child.stderr! }
}
