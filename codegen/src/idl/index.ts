export {
  type IdlProtocol,
  type IdlSchemas,
  type IdlType,
  idlToProtocol,
  idlToSchemas,
  type UnionOptions,
} from './convert-idl.ts'
export { IdlNestingError, type PlacedJson } from './json-writer.ts'
export type { IdlOptions } from './link.ts'
export { MAX_IDL_LENGTH, type ParsedIdl, parseIdl } from './parse-idl.ts'
export {
  IDL_RULES,
  type IdlPlace,
  type IdlProblem,
  type IdlRelated,
  type Span,
} from './problem.ts'
export { type Token, type TokenKind, tokenize } from './tokens.ts'
export type * from './tree.ts'
