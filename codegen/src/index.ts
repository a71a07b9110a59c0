export { type Config, defineConfig } from './config/config.ts'
export type * from './config/generate-target.ts'
