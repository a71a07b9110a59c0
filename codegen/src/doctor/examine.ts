import { openProject } from '../cli/project.ts'
import type { GlobalOptions, Session } from '../cli/session.ts'
import { readVersion } from '../cli/version.ts'
import { loadConfig } from '../config/load-config.ts'
import { displayPath } from '../inputs/find-files.ts'
import { RegistryUnavailableError, UsageError } from '../inputs/input-error.ts'
import { examineRegistry } from './examine-registry.ts'

/** One thing that was looked at. */
export interface Finding {
  readonly about: string
  readonly verdict: 'ok' | 'warning' | 'error'
  readonly text: string
}

/** Looks at everything that commands need. Nothing is changed. */
export async function examine(
  session: Session,
  options: GlobalOptions & Readonly<Record<string, unknown>>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [
    { about: 'magicbyte', verdict: 'ok', text: readVersion() },
    examineNode(),
  ]
  const { cwd } = session.io
  const config = await attempt('config', async () => {
    const { file } = await loadConfig({ cwd, file: options.config })
    return file === undefined ? 'there is none; defaults hold' : displayPath(file, cwd)
  })
  findings.push(config)
  if (config.verdict === 'error') return findings
  findings.push(await examineSchemas(session, options))
  findings.push(...(await examineRegistry(session, options)))
  return findings
}

/** What a look gave, or why it failed. */
export async function attempt(about: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { about, verdict: 'ok', text: await look() }
  } catch (error) {
    const isExpected = error instanceof UsageError || error instanceof RegistryUnavailableError
    if (!isExpected) throw error
    return { about, verdict: 'error', text: error.message }
  }
}

const LEAST_NODE = 20

function examineNode(): Finding {
  const { node } = process.versions
  const isOld = Number(node.split('.')[0]) < LEAST_NODE
  const text = isOld ? `${node} is older than ${LEAST_NODE}` : node
  return { about: 'node', verdict: isOld ? 'error' : 'ok', text }
}

async function examineSchemas(
  session: Session,
  options: GlobalOptions & Readonly<Record<string, unknown>>,
): Promise<Finding> {
  const about = 'schemas'
  try {
    const { set } = await openProject(session, [], options)
    const errors = set.diagnostics.filter(({ severity }) => severity === 'error').length
    const count = `${set.files.length} files`
    if (errors === 0) return { about, verdict: 'ok', text: count }
    const text = `${count} with ${errors} errors; magicbyte validate shows them`
    return { about, verdict: 'error', text }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { about, verdict: 'warning', text: error.message }
  }
}
