import type { SchemaReference } from '@magicbyte/avro'
import type { Context, ReferenceTarget, SchemaId, StoredSchema } from '../core/types.ts'
import type { Queryable } from './database.ts'

/** The schemas by id and by guid, with their references. */
export class Schemas {
  readonly #db: Queryable

  constructor(db: Queryable) {
    this.#db = db
  }

  async get(context: Context, id: SchemaId): Promise<StoredSchema | undefined> {
    const [row] = await this.#db.query<SchemaRow>(
      `SELECT guid, text, metadata, rule_set, reference_count
         FROM schemas WHERE context = $1 AND id = $2`,
      [context, id],
    )
    if (!row) return undefined
    const references = row.reference_count === 0 ? [] : await this.#references(context, id)
    // Outside a transaction the schema may have gone between the two statements.
    if (references.length !== row.reference_count) return undefined
    return {
      context,
      id,
      guid: row.guid,
      text: row.text,
      references,
      ...(row.metadata === null ? {} : { metadata: JSON.parse(row.metadata) }),
      ...(row.rule_set === null ? {} : { ruleSet: JSON.parse(row.rule_set) }),
    }
  }

  async #references(context: Context, id: SchemaId): Promise<SchemaReference[]> {
    return this.#db.query<{ name: string; subject: string; version: number }>(
      `SELECT name, reference_subject AS subject, target_version AS version
         FROM schema_references WHERE context = $1 AND schema_id = $2 ORDER BY position`,
      [context, id],
    )
  }

  /**
   * The id of the schema with this guid in the context. Imported schemas may carry several:
   * the one written last counts, as in Confluent's hash table.
   */
  async idByGuid(context: Context, guid: string): Promise<SchemaId | undefined> {
    const [row] = await this.#db.query<{ id: SchemaId }>(
      `SELECT s.id FROM schemas s WHERE s.context = $1 AND s.guid = $2
        ORDER BY (SELECT MAX(v.revision) FROM versions v
                   WHERE v.context = s.context AND v.schema_id = s.id) DESC
        LIMIT 1`,
      [context, guid],
    )
    return row?.id
  }

  /** Every id the guid has, in any context. */
  idsByGuid(guid: string): Promise<{ context: Context; id: SchemaId }[]> {
    return this.#db.query('SELECT context, id FROM schemas WHERE guid = $1', [guid])
  }

  async add(schema: StoredSchema, { fingerprint, targets }: SchemaFacts): Promise<void> {
    await this.#db.query(
      `INSERT INTO schemas
         (context, id, guid, fingerprint, text, metadata, rule_set, reference_count)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        schema.context,
        schema.id,
        schema.guid,
        fingerprint,
        schema.text,
        schema.metadata === undefined ? null : JSON.stringify(schema.metadata),
        schema.ruleSet === undefined ? null : JSON.stringify(schema.ruleSet),
        schema.references.length,
      ],
    )
    for (const [position, reference] of schema.references.entries()) {
      const target = targets[position]!
      await this.#db.query(
        `INSERT INTO schema_references (context, schema_id, position, name, reference_subject,
                                        target_context, target_subject, target_version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          schema.context,
          schema.id,
          position,
          reference.name,
          reference.subject,
          target.subject.context,
          target.subject.name,
          target.version,
        ],
      )
    }
  }

  /** Forgets the schema when no version stands for it any more. */
  async removeUnused(context: Context, id: SchemaId): Promise<void> {
    await this.#db.query(
      `DELETE FROM schemas WHERE context = $1 AND id = $2
          AND NOT EXISTS (SELECT 1 FROM versions v WHERE v.context = $1 AND v.schema_id = $2)`,
      [context, id],
    )
  }
}

/** What is kept about a schema to find it by. */
export interface SchemaFacts {
  /** CRC-64-AVRO of the Parsing Canonical Form, in hexadecimal. */
  readonly fingerprint: string
  /** What each reference means. */
  readonly targets: readonly ReferenceTarget[]
}

interface SchemaRow {
  guid: string
  text: string
  metadata: string | null
  rule_set: string | null
  reference_count: number
}
