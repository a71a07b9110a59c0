import { expect, test } from 'vitest'
import { docText } from './doc-comment.ts'

test.each([
  ['the marks and white space around go', '/** one */', 'one'],
  ['stars before all lines go', '/**\n * a\n *   b\n */', 'a\n  b'],
  ['double stars go too', '/** ** a\n  ** b */', 'a\nb'],
  ['without stars the common indentation goes', '/** A\n   x\n  y */', 'A\n x\ny'],
  ['an empty line has no indentation', '/** x\n\n   y */', 'x\n\n   y'],
  ['stars before some lines stay', '/**\n *a\n   b*/', '*a\nb'],
  ['ends of lines become line feeds', '/**\r\n * a\r\n * b\r\n */', 'a\nb'],
  ['a comment of stars alone is empty', '/***/', ''],
])('%s', (_, comment, text) => {
  expect(docText(comment)).toBe(text)
})
