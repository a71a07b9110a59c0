import { channel } from 'node:diagnostics_channel'
import { expect, onTestFinished, test } from 'vitest'
import { type ClientEvent, createEvents } from './events.ts'

const attempt = { method: 'GET', url: 'http://localhost/', attempt: 1, durationMs: 3, status: 200 }

test('events go to the listener and to diagnostics channels', () => {
  const heard: unknown[] = []
  const hear = (message: unknown) => void heard.push(message)
  for (const name of ['magicbyte:registry:request', 'magicbyte:registry:cache']) {
    channel(name).subscribe(hear)
    onTestFinished(() => void channel(name).unsubscribe(hear))
  }
  const told: ClientEvent[] = []
  const events = createEvents((event) => told.push(event))
  events.request(() => attempt)
  events.cache('hit', 'id')
  expect(told).toEqual([
    { type: 'request', ...attempt },
    { type: 'cache', kind: 'hit', key: 'id' },
  ])
  expect(heard).toEqual(told)
})

test('no event is made when nobody listens', () => {
  const events = createEvents()
  let made = 0
  events.request(() => {
    made++
    return attempt
  })
  expect(made).toBe(0)
})
