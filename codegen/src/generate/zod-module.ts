import type { EnumSchema, RecordSchema } from '@magicbyte/avro'
import { mappedFields } from './field-defaults.ts'
import { fileHeader } from './file-header.ts'
import { memberKey, quote } from './literals.ts'
import type { Project } from './project.ts'
import { createScope, type Scope } from './scope.ts'
import { namedType } from './value-types.ts'
import { zodField } from './zod-value.ts'

/** The module of the zod schemas of one namespace's records and enums; undefined if it has none. */
export function printZod(project: Project, namespace: string): string | undefined {
  const { folder } = project.modules.get(namespace)!
  const scope = createScope(project, namespace, { folder, stem: 'zod' })
  const types = project.catalog.typesIn(namespace)
  const sections = types.flatMap(({ schema }) => {
    if (schema.type === 'fixed') return []
    const lines = schema.type === 'enum' ? zodEnum(schema, scope) : zodRecord(schema, scope)
    return [[...scope.takeParts(), ...lines].join('\n')]
  })
  if (sections.length === 0) return undefined
  return [
    ...fileHeader([...new Set(types.map(({ input }) => input))]),
    "import * as z from 'zod';",
    ...scope.imports(),
    '',
    sections.join('\n\n'),
    '',
  ].join('\n')
}

function zodEnum(schema: EnumSchema, scope: Scope): string[] {
  const { zod } = scope.project.names.ofType(schema.fullName)
  const type = namedType(schema.fullName, 'value', scope)
  const isEnum = scope.project.options.enums === 'enum'
  const symbols = schema.symbols.map((symbol) => quote(symbol) + (isEnum ? ` as ${type}` : ''))
  const value = symbols.length === 0 ? 'z.never()' : `z.literal([${symbols.join(', ')}])`
  return [
    `/** zod schema of {@link ${type}}. */`,
    `export const ${zod}: z.ZodType<${type}, ${type}> = /*@__PURE__*/ ${value};`,
  ]
}

function zodRecord(record: RecordSchema, scope: Scope): string[] {
  const { whole, names } = scope.project
  const { zod } = names.ofType(record.fullName)
  const type = namedType(record.fullName, 'value', scope)
  const input = namedType(record.fullName, 'input', scope)
  const fields = mappedFields(record, whole).map(({ field, mapping }) => {
    return `  ${memberKey(field.name)}: ${zodField(record, field, mapping, scope)},`
  })
  return [
    `/** zod schema of {@link ${input}}; what comes out is {@link ${type}}. */`,
    `export const ${zod}: z.ZodType<${type}, ${input}> = /*@__PURE__*/ z.lazy(() => z.object({`,
    ...fields,
    '}));',
  ]
}
