/** Whether objects that are no plain ones have such a member. */
export function isBuiltInMember(name: string): boolean {
  return BUILT_IN.some((prototype) => name in prototype)
}

const BUILT_IN: readonly object[] = [
  Map.prototype,
  Set.prototype,
  Date.prototype,
  Uint8Array.prototype,
  DataView.prototype,
]
