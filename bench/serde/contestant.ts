import type { Payload } from './payloads.ts'

/** Who is measured: made for a payload, with a registry at a URL. */
export interface Contestant {
  readonly name: string
  prepare(url: string): Promise<Prepared>
}

/** Ready to be measured; the baseline is avsc with the same payload and the same longs. */
export interface Prepared {
  /** What both sides write. */
  readonly payload: Payload
  /** What both sides read, framed. */
  readonly messages: readonly Buffer[]
  readonly encode?: (value: object) => unknown
  readonly decode?: (message: Buffer) => unknown
  readonly baseline: Baseline
  /** Whether encode and decode give promises. */
  readonly isAsync?: boolean
}

/** Raw avsc, with the five bytes before the data. */
export interface Baseline {
  encode(value: object): Buffer
  decode(message: Buffer): unknown
}
