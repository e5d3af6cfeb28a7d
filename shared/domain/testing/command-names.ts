import { type CommandName, commands } from '../rulebook/command-list.ts';

export const commandNames = Object.keys(commands) as CommandName[];
