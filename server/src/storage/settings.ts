import type { Config } from '../core/config.ts'
import type { Mode } from '../core/mode.ts'
import type { SubjectPrefix } from '../core/subject.ts'
import type { Context, Subject } from '../core/types.ts'
import type { Queryable, Row, Value } from './database.ts'
import { PREFIX, prefixParams } from './subject-prefix.ts'

/** The configs and modes by subject; an empty name stands for the whole context. */
export class Settings {
  readonly #db: Queryable

  constructor(db: Queryable) {
    this.#db = db
  }

  async config({ context, name }: Subject): Promise<Config | undefined> {
    const [row] = await this.#db.query(
      `SELECT ${COLUMN_LIST} FROM configs WHERE context = $1 AND subject = $2`,
      [context, name],
    )
    return row && toConfig(row)
  }

  /** The alias as it was written. */
  async alias({ context, name }: Subject): Promise<string | undefined> {
    const [row] = await this.#db.query<{ alias: string | null }>(
      'SELECT alias FROM configs WHERE context = $1 AND subject = $2',
      [context, name],
    )
    return row?.alias ?? undefined
  }

  async putConfig({ context, name }: Subject, config: Config): Promise<void> {
    await this.#db.query(
      `INSERT INTO configs (context, subject, ${COLUMN_LIST})
       VALUES ($1, $2, ${COLUMNS.map((_, i) => `$${i + 3}`).join(', ')})
       ON CONFLICT (context, subject) DO UPDATE SET
         ${COLUMNS.map(({ column }) => `${column} = excluded.${column}`).join(', ')}`,
      [context, name, ...COLUMNS.map(({ key, write }) => write(config[key]))],
    )
  }

  async removeConfig({ context, name }: Subject): Promise<void> {
    await this.#db.query('DELETE FROM configs WHERE context = $1 AND subject = $2', [context, name])
  }

  /** The subjects with an alias among those that match, and the alias as it was written. */
  async aliases(prefix: SubjectPrefix): Promise<{ subject: Subject; alias: string }[]> {
    const rows = await this.#db.query<{ context: Context; subject: string; alias: string }>(
      `SELECT context, subject, alias FROM configs
        WHERE ${PREFIX} AND alias IS NOT NULL ORDER BY context, subject`,
      prefixParams(prefix),
    )
    return rows.map((row) => ({
      subject: { context: row.context, name: row.subject },
      alias: row.alias,
    }))
  }

  async mode({ context, name }: Subject): Promise<Mode | undefined> {
    const [row] = await this.#db.query<{ mode: Mode }>(
      'SELECT mode FROM modes WHERE context = $1 AND subject = $2',
      [context, name],
    )
    return row?.mode
  }

  async putMode({ context, name }: Subject, mode: Mode): Promise<void> {
    await this.#db.query(
      `INSERT INTO modes (context, subject, mode) VALUES ($1, $2, $3)
       ON CONFLICT (context, subject) DO UPDATE SET mode = excluded.mode`,
      [context, name, mode],
    )
  }

  async removeMode({ context, name }: Subject): Promise<void> {
    await this.#db.query('DELETE FROM modes WHERE context = $1 AND subject = $2', [context, name])
  }

  /** Removes the context's own mode and that of every subject in it. */
  async removeModes(context: Context): Promise<void> {
    await this.#db.query('DELETE FROM modes WHERE context = $1', [context])
  }
}

interface Column {
  readonly column: string
  readonly key: keyof Config
  readonly write: (value: unknown) => Value
  readonly read: (value: Value) => unknown
}

const COLUMNS: readonly Column[] = [
  text('compatibility_level', 'compatibilityLevel'),
  flag('normalize', 'normalize'),
  text('alias', 'alias'),
  text('alias_for_deks', 'aliasForDeks'),
  flag('validate_fields', 'validateFields'),
  flag('validate_new_schemas', 'validateNewSchemas'),
  flag('validate_rules', 'validateRules'),
  text('compatibility_policy', 'compatibilityPolicy'),
  text('compatibility_group', 'compatibilityGroup'),
  json('default_metadata', 'defaultMetadata'),
  json('override_metadata', 'overrideMetadata'),
  json('default_rule_set', 'defaultRuleSet'),
  json('override_rule_set', 'overrideRuleSet'),
]

const COLUMN_LIST = COLUMNS.map(({ column }) => column).join(', ')

function text(column: string, key: keyof Config): Column {
  return { column, key, write: (value) => (value as string | undefined) ?? null, read: (v) => v }
}

function flag(column: string, key: keyof Config): Column {
  return {
    column,
    key,
    write: (value) => (value === undefined ? null : value ? 1 : 0),
    read: (value) => value === 1,
  }
}

function json(column: string, key: keyof Config): Column {
  return {
    column,
    key,
    write: (value) => (value === undefined ? null : JSON.stringify(value)),
    read: (value) => JSON.parse(value as string),
  }
}

function toConfig(row: Row): Config {
  const config: Record<string, unknown> = {}
  for (const { column, key, read } of COLUMNS) {
    const value = row[column] ?? null
    if (value !== null) config[key] = read(value)
  }
  return config as Config
}
