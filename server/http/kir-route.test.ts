import { describe, expect, it } from 'vitest';
import type { KirPost } from '../../shared/domain/kir/records.ts';
import { KirUnavailable } from '../kir/kir.ts';
import { databaseOf } from '../store/database-of.ts';
import { testServer } from '../testing/server.ts';
import { person, smallKommun } from '../testing/small-kommun.ts';

const post = (personnummer: string, skydd: KirPost['skydd'] = 'ingen'): KirPost => ({
  personnummer,
  fodelsedatum: '1980-01-01',
  efternamn: 'Öberg',
  fornamn: 'Åke',
  adress: { gata: 'Storgatan 1', postnummer: '252 23', ort: 'Ängelby' },
  skydd,
  folkbokfordIKommunen: true,
});
const register: Record<string, KirPost> = {
  '198001012389': post('198001012389'),
  '198001022388': post('198001022388', 'sekretessmarkering'),
  '198001032387': post('198001032387', 'skyddadFolkbokforing'),
};
let closed = false;
const kir = {
  async sok(personnummer: string) {
    if (closed) throw new KirUnavailable('closed');
    return register[personnummer];
  },
};
const clock = { now: () => new Date(now) };
let now = '2026-11-29T08:00:00.000Z';
const at = testServer({ kir, clock });
const ask = async (user: 'anna' | 'skydd' | 'utforare', personnummer: string) => {
  const kommun = await at.kommun();
  return { kommun, answer: await (await kommun.client(user)).send('/kir', { personnummer }) };
};

describe('the register of residents', () => {
  it('REG-03 tells a handläggare who is folkbokförd', async () => {
    expect((await ask('anna', '198001012389')).answer.body).toEqual({ post: register['198001012389'] });
  });

  it('REG-04 says when it does not know the person', async () => {
    expect((await ask('anna', '198001042386')).answer.body).toEqual({ post: null });
  });

  it('FRAGA-62 gives no address of a protected person, and skyddad folkbokföring only to those who have the right', async () => {
    expect((await ask('anna', '198001022388')).answer.body).toMatchObject({ post: { skydd: 'sekretessmarkering' } });
    expect(JSON.stringify((await ask('skydd', '198001032387')).answer.body)).not.toContain('Storgatan');
    expect((await ask('anna', '198001032387')).answer.body).toEqual({ post: null, skyddad: true });
    expect((await ask('skydd', '198001032387')).answer.body).toMatchObject({ post: { skydd: 'skyddadFolkbokforing', efternamn: 'Öberg' } });
  });

  it('FRAGA-05 says that it cannot be reached, as something else than not knowing the person', async () => {
    closed = true;
    try {
      expect((await ask('anna', '198001012389')).answer).toMatchObject({ status: 503, error: 'unavailable' });
    } finally {
      closed = false;
    }
  });

  it('answers only those who may register a kund, about a number, and keeps every question in the access log', async () => {
    expect((await ask('utforare', '198001012389')).answer).toMatchObject({ status: 403, error: 'forbidden' });
    expect((await ask('anna', 'Öberg')).answer).toMatchObject({ status: 400, error: 'malformed' });
    const { kommun } = await ask('anna', '198001012389');
    const rows = await databaseOf(at.server.store).selectFrom('access_log').selectAll().where('tenant', '=', kommun.tenant).execute();
    expect(rows).toMatchObject([{ anvandare_id: kommun.users.anna.id, action: 'sokt', detail: 'KIR 198001012389' }]);
  });

  it('FRAGA-62 what the akt knows of a protection counts, when the register says none', async () => {
    const kommun = await at.kommun();
    const protect = (personnummer: string, skydd: KirPost['skydd']) =>
      databaseOf(at.server.store)
        .insertInto('record')
        .values({
          tenant: kommun.tenant,
          id: personnummer,
          type: 'person',
          scope: `akt:${personnummer}`,
          version: 1,
          schema: 1,
          data: JSON.stringify(person({ personnummer, skydd })),
          buckets: ['org:lss'],
        })
        .execute();
    const [anna, cecilia] = [await kommun.client('anna'), await kommun.client('skydd')];
    await protect('198001012389', 'sekretessmarkering');
    const told = await anna.send('/kir', { personnummer: '198001012389' });
    expect(told.body).toMatchObject({ post: { skydd: 'sekretessmarkering' } });
    expect(JSON.stringify(told.body)).not.toContain('Storgatan');
    await protect('198001042386', 'skyddadFolkbokforing');
    register['198001042386'] = post('198001042386');
    expect((await anna.send('/kir', { personnummer: '198001042386' })).body).toEqual({ post: null, skyddad: true });
    expect((await cecilia.send('/kir', { personnummer: '198001042386' })).body).toMatchObject({ post: { skydd: 'skyddadFolkbokforing' } });

    // As relations of another, open person: each by their own mark.
    const v = (personnummer: string, skydd?: KirPost['skydd']) => ({
      relation: 'Vårdnadshavare',
      namn: `Ek ${personnummer}`,
      personnummer,
      vardnadshavare: true,
      ...(skydd ? { skydd } : {}),
    });
    const relationer = [
      v('198001012389', 'ingen'),
      v('198001032387', 'skyddadFolkbokforing'),
      v('198001052385', 'ingen'),
      v('198001062384'),
    ];
    register['201001012389'] = { ...post('201001012389'), relationer };
    const namnFor = async (client: typeof anna) => {
      const { body } = await client.send('/kir', { personnummer: '201001012389' });
      return (body as { post: KirPost }).post.relationer?.map(({ namn, personnummer }) => [namn, personnummer]);
    };
    const masked = ['', undefined];
    expect(await namnFor(anna)).toEqual([masked, masked, ['Ek 198001052385', '198001052385'], masked]);
    expect(await namnFor(cecilia)).toEqual(relationer.map(({ namn, personnummer }) => [namn, personnummer]));
  });

  it('FRAGA-62 a user asks 30 times a minute and 300 a day at most; another user is not held up, and the systemförvaltare is told', async () => {
    const data = smallKommun();
    data.users.skydd.data.roller = ['systemforvaltare'];
    const kommun = await at.kommun(data);
    const [anna, bo] = [await kommun.client('anna'), await kommun.client('bo')];
    const answers = async (client: typeof anna, times: number) =>
      Object.groupBy(
        await Promise.all(Array.from({ length: times }, async () => (await client.send('/kir', { personnummer: '198001012389' })).status)),
        String,
      );
    for (let asked = 0; asked < 30; asked++) await anna.send('/kir', { personnummer: '198001012389' });
    expect(Object.keys(await answers(anna, 5))).toEqual(['429']);
    expect(Object.keys(await answers(bo, 1))).toEqual(['200']);
    for (let minute = 1; minute < 10; minute++) {
      now = new Date(Date.parse('2026-11-29T08:00:00.000Z') + minute * 61_000).toISOString();
      for (let asked = 0; asked < 30; asked++) await anna.send('/kir', { personnummer: '198001012389' });
    }
    // Told behind the answer, and once a day.
    const cecilia = await kommun.client('skydd');
    const notiser = async () => {
      await cecilia.catchUp();
      return [...cecilia.held].filter(([id]) => id.startsWith('kirNotis:')).map(([, { data }]) => data);
    };
    await expect.poll(notiser, { timeout: 20_000 }).toMatchObject([{ anvandareId: kommun.users.anna.id, namn: 'Anna Ek' }]);
    const [notis] = (await notiser()) as { minut: number }[];
    expect(notis?.minut).toBeGreaterThan(30);
    now = '2026-11-29T12:00:00.000Z';
    expect(await anna.send('/kir', { personnummer: '198001012389' })).toMatchObject({ status: 429, error: 'too-many-requests' });
    now = '2026-11-30T12:00:00.000Z';
    expect((await anna.send('/kir', { personnummer: '198001012389' })).status).toBe(200);
  });
});
