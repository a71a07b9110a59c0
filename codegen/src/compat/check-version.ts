import {
  AmbiguousFieldError,
  CompatibilityBudgetError,
  type CompatibilityLevel,
  checkCompatibility,
  type Direction,
  explainLevel,
  type Incompatibility,
  type ParsedSchema,
  type Schema,
  type Violation,
} from '@magicbyte/avro'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { indexText } from '../diagnostics/text-index.ts'
import type { ResolvedSchema } from '../inputs/schema-file.ts'
import type { HistoricVersion } from './history.ts'

/** A schema, an earlier one, and the level at which they have to be compatible. */
export interface VersionCheck {
  readonly resolved: ResolvedSchema
  readonly version: HistoricVersion
  readonly level: CompatibilityLevel
}

/** Why a schema may not follow an earlier one, with the places in both; none if it may. */
export function checkVersion({ resolved, version, level }: VersionCheck): Diagnostic[] {
  const candidate = resolved.parsed
  const old = version.resolved.parsed
  const number = version.version
  try {
    const { violations } = explainLevel({
      level,
      candidate,
      history: [{ ...(number !== undefined && { version: number }), schema: old, canonical: '' }],
    })
    const index = indexText(resolved.text)
    const found = findBothWays(candidate, old)
    return violations.map((violation) => {
      const { position } = violation
      const offset = position ? index.offset(position.line, position.column) : candidate.root.at
      const incompatibility = match(found, violation, offset)
      return toDiagnostic({ violation, incompatibility, offset, resolved, version, level })
    })
  } catch (error) {
    if (!(error instanceof CompatibilityBudgetError)) throw error
    const { file, range } = resolved.placeOf(candidate.root.at)
    const message = `The comparison with ${version.label} takes too long`
    return [{ rule: 'COMPARISON_TOO_LONG', severity: 'error', file: file.path, range, message }]
  }
}

interface Found {
  readonly direction: Direction
  readonly incompatibility: Incompatibility
}

function findBothWays({ root }: ParsedSchema, old: ParsedSchema): Found[] {
  return (['backward', 'forward'] as const).flatMap((direction) => {
    const [reader, writer] = direction === 'backward' ? [root, old.root] : [old.root, root]
    try {
      const found = checkCompatibility(reader, writer)
      return found.map((incompatibility) => ({ direction, incompatibility }))
    } catch (error) {
      if (error instanceof AmbiguousFieldError) return []
      throw error
    }
  })
}

/** The incompatibility that a violation explains, which knows the place in the earlier schema. */
function match(
  found: readonly Found[],
  violation: Violation,
  offset: number,
): Incompatibility | undefined {
  return found.find(
    ({ direction, incompatibility }) =>
      direction === violation.direction &&
      incompatibility.type === violation.rule &&
      incompatibility.location === violation.location &&
      offsetOf(incompatibility, direction === 'backward' ? 'reader' : 'writer') === offset,
  )?.incompatibility
}

function offsetOf(incompatibility: Incompatibility, side: 'reader' | 'writer'): number {
  if (side === 'reader' && incompatibility.type === 'READER_FIELD_MISSING_DEFAULT_VALUE') {
    return incompatibility.field.at
  }
  return incompatibility[side].at
}

interface Explained extends VersionCheck {
  readonly violation: Violation
  readonly incompatibility: Incompatibility | undefined
  /** Of the violation in the text of the new schema. */
  readonly offset: number
}

function toDiagnostic(explained: Explained): Diagnostic {
  const { violation, incompatibility, offset, resolved, version } = explained
  const { file, range } = resolved.placeOf(offset)
  const oldSide = violation.direction === 'backward' ? 'writer' : 'reader'
  const oldPlace = incompatibility && version.resolved.placeOf(offsetOf(incompatibility, oldSide))
  const causes = violation.causes.slice(0, MAX_CAUSES).map(({ explanation }) => ` ${explanation}`)
  const why = `${violation.explanation}${causes.join('')}`
  return {
    rule: violation.rule,
    severity: 'error',
    file: file.path,
    range,
    message: `${headOf(violation, incompatibility)}${failure(explained)}: ${why}`,
    hint: violation.fix,
    ...(version.subject !== undefined && { subject: version.subject }),
    ...(oldPlace && {
      related: [
        {
          file: oldPlace.file.path,
          range: oldPlace.range,
          message: `this is how ${version.label} ${oldSide === 'writer' ? 'writes' : 'reads'} it`,
        },
      ],
    }),
  }
}

function failure({ violation, version, level }: Explained): string {
  const way = level.startsWith('FULL') && violation.direction ? ` (${violation.direction})` : ''
  return `${level}${way} fails against ${version.label}`
}

const MAX_CAUSES = 3

/** What is the matter in short; what follows is the level that fails for it. */
function headOf(violation: Violation, incompatibility: Incompatibility | undefined): string {
  if (!incompatibility) return ''
  const { reader, writer } = incompatibility
  const [old, current] = violation.direction === 'backward' ? [writer, reader] : [reader, writer]
  switch (incompatibility.type) {
    case 'READER_FIELD_MISSING_DEFAULT_VALUE': {
      const { name } = incompatibility.field
      return violation.direction === 'backward'
        ? `field "${name}" has no default, so `
        : `field "${name}" is missing and had no default, so `
    }
    case 'NAME_MISMATCH':
      return `${nameOf(old)} became ${nameOf(current)}, so `
    case 'FIXED_SIZE_MISMATCH':
      return `${nameOf(current)} changed its size, so `
    case 'MISSING_ENUM_SYMBOLS':
      return `${nameOf(current)} ${violation.direction === 'backward' ? 'lacks' : 'has new'} symbols, so `
    case 'MISSING_UNION_BRANCH':
      return `the branches of the union changed, so `
    case 'TYPE_MISMATCH':
      return old.type === current.type ? '' : `${old.type} became ${current.type}, so `
  }
}

function nameOf(schema: Schema): string {
  return 'fullName' in schema ? `${schema.type} "${schema.fullName}"` : schema.type
}
