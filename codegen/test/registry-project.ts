import { startApp, type TestApp } from '../../server/test/support/app.ts'
import type { Io } from '../src/cli/io.ts'
import { type ProjectFolder, projectFolder } from './project-folder.ts'

/** A folder for one test and an empty registry that the command line in it speaks with. */
export interface RegistryProject extends ProjectFolder {
  /** Sends a request to the registry, past the command line. */
  readonly call: TestApp['call']
  /** The methods and paths of what was sent to the registry so far, in order. */
  readonly requests: string[]
}

/** What a run gets, and what becomes of the registry's answers before they come to it. */
export interface RegistryProjectOptions
  extends Partial<Pick<Io, 'env' | 'isTTY' | 'stdin' | 'now'>> {
  readonly change?: (response: Response) => Promise<Response>
}

/** Starts a registry of its own and makes a folder with files. */
export async function registryProject(
  files: Readonly<Record<string, unknown>> = {},
  { change = async (response) => response, ...io }: RegistryProjectOptions = {},
): Promise<RegistryProject> {
  const { app, call } = await startApp()
  const requests: string[] = []
  const folder = projectFolder(files, {
    ...io,
    env: { SCHEMA_REGISTRY_URL: 'http://registry.example', ...io.env },
    async fetch(request) {
      const { pathname, search } = new URL(request.url)
      requests.push(`${request.method} ${pathname}${search}`)
      return await change(await app.fetch(request))
    },
  })
  return { ...folder, call, requests }
}

/** Input that consists of one piece. */
export function inputOf(content: string | Uint8Array, { isTTY = false } = {}): Io['stdin'] {
  return {
    isTTY,
    async *[Symbol.asyncIterator]() {
      yield content
    },
  }
}
