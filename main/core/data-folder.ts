import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lockFile } from '../db/file-lock.ts';

/** Another program works in the folder. Its message is for the user. */
export class DataFolderTakenError extends Error {
  constructor(folder: string) {
    super(
      `Aktnära är redan igång på den här datorn med mappen ${folder}. Använd det fönstret, eller avsluta det programmet och starta igen. Inget har ändrats.`,
    );
    this.name = 'DataFolderTakenError';
  }
}

/**
 * Takes the folder of replicas for this process alone, until it lets go or ends: two cores on one replica would each believe
 * that they know what is in it.
 * @returns what lets go of it
 * @throws DataFolderTakenError
 */
export function holdDataFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const letGo = lockFile(join(folder, 'upptagen.las'));
  if (!letGo) throw new DataFolderTakenError(folder);
  return letGo;
}
