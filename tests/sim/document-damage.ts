import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Random } from './random.ts';

/** A page of the closed program's documents is zeroed. @returns false when there are none */
export function spoilDocuments(file: string, random: Random): boolean {
  if (!existsSync(file) || statSync(file).size < 8 * 4096) return false;
  const bytes = readFileSync(file);
  const page = 4096 * random.below(bytes.length / 4096);
  writeFileSync(file, bytes.fill(0, page, page + 4096));
  return true;
}
