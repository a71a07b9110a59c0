import { watch } from 'chokidar'

/** Milliseconds in which changes count as one. */
const SETTLE = 100

/**
 * Calls a function whenever schema files in the folders change, one call after the other, until
 * the process is asked to end. What it throws ends the watching.
 */
export async function watchSchemas(
  folders: readonly string[],
  onChange: () => Promise<void>,
): Promise<0> {
  const watcher = watch([...folders], { ignoreInitial: true })
  try {
    return await new Promise<0>((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined
      let running = Promise.resolve()
      watcher.on('all', (_, path) => {
        if (!/\.(?:avsc|avdl|avpr)$/.test(path)) return
        clearTimeout(timer)
        timer = setTimeout(() => {
          running = running.then(onChange)
          running.catch(reject)
        }, SETTLE)
      })
      watcher.on('error', reject)
      process.once('SIGINT', () => resolve(0))
      process.once('SIGTERM', () => resolve(0))
    })
  } finally {
    await watcher.close()
  }
}
