import { readdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import openapiTypescript, { astToString } from 'openapi-typescript'

const DOCUMENT = new URL('../openapi.yaml', import.meta.url)
const MIGRATIONS = new URL('../migrations/', import.meta.url)

const ROOT = new URL('../', import.meta.url)

/** Generated files by their path, each with how its text is made. */
const FILES: Readonly<Record<string, () => Promise<string>>> = {
  'client/src/openapi.gen.ts': apiTypes,
  'server/src/http/openapi-document.gen.ts': apiDocument,
  'server/src/storage/migrations.gen.ts': migrations,
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

/** The text as a template literal, so that a change in the source is a change of its lines here. */
function literal(text: string): string {
  return `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``
}

async function isStale(path: string, text: string): Promise<boolean> {
  return (await readFile(new URL(path, ROOT), 'utf8').catch(() => undefined)) !== text
}

const check = process.argv.includes('--check')

for (const [path, generate] of Object.entries(FILES)) {
  const text = await generate()
  if (!(await isStale(path, text))) continue
  if (check) {
    console.error(`${path} is stale: run npm run generate`)
    process.exitCode = 1
  } else {
    await writeFile(fileURLToPath(new URL(path, ROOT)), text)
    console.log(`wrote ${path}`)
  }
}
