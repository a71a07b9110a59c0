import type { GlobalOptions, Session } from '../cli/session.ts'
import { loadConfig } from '../config/load-config.ts'
import { RegistryUnavailableError, UsageError } from '../inputs/input-error.ts'
import { type Connection, withRegistry } from '../registry/connection.ts'
import { findSettings } from '../registry/registry-settings.ts'
import type { Finding } from './examine.ts'

/** Looks at a registry: whether it answers, what it is, which rules hold, and its clock. */
export async function examineRegistry(
  session: Session,
  options: GlobalOptions & Readonly<Record<string, unknown>>,
): Promise<readonly Finding[]> {
  const { config } = await loadConfig({ cwd: session.io.cwd, file: options.config })
  try {
    await (await findSettings(session.io, { config, options })).close()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const isAbsent = error instanceof UsageError && error.message.startsWith('No registry')
    return [{ about: 'registry', verdict: isAbsent ? 'warning' : 'error', text: error.message }]
  }
  try {
    return await withRegistry(session, { config, options }, look)
  } catch (error) {
    const isExpected = error instanceof UsageError || error instanceof RegistryUnavailableError
    if (!isExpected) throw error
    return [{ about: 'registry', verdict: 'error', text: error.message }]
  }
}

/** Seconds that clocks may differ before tokens and times get into trouble. */
const MAX_SKEW_S = 60

async function look({ client, url, clockSkew }: Connection): Promise<readonly Finding[]> {
  const { compatibilityLevel } = (await client.getGlobalConfig()) ?? {}
  if (typeof compatibilityLevel !== 'string') {
    throw new RegistryUnavailableError(`${url} does not answer as a registry does`)
  }
  const findings: Finding[] = [
    { about: 'registry', verdict: 'ok', text: `${url} answers` },
    { about: 'compatibility', verdict: 'ok', text: compatibilityLevel },
  ]
  findings.push(await findMode(client))
  findings.push(await findVersion(client))
  const skew = clockSkew()
  if (skew !== undefined) {
    const seconds = Math.round(skew / 1000)
    const isOff = Math.abs(seconds) > MAX_SKEW_S
    const text = isOff ? `the registry's clock is ${seconds} s ahead` : 'agrees with the registry'
    findings.push({ about: 'clock', verdict: isOff ? 'warning' : 'ok', text })
  }
  return findings
}

/** Not every registry has modes. */
async function findMode(client: Connection['client']): Promise<Finding> {
  const about = 'mode'
  try {
    const { mode } = await client.getGlobalMode()
    if (mode === 'READWRITE') return { about, verdict: 'ok', text: mode }
    const text = `${mode}, so that nothing can be registered as usual`
    return { about, verdict: 'warning', text }
  } catch {
    return { about, verdict: 'ok', text: 'the registry does not say' }
  }
}

/** Not every registry says its version. */
async function findVersion(client: Connection['client']): Promise<Finding> {
  const about = 'version'
  try {
    const { version } = await client.getServerVersion()
    return { about, verdict: 'ok', text: `as Confluent Schema Registry ${version}` }
  } catch {
    return { about, verdict: 'ok', text: 'the registry does not say' }
  }
}
