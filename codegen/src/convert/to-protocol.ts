import { idlToProtocol, parseIdl } from '../idl/index.ts'
import { UsageError } from '../inputs/input-error.ts'
import type { ReaderContext } from '../inputs/schema-reader.ts'
import { lineIndex, type SourceFile } from '../inputs/source-file.ts'

/**
 * The protocol in JSON that an IDL file declares. Throws UsageError with the place of the first
 * problem, and for a file without a protocol.
 */
export function toProtocol(
  source: SourceFile,
  { importDirs, readImport }: Pick<ReaderContext, 'importDirs' | 'readImport'>,
): string {
  const { path, location, text } = source
  if (!path.endsWith('.avdl'))
    throw new UsageError(`${path} is no IDL file, which avpr is made from`)
  const parsed = parseIdl(text, { file: location })
  const { protocol, problems } = idlToProtocol(parsed, { readFile: readImport, importDirs })
  const problem = problems.find(({ severity }) => severity === 'error')
  if (problem) {
    const isOwn = problem.file === location
    const { line, column } = isOwn ? lineIndex(source).position(problem.offset) : problem
    const where = isOwn ? path : problem.file
    throw new UsageError(`${where}:${line}:${column}: ${problem.message}`)
  }
  if (!protocol) throw new UsageError(`${path} declares no protocol`)
  return protocol.text
}
