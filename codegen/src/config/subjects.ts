import type { SchemaFile } from '../inputs/schema-file.ts'
import type { SubjectConfig } from './config.ts'

/**
 * The subjects that a file is about, by the config's table or its strategy. `configPath` is the
 * path of the file from the config's folder.
 */
export function subjectsOf(
  file: SchemaFile,
  {
    configPath,
    subjects = {},
  }: { readonly configPath: string; readonly subjects?: SubjectConfig | undefined },
): readonly string[] {
  const listed = new Map(Object.entries(subjects.map ?? {})).get(configPath)
  if (listed) return listed
  const root = file.resolved()?.parsed.root
  const record = root && 'fullName' in root ? root.fullName : undefined
  const topic = topicOf(configPath)
  switch (subjects.strategy ?? 'topic') {
    case 'topic':
      return [`${topic}-value`]
    case 'record':
      return record === undefined ? [] : [record]
    case 'topic-record':
      return record === undefined ? [] : [`${topic}-${record}`]
  }
}

function topicOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const stem = name.slice(0, name.lastIndexOf('.'))
  try {
    return decodeURIComponent(stem)
  } catch {
    return stem
  }
}
