import { expect, test } from 'vitest'
import { createProgressBar } from './progress-bar.ts'

function bar({ isShown = true } = {}) {
  const clock = { time: 1000 }
  const written: string[] = []
  const write = (text: string) => written.push(text)
  return { ...createProgressBar({ write, isShown, now: () => clock.time }), clock, written }
}

const ERASE = '\r\u001b[K'

test('long work is drawn in pauses, and taken away at the end', () => {
  const { show, hide, clock, written } = bar()
  show('schemas', 0, 4)
  clock.time += 100
  show('schemas', 1, 4)
  clock.time += 50
  show('schemas', 2, 4)
  clock.time += 50
  show('schemas', 3, 4)
  hide()
  expect(written).toEqual([
    `${ERASE}[======                  ] 1/4 schemas`,
    `${ERASE}[==================      ] 3/4 schemas`,
    ERASE,
  ])
})

test('short work draws nothing', () => {
  const { show, hide, written } = bar()
  show('schemas', 1, 2)
  show('schemas', 2, 2)
  hide()
  expect(written).toEqual([])
})

test('where nobody looks nothing is drawn', () => {
  const { show, clock, written } = bar({ isShown: false })
  show('schemas', 1, 2)
  clock.time += 1000
  show('schemas', 2, 2)
  expect(written).toEqual([])
})

test('a whole that was guessed too small does no harm', () => {
  const { show, clock, written } = bar()
  show('schemas', 0, 0)
  clock.time += 100
  show('schemas', 3, 2)
  expect(written).toEqual([`${ERASE}[========================] 3/2 schemas`])
})
