import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { aktScope } from '../../shared/domain/scope.ts';
import { testServer } from '../testing/server.ts';
import { person } from '../testing/small-kommun.ts';
import { databaseOf } from './database-of.ts';
import { up } from './migrations/0007-person-number.ts';

const at = testServer();
const kir = { status: 'ejKontrollerad', at: '2026-11-20T08:00:00.000Z' };
const nummer = '200001012384';
const annat = '198001062390';

function registrering(personnummer: string) {
  const { fodelsedatum: _f, kundnummer: _k, enheter: _e, ...uppgifter } = person({ personnummer });
  return { personId: randomUUID(), person: uppgifter, enhet: 'lss', kir, rev: randomUUID() };
}
const setData = (tenant: string, id: string, data: string) =>
  databaseOf(at.server.store).updateTable('record').set({ data }).where('tenant', '=', tenant).where('id', '=', id).execute();
/** A municipality, and in it a kund whom nobody shares the number with. */
async function kommun() {
  const kommunen = await at.kommun();
  const [{ personId }] = kommunen.akter;
  await setData(kommunen.tenant, personId, JSON.stringify(person({ personnummer: nummer, kir: { status: 'ejTraff', at: kir.at } })));
  return { ...kommunen, personId };
}
const broken = ['"trasig"', '[]', 'null', '{"helt":"annat"}', '{"personnummer":17}', '{"personnummer":"trasigt"}'];

describe('FRAGA-06 a person record that cannot be read keeps its number', () => {
  it.each(broken)('%s: the number is nobody else’s to register, and when the record is mended all is as before', async (data) => {
    const { client, personId, tenant } = await kommun();
    const anna = await client();
    await setData(tenant, personId, data);
    const answer = await anna.pushed(
      anna.command('person.registrera', registrering(nummer)),
      anna.command('person.registrera', registrering(annat)),
    );
    expect(answer.results).toMatchObject([{ outcome: 'refused', code: 'personnummer-finns' }, { outcome: 'ok' }]);
    expect(await at.server.store.kunderByNumber(tenant, [nummer])).toMatchObject([{ id: personId }]);
    await setData(tenant, personId, JSON.stringify(person({ personnummer: nummer, kir: { status: 'ejTraff', at: kir.at } })));
    const spara = { personId, basRev: null, rev: randomUUID(), person: registrering(nummer).person };
    expect((await anna.pushed(anna.command('person.spara', spara))).results).toMatchObject([{ outcome: 'ok' }]);
  });

  it('a number that was given up is free, and the one taken instead is not', async () => {
    const { client, personId } = await kommun();
    const anna = await client();
    const spara = { personId, basRev: null, rev: randomUUID(), person: registrering(annat).person };
    const answer = await anna.pushed(anna.command('person.spara', spara), anna.command('person.registrera', registrering(annat)));
    expect(answer.results.map((one) => (one as { code?: string }).code ?? one.outcome)).toEqual(['ok', 'personnummer-finns']);
    expect((await anna.pushed(anna.command('person.registrera', registrering(nummer)))).results).toMatchObject([{ outcome: 'ok' }]);
  });

  it('OSL 22:1 of one that cannot be read nobody knows the protection: the register’s answers count it as the strongest', async () => {
    const { personId, tenant } = await kommun();
    await setData(tenant, personId, '"trasig"');
    const { store } = at.server;
    expect(await store.skyddByNumber(tenant, [nummer])).toEqual(new Map([[nummer, 'skyddadFolkbokforing']]));
    expect(await store.kunderByNumber(tenant, [nummer])).toMatchObject([{ skydd: 'skyddadFolkbokforing' }]);
    expect(await store.protectedNumbers(tenant)).toEqual([nummer]);
  });

  it('one that was broken when the database was raised is told by the registration that was accepted', async () => {
    const { client, tenant } = await kommun();
    const anna = await client();
    const input = registrering(annat);
    const nekad = registrering(nummer);
    await anna.pushed(anna.command('person.registrera', input), anna.command('person.registrera', { ...nekad, personId: input.personId }));
    const found = await databaseOf(at.server.store)
      .transaction()
      .execute(async (tx) => {
        await sql`drop trigger record_person_number on record`.execute(tx);
        await sql`drop function person_number`.execute(tx);
        await sql`drop index record_person_utan_skydd`.execute(tx);
        await sql`alter table record drop column nummer`.execute(tx);
        await sql`create index record_personnummer on record (tenant)`.execute(tx);
        await sql`update record set data = '"trasig"' where tenant = ${tenant} and id = ${input.personId}`.execute(tx);
        await up(tx as unknown as Kysely<unknown>);
        const { rows } = await sql<{ scope: string; nummer: string | null }>`
          select scope, nummer from record where tenant = ${tenant} and type = 'person' and id = ${input.personId}`.execute(tx);
        return rows;
      });
    expect(found).toEqual([{ scope: aktScope(input.personId), nummer: annat }]);
  });
});
