import { posix } from 'node:path'
import { slashed } from './find-files.ts'
import { extensionOf } from './schema-reader.ts'
import type { TypeTable } from './type-table.ts'

const KINDS: ReadonlyMap<string, string> = new Map([
  ['.avdl', 'idl'],
  ['.avpr', 'protocol'],
  ['.avsc', 'schema'],
])

/** What an IDL file has to import for a type that another file of the set defines. */
export function importAdvice(
  { message, path }: { readonly message: string; readonly path: string },
  table: TypeTable,
): string | undefined {
  const [, name = ''] = /^There is no type (\S+)$/.exec(message) ?? []
  const home = table.definers.get(name)?.[0]?.source.path
  const kind = home === undefined ? undefined : KINDS.get(extensionOf(home))
  if (home === undefined || kind === undefined || home.startsWith('registry:')) return undefined
  const target = posix.relative(posix.dirname(slashed(path)), slashed(home))
  return `Import the file that defines it: import ${kind} ${JSON.stringify(target)};`
}
