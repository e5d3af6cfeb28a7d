import { storstaDokument } from '../../shared/domain/dokument/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import type { Bindfel, Bindsvar, Fildel, Provad } from '../../shared/ipc/bindning.ts';
import { type CallInput, storstaDel } from '../../shared/ipc/contract.ts';
import { somDeAr } from './dokumentkalla.ts';
import { inkommandeFiler } from './inkommande.ts';
import type { Oppnade } from './oppnade.ts';
import type { Bindkalla, Bunden } from './ports.ts';
import { type AsyncHandlers, CallFailure, type Handlers, type ServicePorts } from './service.ts';

/** Bytes of all the documents of one binding: each is held in memory while it is bound. */
const storstaBunt = 2 * storstaDokument;

type Kalla = CallInput<'bindare.prova'>['kalla'];
type Fil = { personId: string; namn: string; sha256: string };
type Vald = { namn: string; sha256: string; dokumentId?: string };
type Valdel = { kalla: Kalla; sidor?: string | undefined; losenord?: string | undefined; titel?: string | undefined };

/** What of one document keeps all from being bound. */
class Hindrad extends Error {
  readonly kod: Bindfel;
  readonly del: number | null;
  constructor(kod: Bindfel, del: number | null) {
    super(kod);
    this.kod = kod;
    this.del = del;
  }
}

/**
 * The binder (BIND-01 to BIND-03, BIND-05): documents of one kund's akt, and files that were dropped in, joined in one PDF. Files and bundles lie
 * among the user's documents, encrypted, and what is in no record is taken away at sign-out (FORB-49). One binding at a time.
 */
export function bindareService(
  ports: ServicePorts,
  oppnade: Oppnade,
): AsyncHandlers<'bindare.fil' | 'bindare.prova' | 'bindare.bind'> & Handlers<'bindare.avbryt'> {
  const { replica } = ports;
  const inkommande = inkommandeFiler();
  const filer = new Map<string, Fil>();
  const pagar = new Map<string, AbortController>();
  let tur: Promise<unknown> = Promise.resolve();

  function parts() {
    const { documents, binder } = ports;
    if (!documents || !binder) throw new CallFailure('databasen-skadad');
    return { documents, binder };
  }

  async function taIn({ id, personId, namn }: CallInput<'bindare.fil'>, hel: Buffer): Promise<Fildel> {
    const { documents, binder } = parts();
    let pdf: Uint8Array = hel;
    if (!isPdf(hel)) {
      const gjord = await binder.toPdf(hel, namn);
      if (!gjord.ok) return { slag: 'nekad', kod: gjord.error };
      pdf = gjord.value;
    }
    const { sha256, storlek } = await documents.put(bitar(pdf));
    filer.set(id, { personId, namn, sha256 });
    documents.forhandsvisningar.set(sha256, { personId, om: [] });
    return { slag: 'inne', sha256, storlek };
  }

  /** What is bound, of this kund alone. @throws Hindrad; CallFailure when the akt is not open */
  function find(personId: string, kalla: Kalla, del: number): Vald {
    oppnade.require(personId);
    if (kalla.slag === 'fil') {
      const fil = filer.get(kalla.id);
      if (fil?.personId !== personId) throw new Hindrad('finns-inte', del);
      return fil;
    }
    const post = replica.record('dokument', kalla.id);
    if (post?.scope !== aktScope(personId)) throw new Hindrad('finns-inte', del);
    const { rubrik, sha256, felmarkerad } = post.data;
    if (felmarkerad) throw new Hindrad('felmarkerat', del);
    return { namn: rubrik, sha256, dokumentId: post.id };
  }

  /** The bytes, fetched when they are not here; a piece at a time, so that other calls are answered meanwhile. */
  async function read(personId: string, { sha256, dokumentId }: Vald, ryms: number, del: number): Promise<Uint8Array> {
    const { documents, binder } = parts();
    if (dokumentId !== undefined) oppnade.readDokument(personId, dokumentId);
    const of = dokumentId === undefined ? { sha256 } : { sha256, dokumentId };
    try {
      let { size, bytes } = await documents.read(of, 0, storstaDel);
      if (size > ryms) throw new Hindrad('bunten-for-stor', null);
      // Where the thread that binds reads it without a copy of its own.
      const hel = new Uint8Array(new SharedArrayBuffer(size));
      for (let at = 0; at < size; ) {
        if (bytes.length === 0) throw new Hindrad('dokument-skadat', del);
        hel.set(bytes, at);
        at += bytes.length;
        await binder.andas();
        if (at < size) ({ bytes } = await documents.read(of, at, storstaDel));
      }
      return hel;
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (code === 'dokument-inte-har' || code === 'dokument-skadat') throw new Hindrad(code, del);
      throw error;
    }
  }

  async function* bitar(hel: Uint8Array): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < hel.length; at += storstaDel) {
      yield hel.subarray(at, at + storstaDel);
      await parts().binder.andas();
    }
  }

  type Val = { personId: string; titel: string; framsida: boolean; sidnummer: boolean; delar: readonly Valdel[] };

  async function bindNow(jobb: string, { personId, delar, ...val }: Val, signal: AbortSignal): Promise<{ bunden: Bunden; namn: string[] }> {
    const { binder } = parts();
    const kallor: Bindkalla[] = [];
    let ryms = storstaBunt;
    for (const [del, { kalla, sidor, losenord, titel }] of delar.entries()) {
      if (signal.aborted) throw new Hindrad('avbruten', null);
      binder.framsteg(jobb, { steg: 'laser', klart: del, av: delar.length });
      const vald = find(personId, kalla, del);
      const bytes = await read(personId, vald, ryms, del);
      ryms -= bytes.length;
      // Links from one to another are by the last part of the name; the number keeps two of one name apart.
      kallor.push({ namn: `${del}/${vald.namn.replaceAll('/', '-')}`, bytes, losenord, sidor, titel: titel ?? utanAndelse(vald.namn) });
    }
    const svar = await binder.bind(kallor, val, { signal, onSteg: (steg) => binder.framsteg(jobb, steg) });
    if (!svar.ok) {
      const del = kallor.findIndex(({ namn }) => namn === svar.error.namn);
      throw new Hindrad(svar.error.kod, del === -1 ? null : del);
    }
    // What was lost, or found to be wrong, meanwhile is in no bundle.
    for (const [del, { kalla }] of delar.entries()) find(personId, kalla, del);
    return { bunden: svar.value, namn: kallor.map(({ titel }) => titel) };
  }

  /** In its turn: a thread that binds may take its share of the memory, two would take twice that. */
  async function iTur<T>(
    jobb: string,
    run: (signal: AbortSignal) => Promise<T>,
  ): Promise<T | { ok: false; kod: Bindfel; del: number | null }> {
    const slut = new AbortController();
    pagar.set(jobb, slut);
    const mitt = tur.then(() => run(slut.signal));
    tur = mitt.catch(() => undefined);
    try {
      return await mitt;
    } catch (error) {
      if (error instanceof Hindrad) return { ok: false, kod: error.kod, del: error.del };
      throw error;
    } finally {
      pagar.delete(jobb);
    }
  }

  return {
    'bindare.fil': async (val) => {
      oppnade.require(val.personId);
      const kommet = inkommande.taEmot(val);
      return 'hel' in kommet ? taIn(val, kommet.hel) : { slag: 'mer', mottaget: kommet.mottaget };
    },

    'bindare.prova': ({ jobb, personId, kalla, losenord }) =>
      iTur(jobb, async (signal): Promise<Provad> => {
        const val = { personId, titel: '', framsida: false, sidnummer: false, delar: [{ kalla, losenord }] };
        const { bunden } = await bindNow(jobb, val, signal);
        const { sidor = 0, anmarkningar = [] } = bunden.delar[0] ?? {};
        return { ok: true, sidor, anmarkningar };
      }),

    'bindare.bind': ({ jobb, ...val }) =>
      iTur(jobb, async (signal): Promise<Bindsvar> => {
        const { documents } = parts();
        const om = somDeAr(replica, [val.personId]);
        const { bunden, namn } = await bindNow(jobb, val, signal);
        const { sha256, storlek } = await documents.put(bitar(bunden.bytes));
        documents.forhandsvisningar.set(sha256, { personId: val.personId, om });
        const delar = bunden.delar.map((del, index) => ({ namn: namn[index] ?? '', ...del }));
        const sidor = delar.reduce((sum, del) => sum + del.sidor, bunden.omslag);
        return { ok: true, sha256, storlek, sidor, omslag: bunden.omslag, delar, taggad: bunden.taggad };
      }),

    'bindare.avbryt': ({ jobb }) => {
      pagar.get(jobb)?.abort();
      return null;
    },
  };
}

/** Readers look for the header in the first 1,024 bytes. */
const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 1024).includes('%PDF-');
const utanAndelse = (namn: string): string => namn.replace(/\.(pdf|tiff?|jpe?g|png)$/i, '') || namn;
