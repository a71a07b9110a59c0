import type { SchemaProblem, ValidationMode } from '@magicbyte/avro'
import type { Diagnostic, RelatedPlace } from '../diagnostics/diagnostic.ts'
import { composeTypes } from './compose.ts'
import { importAdvice } from './import-advice.ts'
import { nearestName } from './nearest-name.ts'
import { adviceFor, type FoundProblem, firstOfTwo } from './problem-advice.ts'
import { ruleOfProblem } from './problem-rules.ts'
import { rangeInUnit } from './schema-file.ts'
import type { ReadProblem } from './schema-reader.ts'
import { lineIndex } from './source-file.ts'
import { fullNameOf, PRIMITIVE_TYPES, splitName } from './type-names.ts'
import type { NameUse } from './type-survey.ts'
import { siteOf, type TypeTable } from './type-table.ts'
import { findProblems, isError, parseAlone, type Unit } from './unit.ts'

/** All that is wrong with one file in the light of the types of all files. */
export function problemsOfUnit(unit: Unit, table: TypeTable, mode: ValidationMode): Diagnostic[] {
  const fromFile = unit.problems.map((problem) => fromReader(unit, problem, table))
  if (unit.isAlone || unit.problems.some(isError)) return fromFile
  const diagnostics = [...fromFile]
  const external = new Set<string>()
  const unknown = new Set<number>()
  for (const use of unit.survey().uses) {
    const fullName = table.resolve(unit, use)
    if (fullName === undefined) {
      unknown.add(use.at)
      // Looking for near names takes long, and so many do not come from slips.
      const hints = unknown.size <= MAX_HINTS ? table : undefined
      diagnostics.push(unknownType(unit, use, hints))
    } else if (!unit.defines.has(fullName)) {
      external.add(fullName)
    }
  }
  // The parser has the last word on what a name means.
  if (unknown.size > 0 && external.size === 0 && parseAlone(unit.text, mode)) return fromFile
  const references = external.size > 0 ? [standInText(unit, external, table)] : []
  for (const problem of findProblems(unit.text, { mode, references })) {
    if (problem.reference === undefined && !unknown.has(problem.offset)) {
      diagnostics.push(toDiagnostic(unit, problem, { isFew: diagnostics.length < MAX_HINTS }))
    }
  }
  return diagnostics
}

function fromReader(unit: Unit, problem: ReadProblem, table: TypeTable): Diagnostic {
  const { rule, severity = 'error', message, start, end, related } = problem
  const file = unit.source.path
  const isJson = file.endsWith('.avsc')
  const hint =
    problem.hint ??
    (isJson
      ? adviceFor({ rule, message, offset: start }, unit.source.text)
      : importAdvice({ message, path: file }, table))
  const { range } = lineIndex(unit.source)
  return {
    rule,
    severity,
    file,
    range: range(start, end),
    message,
    ...(hint !== undefined && { hint }),
    ...(related && {
      related: [{ file, range: range(related.start, related.end), message: related.message }],
    }),
  }
}

const WORDS_FOR_TYPES = new Set(['record', 'error', 'enum', 'fixed', 'array', 'map', 'union'])

const MAX_HINTS = 50

function unknownType(unit: Unit, use: NameUse, table: TypeTable | undefined): Diagnostic {
  const fullName = fullNameOf(use.name, use.namespace)
  const hint = table && hintForUnknown(use, table)
  return {
    rule: 'UNKNOWN_TYPE',
    severity: 'error',
    file: unit.source.path,
    range: rangeInUnit(unit, use.at),
    message: `No file defines the type "${fullName}"`,
    ...(hint !== undefined && { hint }),
  }
}

function hintForUnknown({ name, namespace }: NameUse, table: TypeTable): string | undefined {
  if (WORDS_FOR_TYPES.has(name)) {
    return `A type given by more than its name is an object of its own: "type": {"type": "${name}", …}`
  }
  const isSimple = !name.includes('.')
  const near = nearestName(isSimple ? name : fullNameOf(name, namespace), [
    ...(isSimple ? PRIMITIVE_TYPES : []),
    ...table.definers.keys(),
  ])
  return near === undefined ? undefined : `Did you mean "${near}"?`
}

/**
 * What stands for the types of other files. Their kinds and names are enough, unless defaults have
 * to be compared with their fields; so the work does not grow with all that they lead to.
 */
function standInText(unit: Unit, fullNames: ReadonlySet<string>, table: TypeTable): string {
  if (unit.survey().hasObjectDefault) return composeTypes(unit, fullNames, table).text
  const definitions: object[] = []
  for (const fullName of fullNames) {
    const home = table.home(unit, fullName)
    const type = home?.site.json.members.get('type')
    if (type?.kind !== 'string') continue
    const { name, namespace } = splitName(fullName, '')
    definitions.push({ type: type.value, name, namespace, fields: [], symbols: [], size: 1 })
  }
  return JSON.stringify(definitions)
}

/** Where there are many problems only the first ones get what takes long to find. */
function toDiagnostic(
  unit: Unit,
  problem: SchemaProblem,
  { isFew }: { readonly isFew: boolean },
): Diagnostic {
  const { message, offset } = problem
  const rule = ruleOfProblem(message)
  const found = { rule, message, offset }
  const hint = problem.hint ?? adviceFor(found, unit.text)
  const related =
    rule === 'REDEFINED_TYPE'
      ? firstDefinition(unit, message)
      : isFew
        ? firstPlace(unit, found)
        : undefined
  return {
    rule,
    severity: 'error',
    file: unit.source.path,
    range: rangeInUnit(unit, offset),
    message,
    ...(hint !== undefined && { hint }),
    ...(related && { related: [related] }),
  }
}

function firstPlace(unit: Unit, found: FoundProblem): RelatedPlace | undefined {
  const root = unit.json()
  const first = root && firstOfTwo(root, found)
  if (!first) return undefined
  return { file: unit.source.path, range: rangeInUnit(unit, first.at), message: 'here it is first' }
}

function firstDefinition(unit: Unit, message: string): RelatedPlace | undefined {
  const fullName = message.slice(message.indexOf(': ') + 2)
  const site = siteOf(unit, fullName)
  if (!site) return undefined
  return {
    file: unit.source.path,
    range: rangeInUnit(unit, site.json.at),
    message: `"${fullName}" is first defined here`,
  }
}
