import { RegistryHttpError } from '../errors/http-errors.ts'
import type { CallOptions } from '../http/operation-types.ts'
import type { RegistryOperations } from '../http/operations.ts'

/**
 * The subject that a registry associates with the keys or values of a topic (Confluent's
 * AssociatedNameStrategy); undefined where there is no such association, or the registry has none
 * at all.
 */
export async function associatedSubject(
  client: Pick<RegistryOperations, 'listAssociationsByResourceName'>,
  { topic, isKey }: { readonly topic: string; readonly isKey: boolean },
  options: CallOptions,
): Promise<string | undefined> {
  try {
    const request = {
      resourceNamespace: '-',
      resourceName: topic,
      resourceType: 'topic',
      associationType: [isKey ? 'key' : 'value'],
    }
    const associations: unknown = await client.listAssociationsByResourceName(request, options)
    const [first] = Array.isArray(associations) ? associations : []
    const subject: unknown = first?.subject
    return typeof subject === 'string' ? subject : undefined
  } catch (error) {
    if (error instanceof RegistryHttpError && error.status === 404) return undefined
    throw error
  }
}
