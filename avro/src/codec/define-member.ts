/** Sets a member whose name, such as `__proto__`, may mean something else in an assignment. */
export function defineMember(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  })
}
