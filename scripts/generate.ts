/*
 * Writes what is derived from openapi.yaml and migrations/: `npm run generate`. With --check it
 * writes nothing, names each file that is stale and exits with 1.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import openapiTypescript, { astToString } from 'openapi-typescript'

const ROOT = new URL('../', import.meta.url)
const DOCUMENT = new URL('openapi.yaml', ROOT)
const MIGRATIONS = new URL('migrations/', ROOT)

/** How each generated file is made. */
const FILES = [
  { path: 'client/src/openapi.gen.ts', generate: apiTypes },
  { path: 'server/src/http/openapi-document.gen.ts', generate: apiDocument },
  { path: 'server/src/storage/migrations.gen.ts', generate: migrations },
]

const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } })

for (const { path, generate } of FILES) {
  const file = new URL(path, ROOT)
  const text = await generate()
  if ((await readIfThere(file)) === text) continue
  if (options.check) {
    console.error(`${path} is stale: run npm run generate`)
    process.exitCode = 1
  } else {
    await writeFile(file, text)
    console.log(`wrote ${path}`)
  }
}

async function readIfThere(file: URL): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

async function apiTypes(): Promise<string> {
  const types = await openapiTypescript(DOCUMENT, { immutable: true })
  return header('openapi.yaml') + astToString(types)
}

async function apiDocument(): Promise<string> {
  const text = await readFile(DOCUMENT, 'utf8')
  return `${header('openapi.yaml')}export const openapiDocument: string = ${literal(text)}\n`
}

async function migrations(): Promise<string> {
  const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort()
  const entries = await Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, MIGRATIONS), 'utf8')
      return `  { name: ${literal(name)}, sql: ${literal(sql)} },\n`
    }),
  )
  const type = 'readonly { readonly name: string; readonly sql: string }[]'
  return `${header('migrations/*.sql')}export const migrations: ${type} = [\n${entries.join('')}]\n`
}

function header(source: string): string {
  return `// Generated from ${source} by npm run generate. Do not edit.\n\n`
}

/** The text as a template literal, so that a line changed in the source is a line changed here. */
function literal(text: string): string {
  return `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``
}
