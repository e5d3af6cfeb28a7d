import { describe, expect, test } from 'vitest';
import type { Dokument } from '../dokument/records.ts';
import type { Post } from '../post.ts';
import { testActor, testId, testVerkstallighet } from '../testing/state.ts';
import { medHandlingar } from './handling-noder.ts';
import type { Nod } from './nod.ts';

const nod = (id: string, niva: number, parentId: string | null): Nod => ({
  ...{ id, parentId, niva, slag: 'utredning', etikett: id, fet: false, ikon: 'utredning', harBarn: false, meny: [] },
});
const u = `utredning/${testId(20)}`;
const noder = [nod('rot', 1, null), nod(u, 2, 'rot'), nod('a', 3, u), nod('aa', 4, 'a'), nod('utredning/x', 2, 'rot')];
const by = (at: string) => ({ anvandareId: testActor().id, namn: 'Karin Ek', at });
const handling = (n: number, type: Dokument['knytsTill']['type'], id: string, over: Partial<Dokument> = {}): Post<Dokument> => ({
  id: testId(n),
  data: {
    ...{ rubrik: `Handling ${n}`, typ: 'Utlåtande', knytsTill: { type, id }, sha256: 'a'.repeat(64), storlek: 1, sidor: 1 },
    ...{ skapad: by(`2026-11-${String(n)}T09:00:00.000Z`), ...over },
  },
});
const historik = { post: 'historik' as const };
const trad = (handlingar: Post<Dokument>[], actor = testActor()) =>
  medHandlingar(noder, { handlingar, verkstalligheter: [{ id: testId(31), data: testVerkstallighet() }] }, actor, historik);
const ids = (all: Nod[]) => all.map(({ id }) => id.replace(/^handling\/.*-0*/, 'h'));

describe('SKAN-02 documents in the rubrikträd', () => {
  test('each last below what it is tied to, the newest first; one whose place is not here at the root', () => {
    const made = trad([handling(10, 'utredning', testId(20)), handling(12, 'utredning', testId(20)), handling(11, 'beslut', testId(99))]);
    expect(ids(made)).toEqual(['rot', u, 'a', 'aa', 'h12', 'h10', 'utredning/x', 'h11']);
    expect(made.find(({ id }) => id.endsWith('012'))).toMatchObject({ parentId: u, niva: 3, etikett: '261112 Handling 12' });
    expect(made.find(({ id }) => id === u)?.harBarn).toBe(true);
  });

  test('an akt without documents is the tree as it was', () => expect(trad([])).toBe(noder));

  test('one that is felmarkerad says so, and what cannot be marked says why', () => {
    const fel = { ...by('2026-11-13T09:00:00.000Z'), orsak: 'Fel kund' };
    const [, , , , forst, nast] = trad([
      handling(12, 'utredning', testId(20)),
      handling(10, 'utredning', testId(20), { felmarkerad: fel }),
    ]);
    expect(forst?.meny[0]).toEqual({ post: 'felmarkeraHandling' });
    expect(nast).toMatchObject({ marke: 'felmarkerad', ikon: 'felmarkerad', meny: [{ hinder: 'dokument-felmarkerat' }, historik] });
    const annan = testActor({ id: testId(77) });
    expect(trad([handling(10, 'utredning', testId(20))], annan)[4]?.meny[0]?.hinder).toBe('inte-forfattare');
    expect(trad([handling(10, 'verkstallighet', testId(31))]).at(-1)?.meny[0]?.hinder).toBe('utforarens-verkstallighet');
  });
});
