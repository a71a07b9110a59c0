import type { GenerateTarget, LogicalTypeMapping } from '../config/generate-target.ts'
import { UsageError } from '../inputs/input-error.ts'
import type { CustomLogicalType, GenerateOptions } from './generate-options.ts'

/**
 * The options of a target of the config.
 * @param fileOf the file that a word for a topic's type means: a subject or a path
 * @throws UsageError
 */
export function targetOptions(
  { out: _, logicalTypes, topics, ...options }: GenerateTarget,
  fileOf: (word: string) => string | undefined,
): GenerateOptions {
  return {
    ...options,
    ...(logicalTypes && {
      logicalTypes: Object.fromEntries(
        Object.entries(logicalTypes).map(([name, mapping]) => [name, logicalType(name, mapping)]),
      ),
    }),
    ...(topics && {
      topics: Object.fromEntries(
        Object.entries(topics).map(([topic, { key, value }]) => [
          topic,
          {
            ...(key !== undefined && { key: fileOf(key) ?? key }),
            ...(value !== undefined && { value: fileOf(value) ?? value }),
          },
        ]),
      ),
    }),
  }
}

function logicalType(
  name: string,
  mapping: string | LogicalTypeMapping,
): 'native' | 'raw' | CustomLogicalType {
  if (typeof mapping === 'object') return mapping
  if (mapping === 'native' || mapping === 'raw') return mapping
  throw new UsageError(
    `The logical type "${name}" can be "native", "raw" or an object, not "${mapping}"`,
  )
}
