import { v7 as uuidv7 } from 'uuid';
import { create } from 'zustand';
import type { Rejection } from '../../shared/domain/command.ts';
import type { CommandInput, CommandName, FormCommand } from '../../shared/domain/rulebook/command-list.ts';
import type { Backend, CallInput, CallName, CallResult, CoreEvent } from '../../shared/ipc/contract.ts';
import type { UtkorgPostDetalj } from '../../shared/ipc/views.ts';
import type { CallError, ConnectedBackend } from '../backend/backend.ts';

type CoreState = {
  backend: Backend | null;
  /** False when the road to the core is gone (web host stopped): calls wait, nothing is lost. */
  karnanSvarar: boolean;
};

/** The one place that holds the backend. */
export const useCore = create<CoreState>(() => ({ backend: null, karnanSvarar: true }));

const listeners = new Set<(event: CoreEvent) => void>();

/** Gives the renderer its core and starts listening. @returns a function that lets go of it */
export function startCore(backend: Backend): () => void {
  useCore.setState({ backend, karnanSvarar: true });
  const ends = [backend.subscribe(tell)];
  if ('onConnection' in backend) {
    // Until the first connection nothing has been lost: the page has only just loaded.
    let wasOpen = false;
    ends.push(
      (backend as ConnectedBackend).onConnection((open) => {
        wasOpen ||= open;
        useCore.setState({ karnanSvarar: open || !wasOpen });
      }),
    );
  }
  return () => {
    for (const end of ends) end();
    useCore.setState({ backend: null });
  };
}

/** Hears what the core tells. @returns a function that ends it */
export function onCoreEvent(listener: (event: CoreEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
/** Views of these scopes read again, as when their records change. */
export const readScopesAgain = (scopes: string[]): void => tell({ event: 'andrat', scopes });
function tell(event: CoreEvent): void {
  for (const listener of listeners) listener(event);
}

/**
 * Makes a call of the core. Never throws: a carrier that fails is an error as data too.
 * @returns `{ ok: true, value }` or `{ ok: false, error: { code, detail? } }`; words for the code in `ord.ts`
 */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>> {
  const { backend } = useCore.getState();
  if (!backend) return { ok: false, error: { code: 'karnan-stoppad' } };
  try {
    return await backend.call(name, input);
  } catch (error) {
    return { ok: false, error: { code: 'karnan-stoppad', detail: error instanceof Error ? error.message : String(error) } };
  }
}

/** The end of a command: done, refused by a rule, or the call itself failed. */
export type Utfall = { ok: true; id: string } | { ok: false; rejection: Rejection } | { ok: false; fel: CallError };

/**
 * Runs a named command (shared/domain/rulebook/command-list.ts). The command gets its id here, so that asking again after a broken
 * connection cannot run it twice.
 * @param utkast key of the draft to drop in the same transaction; with `data`, also what its form holds, so that it can be
 *   put back as a draft if the server refuses
 * @param id given when the same input was sent before and its answer never came
 */
export async function runCommand<N extends CommandName>(
  name: N,
  input: CommandInput<N>,
  utkast?: string | SantFormular,
  id: string = uuidv7(),
): Promise<Utfall> {
  return send(name, input, utkast, id);
}

/** The same, of a form: what is not filled in is refused with the name of its field. */
export const runFormCommand = ({ name, input }: FormCommand, utkast: string | SantFormular, id: string): Promise<Utfall> =>
  send(name, input, utkast, id);

/** The same, of a command that was refused: as it stands in the outbox, or moved; taken, the refused one is off Att åtgärda. */
export const runInstead = ({ id: avgor, name }: Pick<UtkorgPostDetalj, 'id' | 'name'>, input: unknown): Promise<Utfall> =>
  send(name, input, undefined, uuidv7(), avgor);

async function send(name: string, input: unknown, utkast: string | SantFormular | undefined, id: string, avgor?: string): Promise<Utfall> {
  const answer = await call('kommando.kor', { name, input, id, ...burenAv(utkast), ...(avgor === undefined ? {} : { avgor }) });
  return answer.ok ? answer.value : { ok: false, fel: answer.error };
}

type SantFormular = { nyckel: string; titel: string; data: unknown };
function burenAv(utkast: string | SantFormular | undefined) {
  if (utkast === undefined || typeof utkast === 'string') return utkast === undefined ? {} : { utkast };
  const { nyckel, titel, data } = utkast;
  return { utkast: nyckel, formular: { titel, data } };
}

/** A new id for a record, revision or command: UUIDv7, made where the record is made. */
export const newId = (): string => uuidv7();
