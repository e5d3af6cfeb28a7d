// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { fromPlainText } from '../../../shared/domain/text/text.ts';
import { prepare, show } from '../../testing/dokumentation.tsx';
import { linneasAkt } from '../../testing/linnea.ts';
import { antagenHojd, lasrader, noterAttLasa } from './lasrader.ts';

prepare();
beforeAll(() => {
  // Rows have a height here: without, all of them would fit on the screen.
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', {
    configurable: true,
    get(this: HTMLElement) {
      return this.getAttribute('data-index') === null ? 640 : 80;
    },
  });
});

const antal = 300;
const idAv = (n: number) => `018f0000-0000-7000-8000-0000000f${String(n).padStart(4, '0')}`;

/** Linnea's akt with many more notes in the journal, the newest first in the tree. */
function langJournal() {
  const akt = linneasAkt();
  const mall = akt.records.find(({ type, data }) => type === 'anteckning' && (data as { rubrikKod: string }).rubrikKod === 'JOURNAL');
  if (!mall) throw new Error('no journal note in the akt');
  const noter = Array.from({ length: antal }, (_, n) => {
    const datum = new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10);
    return {
      type: 'anteckning' as const,
      id: idAv(n),
      data: { ...(mall.data as object), titel: `Nr ${n}`, handelsedatum: datum, text: fromPlainText(`Ord ${n}.`) },
    };
  });
  return { ...akt, records: [...akt.records, ...noter] };
}

const asked = (calls: readonly { name: string; input: unknown }[]) =>
  calls.flatMap(({ name, input }) => (name === 'dokumentation.noter' ? [(input as { ids: string[] }).ids] : []));

it('a long journal is opened with the words of its first screens alone', async () => {
  const { backend } = show({ oppnaHela: true, rubrikKod: 'JOURNAL' }, {}, undefined, langJournal());
  const las = await screen.findByRole('region', { name: 'Läsvy' });
  expect(await within(las).findByText(`Ord ${antal - 1}.`)).toBeTruthy();
  const ids = new Set(asked(backend.calls).flat());
  expect(ids.size).toBeLessThan(80);
  expect(ids).toContain(idAv(antal - 1));
  expect(ids).not.toContain(idAv(0));
});

it('a row not yet read takes the room its length needs, and one not there that of a common note', () => {
  const note = (langd: number) => ({
    id: 'a',
    rubrikKod: 'JOURNAL',
    titel: undefined,
    handelsedatum: '2026-11-20',
    signerad: true,
    felmarkerad: false,
    langd,
  });
  const [, kort, lang] = lasrader([{ id: 's', titel: 'T', niva: 1, noter: [note(20), note(4000)] }], new Set());
  expect(antagenHojd(kort)).toBeLessThan(antagenHojd(undefined));
  expect(antagenHojd(lang)).toBeGreaterThan(800);
  expect(antagenHojd(lang, 300)).toBeGreaterThan(antagenHojd(lang, 700));
});

it('words are read a screen ahead on both sides, and small steps of the scroll ask for the same', () => {
  const noter = Array.from({ length: 500 }, (_, n) => ({
    id: `${n}`,
    rubrikKod: 'JOURNAL',
    titel: undefined,
    handelsedatum: '2026-11-20',
    signerad: true,
    felmarkerad: false,
    langd: 100,
  }));
  const rader = lasrader([{ id: 's', titel: 'T', niva: 1, noter }], new Set());
  const synliga = (first: number) => Array.from({ length: 10 }, (_, n) => ({ index: first + n }));
  const at = noterAttLasa(rader, synliga(200), 0);
  for (let index = 184; index <= 225; index += 1) expect(at).toContain(`${index - 1}`);
  expect(at.length).toBeLessThan(80);
  expect(noterAttLasa(rader, synliga(201), 0)).toEqual(at);
  expect(noterAttLasa(rader, [], 200)).toContain('199');
});
