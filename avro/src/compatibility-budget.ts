/** The work that a comparison may still do. */
export interface Budget {
  readonly total: number
  left: number
}

/** Gives a budget of as many pairs of nodes; without a number, the default of the comparisons. */
export function createBudget(maxPairs = 1_000_000): Budget {
  return { total: maxPairs, left: maxPairs }
}

/**
 * Takes `cost` pairs' worth of work from the budget, or throws {@link CompatibilityBudgetError}.
 */
export function spend(budget: Budget, cost: number): void {
  budget.left -= cost
  if (budget.left < 0) throw new CompatibilityBudgetError(budget.total)
}

/** Thrown when comparing two schemas takes more work than the caller allows. */
export class CompatibilityBudgetError extends Error {
  override readonly name = 'CompatibilityBudgetError'

  constructor(maxPairs: number) {
    super(`The schemas are too large to compare: more than ${maxPairs} pairs of types`)
  }
}
