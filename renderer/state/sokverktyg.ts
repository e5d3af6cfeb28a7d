import { create } from 'zustand';
import type { Parametervarden, Sokning } from '../../shared/domain/sokverktyg/records.ts';
import { mostRowsOfOneCall } from '../../shared/ipc/contract.ts';
import type { Sokrad, Soktraff } from '../../shared/ipc/sokverktyg.ts';
import type { CallError } from '../backend/backend.ts';
import { call, newId, onCoreEvent } from './core.ts';
import { dropNavigering } from './navigering.ts';
import { touches } from './query.ts';

/** What was run: the search as it then was, what was chosen, and what came of it. */
export type Korning = {
  jobb: string;
  sokningId: string;
  sokning: Sokning;
  parametrar: Parametervarden;
  /** How far it has come, while it is under way. */
  framsteg: { klart: number; av: number } | null;
  traffar: readonly Soktraff[];
  /** Hits as they are now, by id; one that is not read yet is not there. */
  rader: Readonly<Record<string, Sokrad>>;
  fler: boolean;
  fel: CallError | null;
  sortering: { kolumn: string; stigande: boolean };
};

type SokverktygState = {
  /** The search in the drop-down: the catalogue's, or one's own. */
  vald: string | null;
  /** What is filled in, as typed, by the parameter's code. */
  ifyllt: Readonly<Record<string, string>>;
  korning: Korning | null;
};
const start: SokverktygState = { vald: null, ifyllt: {}, korning: null };
/** Sökverktyget: what is chosen, and the result, which stays while its kunder are worked on. */
export const useSokverktyg = create<SokverktygState>(() => start);
const { getState, setState } = useSokverktyg;

/** The list by which the tape-recorder buttons know the result. */
export const resultatlista = 'resultat';

export function forgetSokverktyg(): void {
  dropNavigering(resultatlista);
  setState(start);
}
export const chooseSokning = (vald: string, ifyllt: Record<string, string>): void => setState({ vald, ifyllt });
export const writeParameter = (kod: string, text: string): void => setState(({ ifyllt }) => ({ ifyllt: { ...ifyllt, [kod]: text } }));
/** The order in which hits are shown and walked. It stays while what they say changes: who is worked on keeps her place. */
export function orderResultat(sortering: Korning['sortering'], ids: readonly string[]): void {
  const { korning } = getState();
  if (!korning) return;
  const traffar = new Map(korning.traffar.map((one) => [one.id, one]));
  setState({ korning: { ...korning, sortering, traffar: ids.flatMap((id) => traffar.get(id) ?? []) } });
}

/** Runs a search (SVERK-04); the result before it is gone at once, so that nobody is opened out of an answer to another question. */
export async function runSokning(sokningId: string, sokning: Sokning, parametrar: Parametervarden): Promise<void> {
  const jobb = newId();
  dropNavigering(resultatlista);
  const { sortering } = sokning;
  setState({
    korning: {
      ...{ jobb, sokningId, sokning, parametrar, framsteg: { klart: 0, av: 0 }, traffar: [], rader: {}, fler: false, fel: null },
      // By name until the user sorts otherwise.
      sortering: sortering ? { kolumn: sortering.falt, stigande: sortering.fallande !== true } : { kolumn: 'kund', stigande: true },
    },
  });
  const svar = await call('sokverktyg.kor', { jobb, sokningId, parametrar });
  if (!svar.ok) change(jobb, { framsteg: null, fel: svar.error });
  else if (svar.value.slag === 'avbruten') change(jobb, { framsteg: null });
  else {
    change(jobb, { traffar: svar.value.traffar, fler: svar.value.fler });
    await readRader(
      jobb,
      svar.value.traffar.map(({ id }) => id),
    );
    change(jobb, { framsteg: null });
  }
}

/** Ends the search that is under way; there is no result of half of it. */
export async function endSokning(): Promise<void> {
  const jobb = getState().korning?.jobb;
  if (jobb === undefined) return;
  setState({ korning: null });
  await call('sokverktyg.avbryt', { jobb });
}

function change(jobb: string, next: Partial<Korning>): void {
  const { korning } = getState();
  if (korning?.jobb === jobb) setState({ korning: { ...korning, ...next } });
}

/** Reads hits as they are now. One that is not here any more, or not the user's to read, leaves the result. */
async function readRader(jobb: string, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += mostRowsOfOneCall) {
    const { korning } = getState();
    if (korning?.jobb !== jobb) return;
    const some = ids.slice(at, at + mostRowsOfOneCall);
    const svar = await call('sokverktyg.rader', { sokningId: korning.sokningId, parametrar: korning.parametrar, ids: some });
    const now = getState().korning;
    if (now?.jobb !== jobb) return;
    if (!svar.ok) {
      // What may not be read now is not shown either.
      change(jobb, { fel: svar.error, traffar: [], rader: {} });
      return;
    }
    const rader = { ...now.rader };
    const borta = new Set<string>();
    for (const [index, id] of some.entries()) {
      const rad = svar.value[index];
      if (rad) rader[id] = rad;
      else {
        delete rader[id];
        borta.add(id);
      }
    }
    change(jobb, { rader, traffar: borta.size > 0 ? now.traffar.filter(({ id }) => !borta.has(id)) : now.traffar });
  }
}

/** Keeps the result true, whatever tab is shown: a kund who was changed is read anew, and one whose akt has left the computer goes. @returns a function that ends it */
export function followResultat(): () => void {
  return onCoreEvent((event) => {
    const { korning } = getState();
    if (!korning) return;
    if (event.event === 'sokning') {
      if (korning.framsteg && event.jobb === korning.jobb) change(korning.jobb, { framsteg: { klart: event.klart, av: event.av } });
      return;
    }
    if (event.event !== 'andrat') return;
    const katalogen = event.scopes.includes('katalog');
    const rorda = korning.traffar.filter(({ personId }) => katalogen || touches(event, [`akt:${personId}`])).map(({ id }) => id);
    if (rorda.length > 0) void readRader(korning.jobb, rorda);
  });
}
