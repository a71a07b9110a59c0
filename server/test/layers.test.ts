import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** What a layer or package may import beside itself and what comes with Node. */
const ALLOWED: Record<string, { layers: readonly string[]; packages: readonly string[] }> = {
  'avro/src': { layers: [], packages: [] },
  'client/src': {
    layers: [],
    packages: [
      '@magicbyte/avro',
      '@magicbyte/avro/runtime',
      // Each in the one entry that is for it.
      '@magicbyte/server',
      '@opentelemetry/api',
      'avsc',
      'undici',
    ],
  },
  'codegen/src': {
    layers: [],
    packages: [
      '@magicbyte/avro',
      '@magicbyte/avro/runtime',
      '@magicbyte/client',
      '@magicbyte/client/tls',
      'chokidar',
      'commander',
      'diff',
      'jiti',
      // In the text of a config that `init` writes.
      'magicbyte',
      'picocolors',
      'tinyglobby',
      'yaml',
      'zod',
    ],
  },
  'server/src/core': { layers: [], packages: ['@magicbyte/avro'] },
  'server/src/storage': {
    layers: ['server/src/core'],
    packages: ['@magicbyte/avro', 'better-sqlite3'],
  },
  'server/src/service': {
    layers: ['server/src/core', 'server/src/storage'],
    packages: ['@magicbyte/avro', 'lru-cache'],
  },
  'server/src/http': {
    layers: ['server/src/core', 'server/src/service'],
    packages: [
      '@magicbyte/avro',
      '@magicbyte/client/openapi',
      '@hono/node-server',
      'hono',
      'lru-cache',
      'swagger-ui-dist',
      'zod',
    ],
  },
  'server/src/config': { layers: [], packages: ['@magicbyte/avro', 'yaml', 'zod'] },
}

test('imports point inward only', () => {
  expect(sources().flatMap(forbiddenImports)).toEqual([])
})

test('a forbidden import is found', () => {
  const found = importsOf("import { x } from '../http/app.ts'\nawait import('pino')")
  expect(found).toEqual(['../http/app.ts', 'pino'])
  expect(isAllowed('server/src/core', 'server/src/core/a.ts', '../http/app.ts')).toBe(false)
  expect(isAllowed('avro/src', 'avro/src/a.ts', 'node:crypto')).toBe(false)
})

function sources(): { layer: string; file: string }[] {
  return Object.keys(ALLOWED).flatMap((layer) =>
    readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => ({ layer, file: join(layer, file) })),
  )
}

function forbiddenImports({ layer, file }: { layer: string; file: string }): string[] {
  return importsOf(readFileSync(join(root, file), 'utf8'))
    .filter((specifier) => !isAllowed(layer, file, specifier))
    .map((specifier) => `${file} imports ${specifier}`)
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport\(|^import)\s*'([^']+)'/gm)].map(([, name]) => name!)
}

function isAllowed(layer: string, file: string, specifier: string): boolean {
  const { layers, packages } = ALLOWED[layer]!
  // The heart runs where there is no Node.
  if (specifier.startsWith('node:')) return layer !== 'avro/src' && layer !== 'server/src/core'
  if (!specifier.startsWith('.')) return packages.includes(specifier)
  const target = relative(root, join(root, dirname(file), specifier))
  return [layer, ...layers].some((known) => target.startsWith(`${known}/`))
}
