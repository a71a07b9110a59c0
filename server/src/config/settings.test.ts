import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  environmentName,
  flagName,
  type Setting,
  type SettingName,
  settingNames,
  settings,
} from './settings.ts'

test('flag and environment variable follow from the name', () => {
  expect(flagName('subjectVersionSearchMaxLimit')).toBe('--subject-version-search-max-limit')
  expect(environmentName('subjectVersionSearchMaxLimit')).toBe(
    'MAGICBYTE_SUBJECT_VERSION_SEARCH_MAX_LIMIT',
  )
})

test.each(settingNames)('the default of %s is a value it may have', (name) => {
  const setting: Setting<unknown> = settings[name]
  expect(setting.type.parse(setting.default)).toBe(setting.default)
  expect(setting.type.parse(String(setting.default))).toBe(setting.default)
})

test('the reference in docs/configuration.md has a row for every setting and no other', () => {
  const file = new URL('../../../docs/configuration.md', import.meta.url)
  const rows = readFileSync(file, 'utf8').match(/^\| `\w+` \| `--.*$/gm) ?? []
  expect(rows).toEqual(settingNames.map(documentRow))
})

function documentRow(name: SettingName): string {
  const { confluent, description, allowed, default: preset }: Setting<unknown> = settings[name]
  const cells = [
    code(name),
    code(flagName(name)),
    code(environmentName(name)),
    confluent.map(code).join(', ') || 'none',
    preset === '' ? 'empty' : code(String(preset)),
    `${description} (${allowed})`,
  ]
  return `| ${cells.join(' | ')} |`
}

function code(text: string): string {
  return `\`${text}\``
}
