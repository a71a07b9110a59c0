/** A schema with values that its type has to take, and others that it must not. */
export interface Probe {
  readonly rule: string
  readonly schema: unknown
  /** The type in its module. */
  readonly type: string
  /** Path of the module. */
  readonly module: string
  /** Expressions of what may be written. */
  readonly good: readonly string[]
  readonly bad: readonly string[]
}

/** A record in the namespace `probe`. */
export const record = (name: string, fields: Readonly<Record<string, unknown>>) => ({
  type: 'record',
  name,
  namespace: 'probe',
  fields: Object.entries(fields).map(([field, type]) => ({
    name: field,
    ...(typeof type === 'object' && type !== null && 'fieldType' in type
      ? { ...type, type: type.fieldType, fieldType: undefined }
      : { type }),
  })),
})

/** A field's type and its default. */
export const withDefault = (fieldType: unknown, value: unknown) => ({ fieldType, default: value })

/** A probe of a type `P` in the module of its namespace. */
export const probe = (
  rule: string,
  schema: unknown,
  values: Pick<Probe, 'good' | 'bad'> & Partial<Pick<Probe, 'type' | 'module'>>,
): Probe => ({ rule, schema, type: 'P', module: 'probe/index.ts', ...values })
