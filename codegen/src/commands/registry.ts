import type { CommandModule } from '../cli/command-table.ts'
import { choose } from '../cli/report.ts'
import { loadConfig } from '../config/load-config.ts'
import { describeConnection } from '../registry/describe-connection.ts'

/** What can be done with a registry by hand. */
const ACTIONS = [
  'subjects',
  'versions',
  'get',
  'delete',
  'config',
  'mode',
  'contexts',
  'check',
] as const

/** `registry`: single requests to a registry. */
export const registry: CommandModule = {
  describe(command) {
    command
      .argument('<action>', ACTIONS.join(', '))
      .argument('[args...]', 'what the action is about, see below')
      .option('-o, --output <format>', 'text or json', 'text')
      .option('--prefix <text>', 'subjects: only those that begin so')
      .option('--deleted', 'subjects, versions, get: soft-deleted ones too')
      .option('--references', 'get: the whole answer instead of the schema')
      .option('--permanent', 'delete: permanently, after a soft delete')
      .option('--effective', 'config, mode: what holds, wherever it was said')
      .option('--unset', 'config, mode: remove what was said')
      .option('--force', 'mode: also where there are schemas already')
      .option('--yes', 'delete without a question')
      .addHelpText('after', HELP)
    describeConnection(command)
  },
  async run({ session, args, options }) {
    const [name, ...rest] = args
    const action = choose(name, ACTIONS, 'the action')
    const output = choose(options.output, ['text', 'json'], '--output')
    const { config } = await loadConfig({ cwd: session.io.cwd, file: options.config })
    const { withRegistry } = await import('../registry/connection.ts')
    const { runAction } = await import('../registry/registry-actions.ts')
    return await withRegistry(session, { config, options }, async ({ client }) => {
      return await runAction(action, { client, session, args: rest, options, output })
    })
  },
}

const HELP = `
Actions:
  subjects                        list subjects
  versions SUBJECT                list version numbers
  get SUBJECT[@VERSION]           print a schema; the latest version unless told
  get id:ID                       print the schema of an id
  delete SUBJECT[@VERSION]        delete a version, or all of a subject
  config [SUBJECT] [NAME=VALUE]   show or change settings: compatibility, normalize, alias ...
  mode [SUBJECT] [MODE]           show or change the mode
  contexts                        list contexts
  check SUBJECT FILE              ask whether a file may be the next version
`
