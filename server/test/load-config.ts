import { expect } from 'vitest'
import {
  ConfigError,
  type ConfigSources,
  type LoadedConfig,
  loadConfig,
} from '../src/config/load-config.ts'
import type { SettingName } from '../src/config/settings.ts'

/** What a configuration is loaded from; `file` holds texts by path. */
export interface Given {
  readonly flags?: Partial<Record<SettingName, string | boolean>>
  readonly configFile?: string
  readonly env?: Record<string, string>
  readonly file?: Record<string, string>
}

/** Loads a configuration. */
export function load({
  flags = {},
  configFile,
  env = {},
  file = {},
}: Given): Promise<LoadedConfig> {
  const files = new Map(Object.entries(file))
  const sources: ConfigSources = {
    flags: new Map(Object.entries(flags) as [SettingName, string | boolean][]),
    configFile,
    env,
    readFile(path) {
      const text = files.get(path)
      if (text === undefined) throw new Error('no such file')
      return text
    },
  }
  return loadConfig(sources)
}

/** The problems for which a configuration is refused. */
export async function problemsOf(given: Given): Promise<readonly string[]> {
  const error = await load(given).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(ConfigError)
  return (error as ConfigError).problems
}
