import type { Context, SchemaId, Subject } from '../core/types.ts'
import type { Database } from '../storage/database.ts'
import { Store } from '../storage/store.ts'
import { VanishedError } from './history.ts'
import { SchemaCache } from './schema-cache.ts'
import { resolveAlias } from './scope.ts'
import type { Change, RegistryOptions, Work } from './work.ts'

/** Told after every change which schemas' versions or content it touched. */
export type ChangeListener = (touched: readonly TouchedSchema[]) => void

export interface TouchedSchema {
  readonly context: Context
  readonly id: SchemaId
}

/** Runs operations: reads as they come, changes one at a time in their transactions. */
export class StoreAccess {
  readonly #db: Database
  readonly #work: Work
  readonly #now: () => number
  readonly #listeners: ChangeListener[] = []

  constructor(db: Database, options: RegistryOptions, now: () => number) {
    this.#db = db
    this.#now = now
    this.#work = {
      store: new Store(db),
      cache: new SchemaCache(options.schemaCacheBytes),
      options,
    }
  }

  onChange(listener: ChangeListener): void {
    this.#listeners.push(listener)
  }

  /** Reading takes no transaction: what vanishes between two statements is read again. */
  async read<T>(operation: (work: Work) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await operation(this.#work)
      } catch (error) {
        if (!(error instanceof VanishedError) || attempt === MAX_ATTEMPTS) throw error
      }
    }
  }

  /** The same about the subject that the caller names, behind its alias if it is one. */
  readSubject<T>(
    named: Subject,
    operation: (work: Work, subject: Subject) => Promise<T>,
  ): Promise<T> {
    return this.read(async (work) => operation(work, await resolveAlias(work, named)))
  }

  /** The one place where a write transaction begins. A refusal undoes what the operation wrote. */
  async change<T>(operation: (change: Change) => Promise<T>): Promise<T> {
    const touched = new Map<string, TouchedSchema>()
    const result = await this.#db.transaction(async (tx) => {
      const store = new Store(tx)
      return operation({
        ...this.#work,
        store,
        revision: await store.beginChange(),
        timestamp: this.#now(),
        touched: { add: (context, id) => touched.set(`${id}@${context}`, { context, id }) },
      })
    })
    if (touched.size > 0) for (const listener of this.#listeners) listener([...touched.values()])
    return result
  }

  /** The same about the subject that the caller names, behind its alias if it is one. */
  changeSubject<T>(
    named: Subject,
    operation: (change: Change, subject: Subject) => Promise<T>,
  ): Promise<T> {
    return this.change(async (change) => operation(change, await resolveAlias(change, named)))
  }

  async checkReadable(): Promise<void> {
    await this.#db.query('SELECT revision FROM registry')
  }

  /** Closes the store when the changes under way are done. */
  close(): Promise<void> {
    return this.#db.close()
  }
}

/** Each takes another permanent delete at just the wrong moment. */
const MAX_ATTEMPTS = 5
