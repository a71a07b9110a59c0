import { expect, test } from 'vitest'
import { startApp } from './support/app.ts'
import { operations } from './support/openapi.ts'

test('serves exactly the operations of openapi.yaml', async () => {
  const { app } = await startApp()
  const served = app.routes.map(
    ({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
  )
  const documented = operations().map(({ method, path }) => `${method} ${path}`)
  expect(served.sort()).toEqual(documented.sort())
})
