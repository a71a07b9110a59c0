import { lineAndColumn } from '@magicbyte/avro'

/** The rules that are about IDL alone, and what each is for. */
export const IDL_RULES: ReadonlyMap<string, { readonly purpose: string }> = new Map(
  Object.entries({
    IDL_SYNTAX: 'An IDL file is what the grammar of Avro IDL describes',
    IDL_LIMIT: 'Files, imports and nesting stay within the bounds of the reader',
    IDL_ANNOTATION: 'Annotations have names and values that suit what they stand at',
    IDL_ANNOTATION_LOST: 'Annotations stand where they have an effect',
    IDL_ANNOTATION_REPEATED: 'Of annotations of one name only the last counts',
    IDL_DOC_MISPLACED: 'Documentation comments stand before a declaration and its annotations',
    IDL_SYMBOL_DOC: 'Avro schemas have no place for the documentation of a symbol',
    IDL_IMPORT: 'What is imported exists and can be read',
    IDL_MESSAGE: 'The messages of a protocol have names of their own and fitting results',
  }).map(([rule, purpose]) => [rule, { purpose }]),
)

/** A part of a text, in UTF-16 code units from 0; `end` is the first unit after it. */
export interface Span {
  readonly offset: number
  readonly end: number
}

/** A part of a file. */
export interface IdlPlace extends Span {
  /** As it was given or resolved; empty if the text has no file. */
  readonly file: string
}

/** One thing wrong with an IDL file or one it imports. */
export interface IdlProblem extends IdlPlace {
  /** One of {@link IDL_RULES}, or the rule of every schema that is broken. */
  readonly rule: string
  readonly severity: 'error' | 'warning'
  readonly message: string
  /** How to put it right, where that is likely to be known. */
  readonly hint?: string
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 code units. */
  readonly column: number
  /** Another place that explains this one. */
  readonly related?: IdlRelated
}

/** A place that has a part in a problem found elsewhere. */
export interface IdlRelated extends IdlPlace {
  readonly message: string
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 code units. */
  readonly column: number
}

/** A text together with its name. */
export interface SourceFile {
  readonly file: string
  readonly text: string
}

/** What can be added to a complaint. */
export interface ProblemDetails {
  readonly hint?: string | undefined
  readonly related?: IdlRelated | undefined
}

/** Reports at most this many problems of one run: the more there are, the less the next tells. */
export const MAX_PROBLEMS = 100

/** Collects the problems of one run over several files, at most one error for a place. */
export interface ProblemList {
  /** Those of a file by their place, files in the order of their first problem. */
  readonly problems: readonly IdlProblem[]
  readonly hasErrors: boolean
  /** Whether further errors would not be taken note of. */
  readonly isFull: boolean
  /** Takes note of an error. */
  error(
    source: SourceFile,
    span: Span,
    rule: string,
    message: string,
    details?: ProblemDetails,
  ): void
  /** Takes note of a warning. */
  warning(
    source: SourceFile,
    span: Span,
    rule: string,
    message: string,
    details?: ProblemDetails,
  ): void
}

/** A list without problems yet. */
export function newProblemList(): ProblemList {
  const problems: IdlProblem[] = []
  const errorPlaces = new Set<string>()
  const warningPlaces = new Set<string>()
  return {
    get problems() {
      const files = [...new Set(problems.map(({ file }) => file))]
      const rank = new Map(files.map((file, index) => [file, index]))
      return [...problems].sort(
        (a, b) => (rank.get(a.file) ?? 0) - (rank.get(b.file) ?? 0) || a.offset - b.offset,
      )
    },
    get hasErrors() {
      return errorPlaces.size > 0
    },
    get isFull() {
      return errorPlaces.size >= MAX_PROBLEMS
    },
    error(source, span, rule, message, details) {
      const key = `${span.offset} ${source.file}`
      if (errorPlaces.has(key) || errorPlaces.size >= MAX_PROBLEMS) return
      errorPlaces.add(key)
      problems.push(problemAt(source, span, rule, 'error', message, details))
    },
    warning(source, span, rule, message, details) {
      const key = `${span.offset} ${rule} ${source.file}`
      if (warningPlaces.has(key) || warningPlaces.size >= MAX_PROBLEMS) return
      warningPlaces.add(key)
      problems.push(problemAt(source, span, rule, 'warning', message, details))
    },
  }
}

/** The place of a span of a file, as part of another problem. */
export function relatedAt({ file, text }: SourceFile, span: Span, message: string): IdlRelated {
  const { offset, end } = span
  return { message, file, offset, end, ...lineAndColumn(text, offset) }
}

function problemAt(
  { file, text }: SourceFile,
  { offset, end }: Span,
  rule: string,
  severity: IdlProblem['severity'],
  message: string,
  { hint, related }: ProblemDetails = {},
): IdlProblem {
  return {
    rule,
    severity,
    message,
    file,
    offset,
    end,
    ...lineAndColumn(text, offset),
    ...(hint !== undefined && { hint }),
    ...(related !== undefined && { related }),
  }
}
