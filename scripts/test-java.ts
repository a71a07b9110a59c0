import { startAvroPeer } from './java/avro-peer.ts'
import { compareJavasData, compareOurData } from './java/interop/data.ts'
import { compareFiles } from './java/interop/files.ts'
import { compareMutations } from './java/interop/mutations.ts'
import { Tally } from './java/interop/tally.ts'

// Compares with Apache Avro for Java, also for the schemas of folders: npm run test:java [-- DIR...]

const comparisons = [
  ['what Java writes', compareJavasData],
  ['what we write', compareOurData],
  ['damaged messages', compareMutations],
  ['container files and single objects', compareFiles],
] as const

const peer = await startAvroPeer()
const total = new Tally()
try {
  for (const [what, compare] of comparisons) {
    const tally = new Tally()
    await compare(peer, tally)
    console.log(`${what}: ${tally.passed} passed, ${tally.failed} failed`)
    total.passed += tally.passed
    total.failed += tally.failed
  }
} finally {
  await peer.close()
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
