import type { Diagnostic } from './diagnostic.ts'

/** A JUnit report: a suite for each file with findings, a failed case for each finding. */
export function formatJunit(diagnostics: readonly Diagnostic[]): string {
  const byFile = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const found = byFile.get(diagnostic.file)
    if (found) found.push(diagnostic)
    else byFile.set(diagnostic.file, [diagnostic])
  }
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>']
  const total = diagnostics.length
  lines.push(`<testsuites name="magicbyte" tests="${total}" failures="${total}" errors="0">`)
  for (const [file, found] of byFile) {
    const count = `tests="${found.length}" failures="${found.length}" errors="0"`
    lines.push(`  <testsuite name="${escaped(file)}" ${count}>`)
    for (const diagnostic of found) lines.push(...testCase(diagnostic))
    lines.push('  </testsuite>')
  }
  lines.push('</testsuites>')
  return `${lines.join('\n')}\n`
}

function testCase({ rule, severity, file, range, message, hint }: Diagnostic): string[] {
  const { line, column } = range.start
  const text = hint === undefined ? message : `${message} (${hint})`
  return [
    `    <testcase name="${escaped(`${rule}:${line}:${column}`)}" classname="${escaped(file)}">`,
    `      <failure type="${severity}" message="${escaped(text)}">${escaped(`${file}:${line}:${column}`)}</failure>`,
    '    </testcase>',
  ]
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
  ['\t', '&#9;'],
])

/** Characters that XML 1.0 cannot hold in any form become U+FFFD. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"'\n\r\t]/g, (char) => ENTITIES.get(char) ?? char)
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (char) =>
      char >= '\x7f' && char < '\xa0' ? char : '\ufffd',
    )
}
