import { createHash } from 'node:crypto';
import type { ScanPort, Skanmapp, Skannad } from '../../main/services/ports.ts';
import type { Mapphinder, Skanhinder } from '../../shared/ipc/skanning.ts';
import { fail, ok } from '../../shared/util/result.ts';

export type Testfil = {
  namn: string;
  lage?: 'klar' | 'skrivs' | 'for-stor';
  hinder?: Skanhinder;
  innehall?: string /** Shown when the test says so. */;
  langsam?: true;
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A folder of scanned files that is the test's: what is a file's name is its content too, unless another is given. */
export function skanmapp(filer: Testfil[], { mapp = '/skannat' as string | null, hinder = undefined as Mapphinder | undefined } = {}) {
  let there = filer;
  let folder = mapp;
  let fault = hinder;
  let tell = () => {};
  const shown = new Map<string, Skannad>();
  const taken = new Map<string, Skannad>();
  const refused = new Map<string, Skanhinder>();
  /** Bytes of documents, as a test that files them has them. */
  const documents: { id: string; sha256: string }[] = [];
  const removed: string[] = [];
  let goOn = () => {};
  const going = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const idOf = ({ namn, innehall = namn }: Testfil) => sha256(`fil ${namn} ${innehall}`);
  const find = (id: string) => there.find((fil) => idOf(fil) === id);
  const latest = (): Skanmapp | undefined =>
    folder === null
      ? undefined
      : {
          ...(fault ? { hinder: fault } : {}),
          filer: there.map((fil) => ({
            ...{ id: idOf(fil), namn: fil.namn, storlek: 1000, andrad: new Date('2026-11-20T08:12:00Z') },
            lage: fil.lage ?? 'klar',
          })),
          fler: 0,
          ovriga: 0,
        };
  const port: ScanPort = {
    folder: () => folder,
    choose(next) {
      if (next === '/borta') return Promise.resolve('mapp-finns-inte');
      folder = next;
      tell();
      return Promise.resolve(undefined);
    },
    latest,
    async preview(id) {
      const fil = find(id);
      if (fil?.langsam) await going;
      if (!fil) return fail('fil-borta' as const);
      if (fil.hinder) {
        refused.set(id, fil.hinder);
        tell();
        return fail(fil.hinder);
      }
      const made = { sha256: sha256(fil.innehall ?? fil.namn), storlek: 1000, sidor: 2 };
      shown.set(id, made);
      return ok(made);
    },
    take(fil) {
      const text = Buffer.from(fil).toString();
      if (text.startsWith('låst')) return Promise.resolve(fail('losenord-behovs' as const));
      const made = { sha256: sha256(text), storlek: fil.length, sidor: 2 };
      taken.set(made.sha256, made);
      return Promise.resolve(ok(made));
    },
    taken: (name) => taken.get(name),
    refused: (id) => refused.get(id),
    shown: (id) => shown.get(id),
    remove(id) {
      const fil = find(id);
      if (fil?.namn.startsWith('öppen')) return Promise.resolve('fil-last' as const);
      there = there.filter((one) => one !== fil);
      if (fil) removed.push(fil.namn);
      tell();
      return Promise.resolve(undefined);
    },
    isStored: () => true,
    documentsNaming: (names) => documents.filter((one) => names.includes(one.sha256)),
  };
  return {
    /** For `testKarna`. */
    scans(changed: () => void): ScanPort {
      tell = changed;
      return port;
    },
    set(next: Testfil[], nextHinder?: Mapphinder): void {
      there = next;
      fault = nextHinder;
      tell();
    },
    sha256,
    documents,
    removed,
    /** What is slow is read now. */
    goOn: () => goOn(),
  };
}
