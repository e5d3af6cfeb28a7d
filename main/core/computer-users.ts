import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { anvandare } from '../../shared/domain/katalog/records.ts';
import { syncFolderOf, writeNewFile } from './durable-file.ts';

const computerUser = z.looseObject({
  id: z.uuid(),
  tenant: z.string(),
  kommun: z.string(),
  funktion: z.string().optional(),
  organisation: z.string().optional(),
  /** As the server described them at the latest sign-in: who the user is before the first pull has brought the catalogue. */
  anvandare,
});
export type ComputerUser = z.infer<typeof computerUser>;

const content = z.looseObject({ format: z.literal(1), senast: z.string().optional(), anvandare: z.array(computerUser) });

/**
 * Who has signed in on this computer (`datorn.json`), so that they can again with no network. Names of staff and nothing
 * else: tokens and the time of contact lie encrypted in each user's own replica.
 */
export function computerUsers(file: string, tenant: string) {
  const read = () => parse(readFileIfThere(file)) ?? { format: 1 as const, anvandare: [] };
  const own = () => read().anvandare.filter((user) => user.tenant === tenant);
  return {
    list: own,
    find: (id: string): ComputerUser | undefined => own().find((user) => user.id === id),
    /** The one who signed in last on this computer. */
    latest: (): ComputerUser | undefined => {
      const { senast } = read();
      return senast === undefined ? undefined : own().find((user) => user.id === senast);
    },
    /** Remembers a sign-in; the file is whole at every moment. */
    remember(user: ComputerUser): void {
      const text = readFileIfThere(file);
      // A list that cannot be read must keep nobody from working: it is put aside and begun anew.
      if (text !== undefined && !parse(text)) renameSync(file, `${file}.skadad`);
      const before = read();
      const others = before.anvandare.filter((one) => one.tenant !== user.tenant || one.id !== user.id);
      replaceFile(file, JSON.stringify({ ...before, senast: user.id, anvandare: [...others, user] }, null, 2));
    },
  };
}

function readFileIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parse(text: string | undefined): z.infer<typeof content> | undefined {
  try {
    return text === undefined ? undefined : content.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // not JSON: the caller puts it aside
  }
}

function replaceFile(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  try {
    writeNewFile(draft, Buffer.from(text));
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  syncFolderOf(file);
}
