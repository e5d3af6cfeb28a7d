import type { IsoInstant } from '../../shared/util/datum.ts';
import type { Result } from '../../shared/util/result.ts';
import type { CallError } from '../backend/backend.ts';
import { askOmFonster, forgetFonsterfraga } from './annatFonster.ts';
import { call } from './core.ts';
import { useSession } from './session.ts';
import { utkastBorta, utkastSkrivet } from './utkastlista.ts';

/** A pause in typing this long writes the draft. */
export const paus = 300;
/** While typing goes on a write starts at least this often, so that each key is on disk within a second (ARCHITECTURE 6). */
const langst = 700;
/** A write that failed is tried again by itself, also when the user types no more. */
export const nyttForsok = 5000;

export type Utkastpost = { nyckel: string; personId: string | null; titel: string; data: unknown };
export type Utkastlage = {
  /** When all the words came to this computer's disk. */
  sparad?: IsoInstant;
  /** Why the last write failed; the words are then only on the screen. */
  fel?: CallError;
  /** The user has chosen another window's words: what is shown is read again. */
  tasDarifran?: true;
};

/**
 * Keeps one draft durable while it is written. Writes go one at a time and in order, so that an older text never lands on
 * a newer. `null` as post means that there is nothing to keep: the draft is dropped.
 */
export class Utkastskrivare {
  readonly #nyckel: string;
  /** Whose words they are: never written while another user is signed in, and kept until this one is again. */
  readonly #agare = inloggadId();
  #lage: (lage: Utkastlage) => void;
  #vantar: { post: Utkastpost | null; sedan: number } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #skriver: Promise<void> | undefined;
  /** Another window has written the draft since: the user chooses which words it shall be, and nothing is written before. */
  #krock = false;

  constructor(nyckel: string, lage: (lage: Utkastlage) => void) {
    this.#nyckel = nyckel;
    this.#lage = lage;
  }

  /** Another pane shows this draft now. */
  listen(lage: (lage: Utkastlage) => void): void {
    this.#lage = lage;
    // Asked when the pane was another, or another user's: it is asked again.
    if (this.#krock) queueMicrotask(() => this.#krock && this.#ask());
  }

  /** The words not yet on disk; undefined when all are, null when the draft waits to be dropped. */
  get vantande(): Utkastpost | null | undefined {
    return this.#vantar?.post;
  }

  /** The draft on disk is what this window wrote or read last. */
  knows(sparad: IsoInstant | null): boolean {
    return kand.get(this.#plats) === sparad;
  }

  get skriver(): boolean {
    return this.#skriver !== undefined;
  }

  /** Another window wrote it while words waited here: neither is written over the other unasked. */
  hold(): void {
    clearTimeout(this.#timer);
    this.#krock = true;
    this.#ask();
  }

  #ask(): void {
    askOmFonster(this.#nyckel, {
      // The words of this window, written over the other's.
      keep: async () => {
        this.#krock = false;
        kand.delete(this.#plats);
        await this.flush();
      },
      // The other window's words: those that waited here are forgotten.
      take: () => {
        this.#krock = false;
        this.#vantar = undefined;
        this.#glomOmKlar();
        this.#lage({ tasDarifran: true });
      },
    });
  }

  /** True while words are not yet on disk. */
  get osparat(): boolean {
    return this.#vantar !== undefined || this.#skriver !== undefined;
  }

  /** After each keystroke, with the whole draft. */
  andrat(post: Utkastpost | null): void {
    const now = Date.now();
    const sedan = this.#vantar?.sedan ?? now;
    this.#vantar = { post, sedan };
    levande.set(this.#plats, this);
    this.#stallTimer(Math.max(0, Math.min(paus, sedan + langst - now)));
  }

  /** Writes what waits, now: at blur, close and pagehide. Resolves when nothing is under way. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#skriver) await this.#skriver;
    if (this.#vantar && !this.#krock) await this.#skrivNu();
  }

  /** Forgets what waits, when a command carries the words instead; waits for a write under way, so that the command comes after it. */
  async handOver(): Promise<void> {
    clearTimeout(this.#timer);
    this.#vantar = undefined;
    while (this.#skriver) await this.#skriver;
    clearTimeout(this.#timer);
    this.#vantar = undefined;
    // The command ends the draft, whoever wrote it: nothing is left to choose between.
    this.#krock = false;
    forgetFonsterfraga(this.#nyckel);
    this.#glomOmKlar();
  }

  /** Nothing of what was written is to be kept. What is typed from now on is a draft of its own, and is written in place of the drop. */
  drop(): void {
    this.#krock = false;
    forgetFonsterfraga(this.#nyckel);
    this.andrat(null);
  }

  #stallTimer(ms: number): void {
    clearTimeout(this.#timer);
    if (this.#krock) return;
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  #skrivNu(): Promise<void> {
    const vantar = this.#vantar;
    if (!vantar) return Promise.resolve();
    this.#vantar = undefined;
    this.#skriver = this.#write(vantar.post).then((lage) => {
      this.#skriver = undefined;
      // A failed write is owed still, unless newer words wait already.
      if (lage.fel) {
        this.#vantar ??= { post: vantar.post, sedan: Date.now() };
        // Between another window's words and none there is nothing to choose.
        if (lage.fel.code === 'utkast-i-annat-fonster' && this.#vantar.post) this.hold();
        this.#stallTimer(nyttForsok);
      }
      this.#glomOmKlar();
      // Words typed meanwhile are not on disk yet: nothing is said of them before they are.
      this.#lage(this.#vantar && !lage.fel ? {} : lage);
    });
    return this.#skriver;
  }

  async #write(post: Utkastpost | null): Promise<Utkastlage> {
    return inloggadId() === this.#agare ? write(this.#nyckel, this.#plats, post) : { fel: { code: 'inte-inloggad' } };
  }

  get #plats(): string {
    return platsFor(this.#agare, this.#nyckel);
  }

  #glomOmKlar(): void {
    if (!this.osparat && levande.get(this.#plats) === this) levande.delete(this.#plats);
  }
}

/** Writers with words not yet on disk, also those whose pane was closed: one writer per draft, or two would race. */
const levande = new Map<string, Utkastskrivare>();
/** When each draft on disk was written, as this window read or wrote it last; null = there is none. */
const kand = new Map<string, IsoInstant | null>();
const platsFor = (agare: string | undefined, nyckel: string): string => `${agare ?? ''} ${nyckel}`;

function inloggadId(): string | undefined {
  const { session } = useSession.getState();
  return session?.inloggad ? session.anvandareId : undefined;
}

/** A command of this window carried the draft: there is none any more. */
export const utkastBuret = (nyckel: string): void => void kand.set(platsFor(inloggadId(), nyckel), null);

/** The writer of a draft for a pane that opens: the one still at work on it, else a new one. */
export function skrivareFor(nyckel: string, lage: (lage: Utkastlage) => void): Utkastskrivare {
  const live = levande.get(platsFor(inloggadId(), nyckel));
  live?.listen(lage);
  return live ?? new Utkastskrivare(nyckel, lage);
}

/** Writes what waits of every draft of the user's, now: before they are moved. */
export async function flushUtkast(): Promise<void> {
  for (const one of [...levande.values()]) await one.flush();
}

/**
 * The newest words of a draft: on disk, or still with a writer whose disk is full.
 * @returns the draft's data, or null when there is no draft
 */
export async function senasteUtkast(nyckel: string): Promise<Result<unknown, CallError>> {
  const live = levande.get(platsFor(inloggadId(), nyckel));
  await live?.flush();
  const vantande = live?.vantande;
  if (vantande !== undefined) return { ok: true, value: vantande?.data ?? null };
  const answer = await call('utkast.hamta', { nyckel });
  if (answer.ok) kand.set(platsFor(inloggadId(), nyckel), answer.value?.sparad ?? null);
  return answer.ok ? { ok: true, value: answer.value?.data ?? null } : answer;
}

async function write(nyckel: string, plats: string, post: Utkastpost | null): Promise<Utkastlage> {
  if (!post) {
    const dropped = await call('utkast.kasta', { nyckel });
    if (!dropped.ok) return { fel: dropped.error };
    kand.set(plats, null);
    utkastBorta(nyckel);
    return {};
  }
  const pa = kand.get(plats);
  const saved = await call('utkast.spara', pa === undefined ? post : { ...post, pa });
  if (!saved.ok) {
    // It may have been written though no answer came: then what lies there is this window's own.
    if (saved.error.code !== 'utkast-i-annat-fonster') kand.delete(plats);
    return { fel: saved.error };
  }
  kand.set(plats, saved.value.sparad);
  utkastSkrivet({ nyckel, titel: post.titel, data: post.data, sparad: saved.value.sparad });
  return saved.value;
}
