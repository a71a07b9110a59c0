import type { GenerateTarget } from '../config/generate-target.ts'
import type { GenerateOptions } from './generate-options.ts'

/**
 * The options of a target of the config.
 * @param fileOf the file that a word for a topic's type means: a subject or a path
 */
export function targetOptions(
  { out: _, topics, ...options }: GenerateTarget,
  fileOf: (word: string) => string | undefined,
): GenerateOptions {
  if (!topics) return options
  const named = Object.entries(topics).map(([topic, { key, value }]) => [
    topic,
    {
      ...(key !== undefined && { key: fileOf(key) ?? key }),
      ...(value !== undefined && { value: fileOf(value) ?? value }),
    },
  ])
  return { ...options, topics: Object.fromEntries(named) }
}
