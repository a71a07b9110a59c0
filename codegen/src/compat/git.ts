import { execFile } from 'node:child_process'
import { join, relative, resolve } from 'node:path'
import { hasSchemaExtension, slashed } from '../inputs/find-files.ts'
import { UsageError } from '../inputs/input-error.ts'
import { decodeSource, MAX_FILE_SIZE, type SourceFile } from '../inputs/source-file.ts'

/** A git repository as the `git` program reads it. */
export interface GitRepository {
  /** Absolute path of its work tree. */
  readonly root: string
  /** The id of the commit that a revision means. Throws {@link UsageError}. */
  readonly commitOf: (revision: string) => Promise<string>
  /**
   * Ids of the commits up to a revision that touch something in folders (absolute paths), the
   * newest first.
   */
  readonly commitsTouching: (
    revision: string,
    folders: readonly string[],
    options: { readonly limit: number },
  ) => Promise<readonly string[]>
  /**
   * The schema files of a commit for whose absolute paths the filter holds. They are shown as
   * `git:LABEL:path`, the path from the root.
   */
  readonly readCommit: (
    commit: string,
    options: { readonly label: string; readonly filter: (location: string) => boolean },
  ) => Promise<readonly SourceFile[]>
}

/** The repository around a folder. Throws {@link UsageError} if there is none, or no `git`. */
export async function openRepository(folder: string): Promise<GitRepository> {
  const git = (args: readonly string[], input?: string) => runGit(folder, args, input)
  // The absolute path that git gives has its links resolved, unlike the paths of files here.
  const up = (await git(['rev-parse', '--show-cdup'])).toString('utf8').trim()
  const root = resolve(folder, up)

  async function commitOf(revision: string): Promise<string> {
    if (revision === '' || revision.startsWith('-')) {
      throw new UsageError(`"${revision}" is no git revision`)
    }
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]
    try {
      return (await git(args)).toString('utf8').trim()
    } catch (error) {
      throw new UsageError(`There is no git revision "${revision}"`, { cause: error })
    }
  }

  return {
    root,
    commitOf,
    async commitsTouching(revision, folders, { limit }) {
      const commit = await commitOf(revision)
      const paths = folders.map((path) => `:(top,literal)${slashed(relative(root, path))}`)
      const args = ['log', '--format=%H', `--max-count=${limit}`, commit, '--', ...paths]
      return (await git(args)).toString('utf8').split('\n').filter(Boolean)
    },
    async readCommit(commit, { label, filter }) {
      const listing = await git(['ls-tree', '-r', '-z', '--full-tree', commit])
      const entries = listing.toString('utf8').split('\0').flatMap(parseEntry)
      const wanted = entries.filter(({ path }) => filter(join(root, path)))
      if (wanted.length === 0) return []
      const ids = `${wanted.map(({ id }) => id).join('\n')}\n`
      const contents = splitBatch(await git(['cat-file', '--batch'], ids))
      return wanted.map(({ path }, index) =>
        decodeSource({
          path: `git:${label}:${path}`,
          location: join(root, path),
          bytes: contents[index] ?? Buffer.alloc(0),
        }),
      )
    },
  }
}

interface Entry {
  readonly id: string
  readonly path: string
}

/** `MODE blob ID<TAB>PATH`; links and submodules are passed over. */
function parseEntry(line: string): Entry[] {
  const match = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(line)
  const [, id, path] = match ?? []
  return id !== undefined && path !== undefined && hasSchemaExtension(path) ? [{ id, path }] : []
}

/** The contents that `git cat-file --batch` gives: `ID blob SIZE<LF>CONTENT<LF>` each. */
function splitBatch(output: Buffer): Buffer[] {
  const contents: Buffer[] = []
  let at = 0
  while (at < output.length) {
    const end = output.indexOf('\n', at)
    const size = Number(output.toString('utf8', at, end).split(' ')[2])
    if (!Number.isSafeInteger(size)) throw new Error('git cat-file gave an unexpected answer')
    contents.push(output.subarray(end + 1, end + 1 + size))
    at = end + 1 + size + 1
  }
  return contents
}

/** Bytes that git may give at once. */
const MAX_OUTPUT = 64 * MAX_FILE_SIZE

function runGit(cwd: string, args: readonly string[], input?: string): Promise<Buffer> {
  return new Promise((fulfil, reject) => {
    const child = execFile(
      'git',
      ['-c', 'core.quotePath=false', ...args],
      { cwd, encoding: 'buffer', maxBuffer: MAX_OUTPUT },
      (error, stdout, stderr) => {
        if (!error) fulfil(stdout)
        else reject(new UsageError(`git ${args[0]}: ${reasonOf(error, stderr)}`, { cause: error }))
      },
    )
    child.stdin?.on('error', () => {})
    child.stdin?.end(input ?? '')
  })
}

function reasonOf(error: Error, stderr: Buffer): string {
  if ('code' in error && error.code === 'ENOENT') return 'there is no program "git"'
  return stderr.toString('utf8').trim().split('\n')[0] || error.message
}
