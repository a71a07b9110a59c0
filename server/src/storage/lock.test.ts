import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../test/sample-database.ts'
import { DatabaseLockError, lockDatabase } from './lock.ts'

test('a second process is refused until the first one dies', async () => {
  const file = join(temporaryFolder(), 'magicbyte.db')
  const holder = await lockInOtherProcess(file)
  expect(() => lockDatabase(file)).toThrow(
    new DatabaseLockError(
      `The database ${file} is in use by another process. Stop the server that runs on it first.`,
    ),
  )
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  lockDatabase(file).release()
})

test('a second lock in the same process is refused until the first is released', () => {
  const file = join(temporaryFolder(), 'magicbyte.db')
  const lock = lockDatabase(file)
  expect(() => lockDatabase(file)).toThrow(DatabaseLockError)
  lock.release()
  lockDatabase(file).release()
})

test('databases are locked one by one', () => {
  const folder = temporaryFolder()
  const locks = ['a.db', 'b.db'].map((name) => lockDatabase(join(folder, name)))
  for (const lock of locks) lock.release()
})

test('a symbolic link is no way around the lock', () => {
  const folder = temporaryFolder()
  const [file, link, linkedFolder] = ['magicbyte.db', 'link.db', 'folder'].map((name) =>
    join(folder, name),
  ) as [string, string, string]
  writeFileSync(file, '')
  symlinkSync(file, link)
  symlinkSync(folder, linkedFolder)
  const lock = lockDatabase(file)
  expect(() => lockDatabase(link)).toThrow(DatabaseLockError)
  expect(() => lockDatabase(join(linkedFolder, 'magicbyte.db'))).toThrow(DatabaseLockError)
  lock.release()
})

test('the folder is made, the database is not', () => {
  const file = join(temporaryFolder(), 'new', 'magicbyte.db')
  lockDatabase(file).release()
  expect(existsSync(`${file}-lock`)).toBe(true)
  expect(existsSync(file)).toBe(false)
})

test('a lock file that cannot be used is named', () => {
  const file = join(temporaryFolder(), 'magicbyte.db')
  writeFileSync(`${file}-lock`, 'something else, of at least one hundred bytes'.repeat(20))
  expect(() => lockDatabase(file)).toThrow(
    `The database ${file} cannot be locked with ${file}-lock: file is not a database`,
  )
})

test('a database in memory needs no lock', () => {
  const locks = [lockDatabase(':memory:'), lockDatabase(':memory:')]
  for (const lock of locks) lock.release()
  expect(existsSync(':memory:-lock')).toBe(false)
})

/** Resolves when another process holds the lock. */
async function lockInOtherProcess(file: string): Promise<ChildProcess> {
  const lock = new URL('./lock.ts', import.meta.url)
  const program = `
    import { lockDatabase } from ${JSON.stringify(lock.href)}
    lockDatabase(${JSON.stringify(file)})
    process.on('message', () => {})
    setImmediate(() => {
      gc()
      process.send('locked')
    })`
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', '--input-type=module', '--eval', program],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the process ended'))),
  ])
  return child
}
