/** Vectors whose normalized text is not Confluent's on purpose, and why. */
export const normalizedExceptions: ReadonlyMap<string, string> = new Map([
  ['own-ns-nested-null', 'Confluent loses the null namespace of B, which makes it another type'],
  ['own-def-int-1.0-inv', 'Confluent drops the invalid default of an existing schema'],
  ['own-def-inv-int', 'Confluent drops the invalid default of an existing schema'],
  ['own-def-inv-union', 'Confluent drops the invalid default of an existing schema'],
  ['own-def-union-dbl', 'Confluent drops a default that only a later branch of the union allows'],
  ['own-error', 'Confluent turns an error into a record'],
])
