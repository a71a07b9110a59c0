import { parseProperties } from './properties-file.ts'
import { type SettingName, settings } from './settings.ts'
import { type Findings, type GivenValue, quote, type Source } from './source.ts'

interface Entry {
  readonly key: string
  readonly value: unknown
  readonly line: number
}

/**
 * Reads a YAML (`.yaml`, `.yml`) or Java (`.properties`) file of settings under our names or
 * Confluent's. Of a repeated property the last counts; keys without a value count as not there.
 */
export async function readConfigFile(
  path: string,
  readFile: (path: string) => string,
  { problems }: Findings,
): Promise<Source> {
  const own = new Map<SettingName, GivenValue>()
  const properties = new Map<string, GivenValue>()
  try {
    for (const { key, value, line } of await parse(path, readFile)) {
      if (value === null || value === '') continue
      const given: GivenValue = { value, origin: { kind: 'file', name: key, path, line } }
      if (isSettingName(key)) own.set(key, given)
      else properties.set(key, given)
    }
  } catch (error) {
    problems.push(`configuration file ${quote(path)}: ${(error as Error).message}`)
  }
  return { own, properties }
}

async function parse(path: string, readFile: (path: string) => string): Promise<Entry[]> {
  const extension = /\.(properties|ya?ml)$/i.exec(path)?.[1]?.toLowerCase()
  if (extension === undefined) throw new Error('its name must end in .yaml, .yml or .properties')
  const text = readFile(path).replace(/^\uFEFF/, '')
  if (text.length > MAX_CHARACTERS) throw new Error(`has more than ${MAX_CHARACTERS} characters`)
  return extension === 'properties' ? parseProperties(text) : parseYaml(text)
}

const MAX_CHARACTERS = 1_000_000

async function parseYaml(text: string): Promise<Entry[]> {
  const { isMap, isScalar, LineCounter, parseDocument } = await import('yaml')
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false })
  const lineOf = (node: { range?: readonly number[] | null }) =>
    lineCounter.linePos(node.range?.[0] ?? 0).line

  const [error] = document.errors
  if (error) throw new Error(`${error.message} in line ${lineCounter.linePos(error.pos[0]).line}`)
  if (document.contents === null) return []
  if (!isMap(document.contents)) throw new Error('must hold keys with values')
  return document.contents.items.map(({ key, value }) => {
    if (!isScalar(key)) throw new Error('holds a key that is not a plain text')
    const line = lineOf(key)
    const name = String(key.value)
    if (value === null) return { key: name, value, line }
    if (!isScalar(value)) {
      throw new Error(`${quote(name)} in line ${line} must have a plain value, no list and no map`)
    }
    return { key: name, value: value.value, line }
  })
}

function isSettingName(key: string): key is SettingName {
  return Object.hasOwn(settings, key)
}
