import { existsSync, renameSync } from 'node:fs';

/** A database in WAL mode; the log is moved before the file, or a fresh file would be read with an old log. */
export const fileParts = ['-wal', '-shm', ''];

/** The second copy of what has not been received (second-copy.ts). */
export const copyName = (file: string): string => `${file}.kopia`;

/** The fresh replica with the salvaged rows, whole, before it takes the damaged one's place. */
export const salvagedName = (file: string): string => `${file}.raddad`;
export const isSalvaged = (file: string): boolean => existsSync(salvagedName(file));

/** Puts the damaged file aside and the salvaged one in its place. @returns where the damaged one is kept */
export function finishSalvage(file: string, now: Date): string {
  const quarantine = `${file}.skadad-${now.toISOString().replace(/[:.]/g, '-')}`;
  for (const part of [...fileParts, '.kopia']) if (existsSync(file + part)) renameSync(file + part, quarantine + part);
  renameSync(salvagedName(file), file);
  return quarantine;
}
