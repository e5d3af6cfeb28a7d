import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { rulebook } from '../../shared/domain/rulebook/commands.ts';
import type { Notis, Notissvar } from '../notiser/notis-port.ts';
import { vanligaTexter } from '../notiser/texts.ts';
import { databaseOf } from '../store/database-of.ts';
import { createAct } from '../sync/act.ts';
import { etjanstKommun, ombudetsNummer } from '../testing/etjanst-kommun.ts';
import { testServer } from '../testing/server.ts';
import { dropOldNotices } from './drop-old-notices.ts';
import { type Notices, type NoticesOn, sendNotices } from './send-notices.ts';

const mails: Notis[] = [];
const at = testServer({
  clock: { now: () => new Date('2026-11-30T08:00:00.000Z') },
  notices: {
    epost: {
      skicka: async (notis) => {
        mails.push(notis);
        return { slag: 'skickad' };
      },
      close: () => undefined,
    },
  },
});
beforeEach(() => {
  mails.length = 0;
});

type Kommun = Awaited<ReturnType<typeof etjanstKommun>>;
type Over = {
  now?: string;
  sms?: (notis: Notis) => Notissvar | Promise<Notissvar>;
  epost?: (notis: Notis) => Notissvar | Promise<Notissvar>;
  utanSms?: true;
  retryHours?: number;
  /** Puts itself between the node and what it keeps. */
  wrap?: (notices: Notices) => Notices;
};
/** A node of the server, with services that answer as told; none is one that takes all. */
function node({ now = '2026-11-30T09:00:00.000Z', sms, epost, retryHours = 24, wrap = (one) => one, utanSms }: Over = {}) {
  const { store } = at.server;
  const sent: Notis[] = [];
  const told = { away: [] as object[], left: [] as object[] };
  const clock = { now: () => new Date(now) };
  const port = (answer: ((notis: Notis) => Notissvar | Promise<Notissvar>) | undefined) => ({
    skicka: async (notis: Notis) => {
      sent.push(notis);
      return answer ? answer(notis) : { slag: 'skickad' as const };
    },
    close: () => undefined,
  });
  const on: NoticesOn = {
    notices: wrap({
      ...{ recover: store.recoverNotices, take: store.takeNotices, begin: store.beginNotice, settle: store.settleNotice },
      ...{ receivers: store.noticeReceivers, skyddByNumber: store.skyddByNumber, untold: store.untoldNotices, told: store.noticeTold },
    }),
    act: createAct({ store, rulebook, clock, hooks: {} }),
    ports: { ...(utanSms ? {} : { sms: port(sms) }), epost: port(epost) },
    kommun: async () => 'Ängelby',
    ...{ texter: vanligaTexter, tyst: { fran: '20:00', till: '08:00' }, retryMs: retryHours * 3_600_000, clock },
    tell: { away: (about) => told.away.push(about), left: (about) => told.left.push(about) },
  };
  return { run: (tenant: string) => sendNotices(on, tenant), sent, told };
}
const bada = { sms: { telefon: 1 as const }, epost: 'linnea@räksmörgås.se' };
const med = (over: Parameters<typeof etjanstKommun>[1] = {}) =>
  etjanstKommun(at, { etjanst: bada, person: { telefon: '070-174 06 01' }, ...over });
const nytt = (personId: string, nr = 1) => ({ handelse: `meddelande/${nr}`, slag: 'nytt' as const, personId });
const utfall = async ({ notices }: Kommun) =>
  (await notices()).map(({ om, lage, orsak }) => `${om}: ${lage}${orsak === null ? '' : ` ${orsak}`}`).sort();
const gaUr = (tenant: string) =>
  databaseOf(at.server.store)
    .updateTable('notis')
    .set({ held_until: new Date(0) })
    .where('tenant', '=', tenant)
    .execute();

it('EAKT-04 FORB-60 who is told is told once a way, where they chose, and nothing of what there is to read', async () => {
  const kommun = await med({ godkannanden: [{ mobil: '+46 70 174 06 02' }] });
  await kommun.queue(nytt(kommun.personId));
  const { run, sent } = node();
  await run(kommun.tenant);
  await run(kommun.tenant);
  expect(sent.map(({ till }) => till).sort()).toEqual(['+46701740601', '+46701740602', 'linnea@räksmörgås.se']);
  for (const { amne, text } of sent) {
    expect({ amne, text }).toEqual({
      amne: 'Meddelande från Ängelby',
      text: 'Du har något nytt att läsa i e-tjänsten hos Ängelby. Logga in med din e-legitimation.',
    });
  }
  expect(await utfall(kommun)).toEqual([
    `meddelande/1 ${ombudetsNummer} sms: skickad`,
    'meddelande/1 kunden epost: skickad',
    'meddelande/1 kunden sms: skickad',
  ]);
});

const skyddad = { skydd: 'skyddadFolkbokforing' };
it.each<[string, (kommun: Kommun) => Promise<unknown>, string[]]>([
  ['the e-service was ended', (k) => k.change(k.postId, { lage: 'avslutad' }), ['utebliven galler-inte', 'utebliven galler-inte']],
  ['they died', (k) => k.change(k.personId, { avliden: '2026-11-29' }), ['utebliven avliden', 'utebliven avliden']],
  ['they were protected', (k) => k.change(k.personId, skyddad), ['utebliven skyddad', 'utebliven skyddad']],
  ['they chose another way', (k) => k.change(k.postId, { sms: undefined }), ['skickad', 'utebliven bortvald']],
  ['the number is no mobile any more', (k) => k.change(k.personId, { telefon: '0431-12345' }), ['skickad', 'misslyckad ogiltig']],
  ['it is gone', (k) => k.remove(k.postId), ['utebliven borta', 'utebliven borta']],
])('FORB-61 decided when it is sent: %s meanwhile', async (_, change, expected) => {
  const kommun = await med();
  await kommun.queue(nytt(kommun.personId));
  await change(kommun);
  const { run, sent } = node();
  await run(kommun.tenant);
  expect(await utfall(kommun)).toEqual([`meddelande/1 kunden epost: ${expected[0]}`, `meddelande/1 kunden sms: ${expected[1]}`]);
  expect(sent).toHaveLength(expected.filter((one) => one === 'skickad').length);
});

it.each<[string, (kommun: Kommun) => Promise<unknown>, string]>([
  [
    'the samtycke was taken back',
    (k) =>
      k.change(k.samtyckeId, {
        aterkallat: {
          dag: '2026-11-29',
          hur: 'muntligt',
          av: 'x',
          registrerat: { anvandareId: randomUUID(), namn: 'x', at: '2026-11-29T08:00:00.000Z' },
        },
      }),
    'utebliven galler-inte',
  ],
  ['the contact is gone', (k) => k.remove(k.kontaktId), 'utebliven galler-inte'],
  ['the contact has another number', (k) => k.change(k.kontaktId, { personnummer: '197001012383' }), 'utebliven galler-inte'],
  ['the contact was protected', (k) => k.change(k.kontaktId, { skyddad: true }), 'utebliven skyddad'],
  [
    'they were protected as a kund of their own, and no contact is marked yet',
    (k) => k.change(k.akter[1].personId, { personnummer: ombudetsNummer, ...skyddad }),
    'utebliven skyddad',
  ],
  ['the kund died', (k) => k.change(k.personId, { avliden: '2026-11-29' }), 'utebliven avliden'],
  ['nothing changed', async () => undefined, 'skickad'],
])('REL-09 FORB-65 of who acts for the kund: %s', async (_, change, expected) => {
  const kommun = await med({ etjanst: {}, godkannanden: [{ mobil: '070-1740602' }] });
  await kommun.queue(nytt(kommun.personId));
  await change(kommun);
  await node().run(kommun.tenant);
  expect(await utfall(kommun)).toEqual([`meddelande/1 ${ombudetsNummer} sms: ${expected}`]);
});

it('FORB-60 a number that was corrected meanwhile is the one that is told; of two units’ approvals the one that holds', async () => {
  const kommun = await med({ etjanst: { sms: { telefon: 1 } }, godkannanden: [{ mobil: '070-1740602' }, { mobil: '070-1740603' }] });
  await kommun.queue(nytt(kommun.personId));
  await kommun.change(kommun.personId, { telefon: '070-1740699' });
  await kommun.change(kommun.godkannandeIds[0] ?? '', { lage: 'avslutad' });
  const { run, sent } = node();
  await run(kommun.tenant);
  expect(sent.map(({ till }) => till).sort()).toEqual(['+46701740603', '+46701740699']);
});

it('FRAGA-61 what is refused for good is told to the handläggare once, with why and nothing of the person, and is not tried again', async () => {
  const kommun = await med({ godkannanden: [{ mobil: '070-1740602' }] });
  await kommun.queue(nytt(kommun.personId), nytt(kommun.personId, 2));
  const nekar = { sms: () => ({ slag: 'nekad' as const, svar: '422' }) };
  for (let nr = 0; nr < 2; nr += 1) await node(nekar).run(kommun.tenant);
  const bevakningar = await kommun.bevakningar();
  expect(bevakningar.map(({ text }) => text).sort()).toEqual([
    'En närstående fick ingen avisering via SMS: numret togs inte emot. Se Personuppgifter.',
    'Kunden fick ingen avisering via SMS: numret togs inte emot. Se Personuppgifter.',
  ]);
  expect(bevakningar.every(({ bevakasAvId }) => bevakasAvId === kommun.users.anna.id)).toBe(true);
  expect((await kommun.notices()).filter(({ lage }) => lage === 'misslyckad')).toMatchObject(
    Array.from({ length: 4 }, () => ({ orsak: 'nekad', svar: '422', tries: 1, told: true })),
  );
  expect(
    (await utfall(kommun)).filter((one) => one.endsWith('epost: skickad')),
    'the other way went',
  ).toHaveLength(2);
});

it('FRAGA-61 what was settled long ago is taken away; what waits, or nobody has been told of, never', async () => {
  const kommun = await med({ etjanst: { epost: 'linnea@exempel.se' } });
  const drop = (now: string) => dropOldNotices(at.server.store.dropOldNotices, { now: () => new Date(now) }).run(kommun.tenant);
  await kommun.queue(nytt(kommun.personId, 1));
  await node().run(kommun.tenant);
  await kommun.queue(nytt(kommun.personId, 2));
  await node({ epost: () => ({ slag: 'nekad' as const, svar: '550' }) }).run(kommun.tenant);
  await kommun.queue(nytt(kommun.personId, 3), nytt(kommun.personId, 4));
  await databaseOf(at.server.store)
    .updateTable('notis')
    .set({ lage: 'oviss', done_at: '2026-11-30T09:00:00.000Z' })
    .where('tenant', '=', kommun.tenant)
    .where('handelse', '=', 'meddelande/4')
    .execute();
  const kvar = async () => (await kommun.notices()).map(({ om }) => om.split(' ')[0]).sort();
  await drop('2027-12-30T09:00:00.000Z');
  expect(await kvar()).toEqual([1, 2, 3, 4].map((nr) => `meddelande/${nr}`));
  await drop('2028-01-05T09:00:00.000Z');
  expect(await kvar()).toEqual(['meddelande/3', 'meddelande/4']);
});

it('what is not taken is tried again with growing pauses for so long, and then told', async () => {
  const kommun = await med({ etjanst: { epost: 'linnea@exempel.se' } });
  await kommun.queue(nytt(kommun.personId));
  const senare = () => ({ slag: 'senare' as const, svar: '450 4.7.1' });
  const tried: string[] = [];
  const begin = Date.parse('2026-11-30T07:00:00.000Z');
  const minutes = [...Array.from({ length: 64 }, (_, nr) => nr), 121, 122, 181, 182, 241, 242, 243, 300];
  for (const minute of minutes) {
    const now = new Date(begin + minute * 60_000).toISOString();
    const { run, sent } = node({ now, epost: senare, retryHours: 4 });
    await run(kommun.tenant);
    if (sent.length > 0) tried.push(now.slice(11, 16));
  }
  expect(tried).toEqual(['07:00', '07:02', '07:06', '07:14', '07:30', '08:02', '09:02', '10:02', '11:02']);
  expect(await utfall(kommun)).toEqual(['meddelande/1 kunden epost: misslyckad svarar-inte']);
  expect(await kommun.bevakningar()).toMatchObject([
    { text: 'Kunden fick ingen avisering via e-post: e-postservern tog inte emot den i tid. Se Personuppgifter.' },
  ]);
});

it('a service that takes nothing is asked once a run, and told of; the other way goes on', async () => {
  const kommun = await med();
  for (let nr = 0; nr < 30; nr += 1) await kommun.queue(nytt(kommun.personId, nr));
  const { run, sent, told } = node({ sms: () => ({ slag: 'senare', borta: true, svar: '503' }) });
  await run(kommun.tenant);
  // Those that were under way side by side with the first.
  expect(sent.filter(({ till }) => till.startsWith('+')).length).toBeLessThanOrEqual(4);
  expect(sent.filter(({ till }) => till.includes('@'))).toHaveLength(30);
  expect(told.away).toEqual([{ tenant: kommun.tenant, kanal: 'sms', svar: '503' }]);
  expect((await utfall(kommun)).filter((one) => one.endsWith('sms: vantar'))).toHaveLength(30);
  await node({ now: '2026-11-30T10:30:00.000Z' }).run(kommun.tenant);
  expect(new Set((await utfall(kommun)).map((one) => one.split(': ')[1]))).toEqual(new Set(['skickad']));
});

it('where no service is set it waits for one so long, and then says so', async () => {
  const kommun = await med({ etjanst: { sms: { telefon: 1 } } });
  await kommun.queue(nytt(kommun.personId));
  await node({ utanSms: true }).run(kommun.tenant);
  expect(await utfall(kommun)).toEqual(['meddelande/1 kunden sms: vantar']);
  await node({ utanSms: true, now: '2026-12-01T09:30:00.000Z' }).run(kommun.tenant);
  expect(await utfall(kommun)).toEqual(['meddelande/1 kunden sms: misslyckad ingen-tjanst']);
  expect((await kommun.bevakningar()).map(({ text }) => text)).toEqual([
    'Kunden fick ingen avisering via SMS: kommunens server har ingen tjänst för SMS inställd. Se Personuppgifter.',
  ]);
});

it('in quiet hours nothing is sent; in the morning it is', async () => {
  const kommun = await med();
  await kommun.queue(nytt(kommun.personId));
  for (const now of ['2026-11-30T19:00', '2026-12-01T01:00', '2026-12-01T06:59']) {
    const { run, sent } = node({ now: `${now}:00.000Z` });
    await run(kommun.tenant);
    expect(sent, now).toEqual([]);
  }
  const { run, sent } = node({ now: '2026-12-01T07:00:00.000Z' });
  await run(kommun.tenant);
  expect(sent).toHaveLength(2);
});

it('two nodes at once send each once', async () => {
  const kommun = await med();
  for (let nr = 0; nr < 40; nr += 1) await kommun.queue(nytt(kommun.personId, nr));
  const nodes = [node(), node(), node()];
  await Promise.all(nodes.map(({ run }) => run(kommun.tenant)));
  const ids = nodes.flatMap(({ sent }) => sent.map(({ id }) => id));
  expect(ids).toHaveLength(80);
  expect(new Set(ids).size).toBe(80);
});

it('ended at any step, before or after it: each is sent at most once, none waits for ever, and what nobody knows is told', async () => {
  class Killed extends Error {}
  let wholeRuns = 0;
  for (let step = 1; wholeRuns === 0; step += 1) {
    for (const after of [false, true]) {
      const kommun = await med({ etjanst: { epost: 'linnea@exempel.se', sms: { telefon: 1 } }, person: { telefon: '0431-12345' } });
      await kommun.queue(nytt(kommun.personId));
      let left = step;
      const wrap = (notices: Notices): Notices => {
        const cut =
          <Given extends unknown[], Answer>(operation: (...given: Given) => Promise<Answer>) =>
          async (...given: Given): Promise<Answer> => {
            left -= 1;
            if (left < 0 || (left === 0 && !after)) throw new Killed();
            const answer = await operation(...given);
            if (left === 0) throw new Killed();
            return answer;
          };
        return Object.fromEntries(Object.entries(notices).map(([name, operation]) => [name, cut(operation as never)])) as Notices;
      };
      const first = node({ wrap });
      const ended = await first.run(kommun.tenant).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (ended !== undefined) expect(ended).toBeInstanceOf(Killed);
      else if (after) wholeRuns += 1;
      await gaUr(kommun.tenant);
      const second = node();
      await second.run(kommun.tenant);
      const ids = [...first.sent, ...second.sent].map(({ id }) => id);
      const rows = await kommun.notices();
      const about = `step ${step}${after ? ' after' : ' before'}: ${await utfall(kommun)}`;
      expect(new Set(ids).size, about).toBe(ids.length);
      expect(
        rows.every(({ lage }) => ['skickad', 'oviss', 'misslyckad'].includes(lage)),
        about,
      ).toBe(true);
      for (const { id, lage, kanal, told } of rows) {
        if (kanal === 'sms') expect({ lage, told }, about).toEqual({ lage: 'misslyckad', told: true });
        else if (lage === 'skickad') expect(ids, about).toContain(id);
        else expect({ lage, told }, about).toEqual({ lage: 'oviss', told: true });
      }
      const texts = (await kommun.bevakningar()).map(({ text }) => text);
      expect(
        texts.filter((text) => text.startsWith('Kunden fick ingen avisering via SMS')),
        about,
      ).toHaveLength(1);
      const unknown = rows.some(({ lage }) => lage === 'oviss');
      expect(
        texts.filter((text) => text.startsWith('Kunden fick kanske inte')),
        about,
      ).toHaveLength(unknown ? 1 : 0);
    }
  }
});

it('a node that was given up while it sent knows better than who gave it up', async () => {
  const kommun = await med({ etjanst: { epost: 'linnea@exempel.se' } });
  await kommun.queue(nytt(kommun.personId));
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<Notissvar>();
  const slow = node({
    epost: () => {
      asked.resolve();
      return answer.promise;
    },
  });
  const running = slow.run(kommun.tenant);
  await asked.promise;
  await gaUr(kommun.tenant);
  const other = node();
  await other.run(kommun.tenant);
  expect(await utfall(kommun)).toEqual(['meddelande/1 kunden epost: oviss avbrott']);
  answer.resolve({ slag: 'skickad', svar: '250' });
  await running;
  expect(await utfall(kommun)).toEqual(['meddelande/1 kunden epost: skickad']);
  expect(other.sent).toEqual([]);
});

it('after a restored backup what waited may have been sent: it is told, and not sent again', async () => {
  const kommun = await med({ etjanst: { epost: 'linnea@exempel.se' } });
  await kommun.queue(nytt(kommun.personId));
  await at.server.store.newEpoch(kommun.tenant);
  const { run, sent } = node();
  await run(kommun.tenant);
  expect(sent).toEqual([]);
  expect(await utfall(kommun)).toEqual(['meddelande/1 kunden epost: oviss avbrott']);
  expect(await kommun.bevakningar()).toHaveLength(1);
});

it('a record that cannot be read is looked at again later; the others are told', async () => {
  const kommun = await med({ etjanst: { epost: 'linnea@exempel.se' }, godkannanden: [{ mobil: '070-1740602' }] });
  await kommun.queue(nytt(kommun.personId));
  await kommun.change(kommun.postId, { lage: 'nytt', begard: undefined });
  await node().run(kommun.tenant);
  expect(await utfall(kommun)).toEqual([`meddelande/1 ${ombudetsNummer} sms: skickad`, 'meddelande/1 kunden epost: vantar']);
  await kommun.change(kommun.postId, {
    lage: 'aktiv',
    begard: { anvandareId: kommun.users.anna.id, namn: 'Anna Ek', at: '2026-11-20T09:00:00.000Z' },
  });
  await node({ now: '2026-11-30T09:10:00.000Z' }).run(kommun.tenant);
  expect((await utfall(kommun)).at(-1)).toBe('meddelande/1 kunden epost: skickad');
});

it('NATT-01 who is activated by the running server is told by it, soon after', async () => {
  const { tenant, client, akter } = await at.kommun();
  const anna = await client();
  const input = {
    personId: akter[0].personId,
    basRev: null,
    rev: randomUUID(),
    meddelande: true,
    inkomstblankett: true,
    epost: 'marta@exempel.se',
  };
  await anna.pushed(anna.command('etjanst.spara', input));
  await at.server.runNightly(tenant);
  await expect.poll(() => mails.length, { timeout: 60_000 }).toBe(1);
  expect(mails[0]).toMatchObject({ till: 'marta@exempel.se', fran: 'Ängelby', text: expect.stringContaining('kan nu använda e-tjänsten') });
});
