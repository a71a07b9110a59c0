import type { CommandModule } from '../cli/command-table.ts'
import { EXIT } from '../cli/exit-code.ts'
import { choose } from '../cli/report.ts'
import { onOneLine } from '../diagnostics/format-text.ts'
import { examine, type Finding } from '../doctor/examine.ts'
import { describeConnection } from '../registry/describe-connection.ts'

/** `doctor`: whether config, schema files and registry are as they should be. */
export const doctor: CommandModule = {
  describe(command) {
    command.option('-o, --output <format>', 'text or json', 'text')
    describeConnection(command)
  },
  async run({ session, options }) {
    const output = choose(options.output, ['text', 'json'], '--output')
    const findings = await examine({ ...session, progress: () => {} }, options)
    if (output === 'json') session.print(`${JSON.stringify(findings, null, 2)}\n`)
    else {
      const { green, yellow, red } = session.colors
      const paint = { ok: green, warning: yellow, error: red }
      for (const { about, verdict, text } of findings) {
        const mark = paint[verdict](verdict.padEnd(7))
        session.print(`${mark} ${about}: ${onOneLine(text)}\n`)
      }
    }
    const isBad = ({ verdict }: Finding) => verdict === 'error'
    if (findings.some((finding) => isBad(finding) && finding.about === 'registry')) {
      return EXIT.registry
    }
    return findings.some(isBad) ? EXIT.findings : EXIT.fine
  },
}
