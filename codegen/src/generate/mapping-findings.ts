import {
  logicalTypeOf,
  nodeMapping,
  type Schema,
  typeName,
  unionShape,
  type ValueMapping,
} from '@magicbyte/avro'
import { mappedFields, usableDefault } from './field-defaults.ts'
import type { GenerateFinding } from './generate-options.ts'
import { mapNode } from './node-mapping.ts'
import type { Project } from './project.ts'

/** What of the schemas does not show in the types as one might expect. */
export function findMappingFindings({ catalog, whole }: Project): GenerateFinding[] {
  const findings: GenerateFinding[] = []
  for (const { schema, input } of catalog.types.values()) {
    const report = reporter(input.file, findings)
    checkLogicalType(schema, whole, report)
    if (schema.type !== 'record') continue
    for (const { field, mapping } of mappedFields(schema, whole)) {
      check(field.type, mapping, report)
      if (field.default && !usableDefault(field)) {
        const message = `the default of ${schema.fullName}.${field.name} is none of its type and is ignored`
        report({ rule: 'IGNORED_DEFAULT', severity: 'warning', at: field.at, message })
      }
    }
  }
  for (const { schema, input } of catalog.roots) {
    check(schema, whole, reporter(input.file, findings))
  }
  return findings
}

type Report = (finding: Omit<GenerateFinding, 'file'>) => void

function reporter(file: string, findings: GenerateFinding[]): Report {
  return (finding) => findings.push({ ...finding, file })
}

/** Looks at a node and its parts, up to named types. */
function check(schema: Schema, mapping: ValueMapping, report: Report): void {
  if (schema.type === 'union') {
    checkUnion(schema, mapping, report)
    for (const branch of schema.branches) check(branch, mapping, report)
    return
  }
  if ('fullName' in schema) return
  checkLogicalType(schema, mapping, report)
  const { inner } = mapNode(schema, mapping)
  if (schema.type === 'array') check(schema.items, inner, report)
  if (schema.type === 'map') check(schema.values, inner, report)
}

function checkUnion(
  schema: Schema & { type: 'union' },
  mapping: ValueMapping,
  report: Report,
): void {
  const { tag, isAmbiguous, branches } = unionShape(schema, mapping)
  const shown = branches.map(({ name }) => name).join(', ')
  if (isAmbiguous) {
    const message = `values of the branches ${shown} cannot be told apart; the first that takes a value is written`
    report({ rule: 'AMBIGUOUS_UNION', severity: 'warning', at: schema.at, message })
  }
  if (tag !== '$type') {
    const message = `the branches ${shown} are told apart by ${tag}, as a record has a field $type`
    report({ rule: 'RENAMED_TAG', severity: 'info', at: schema.at, message })
  }
}

function checkLogicalType(
  schema: Exclude<Schema, { type: 'union' }>,
  mapping: ValueMapping,
  report: Report,
): void {
  const name = schema.props.get('logicalType')
  if (name?.kind !== 'string') return
  if (logicalTypeOf(schema) || nodeMapping(schema, mapping).conversion) return
  const message = `the logical type ${JSON.stringify(name.value)} does not suit ${typeName(schema)} or is unknown, and is ignored`
  report({ rule: 'IGNORED_LOGICAL_TYPE', severity: 'warning', at: schema.at, message })
}
