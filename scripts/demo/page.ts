/** What the demo writes on. */
export interface Page {
  /** A title with the next number. */
  title(text: string): void
  /** Text as it is. */
  line(text: string): void
  request(text: string): void
  good(text: string): void
  bad(text: string): void
  /** Indented and wrapped; `more` steps deeper than usual. */
  text(text: string, more?: number): void
}

export interface PageOptions {
  write(text: string): void
  readonly colours: boolean
  /** Width of a line in characters. */
  readonly columns: number
}

export function createPage({ write, colours, columns }: PageOptions): Page {
  const paint = (code: number, text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text)
  const put = (text: string) => write(`${text}\n`)
  let titles = 0
  return {
    title: (text) => put(`\n${paint(BOLD, `${++titles}. ${text}`)}`),
    line: put,
    request: (text) => put(`   ${paint(DIM, text)}`),
    good: (text) => put(`   ${paint(GREEN, '✓')} ${text}`),
    bad: (text) => put(`   ${paint(RED, '✗')} ${text}`),
    text(text, more = 0) {
      const indent = ' '.repeat(5 + 2 * more)
      for (const line of wrap(text, Math.max(40, columns - indent.length))) put(indent + line)
    },
  }
}

const BOLD = 1
const DIM = 2
const RED = 31
const GREEN = 32

/** Breaks at blanks only; a longer word stays whole. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines
}
