import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['magicbyte-source'] },
  ssr: { resolve: { conditions: ['magicbyte-source'], externalConditions: ['magicbyte-source'] } },
  test: {
    include: ['{avro,client,codegen,server}/**/*.test.ts'],
    // Tests start processes; on a busy machine that takes a while.
    testTimeout: 60_000,
    // Tests share no state, so that modules need to be loaded once for each worker only.
    isolate: false,
    maxWorkers: 2,
    exclude: ['**/node_modules/**', '**/dist/**'],
  },
})
