import { readFileSync } from 'node:fs'
import { type AnySchemaObject, Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { parse } from 'yaml'

/** An operation of openapi.yaml. */
export interface DocumentedOperation {
  /** In capitals. */
  readonly method: string
  readonly path: string
  readonly operationId: string
}

/** JSON of which only the shape at hand is known. */
export type Node = { readonly [key: string]: Node }

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']
const ID = 'openapi.yaml'

/** The parsed document. */
export const document: Node = parse(
  readFileSync(new URL('../../../openapi.yaml', import.meta.url), 'utf8'),
)
