import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { HeaderRecord } from './reply.ts'

/** A file as it goes over the wire. */
export interface DocsResponse {
  readonly status: 200
  readonly headers: HeaderRecord
  readonly body: string | Uint8Array
}

/**
 * What is at `/openapi.yaml`, at `/docs`, or at the address of a file that the page there loads;
 * undefined for any other path. Nothing refers to another origin.
 */
export async function docsResponse(path: string): Promise<DocsResponse | undefined> {
  const file = FILES.get(path)
  if (!file) return undefined
  const body = await file.read()
  return { status: 200, headers: headersOf(file.type, body), body }
}

interface DocsFile {
  readonly type: string
  read(): string | Promise<string | Uint8Array>
}

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Magicbyte Schema Registry</title>
    <link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
    <link rel="stylesheet" href="/docs/swagger-ui.css">
    <link rel="stylesheet" href="/docs/index.css">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <noscript>This page needs JavaScript. Without it, read <a href="/openapi.yaml">openapi.yaml</a>.</noscript>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/docs.js"></script>
  </body>
</html>
`

/** A file of its own, because the page's policy allows no inline script. */
const SCRIPT = `SwaggerUIBundle({
  url: '/openapi.yaml',
  dom_id: '#swagger-ui',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
})
`

/** Loaded when it is asked for: a server need not hold it otherwise. */
async function readDocument(): Promise<string> {
  return (await import('./openapi-document.gen.ts')).openapiDocument
}

/** Every file there is: what a URL says is only ever a key of this map. */
const FILES: ReadonlyMap<string, DocsFile> = new Map([
  ['/openapi.yaml', { type: 'application/yaml', read: readDocument }],
  ['/docs', text('text/html; charset=utf-8', PAGE)],
  ['/docs/docs.js', text('text/javascript; charset=utf-8', SCRIPT)],
  [
    '/docs/swagger-ui-bundle.js',
    fromSwaggerUi('text/javascript; charset=utf-8', 'swagger-ui-bundle.js'),
  ],
  ['/docs/swagger-ui.css', fromSwaggerUi('text/css; charset=utf-8', 'swagger-ui.css')],
  ['/docs/index.css', fromSwaggerUi('text/css; charset=utf-8', 'index.css')],
  ['/docs/favicon-32x32.png', fromSwaggerUi('image/png', 'favicon-32x32.png')],
])

function text(type: string, body: string): DocsFile {
  return { type, read: () => body }
}

/** A file of the package swagger-ui-dist, read when asked for. */
function fromSwaggerUi(type: string, name: string): DocsFile {
  const { resolve } = createRequire(import.meta.url)
  return { type, read: () => readFile(resolve(`swagger-ui-dist/${name}`)) }
}

const POLICY = [
  "default-src 'self'",
  // Swagger UI has its icons in data URLs.
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

function headersOf(type: string, body: string | Uint8Array): HeaderRecord {
  return {
    'Content-Type': type,
    'Content-Length': String(Buffer.byteLength(body)),
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  }
}
