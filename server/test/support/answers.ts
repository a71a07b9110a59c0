/** What a granted request is answered with, for `toMatchObject`. */
export function ok<T>(body: T): { status: number; body: T } {
  return { status: 200, body }
}

/** What a refused request is answered with: the status follows from the error code. */
export function refusal(
  code: number,
  message: unknown,
): { status: number; body: { error_code: number; message: unknown } } {
  return {
    status: code < 1000 ? code : Math.trunc(code / 100),
    body: { error_code: code, message },
  }
}
