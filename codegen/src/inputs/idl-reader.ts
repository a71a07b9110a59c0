import { idlToSchemas, parseIdl } from '../idl/index.ts'
import { readPlaced } from './placed-schema.ts'
import type { ReaderContext, SchemaReader } from './schema-reader.ts'

/** The reader of `.avdl` files. Types that other files of the set define are only named. */
export function createIdlReader(context: ReaderContext): SchemaReader {
  const { importDirs, readImport: readFile, isInSet } = context
  return ({ text, location }) => {
    const schemas = idlToSchemas(parseIdl(text, { file: location }), { readFile, importDirs })
    const imported = schemas.imports.every(isInSet) ? 'named' : 'defined'
    return readPlaced(location, schemas.problems, () => schemas.toJson({ imported }))
  }
}
