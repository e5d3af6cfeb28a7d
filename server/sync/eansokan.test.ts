import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { taEmotEansokan } from '../../shared/domain/eansokan/ta-emot.ts';
import { rulebook } from '../../shared/domain/rulebook/commands.ts';
import { katalogScope } from '../../shared/domain/scope.ts';
import { protectNamed } from '../jobs/protect-named.ts';
import { changeScope } from '../testing/change-scope.ts';
import type { TestClient } from '../testing/client.ts';
import { testServer } from '../testing/server.ts';
import { person } from '../testing/small-kommun.ts';
import { systemClock } from '../util/clock.ts';
import { createAct } from './act.ts';

const at = testServer();
const door = () => createAct({ store: at.server.store, rulebook, clock: systemClock, hooks: {} });

/** Märta has applied by the e-service; Anna, Bo and Cecilia (who may see the protected) are of the unit. */
async function inkommen(over: object = {}) {
  const kommun = await at.kommun();
  const { tenant } = kommun;
  await changeScope(at.server.store, tenant, katalogScope, [
    { op: 'put', type: 'vardelista', id: randomUUID(), data: { lista: 'enhet', varden: [{ namn: 'LSS', kod: 'lss' }] } },
  ]);
  const [, annan] = kommun.akter;
  await changeScope(at.server.store, tenant, annan.scope, [
    {
      op: 'put',
      type: 'person',
      id: annan.personId,
      data: person({ personnummer: '189001019802', efternamn: 'Åkesson', fornamn: 'Greta' }),
    },
  ]);
  const eansokanId = randomUUID();
  const input = {
    ...{ eansokanId, ingang: 'lss', personnummer: person().personnummer, fornamn: 'Märta', efternamn: 'Åkesson', skyddad: false },
    ...{ insats: 'Kontaktperson', text: 'Jag vill ha någon att göra saker med.', inkom: '2026-11-18T20:14:00.000Z', ...over },
  };
  const command = { id: randomUUID(), name: taEmotEansokan.name, version: taEmotEansokan.version, input };
  expect(await door()(tenant, 'E-tjänsten', command)).toMatchObject({ outcome: 'ok' });
  const koppla = (user: 'anna' | 'bo', personId: string, aktualiseringId = randomUUID()) => ({
    ...{ personId, eansokanId, aktualiseringstyp: 'Ansökan SOL', aktualiseringar: [{ id: aktualiseringId }], franVem: 'Den enskilde' },
    ...{ ansvarigHandlaggareId: kommun.users[user].id, organisationId: kommun.users[user].data.organisationId },
    ...{ aktualiseringssatt: 'E-ansökan', rev: randomUUID() },
  });
  const [anna, bo, skydd] = [await kommun.client('anna'), await kommun.client('bo'), await kommun.client('skydd')];
  for (const one of [anna, bo, skydd]) await one.catchUp();
  return { ...kommun, eansokanId, command, koppla, anna, bo, skydd };
}
const utfall = (client: TestClient, id: string) =>
  (client.held.get(id)?.data as { utfall?: { slag: string; namn: string } } | undefined)?.utfall;
const svar = ({ results }: { results: { outcome: string; code?: string }[] }) => results.map(({ code, outcome }) => code ?? outcome);

it('EANS-01 EANS-03 one that comes in is with every handläggare of the unit, once however often it is sent, and with no utförare', async () => {
  const { tenant, client, eansokanId, command, anna, bo } = await inkommen();
  expect(await door()(tenant, 'E-tjänsten', command)).toMatchObject({ outcome: 'ok' });
  expect(await door()(tenant, 'E-tjänsten', { ...command, id: randomUUID() })).toMatchObject({ outcome: 'ok' });
  for (const one of [anna, bo]) expect(one.held.get(eansokanId)).toMatchObject({ buckets: ['org:lss'] });
  const utforare = await client('utforare');
  await utforare.catchUp();
  expect(utforare.held.has(eansokanId)).toBe(false);
  const { results } = await anna.pushed(anna.command(command.name, command.input, { version: 1 }));
  expect(results).toMatchObject([{ outcome: 'refused', code: 'behorighet-saknas' }]);
});

it('EANS-10 two who connect the same one, each offline: one does, the other is told, and the inbox says whose it became', async () => {
  const { akter, eansokanId, koppla, anna, bo } = await inkommen();
  const [{ personId }] = akter;
  const [annas, bos] = [randomUUID(), randomUUID()];
  const givna = [
    anna.command('eansokan.koppla', koppla('anna', personId, annas)),
    bo.command('eansokan.koppla', koppla('bo', personId, bos)),
  ] as const;
  const svaren = await Promise.all([anna.pushed(givna[0]), bo.pushed(givna[1])]);
  expect(svaren.flatMap(svar).sort()).toEqual(['eansokan-redan-kopplad', 'ok']);
  const vann = svar(svaren[0]).includes('ok') ? annas : bos;
  for (const one of [anna, bo]) {
    await one.catchUp();
    expect([annas, bos].filter((id) => one.held.has(id))).toEqual([vann]);
    expect(utfall(one, eansokanId)).toMatchObject({ slag: 'kopplad', namn: vann === annas ? 'Anna Ek' : 'Bo Ås' });
  }
});

it('FORB-74 and so it is over two akter: the one who says that it is about somebody else, and the one who connects it to its sender', async () => {
  const { akter, eansokanId, koppla, anna, bo } = await inkommen();
  const [sender, annan] = akter;
  const galler = { ...koppla('anna', annan.personId), kommentar: 'Dottern sökte', bevakningId: randomUUID() };
  const svaren = await Promise.all([
    anna.pushed(anna.command('eansokan.gallerAnnan', galler)),
    bo.pushed(bo.command('eansokan.koppla', koppla('bo', sender.personId))),
  ]);
  expect(svaren.flatMap(svar).sort()).toEqual(['eansokan-redan-kopplad', 'ok']);
  await anna.catchUp();
  const slag = svar(svaren[0]).includes('ok') ? 'gallerAnnan' : 'kopplad';
  expect(utfall(anna, eansokanId)?.slag).toBe(slag);
  const gjorda = [...anna.held.values()].flatMap(({ data }) => {
    const { gruppId, eansokan } = data as { gruppId?: string; eansokan?: object };
    return gruppId === eansokanId && eansokan ? [eansokan] : [];
  });
  expect(gjorda.map((one) => 'kommentar' in one)).toEqual([slag === 'gallerAnnan']);
});

it('EANS-03 several of one journey: taken care of, connected, and what comes after is refused', async () => {
  const { akter, eansokanId, koppla, anna } = await inkommen();
  const [{ personId }] = akter;
  const hand = { eansokanId, tar: true, sedd: null };
  const givna = [
    anna.command('eansokan.tagHand', hand),
    anna.command('eansokan.koppla', koppla('anna', personId)),
    anna.command('eansokan.aterta', { eansokanId, kommentar: 'Ringde' }),
  ];
  expect(svar(await anna.pushed(...givna))).toEqual(['ok', 'ok', 'eansokan-redan-kopplad']);
  await anna.catchUp();
  expect(anna.held.get(eansokanId)?.data).toMatchObject({ tagen: { namn: 'Anna Ek' }, utfall: { slag: 'kopplad', personId } });
});

it('FRAGA-62 of one who is protected it is the smallest circle’s: nobody else has it, connects it, or has it still', async () => {
  const { tenant, akter, eansokanId, koppla, anna, skydd } = await inkommen();
  const [{ personId, scope }] = akter;
  await changeScope(at.server.store, tenant, scope, [
    { op: 'put', type: 'person', id: personId, data: person({ skydd: 'skyddadFolkbokforing' }) },
  ]);
  const refused: unknown[] = [];
  await protectNamed(at.server.store.namedMembers, door(), (about) => refused.push(about)).run(tenant);
  expect(refused).toEqual([]);
  for (const one of [anna, skydd]) await one.catchUp();
  expect([anna, skydd].map(({ held }) => held.has(eansokanId))).toEqual([false, true]);
  const annan = { ...koppla('anna', akter[1].personId), kommentar: 'x', bevakningId: randomUUID() };
  expect(svar(await anna.pushed(anna.command('eansokan.gallerAnnan', annan)))).toEqual(['finns-inte']);
  expect(svar(await anna.pushed(anna.command('eansokan.tagHand', { eansokanId, tar: true, sedd: null })))).toEqual(['atkomst-saknas']);
  expect(await at.server.store.namedMembers(tenant), 'once').toEqual([]);
});
