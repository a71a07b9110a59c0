import type { SubjectPrefix } from '../core/subject.ts'
import type { Context, SchemaId, Subject, Version, VersionKey } from '../core/types.ts'
import type { Queryable } from './database.ts'
import { PREFIX, prefixParams } from './subject-prefix.ts'

/** A version's row: which schema it stands for, and when it was registered. */
export interface StoredVersion extends VersionKey {
  /** Milliseconds since 1970. */
  readonly timestamp: number
}

/** A subject that has versions, softly deleted ones included. */
export interface StoredSubject {
  readonly subject: Subject
  /** Every version is softly deleted. */
  readonly deleted: boolean
}

/** The versions of the subjects. */
export class Versions {
  readonly #db: Queryable

  constructor(db: Queryable) {
    this.#db = db
  }

  async get(subject: Subject, version: Version): Promise<StoredVersion | undefined> {
    const [row] = await this.#db.query<VersionRow>(
      `${SELECT} WHERE context = $1 AND subject = $2 AND version = $3`,
      [subject.context, subject.name, version],
    )
    return row && toVersion(row)
  }

  /** The newest version that is not softly deleted. */
  async latest(subject: Subject): Promise<StoredVersion | undefined> {
    const [row] = await this.#db.query<VersionRow>(
      `${SELECT} WHERE context = $1 AND subject = $2 AND deleted = 0 ORDER BY version DESC LIMIT 1`,
      [subject.context, subject.name],
    )
    return row && toVersion(row)
  }

  /** The version with the highest number, softly deleted or not. */
  async last(subject: Subject): Promise<StoredVersion | undefined> {
    const [row] = await this.#db.query<VersionRow>(
      `${SELECT} WHERE context = $1 AND subject = $2 ORDER BY version DESC LIMIT 1`,
      [subject.context, subject.name],
    )
    return row && toVersion(row)
  }

  /** Every version of the subject, softly deleted ones included, oldest first. */
  async of(subject: Subject): Promise<StoredVersion[]> {
    const rows = await this.#db.query<VersionRow>(
      `${SELECT} WHERE context = $1 AND subject = $2 ORDER BY version`,
      [subject.context, subject.name],
    )
    return rows.map(toVersion)
  }

  /** The versions that stand for the schema, the ones written first first. */
  async ofSchema(context: Context, id: SchemaId): Promise<StoredVersion[]> {
    const rows = await this.#db.query<VersionRow>(
      `${SELECT} WHERE context = $1 AND schema_id = $2 ORDER BY revision, version`,
      [context, id],
    )
    return rows.map(toVersion)
  }

  /** The version that stands for the schema in the first of its subjects, by name; there the last. */
  async firstWithSchema(context: Context, id: SchemaId): Promise<StoredVersion | undefined> {
    const [row] = await this.#db.query<VersionRow>(
      `${SELECT} WHERE context = $1 AND schema_id = $2
        ORDER BY subject, revision DESC, version DESC LIMIT 1`,
      [context, id],
    )
    return row && toVersion(row)
  }

  /** The subject's versions that stand for the schema, the ones written first first. */
  async ofSubjectWithSchema(subject: Subject, id: SchemaId): Promise<StoredVersion[]> {
    const rows = await this.#db.query<VersionRow>(
      `${SELECT} WHERE context = $1 AND schema_id = $2 AND subject = $3
        ORDER BY revision, version`,
      [subject.context, id, subject.name],
    )
    return rows.map(toVersion)
  }

  /** The subject's versions whose schemas have the fingerprint, newest first. */
  async ofFingerprint(subject: Subject, fingerprint: string): Promise<StoredVersion[]> {
    const rows = await this.#db.query<VersionRow>(
      `SELECT v.context, v.subject, v.version, v.schema_id, v.deleted, v.registered_at
         FROM schemas s JOIN versions v ON v.context = s.context AND v.schema_id = s.id
        WHERE s.context = $1 AND s.fingerprint = $2 AND v.subject = $3
        ORDER BY v.version DESC`,
      [subject.context, fingerprint, subject.name],
    )
    return rows.map(toVersion)
  }

  /** The contexts in which the subject's name has versions. */
  async contextsOf(name: string): Promise<Context[]> {
    const rows = await this.#db.query<{ context: Context }>(
      'SELECT DISTINCT context FROM versions WHERE subject = $1 ORDER BY context',
      [name],
    )
    return rows.map(({ context }) => context)
  }

  async subjects(prefix: SubjectPrefix): Promise<StoredSubject[]> {
    const rows = await this.#db.query<{ context: Context; subject: string; deleted: number }>(
      `SELECT context, subject, MIN(deleted) AS deleted FROM versions
        WHERE ${PREFIX} GROUP BY context, subject`,
      prefixParams(prefix),
    )
    return rows.map(({ context, subject, deleted }) => ({
      subject: { context, name: subject },
      deleted: deleted === 1,
    }))
  }

  /** Every version of the subjects that match, in no particular order. */
  async matching(prefix: SubjectPrefix): Promise<StoredVersion[]> {
    const rows = await this.#db.query<VersionRow>(`${SELECT} WHERE ${PREFIX}`, prefixParams(prefix))
    return rows.map(toVersion)
  }

  /** The versions whose schemas refer to exactly this version. */
  async referrers(subject: Subject, version: Version): Promise<StoredVersion[]> {
    const rows = await this.#db.query<VersionRow>(
      `SELECT v.context, v.subject, v.version, v.schema_id, v.deleted, v.registered_at
         FROM schema_references r
         JOIN versions v ON v.context = r.context AND v.schema_id = r.schema_id
        WHERE r.target_context = $1 AND r.target_subject = $2 AND r.target_version = $3
        ORDER BY v.context, v.schema_id`,
      [subject.context, subject.name, version],
    )
    return rows.map(toVersion)
  }

  /** Writes the row, over one that has the same subject and version. */
  async put(version: StoredVersion, revision: number): Promise<void> {
    await this.#db.query(
      `INSERT INTO versions (context, subject, version, schema_id, deleted, registered_at, revision)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (context, subject, version) DO UPDATE SET
         schema_id = excluded.schema_id, deleted = excluded.deleted,
         registered_at = excluded.registered_at, revision = excluded.revision`,
      [
        version.subject.context,
        version.subject.name,
        version.version,
        version.id,
        version.deleted ? 1 : 0,
        version.timestamp,
        revision,
      ],
    )
  }

  async remove(subject: Subject, version: Version): Promise<void> {
    await this.#db.query(
      'DELETE FROM versions WHERE context = $1 AND subject = $2 AND version = $3',
      [subject.context, subject.name, version],
    )
  }
}

const SELECT = 'SELECT context, subject, version, schema_id, deleted, registered_at FROM versions'

interface VersionRow {
  context: Context
  subject: string
  version: Version
  schema_id: SchemaId
  deleted: number
  registered_at: number
}

function toVersion(row: VersionRow): StoredVersion {
  return {
    subject: { context: row.context, name: row.subject },
    version: row.version,
    id: row.schema_id,
    deleted: row.deleted === 1,
    timestamp: row.registered_at,
  }
}
