import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../shared/domain/command.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import { limits, type PullLine, paths } from '../../shared/protocol/protocol.ts';
import { changeScope } from '../testing/change-scope.ts';
import { lineOf } from '../testing/client.ts';
import { type TestKommun, testServer } from '../testing/server.ts';
import { person } from '../testing/small-kommun.ts';
import { note } from '../testing/texts.ts';

const at = testServer();
const ids = (lines: PullLine[]) => lines.flatMap((line) => (line.t === 'put' ? [line.r.id] : []));

const same = (a: string[], b: string[]) => a.toSorted().join() === b.toSorted().join();

function setSkydd({ tenant, akter }: TestKommun, skydd: Person['skydd']) {
  const { scope, personId } = akter[0];
  return changeScope(at.server.store, tenant, scope, [{ op: 'put', type: 'person', id: personId, data: person({ skydd }) }]);
}

describe('pull (ARCHITECTURE 6)', () => {
  it('fills what the reader may hold, and no more', async () => {
    const kommun = await at.kommun();
    const anna = await kommun.client();
    const lines = await anna.catchUp();
    expect(lineOf(lines, 'head')).toMatchObject({
      version: 3,
      lastSeq: 0,
      // Their own, and what they have as one of the unit: with the unit that goes.
      buckets: ['katalog', `anvandare:${kommun.users.anna.id}`, 'org:lss', `anvandare:${kommun.users.anna.id}:lss`],
    });
    expect(lineOf(lines, 'head').anvandare).toEqual({ id: kommun.users.anna.id, ...kommun.users.anna.data });
    expect(new Set(anna.held.keys())).toEqual(new Set(kommun.records.map(({ id }) => id)));
    expect(lines.at(-1)).toEqual({ t: 'end' });
    // A utförare holds the catalogue, their verkställigheter and those persons; never the utredning.
    const disa = await kommun.client('utforare');
    await disa.catchUp();
    const akter = kommun.akter.flatMap(({ personId, verkstallighetId }) => [personId, verkstallighetId]);
    expect([...disa.held].filter(([, { buckets }]) => !buckets.includes('katalog')).map(([id]) => id)).toEqual(
      expect.arrayContaining(akter),
    );
    expect(disa.held.has(kommun.akter[0].utredningId)).toBe(false);
    expect(await anna.catchUp().then(ids)).toEqual([]);
  });

  it('fills in (scope, id) order over many pages, each with its place', async () => {
    const kommun = await at.kommun();
    const { tenant, akter } = kommun;
    const data = { typ: 'ovrig', namn: 'Någon', rev: akter[0].personId } as const;
    const kontakter = Array.from({ length: limits.pullRecords + 700 }, (_, n) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`);
    await changeScope(
      at.server.store,
      tenant,
      akter[0].scope,
      kontakter.map((id) => ({ op: 'put', type: 'kontakt', id, data })),
    );
    const anna = await kommun.client();
    const first = await anna.page();
    expect(ids(first)).toHaveLength(limits.pullRecords);
    expect(lineOf(first, 'cursors')).toMatchObject({ more: true });
    const rest = await anna.catchUp();
    const akt = [...first, ...rest].flatMap((line) =>
      line.t === 'put' && line.b.includes('org:lss') ? [`${line.r.scope} ${line.r.id}`] : [],
    );
    expect(akt).toEqual([...akt].sort());
    expect(anna.held.size).toBe(kommun.records.length + kontakter.length);

    // Changed at one version, more than a page: sent whole.
    await changeScope(
      at.server.store,
      tenant,
      akter[0].scope,
      kontakter.map((id) => ({ op: 'put', type: 'kontakt', id, data: { ...data, namn: 'Annan' } })),
    );
    const changed = await anna.page();
    expect(ids(changed)).toHaveLength(kontakter.length);
    expect(lineOf(changed, 'cursors').more).toBe(false);
  });

  it('the cursor trap: a puller between many parallel writers never misses a version', async () => {
    const kommun = await at.kommun();
    const reader = await kommun.client('bo');
    await reader.catchUp();
    const expected = new Set<string>();
    const writers = Array.from({ length: 8 }, async (_, n) => {
      const anna = await kommun.client();
      for (let round = 0; round < 12; round++) {
        const akt = kommun.akter[(n + round) % 2 === 0 ? 0 : 1];
        const input = note(akt, `${n}/${round}`);
        expected.add(input.anteckningId);
        await anna.pushed(anna.command('anteckning.spara', input));
      }
    });
    let done = false;
    const all = Promise.all(writers).finally(() => {
      done = true;
    });
    const seen: number[] = [];
    while (!done)
      seen.push(...(await reader.page()).flatMap((line) => (line.t === 'put' && line.r.type === 'anteckning' ? [line.r.version] : [])));
    await all;
    seen.push(...(await reader.catchUp()).flatMap((line) => (line.t === 'put' && line.r.type === 'anteckning' ? [line.r.version] : [])));
    expect(seen).toEqual(Array.from({ length: 96 }, (_, n) => n + 4));
    expect([...expected].filter((id) => !reader.held.has(id))).toEqual([]);
  });

  it('moves the whole akt when its protection changes: leaves for one reader, a gained bucket for another', async () => {
    const kommun = await at.kommun();
    const [anna, cecilia] = [await kommun.client(), await kommun.client('skydd')];
    await Promise.all([anna.catchUp(), cecilia.catchUp()]);
    const { personId, utredningId, verkstallighetId, scope } = kommun.akter[0];
    const version = await setSkydd(kommun, 'skyddadFolkbokforing');
    const left = (await anna.catchUp()).flatMap((line) => (line.t === 'leave' ? [line] : []));
    const leave = { t: 'leave', bucket: 'org:lss', version, lost: true };
    expect(left).toEqual(expect.arrayContaining([personId, utredningId, verkstallighetId].map((id) => ({ ...leave, id }))));
    expect(left).toHaveLength(3);
    expect([...anna.held.keys()]).not.toContain(personId);
    // Who may read it still has lost nothing: the record has only moved.
    const moved = (await cecilia.catchUp()).flatMap((line) => (line.t === 'leave' ? [line] : []));
    expect(moved.map(({ bucket, lost }) => ({ bucket, lost }))).toEqual(Array(3).fill({ bucket: 'org:lss' }));
    // What a fill did not bring is asked for: what the rights of the asker no longer reach, not what is nowhere.
    const asked = { ids: [personId, utredningId, kommun.akter[1].personId, randomUUID()] };
    expect((await anna.send(paths.lost, asked)).body).toEqual({ lost: expect.toSatisfy((lost) => same(lost, [personId, utredningId])) });
    expect((await cecilia.send(paths.lost, asked)).body).toEqual({ lost: [] });
    expect(cecilia.held.get(utredningId)).toMatchObject({ buckets: ['skyddad:lss'] });

    // A right gained later is a bucket that is filled from the start; lost again, it is not among the reader's buckets.
    const { id, data } = kommun.users.anna;
    const grant = (skyddadBehorighet: boolean) =>
      changeScope(at.server.store, kommun.tenant, 'katalog', [{ op: 'put', type: 'anvandare', id, data: { ...data, skyddadBehorighet } }]);
    await grant(true);
    const gained = await anna.catchUp();
    expect(lineOf(gained, 'head').buckets).toContain('skyddad:lss');
    expect(ids(gained)).toEqual(expect.arrayContaining([personId, utredningId, verkstallighetId]));
    await grant(false);
    expect(lineOf(await anna.catchUp(), 'head').buckets).not.toContain('skyddad:lss');
    await setSkydd(kommun, 'ingen');
    await anna.catchUp();
    expect(anna.held.get(personId)?.buckets).toEqual(['org:lss']);
    expect(scope).toContain(personId);
  });

  it('documents follow what they hang on, also when a command has not read them: a utförare that gains or loses it', async () => {
    const kommun = await at.kommun();
    const [disda, anna] = [await kommun.client('utforare'), await kommun.client()];
    const { personId, verkstallighetId, utredningId, scope } = kommun.akter[0];
    const [bestallningId, beslutId, annan] = [randomUUID(), randomUUID(), randomUUID()];
    const change = (changes: Change[]) => changeScope(at.server.store, kommun.tenant, scope, changes);
    const bestallning = (more: object): Change => ({
      ...{ op: 'put', type: 'bestallning', id: bestallningId },
      data: { beslutId, bestalltDatum: '2026-11-20', gallerFran: '2026-12-01', utforareId: kommun.utforareId, insatser: ['DV'], ...more },
    });
    const verkstallighet = (utforareId: string): Change => ({
      ...{ op: 'put', type: 'verkstallighet', id: verkstallighetId },
      data: {
        ...{ insatskategori: 'Daglig verksamhet', utforareId, organisationId: kommun.users.anna.data.organisationId },
        ...{ startdatum: '2026-01-02', lssInsatser: false },
      },
    });
    const on = {
      verkstallighet: { type: 'verkstallighet' as const, id: verkstallighetId },
      bestallning: { type: 'bestallning' as const, id: bestallningId },
      utredning: { type: 'utredning' as const, id: utredningId },
    };
    const dokument = Object.entries(on).map(([, knytsTill]): Change & { op: 'put' } => ({
      ...{ op: 'put', type: 'dokument', id: randomUUID() },
      data: {
        ...{ rubrik: 'Utlåtande', typ: 'Utlåtande', knytsTill, sha256: 'a'.repeat(64), storlek: 1, sidor: 1 },
        skapad: { anvandareId: kommun.users.anna.id, namn: 'Anna Ek', at: '2026-11-20T08:00:00.000Z' },
      },
    }));
    const [hosUtforare = '', medOrder = '', hosEnheten = ''] = dokument.map(({ id }) => id);
    await change([bestallning({}), ...dokument]);
    const held = async () => {
      await disda.catchUp();
      return dokument.map(({ id }) => disda.held.has(id));
    };
    expect(await held()).toEqual([true, true, false]);
    await change([bestallning({ borttagen: { anvandareId: personId, namn: 'Anna Ek', at: '2026-11-20T09:00:00.000Z' } })]);
    expect(await held()).toEqual([true, false, false]);
    await change([verkstallighet(annan)]);
    expect(await held()).toEqual([false, false, false]);
    await change([bestallning({}), verkstallighet(kommun.utforareId)]);
    expect(await held()).toEqual([true, true, false]);
    await setSkydd(kommun, 'skyddadFolkbokforing');
    expect(await held()).toEqual([false, false, false]);
    await setSkydd(kommun, 'ingen');
    await anna.catchUp();
    expect([hosUtforare, medOrder, hosEnheten].map((id) => anna.held.get(id)?.buckets)).toEqual([['org:lss'], ['org:lss'], ['org:lss']]);
  });

  it('says that a record is gone when it is deleted', async () => {
    const kommun = await at.kommun();
    const [anna, bo] = [await kommun.client(), await kommun.client('bo')];
    const { personId } = kommun.akter[0];
    const rev = kommun.users.bo.id;
    const kontaktId = kommun.utforareId.replace(/^..../, '0000');
    await anna.pushed(anna.command('kontakt.spara', { personId, kontaktId, basRev: null, kontakt: { typ: 'ovrig', namn: 'Per', rev } }));
    await bo.catchUp();
    expect(bo.held.has(kontaktId)).toBe(true);
    await anna.pushed(anna.command('kontakt.taBort', { personId, kontaktId, basRev: rev }));
    // Nobody's right is gone: such a removal the client's brake may hold.
    expect((await bo.catchUp()).filter((line) => line.t === 'leave')).toEqual([
      { t: 'leave', bucket: 'org:lss', id: kontaktId, version: expect.any(Number) },
    ]);
    expect(bo.held.has(kontaktId)).toBe(false);
  });

  it('tells to fill anew a bucket whose tombstones are gone', async () => {
    const kommun = await at.kommun();
    const anna = await kommun.client();
    await anna.catchUp();
    const old = anna.cursors;
    const version = await setSkydd(kommun, 'skyddadFolkbokforing');
    await at.server.store.prune(kommun.tenant, version);
    anna.cursors = old;
    const lines = await anna.page();
    expect(lines.filter(({ t }) => t === 'refill').map((line) => 'bucket' in line && line.bucket)).toContain('org:lss');
    expect(ids(lines)).not.toContain(kommun.akter[0].personId);
    expect(ids(lines)).toContain(kommun.akter[1].personId);
    expect((await anna.page()).filter(({ t }) => t === 'refill')).toEqual([]);
  });

  it('answers a client of another epoch, and one that is ahead', async () => {
    const kommun = await at.kommun();
    const anna = await kommun.client();
    await anna.catchUp();
    const cursors = anna.cursors.map((cursor) => ({ ...cursor, version: 99 }));
    expect(await anna.pull({ cursors })).toMatchObject({ status: 409, error: 'client-ahead' });
    const [given] = await at.server.store.newEpoch(kommun.tenant);
    const body = { error: { code: 'epoch-changed', epoch: given?.epoch } };
    expect(await anna.pull()).toMatchObject({ status: 409, body });
    expect(await anna.push([anna.command('senaste.oppnad', { personId: kommun.akter[0].personId })])).toMatchObject({ status: 409, body });
    anna.epoch = null;
    expect(ids(await anna.catchUp())).toHaveLength(kommun.records.length);
  });

  it('counts each bucket on demand, and gives results after a seq', async () => {
    const kommun = await at.kommun();
    const anna = await kommun.client();
    await anna.pushed(...['Ett', 'Två'].map((text) => anna.command('anteckning.spara', note(kommun.akter[0], text))));
    expect(lineOf(await anna.page(), 'cursors').counts).toBeUndefined();
    const lines = await anna.page({ counts: true, resultsAfter: 1 });
    const counts = {
      katalog: 8, // Each note has left a handelse.
      'org:lss': 10,
      [`anvandare:${kommun.users.anna.id}`]: 0,
      [`anvandare:${kommun.users.anna.id}:lss`]: 0,
    };
    expect(lineOf(lines, 'cursors').counts).toEqual(counts);
    expect(lineOf(lines, 'head').results.map(({ seq }) => seq)).toEqual([2]);
    expect(lineOf(lines, 'head').lastSeq).toBe(2);
  });

  it('tells what each bucket holds, by a digest that every write keeps', async () => {
    const kommun = await at.kommun();
    const { tenant, akter, users } = kommun;
    const clients = [await kommun.client(), await kommun.client('utforare')];
    const agree = async () => {
      for (const client of clients) {
        const { digests = {} } = lineOf(await client.page(), 'cursors');
        expect(Object.keys(digests)).toEqual(client.cursors.map(({ bucket }) => bucket));
        expect(Object.fromEntries(client.cursors.map(({ bucket }) => [bucket, client.digestOf(bucket)]))).toEqual(digests);
      }
    };
    await agree();
    const { scope, personId } = akter[0];
    const kontakt = randomUUID();
    const data = { typ: 'ovrig', namn: 'Någon', rev: personId } as const;
    const change = (changes: Change[]) => changeScope(at.server.store, tenant, scope, changes);
    await change([
      { op: 'put', type: 'kontakt', id: kontakt, data },
      { op: 'put', type: 'kontakt', id: randomUUID(), data },
    ]);
    await agree();
    await change([{ op: 'put', type: 'kontakt', id: kontakt, data: { ...data, namn: 'Någon annan' } }]);
    await agree();
    const [anna] = clients;
    await anna?.pushed(anna.command('kundlista.laggTill', { personId }), anna.command('kundlista.taBort', { personId }));
    await agree();
    expect(lineOf((await anna?.page()) ?? [], 'cursors').digests?.[`anvandare:${users.anna.id}`]).toMatch(/^1 /);
    // Away from those without the right, and back.
    await setSkydd(kommun, 'skyddadFolkbokforing');
    await agree();
    await change([{ op: 'delete', type: 'kontakt', id: kontakt }]);
    await setSkydd(kommun, 'ingen');
    await agree();
    await at.server.store.prune(tenant, Number.MAX_SAFE_INTEGER);
    await agree();
  });

  it('has the hash that a replica has', async () => {
    const text = `select lpad(to_hex(record_hash('00000000-0000-7000-8000-000000000001', 17)), 16, '0') as hash`;
    const rows = await at.server.store.transaction((tx) => tx.query<{ hash: string }>('hash', text, []));
    expect(rows).toEqual([{ hash: '1cc57c594905862f' }]);
  });
});
