import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { normalizedExceptions } from '../../scripts/vectors/normalized-exceptions.ts'

const root = join(import.meta.dirname, '..', '..')

const documents = [
  '.',
  'avro',
  'client',
  'codegen',
  'docs',
  'schemas',
  'schemas/evolution',
  'server',
]
  .flatMap((folder) => readdirSync(join(root, folder)).map((file) => join(folder, file)))
  .filter((file) => file.endsWith('.md'))

describe('links between documents lead somewhere', () => {
  test.each(documents)('%s', (file) => {
    expect(linksOf(file).filter((link) => !leadsSomewhere(file, link))).toEqual([])
  })
})

test('ARCHITECTURE.md maps every source file, and no other', () => {
  const sources = ['avro/src', 'client/src', 'server/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => join(folder, file)),
  )
  expect(mappedFiles().sort()).toEqual(sources.sort())
})

test('docs/differences.md lists the vectors that are skipped', () => {
  const [, table] = read('docs/differences.md').split('| Confluent | vectors |')
  const listed = [...table!.split('\n\n')[0]!.matchAll(/`(own-[\w.-]+)`/g)].map(([, id]) => id!)
  expect(listed.sort()).toEqual([...normalizedExceptions.keys()].sort())
})

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function linksOf(file: string): string[] {
  return [...read(file).matchAll(/\]\(([^)]+)\)/g)]
    .map(([, link]) => link!)
    .filter((link) => !/^https?:/.test(link))
}

function leadsSomewhere(file: string, link: string): boolean {
  const [path, heading] = link.split('#')
  const target = path === '' ? file : join(dirname(file), path!)
  if (!existsSync(join(root, target))) return false
  return heading === undefined || headingsOf(target).includes(heading)
}

/** As GitHub names them in links. */
function headingsOf(file: string): string[] {
  return [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, text]) =>
    text!
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  )
}

/** The files of the code map: each part begins with its folder in bold. */
function mappedFiles(): string[] {
  const [, map] = /## Code map\n(.*?)\n## /s.exec(read('ARCHITECTURE.md'))!
  const parts = map!.split(/^\*\*/m).slice(1)
  return parts
    .filter((part) => !part.startsWith('Elsewhere'))
    .flatMap((part) => {
      const [folder] = part.split('**')
      return [...part.matchAll(/`([\w/.-]+\.ts)`/g)].map(([, file]) => join(folder!, file!))
    })
}
