import { createHash } from 'node:crypto';
import { act } from '@testing-library/react';
import { onTestFinished } from 'vitest';
import { toCallError } from '../../main/core/call-error.ts';
import { createEvents } from '../../main/core/events.ts';
import { parseCall } from '../../main/core/parse-call.ts';
import { sessionView } from '../../main/core/session-view.ts';
import type { BindPort, DocumentPort, Replica, ScanPort, SkrivarPort } from '../../main/services/ports.ts';
import { CallFailure } from '../../main/services/service.ts';
import { type GivenRecord, servicesOn } from '../../main/services/testing/services.ts';
import type { Actor } from '../../shared/domain/command.ts';
import type { RecordData, RecordType } from '../../shared/domain/records.ts';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import { katalogTypes } from '../../shared/domain/testing/state.ts';
import type { Backend, CallName, CallResult } from '../../shared/ipc/contract.ts';
import type { Utkast } from '../../shared/ipc/views.ts';
import { ok } from '../../shared/util/result.ts';
import { callFailed } from '../backend/backend.ts';
import { useSession } from '../state/session.ts';
import { type Script, scriptedBackend } from './scripted-backend.ts';

/** What a component test puts into its replica. A record without a scope is the catalogue's or of the kund's akt. */
export type TestAkt = {
  personId: string;
  actor: Actor;
  records: GivetPost[];
  /** What the server sends outside. */
  tjanster?: readonly string[];
  /** The bytes of documents, by their SHA-256. */
  documents?: ReadonlyMap<string, Uint8Array>;
  /** What binds documents. */
  binder?: BindPort;
  /** The computer's printers. */
  skrivare?: SkrivarPort;
  /** The folder of scanned files, given what to call when it has changed. */
  scans?: (changed: () => void) => ScanPort;
};
/** The user as the server has them by now: of a role that writes in no akt. */
export const utanSkrivratt = ({ actor: { id, ...anvandare } }: Pick<TestAkt, 'actor'>): GivetPost => ({
  ...{ type: 'anvandare', id },
  data: { ...anvandare, roller: ['systemforvaltare'] },
});
type GivetPost = { type: RecordType; id: string; data: unknown; scope?: string };

/**
 * The one door from tests of the renderer to main: the real services over a real replica in memory, with the signed-in user's
 * rights and session, behind the backend a page has. Sign-in, status and the register of residents belong to host and network: a
 * test that needs them scripts them. The kund is opened, as its tab does.
 */
export function testKarna(akt: TestAkt, script: Script = {}) {
  const { personId, actor } = akt;
  const given = ({ type, id, data, scope }: GivetPost): GivenRecord => ({
    ...{ type, id, data },
    scope: scope ?? (katalogTypes.has(type) ? katalogScope : aktScope(personId)),
  });
  const fault = (error: unknown) => console.error(error);
  const events = createEvents(fault);
  const core = servicesOn({
    records: akt.records.map(given),
    actor,
    tjanster: akt.tjanster,
    clock: { now: () => new Date() },
    documents: documentsIn(akt.documents),
    skrivare: akt.skrivare,
    binder: akt.binder,
    scans: akt.scans?.(() => events.emit({ event: 'skanning' })),
  });
  onTestFinished(core.close);
  core.replica.onChange(events.changed);

  const real: Backend = {
    async call<N extends CallName>(name: N, input: unknown): Promise<CallResult<N>> {
      const parsed = parseCall(name, input);
      if (!parsed.ok) return callFailed(parsed.error);
      const handler = core.call[name as keyof typeof core.call] as ((input: unknown) => CallResult<N>) | undefined;
      if (!handler) return callFailed({ code: 'okant-anrop', detail: name });
      try {
        const answer = handler(parsed.value.input) as unknown;
        const value = answer instanceof Promise ? await answer : answer;
        if (name === 'kommando.kor' || name === 'utkorg.avgjord') events.emit({ event: 'utkorg' });
        return structuredClone({ ok: true, value }) as unknown as CallResult<N>;
      } catch (error) {
        return callFailed(toCallError(error, fault));
      }
    },
    subscribe: events.subscribe,
  };
  const session = sessionOf(core.replica, actor);
  useSession.setState({ session, fel: null });
  const backend = scriptedBackend({ 'session.hamta': () => session, ...script }, real);
  events.subscribe((event) => act(() => backend.emit(event)));
  const person = core.replica.record('person', personId);
  if (person && person.data.skydd !== 'skyddadFolkbokforing') core.call['kund.oppna']({ personId });

  /** A whole record, or one that is there with these fields changed. */
  function onServer(post: GivetPost): GivenRecord {
    const there = core.replica.record(post.type, post.id);
    return given({ ...post, ...(there ? { scope: there.scope, data: { ...there.data, ...(post.data as object) } } : {}) });
  }

  return {
    backend,
    list: core.list,
    get: <T extends RecordType>(type: T, id: string): RecordData<T> | undefined => core.replica.record(type, id)?.data,
    /** Records that the server has meanwhile: a colleague's work, in whole records or in fields of one that is there. */
    pull(...records: GivetPost[]): void {
      core.apply(records.map(onServer));
    },
    /** The user may no longer read a record. */
    remove(type: RecordType, id: string): void {
      core.remove(type, id);
    },
    /** A document of today's schema number that is not what its type says. */
    pullBroken: (post: GivetPost): void => core.applyBroken(given(post)),
    /** The server has received a command. */
    receive(commandId: string): void {
      const seq = core.replica.outboxRow(commandId)?.seq ?? 0;
      const at = new Date().toISOString();
      // No pull has come as far yet, so that its effect stays.
      core.replica.storeResults([{ seq, id: commandId, outcome: 'ok', version: 1_000_000, at }]);
      events.emit({ event: 'utkorg' });
    },
    /** The server decides on what waits, by its own rules and what it has had meanwhile; what came of it is here. */
    push(...meanwhile: GivetPost[]): void {
      core.push(meanwhile.map(onServer));
      events.emit({ event: 'utkorg' });
    },
    /** The drafts on disk, by their keys. */
    get utkast(): Map<string, Utkast> {
      return new Map(core.call['utkast.lista']({}).map((one) => [one.nyckel, one]));
    },
    accessLog: core.accessLog,
  };
}
/**
 * Bytes that are here; what is not is on a server that does not answer. What is made has the words of its document for bytes: that
 * they come out as a PDF is tried where PDFs are made.
 */
function documentsIn(all: TestAkt['documents']): DocumentPort {
  const held = new Map(all);
  return {
    async read({ sha256 }, from, count) {
      const found = held.get(sha256);
      if (!found) throw new CallFailure('dokument-inte-har');
      return { size: found.length, bytes: Buffer.from(found.subarray(from, from + count)) };
    },
    render: (dokument) => Promise.resolve(ok({ bytes: Buffer.from(JSON.stringify(dokument)), pages: 1 })),
    async put(bytes) {
      const pieces: Uint8Array[] = [];
      for await (const piece of bytes) pieces.push(piece);
      const whole = Buffer.concat(pieces);
      const sha256 = digestOf(whole);
      held.set(sha256, whole);
      return { sha256, storlek: whole.length };
    },
    lageOf: () => 'endastHar',
    unsent: () => [],
    digest: digestOf,
    forhandsvisningar: new Map(),
  };
}
const digestOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function sessionOf(replica: Replica, { id, ...anvandare }: Actor) {
  const funktion = anvandare.funktionId && replica.record('utforare', anvandare.funktionId)?.data.namn;
  const organisation = replica.record('organisation', anvandare.organisationId)?.data.namn ?? '';
  const user = { id, anvandare, tenant: 'prov', kommun: 'Provköping', organisation, ...(funktion ? { funktion } : {}) };
  return sessionView(user, false, undefined);
}

export type Karna = ReturnType<typeof testKarna>;
