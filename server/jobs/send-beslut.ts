import { randomUUID } from 'node:crypto';
import { duger, type Utskicksfraga, utskickslage } from '../../shared/domain/beslut/utskick.ts';
import type { State } from '../../shared/domain/command.ts';
import { etjanstId } from '../../shared/domain/etjanst/records.ts';
import type { Post } from '../../shared/domain/post.ts';
import { type RecordData, type RecordType, readStored } from '../../shared/domain/records.ts';
import { protokolltyperna, skickaUtBeslut } from '../../shared/domain/utskick/skicka.ts';
import { swedishDay } from '../../shared/util/datum.ts';
import type { Act } from '../sync/act.ts';
import type { Clock } from '../util/clock.ts';
import type { Job } from './jobs.ts';

/** A record of an akt in which one waits; `mottagen`: of a document, whether its bytes have been received. */
type Stored = { personId: string; type: string; id: string; schema: number; data: unknown; mottagen: boolean };

/** After these a beslut may be sent, or can be no more. */
export const maySendBeslut = (command: string): boolean =>
  /^(beslut\.(fatta|spara|kopplaAnteckning)|dokument\.arkivera|etjanst\.(natt|spara)|person\.spara|kir\.svara)$/.test(command);
export const sendBeslutName = 'send-beslut';

/**
 * Sends what is decided to the e-service when it is time (AUTO-01, FORB-75). The rule is asked here of what is stored, so that what only waits leaves no
 * trace, and again by the command under the akt's lock. Documents whose bytes have not come wait: the kund is not told of what she cannot open.
 */
export const sendBeslut = (on: {
  waiting(tenant: string): Promise<Stored[]>;
  catalogue(tenant: string): Promise<Pick<State, 'katalogLista'> | undefined>;
  act: Act;
  clock: Clock;
  /** For operations: it waits on, and is tried again by the clock. */
  onLeft(about: { tenant: string; beslutId: string; code: string }): void;
}): Job => ({
  name: sendBeslutName,
  cron: '*/5 * * * *',
  async run(tenant) {
    const rows = await on.waiting(tenant);
    const catalogue = rows.length > 0 ? await on.catalogue(tenant) : undefined;
    if (!catalogue) return;
    const dag = swedishDay(on.clock.now().toISOString());
    for (const [personId, poster] of Map.groupBy(rows, (row) => row.personId)) {
      for (const one of dueOf(personId, poster, catalogue, dag)) {
        const { name, version } = skickaUtBeslut;
        const result = await on.act(tenant, 'E-tjänsten', { id: randomUUID(), name, version, input: { personId, ...one } });
        if (result.outcome === 'refused') on.onLeft({ tenant, beslutId: one.beslutId, code: result.code });
      }
    }
  },
});

/** The beslut of an akt that are to be sent now, or can be no more. */
function dueOf(
  personId: string,
  rows: Stored[],
  catalogue: Pick<State, 'katalogLista'>,
  dag: string,
): { beslutId: string; poster: string[] }[] {
  // What cannot be read is not there: the beslut waits for it.
  const of = <T extends RecordType>(type: T): Post<RecordData<T>>[] =>
    rows.flatMap((row) => {
      const data = row.type === type ? readStored(type, row.schema, row.data) : undefined;
      return data === undefined ? [] : [{ id: row.id, data }];
    });
  const person = of('person').find(({ id }) => id === personId)?.data;
  if (!person) return [];
  const anteckningar = of('anteckning');
  const handlingar = of('dokument');
  const beslut = of('beslut');
  const utredningar = of('utredning');
  const fraga: Utskicksfraga = {
    ...{ beslut, person, handlingar, dag },
    etjanst: of('etjanst').find(({ id }) => id === etjanstId(personId))?.data,
    anteckning: (id, utredningId) => {
      const utredning = utredningar.find((one) => one.id === utredningId);
      return utredning !== undefined && anteckningar.some((one) => one.id === id && duger(one.data, utredning));
    },
    insatser: catalogue.katalogLista('insats'),
    protokolltyper: protokolltyperna(catalogue),
  };
  const mottagna = new Set(rows.flatMap(({ id, mottagen }) => (mottagen ? [id] : [])));
  const poster = [...handlingar, ...anteckningar].map(({ id }) => id);
  const tagna = new Set<string>();
  return beslut.flatMap((ett) => {
    const lage = utskickslage(fraga, ett);
    if (lage.slag === 'uteblir') return [{ beslutId: ett.id, poster: [] }];
    if (lage.slag !== 'nu' || tagna.has(ett.id)) return [];
    // They go together, in one message.
    for (const { id } of lage.beslut) tagna.add(id);
    return lage.handlingar.every(({ post }) => mottagna.has(post.id)) ? [{ beslutId: ett.id, poster }] : [];
  });
}
