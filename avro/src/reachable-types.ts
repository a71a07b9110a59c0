import { MAX_JSON_DEPTH } from './json-reader.ts'
import type { NameRule } from './names.ts'
import { type Reading, report } from './reading.ts'
import type { Schema, Source } from './schema.ts'

/**
 * Goes through the types a schema leads to, those of other texts included. Bounds how deep their
 * definitions nest when printed into each other, so that the printed text can be read again and
 * everyone may recurse; checks simple names, fields and symbols if there is a rule, as Confluent
 * does after reading without one.
 * @throws InvalidSchemaError unless problems are collected
 */
export function checkReachable(
  reading: Reading,
  root: Schema,
  { nameRule }: { readonly nameRule: NameRule | undefined },
): void {
  const seen = new Set<Schema>()

  function check(schema: Schema, depth: number): void {
    if (seen.has(schema)) return
    seen.add(schema)
    if (depth > MAX_JSON_DEPTH) {
      const complaint = `Types nest too deeply: defined in each other they exceed ${MAX_JSON_DEPTH} levels of JSON`
      report(reading, schema, complaint, { source: schema.source })
      return
    }
    switch (schema.type) {
      case 'array':
        check(schema.items, depth + 1)
        return
      case 'map':
        check(schema.values, depth + 1)
        return
      case 'union':
        for (const branch of schema.branches) check(branch, depth + 1)
        return
      case 'record':
        checkName(schema, schema.name, schema.source)
        for (const field of schema.fields) {
          checkName(field, field.name, schema.source)
          check(field.type, depth + LEVELS_PER_RECORD)
        }
        return
      case 'enum':
        checkName(schema, schema.name, schema.source)
        for (const symbol of schema.symbols) checkName(schema, symbol, schema.source)
        return
      case 'fixed':
        checkName(schema, schema.name, schema.source)
    }
  }

  function checkName(place: { readonly at: number }, name: string, source: Source): void {
    const problem = nameRule?.(name)
    if (problem !== undefined) report(reading, place, problem, { source })
  }

  check(root, 1)
}

/** The object of the record, the array of its fields and the object of a field. */
const LEVELS_PER_RECORD = 3
