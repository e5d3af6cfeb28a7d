import { create } from 'zustand';
import { storstaDokument } from '../../shared/domain/dokument/records.ts';
import type { Bindsteg, Bindsvar, Provad } from '../../shared/ipc/bindning.ts';
import { bindfelOrd, filhinderOrd } from '../../shared/words/bindning.ts';
import { ordForFel } from '../../shared/words/fel.ts';
import type { Ord } from '../../shared/words/ord.ts';
import { call, newId } from './core.ts';
import { filbitar, filLastes } from './filbitar.ts';

/** A document of the bundle: of the akt, or a file that was taken in. */
export type Bindel = { slag: 'dokument' | 'fil'; id: string; namn: string /** Such as "1-3, 5, 8-"; empty = all. */; sidor: string };
/** How it stands with one of them, as far as it is known. */
export type Dellage =
  | { slag: 'tas-in'; andel: number }
  | { slag: 'provas' }
  | { slag: 'klar'; sidor: number; sha256?: string }
  | { slag: 'losenord'; igen: boolean; sha256?: string }
  | { slag: 'hindrad'; ord: Ord };

export type Bindval = { titel: string; framsida: boolean; sidnummer: boolean; delar: readonly Bindel[] };
export type Bunden = { /** The choice it was made of, as text. */ av: string; svar: Extract<Bindsvar, { ok: true }> };
export type Bindning = {
  delar: Readonly<Record<string, Dellage>>;
  losenord: Readonly<Record<string, string>>;
  pagar?: { jobb: string; steg?: Bindsteg } | undefined;
  bunden?: Bunden | undefined;
  fel?: { ord: Ord /** The document it is about. */; del?: string | undefined } | undefined;
};
const tom: Bindning = { delar: {}, losenord: {} };

/** By kund, in memory alone: files, passwords and bundles are forgotten when the user signs out (FORB-49). */
const useBindningar = create<{ perPerson: Readonly<Record<string, Bindning>> }>(() => ({ perPerson: {} }));
const { getState, setState } = useBindningar;

export const useBindning = (personId: string): Bindning => useBindningar(({ perPerson }) => perPerson[personId] ?? tom);
export const forgetBindningar = (): void => setState({ perPerson: {} });
export function forgetBindningOf(personId: string): void {
  const { [personId]: _, ...perPerson } = getState().perPerson;
  setState({ perPerson });
}

const bindning = (personId: string): Bindning => getState().perPerson[personId] ?? tom;
const change = (personId: string, del: Partial<Bindning>) =>
  setState(({ perPerson }) => ({ perPerson: { ...perPerson, [personId]: { ...(perPerson[personId] ?? tom), ...del } } }));
const setLage = (personId: string, id: string, lage: Dellage) => change(personId, { delar: { ...bindning(personId).delar, [id]: lage } });

/** The same choice is the same text. */
export const bindvalText = (val: Bindval): string => JSON.stringify(val);

/** One file after the other, so that the first is there first. */
let ko: Promise<unknown> = Promise.resolve();

/**
 * Takes a file in: a megabyte a call into the core's encrypted store, then it is read as binding it would. How it goes stands in
 * {@link Bindning.delar}, also while another tab is shown.
 */
export function taInFil(personId: string, id: string, fil: File): Promise<void> {
  setLage(personId, id, { slag: 'tas-in', andel: 0 });
  const mitt = ko.then(() => skickaIn(personId, id, fil));
  ko = mitt.catch(() => undefined);
  return mitt;
}

async function skickaIn(personId: string, id: string, fil: File): Promise<void> {
  // Removed from the bundle, or signed out, meanwhile.
  const isKvar = () => bindning(personId).delar[id] !== undefined;
  const hindra = (ord: Ord) => isKvar() && setLage(personId, id, { slag: 'hindrad', ord });
  if (fil.size > storstaDokument) return void hindra(filhinderOrd['for-stor']);
  if (fil.size === 0) return void hindra(filhinderOrd.skadad);
  try {
    for await (const bit of filbitar(fil)) {
      const svar = await call('bindare.fil', { personId, id, namn: fil.name.slice(-200), storlek: fil.size, ...bit });
      if (!isKvar()) return;
      if (!svar.ok) return void hindra(ordForFel(svar.error.code));
      if (svar.value.slag === 'nekad') return void hindra(filhinderOrd[svar.value.kod]);
      if (svar.value.slag === 'inne') return prova(personId, { slag: 'fil', id }, svar.value.sha256);
      setLage(personId, id, { slag: 'tas-in', andel: svar.value.mottaget / fil.size });
    }
  } catch {
    // The calls answer with their faults: what fails here is the reading of the file.
    hindra(filLastes);
  }
}

/** Reads a document as binding it would; with the password that was given for it. */
async function prova(personId: string, { slag, id }: Pick<Bindel, 'slag' | 'id'>, sha256?: string): Promise<void> {
  const bytes = sha256 === undefined ? {} : { sha256 };
  setLage(personId, id, { slag: 'provas' });
  const losenord = bindning(personId).losenord[id];
  const svar = await call('bindare.prova', {
    ...{ jobb: newId(), personId, kalla: { slag, id } },
    ...(losenord === undefined ? {} : { losenord }),
  });
  if (bindning(personId).delar[id] === undefined) return;
  if (!svar.ok) return setLage(personId, id, { slag: 'hindrad', ord: ordForFel(svar.error.code) });
  setLage(personId, id, lageAv(svar.value, bytes));
}

function lageAv(svar: Provad, bytes: { sha256?: string }): Dellage {
  if (svar.ok) return { slag: 'klar', sidor: svar.sidor, ...bytes };
  if (svar.kod === 'losenord-behovs' || svar.kod === 'fel-losenord')
    return { slag: 'losenord', igen: svar.kod === 'fel-losenord', ...bytes };
  return { slag: 'hindrad', ord: bindfelOrd[svar.kod] };
}

/** The password of a document, kept in memory while it is in the bundle. */
export function giveLosenord(personId: string, del: Pick<Bindel, 'slag' | 'id'>, losenord: string): Promise<void> {
  const nu = bindning(personId);
  change(personId, { losenord: { ...nu.losenord, [del.id]: losenord }, fel: undefined });
  const lage = nu.delar[del.id];
  return prova(personId, del, lage && 'sha256' in lage ? lage.sha256 : undefined);
}

/** A document is no longer in the bundle. */
export function forgetDel(personId: string, id: string): void {
  const { delar, losenord, fel } = bindning(personId);
  const { [id]: _lage, ...kvar } = delar;
  const { [id]: _ord, ...kvarLosenord } = losenord;
  change(personId, { delar: kvar, losenord: kvarLosenord, ...(fel?.del === id ? { fel: undefined } : {}) });
}

/** Binds; what comes of it stands in {@link Bindning}. */
export async function bind(personId: string, val: Bindval): Promise<void> {
  const jobb = newId();
  change(personId, { pagar: { jobb }, fel: undefined, bunden: undefined });
  const { losenord } = bindning(personId);
  const svar = await call('bindare.bind', {
    ...{ jobb, personId, titel: val.titel, framsida: val.framsida, sidnummer: val.sidnummer },
    delar: val.delar.map(({ slag, id, namn, sidor }) => ({
      kalla: { slag, id },
      titel: namn,
      ...(sidor.trim() === '' ? {} : { sidor }),
      ...(losenord[id] === undefined ? {} : { losenord: losenord[id] }),
    })),
  });
  if (bindning(personId).pagar?.jobb !== jobb) return;
  if (!svar.ok) return change(personId, { pagar: undefined, fel: { ord: ordForFel(svar.error.code) } });
  if (svar.value.ok) return change(personId, { pagar: undefined, bunden: { av: bindvalText(val), svar: svar.value } });
  const { kod, del } = svar.value;
  const vilken = del === null ? undefined : val.delar[del]?.id;
  change(personId, { pagar: undefined, fel: { ord: bindfelOrd[kod], del: vilken } });
  if (vilken !== undefined && (kod === 'losenord-behovs' || kod === 'fel-losenord')) {
    const lage = bindning(personId).delar[vilken];
    const bytes = lage && 'sha256' in lage && lage.sha256 !== undefined ? { sha256: lage.sha256 } : {};
    setLage(personId, vilken, { slag: 'losenord', igen: kod === 'fel-losenord', ...bytes });
  }
}

export function avbrytBindning(personId: string): void {
  const { pagar } = bindning(personId);
  if (pagar) void call('bindare.avbryt', { jobb: pagar.jobb });
}

/** How far the binding of a kund has come. */
export function setSteg(personId: string, jobb: string, steg: Bindsteg): void {
  const { pagar } = bindning(personId);
  if (pagar?.jobb === jobb) change(personId, { pagar: { jobb, steg } });
}
