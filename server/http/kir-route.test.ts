import { describe, expect, it } from 'vitest';
import type { KirPost } from '../../shared/domain/kir/records.ts';
import { KirUnavailable } from '../kir/kir.ts';
import { testServer } from '../testing/server.ts';

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
const at = testServer({ kir });
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
    const rows = await at.server.store.db.selectFrom('access_log').selectAll().where('tenant', '=', kommun.tenant).execute();
    expect(rows).toMatchObject([{ anvandare_id: kommun.users.anna.id, action: 'sokt', detail: 'KIR 198001012389' }]);
  });
});
