import { useCallback, useEffect, useRef, useState } from 'react';
import type { FormCommand } from '../../shared/domain/rulebook/command-list.ts';
import type { IsoInstant } from '../../shared/util/datum.ts';
import type { Result } from '../../shared/util/result.ts';
import { ordForFel } from '../../shared/words/fel.ts';
import type { Ord } from '../../shared/words/ord.ts';
import type { CallError } from '../backend/backend.ts';
import { newId, onCoreEvent, runFormCommand, type Utfall } from './core.ts';
import { utkastBorta } from './utkastlista.ts';
import { nyttForsok, senasteUtkast, skrivareFor, type Utkastpost, utkastBuret } from './utkastskrivare.ts';

/** What is filled in: plain data, since it lies on disk as a draft. One that changes a record has `basRev`, the revision it builds on. */
export type Varden = object;
export const basRev = (varden: Varden): string | null | undefined => ('basRev' in varden ? (varden.basRev as string | null) : undefined);

export type Kommando = FormCommand & {
  /** The revision it makes, where one goes on writing on it. */
  rev?: string;
};

export type Paborjatspec<T extends Varden> = {
  /** Key of the draft. Another key is another form: give the component a React key. */
  nyckel: string;
  /** What it is filled in with when there is no draft; read once. */
  start: () => T;
  /** A draft as it lies on disk; undefined for one of another shape. */
  read: (data: unknown) => T | undefined;
  /** The caller has read the draft, to know what to show: nothing more is read. */
  inlast?: { arUtkast: boolean };
  /** What lies on disk; null while there is nothing to keep. */
  post: (varden: T) => Utkastpost | null;
  /** The record as it stands now, as it would be filled in from it. */
  nu: T | undefined;
  /** Another window wrote the draft, and the values are its now. */
  onUtifran?: (varden: T) => void;
  /** Nothing was changed here, and the values follow the record that another has changed. */
  onFoljd?: (nu: T) => void;
};

export type Paborjat<T> = {
  /** The draft is being read; nothing is to be filled in yet. When it cannot be read, `diskfel` says why, and it is tried again. */
  laddar: boolean;
  varden: T;
  /** As `varden`, but at this moment and not at the latest drawing. */
  nuvarande: () => T;
  arUtkast: boolean;
  /** A command is under way. */
  sander: () => boolean;
  sparar: boolean;
  /** When all of it came to this computer's disk. */
  sparad: IsoInstant | undefined;
  /** Why it is not on disk, or cannot be read from there. */
  diskfel: Ord | undefined;
  /** A draft lies on disk that this form cannot read. */
  olaslig: boolean;
  /** The record at a revision that these values do not build on, and that is not of their own making. */
  annan: T | undefined;
  /** Resolves when the draft is read. */
  inlast: () => Promise<void>;
  /** The user's change: it is a draft from now on. */
  change: (next: T) => void;
  /** Values that are no change of the user's: the record's, or those of its beginning. No draft is made or dropped. */
  set: (next: T) => void;
  /** Writes the draft soon, also when nothing is changed. */
  write: () => void;
  /** Drops the draft: what is shown is `next`, at once, and what is typed from then on is kept. Resolves when the disk has it so. */
  discard: (next: T) => Promise<void>;
  /** Puts what waits on disk now. */
  flush: () => Promise<void>;
  /**
   * Hands the values over to the command, which drops the draft in the same transaction. Refused or unanswered, they are a draft
   * again, on disk. Asked once more without a change after a lost answer, the very same command is sent: it takes effect once.
   * @param command the command; asked for once per attempt
   * @param slag tells commands apart, where the same values can go to different ones
   * @returns undefined when one is under way already
   */
  handOver: (command: (varden: T) => Kommando, slag?: string) => Promise<Utfall | undefined>;
};

/** Under a note, a form and a contact: what is begun lies on disk as a draft, until a command takes it over. */
export function usePaborjat<T extends Varden>(spec: Paborjatspec<T>): Paborjat<T> {
  const { nyckel, nu } = spec;
  const latest = useRef(spec);
  latest.current = spec;
  const [varden, show] = useState(spec.start);
  const nuvarande = useRef(varden);
  const follow = useRef(async () => {});
  const [laddar, setLaddar] = useState(spec.inlast === undefined);
  const [arUtkast, setArUtkast] = useState(spec.inlast?.arUtkast === true);
  const [sparar, setSparar] = useState(false);
  const [sparad, setSparad] = useState<IsoInstant>();
  const [diskfel, setDiskfel] = useState<Ord>();
  const [olaslig, setOlaslig] = useState(false);
  const [skrivare] = useState(() =>
    skrivareFor(nyckel, (lage) => {
      setDiskfel(lage.fel && ordForFel(lage.fel.code));
      if (lage.tasDarifran) void follow.current();
      if (lage.sparad) setSparad(lage.sparad);
    }),
  );
  const sander = useRef(false);
  const inlast = useRef<Promise<void>>(undefined);
  const forsok = useRef<{ varden: T; kommando: Kommando; slag: string; id: string }>(undefined);
  /** Revisions these values build on, or did: the record may be read late, between a Spara and its echo. */
  const byggda = useRef(new Set([basRev(varden)]));
  /** Revisions that commands without an answer would make. */
  const sanda = useRef(new Set<string>());

  const set = useCallback((next: T) => {
    nuvarande.current = next;
    byggda.current.add(basRev(next));
    show(next);
  }, []);
  const write = useCallback(() => {
    setArUtkast(true);
    // Until these values are on disk too.
    setSparad(undefined);
    skrivare.andrat(latest.current.post(nuvarande.current));
  }, [skrivare]);

  useEffect(() => {
    if (latest.current.inlast) return;
    let end = () => {};
    inlast.current = new Promise((resolve) => {
      let ended = false;
      let timer: ReturnType<typeof setTimeout>;
      const readNow = async () => {
        const read = await readUtkast(nyckel, (data) => latest.current.read(data));
        if (ended) return;
        setDiskfel(read.ok ? undefined : ordForFel(read.error.code));
        if (!read.ok) {
          // What lies there is not known: filled in now, the form would be written over it.
          timer = setTimeout(() => void readNow(), nyttForsok);
          return;
        }
        if (read.value.slag === 'utkast') {
          byggda.current = new Set();
          set(read.value.varden);
          setArUtkast(true);
        } else setOlaslig(read.value.slag === 'olaslig');
        setLaddar(false);
        resolve();
      };
      void readNow();
      end = () => {
        ended = true;
        clearTimeout(timer);
        resolve();
      };
    });
    return () => end();
  }, [nyckel, set]);

  /** The draft as another window left it: its words, or none where it sent or dropped them. */
  const followFonster = useCallback(async () => {
    const read = await readUtkast(nyckel, (data) => latest.current.read(data));
    // Typed or sent meanwhile: then it is no more only the other's.
    if (!read.ok || skrivare.osparat || sander.current) return;
    const utkast = read.value.slag === 'utkast' ? read.value.varden : undefined;
    const next = utkast ?? latest.current.nu ?? latest.current.start();
    byggda.current = new Set();
    set(next);
    setArUtkast(utkast !== undefined);
    latest.current.onUtifran?.(next);
    if (!utkast && latest.current.nu) latest.current.onFoljd?.(next);
  }, [nyckel, skrivare, set]);
  follow.current = followFonster;
  useEffect(
    () =>
      onCoreEvent((event) => {
        if (event.event !== 'utkast' || event.nyckel !== nyckel || skrivare.knows(event.sparad)) return;
        // One's own that has not been answered; one that clashes with another's is refused.
        if (skrivare.skriver || sander.current) return;
        if (skrivare.vantande !== undefined) skrivare.hold();
        else void followFonster();
      }),
    [nyckel, skrivare, followFonster],
  );

  // What must not wait for a timer: the window loses focus or is hidden, the page goes, the form closes.
  useEffect(() => {
    const flush = () => void skrivare.flush();
    const events = [
      [window, 'blur'],
      [window, 'pagehide'],
      [document, 'visibilitychange'],
    ] as const;
    for (const [target, name] of events) target.addEventListener(name, flush);
    return () => {
      for (const [target, name] of events) target.removeEventListener(name, flush);
      flush();
    };
  }, [skrivare]);

  const nuRev = nu && basRev(nu);
  useEffect(() => {
    const record = latest.current.nu;
    if (laddar || sparar || !record || basRev(record) !== nuRev || byggda.current.has(nuRev)) return;
    if (typeof nuRev === 'string' && sanda.current.has(nuRev)) {
      // The answer was lost, the command was not: what is written since builds on it. Asked again it is still the same command.
      const next = { ...nuvarande.current, basRev: nuRev };
      if (forsok.current?.varden === nuvarande.current) forsok.current.varden = next;
      set(next);
      if (arUtkast) write();
    } else if (!arUtkast) {
      set(record);
      latest.current.onFoljd?.(record);
    }
  }, [laddar, sparar, arUtkast, nuRev, set, write]);

  const handOver = async (command: (varden: T) => Kommando, slag = ''): Promise<Utfall | undefined> => {
    // Asked for while the draft is read it is meant for what is read.
    await inlast.current;
    if (sander.current) return undefined;
    sander.current = true;
    setSparar(true);
    const sent = nuvarande.current;
    await skrivare.handOver();
    const earlier = forsok.current;
    const again = earlier?.varden === sent && earlier.slag === slag ? earlier : undefined;
    const attempt = again ?? { varden: sent, kommando: command(sent), slag, id: newId() };
    forsok.current = attempt;
    const { rev } = attempt.kommando;
    if (rev !== undefined) sanda.current.add(rev);
    const form = latest.current.post(sent);
    const utfall = await runFormCommand(attempt.kommando, form ? { nyckel, titel: form.titel, data: form.data } : nyckel, attempt.id);
    sander.current = false;
    setSparar(false);
    if (utfall.ok || 'rejection' in utfall) forsok.current = undefined;
    if (!utfall.ok) {
      write();
      await skrivare.flush();
      return utfall;
    }
    const skrivetSedan = nuvarande.current !== sent;
    if (rev !== undefined) set({ ...nuvarande.current, basRev: rev });
    utkastBuret(nyckel);
    utkastBorta(nyckel);
    setArUtkast(skrivetSedan);
    if (skrivetSedan) write();
    return utfall;
  };

  return {
    laddar,
    varden,
    nuvarande: useCallback(() => nuvarande.current, []),
    arUtkast,
    sander: () => sander.current,
    sparar,
    sparad,
    diskfel,
    olaslig,
    annan: nu && arUtkast && !sparar && basRev(varden) !== undefined && !byggda.current.has(nuRev) ? nu : undefined,
    inlast: async () => inlast.current,
    change: (next) => {
      set(next);
      write();
    },
    set,
    write,
    discard: (next) => {
      set(next);
      setArUtkast(false);
      skrivare.drop();
      return skrivare.flush();
    },
    flush: () => skrivare.flush(),
    handOver,
  };
}

export type LastUtkast<T> = { slag: 'inget' } | { slag: 'utkast'; varden: T } | { slag: 'olaslig' };

/** A draft's newest words, on disk or still with a writer whose disk is full, as its form reads them. */
export async function readUtkast<T>(nyckel: string, read: (data: unknown) => T | undefined): Promise<Result<LastUtkast<T>, CallError>> {
  const answer = await senasteUtkast(nyckel);
  if (!answer.ok) return answer;
  if (answer.value === null) return { ok: true, value: { slag: 'inget' } };
  const varden = read(answer.value);
  return { ok: true, value: varden === undefined ? { slag: 'olaslig' } : { slag: 'utkast', varden } };
}
