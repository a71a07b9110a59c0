export type Value = string | number | null
export type Row = Record<string, Value>

/** Runs SQL written in the intersection of SQLite and PostgreSQL, with `$1` parameters. */
export interface Queryable {
  query<R extends object = Row>(sql: string, params?: readonly Value[]): Promise<R[]>
}

export interface Database extends Queryable {
  readonly engine: 'sqlite' | 'postgres'
  /**
   * Runs `work` in one write transaction: committed when its promise is fulfilled, undone when it
   * is rejected. Transactions take turns. Nothing but `tx` may be awaited inside.
   */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>
  /** Waits for the transactions under way, then closes. */
  close(): Promise<void>
}
