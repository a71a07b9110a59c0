import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSchema, resolvedString } from '@magicbyte/avro'
import fc from 'fast-check'
import { arbitrarySchema } from '../../../avro/test/arbitrary-schema.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/**
 * Texts of schemas that both sides are compared with: samples, those of the folders that the
 * program was given, and many random ones.
 */
export function sampleSchemas(randomCount: number): string[] {
  const files = [join(root, 'schemas'), ...process.argv.slice(2)].flatMap(schemasIn)
  const order = readFileSync(join(root, 'bench', 'serde', 'order.avsc'), 'utf8')
  const limits = { depth: 4, logicalTypes: true, oddNames: true }
  const random = fc.sample(arbitrarySchema(limits), { seed: 20_261_125, numRuns: randomCount })
  // Java's JSON of a record without fields that is all there is, is no JSON.
  return [order, ...files, ...random.map((schema) => JSON.stringify(schema))].filter(
    (schema) => !/^\{"type":"record","name":"[\w.]+","fields":\[\]\}$/.test(schema),
  )
}

function schemasIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.avsc'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .filter(isSelfContained)
}

function isSelfContained(text: string): boolean {
  try {
    resolvedString(parseSchema(text))
    return true
  } catch {
    return false
  }
}
