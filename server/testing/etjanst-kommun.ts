import { randomUUID } from 'node:crypto';
import { andraId } from '../../shared/domain/andra-id.ts';
import type { Aviseras } from '../../shared/domain/command.ts';
import { type Etjanst, etjanstId, type Godkannande } from '../../shared/domain/etjanst/records.ts';
import type { Kontakt } from '../../shared/domain/kontakt/records.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import type { Samtycke } from '../../shared/domain/samtycke/records.ts';
import { databaseOf } from '../store/database-of.ts';
import { queueNotices } from '../store/queue-notices.ts';
import type { testServer } from './server.ts';
import { person, smallKommun } from './small-kommun.ts';

const borjan = '2026-11-20';
export const ombudetsNummer = '198501012382';

type Over = {
  etjanst?: Partial<Etjanst>;
  godkannanden?: Partial<Godkannande>[];
  kontakt?: Partial<Kontakt>;
  samtycke?: Partial<Samtycke>;
  person?: Partial<Person>;
};

/** A municipality of which one kund has the e-service, and is acted for by a contact, by consent. */
export async function etjanstKommun(at: ReturnType<typeof testServer>, over: Over) {
  const data = smallKommun();
  const [{ personId, scope }] = data.akter;
  const [kontaktId, samtyckeId] = [andraId(personId, 30), andraId(personId, 31)];
  const begard = { anvandareId: data.users.anna.id, namn: 'Anna Ek', at: `${borjan}T09:00:00.000Z` };
  const aktiv = { lage: 'aktiv' as const, begard, fungerarFran: borjan, rev: randomUUID() };
  const godkannanden = (over.godkannanden ?? []).map((one, nr) => ({
    type: 'godkannande' as const,
    id: andraId(personId, 40 + nr),
    data: {
      ...{ ...aktiv, enhet: 'lss', fran: borjan, tom: '2027-11-20', samtyckeId },
      ...{ till: { kontaktId, namn: 'Åsa Ek', personnummer: ombudetsNummer }, ...one },
    },
  }));
  const records = [
    { type: 'etjanst' as const, id: etjanstId(personId), data: { ...aktiv, inkomstblankett: true, ...over.etjanst } },
    ...godkannanden,
    {
      type: 'kontakt' as const,
      id: kontaktId,
      data: { typ: 'anhorig', namn: 'Åsa Ek', personnummer: ombudetsNummer, rev: randomUUID(), ...over.kontakt },
    },
    {
      type: 'samtycke' as const,
      id: samtyckeId,
      data: {
        ...{
          enhet: 'lss',
          avser: 'Ombud',
          tillater: ['ombudETjanst'],
          till: { kontaktId, namn: 'Åsa Ek' },
          fran: borjan,
          hur: 'skriftligt',
        },
        ...{ mottaget: { dag: borjan, av: 'Anna Ek' }, registrerat: begard, ...over.samtycke },
      },
    },
  ].map((one) => ({ ...one, scope, schema: 1, data: one.data as Record<string, unknown> }));
  const persons = data.records.map((one) => (one.id === personId ? { ...one, data: { ...person(), ...over.person } } : one));
  const { tenant, ...made } = await at.kommun({ ...data, records: [...persons, ...records] });
  const { store } = at.server;
  const db = databaseOf(store);
  const nyckel = (id: string) => (id === personId ? 'kunden' : id);
  return {
    ...{ ...made, tenant, personId, kontaktId, samtyckeId, postId: etjanstId(personId), godkannandeIds: godkannanden.map(({ id }) => id) },
    queue: (...what: Aviseras[]) =>
      store.transaction(async (tx) => {
        const queued = await queueNotices(tx, tenant, what, `${borjan}T09:00:00.000Z`);
        await tx.commit();
        return queued;
      }),
    /** By the rule's own changes, or past every rule. */
    async change(id: string, fields: object) {
      const row = await db.selectFrom('record').select('data').where('tenant', '=', tenant).where('id', '=', id).executeTakeFirstOrThrow();
      const changed = JSON.stringify({ ...(row.data as object), ...fields });
      await db.updateTable('record').set({ data: changed }).where('tenant', '=', tenant).where('id', '=', id).execute();
    },
    remove: (id: string) => db.deleteFrom('record').where('tenant', '=', tenant).where('id', '=', id).execute(),
    /** `event whom way`, of each notice. */
    async notices() {
      const rows = await db.selectFrom('notis').selectAll().where('tenant', '=', tenant).orderBy('id').execute();
      return rows.map((row) => ({ ...row, om: `${row.handelse} ${nyckel(row.mottagare)} ${row.kanal}` }));
    },
    async bevakningar() {
      const rows = await db.selectFrom('record').select('data').where('tenant', '=', tenant).where('type', '=', 'bevakning').execute();
      return rows.map(({ data: one }) => one as { text: string; bevakasAvId: string; enhet?: string });
    },
  };
}
