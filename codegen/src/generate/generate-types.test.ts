import { describe, expect, test } from 'vitest'
import { chooser, codecsOf, outcomeOf, someBytes } from '../../test/codec-agreement.ts'
import { typeErrors } from '../../test/generated-code.ts'
import { inputOf, probeFiles, WAYS } from '../../test/probe-files.ts'
import { PROBES } from '../../test/probes.ts'

test('generated code compiles, and its types take what they should and nothing else', () => {
  // The only thing said is that such an enum is more than a type.
  expect(typeErrors(probeFiles())).toEqual([
    expect.stringMatching(/^enums\/probe\/index.ts.*erasableSyntaxOnly/),
  ])
})

describe.each(PROBES)('$rule', (probe) => {
  const input = inputOf(probe)

  test.each(Object.entries(WAYS).filter(([, { mode }]) => mode === undefined))(
    'in the bytes of the runtime codec: %s',
    (_, options) => {
      const { generated, compiled } = codecsOf(input, options)
      const choose = chooser(7)
      for (let round = 0; round < 40; round++) {
        const bytes = someBytes(input.root, choose)
        const decoded = outcomeOf(() => compiled.decode(bytes))
        expect(outcomeOf(() => generated.decode(bytes))).toBe(decoded)
      }
    },
  )

  const { generated, compiled } = codecsOf(input)

  test.each(probe.good)('it takes %s', (text) => {
    const bytes = generated.encode(evaluate(text))
    expect(bytes).toEqual(compiled.encode(evaluate(text)))
    expect(generated.decode(bytes)).toEqual(compiled.decode(bytes))
  })

  test.each(probe.bad)('it refuses %s in the same words', (text) => {
    const refusal = outcomeOf(() => generated.encode(evaluate(text)))
    expect(refusal).toContain("name: 'EncodeError'")
    expect(refusal).toBe(outcomeOf(() => compiled.encode(evaluate(text))))
  })
})

function evaluate(text: string): unknown {
  return new Function(`return (${text})`)()
}
