import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../../test/project-folder.ts'

test('a new project is sound and has nothing to be blamed for', async () => {
  const folder = projectFolder()
  expect((await folder.run('init', '-q')).stdout).toBe(
    'written magicbyte.config.ts\nwritten schemas/orders.avsc\n' +
      'written .github/workflows/schemas.yml\n',
  )
  expect(await folder.run('validate')).toMatchObject({ code: 0 })
  expect(await folder.run('lint', '--use', 'standard')).toMatchObject({ code: 0, stdout: '' })
})

test('what exists is kept unless forced', async () => {
  const folder = projectFolder({ 'schemas/orders.avsc': 'mine' })
  expect((await folder.run('init', '-q', '--ci', 'none')).stdout).toBe(
    'written magicbyte.config.ts\nkept    schemas/orders.avsc\n',
  )
  expect(folder.read('schemas/orders.avsc')).toBe('mine')
  expect((await folder.run('init', '-q', '--ci', 'none', '--force')).stdout).toBe(
    'written magicbyte.config.ts\nwritten schemas/orders.avsc\n',
  )
})

test('a second config is never written', async () => {
  const folder = projectFolder({ 'magicbyte.config.json': {} })
  const { stdout } = await folder.run('init', '--force', '--ci', 'gitlab')
  expect(stdout).toContain('kept    magicbyte.config.json\n')
  expect(stdout).toContain('written .gitlab-ci.schemas.yml\n')
  expect(existsSync(join(folder.path, 'magicbyte.config.ts'))).toBe(false)
})
