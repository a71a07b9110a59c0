/** What the user asked for cannot be done: a wrong path, option or config. Ends with exit code 1. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The registry cannot be reached or lets nobody in. Ends with exit code 2. */
export class RegistryUnavailableError extends Error {
  override readonly name = 'RegistryUnavailableError'
}
