import type { Kommando } from '../../scripts/demo/formular/formular.ts';
import { samtyckessatt } from '../../shared/domain/samtycke/records.ts';
import type { AktVy } from '../../shared/ipc/views.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import type { Random } from './random.ts';
import type { SimClient } from './sim-client.ts';

/** What the kund agrees to, takes back or never said, from what this computer shows. */
type Turn = { client: SimClient; random: Random; today: string };
export async function samtyckesarbete({ personId }: AktVy, { client, random, today }: Turn): Promise<Kommando | undefined> {
  const kund = await client.call('kund.hamta', { personId });
  if (!kund) return undefined;
  const { samtycken, kontakter } = kund;
  const tidigare = samtycken.length > 0 && random.chance(0.5) ? random.pick(samtycken) : undefined;
  if (tidigare && random.chance(0.2))
    return { name: 'samtycke.felmarkera', input: { personId, samtyckeId: tidigare.id, orsak: `Orsak ${random.below(100)}` } };
  if (tidigare) {
    const dag = plusDagar(today, -random.below(2));
    const input = { personId, samtyckeId: tidigare.id, dag, hur: random.pick(samtyckessatt), av: 'Den enskilde' };
    return { name: 'samtycke.aterkalla', input };
  }
  const katalog = await client.call('katalog.hamta', {});
  const slag = katalog?.vardelistor.samtyckesslag ?? [];
  if (slag.length === 0) return undefined;
  const till = kontakter.length > 0 && random.chance(0.8) ? { kontaktId: random.pick(kontakter).id } : { namn: 'Försäkringskassan' };
  return {
    name: 'samtycke.registrera',
    input: {
      ...{ personId, samtyckeId: random.uuid(), avser: random.pick(slag).namn, till, fran: plusDagar(today, -random.below(3)) },
      ...(random.chance(0.5) ? { tom: plusDagar(today, random.below(40)) } : {}),
      ...{ hur: random.pick(samtyckessatt), mottaget: { dag: plusDagar(today, -random.below(4)), av: 'Handläggaren' } },
    },
  };
}
