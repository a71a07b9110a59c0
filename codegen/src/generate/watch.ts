import { resolve as resolvePath } from 'node:path'
import { watch } from 'chokidar'

/** Milliseconds in which changes count as one. */
const SETTLE = 100

/** What to do while schemas are watched. */
export interface Watching {
  /** Called once no change is overlooked any more. */
  readonly onReady: () => void
  /** With the absolute paths of what changed, came or went. */
  readonly onChange: (changed: ReadonlySet<string>) => Promise<void>
}

/**
 * Calls a function whenever schema files in the folders change, one call after the other, until
 * the process is asked to end. What it throws ends the watching.
 */
export async function watchSchemas(
  folders: readonly string[],
  { onReady, onChange }: Watching,
): Promise<0> {
  const watcher = watch([...folders], { ignoreInitial: true })
  try {
    return await new Promise<0>((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined
      let running = Promise.resolve()
      let changed = new Set<string>()
      watcher.on('all', (_, path) => {
        if (!/\.(?:avsc|avdl|avpr)$/.test(path)) return
        changed.add(resolvePath(path))
        clearTimeout(timer)
        timer = setTimeout(() => {
          const paths = changed
          changed = new Set()
          running = running.then(() => onChange(paths))
          running.catch(reject)
        }, SETTLE)
      })
      watcher.on('error', reject)
      process.once('SIGINT', () => resolve(0))
      process.once('SIGTERM', () => resolve(0))
      watcher.on('ready', onReady)
    })
  } finally {
    await watcher.close()
  }
}
