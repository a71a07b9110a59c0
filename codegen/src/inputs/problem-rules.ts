/** The rules that every schema has to keep, and what each is for. */
export const SCHEMA_RULES: ReadonlyMap<string, { readonly purpose: string }> = new Map(
  Object.entries({
    DUPLICATE_FIELD: 'The fields of a record have names of their own',
    INVALID_ALIAS: 'Aliases are a list of names',
    INVALID_DEFAULT: 'A default is a value of its type',
    INVALID_ENUM: 'An enum has symbols, each of them once',
    INVALID_FIXED: 'A fixed type has a size that readers can allocate',
    INVALID_NAME: 'Names consist of letters, digits and underscores',
    INVALID_SCHEMA: 'A schema is what the Avro specification describes',
    INVALID_UNION: 'The branches of a union are told apart by their types or names',
    JSON_SYNTAX: 'A schema is JSON',
    MISSING_ATTRIBUTE: 'A type has all attributes that the specification demands',
    REDEFINED_TYPE: 'All definitions of a name are the same',
    UNKNOWN_TYPE: 'Every name that is used is defined',
    UNREADABLE_FILE: 'Schema files are UTF-8 texts of a reasonable size',
  }).map(([rule, purpose]) => [rule, { purpose }]),
)

/** The rule that a complaint of the schema parser belongs to. */
export function ruleOfProblem(message: string): string {
  for (const [start, rule] of STARTS) if (message.startsWith(start)) return rule
  return 'INVALID_SCHEMA'
}

const STARTS: readonly (readonly [string, string])[] = [
  ['Undefined schema', 'UNKNOWN_TYPE'],
  ['Duplicate field', 'DUPLICATE_FIELD'],
  ['Invalid default', 'INVALID_DEFAULT'],
  ['The Enum Default', 'INVALID_DEFAULT'],
  ['For input string', 'INVALID_DEFAULT'],
  ['empty String', 'INVALID_DEFAULT'],
  ['Nested union', 'INVALID_UNION'],
  ['Duplicate in union', 'INVALID_UNION'],
  ["Can't redefine", 'REDEFINED_TYPE'],
  ['Duplicate enum symbol', 'INVALID_ENUM'],
  ['Invalid or no size', 'INVALID_FIXED'],
  ['Malformed data', 'INVALID_FIXED'],
  ['Cannot read arrays longer', 'INVALID_FIXED'],
  ['alias', 'INVALID_ALIAS'],
  ['Illegal ', 'INVALID_NAME'],
  ['Empty name', 'INVALID_NAME'],
  ['Null name', 'INVALID_NAME'],
  ['Namespace part', 'INVALID_NAME'],
  ['Schemas may not be named', 'INVALID_NAME'],
  ['No name', 'MISSING_ATTRIBUTE'],
  ['No field', 'MISSING_ATTRIBUTE'],
  ['No type', 'MISSING_ATTRIBUTE'],
  ['Record has no fields', 'MISSING_ATTRIBUTE'],
  ['Enum has no symbols', 'MISSING_ATTRIBUTE'],
  ['Array has no items', 'MISSING_ATTRIBUTE'],
  ['Map has no values', 'MISSING_ATTRIBUTE'],
  ['Cannot parse <null>', 'JSON_SYNTAX'],
  ['dangling content', 'JSON_SYNTAX'],
]
