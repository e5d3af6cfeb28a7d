import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** Says what was wrong with the arguments of a command, which then ends with 2. @returns undefined, for there is nothing to run */
export function refuseArguments(why: string): undefined {
  console.error(why);
  process.exitCode = 2;
}

/**
 * The options of a command, which has `--help`.
 * @returns undefined when there is nothing to run: its usage was asked for, or what it was given is not its own, which is said
 */
export function readOptions<const O extends ParseArgsOptionsConfig & { help: { type: 'boolean' } }>(options: O, usage: string) {
  try {
    const { values } = parseArgs({ options });
    if (!('help' in values && values.help)) return values;
    console.log(usage);
    return undefined;
  } catch (error) {
    return refuseArguments(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}
