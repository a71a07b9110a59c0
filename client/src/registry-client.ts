/// <reference lib="esnext.disposable" preserve="true" />
import type { RegistryClientOptions } from './http/client-options.ts'
import type { CallOptions, OperationId } from './http/operation-types.ts'
import type { RegistryOperations } from './http/operations.ts'
import { perform } from './http/perform.ts'
import { routes } from './http/routes.ts'
import { Transport } from './http/transport.ts'

type Call = (id: OperationId, request: object, options: CallOptions) => Promise<unknown>

/** Has a method for each route. */
class Operations {
  constructor(call: Call) {
    for (const id of Object.keys(routes) as OperationId[]) {
      const value = (request: object = {}, options: CallOptions = {}) => call(id, request, options)
      Object.defineProperty(this, id, { value })
    }
  }
}

// The routes say which methods there are; openapi.yaml says what they take and give.
const TypedOperations = Operations as unknown as new (call: Call) => RegistryOperations

/**
 * Speaks with a registry: one method for each operation of openapi.yaml. Nothing is kept; for
 * schemas that are asked for again and again there is the SchemaStore.
 *
 * What can be repeated is repeated, on the same URL or on another one. A DELETE whose answer was
 * lost and that is sent again can be refused with 404 because the first one did its work; such an
 * error has `attempts` above 1. Deleting the version `latest` is not repeated after a lost answer,
 * since the next latest version would go as well, nor is editing tags.
 *
 * The methods reject with RegistryHttpError where the registry refuses (AuthError for 401 and 403),
 * RegistryUnavailableError where it cannot be reached in time, RegistryAnswerError where an answer
 * makes no sense, ClosedError, or the reason of the call's signal.
 */
export class RegistryClient extends TypedOperations {
  readonly #transport: Transport

  /** @throws InvalidArgumentError */
  constructor(options: RegistryClientOptions) {
    const transport = new Transport(options)
    super((id, request, call) => perform(transport, id, request, call))
    this.#transport = transport
  }

  /** Ends what is under way, and refuses later calls, with a ClosedError. */
  close(): void {
    this.#transport.close()
  }

  /** Closes. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.close()
  }
}
