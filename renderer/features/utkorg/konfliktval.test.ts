// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { fromPlainText } from '../../../shared/domain/text/text.ts';
import type { UtkorgPostDetalj } from '../../../shared/ipc/views.ts';
import { call, newId, startCore } from '../../state/core.ts';
import { type Karna, testKarna, utanSkrivratt } from '../../testing/karna.ts';
import { linnea, linneasAkt } from '../../testing/linnea.ts';
import { hinderFor, settle, tryAgain } from './konfliktval.ts';

const [egenText, serverText] = [fromPlainText('min text'), fromPlainText('serverns')];
let end: () => void = () => undefined;
afterEach(() => end());

const radPa = async (id: string): Promise<UtkorgPostDetalj> => {
  const rad = await call('utkorg.post', { id });
  if (!rad.ok || !rad.value) throw new Error(`no row ${id}`);
  return rad.value;
};
const noten = (karna: Karna) => karna.get('anteckning', linnea.osignerad);

/** My words in one of Linnea's notes, sent and not answered. */
async function skickad() {
  const karna = testKarna(linneasAkt());
  end = startCore(karna.backend);
  const [id, before] = [newId(), noten(karna)];
  if (!before) throw new Error('note is missing');
  const { dokumentation, rubrikKod, handelsedatum, rev: basRev } = before;
  const input = { personId: linnea.person, anteckningId: linnea.osignerad, dokumentation, rubrikKod, handelsedatum, text: egenText };
  expect(await call('kommando.kor', { name: 'anteckning.spara', id, input: { ...input, basRev, rev: newId() } })).toMatchObject({
    ok: true,
  });
  return { karna, id };
}
/** Per's words came to the server before mine. */
const pers = (over: object = {}) => ({
  ...{ type: 'anteckning' as const, id: linnea.osignerad },
  data: { text: serverText, rev: newId(), sparad: { anvandareId: newId(), namn: 'Per Hallberg', at: '2026-11-20T08:00:00.000Z' }, ...over },
});
async function konflikt(over: object = {}, code = 'text-andrad') {
  const { karna, id } = await skickad();
  karna.push(pers(over));
  const post = await radPa(id);
  expect(post).toMatchObject({ tillstand: 'nekad', konflikt: true, rejection: { code }, server: { av: 'Per Hallberg' } });
  return { karna, post, tillstand: async () => (await radPa(id)).tillstand, val: () => karna.list('konfliktval').map(({ data }) => data) };
}

describe('settling a conflict (FRAGA-61)', () => {
  it('Behåll serverns keeps the choice with my words, and writes nothing else', async () => {
    const { karna, post, tillstand, val } = await konflikt();
    expect(await settle(post, 'server')).toMatchObject({ ok: true });
    expect(val()).toMatchObject([{ val: 'server', egenText, serverText, egenSkriven: post.at }]);
    expect(noten(karna)?.text).toEqual(serverText);
    expect(await tillstand()).toBe('avgjord');
  });
  it("Behåll din is built on the server's revision, on the server's note", async () => {
    const { karna, post, tillstand, val } = await konflikt();
    expect(await settle(post, 'egen')).toMatchObject({ ok: true });
    expect(val()).toMatchObject([{ val: 'egen', egenText, serverText }]);
    expect(noten(karna)?.text).toEqual(egenText);
    karna.push();
    expect(noten(karna)?.text).toEqual(egenText);
    expect(await tillstand()).toBe('avgjord');
  });
  it('Behåll båda writes a new note beside', async () => {
    const { karna, post } = await konflikt();
    const before = karna.list('anteckning').map(({ id }) => id);
    expect(await settle(post, 'bada')).toMatchObject({ ok: true });
    karna.push();
    expect(noten(karna)?.text).toEqual(serverText);
    const nya = karna.list('anteckning').filter(({ id }) => !before.includes(id));
    expect(nya.map(({ data }) => data.text)).toEqual([egenText]);
  });
  it('Skriv ihop saves the new words and drops their draft with them', async () => {
    const { karna, post, val } = await konflikt();
    const nyckel = `ihop:${post.id}`;
    await call('utkast.spara', { nyckel, personId: null, titel: 'Ihop', data: { text: fromPlainText('båda') } });
    expect(await settle(post, 'sammanskriven', fromPlainText('båda'), nyckel)).toMatchObject({ ok: true });
    expect(val()).toMatchObject([{ val: 'sammanskriven', egenText }]);
    karna.push();
    expect(noten(karna)?.text).toEqual(fromPlainText('båda'));
    expect(karna.utkast.size).toBe(0);
  });
  it('a refused save leaves the row in Att åtgärda', async () => {
    const { karna, post, tillstand } = await konflikt();
    karna.pull(pers({ text: fromPlainText('Per igen') }));
    expect(await settle(post, 'egen')).toMatchObject({ ok: false, rejection: { code: 'text-andrad' } });
    expect(noten(karna)?.text).toEqual(fromPlainText('Per igen'));
    expect(await tillstand()).toBe('nekad');
  });
  it('a refused choice saves nothing', async () => {
    const { karna, post, tillstand, val } = await konflikt();
    karna.remove('utredning', linnea.utredning);
    expect(await settle(post, 'bada')).toMatchObject({ ok: false });
    expect(val()).toEqual([]);
    expect(karna.list('anteckning').map(({ data }) => data.text)).not.toContainEqual(egenText);
    expect(await tillstand()).toBe('nekad');
  });
  it('a signed text of the server cannot be written over, only written beside', async () => {
    const { post } = await konflikt(
      { signerad: { anvandareId: newId(), namn: 'Per Hallberg', at: '2026-11-20T08:00:00.000Z' } },
      'signerad',
    );
    expect(hinderFor('egen', post)).toMatch(/signerad/);
    expect(hinderFor('sammanskriven', post)).toMatch(/signerad/);
    expect(hinderFor('bada', post)).toBeUndefined();
    expect(hinderFor('server', post)).toBeUndefined();
  });
  it('a row of an unreadable version has no choice to make', async () => {
    const { post, val } = await konflikt();
    const strange = { ...post, input: { version: 9 } };
    expect(hinderFor('bada', strange)).toBeDefined();
    expect(await settle(strange, 'bada')).toMatchObject({ ok: false });
    expect(val()).toEqual([]);
  });
  it('Försök igen runs the same words, and the refused row ends with them, in one', async () => {
    const { karna, id } = await skickad();
    karna.push(utanSkrivratt(linneasAkt()));
    expect(await radPa(id)).toMatchObject({ tillstand: 'nekad', rejection: { code: 'behorighet-saknas' } });
    const { actor } = linneasAkt();
    karna.pull({ type: 'anvandare', id: actor.id, data: { roller: actor.roller } });
    expect(await tryAgain(await radPa(id))).toMatchObject({ ok: true });
    expect((await radPa(id)).tillstand).toBe('avgjord');
    karna.push();
    expect(noten(karna)?.text).toEqual(egenText);
  });
});
