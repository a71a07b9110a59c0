import { docText } from '../idl/doc-comment.ts'

/** A documentation comment. */
export interface IdlComment {
  readonly lines: readonly string[]
  /** Whether it says just what the doc says. */
  readonly isExact: boolean
}

/** The comment that a doc is written as; what would end the comment gets a space. */
export function commentOf(doc: string): IdlComment {
  const text = doc.replaceAll('*/', '* /')
  const short = `/** ${text} */`
  if (!LINE_BREAK.test(text) && docText(short) === text) {
    return { lines: [short], isExact: text === doc }
  }
  const body = text.split(LINE_BREAK).map((line) => ` * ${line}`.trimEnd())
  const lines = ['/**', ...body, ' */']
  return { lines, isExact: docText(lines.join('\n')) === doc }
}

const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/
