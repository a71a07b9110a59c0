/**
 * The text of a documentation comment without its marks and without the indentation its lines
 * have in common: stars and what stands before them, or else white space.
 * As Avro Java has it.
 */
export function docText(comment: string): string {
  const lines = trimLikeJava(comment.slice(3, -2)).split(LINE_BREAK)
  const [first = '', ...others] = lines
  for (const stars of ['**', '*']) {
    if (first.startsWith(stars) && others.every((line) => beginsWithStars(line, stars))) {
      return lines.map((line) => withoutStars(line, stars)).join('\n')
    }
  }
  const indent = commonIndent(others)
  return [first, ...others.map((line) => line.slice(indent))].join('\n')
}

const SPACE = 0x20
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/
const BLANK = /^[ \t\u00a0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000]*/

function beginsWithStars(line: string, stars: string): boolean {
  return line.replace(BLANK, '').startsWith(stars)
}

function withoutStars(line: string, stars: string): string {
  const rest = line.replace(BLANK, '').slice(stars.length)
  return /^[ \t\u00a0]/.test(rest) ? rest.slice(1) : rest
}

/** How many blanks all lines begin with, the blanks being the same. */
function commonIndent(lines: readonly string[]): number {
  const [first] = lines
  if (first === undefined) return 0
  let common = BLANK.exec(first)?.[0] ?? ''
  for (const line of lines) {
    while (!line.startsWith(common)) common = common.slice(0, -1)
  }
  return common.length
}

/** Without the white space and control characters around it. */
function trimLikeJava(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && text.charCodeAt(start) <= SPACE) start++
  while (end > start && text.charCodeAt(end - 1) <= SPACE) end--
  return text.slice(start, end)
}
