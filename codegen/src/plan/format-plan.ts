import type { Colors } from '../diagnostics/colors.ts'
import { onOneLine } from '../diagnostics/format-text.ts'
import type { Action } from './plan.ts'
import { nameOf } from './state-file.ts'

/** An action on one line, with the reason for it. */
export function formatAction(action: Action, colors: Colors): string {
  const text = onOneLine(`${wordsOf(action)} (${action.reason})`)
  switch (action.kind) {
    case 'register':
      return colors.green(`+ ${text}`)
    case 'delete':
      return colors.red(`- ${text}`)
    default:
      return colors.yellow(`~ ${text}`)
  }
}

function wordsOf(action: Action): string {
  const name = nameOf(action.target)
  switch (action.kind) {
    case 'config': {
      const settings = Object.entries(action.config).map(([key, value]) => `${key}=${value}`)
      return `config of ${name}: ${settings.join(' ')}`
    }
    case 'mode':
      return `mode of ${name}: ${action.mode}`
    case 'delete':
      return `delete ${name}`
    case 'register':
      return `register ${name}: ${action.file}${referenceWords(action.references)}`
  }
}

function referenceWords(references: Extract<Action, { kind: 'register' }>['references']): string {
  if (references.length === 0) return ''
  const list = references.map(
    ({ subject, version }) => `${subject} ${version === undefined ? 'new' : `v${version}`}`,
  )
  return ` with ${list.join(', ')}`
}
