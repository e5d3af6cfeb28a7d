import { homedir } from 'node:os';
import { join } from 'node:path';

type Machine = { platform: NodeJS.Platform; env: NodeJS.ProcessEnv; home: string; isRoot: boolean };
const thisMachine = (): Machine => ({ platform: process.platform, env: process.env, home: homedir(), isRoot: process.getuid?.() === 0 });

/** Where `npm start` keeps its server, replicas and demo data: AKTNARA_DATA, else where this system keeps a program's data. */
export function defaultDataDir({ platform, env, home, isRoot }: Machine = thisMachine()): string {
  const { AKTNARA_DATA, LOCALAPPDATA, XDG_DATA_HOME } = env;
  if (AKTNARA_DATA) return AKTNARA_DATA;
  if (platform === 'win32') return join(LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Aktnara', 'start');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Aktnara', 'start');
  // Root's home is closed to the user that PostgreSQL runs as.
  if (isRoot) return '/var/lib/aktnara/start';
  return join(XDG_DATA_HOME ?? join(home, '.local', 'share'), 'aktnara');
}
