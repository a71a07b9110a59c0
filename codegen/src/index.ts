export { type Config, defineConfig } from './config/config.ts'
export type { GenerateTarget } from './config/generate-target.ts'
export { generateCode } from './generate/generate.ts'
export type {
  CustomLogicalType,
  FieldException,
  Generated,
  GenerateFinding,
  GenerateInput,
  GenerateOptions,
  GenerateRule,
  LogicalTypes,
  TopicParts,
} from './generate/generate-options.ts'
