import { InvalidArgumentError } from '../errors/usage-errors.ts'

/**
 * Under which subject the schema of a record's key or value is:
 * - `topic` (the default): `orders-key`, `orders-value`.
 * - `record`: the full name of the record, whatever the topic.
 * - `topic-record`: `orders-acme.orders.Order`.
 * - `associated`: the one that the registry associates with the topic, else as `topic`.
 * - or what a function says.
 */
export type SubjectNameStrategy =
  | 'topic'
  | 'record'
  | 'topic-record'
  | 'associated'
  | ((request: SubjectNameRequest) => string)

/** What a subject is to be found for. */
export interface SubjectNameRequest {
  readonly topic: string
  /** For the record's key; else for its value. */
  readonly isKey: boolean
  /** Full name of the named type that is the schema; undefined where it has none, or is not known. */
  readonly recordName: string | undefined
}

/**
 * The subject by a strategy that needs nothing but names.
 * @throws InvalidArgumentError where the strategy needs a name that the schema does not have
 */
export function subjectName(
  strategy: SubjectNameStrategy,
  request: SubjectNameRequest,
  context: string | undefined,
): string {
  return qualify(unqualifiedName(strategy, request), context)
}

function unqualifiedName(strategy: SubjectNameStrategy, request: SubjectNameRequest): string {
  if (typeof strategy === 'function') return strategy(request)
  const { topic, isKey, recordName } = request
  if (strategy === 'topic' || strategy === 'associated') {
    return `${topic}-${isKey ? 'key' : 'value'}`
  }
  if (strategy !== 'record' && strategy !== 'topic-record') {
    throw new InvalidArgumentError(
      `there is no subject name strategy ${JSON.stringify(strategy satisfies never)}`,
    )
  }
  if (recordName === undefined) {
    throw new InvalidArgumentError(
      `subject name strategy ${strategy} needs a schema with a name; bring the type of the ${isKey ? 'keys' : 'values'} of ${topic}, or use strategy topic`,
    )
  }
  return strategy === 'record' ? recordName : `${topic}-${recordName}`
}

/**
 * The subject that a schema of another subject means by a name: in the same context, unless the
 * name says which one.
 */
export function siblingSubject(name: string, subject: string): string {
  const [context = ''] = /^:[^:]*:/.exec(subject) ?? []
  return name.startsWith(':') ? name : context + name
}

/** A subject in a context other than the default one is named `:.context:subject`. */
function qualify(subject: string, context: string | undefined): string {
  if (context === undefined || context === '' || context === '.' || subject.startsWith(':.')) {
    return subject
  }
  return `:.${context.replace(/^\./, '')}:${subject}`
}
