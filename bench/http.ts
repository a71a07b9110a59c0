import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Result, ROUNDS } from './measure.ts'

const CONNECTIONS = 32
const REQUESTS_PER_ROUND = 4_000

/**
 * CPU time a request costs bare node:http with a constant body of the same length, divided by what
 * it costs the registry:
 * 1.0 is as cheap as bare Node. Both run as processes of their own, in turns.
 */
export async function benchHttp(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'magicbyte-bench-'))
  const registry = await startRegistry(join(folder, 'registry.db'))
  try {
    await fill(registry.url)
    const body = await (await fetch(`${registry.url}/schemas/ids/1`)).text()
    const bare = await startBare(body)
    try {
      return [
        await compare('GET /schemas/ids/{id}', registry, bare, '/schemas/ids/1'),
        await compare(
          'GET /subjects/{s}/versions/latest',
          registry,
          bare,
          '/subjects/s/versions/latest',
        ),
        await compare('GET /schemas/ids/{id}/schema', registry, bare, '/schemas/ids/1/schema'),
      ]
    } finally {
      bare.process.kill()
    }
  } finally {
    registry.process.kill()
    await once(registry.process, 'close')
    rmSync(folder, { recursive: true })
  }
}

interface Server {
  readonly process: ChildProcess
  readonly url: string
}

async function compare(
  what: string,
  subject: Server,
  baseline: Server,
  path: string,
): Promise<Result> {
  const ratios: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const first = round % 2 === 0 ? subject : baseline
    const second = first === subject ? baseline : subject
    const cpu = new Map([
      [first, await cpuUnderLoad(first, path)],
      [second, await cpuUnderLoad(second, path)],
    ])
    if (round > 0) ratios.push(cpu.get(baseline)! / cpu.get(subject)!)
  }
  return { what: `${what}: bare node:http / registry`, ratios }
}

/** Nanoseconds of CPU that the server's threads take for a round of requests. */
async function cpuUnderLoad({ process, url }: Server, path: string): Promise<number> {
  const start = cpuTime(process.pid!)
  const { hostname, port } = new URL(url)
  const request = `GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nAccept: */*\r\n\r\n`
  const sockets = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => ask(connect(Number(port), hostname), request)),
  )
  for (const socket of sockets) socket.destroy()
  return cpuTime(process.pid!) - start
}

/** Sends the request again whenever its answer is complete. */
function ask(socket: Socket, request: string): Promise<Socket> {
  let left = REQUESTS_PER_ROUND / CONNECTIONS
  let pending = ''
  return new Promise((resolve, reject) => {
    socket.setEncoding('latin1').on('error', reject)
    socket.on('data', (chunk) => {
      pending += chunk
      const head = pending.indexOf('\r\n\r\n')
      const length = /content-length: (\d+)/i.exec(pending)
      if (head === -1 || !length || pending.length < head + 4 + Number(length[1])) return
      pending = ''
      if (--left === 0) resolve(socket)
      else socket.write(request)
    })
    socket.write(request)
  })
}

/** The first figure of schedstat is time on a processor in nanoseconds (Linux). */
function cpuTime(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0])
}

async function startRegistry(database: string): Promise<Server> {
  const main = join(import.meta.dirname, '..', 'server', 'dist', 'main.js')
  const args = [main, '--port', '0', '--database', database, '--log-format', 'json']
  return started(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] }))
}

function startBare(body: string): Promise<Server> {
  const source = `
    const body = ${JSON.stringify(body)}
    const server = require('node:http').createServer((request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) })
      response.end(body)
    })
    server.listen(0, '127.0.0.1', () => {
      console.log(JSON.stringify({ url: 'http://127.0.0.1:' + server.address().port }))
    })`
  return started(spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'inherit'] }))
}

function started(child: ChildProcess): Promise<Server> {
  let output = ''
  return new Promise((resolve, reject) => {
    child.stdout!.setEncoding('utf8').on('data', (chunk) => {
      if (output.length < 100_000) output += chunk
      const url = /"url":"([^"]+)"/.exec(output)?.[1]
      if (url) resolve({ process: child, url })
    })
    child.on('close', () => reject(new Error('the server ended; has it been built?')))
  })
}

async function fill(url: string): Promise<void> {
  const fields = Array.from({ length: 12 }, (_, i) => ({
    name: `field${i}`,
    type: 'string',
    doc: 'd',
  }))
  await fetch(`${url}/subjects/s/versions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ schema: JSON.stringify({ type: 'record', name: 'R', fields }) }),
  })
}
