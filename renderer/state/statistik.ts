import { create } from 'zustand';
import { mostRowsOfOneCall } from '../../shared/ipc/contract.ts';
import type { Statistikdel, Statistikval } from '../../shared/ipc/statistik.ts';
import type { CallError } from '../backend/backend.ts';
import { call, newId, onCoreEvent } from './core.ts';
import { dropNavigering } from './navigering.ts';

type Val = Pick<Statistikval, 'register' | 'dag' | 'beskrivningId'>;
/** A list that was asked for, and what came of it. */
export type Statistiklista = Val & {
  jobb: string;
  /** How far it has come, while it is under way. */
  framsteg: { klart: number; av: number } | null;
  /** Undefined until it is whole. */
  del: Statistikdel | undefined;
  fel: CallError | null;
};

const start: { lista: Statistiklista | null } = { lista: null };
/** The list that is shown: it stays while its kunder are worked on. */
export const useStatistik = create<typeof start>(() => start);
const { getState, setState } = useStatistik;

/** The list by which the tape-recorder buttons know it. */
export const statistiklistan = 'statistik';

export function forgetStatistik(): void {
  dropNavigering(statistiklistan);
  rorda.clear();
  setState(start);
}

/** Akter read in one call: no other waits longer for it than it can be felt. */
const akterICall = 20;
/** Akter that were changed while the list was made. */
const rorda = new Set<string>();

/** Makes a list (STAT-02); the one before it is gone at once. */
export async function raknaStatistik({ register, dag, beskrivningId }: Val): Promise<void> {
  const jobb = newId();
  dropNavigering(statistiklistan);
  rorda.clear();
  setState({ lista: { jobb, register, dag, beskrivningId, framsteg: { klart: 0, av: 0 }, del: undefined, fel: null } });
  const svar = await call('statistik.rakna', { jobb, register, dag });
  if (!svar.ok) change(jobb, { framsteg: null, fel: svar.error });
  else if (svar.value.slag === 'avbruten') change(jobb, { framsteg: null });
  else {
    const del = await readAlla(jobb, { register, dag }, svar.value.personIds);
    if (!del) return;
    change(jobb, { framsteg: null, del });
    await readRorda(jobb);
  }
}

/** What the akter give, some at a time; undefined when the list was ended, or may not be read. */
async function readAlla(jobb: string, val: Pick<Val, 'register' | 'dag'>, personIds: readonly string[]): Promise<Statistikdel | undefined> {
  const del: Statistikdel = { rader: [], utelamnade: [], summor: [] };
  for (let at = 0; at < personIds.length; at += akterICall) {
    const lista = getState().lista;
    if (lista?.jobb !== jobb || !lista.framsteg) return undefined;
    change(jobb, { framsteg: { klart: at, av: personIds.length } });
    const svar = await call('statistik.av', { ...val, personIds: personIds.slice(at, at + akterICall) });
    if (!svar.ok) {
      change(jobb, { framsteg: null, fel: svar.error });
      return undefined;
    }
    del.rader.push(...svar.value.rader);
    del.utelamnade.push(...svar.value.utelamnade);
    del.summor.push(...svar.value.summor);
  }
  return getState().lista?.jobb === jobb ? del : undefined;
}

/** Ends the list that is under way; there is none of half of it. */
export async function endStatistik(): Promise<void> {
  const jobb = getState().lista?.jobb;
  if (jobb === undefined) return;
  change(jobb, { framsteg: null });
  await call('statistik.avbryt', { jobb });
}

function change(jobb: string, next: Partial<Statistiklista>): void {
  const { lista } = getState();
  if (lista?.jobb === jobb) setState({ lista: { ...lista, ...next } });
}

/** Asks anew for the akter that were changed; what may not be read any more leaves the list. */
async function readRorda(jobb: string): Promise<void> {
  while (rorda.size > 0) {
    const { lista } = getState();
    if (lista?.jobb !== jobb || !lista.del) return;
    const some = [...rorda].slice(0, mostRowsOfOneCall);
    for (const one of some) rorda.delete(one);
    const svar = await call('statistik.av', { register: lista.register, dag: lista.dag, personIds: some });
    const now = getState().lista;
    if (now?.jobb !== jobb || !now.del) return;
    if (!svar.ok) {
      // What may not be read now is not shown either.
      change(jobb, { fel: svar.error, del: undefined });
      return;
    }
    change(jobb, { del: medNya(now.del, svar.value, new Set(some)) });
  }
}

function medNya(del: Statistikdel, nya: Statistikdel, av: ReadonlySet<string>): Statistikdel {
  const kvar = <T extends { personId: string }>(alla: readonly T[]): T[] => alla.filter(({ personId }) => !av.has(personId));
  return {
    rader: [...kvar(del.rader), ...nya.rader],
    utelamnade: [...kvar(del.utelamnade), ...nya.utelamnade],
    summor: [...kvar(del.summor), ...nya.summor],
  };
}

/** Keeps the list true, whatever tab is shown. @returns a function that ends it */
export function followStatistik(): () => void {
  return onCoreEvent((event) => {
    const { lista } = getState();
    if (!lista) return;
    if (event.event === 'sokning') {
      if (lista.framsteg && event.jobb === lista.jobb) change(lista.jobb, { framsteg: { klart: event.klart, av: event.av } });
      return;
    }
    if (event.event !== 'andrat') return;
    const akter = event.scopes.flatMap((scope) => (scope.startsWith('akt:') ? [scope.slice(4)] : []));
    const waits = rorda.size > 0;
    for (const one of akter) rorda.add(one);
    if (akter.length > 0 && !waits && lista.del) void readRorda(lista.jobb);
  });
}
