import { z } from 'zod';
import { sha256, storstaDokument } from '../../shared/domain/dokument/records.ts';
import type { Skanhinder } from '../../shared/ipc/skanning.ts';
import { fail, ok, type Result } from '../../shared/util/result.ts';
import type { Blobs } from '../blobs/blobs.ts';
import type { OpenReplica } from '../db/replica.ts';
import { FolderFileError } from '../scan/folder-file-error.ts';
import { ScanError } from '../scan/scan-error.ts';
import { createScanFolder, type FolderLook, folderFault, type ScanFolder, sha256Of } from '../scan/scan-folder.ts';
import type { ScanPort, Skannad } from '../services/ports.ts';
import { CallFailure } from '../services/service.ts';
import type { CoreDeps } from './deps.ts';

/** Between two looks into the folder. */
const lookMs = 5_000;
const folderKey = 'karna:skannade-dokument';
const shownKey = 'karna:visade-skanningar';
const takenKey = 'karna:egna-filer';
/** So many of the files taken in last are known, for drafts that name them. */
const mostTaken = 200;
/** What readers of PDF call it: the same for all, so that the same file is known again whatever its name. */
const title = 'Skannat dokument';

const shownFile = z.object({ fil: sha256, sha256, storlek: z.number(), sidor: z.number() });
type Shown = z.infer<typeof shownFile>;
const takenFiles = z.array(shownFile.omit({ fil: true }));

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
  const refused = new Map<string, Skanhinder>();
  let taken = takenFiles.safeParse(replica.setting(takenKey)).data ?? [];
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
    const made = { fil, ...(await store(file)) };
    remember(id, made);
    changed();
    return made;
  }

  /** In its turn. Codes alone are logged: what the reader says of a file may quote it. */
  async function inTurn(make: () => Promise<Omit<Shown, 'fil'>>): Promise<Result<Skannad, Skanhinder>> {
    const mine = turn.then(make);
    turn = mine.catch(() => undefined);
    try {
      const { sha256: name, storlek, sidor } = await mine;
      return ok({ sha256: name, storlek, sidor });
    } catch (error) {
      if (error instanceof FolderFileError) return fail(error.code);
      if (!(error instanceof ScanError)) throw error;
      log({ event: 'scan', code: error.code });
      return fail(error.code);
    }
  }

  /** What is wrong with the file itself; that it is being written, or was open elsewhere, says nothing of the next time. */
  function noteRefused(id: string, hinder: Skanhinder | undefined): void {
    const before = refused.get(id);
    if (hinder === undefined || hinder.startsWith('fil-')) refused.delete(id);
    else refused.set(id, hinder);
    if (refused.get(id) !== before) changed();
  }

  async function store(file: Uint8Array) {
    const { bytes, sidor } = await scanner(file, title);
    // Signed out meanwhile.
    if (stopped) throw new CallFailure('karnan-stoppad');
    return { sidor, ...(await blobs.put([bytes])) };
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
      const made = await inTurn(() => makePdf(id));
      noteRefused(id, made.ok ? undefined : made.error);
      return made;
    },
    async take(file) {
      const made = await inTurn(() => store(file));
      if (made.ok) {
        taken = [made.value, ...taken.filter((one) => one.sha256 !== made.value.sha256)].slice(0, mostTaken);
        replica.setSetting(takenKey, taken);
      }
      return made;
    },
    taken: (name) => taken.find((one) => one.sha256 === name),
    refused: (id) => refused.get(id),
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
