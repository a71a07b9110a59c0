import type { GlobalOptions, Session } from '../cli/session.ts'
import { loadConfig } from '../config/load-config.ts'
import { UsageError } from '../inputs/input-error.ts'
import type { SourceFile } from '../inputs/source-file.ts'
import { withRegistry } from './connection.ts'
import { toSource } from './fetch-schemas.ts'
import { parseSubjectSpec } from './subject-spec.ts'
import { takeSchemas } from './take-schemas.ts'

/**
 * One version of a subject as a source file, and after it all that it refers to. `spec` is a
 * subject, its latest version, or `SUBJECT@NUMBER`. Throws UsageError and RegistryUnavailableError.
 */
export async function fetchVersion(
  session: Session,
  options: GlobalOptions & Readonly<Record<string, unknown>>,
  spec: string,
): Promise<readonly SourceFile[]> {
  const { isPattern, version } = parseSubjectSpec(spec)
  if (isPattern || version === 'all') {
    throw new UsageError(`registry:${spec} is not one version; write registry:SUBJECT@NUMBER`)
  }
  const { config } = await loadConfig({ cwd: session.io.cwd, file: options.config })
  const taken = await withRegistry(session, { config, options }, async ({ client }) => {
    return await takeSchemas(client, [spec], { onSkipped: session.progress })
  })
  // What nothing refers to is what was asked for; an alias may have given it another name.
  const referred = new Set(
    taken.flatMap(({ references }) =>
      references.map((other) => `${other.version} ${other.subject}`),
    ),
  )
  const root = taken.find(({ subject, version }) => !isReferred(referred, subject, version))
  if (!root) throw new UsageError(`registry:${spec} refers to itself`)
  return [root, ...taken.filter((schema) => schema !== root)].map(toSource)
}

/** References within a context leave its name out. */
function isReferred(referred: ReadonlySet<string>, subject: string, version: number): boolean {
  const local = subject.replace(/^:[^:]*:/, '')
  return referred.has(`${version} ${subject}`) || referred.has(`${version} ${local}`)
}
