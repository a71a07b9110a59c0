import { expect, test } from 'vitest'
import { createSecrets } from './secrets.ts'

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`

test.each<[string, string | null, string, string]>([
  ['a token', 'Bearer t0ken', 'who is t0ken?', 'who is ***?'],
  ['a password', basic('ada:pass:word'), 'pass:word is wrong', '*** is wrong'],
  ['what stands for both', basic('ada:secret'), `${basic('ada:secret')}!`, 'Basic ***!'],
  ['every time', 'Bearer t0ken', 't0ken t0ken', '*** ***'],
  ['nothing without credentials', null, 'as it is', 'as it is'],
  ['nothing for an empty password', basic('ada:'), 'as it is', 'as it is'],
])('%s is hidden', (_, authorization, text, shown) => {
  const { learn, hide } = createSecrets()
  learn(authorization)
  expect(hide(text)).toBe(shown)
})
