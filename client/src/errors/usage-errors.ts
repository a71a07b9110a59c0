import { type ErrorContext, SchemaRegistryError } from './schema-registry-error.ts'

/** An option or argument that makes no sense. The message never shows a secret. */
export class InvalidArgumentError extends SchemaRegistryError {
  override readonly name = 'InvalidArgumentError'
  declare readonly code: 'INVALID_ARGUMENT'

  constructor(message: string, context: ErrorContext = {}) {
    super(message, { ...context, code: 'INVALID_ARGUMENT' })
  }
}

/** What was called is closed, or was closed before the answer came. */
export class ClosedError extends SchemaRegistryError {
  override readonly name = 'ClosedError'
  declare readonly code: 'CLOSED'

  constructor(message: string) {
    super(message, { code: 'CLOSED' })
  }
}
