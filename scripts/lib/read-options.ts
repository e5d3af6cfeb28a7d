import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** The options of a command; one it does not have, or without its value, ends the process with 2 and says so. @param usage what the command prints for --help */
export function readOptions<const O extends ParseArgsOptionsConfig>(options: O, usage: string) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(2);
  }
}
