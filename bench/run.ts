import { benchAvro } from './avro.ts'
import { benchCodegen } from './codegen/bench.ts'
import { benchHttp } from './http.ts'
import { benchSerde } from './serde/bench.ts'

/*
 * npm run build && npm run bench [-- avro | http | serde | codegen]
 * Prints ratios within one run; absolute figures depend on the machine and are not kept.
 */
const suites = new Map([
  ['avro', benchAvro],
  ['http', benchHttp],
  ['serde', benchSerde],
  ['codegen', benchCodegen],
])

const wanted = process.argv.slice(2)
for (const [name, bench] of suites) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n${name}`)
  for (const { what, ratios } of await bench()) {
    const sorted = [...ratios].sort((a, b) => a - b)
    const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!.toFixed(2)
    console.log(`  ${what}: ${at(0.5)} (${at(0)} to ${at(1)})`)
  }
}
