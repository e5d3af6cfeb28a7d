import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { KirPost } from '../../shared/domain/kir/records.ts';
import { rulebook } from '../../shared/domain/rulebook/commands.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { divideAkter } from '../jobs/divide-akter.ts';
import { databaseOf } from '../store/database-of.ts';
import { seedTenant } from '../store/seed.ts';
import { TestClient } from '../testing/client.ts';
import { testServer } from '../testing/server.ts';
import { person, smallKommun } from '../testing/small-kommun.ts';
import { note } from '../testing/texts.ts';
import { systemClock } from '../util/clock.ts';
import { createAct } from './act.ts';

const [samordning, nytt] = ['197001782395', '198001022394'];
const iRegistret = new Map([[nytt, { personnummer: nytt, andraNummer: [samordning] }]]);
const kir = {
  sok: async (nummer: string): Promise<KirPost | undefined> => {
    const post = iRegistret.get(nummer);
    return post && { ...post, efternamn: 'Åkesson', fornamn: 'Märta', skydd: 'ingen', folkbokfordIKommunen: true };
  },
};
const at = testServer({ kir });

/** Anna is of LSS, Bo of Bistånd, Cecilia heads Bistånd; the akter are of LSS. */
async function tvaEnheter(over: (data: ReturnType<typeof smallKommun>) => void = () => undefined) {
  const tenant = `t-${randomUUID().slice(0, 8)}`;
  const data = smallKommun();
  data.users.bo.data.enheter = ['bistand'];
  data.users.bo.data.roller = ['bistandshandlaggare'];
  data.users.skydd.data.enheter = ['bistand'];
  data.users.skydd.data.roller = ['enhetschef'];
  over(data);
  await seedTenant(at.server.store, tenant, 'Ängelby', data.records);
  const client = (user: keyof typeof data.users) => new TestClient(at.server.url, tenant).signIn(data.users[user].id);
  const [anna, bo, chef] = await Promise.all([client('anna'), client('bo'), client('skydd')]);
  const [akt] = data.akter;
  const taUpp = (more: object = {}) => ({
    ...{ personId: akt.personId, personnummer: person().personnummer, enhet: 'bistand', grund: 'samtycke', skal: 'Söker hemtjänst' },
    ...{ bevakningId: randomUUID(), rev: randomUUID() },
    ...more,
  });
  const ansokan = (id: string, utredningId: string) => {
    const ansvar = { ansvarigHandlaggareId: data.users.bo.id, organisationId: data.users.bo.data.organisationId };
    const ids = { personId: akt.personId, rev: randomUUID() };
    return {
      registrera: {
        ...{ ...ids, ...ansvar, slag: 'omprovning', datum: '2026-11-18', franVem: 'Kunden', gruppId: randomUUID() },
        aktualiseringar: [{ id, typ: 'LSS Omprövning' }],
      },
      inled: {
        ...{ ...ids, ...ansvar, utredningId, typ: 'IBIC utredning', inledningsdatum: '2026-11-18', utelamnade: [] },
        aktualiseringIds: [id],
      },
    };
  };
  return { ...data, tenant, anna, bo, chef, akt, taUpp, ansokan };
}
const outcomes = (answer: { results: { outcome: string; code?: string }[] }) => answer.results.map(({ code, outcome }) => code ?? outcome);

const kretsar = ({ held }: TestClient) =>
  [...held.values()].map(({ data }) => data as { personkrets?: string }).filter(({ personkrets }) => personkrets);

describe('OSL 26:1 a kund of two units, on a real server', () => {
  it('FORB-25 the personkrets that a unit has registered is in no other’s replica, history or log', async () => {
    const { anna, bo, chef, akt, taUpp } = await tvaEnheter(({ akter }) => {
      // As a program of before left it: among what is common.
      for (const { records } of akter.slice(0, 1))
        for (const record of records) if (record.type === 'person') record.data = { ...person(), personkrets: '2' };
    });
    await bo.pushed(bo.command('person.taUpp', taUpp()));
    await Promise.all([anna.catchUp(), bo.catchUp(), chef.catchUp()]);
    expect(kretsar(anna)).toEqual([{ enhet: 'lss', personkrets: '2', franPersonen: true }]);
    expect(bo.held.has(akt.personId)).toBe(true);
    expect(JSON.stringify([[...bo.held], [...chef.held]])).not.toContain('personkrets');
    expect(JSON.stringify((await chef.send(`/akter/${akt.personId}/historik`)).body)).not.toContain('personkrets');
  });

  it('is nobody’s to reach in the other unit, until she is taken up; then neither reads the other’s', async () => {
    const { anna, bo, akt, taUpp, ansokan } = await tvaEnheter();
    const deras = note(akt, 'LSS skriver.');
    await anna.pushed(anna.command('anteckning.spara', deras));
    await bo.catchUp();
    expect(bo.held.has(akt.personId)).toBe(false);
    const [aktualiseringId, utredningId] = [randomUUID(), randomUUID()];
    const { registrera, inled } = ansokan(aktualiseringId, utredningId);
    const egen = { ...note(akt, 'Bistånd skriver.'), dokumentation: { slag: 'utredning', id: utredningId } };
    expect(outcomes(await bo.pushed(bo.command('aktualisering.registrera', registrera)))).toEqual(['atkomst-saknas']);

    // All in one push, as from a client that has been offline.
    const pushed = await bo.pushed(
      bo.command('person.taUpp', taUpp()),
      bo.command('aktualisering.registrera', registrera),
      bo.command('utredning.inled', inled),
      bo.command('anteckning.spara', egen),
    );
    expect(outcomes(pushed)).toEqual(['ok', 'ok', 'ok', 'ok']);
    await Promise.all([bo.catchUp(), anna.catchUp()]);
    expect(bo.held.get(akt.personId)?.buckets).toEqual(['org:bistand']);
    const [hosBo, hosAnna] = [bo, anna].map(
      ({ held }) =>
        (id: string) =>
          held.has(id),
    );
    expect([akt.utredningId, akt.verkstallighetId, deras.anteckningId].map((id) => hosBo?.(id))).toEqual([false, false, false]);
    expect([aktualiseringId, utredningId, egen.anteckningId].map((id) => hosAnna?.(id))).toEqual([false, false, false]);
    expect([aktualiseringId, utredningId, egen.anteckningId, akt.personId].map((id) => hosBo?.(id))).toEqual([true, true, true, true]);
    expect([akt.utredningId, deras.anteckningId, akt.personId].map((id) => hosAnna?.(id))).toEqual([true, true, true]);
    // Whatever reaches the other’s replica, no word of the note does.
    expect(JSON.stringify([...bo.held])).not.toContain('LSS skriver');
    expect(JSON.stringify([...anna.held])).not.toContain('Bistånd skriver');
    expect(JSON.stringify([...anna.held])).toContain('har tagit upp en kund som ni har');
  });

  it('a command is decided on what its unit reads: another’s record is not there, and not to be written over', async () => {
    const { anna, bo, akt, taUpp } = await tvaEnheter();
    const deras = note(akt, 'LSS skriver.');
    await anna.pushed(anna.command('anteckning.spara', deras));
    await bo.pushed(bo.command('person.taUpp', taUpp()));
    const over = { ...deras, basRev: deras.rev, rev: randomUUID() };
    const { results } = await bo.pushed(
      bo.command('anteckning.spara', over),
      bo.command('anteckning.signera', { personId: akt.personId, anteckningId: deras.anteckningId, rev: deras.rev }),
      bo.command('utredning.bytHandlaggare', {
        personId: akt.personId,
        utredningId: akt.utredningId,
        fran: randomUUID(),
        till: randomUUID(),
      }),
      bo.command('kontakt.spara', {
        personId: akt.personId,
        kontaktId: akt.utredningId,
        basRev: null,
        kontakt: { typ: 'anhorig', namn: 'Mor', rev: randomUUID() },
      }),
    );
    expect(outcomes({ results })).toEqual(['finns-inte', 'finns-inte', 'finns-inte', 'finns-redan']);
    await anna.catchUp();
    expect(anna.held.get(deras.anteckningId)?.data).toMatchObject({ rev: deras.rev, enhet: 'lss' });
    expect(anna.held.has(akt.utredningId)).toBe(true);
  });

  it('nor may a new record of the same kind take the id of another’s, or a command that of its history', async () => {
    const { anna, bo, akt, taUpp, ansokan } = await tvaEnheter();
    const deras = note(akt, 'LSS skriver.');
    await anna.pushed(anna.command('anteckning.spara', deras));
    const [aktualiseringId, utredningId] = [randomUUID(), randomUUID()];
    const { registrera, inled } = ansokan(aktualiseringId, utredningId);
    const egen = { ...note(akt, 'Bistånd skriver.'), dokumentation: { slag: 'utredning', id: utredningId } };
    const { results } = await bo.pushed(
      bo.command('person.taUpp', taUpp()),
      bo.command('aktualisering.registrera', registrera),
      bo.command('utredning.inled', inled),
      bo.command('anteckning.spara', { ...egen, anteckningId: deras.anteckningId }),
    );
    expect(outcomes({ results })).toEqual(['ok', 'ok', 'ok', 'finns-redan']);
    await Promise.all([anna.catchUp(), bo.catchUp()]);
    expect(anna.held.get(deras.anteckningId)?.data).toMatchObject({ rev: deras.rev, enhet: 'lss' });
    // Of what reaches several units each has a handelse, under an id that follows from the command's.
    const handelse = [...anna.held].find(([, { data }]) => (data as { kommando?: string }).kommando === 'person.taUpp');
    if (!handelse) throw new Error('Anna has no handelse of it');
    const [id, { data }] = handelse;
    expect(outcomes(await anna.pushed(anna.command('anteckning.spara', note(akt, 'Över historiken.'), { id })))).toEqual(['finns-redan']);
    await anna.catchUp();
    expect(anna.held.get(id)?.data).toEqual(data);
  });

  it('FRAGA-62 one with skyddad folkbokföring is taken up by those with the right alone, and the register route tells of her to them alone', async () => {
    const { bo, chef, taUpp, akt } = await tvaEnheter(({ akter, users }) => {
      for (const { records } of akter)
        for (const record of records) if (record.type === 'person') record.data = person({ skydd: 'skyddadFolkbokforing' });
      users.skydd.data.skyddadBehorighet = true;
    });
    const { personnummer } = person();
    expect((await bo.send('/kir', { personnummer })).body).toEqual({ post: null, skyddad: true });
    expect(outcomes(await bo.pushed(bo.command('person.taUpp', taUpp())))).toEqual(['atkomst-saknas']);
    expect((await chef.send('/kir', { personnummer })).body).toMatchObject({ post: null, annanEnhet: {} });
    expect(outcomes(await chef.pushed(chef.command('person.taUpp', taUpp())))).toEqual(['ok']);
    await chef.catchUp();
    expect(chef.held.get(akt.personId)?.buckets).toEqual(['skyddad:bistand']);
  });

  it.each<[string, object, string, string]>([
    ['the register knows the number she has there as an earlier one', { personnummer: samordning }, nytt, samordning],
    ['the register no longer knows the number she had', { personnummer: nytt, tidigareNummer: [samordning] }, samordning, nytt],
  ])('FRAGA-06 by another number than she has there she is taken up, not registered again: %s', async (_, over, fragad, har) => {
    const { bo, chef, taUpp, akt } = await tvaEnheter(({ akter: [{ personId }], records }) => {
      for (const record of records) if (record.id === personId) record.data = person({ ...over, skydd: 'ingen' });
    });
    const { body } = await bo.send('/kir', { personnummer: fragad });
    expect(body).toEqual({ post: null, annanEnhet: { personId: akt.personId, personnummer: har } });
    expect(outcomes(await bo.pushed(bo.command('person.taUpp', taUpp({ personnummer: har }))))).toEqual(['ok']);
    // From now on she is the unit's own, and the register answers of her.
    expect(JSON.stringify((await chef.send('/kir', { personnummer: fragad })).body)).not.toContain('annanEnhet');
  });

  it('FRAGA-62 by an earlier number too, one with skyddad folkbokföring is told of to those with the right alone', async () => {
    const { bo } = await tvaEnheter(({ akter: [{ personId }], records }) => {
      const data = person({ personnummer: nytt, tidigareNummer: [samordning], skydd: 'skyddadFolkbokforing' });
      for (const record of records) if (record.id === personId) record.data = data;
    });
    for (const personnummer of [samordning, nytt])
      expect((await bo.send('/kir', { personnummer })).body).toEqual({ post: null, skyddad: true });
  });

  it('OSL 10:1 one text is handed over, and no other word of the giver’s reaches the receiver; each keeps what was done', async () => {
    const { anna, bo, chef, akt, taUpp } = await tvaEnheter(({ records }) => {
      const lista = (lista: string, varden: object[]) =>
        records.push({ type: 'vardelista', id: randomUUID(), scope: 'katalog', schema: 1, data: { lista, varden } });
      lista(
        'enhet',
        ['lss', 'bistand'].map((kod) => ({ kod, namn: kod.toUpperCase(), synlighet: 'kommunen' })),
      );
      lista('utlamningsgrund', [{ namn: 'Samtycke' }]);
    });
    const [lamnas, stannar] = [note(akt, 'Det här lämnas.'), note(akt, 'Det här stannar.')];
    const signera = ({ anteckningId }: typeof lamnas, rev: string) =>
      anna.command('anteckning.signera', { personId: akt.personId, anteckningId, rev });
    await anna.pushed(...[lamnas, stannar].flatMap((one) => [anna.command('anteckning.spara', one), signera(one, one.rev)]));
    await bo.pushed(bo.command('person.taUpp', taUpp()));
    const input = (more: object = {}) => ({
      ...{ personId: akt.personId, ref: { type: 'anteckning', id: lamnas.anteckningId }, sedd: lamnas.rev, tillEnhet: 'bistand' },
      ...{ grund: 'Samtycke', skal: 'Behövs hos er', utlamningId: randomUUID(), mottagenId: randomUUID(), bevakningId: randomUUID() },
      ...more,
    });
    const lamnad = input();
    const once = anna.command('uppgift.lamna', lamnad);
    expect(outcomes(await anna.pushed(once))).toEqual(['ok']);
    // The other unit hands over nothing of what it does not read, nor writes over what it does not see.
    const olovligt = await bo.pushed(
      bo.command('uppgift.lamna', input({ tillEnhet: 'lss' })),
      bo.command('uppgift.lamna', input({ ref: { type: 'anteckning', id: stannar.anteckningId }, sedd: stannar.rev })),
    );
    expect(outcomes(olovligt)).toEqual(['finns-inte', 'finns-inte']);
    const over = [akt.utredningId, lamnas.anteckningId].map((id) => anna.command('uppgift.lamna', input({ mottagenId: id })));
    expect(outcomes(await anna.pushed(...over))).toEqual(['finns-redan', 'finns-redan']);
    await Promise.all([anna.catchUp(), bo.catchUp(), chef.catchUp()]);
    for (const { held } of [bo, chef]) {
      const all = JSON.stringify([...held]);
      expect(all).not.toContain('Det här stannar');
      expect(held.get(lamnad.mottagenId)).toMatchObject({
        buckets: ['org:bistand'],
        data: { franEnhet: 'lss', enhet: 'bistand', grund: 'Samtycke', skal: 'Behövs hos er', lamnad: { namn: 'Anna Ek' } },
      });
      expect(all.split('Det här lämnas').length, 'once, in the copy').toBe(2);
      expect([lamnad.utlamningId, lamnas.anteckningId].map((id) => held.has(id))).toEqual([false, false]);
      expect(all).toContain('har lämnat en uppgift om en kund till er');
    }
    expect(anna.held.get(lamnad.utlamningId)).toMatchObject({ buckets: ['org:lss'], data: { tillEnhet: 'bistand', basRev: lamnas.rev } });
    expect([lamnad.mottagenId, lamnad.bevakningId].map((id) => anna.held.has(id))).toEqual([false, false]);
    // The log of the command is the giver's: the receiver's chef reads what came, not the input.
    expect(JSON.stringify((await chef.send(`/akter/${akt.personId}/historik`)).body)).not.toContain('uppgift.lamna');
  });

  it('each unit is told for itself: no other’s Klar takes it off the list, and who comes third reads no reason of the second’s', async () => {
    const { anna, bo, chef, akt, taUpp, users, tenant } = await tvaEnheter(({ users: { slutat } }) => {
      Object.assign(slutat.data, { aktiv: true, enheter: ['barn'], roller: ['enhetschef', 'bistandshandlaggare'] });
    });
    await bo.pushed(bo.command('person.taUpp', taUpp()));
    await Promise.all([anna.catchUp(), chef.catchUp()]);
    const chefernas = ({ held }: TestClient) =>
      [...held].flatMap(([id, { data }]) => {
        const { status, skal, bevakasAvRoll } = data as { status: string; skal: string; bevakasAvRoll?: string };
        return bevakasAvRoll ? [{ id, status, skal }] : [];
      });
    const skal = 'Kundens samtycke: Söker hemtjänst';
    expect([chefernas(anna), chefernas(chef)]).toEqual([
      [{ id: expect.any(String), status: 'Ej påbörjad', skal }],
      [{ id: expect.any(String), status: 'Klar', skal }],
    ]);
    const [{ id: bevakningId } = { id: '' }] = chefernas(anna);
    const klar = { personId: akt.personId, bevakningId };
    expect(outcomes(await bo.pushed(bo.command('bevakning.klarmarkera', klar)))).toEqual(['finns-inte']);
    const barn = await new TestClient(at.server.url, tenant).signIn(users.slutat.id);
    await barn.pushed(barn.command('person.taUpp', taUpp({ enhet: 'barn', skal: 'Orosanmälan' })));
    await barn.catchUp();
    const { body } = await barn.send(`/akter/${akt.personId}/historik`);
    for (const read of [[...barn.held], body]) {
      expect(JSON.stringify(read)).toContain('Orosanmälan');
      expect(JSON.stringify(read)).not.toContain('Söker hemtjänst');
    }
  });

  it('the log of the akt tells an enhetschef of what their unit reads', async () => {
    const { anna, bo, chef, akt, taUpp } = await tvaEnheter();
    await anna.pushed(anna.command('anteckning.spara', note(akt, 'LSS skriver.')));
    await anna.pushed(anna.command('anteckning.signera', { personId: akt.personId, anteckningId: randomUUID(), rev: randomUUID() }));
    await bo.pushed(bo.command('person.taUpp', taUpp()));
    const { body } = await chef.send(`/akter/${akt.personId}/historik`);
    expect((body as { rader: { name: string }[] }).rader.map(({ name }) => name)).toEqual(['person.taUpp']);
    expect(JSON.stringify(body)).not.toContain('LSS skriver');
  });

  it('FORB-25 a kund of one unit: what stood on the common record is the unit’s, and nothing else of the akt is written anew', async () => {
    const { anna, akt, tenant } = await tvaEnheter(({ akter, records }) => {
      for (const record of records) if (record.id === akter[0].personId) record.data = { ...person(), personkrets: '2' };
    });
    await anna.catchUp();
    const versions = () =>
      databaseOf(at.server.store)
        .selectFrom('record')
        .select(['id', 'version'])
        .where('tenant', '=', tenant)
        .where('scope', '=', aktScope(akt.personId))
        .where('type', 'not in', ['person', 'personkrets'])
        .orderBy('id')
        .execute();
    const before = await versions();
    expect(before.length).toBeGreaterThan(0);
    const { store } = at.server;
    expect(await store.undividedAkter(tenant)).toEqual([akt.personId]);
    expect(await store.undividedAkter(tenant, [akt.personId]), 'one that was tried hides no other').toEqual([]);
    await divideAkter(store.undividedAkter, createAct({ store, rulebook, clock: systemClock, hooks: {} })).run(tenant);
    expect(await store.undividedAkter(tenant)).toEqual([]);
    await anna.catchUp();
    expect(anna.held.get(akt.personId)?.data).not.toHaveProperty('personkrets');
    expect(kretsar(anna)).toEqual([{ enhet: 'lss', personkrets: '2', franPersonen: true }]);
    expect(await versions()).toEqual(before);
  });

  it('an akt that both units read all of is divided when the server starts its work, and each loses what is the other’s', async () => {
    const bistands = randomUUID();
    const { anna, bo, akt, tenant } = await tvaEnheter(({ akter, records, users }) => {
      const { scope, personId } = akter[0];
      for (const record of records)
        if (record.id === personId) record.data = { ...person({ enheter: ['lss', 'bistand'] }), personkrets: '2' };
      const data = { typ: 'IBIC utredning', startdatum: '2026-02-02', inkomDatum: '2026-02-01' };
      const ansvar = { ansvarigHandlaggareId: users.bo.id, organisationId: users.bo.data.organisationId };
      records.push({ type: 'utredning', id: bistands, scope, schema: 1, data: { ...data, ...ansvar } });
    });
    await bo.catchUp();
    await anna.catchUp();
    // Without a mark all of it is the unit's that registered the kund.
    expect([bo.held.has(bistands), anna.held.has(bistands)]).toEqual([false, true]);
    const { store } = at.server;
    await divideAkter(store.undividedAkter, createAct({ store, rulebook, clock: systemClock, hooks: {} })).run(tenant);
    await Promise.all([bo.catchUp(), anna.catchUp()]);
    expect([bo.held.has(bistands), anna.held.has(bistands)]).toEqual([true, false]);
    expect([bo.held.has(akt.utredningId), anna.held.has(akt.utredningId)]).toEqual([false, true]);
    expect(JSON.stringify([...bo.held])).not.toContain('personkrets');
    expect(kretsar(anna)).toEqual([{ enhet: 'lss', personkrets: '2', franPersonen: true }]);
    const unmarked = await databaseOf(at.server.store)
      .selectFrom('record')
      .select(['type', 'data'])
      .where('tenant', '=', tenant)
      .where('scope', '=', aktScope(akt.personId))
      .where('type', 'in', ['utredning', 'verkstallighet'])
      .execute();
    expect(unmarked.map(({ data }) => (data as { enhet?: string }).enhet).sort()).toEqual(['bistand', 'lss', 'lss']);
  });
});
