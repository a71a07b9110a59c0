/** Two hexadecimal digits of each byte, in lower case. */
export const hexPairs: readonly string[] = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
)

/** The value of the hexadecimal digit, of any case, that stands at an index of a text. */
export function hexDigit(text: string, index: number): number {
  const code = text.charCodeAt(index)
  return (code & 0xf) + (code > NINE ? 9 : 0)
}

const NINE = 0x39
