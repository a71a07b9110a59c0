import { expect, test } from 'vitest'
import { broken, message, order, setUpConsumer } from '../../test/support/fake-consumer.ts'

test('a batch comes decoded, with the methods of the client', async () => {
  const { fake, typed, encoded } = await setUpConsumer()
  const seen: unknown[] = []
  await typed.run({
    eachBatchAutoResolve: false,
    async eachBatch({ topic, batch, resolveOffset, isRunning }) {
      for (const { value, offset } of batch.messages) {
        seen.push([topic, value, offset, isRunning()])
        resolveOffset(offset)
      }
      seen.push([batch.highWatermark, batch.isEmpty(), batch.firstOffset(), batch.lastOffset()])
    },
  })
  await fake.deliverBatch('orders', [message(7, encoded), message(8, null)])
  expect(seen).toEqual([
    ['orders', order, '7', true],
    ['orders', null, '8', true],
    ['99', false, '7', '12'],
  ])
  expect(fake.resolved).toEqual(['7', '8'])
})

test('messages before a failing one are worked on and resolved, then the batch fails', async () => {
  const { fake, typed, encoded } = await setUpConsumer()
  const seen: string[] = []
  await typed.run({
    async eachBatch({ batch }) {
      seen.push(...batch.messages.map(({ offset }) => offset))
    },
  })
  const messages = [message(7, encoded), message(8, encoded), message(9, broken)]
  await expect(
    fake.deliverBatch('orders', [...messages, message(10, encoded)]),
  ).rejects.toMatchObject({ code: 'FRAMING' })
  expect(seen).toEqual(['7', '8'])
  expect(fake.resolved).toEqual(['8'])
})

test('offsets are left to the handler where it resolves them itself', async () => {
  const { fake, typed, encoded } = await setUpConsumer()
  await typed.run({ eachBatchAutoResolve: false, eachBatch: async () => undefined })
  const delivery = fake.deliverBatch('orders', [message(7, encoded), message(8, broken)])
  await expect(delivery).rejects.toMatchObject({ code: 'FRAMING' })
  expect(fake.resolved).toEqual([])
})

test('a handler that resolves an offset resolves what was skipped behind it', async () => {
  const { fake, typed, encoded } = await setUpConsumer()
  await typed.run({
    eachBatchAutoResolve: false,
    onDecodeError: () => 'skip',
    async eachBatch({ batch, resolveOffset }) {
      for (const { offset } of batch.messages) resolveOffset(offset)
    },
  })
  const [a, b, c] = [message(7, broken), message(8, encoded), message(9, broken)]
  await fake.deliverBatch('orders', [a!, b!, c!, message(10, broken), message(11, encoded)])
  expect(fake.resolved).toEqual(['10', '11'])
})

test('a batch of nothing but skipped messages is resolved', async () => {
  const { fake, typed } = await setUpConsumer()
  let handled = 0
  await typed.run({
    eachBatchAutoResolve: false,
    onDecodeError: () => 'skip',
    eachBatch: async () => void handled++,
  })
  await fake.deliverBatch('orders', [message(7, broken), message(8, broken)])
  expect(handled).toBe(0)
  expect(fake.resolved).toEqual(['8'])
})

test('nothing behind a failing message is put aside', async () => {
  const { fake, typed } = await setUpConsumer()
  const asked: string[] = []
  await typed.run({
    eachBatch: async () => undefined,
    onDecodeError(_error, { message: { offset } }) {
      asked.push(offset)
      return offset === '8' ? 'fail' : 'skip'
    },
  })
  const messages = [7, 8, 9].map((offset) => message(offset, broken))
  await expect(fake.deliverBatch('orders', messages)).rejects.toMatchObject({ code: 'FRAMING' })
  expect(asked).toEqual(['7', '8'])
  expect(fake.resolved).toEqual(['7'])
})
