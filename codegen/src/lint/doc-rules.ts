import { textMember } from '../inputs/type-survey.ts'
import type { LintRule } from './rule.ts'

/** Rules about documentation. */
export const DOC_RULES: readonly LintRule[] = [
  {
    id: 'DOC_RECORD',
    purpose: 'Named types have a doc',
    topic: 'docs',
    level: 'strict',
    *check({ definitions }) {
      for (const { json, nameJson, name } of definitions) {
        if ((textMember(json, 'doc') ?? '').trim() !== '') continue
        yield { at: nameJson.at, message: `"${name}" has no doc` }
      }
    },
  },
  {
    id: 'DOC_FIELD',
    purpose: 'Fields have a doc',
    topic: 'docs',
    level: 'strict',
    *check({ fields }) {
      for (const { json, nameJson, name } of fields) {
        if ((textMember(json, 'doc') ?? '').trim() !== '') continue
        yield { at: nameJson.at, message: `The field "${name}" has no doc` }
      }
    },
  },
]
