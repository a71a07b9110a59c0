import { LRUCache } from 'lru-cache'
import { DEFAULT_CONTEXT } from '../core/subject.ts'
import type { SchemaId } from '../core/types.ts'
import type { TouchedSchema } from '../service/store-access.ts'

/** Bodies of `GET /schemas/ids/{id}` ready to be sent. */
export class HotSchemas {
  readonly #bodies: LRUCache<string, string | Buffer>
  #generation = 0

  constructor(maxBytes: number) {
    this.#bodies = new LRUCache({
      maxSize: Math.max(1, maxBytes),
      sizeCalculation: (body) => body.length + OVERHEAD,
    })
  }

  /** A latin-1 string where the body is ASCII, else its bytes. */
  get(id: SchemaId | string, { legacy }: { legacy: boolean }): string | Buffer | undefined {
    return this.#bodies.get(keyOf(id, legacy))
  }

  /**
   * To be asked for before a body is read, and handed back with it: a change in between makes it
   * stale.
   */
  get generation(): number {
    return this.#generation
  }

  put(
    id: SchemaId,
    { legacy, generation }: { legacy: boolean; generation: number },
    body: string,
  ): void {
    if (generation !== this.#generation) return
    this.#bodies.set(keyOf(id, legacy), isAscii(body) ? body : Buffer.from(body))
  }

  /** Forgets the schemas that a change touched. */
  forget(touched: readonly TouchedSchema[]): void {
    this.#generation++
    for (const { context, id } of touched) {
      if (context !== DEFAULT_CONTEXT) continue
      this.#bodies.delete(keyOf(id, true))
      this.#bodies.delete(keyOf(id, false))
    }
  }
}

/** Bytes an entry takes beside its body (measured). */
const OVERHEAD = 300

function keyOf(id: SchemaId | string, legacy: boolean): string {
  return legacy ? `${id} legacy` : String(id)
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false
  return true
}
