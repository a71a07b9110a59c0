/** A block of code of a document. */
export interface Block {
  /** What stands behind the fence: `ts`, `console` ... */
  readonly language: string
  /** The file that the block is, or that a `diff` is about. */
  readonly file: string | undefined
  /** Whether it may be run; what needs a broker is marked with `no-run`. */
  readonly runs: boolean
  readonly text: string
}

/** A line for a shell and what it prints. */
export interface Step {
  readonly command: string
  /** Undefined in a block `sh`, whose lines print what they will. */
  readonly answer: string | undefined
}

/** The blocks of a document: a fence says the language, `no-run` and the file. */
export function readBlocks(markdown: string): Block[] {
  return [...markdown.matchAll(/^```([^\n]*)\n(.*?)^```$/gms)].map(([, info, text]) => {
    const [language = '', ...rest] = info!.split(' ')
    const file = rest.find((word) => word !== 'no-run')
    return { language, file, runs: !rest.includes('no-run'), text: text! }
  })
}

/** The steps of a block `sh` or `console`; in the latter commands stand behind a dollar sign. */
export function readSteps({ language, text }: Block): Step[] {
  if (language === 'sh') {
    return text
      .trimEnd()
      .split('\n')
      .map((command) => ({ command, answer: undefined }))
  }
  return [...text.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm)].map(([, command, answer]) => ({
    command: command!,
    answer: answer!,
  }))
}

/** A text after a block `diff`: its lines with `-` stand once in the text, those with `+` follow. */
export function applyDiff(text: string, diff: string): string {
  const linesWith = (sign: string) =>
    diff
      .split('\n')
      .filter((line) => line.startsWith(sign))
      .map((line) => line.slice(1))
      .join('\n')
  const parts = text.split(linesWith('-'))
  if (parts.length !== 2) throw new Error(`the diff suits ${parts.length - 1} places:\n${diff}`)
  return parts.join(linesWith('+'))
}
