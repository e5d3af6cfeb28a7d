import { holdDataFolder } from '../data-folder.ts';

/** A program that takes a data folder, says whether it got it, and stays. */
try {
  holdDataFolder(String(process.argv[2]));
  process.send?.('held');
} catch (error) {
  process.send?.(error instanceof Error ? error.message : 'failed');
}
process.on('message', () => {});
