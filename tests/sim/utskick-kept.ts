import type { RunningServer } from '../../server/start.ts';
import { brevetsRevisioner } from '../../shared/domain/beslut/samma-brev.ts';
import { duger, utskickslage } from '../../shared/domain/beslut/utskick.ts';
import { isAttMeddela } from '../../shared/domain/beslut/utskicksuppgift.ts';
import type { Change, State } from '../../shared/domain/command.ts';
import { etjanstId } from '../../shared/domain/etjanst/records.ts';
import type { Post } from '../../shared/domain/post.ts';
import { type RecordData, type RecordType, recordSchemas } from '../../shared/domain/records.ts';
import { aktScope, katalogScope, personOfScope } from '../../shared/domain/scope.ts';
import { protokolltyperna } from '../../shared/domain/utskick/skicka.ts';
import { swedishDay } from '../../shared/util/datum.ts';
import type { Ledger } from './ledger.ts';

/** A record as the server has it. */
type Rad = { id: string; type: string; scope: string; data: unknown };

/**
 * AUTO-01 FORB-75 what a beslut that was sent, or could not be, must have been like at that moment, said once more in words of its own: never before its letters,
 * note and protokoll, never twice, never to who is protected, dead, under 18 or without the e-service; and what stays away is somebody's task.
 * @param before the records as they were
 */
export function sentWrongly(before: ReadonlyMap<string, Omit<Rad, 'id'>>, decision: readonly Change[], at: string): string[] {
  const get = <T extends RecordType>(type: T, id: string | undefined): RecordData<T> | undefined => {
    const found = before.get(id ?? '');
    return found?.type === type ? (found.data as RecordData<T>) : undefined;
  };
  const puts = decision.flatMap((change) => (change.op === 'put' ? [change] : []));
  const uteblivna = puts.flatMap((put) =>
    put.type === 'beslut' && put.data.utskick?.uteblivet && !get('beslut', put.id)?.utskick?.uteblivet ? [put.id] : [],
  );
  const utanUppgift = uteblivna.filter((beslutId) => !puts.some(({ type, id }) => type === 'bevakning' && isAttMeddela(id, beslutId)));
  return [
    ...utanUppgift.map((beslutId) => `the beslut ${beslutId} is not sent, and that is nobody's task`),
    ...puts.flatMap((put) => (put.type === 'meddelande' ? wrongIn(put.data) : [])),
  ];

  function wrongIn({ personId, beslutIds = [], bilagor }: RecordData<'meddelande'>): string[] {
    const person = get('person', personId);
    const etjanst = get('etjanst', personId && etjanstId(personId));
    const fodd = person?.fodelsedatum;
    const vuxen = fodd !== undefined && `${Number(fodd.slice(0, 4)) + 18}${fodd.slice(4)}` <= swedishDay(at);
    const beslut = beslutIds.map((id) => ({ id, data: get('beslut', id) }));
    const dokument = bilagor.map(({ dokumentId, del }) => ({ del, data: get('dokument', dokumentId) }));
    const revs = beslut.map(({ data }) => data?.rev ?? '');
    const harBrev = (slag: 'beslut' | 'beslutsmeddelande') =>
      dokument.some(
        ({ del, data }) => del === slag && data && !data.felmarkerad && revs.every((rev) => brevetsRevisioner(data, slag).includes(rev)),
      );
    const av = (slag: string) => beslut.some(({ data }) => data?.beslutsfattare?.slag === slag);
    const harNot = beslut.some(({ data }) => {
      const not = get('anteckning', data?.utskick?.anteckningId);
      const utredning = get('utredning', data?.utredningId);
      return not && utredning && data && duger(not, { id: data.utredningId, data: utredning });
    });
    const harProtokoll = dokument.some(
      ({ del, data }) => del === 'protokoll' && data?.typ === 'Protokoll' && !data.felmarkerad && beslutIds.includes(data.knytsTill.id),
    );
    const fel: [boolean, string][] = [
      [beslutIds.length === 0, 'of no beslut'],
      [person?.skydd !== 'ingen' || person.avliden !== undefined || !vuxen, 'to who is protected, dead or no adult'],
      [etjanst?.lage !== 'aktiv', 'where no e-service is active'],
      [
        beslut.some(({ data }) => !data || data.felmarkerad || data.utskick?.skickat !== undefined),
        'of one that is wrong or has been sent',
      ],
      [!harBrev('beslut') || !harBrev('beslutsmeddelande'), 'without its letters'],
      [av('enhetschef') && !harNot, 'before its note'],
      [av('individutskottet') && !harProtokoll, 'before its protokoll'],
    ];
    return fel.flatMap(([isFel, hur]) => (isFel ? [`a beslut of ${personId} is sent ${hur}`] : []));
  }
}

type World = { server: RunningServer; tenant: string; ledger: Ledger };

/** What was sent is sent once and has its bytes, and nothing waits that can be sent, or can be no more. @param at the server's clock */
export async function utskickAreKept({ server, tenant, ledger }: World, records: readonly Rad[], at: string): Promise<string[]> {
  const messages = poster(records, 'meddelande');
  const dokument = new Map(poster(records, 'dokument').map(({ id, data }) => [id, data]));
  const received = new Set(
    (await server.store.dokumentById(tenant, [...dokument.keys()])).flatMap((one) => (one.received ? [one.id] : [])),
  );
  const mayBeGone = (id: string) => {
    const author = dokument.get(id)?.skapad.anvandareId ?? '';
    return ledger.unreceived.has(id) || ledger.lostBytes.has(author);
  };
  const bytes = messages.flatMap(({ id, data }) =>
    data.bilagor.flatMap(({ dokumentId, sha256 }) => {
      const isThere = dokument.get(dokumentId)?.sha256 === sha256 && (received.has(dokumentId) || mayBeGone(dokumentId));
      return isThere ? [] : [`the message ${id} has an attachment ${dokumentId} that is not there`];
    }),
  );
  const once = poster(records, 'beslut').flatMap(({ id, data }) => {
    const med = messages.filter((one) => one.data.beslutIds?.includes(id)).map((one) => one.id);
    const said = data.utskick?.skickat ? [data.utskick.skickat.gruppId] : [];
    return JSON.stringify(med) === JSON.stringify(said)
      ? []
      : [`the beslut ${id} is in the messages ${med.join() || 'none'}, and is said to be in ${said.join() || 'none'}`];
  });
  return [...bytes, ...once, ...stillWaiting(records, received, at)];
}

function stillWaiting(records: readonly Rad[], received: ReadonlySet<string>, at: string): string[] {
  const katalogen = records.filter(({ scope }) => scope === katalogScope);
  const katalogLista: State['katalogLista'] = (type) => poster(katalogen, type);
  return [...Map.groupBy(records, ({ scope }) => scope)].flatMap(([scope, own]) => {
    const person = own.find(({ id }) => aktScope(id) === scope)?.data as RecordData<'person'> | undefined;
    // What is not what its type says is left out by a careful reading, which the job has not.
    const isWhole = own.every(({ type, data }) => recordSchemas[type as RecordType]?.safeParse(data).success);
    const personId = personOfScope(scope);
    if (personId === undefined || !person || !isWhole) return [];
    const noter = new Map(poster(own, 'anteckning').map(({ id, data }) => [id, data]));
    const utredningar = poster(own, 'utredning');
    const beslut = poster(own, 'beslut');
    return beslut.flatMap((ett) => {
      const lage = utskickslage(
        {
          ...{ beslut, person, handlingar: poster(own, 'dokument'), insatser: katalogLista('insats') },
          etjanst: poster(own, 'etjanst').find(({ id }) => id === etjanstId(personId))?.data,
          anteckning(id, utredningId) {
            const [not, utredning] = [noter.get(id), utredningar.find((one) => one.id === utredningId)];
            return not !== undefined && utredning !== undefined && duger(not, utredning);
          },
          ...{ protokolltyper: protokolltyperna({ katalogLista }), dag: swedishDay(at) },
        },
        ett,
      );
      const kan = lage.slag === 'uteblir' || (lage.slag === 'nu' && lage.handlingar.every(({ post }) => received.has(post.id)));
      return kan ? [`the beslut ${ett.id} of ${scope} waits for ever: ${lage.slag}`] : [];
    });
  });
}

const poster = <T extends RecordType>(records: readonly Rad[], type: T): Post<RecordData<T>>[] =>
  records.flatMap((one) => (one.type === type ? [{ id: one.id, data: one.data as RecordData<T> }] : []));
