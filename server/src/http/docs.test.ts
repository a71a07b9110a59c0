import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { docsResponse } from './docs.ts'

async function textAt(path: string): Promise<string> {
  const response = await docsResponse(path)
  return Buffer.from(response?.body ?? '').toString()
}

function addressesIn(html: string): string[] {
  return [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address!)
}

test('the page refers to this server alone, and all it refers to is served', async () => {
  const addresses = addressesIn(await textAt('/docs'))
  expect(addresses.length).toBeGreaterThan(4)
  for (const address of addresses) {
    expect(address).toMatch(/^\/[^/]/)
    expect((await docsResponse(address))?.body.length, address).toBeGreaterThan(0)
  }
})

test('the page has no inline script and no inline style, as its policy demands', async () => {
  const html = await textAt('/docs')
  expect(html).not.toMatch(/<script>|<script(?![^>]*src=)|<style|\son\w+=|javascript:/)
})

test('the script loads the document that is served', async () => {
  const [, url] = /url: '([^']+)'/.exec(await textAt('/docs/docs.js')) ?? []
  expect(parse(await textAt(url!)).openapi).toMatch(/^3\.1\./)
})

test('the documented assets are those that are served', async () => {
  const { paths } = parse(await textAt('/openapi.yaml'))
  const names: string[] = paths['/docs/{asset}'].get.parameters[0].schema.enum
  const referred = addressesIn(await textAt('/docs')).filter((each) => each.startsWith('/docs/'))
  expect(names.map((name) => `/docs/${name}`).sort()).toEqual(referred.sort())
})

describe('headers', () => {
  const table = [
    ['the document is YAML', '/openapi.yaml', 'application/yaml'],
    ['the page is HTML', '/docs', 'text/html; charset=utf-8'],
    ['a script is JavaScript', '/docs/docs.js', 'text/javascript; charset=utf-8'],
    ['a style sheet is CSS', '/docs/swagger-ui.css', 'text/css; charset=utf-8'],
    ['a picture is PNG', '/docs/favicon-32x32.png', 'image/png'],
  ] as const
  test.each(table)('%s', async (_rule, path, type) => {
    const response = await docsResponse(path)
    expect(response?.headers['Content-Type']).toBe(type)
    expect(response?.headers['Content-Length']).toBe(String(Buffer.byteLength(response!.body)))
    expect(response?.headers['X-Content-Type-Options']).toBe('nosniff')
    expect(response?.headers['Content-Security-Policy']).toMatch(/^default-src 'self';/)
    expect(response?.headers['Content-Security-Policy']).not.toMatch(/https?:|\*|script-src/)
  })
})

describe('nothing else is served', () => {
  test.each([
    ['another file of the package', '/docs/package.json'],
    ['a path upwards', '/docs/../package.json'],
    ['an encoded path upwards', '/docs/..%2fpackage.json'],
    ['an absolute path', '/docs//etc/passwd'],
    ['a name of an object', '/docs/constructor'],
    ['another route', '/subjects'],
  ])('%s', async (_rule, path) => {
    expect(await docsResponse(path)).toBeUndefined()
  })
})
