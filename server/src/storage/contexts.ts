import type { Context, SchemaId } from '../core/types.ts'
import { MAX_INT } from '../core/version.ts'
import type { Queryable } from './database.ts'

/** The contexts and their id counters. */
export class Contexts {
  readonly #db: Queryable

  constructor(db: Queryable) {
    this.#db = db
  }

  /**
   * The contexts that hold or held schemas and were not deleted; the default one is not among them.
   */
  async listed(): Promise<Context[]> {
    const rows = await this.#db.query<{ name: Context }>(
      "SELECT name FROM contexts WHERE listed = 1 AND name <> '.'",
    )
    return rows.map(({ name }) => name)
  }

  /** Makes the context exist. */
  async list(context: Context): Promise<void> {
    await this.#db.query(
      `INSERT INTO contexts (name, listed) VALUES ($1, 1)
       ON CONFLICT (name) DO UPDATE SET listed = 1`,
      [context],
    )
  }

  /** Takes the context off the list; its id counter stays. */
  async unlist(context: Context): Promise<void> {
    await this.#db.query('UPDATE contexts SET listed = 0 WHERE name = $1', [context])
  }

  /** The highest id ever bound in the context; 0 before the first. */
  async lastId(context: Context): Promise<SchemaId> {
    const [row] = await this.#db.query<{ last_id: SchemaId }>(
      'SELECT last_id FROM contexts WHERE name = $1',
      [context],
    )
    return row?.last_id ?? 0
  }

  /** Hands out the next id of a context that exists; nothing when ids have run out. */
  async nextId(context: Context): Promise<SchemaId | undefined> {
    const [row] = await this.#db.query<{ last_id: SchemaId }>(
      `UPDATE contexts SET last_id = last_id + 1
        WHERE name = $1 AND last_id < $2 RETURNING last_id`,
      [context, MAX_INT],
    )
    return row?.last_id
  }

  /** Sees to it that ids up to `id` are not handed out any more. */
  async reserveId(context: Context, id: SchemaId): Promise<void> {
    await this.#db.query('UPDATE contexts SET last_id = $2 WHERE name = $1 AND last_id < $2', [
      context,
      id,
    ])
  }
}
