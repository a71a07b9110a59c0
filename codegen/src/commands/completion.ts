import { Command } from 'commander'
import type { CommandEntry, CommandModule } from '../cli/command-table.ts'
import { EXIT } from '../cli/exit-code.ts'
import { choose } from '../cli/report.ts'
import { type CompletedCommand, completionScript, SHELLS } from '../completion/completion-script.ts'

/** `completion`: a script that lets a shell complete commands and options. */
export function createCompletion(commands: readonly CommandEntry[]): CommandModule {
  return {
    describe(command) {
      command.argument('<shell>', SHELLS.join(', ')).addHelpText('after', HELP)
    },
    async run({ session, args }) {
      const shell = choose(args[0], SHELLS, 'the shell')
      session.print(completionScript(shell, await describeCommands(commands)))
      return EXIT.fine
    },
  }
}

const HELP = `
bash: eval "$(magicbyte completion bash)" in ~/.bashrc
zsh:  eval "$(magicbyte completion zsh)" in ~/.zshrc, after compinit
fish: magicbyte completion fish > ~/.config/fish/completions/magicbyte.fish
`

async function describeCommands(commands: readonly CommandEntry[]): Promise<CompletedCommand[]> {
  const described: CompletedCommand[] = []
  for (const { name, summary, load } of commands) {
    const command = new Command(name)
    ;(await load()).describe(command)
    const options = command.options.flatMap(({ long, description }) =>
      typeof long === 'string' ? [{ flag: long, description }] : [],
    )
    described.push({ name, summary, options })
  }
  return described
}
