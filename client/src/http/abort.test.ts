import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { linkAbort, onAbort, untilAborted } from './abort.ts'

const never = new Promise<never>(() => undefined)

test('a signal has one listener, however many follow it', async () => {
  const { signal, abort } = linkAbort()
  const waiting = Array.from({ length: 100 }, () => untilAborted(never, signal))
  const links = Array.from({ length: 100 }, () => linkAbort(signal))
  expect(getEventListeners(signal, 'abort')).toHaveLength(1)
  const reason = new Error('enough')
  abort(reason)
  for (const wait of waiting) await expect(wait).rejects.toBe(reason)
  for (const link of links) expect(link.signal.reason).toBe(reason)
})

test('one that was released does not follow any more', () => {
  const { signal, abort } = linkAbort()
  const link = linkAbort(signal)
  let calls = 0
  const stop = onAbort(signal, () => calls++)
  link.release()
  stop()
  abort(new Error('enough'))
  expect(link.signal.aborted).toBe(false)
  expect(calls).toBe(0)
})

test('a link follows the first that aborts, also one that has aborted before', () => {
  const reason = new Error('first')
  const link = linkAbort(
    undefined,
    AbortSignal.abort(reason),
    AbortSignal.abort(new Error('second')),
  )
  expect(link.signal.reason).toBe(reason)
})

test('what ends in time is not disturbed', async () => {
  const { signal, abort } = linkAbort()
  expect(await untilAborted(Promise.resolve(1), signal)).toBe(1)
  abort(new Error('late'))
  await expect(untilAborted(Promise.reject(new Error('unheard')), signal)).rejects.toThrow('late')
})
