import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    include: ['{avro,client,codegen,server}/**/*.test.ts'],
    // Tests start processes; on a busy machine that takes a while.
    testTimeout: 60_000,
    exclude: ['**/node_modules/**', '**/dist/**'],
  },
})
