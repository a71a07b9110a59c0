import { ByteWriter } from '../codec/byte-writer.ts'
import { Failure } from '../codec/failure.ts'
import type { Limits } from '../codec/limits.ts'
import type { Json } from '../json.ts'

/** How a JSON text is read. */
export interface JsonInputOptions {
  /**
   * Whether, as for Avro Java, values of unions have to be wrapped and no member may be missing.
   * By default a member that is missing takes its field's default, and a value of a union may be
   * plain where exactly one branch takes it. An object whose only member is named like a branch is
   * always a wrapped value.
   */
  readonly strict?: boolean
  /** Whether members that their record does not have are refused. By default they are skipped. */
  readonly unknownMembers?: 'skip' | 'refuse'
}

/** Bytes that are being written from a JSON text, and where in the text that is. */
export class JsonBytesOutput extends ByteWriter {
  readonly isStrict: boolean
  readonly refusesUnknown: boolean
  /** Offset in the text of the value that was begun last. */
  textOffset = 0
  /** Text offsets of the values by the offsets of their bytes, if they are wanted. */
  readonly #places: { readonly byte: number; readonly text: number }[] | undefined
  #defaultBytes = 0

  constructor(
    { strict = false, unknownMembers = 'skip' }: JsonInputOptions,
    limits: Limits,
    { notesPlaces = false }: { readonly notesPlaces?: boolean } = {},
  ) {
    super(undefined, limits)
    this.isStrict = strict
    this.refusesUnknown = unknownMembers === 'refuse'
    this.#places = notesPlaces ? [] : undefined
  }

  /** Notes that the bytes of a value begin. */
  begin({ at }: Json): void {
    this.textOffset = at
    this.#places?.push({ byte: this.position, text: at })
  }

  /** Writes the bytes of a default; a few characters may stand for many of them. */
  writeDefault(bytes: Uint8Array): void {
    this.#defaultBytes += bytes.length
    if (this.#defaultBytes > MAX_DEFAULT_BYTES) {
      throw new Failure(`at most ${MAX_DEFAULT_BYTES} bytes of defaults`, 'more')
    }
    this.writeRaw(bytes)
  }

  /** Offset in the text of the innermost value that lies at a byte, if places are noted. */
  textOffsetOf(byte: number): number {
    return this.#places?.findLast((place) => place.byte <= byte)?.text ?? this.textOffset
  }
}

const MAX_DEFAULT_BYTES = 2 ** 26
