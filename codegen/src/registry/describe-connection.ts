import type { Command } from 'commander'

/** Adds the options of commands that speak with a registry. */
export function describeConnection(command: Command): void {
  command
    .option('--registry <url>', 'URL of the registry, instead of SCHEMA_REGISTRY_URL')
    .option('--registry-config <file>', 'properties or JSON file of a Kafka client with the rest')
}
