import type { Kommando } from '../../scripts/demo/formular/formular.ts';
import { isOppen } from '../../shared/domain/etjanst/records.ts';
import type { AktVy } from '../../shared/ipc/views.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import type { Random } from './random.ts';
import type { SimClient } from './sim-client.ts';

type Turn = { client: SimClient; random: Random; today: string };

/** The e-service turned on, changed and off, and who is approved in it, from what this computer shows. */
export async function etjanstarbete({ personId }: AktVy, { client, random, today }: Turn): Promise<Kommando | undefined> {
  const kund = await client.call('kund.hamta', { personId });
  if (!kund) return undefined;
  const { etjanst, godkannanden, kontakter } = kund;
  if (random.chance(0.5)) {
    const input = {
      ...{ personId, basRev: etjanst?.data.rev ?? null, rev: random.uuid(), meddelande: random.chance(0.7), inkomstblankett: true },
      ...(random.chance(0.5) ? { epost: 'kunden@exempel.se' } : {}),
    };
    return { name: 'etjanst.spara', input };
  }
  const oppna = godkannanden.filter(({ data }) => isOppen(data));
  const ett = oppna.length > 0 ? random.pick(oppna) : undefined;
  if (ett && random.chance(0.3)) {
    const input = { personId, godkannandeId: ett.id, basRev: ett.data.rev, rev: random.uuid(), skal: `Skäl ${random.below(100)}` };
    return { name: 'godkannande.avsluta', input };
  }
  if (kontakter.length === 0) return undefined;
  const vem = ett
    ? { godkannandeId: ett.id, basRev: ett.data.rev, kontaktId: ett.data.till.kontaktId, fran: ett.data.fran }
    : { godkannandeId: random.uuid(), basRev: null, kontaktId: random.pick(kontakter).id, fran: today };
  const rev = random.uuid();
  // By the id that was drawn: the seeds that once failed draw what they drew.
  const hur = Number.parseInt(rev.slice(-1), 16) % 2 === 0 ? { mobil: '070-1740602' } : { epost: 'nara@exempel.se' };
  return { name: 'godkannande.spara', input: { personId, ...vem, rev, tom: plusDagar(today, random.below(60)), ...hur } };
}
