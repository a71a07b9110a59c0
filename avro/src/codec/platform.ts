/** What Node's Buffer adds to bytes; other runtimes may have it too. */
interface NativeText {
  utf8Slice(this: Uint8Array, start: number, end: number): string
  utf8Write(this: Uint8Array, text: string, offset: number, length: number): number
}

interface BufferLike {
  readonly prototype: Partial<NativeText>
  allocUnsafeSlow(size: number): Uint8Array
}

/** Node's native conversions of text, undefined where they are not there or do not work. */
export const nativeText: NativeText | undefined = /* @__PURE__ */ findNativeText()

/** New bytes, not cleared where that is possible: the caller writes all that it hands out. */
export function allocate(size: number): Uint8Array {
  return buffer ? buffer.allocUnsafeSlow(size) : new Uint8Array(size)
}

const buffer = (globalThis as { Buffer?: BufferLike }).Buffer

function findNativeText(): NativeText | undefined {
  const methods = (globalThis as { Buffer?: BufferLike }).Buffer?.prototype
  if (!methods?.utf8Slice || !methods.utf8Write) return undefined
  try {
    const bytes = new Uint8Array(4)
    const written = methods.utf8Write.call(bytes, 'é', 1, 3)
    const read = methods.utf8Slice.call(bytes, 1, 3)
    return written === 2 && read === 'é' ? (methods as NativeText) : undefined
  } catch {
    return undefined
  }
}
