import type { FetchFunction } from '@magicbyte/client'

/** All that a run takes from its process and gives to it. */
export interface Io {
  readonly stdout: { readonly write: (text: string) => unknown }
  readonly stderr: { readonly write: (text: string) => unknown; readonly isTTY?: boolean }
  /** Absolute path of the working directory. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whether standard output is a terminal. */
  readonly isTTY: boolean
  /** Writes to standard output what is no text. */
  readonly writeBytes?: (bytes: Uint8Array) => unknown
  /** Standard input; nothing unless given. */
  readonly stdin?: Input
  /** Sends requests instead of the global `fetch`. */
  readonly fetch?: FetchFunction
  /** Milliseconds since 1970, by the machine's clock unless given. */
  readonly now?: () => number
}

/** What is typed or piped in. */
export interface Input extends AsyncIterable<Uint8Array | string> {
  /** Whether someone may answer a question. */
  readonly isTTY?: boolean
}
