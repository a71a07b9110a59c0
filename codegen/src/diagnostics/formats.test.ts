import { describe, expect, test } from 'vitest'
import { NO_COLORS } from './colors.ts'
import type { Diagnostic } from './diagnostic.ts'
import { type ErrorFormat, formatDiagnostics } from './formats.ts'

const range = {
  start: { line: 2, column: 5, offset: 12 },
  end: { line: 2, column: 9, offset: 16 },
}
const plain: Diagnostic = {
  rule: 'SOME_RULE',
  severity: 'error',
  file: 'a/b.avsc',
  range,
  message: 'It is wrong',
}
const full: Diagnostic = {
  ...plain,
  severity: 'warning',
  hint: 'Put it right',
  related: [{ file: 'c.avsc', range, message: 'as here' }],
  fix: { file: 'a/b.avsc', edits: [{ start: 12, end: 16, text: 'x' }] },
}
const hostile: Diagnostic = {
  ...plain,
  file: 'a,b:c%.avsc',
  message: 'x & <y> "z" \'q\'\n100%\r\u001b[31m',
}

async function format(name: ErrorFormat, ...diagnostics: Diagnostic[]): Promise<string> {
  const rules = new Map([['SOME_RULE', { purpose: 'It is right' }]])
  return await formatDiagnostics(diagnostics, name, { colors: NO_COLORS, rules })
}

describe('text', () => {
  test.each<[string, Diagnostic, string]>([
    ['has the place first', plain, 'a/b.avsc:2:5: error SOME_RULE It is wrong\n'],
    [
      'ends in the hint, and related places follow',
      full,
      'a/b.avsc:2:5: warning SOME_RULE It is wrong (Put it right)\n  c.avsc:2:5: as here\n',
    ],
    [
      'stays on its line and lets no escape through',
      hostile,
      'a,b:c%.avsc:2:5: error SOME_RULE x & <y> "z" \'q\'\\n100%\\r\\u001b[31m\n',
    ],
  ])('a line %s', async (_, diagnostic, expected) => {
    expect(await format('text', diagnostic)).toBe(expected)
  })

  test('nothing is written about nothing', async () => {
    expect(await format('text')).toBe('')
  })
})

test('json has an object on each line', async () => {
  const lines = (await format('json', plain, full)).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual([plain, full])
})

describe('github-actions', () => {
  test.each<[string, Diagnostic, string]>([
    [
      'errors are errors',
      plain,
      '::error file=a/b.avsc,line=2,endLine=2,col=5,endColumn=9,title=SOME_RULE::It is wrong\n',
    ],
    [
      'hints and related places are in the message',
      full,
      '::warning file=a/b.avsc,line=2,endLine=2,col=5,endColumn=9,title=SOME_RULE::It is wrong (Put it right)%0Ac.avsc:2: as here\n',
    ],
    [
      'infos are notices',
      { ...plain, severity: 'info' },
      '::notice file=a/b.avsc,line=2,endLine=2,col=5,endColumn=9,title=SOME_RULE::It is wrong\n',
    ],
    [
      'what would end a command or a property is escaped',
      hostile,
      '::error file=a%2Cb%3Ac%25.avsc,line=2,endLine=2,col=5,endColumn=9,title=SOME_RULE::x & <y> "z" \'q\'%0A100%25\\r\\u001b[31m\n',
    ],
    [
      'a finding of several lines has no end column',
      { ...plain, range: { ...range, end: { line: 3, column: 1, offset: 20 } } },
      '::error file=a/b.avsc,line=2,endLine=3,col=5,title=SOME_RULE::It is wrong\n',
    ],
  ])('%s', async (_, diagnostic, expected) => {
    expect(await format('github-actions', diagnostic)).toBe(expected)
  })
})

describe('gitlab', () => {
  test('entries have what GitLab asks for', async () => {
    expect(JSON.parse(await format('gitlab', full))).toEqual([
      {
        description: 'It is wrong (Put it right)',
        check_name: 'SOME_RULE',
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        severity: 'minor',
        location: { path: 'a/b.avsc', lines: { begin: 2, end: 2 } },
      },
    ])
  })

  test('fingerprints do not depend on lines, and differ for the same finding twice', async () => {
    const moved = { ...plain, range: { start: range.end, end: range.end } }
    const fingerprints = async (...diagnostics: Diagnostic[]) =>
      JSON.parse(await format('gitlab', ...diagnostics)).map(
        (entry: { fingerprint: string }) => entry.fingerprint,
      )
    expect(await fingerprints(moved)).toEqual(await fingerprints(plain))
    expect(new Set(await fingerprints(plain, moved)).size).toBe(2)
  })

  test('nothing wrong is an empty list', async () => {
    expect(await format('gitlab')).toBe('[]\n')
  })
})

test('junit has a suite for each file and escapes what XML cannot hold', async () => {
  expect(await format('junit', hostile)).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="magicbyte" tests="1" failures="1" errors="0">
  <testsuite name="a,b:c%.avsc" tests="1" failures="1" errors="0">
    <testcase name="SOME_RULE:2:5" classname="a,b:c%.avsc">
      <failure type="error" message="x &amp; &lt;y&gt; &quot;z&quot; &apos;q&apos;&#10;100%&#13;\ufffd[31m">a,b:c%.avsc:2:5</failure>
    </testcase>
  </testsuite>
</testsuites>
`,
  )
  expect(await format('junit')).toContain('tests="0" failures="0"')
})

test('sarif has rules, places, related places and fixes', async () => {
  const log = JSON.parse(await format('sarif', { ...full, file: 'a b.avsc' }))
  expect(log).toMatchObject({ version: '2.1.0', runs: [{ columnKind: 'utf16CodeUnits' }] })
  const region = { startLine: 2, startColumn: 5, endLine: 2, endColumn: 9 }
  expect(log.runs[0].tool.driver).toEqual({
    name: 'magicbyte',
    rules: [{ id: 'SOME_RULE', shortDescription: { text: 'It is right' } }],
  })
  expect(log.runs[0].results).toEqual([
    {
      ruleId: 'SOME_RULE',
      ruleIndex: 0,
      level: 'warning',
      message: { text: 'It is wrong (Put it right)' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'a%20b.avsc' }, region } }],
      relatedLocations: [
        {
          id: 0,
          physicalLocation: { artifactLocation: { uri: 'c.avsc' }, region },
          message: { text: 'as here' },
        },
      ],
      fixes: [
        {
          artifactChanges: [
            {
              artifactLocation: { uri: 'a/b.avsc' },
              replacements: [
                {
                  deletedRegion: { charOffset: 12, charLength: 4 },
                  insertedContent: { text: 'x' },
                },
              ],
            },
          ],
        },
      ],
    },
  ])
})

test('config-ignore lists the files by rule', async () => {
  const other = { ...plain, rule: 'A_RULE', file: 'z.avsc' }
  expect(JSON.parse(await format('config-ignore', plain, other, full))).toEqual({
    lint: { ignore: { A_RULE: ['z.avsc'], SOME_RULE: ['a/b.avsc'] } },
  })
})
