import {
  type LogicalConversion,
  type LogicalType,
  logicalTypeOf,
  type Schema,
} from '@magicbyte/avro'
import {
  bigDecimal,
  date,
  duration,
  localTimestampMicros,
  localTimestampMillis,
  localTimestampNanos,
  timeMillis,
  timestampMillis,
  uuidBytes,
  uuidText,
} from '@magicbyte/avro/runtime'
import { UsageError } from '../inputs/input-error.ts'
import type { CustomLogicalType } from './generate-options.ts'
import { toIdentifier } from './identifiers.ts'
import { quote } from './literals.ts'
import { schemaLiteral } from './schema-literal.ts'
import type { Scope } from './scope.ts'
import { customTypeOf } from './value-options.ts'
import { customModule } from './value-types.ts'

/** A conversion in generated code. */
export interface ConversionText {
  /** The expression of the conversion. */
  readonly name: string
  /**
   * - `same`: values are read as they are.
   * - `safe`: reading never fails, and what is written needs no further check.
   * - `failing`: reading may fail.
   * - `custom`: nothing is known about it.
   */
  readonly behaviour: 'same' | 'safe' | 'failing' | 'custom'
}

/** How a conversion is named in generated code. */
export function conversionText(
  conversion: LogicalConversion,
  schema: Schema,
  scope: Scope,
): ConversionText {
  const own = customTypeOf(conversion)
  if (own) return { name: customConversion(own, schema, scope), behaviour: 'custom' }
  const known = BUILT_IN.get(conversion)
  if (known) return { name: scope.runtime(known.name), behaviour: known.behaviour }
  const logicalType = logicalTypeOf(schema)
  if (logicalType?.name !== 'decimal') throw new Error('a conversion without a name')
  const { precision, scale } = logicalType
  const size = schema.type === 'fixed' ? `, size: ${schema.size}` : ''
  const make = scope.runtime('decimal')
  const name = scope.part(`decimal${precision}_${scale}`, (own) => [
    `const ${own} = /*@__PURE__*/ ${make}({ precision: ${precision}, scale: ${scale}${size} });`,
  ])
  return { name, behaviour: 'failing' }
}

/** The name of a function that makes a converter of what a module of the user's exports. */
export function converterFunction(scope: Scope): string {
  const conversion = scope.runtime('LogicalConversion', 'type')
  const converter = scope.imported('@magicbyte/avro', 'LogicalConverter', 'type')
  return scope.part('converterOf', (own) => [
    `function ${own}(given: ${conversion} | ${converter}): ${converter} {`,
    "  return typeof given === 'function' ? given : () => given;",
    '}',
  ])
}

/** The expression of what a module of the user's exports. Throws {@link UsageError}. */
export function customExport(own: CustomLogicalType, scope: Scope): string {
  if (own.import === undefined || own.conversion === undefined) {
    throw new UsageError(`the logical type that is ${own.type} needs "import" and "conversion"`)
  }
  return scope.imported(customModule(own.import, scope), own.conversion)
}

const BUILT_IN = new Map<unknown, { name: string; behaviour: ConversionText['behaviour'] }>([
  [bigDecimal, { name: 'bigDecimal', behaviour: 'failing' }],
  [date, { name: 'date', behaviour: 'safe' }],
  [duration, { name: 'duration', behaviour: 'safe' }],
  [localTimestampMicros, { name: 'localTimestampMicros', behaviour: 'safe' }],
  [localTimestampMillis, { name: 'localTimestampMillis', behaviour: 'safe' }],
  [localTimestampNanos, { name: 'localTimestampNanos', behaviour: 'safe' }],
  [timeMillis, { name: 'timeMillis', behaviour: 'same' }],
  [timestampMillis, { name: 'timestampMillis', behaviour: 'failing' }],
  [uuidBytes, { name: 'uuidBytes', behaviour: 'safe' }],
  [uuidText, { name: 'uuidText', behaviour: 'same' }],
])

function customConversion(own: CustomLogicalType, schema: Schema, scope: Scope): string {
  const given = customExport(own, scope)
  const make = converterFunction(scope)
  const need = neededFunction(scope)
  const logicalType = logicalTypeOf(schema)
  const node = schemaLiteral(schema, scope)
  const conversion = scope.runtime('LogicalConversion', 'type')
  const made = `/*@__PURE__*/ ${make}(${given})(${node}, ${logicalTypeLiteral(logicalType)})`
  return scope.part(toIdentifier(`${own.conversion}Conversion`), (name) => [
    `const ${name}: ${conversion} = /*@__PURE__*/ ${need}(${made});`,
  ])
}

function logicalTypeLiteral(logicalType: LogicalType | undefined): string {
  if (!logicalType) return 'undefined'
  const name = `name: ${quote(logicalType.name)}`
  if (logicalType.name !== 'decimal') return `{ ${name} }`
  return `{ ${name}, precision: ${logicalType.precision}, scale: ${logicalType.scale} }`
}

/** A converter may decline, but then the types would be wrong. */
function neededFunction(scope: Scope): string {
  const conversion = scope.runtime('LogicalConversion', 'type')
  return scope.part('needed', (own) => [
    `function ${own}(conversion: ${conversion} | undefined): ${conversion} {`,
    `  if (!conversion) throw new ${scope.global('TypeError')}('a logical type of generated code has no conversion');`,
    '  return conversion;',
    '}',
  ])
}
