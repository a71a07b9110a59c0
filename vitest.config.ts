import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    include: ['{avro,client,codegen,server}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
  },
})
