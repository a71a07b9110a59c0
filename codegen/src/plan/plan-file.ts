import { readFileSync } from 'node:fs'
import { compatibilityLevels } from '@magicbyte/avro'
import { type Check, flag, listOf, mapOf, oneOf, shape, text } from '../config/shape-checks.ts'
import { UsageError } from '../inputs/input-error.ts'
import { MODES } from '../registry/modes.ts'
import { writeWhole } from '../registry/write-whole.ts'
import type { Plan } from './plan.ts'
import { checkVersionNumber } from './reference-wish.ts'

/** Writes a plan. */
export function writePlan(path: string, plan: Plan): void {
  writeWhole(path, `${JSON.stringify(plan, null, 2)}\n`)
}

/** Reads a plan. Throws UsageError for what is none. */
export function readPlan(path: string, shown: string): Plan {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new UsageError(`The plan ${shown} cannot be read`, { cause: error })
  }
  const problems: string[] = []
  PLAN(value, 'plan', problems)
  if (problems.length === 0) return value as Plan
  throw new UsageError(`${shown} is no plan: ${problems[0]}`)
}

const anyText: Check = (value, path, problems) => {
  if (typeof value !== 'string') problems.push(`${path} has to be a text`)
}

const SHAPES: ReadonlyMap<unknown, Check> = new Map<unknown, Check>([
  ['config', actionOf({ config: shape(configShape()) })],
  ['mode', actionOf({ mode: oneOf(MODES) })],
  ['delete', actionOf({})],
  [
    'register',
    actionOf({
      schema: text,
      file: anyText,
      normalize: flag,
      references: listOf(
        shape(
          { name: anyText, subject: text, version: checkVersionNumber },
          { required: ['name', 'subject'] },
        ),
      ),
    }),
  ],
])

const action: Check = (value, path, problems) => {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : ''
  const check = SHAPES.get(kind)
  if (check) check(value, path, problems)
  else problems.push(`${path}.kind is unknown`)
}

const PLAN = shape(
  {
    planVersion: (value, path, problems) => {
      if (value !== 1) problems.push(`${path} has to be 1`)
    },
    registry: text,
    seen: mapOf(text),
    actions: listOf(action),
  },
  { required: ['planVersion', 'registry', 'seen', 'actions'] },
)

function actionOf(members: Readonly<Record<string, Check>>): Check {
  const keys = { kind: text, target: anyText, reason: anyText, ...members }
  return shape(keys, { required: Object.keys(keys) })
}

function configShape(): Readonly<Record<string, Check>> {
  return {
    compatibility: oneOf(compatibilityLevels),
    compatibilityGroup: text,
    normalize: flag,
    alias: text,
  }
}
