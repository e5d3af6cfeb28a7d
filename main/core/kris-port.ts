import { mkdirSync, rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { KrisPort } from '../services/ports.ts';
import { CallFailure } from '../services/service.ts';
import type { CoreDeps } from './deps.ts';
import { syncFolderOf, writeNewFile } from './durable-file.ts';
import { describeError } from './log.ts';
import { requireOutside } from './outside-folder.ts';

/** Lies in a folder until it is whole: it stands before its files where names are in order. */
const unfinished = '! OFÄRDIG krismapp.txt';
const unfinishedText = 'Den här krismappen blev inte färdig: kunder och listan kan saknas. Ta bort mappen och gör en ny.\r\n';
/** How many folders of one minute get names of their own. */
const mostOfOneName = 50;

/** Where crisis folders are written: a folder that the user names, outside the program's own. */
export const krisPort = ({ dataDir, documentRenderer, events, timers, log }: CoreDeps): KrisPort => {
  const failed = (error: unknown): never => {
    log({ event: 'crisis-folder', ...describeError(error) });
    throw new CallFailure('krismapp-skrevs-inte');
  };
  return {
    async render(dokument, losenord) {
      const rendered = await documentRenderer.render(dokument, losenord);
      if (!rendered.ok) log({ event: 'render', code: rendered.error.code, error: rendered.error.detail });
      return rendered;
    },
    andas: () => timers.breathe(),
    framsteg: (klart, av) => events.emit({ event: 'kris', klart, av }),
    create(under, namn) {
      requireOutside(dataDir, under);
      const path = makeFolder(under, namn, failed);
      const change = (file: string, how: (whole: string) => void): void => {
        try {
          how(join(path, file));
          syncFolderOf(join(path, file));
        } catch (error) {
          failed(error);
        }
      };
      const drop = () => {
        try {
          rmSync(path, { recursive: true, force: true });
        } catch (error) {
          log({ event: 'crisis-folder', ...describeError(error) });
        }
      };
      const write = (file: string, bytes: Uint8Array) => change(file, (whole) => writeNewFile(whole, bytes));
      const remove = (file: string) => change(file, unlinkSync);
      try {
        write(unfinished, new TextEncoder().encode(unfinishedText));
      } catch (error) {
        drop();
        throw error;
      }
      return { path, write, remove, done: () => remove(unfinished), drop };
    },
  };
};

function makeFolder(under: string, namn: string, failed: (error: unknown) => never): string {
  for (let number = 1; number <= mostOfOneName; number += 1) {
    const path = join(under, number === 1 ? namn : `${namn} (${number})`);
    try {
      mkdirSync(path, { mode: 0o700 });
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') failed(error);
    }
  }
  return failed(new Error('too many folders of one name'));
}
