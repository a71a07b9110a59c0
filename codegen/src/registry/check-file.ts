import { resolve } from 'node:path'
import { EXIT, type ExitCode } from '../cli/exit-code.ts'
import { openProject } from '../cli/project.ts'
import { reportDiagnostics } from '../cli/report.ts'
import { askRegistry } from '../compat/ask-registry.ts'
import { UsageError } from '../inputs/input-error.ts'
import type { ActionRequest } from './registry-actions.ts'

/** Asks a registry whether a file may be the next version of a subject. */
export async function checkFile({
  client,
  session,
  args,
  options,
}: ActionRequest): Promise<ExitCode> {
  const [subject, path] = args as readonly [string, string]
  const { set } = await openProject({ ...session, progress: () => {} }, [path], options)
  const location = resolve(session.io.cwd, path)
  const file = set.files.find(({ source }) => source.location === location)
  if (!file) throw new UsageError(`${path} is no schema file`)
  const { diagnostics, compared } = await askRegistry(file, { client, subject })
  if (compared === 0 && file.resolved()) session.progress(`${subject} has no versions yet`)
  else if (diagnostics.length === 0 && file.resolved()) session.print('compatible\n')
  const all = [...set.diagnostics, ...diagnostics]
  if (all.length === 0) return EXIT.fine
  return await reportDiagnostics(session, all, { format: 'text', failOn: 'error' })
}
