/** How a run ends. */
export const EXIT = {
  /** There is nothing to complain about. */
  fine: 0,
  /** The run could not be done: wrong arguments or a failure. */
  failure: 1,
  /** The registry could not be reached or refused the credentials. */
  registry: 2,
  /** The run was done and found something wrong. */
  findings: 100,
} as const

/** One of the codes a run ends with. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
