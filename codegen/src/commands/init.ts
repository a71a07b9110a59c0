import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandModule } from '../cli/command-table.ts'
import { EXIT } from '../cli/exit-code.ts'
import { choose } from '../cli/report.ts'
import { CONFIG_FILES } from '../config/load-config.ts'
import { writeWhole } from '../registry/write-whole.ts'

const CI_KINDS = ['github', 'gitlab', 'none'] as const

/** `init`: a config, a schema to begin with, and a file that lets CI check both. Asks nothing. */
export const init: CommandModule = {
  describe(command) {
    command
      .option('--ci <kind>', `one of ${CI_KINDS.join(', ')}`, 'github')
      .option('--force', 'overwrite files that exist')
  },
  async run({ session, options }) {
    const ci = choose(options.ci, CI_KINDS, '--ci')
    const { cwd } = session.io
    const otherConfig = CONFIG_FILES.find((name) => existsSync(join(cwd, name)))
    for (const [name, text] of filesFor(ci)) {
      const isConfig = name === CONFIG_FILES[0]
      const existing = isConfig ? otherConfig : existsSync(join(cwd, name)) ? name : undefined
      const isReplaced = existing === name && options.force === true
      if (existing !== undefined && !isReplaced) {
        session.print(`kept    ${existing}\n`)
        continue
      }
      writeWhole(join(cwd, name), text)
      session.print(`written ${name}\n`)
    }
    session.progress('next: magicbyte validate, magicbyte generate')
    return EXIT.fine
  },
}

function filesFor(ci: (typeof CI_KINDS)[number]): ReadonlyMap<string, string> {
  const files = new Map([
    ['magicbyte.config.ts', CONFIG],
    ['schemas/orders.avsc', SCHEMA],
  ])
  if (ci === 'github') files.set('.github/workflows/schemas.yml', GITHUB)
  if (ci === 'gitlab') files.set('.gitlab-ci.schemas.yml', GITLAB)
  return files
}

const CONFIG = `import { defineConfig } from 'magicbyte'

export default defineConfig({
  schemas: ['schemas'],
  registry: { url: 'http://localhost:8081' },
  compatibility: { against: 'git#branch=main' },
  generate: [
    {
      out: 'src/generated',
      topics: { orders: { key: 'string', value: 'schemas/orders.avsc' } },
    },
  ],
})
`

const SCHEMA = `{
  "type": "record",
  "name": "Order",
  "namespace": "example.orders",
  "doc": "An order as a customer placed it.",
  "fields": [
    { "name": "id", "doc": "Identifies the order.", "type": { "type": "string", "logicalType": "uuid" } },
    { "name": "placedAt", "doc": "When it was placed.", "type": { "type": "long", "logicalType": "timestamp-millis" } },
    { "name": "note", "doc": "What the customer wrote.", "type": ["null", "string"], "default": null }
  ]
}
`

const GITHUB = `name: schemas
on: [push, pull_request]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ci
      - run: npx magicbyte validate --error-format github-actions
      - run: npx magicbyte lint --error-format github-actions
      - run: npx magicbyte compat --against git#branch=origin/main --error-format github-actions
      - run: npx magicbyte generate --check
`

const GITLAB = `schemas:
  image: node:22
  variables:
    GIT_DEPTH: 0
  script:
    - npm ci
    - npx magicbyte validate --error-format gitlab > schemas.json
    - npx magicbyte lint --error-format gitlab
    - npx magicbyte compat --against git#branch=origin/main
    - npx magicbyte generate --check
  artifacts:
    when: always
    reports:
      codequality: schemas.json
`
