import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type CallInput,
  type CallName,
  type CallOutput,
  type CallResult,
  type CoreEvent,
  isVy,
  type VyName,
} from '../../shared/ipc/contract.ts';
import type { CallError } from '../backend/backend.ts';
import { call, onCoreEvent } from './core.ts';
import { useCommandsToCome } from './keys.ts';
import { isNotOpened } from './openKund.ts';
import { readVy } from './vyer.ts';

export type Query<T> = {
  /** The latest answer; stays while a newer one is read. */
  data: T | undefined;
  fel: CallError | undefined;
  /** True until the first answer. */
  laddar: boolean;
  /** Reads again now. */
  readAgain: () => void;
};
/** `akt:<id>`, `anvandare:<id>`, `katalog`; `akt` means every akt; `utkorg`, `skanning`, `status` and `session` are the events. */
export type Scope = string;

type Answer<T> = { key: string; data?: T | undefined; fel?: CallError | undefined };

/**
 * Reads a view of the core, and reads it again when records of its scopes change. `input` null reads nothing.
 * One read at a time: a change during a read makes one more after it. Of the large views only what changed is sent, and what did
 * not is the same objects as before.
 */
export function useQuery<N extends CallName>(name: N, input: CallInput<N> | null, scopes: readonly Scope[]): Query<CallOutput<N>> {
  const key = input === null ? '' : `${name} ${JSON.stringify(input)}`;
  const [answer, setAnswer] = useState<Answer<CallOutput<N>>>({ key: '' });
  const read = useRef<() => void>(() => undefined);
  const scopeKey = scopes.join(' ');

  useEffect(() => {
    if (key === '') return;
    let ended = false;
    let reading = false;
    let again = false;
    /** What the latest answer gave: the same once more draws nothing anew. */
    let shown: { data: unknown } | undefined;
    const asked = JSON.parse(key.slice(name.length + 1)) as CallInput<N>;
    const readNow = async () => {
      if (reading) {
        again = true;
        return;
      }
      reading = true;
      const result = await (isVy(name) ? (readVy(name, asked as CallInput<VyName>) as Promise<CallResult<N>>) : call(name, asked));
      reading = false;
      if (ended) return;
      if (!result.ok) {
        shown = undefined;
        setAnswer((before) => ({ key, data: before.key === key && !endsView(result.error) ? before.data : undefined, fel: result.error }));
      } else if (!shown || shown.data !== result.value) {
        shown = { data: result.value };
        setAnswer({ key, data: result.value });
      }
      if (again) {
        again = false;
        void readNow();
      }
    };
    read.current = () => void readNow();
    void readNow();
    const wanted = scopeKey === '' ? [] : scopeKey.split(' ');
    const end = onCoreEvent((event) => {
      if (touches(event, wanted)) void readNow();
    });
    return () => {
      ended = true;
      end();
    };
  }, [key, name, scopeKey]);

  const current = answer.key === key ? answer : undefined;
  // A kund that the core does not know as open is being opened.
  useCommandsToCome(key !== '' && (!current || isNotOpened(current.fel)));
  const readAgain = useCallback(() => read.current(), []);
  return { data: current?.data, fel: current?.fel, laddar: key !== '' && !current, readAgain };
}

/** What was read is not the user's any more, or the program is locked: it does not stay on the screen beside the error. */
const endsView = (fel: CallError): boolean => (fel.code === 'finns-inte' && !isNotOpened(fel)) || locked.includes(fel.code);
const locked: CallError['code'][] = ['lasen-utgatt', 'kontot-stangt', 'inte-inloggad'];

type Data<Q> = { [K in keyof Q]: Q[K] extends Query<infer T> ? T : never };

/**
 * Several reads as one: there when all are, and failed when one is. A kund that the core does not know as open is waited for: the
 * opening is asked for anew.
 */
export function samlade<Q extends Record<string, Query<unknown>>>(fragor: Q): Query<Data<Q>> {
  const alla = Object.values(fragor);
  const finns = alla.every(({ data, fel }) => data !== undefined && !fel);
  return {
    data: finns ? (Object.fromEntries(Object.entries(fragor).map(([namn, { data }]) => [namn, data])) as Data<Q>) : undefined,
    fel: alla.find(({ fel }) => fel && !isNotOpened(fel))?.fel,
    laddar: alla.some(({ laddar }) => laddar),
    readAgain: () => {
      for (const { readAgain } of alla) readAgain();
    },
  };
}

/** Whether views of these scopes may have changed. */
export function touches(event: CoreEvent, wanted: readonly Scope[]): boolean {
  if (event.event !== 'andrat') return wanted.includes(event.event);
  return event.scopes.some((scope) => wanted.includes(scope) || wanted.includes(scope.split(':')[0] ?? scope));
}
