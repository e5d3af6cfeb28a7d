import type { Kommando } from '../../scripts/demo/formular/formular.ts';
import type { Store } from '../../server/store/store.ts';
import type { Act } from '../../server/sync/act.ts';
import type { Inkomstblankett } from '../../shared/domain/inkomst/records.ts';
import { isUte } from '../../shared/domain/inkomst/regler.ts';
import { taEmotInkomstsvar } from '../../shared/domain/inkomst/svara.ts';
import { svaret } from '../../shared/domain/testing/inkomst.ts';
import type { AktVy } from '../../shared/ipc/views.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import type { Municipality } from './municipality.ts';
import type { Random } from './random.ts';
import type { SimClient } from './sim-client.ts';

type Turn = { client: SimClient; random: Random; today: string };

/** An inkomstblankett sent, taken back, given back to be completed or marked as done, from what this computer shows. */
export async function inkomstarbete({ personId }: AktVy, { client, random, today }: Turn): Promise<Kommando | undefined> {
  const kund = await client.call('kund.hamta', { personId });
  const formular = (await client.call('katalog.hamta', {}))?.inkomstformular[0];
  if (!kund || !formular) return undefined;
  const rev = random.uuid();
  if (kund.inkomstblanketter.length === 0 || random.chance(0.3)) {
    const ar = Number(today.slice(0, 4)) + random.between(-1, 1);
    const input = { personId, blankettId: random.uuid(), rev, ar, formularId: formular.id, sista: plusDagar(today, 30) };
    return { name: 'inkomst.skicka', input };
  }
  const { id: blankettId, data } = random.pick(kund.inkomstblanketter);
  if (data.svarId === undefined || isUte(data.lage))
    return { name: 'inkomst.aterkalla', input: { personId, blankettId, basRev: data.rev, rev } };
  const hantera = { personId, blankettId, svarId: data.svarId, basRev: data.rev, rev };
  if (random.chance(0.4)) return { name: 'inkomst.klar', input: { ...hantera, anteckning: `Avgift ${random.below(1000)} kr` } };
  return { name: 'inkomst.komplettera', input: { ...hantera, text: 'Hyran saknas', sista: plusDagar(today, 14) } };
}

/** A kund returns what she has to fill in, at any time. @returns what was done, for the trace */
export async function inkomstTur(
  { store, door }: { store: Pick<Store, 'portalInkomster'>; door: Act },
  tenant: string,
  { akter }: Municipality,
  random: Random,
): Promise<string> {
  const { personId } = random.pick(akter);
  const rader = await store.portalInkomster(tenant, personId);
  const ute = rader.filter(({ type, data }) => type === 'inkomstblankett' && isUte((data as Inkomstblankett).lage));
  const [svarId, id] = [random.uuid(), random.uuid()];
  const blankett = ute.find(({ id: one }) => one > svarId) ?? ute[0];
  if (!blankett) return 'a citizen has no inkomstblankett to fill in';
  const { name, version } = taEmotInkomstsvar;
  const input = { personId, blankettId: blankett.id, svarId, svar: svaret };
  const { outcome } = await door(tenant, 'Kunden i e-tjänsten', { id, name, version, input });
  return `a citizen returns an inkomstblankett: ${outcome}`;
}
