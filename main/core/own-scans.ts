import { z } from 'zod';
import { sha256, storstaDokument } from '../../shared/domain/dokument/records.ts';
import { fail, ok } from '../../shared/util/result.ts';
import type { Blobs } from '../blobs/blobs.ts';
import type { OpenReplica } from '../db/replica.ts';
import { FolderFileError } from '../scan/folder-file-error.ts';
import { ScanError } from '../scan/scan-error.ts';
import { createScanFolder, type FolderLook, folderFault, type ScanFolder, sha256Of } from '../scan/scan-folder.ts';
import type { ScanPort } from '../services/ports.ts';
import { CallFailure } from '../services/service.ts';
import type { CoreDeps } from './deps.ts';

/** Between two looks into the folder. */
const lookMs = 5_000;
const folderKey = 'karna:skannade-dokument';
const shownKey = 'karna:visade-skanningar';
/** What readers of PDF call it: the same for all, so that the same file is known again whatever its name. */
const title = 'Skannat dokument';

const shownFile = z.object({ fil: sha256, sha256, storlek: z.number(), sidor: z.number() });
type Shown = z.infer<typeof shownFile>;

type Parts = {
  replica: OpenReplica;
  blobs: Blobs;
  /** Something in the folder is new, gone or another. */
  changed: () => void;
  fault: (event: string, error: unknown) => void;
};

/**
 * The folder of scanned files of one user on this computer, and what its files are as PDFs. Their bytes go from the folder through a
 * thread to the encrypted store: of none there is a copy in plaintext.
 */
export function createOwnScans({ dataDir, clock, timers, scanner, log }: CoreDeps, { replica, blobs, changed, fault }: Parts) {
  let folder = folderOf(replica.setting(folderKey));
  let latest: FolderLook | undefined;
  let looking: Promise<void> | undefined;
  let timer: unknown;
  let stopped = false;
  /** One file at a time: each thread may take its share of the memory. */
  let turn: Promise<unknown> = Promise.resolve();
  const shown = readShown(replica.setting(shownKey));

  function folderOf(path: unknown): ScanFolder | undefined {
    return typeof path === 'string' ? createScanFolder({ folder: path, dataDir, largest: storstaDokument, clock }) : undefined;
  }

  /** One look at a time: a folder on the network may not answer for minutes. */
  function look(): Promise<void> {
    if (looking) return looking;
    const mine = lookNow().finally(() => {
      if (looking === mine) looking = undefined;
    });
    looking = mine;
    return mine;
  }
  async function lookNow(): Promise<void> {
    const of = folder;
    const found = await of?.look();
    if (stopped || of !== folder) return;
    const before = latest;
    latest = found;
    if (JSON.stringify(found) !== JSON.stringify(before)) changed();
  }
  function watch(): void {
    timers.clearTimeout(timer);
    if (stopped || !folder) return;
    look()
      .catch((error: unknown) => fault('skanning', error))
      .finally(() => {
        timers.clearTimeout(timer);
        if (!stopped) timer = timers.setTimeout(watch, lookMs);
      });
  }

  /** What is remembered of files that have left the folder is of no more use. */
  function remember(id: string, file: Shown): void {
    shown.set(id, file);
    const there = new Set(latest?.filer.map((one) => one.id));
    for (const one of shown.keys()) if (one !== id && !there.has(one)) shown.delete(one);
    replica.setSetting(shownKey, Object.fromEntries(shown));
  }

  async function makePdf(id: string): Promise<Shown> {
    if (stopped || !folder) throw new FolderFileError('fil-borta');
    const file = await folder.read(id);
    const known = shown.get(id);
    const fil = sha256Of(file);
    if (known?.fil === fil && blobs.size(known.sha256) === known.storlek) return known;
    const { bytes, sidor } = await scanner(file, title);
    // Signed out meanwhile.
    if (stopped) throw new CallFailure('karnan-stoppad');
    const made = { fil, sidor, ...(await blobs.put([bytes])) };
    remember(id, made);
    changed();
    return made;
  }

  const port: ScanPort = {
    folder: () => folder?.folder ?? null,
    async choose(path) {
      const hinder = path === null ? undefined : await folderFault(path, dataDir);
      if (hinder || stopped) return hinder;
      replica.setSetting(folderKey, path);
      folder = folderOf(path);
      latest = undefined;
      looking = undefined;
      changed();
      watch();
      return undefined;
    },
    latest: () => latest,
    async preview(id) {
      const mine = turn.then(() => makePdf(id));
      turn = mine.catch(() => undefined);
      try {
        const { sha256: name, storlek, sidor } = await mine;
        return ok({ sha256: name, storlek, sidor });
      } catch (error) {
        if (error instanceof FolderFileError) return fail(error.code);
        if (!(error instanceof ScanError)) throw error;
        // Codes alone: what the reader says of a file may quote it.
        log({ event: 'scan', code: error.code });
        return fail(error.code);
      }
    },
    shown: (id) => shown.get(id),
    async remove(id) {
      const known = shown.get(id);
      if (!folder || !known) return 'fil-borta';
      try {
        await replica.copied();
        await folder.remove(id, known.fil);
      } catch (error) {
        if (!(error instanceof FolderFileError)) throw error;
        if (error.code !== 'fil-borta') return error.code;
      }
      if (latest) latest = { ...latest, filer: latest.filer.filter((one) => one.id !== id) };
      changed();
      return undefined;
    },
    isStored: (name) => blobs.size(name) !== undefined,
    documentsNaming: replica.documentsNaming,
  };

  return {
    port,
    start: watch,
    stop(): void {
      stopped = true;
      timers.clearTimeout(timer);
    },
  };
}

function readShown(setting: unknown): Map<string, Shown> {
  return new Map(Object.entries(z.record(z.string(), shownFile).safeParse(setting ?? {}).data ?? {}));
}
