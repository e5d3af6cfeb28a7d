import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What a replica is on disk. */
const replicaParts = ['', '-wal', '-shm', '.kopia'];
const pageSize = 4096;

/** The replica's files as they are, into a folder: what a killed program leaves, or an older copy. */
export function copyReplica(file: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const part of replicaParts) if (existsSync(file + part)) copyFileSync(file + part, join(folder, basename(file + part)));
}

/**
 * Does to one file of a replica what disks, antivirus programs and people do.
 * @param older folder of an older copy
 * @param below whole number in [0, n), by chance
 * @returns what was done
 */
export function plantFault(file: string, older: string, below: (n: number) => number): string {
  const parts = replicaParts.filter((part) => sizeOf(file + part) > 0);
  const part = parts[below(parts.length)] ?? '';
  const target = file + part;
  const page = below(Math.ceil(sizeOf(target) / pageSize)) * pageSize;
  const before = join(older, basename(target));
  const [what, plant] = (
    [
      ['is gone', () => rmSync(target)],
      [`is cut at ${page}`, () => truncateSync(target, page)],
      [`is zero from ${page}`, () => writeFileSync(target, readFileSync(target).fill(0, page, Math.min(page + pageSize, sizeOf(target))))],
      ['is an older copy', () => (existsSync(before) ? copyFileSync(before, target) : rmSync(target))],
    ] as const
  )[below(4)] as [string, () => void];
  plant();
  return `replica${part} ${what}`;
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
