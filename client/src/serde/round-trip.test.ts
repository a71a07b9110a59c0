import { parseSchema } from '@magicbyte/avro'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitrarySchema, arbitraryValue } from '../../../avro/test/arbitrary-schema.ts'
import { wiredRegistry } from '../../test/support/wired-registry.ts'

test('any value of any schema is read as it was written, in either framing', async () => {
  const { registry } = await wiredRegistry({ autoRegisterSchemas: true })
  const samples = arbitrarySchema({ depth: 2, logicalTypes: true, oddNames: true }).chain(
    (json) => {
      const schema = JSON.stringify(json)
      const values = arbitraryValue(parseSchema(schema).root, {})
      const framings = fc.constantFrom('prefix' as const, 'header' as const)
      return fc.tuple(fc.constant(schema), fc.array(values, { maxLength: 3 }), framings)
    },
  )
  let topics = 0
  await fc.assert(
    fc.asyncProperty(samples, async ([schema, values, schemaIdLocation]) => {
      const name = `topic-${topics++}`
      const topic = registry.topic(name, { value: { schema } }, { schemaIdLocation })
      const untyped = registry.topic(name, {})
      for (const value of values) {
        const message = await topic.encode({ value })
        expect(message.value === null).toBe(value === null)
        expect((await topic.decode(message)).value).toEqual(value)
        expect((await untyped.decode(message)).value).toEqual(value)
      }
    }),
    { numRuns: 60 },
  )
})
