import { ErrorCode } from '../core/errors.ts'
import { statusError } from './errors.ts'

/**
 * The promised answer, or 504 when it takes longer than `ms` milliseconds. The work goes on all the
 * same: a write may still take place, and asking again is safe.
 */
export async function withinTime<T>(answer: T | Promise<T>, ms: number): Promise<T> {
  if (ms === 0 || !(answer instanceof Promise)) return answer
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    const refuse = () => reject(statusError(ErrorCode.GATEWAY_TIMEOUT, 'Gateway Timeout'))
    timer = setTimeout(refuse, ms)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
