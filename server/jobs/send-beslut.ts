import { randomUUID } from 'node:crypto';
import { utskickslage } from '../../shared/domain/beslut/utskick.ts';
import type { State } from '../../shared/domain/command.ts';
import { skickaUtBeslut } from '../../shared/domain/utskick/skicka.ts';
import { swedishDay } from '../../shared/util/datum.ts';
import type { Act } from '../sync/act.ts';
import type { Clock } from '../util/clock.ts';
import type { Job } from './jobs.ts';
import { type StoredUtskickspost, utskicksakt } from './stored-utskick.ts';

/** After these a beslut may be sent, or can be no more. */
export const maySendBeslut = (command: string): boolean =>
  /^(arende\.avsluta|beslut\.(fatta|spara|kopplaAnteckning)|dokument\.arkivera|etjanst\.(natt|spara)|person\.spara|kir\.svara)$/.test(
    command,
  );
export const sendBeslutName = 'send-beslut';

/**
 * Sends what is decided to the e-service when it is time (AUTO-01, FORB-75). The rule is asked here of what is stored, so that what only waits leaves no
 * trace, and again by the command under the akt's lock. Documents whose bytes have not come wait: the kund is not told of what she cannot open.
 */
export const sendBeslut = (on: {
  waiting(tenant: string): Promise<StoredUtskickspost[]>;
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
  rows: StoredUtskickspost[],
  catalogue: Pick<State, 'katalogLista'>,
  dag: string,
): { beslutId: string; poster: string[] }[] {
  const akt = utskicksakt(personId, rows, catalogue, dag);
  if (!akt) return [];
  const { fraga, poster, mottagna } = akt;
  const tagna = new Set<string>();
  return fraga.beslut.flatMap((ett) => {
    const lage = utskickslage(fraga, ett);
    if (lage.slag === 'uteblir') return [{ beslutId: ett.id, poster: [] }];
    if (lage.slag !== 'nu' || tagna.has(ett.id)) return [];
    // They go together, in one message.
    for (const { id } of lage.beslut) tagna.add(id);
    return lage.handlingar.every(({ post }) => mottagna.has(post.id)) ? [{ beslutId: ett.id, poster: poster(ett) }] : [];
  });
}
