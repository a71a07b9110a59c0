import { readProtocol } from '../protocol/read-protocol.ts'
import { readPlaced } from './placed-schema.ts'
import type { SchemaReader } from './schema-reader.ts'

/** The reader of `.avpr` files. */
export function createProtocolReader(): SchemaReader {
  return ({ text, location }) => {
    const protocol = readProtocol(text, { file: location })
    return readPlaced(location, protocol.problems, () => protocol.toJson())
  }
}
