import type { LoadedConfig } from './load-config.ts'
import { formatValue, settingNames } from './settings.ts'
import { formatOrigin } from './source.ts'

/** All settings as a YAML configuration file, each with its origin as a comment, no passwords. */
export function formatConfig({
  config,
  origins,
}: Pick<LoadedConfig, 'config' | 'origins'>): string {
  const entries = settingNames.map((name) => {
    const value = config[name]
    const text = typeof value === 'string' ? JSON.stringify(formatValue(name, value)) : value
    return { entry: `${name}: ${text}`, origin: formatOrigin(origins.get(name)!) }
  })
  const width = Math.max(...entries.map(({ entry }) => entry.length))
  return entries.map(({ entry, origin }) => `${entry.padEnd(width)} # ${origin}\n`).join('')
}
