import { Contexts } from './contexts.ts'
import type { Queryable } from './database.ts'
import { Schemas } from './schemas.ts'
import { Settings } from './settings.ts'
import { Versions } from './versions.ts'

/**
 * Every SQL statement of the registry, by noun. Rows become domain types here; no rule lives here.
 */
export class Store {
  readonly #db: Queryable
  readonly contexts: Contexts
  readonly schemas: Schemas
  readonly versions: Versions
  readonly settings: Settings

  constructor(db: Queryable) {
    this.#db = db
    this.contexts = new Contexts(db)
    this.schemas = new Schemas(db)
    this.versions = new Versions(db)
    this.settings = new Settings(db)
  }

  /** Takes the write lock until the transaction ends, and gives the number of this change. */
  async beginChange(): Promise<number> {
    const [row] = await this.#db.query<{ revision: number }>(
      'UPDATE registry SET revision = revision + 1 WHERE singleton = 1 RETURNING revision',
    )
    return row!.revision
  }
}
