/** The shells that scripts are made for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const

/** One of {@link SHELLS}. */
export type Shell = (typeof SHELLS)[number]

/** A command as a shell completes it. */
export interface CompletedCommand {
  readonly name: string
  readonly summary: string
  readonly options: readonly { readonly flag: string; readonly description: string }[]
}

/** A script that completes the names of commands, their options, and files. */
export function completionScript(shell: Shell, commands: readonly CompletedCommand[]): string {
  const lines = SCRIPTS[shell](commands)
  return `${lines.join('\n')}\n`
}

const SCRIPTS: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => string[]>> = {
  bash(commands) {
    const cases = commands.map(({ name, options }) => {
      return `    ${name}) words=${quote(flagsOf(options).join(' '))} ;;`
    })
    return [
      '_magicbyte() {',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: bash puts the words in.
      '  local word command= words current="${COMP_WORDS[COMP_CWORD]}"',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: bash puts the words in.
      '  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do',
      '    [[ "$word" == -* ]] || { command="$word"; break; }',
      '  done',
      '  case "$command" in',
      `    "") words=${quote([...commands.map(({ name }) => name), ...GLOBAL].join(' '))} ;;`,
      ...cases,
      '    *) words= ;;',
      '  esac',
      '  COMPREPLY=()',
      '  if [[ "$current" == -* || -z "$command" ]]; then',
      '    COMPREPLY=($(compgen -W "$words" -- "$current"))',
      '  fi',
      '}',
      'complete -o default -F _magicbyte magicbyte',
    ]
  },
  zsh(commands) {
    const names = commands.map(({ name, summary }) => `    ${quote(`${name}:${summary}`)}`)
    const cases = commands.map(({ name, options }) => {
      const list = options.map(({ flag, description }) =>
        quote(`${flag}[${description.replace(/[[\]\\:]/g, '\\$&')}]`),
      )
      return `    ${name}) _arguments ${[...list, "'*:file:_files'"].join(' ')} ;;`
    })
    return [
      '#compdef magicbyte',
      '_magicbyte() {',
      '  local -a commands',
      '  commands=(',
      ...names,
      '  )',
      '  if (( CURRENT == 2 )); then',
      "    _describe 'command' commands",
      '    return',
      '  fi',
      '  case "$words[2]" in',
      ...cases,
      '  esac',
      '}',
      'if [[ "$funcstack[1]" == "_magicbyte" ]]; then _magicbyte "$@"; else compdef _magicbyte magicbyte; fi',
    ]
  },
  fish(commands) {
    return commands.flatMap(({ name, summary, options }) => [
      `complete -c magicbyte -n __fish_use_subcommand -a ${name} -d ${fishQuote(summary)}`,
      ...options.map(({ flag, description }) => {
        const condition = fishQuote(`__fish_seen_subcommand_from ${name}`)
        return `complete -c magicbyte -n ${condition} -l ${flag.slice(2)} -d ${fishQuote(description)}`
      }),
    ])
  },
}

/** Options that every command has. */
const GLOBAL = ['--config', '--quiet', '--debug', '--no-color', '--help', '--version']

function flagsOf(options: CompletedCommand['options']): string[] {
  return [...new Set([...options.map(({ flag }) => flag), ...GLOBAL])]
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

function fishQuote(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`
}
