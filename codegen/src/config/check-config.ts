import { compatibilityLevels } from '@magicbyte/avro'
import { UsageError } from '../inputs/input-error.ts'
import type { Config } from './config.ts'
import { either, flag, isText, listOf, mapOf, oneOf, shape, text } from './shape-checks.ts'

/**
 * A config that came from outside. Throws {@link UsageError} that lists everything wrong with it,
 * each with its path.
 */
export function checkConfig(value: unknown, file: string): Config {
  const problems: string[] = []
  CONFIG(value, 'config', problems)
  if (problems.length > 0) {
    throw new UsageError(`${file} is no valid config:\n${problems.map((p) => `  ${p}`).join('\n')}`)
  }
  return value as Config
}

const LONG = oneOf(['bigint', 'number', 'string'])

const LOGICAL_TYPES = either(
  isText,
  oneOf(['native', 'raw']),
  mapOf(
    either(
      isText,
      oneOf(['native', 'raw']),
      shape(
        { type: text, import: text, conversion: text, kind: text, long: LONG },
        { required: ['type'] },
      ),
    ),
  ),
)

const CONFIG = shape({
  registry: shape({
    url: text,
    auth: shape({ env: text, scheme: oneOf(['basic', 'bearer']) }, { required: ['env'] }),
    state: listOf(text),
  }),
  schemas: listOf(
    either(isText, text, shape({ registry: listOf(text) }, { required: ['registry'] })),
  ),
  exclude: listOf(text),
  importDirs: listOf(text),
  subjects: shape({
    strategy: oneOf(['topic', 'record', 'topic-record']),
    map: mapOf(listOf(text)),
  }),
  compatibility: shape({ default: oneOf(compatibilityLevels), against: text }),
  lint: shape({ use: listOf(text), except: listOf(text), ignore: mapOf(listOf(text)) }),
  generate: listOf(
    shape(
      {
        out: text,
        mode: oneOf(['types', 'schema', 'full']),
        zod: flag,
        long: LONG,
        unions: oneOf(['tagged', 'wrapped', 'plain']),
        enums: oneOf(['const', 'union', 'enum']),
        importExtension: oneOf(['.js', '.ts', '']),
        logicalTypes: LOGICAL_TYPES,
        fields: mapOf(shape({ long: LONG, logicalTypes: LOGICAL_TYPES })),
        topics: mapOf(shape({ key: text, value: text })),
      },
      { required: ['out'] },
    ),
  ),
})
