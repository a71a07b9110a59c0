import type { GenerateRule } from './generate-options.ts'

const PURPOSES: Readonly<Record<GenerateRule, string>> = {
  AMBIGUOUS_UNION: 'The branches of a union can be told apart in JavaScript',
  CONFLICTING_TYPE: 'All definitions of a name are the same',
  IGNORED_DEFAULT: 'A default is a value of its type, else it is ignored',
  IGNORED_LOGICAL_TYPE: 'A logical type suits the type it stands at, else it is ignored',
  RENAMED_TAG: 'A field does not have the name of the tag of a union',
  RENAMED_TYPE: 'A type does not have a name that means something else in TypeScript',
  UNKNOWN_TOPIC_TYPE: 'Topics hold types that there are',
}

/** What the generator has to say, and what for. */
export const GENERATE_RULES: ReadonlyMap<string, { readonly purpose: string }> = new Map(
  Object.entries(PURPOSES).map(([rule, purpose]) => [rule, { purpose }]),
)
