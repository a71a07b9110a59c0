import { InvalidSchemaError, parseSchema } from '@magicbyte/avro'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Choose, chooser, codecsOf, findDisagreement } from '../../test/codec-agreement.ts'
import { typeErrors } from '../../test/generated-code.ts'
import { someSchema } from '../../test/some-schema.ts'
import { generateCode } from './generate.ts'
import type { GenerateInput, GenerateOptions } from './generate-options.ts'

const options: fc.Arbitrary<GenerateOptions> = fc
  .tuple(
    fc.constantFrom({}, { long: 'bigint' }, { long: 'number' }, { long: 'string' } as const),
    fc.constantFrom({}, { unions: 'tagged' }, { unions: 'wrapped' }, { unions: 'plain' } as const),
    fc.constantFrom({}, { logicalTypes: 'raw' }, { logicalTypes: { date: 'raw' } } as const),
  )
  .map((parts) => Object.assign({}, ...parts) as GenerateOptions)

test('generated codecs give the values, the bytes and the errors of those of the runtime', () => {
  fc.assert(
    fc.property(fc.nat(), options, (seed, given) => {
      const choose = chooser(seed)
      const input = someInput(choose)
      if (!input) return
      const codecs = codecsOf(input, given)
      for (let round = 0; round < 8; round++) {
        const { ours, theirs } = findDisagreement(codecs, input.root, choose) ?? NONE
        expect(ours).toBe(theirs)
      }
    }),
    { numRuns: 300 },
  )
})

test('what is generated from any schema compiles', () => {
  const files = new Map<string, string>()
  const run = fc.property(fc.nat(), options, (seed, given) => {
    const input = someInput(chooser(seed))
    if (!input) return
    for (const [path, text] of generateCode([input], { ...given, zod: true }).files) {
      files.set(`${seed}/${path}`, text)
    }
  })
  fc.assert(run, { numRuns: 60 })
  expect(typeErrors(files)).toEqual([])
})

const NONE = { ours: '', theirs: '' }

function someInput(choose: Choose): GenerateInput | undefined {
  const text = JSON.stringify(someSchema(choose))
  try {
    return { file: 'some.avsc', text, root: parseSchema(text, { mode: 'existing' }).root }
  } catch (error) {
    if (error instanceof InvalidSchemaError) return undefined
    throw error
  }
}
