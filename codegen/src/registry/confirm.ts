import type { Session } from '../cli/session.ts'
import { UsageError } from '../inputs/input-error.ts'

/**
 * Asks before something is lost; `isSure` stands for `--yes`. Throws UsageError if the answer is
 * not yes, and if nobody is there to answer.
 */
export async function confirm(
  { io }: Session,
  question: string,
  { isSure }: { readonly isSure: boolean },
): Promise<void> {
  if (isSure) return
  if (io.stdin?.isTTY !== true) throw new UsageError(`${question} Say --yes if so`)
  io.stderr.write(`${question} [y/N] `)
  if (!/^y(es)?$/i.test((await readLine(io.stdin)).trim())) throw new UsageError('Nothing was done')
}

/** Characters of an answer at most. */
const MAX_ANSWER = 1000

async function readLine(input: AsyncIterable<Uint8Array | string>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of input) {
    text += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })
    const end = text.indexOf('\n')
    if (end >= 0) return text.slice(0, end)
    if (text.length > MAX_ANSWER) break
  }
  return text
}
