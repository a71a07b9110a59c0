import { expect, test } from 'vitest'
import * as z from 'zod'
import { codecsOf } from '../../test/codec-agreement.ts'
import { type Exports, loadGenerated } from '../../test/generated-code.ts'
import { inputOf } from '../../test/probe-files.ts'
import { PROBES } from '../../test/probes.ts'
import { generateCode } from './generate.ts'

const RECORDS = PROBES.filter(({ type }) => /^(P|PInput|ObjectInput)$/.test(type))

test.each(RECORDS)('zod takes what the codec takes, and makes what it reads: $rule', (probe) => {
  const input = inputOf(probe)
  const { generated } = codecsOf(input)
  const { files } = generateCode([input], { zod: true })
  const others = new Map<string, Exports>([['zod', z]])
  const exports = loadGenerated(files, 'probe/zod.ts', others)
  const schema = exports[probe.type.startsWith('P') ? 'PZod' : 'ObjectZod'] as z.ZodType
  for (const text of probe.good) {
    const parsed = schema.safeParse(evaluate(text))
    expect(parsed.error).toBeUndefined()
    const throughCodec = (value: unknown) => generated.decode(generated.encode(value))
    expect(throughCodec(parsed.data)).toEqual(throughCodec(evaluate(text)))
    expect(Object.keys(parsed.data as object)).toEqual(
      Object.keys(throughCodec(parsed.data) as object),
    )
  }
  for (const text of probe.bad) expect(schema.safeParse(evaluate(text)).success).toBe(false)
})

function evaluate(text: string): unknown {
  return new Function(`return (${text})`)()
}
