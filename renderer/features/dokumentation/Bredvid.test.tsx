// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { iRutan, knapp, nod, prepare, show, write } from '../../testing/dokumentation.tsx';
import { setFonster } from '../../testing/dom.ts';
import { linnea, linneasAkt } from '../../testing/linnea.ts';

/** Pages are drawn in a real browser: tests/e2e/visare.spec.ts. */
vi.mock('../../visare/Dokumentvisare.tsx', () => ({
  Dokumentvisare: ({ kalla }: { kalla: { id: string } }) => <p>{`Visar ${kalla.id}`}</p>,
}));
vi.mock('../../visare/oppna-pdf.ts', () => ({ forberedVisare: () => undefined }));
prepare();

const dokumentId = (n: number) => `018f0000-0000-7000-8000-${String(900 + n).padStart(12, '0')}`;
const dokument = (n: number, rubrik: string, over: object = {}) => ({
  type: 'dokument' as const,
  id: dokumentId(n),
  data: {
    ...{ rubrik, typ: 'Utlåtande', knytsTill: { type: 'utredning', id: linnea.utredning }, sha256: 'ab'.repeat(32), storlek: 4, sidor: n },
    skapad: { anvandareId: linnea.person, namn: 'Sara Nyström', at: `2026-10-${10 + n}T09:00:00.000Z` },
    ...over,
  },
});
const medDokument = (...alla: ReturnType<typeof dokument>[]) => {
  const akt = linneasAkt();
  return { ...akt, records: [...akt.records, ...alla] };
};
const visa = (akt = medDokument(dokument(1, 'Utlåtande'), dokument(2, 'ADL-bedömning', { avsandare: 'Habiliteringen' }))) =>
  show({}, {}, undefined, akt);
const bredvid = () => screen.findByRole('complementary', { name: 'Dokument bredvid' });
const vaxla = async () => fireEvent.click(await screen.findByRole('button', { name: /^Dokument bredvid texten/ }));
/** Fluent keeps room for the bold word with a copy that is not shown. */
const flikar = async () =>
  within(await bredvid())
    .getAllByRole('tab')
    .map((flik) => flik.querySelector('.fui-Tab__content')?.textContent);

describe('VY-01, FORB-51 documents beside what is written', () => {
  it('are chosen from those of the akt, the latest first, and stand in tabs', async () => {
    visa();
    await vaxla();
    const lista = within(await bredvid()).findByRole('list', { name: 'Dokument i akten' });
    const rader = within(await lista).getAllByRole('button');
    expect(rader.map((rad) => rad.textContent)).toEqual([
      'ADL-bedömning2026-10-12 · Habiliteringen · 2 sidor',
      'Utlåtande2026-10-11 · 1 sida',
    ]);
    fireEvent.click(rader[1] as HTMLElement);
    expect(await screen.findByText(`Visar ${dokumentId(1)}`)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Öppna fler dokument' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: /ADL-bedömning/ }));
    expect(await screen.findByText(`Visar ${dokumentId(2)}`)).toBeTruthy();
    expect(await flikar()).toEqual(['Utlåtande', 'ADL-bedömning']);
    fireEvent.click(screen.getByRole('tab', { name: /Utlåtande/ }));
    expect(await screen.findByText(`Visar ${dokumentId(1)}`)).toBeTruthy();
    fireEvent.click(knapp('Stäng dokumentet'));
    expect(await screen.findByText(`Visar ${dokumentId(2)}`)).toBeTruthy();
    fireEvent.click(knapp('Stäng dokumentet'));
    expect(await within(await bredvid()).findByRole('list', { name: 'Dokument i akten' })).toBeTruthy();
  });

  it('stay as they were when they are hidden, and when the dokumentation is shown anew', async () => {
    const first = visa();
    await vaxla();
    fireEvent.click(await screen.findByRole('button', { name: /^ADL-bedömning/ }));
    await screen.findByText(`Visar ${dokumentId(2)}`);
    fireEvent.click(screen.getByRole('button', { name: /^Dölj dokumenten/ }));
    await waitFor(() => expect(screen.queryByRole('complementary', { name: 'Dokument bredvid' })).toBeNull());
    await vaxla();
    await screen.findByText(`Visar ${dokumentId(2)}`);
    first.view.unmount();
    visa();
    expect(await screen.findByText(`Visar ${dokumentId(2)}`)).toBeTruthy();
  });

  it('leave the text where it is: beside it, or behind where there is no room for two', async () => {
    visa();
    fireEvent.doubleClick(await nod(/^Anteckningar/));
    await write('Enligt utlåtandet');
    await vaxla();
    fireEvent.click(await screen.findByRole('button', { name: /^Utlåtande/ }));
    await screen.findByText(`Visar ${dokumentId(1)}`);
    expect(await iRutan()).toBe('Enligt utlåtandet');
    const list = screen.getByRole('separator', { name: 'Dokumentets bredd' });
    const before = Number(list.getAttribute('aria-valuenow'));
    fireEvent.keyDown(list, { key: 'ArrowLeft' });
    expect(Number(list.getAttribute('aria-valuenow'))).toBe(before + 16);

    act(() => setFonster(683, 384));
    expect(await screen.findByText(`Visar ${dokumentId(1)}`)).toBeTruthy();
    expect(screen.queryByRole('separator', { name: 'Dokumentets bredd' })).toBeNull();
    fireEvent.click(knapp('Visa texten'));
    await waitFor(() => expect(screen.queryByText(`Visar ${dokumentId(1)}`)).toBeNull());
    expect(await iRutan()).toBe('Enligt utlåtandet');
  });

  it('of an akt that has none are told of, and one that is felmarkerat is named so', async () => {
    const first = visa(linneasAkt());
    await vaxla();
    expect(await screen.findByText('Akten har inga dokument.')).toBeTruthy();
    first.view.unmount();
    const fel = { anvandareId: linnea.person, namn: 'Sara Nyström', at: '2026-11-01T09:00:00.000Z', orsak: 'Fel kund' };
    visa(medDokument(dokument(1, 'Utlåtande', { felmarkerad: fel })));
    expect(await screen.findByRole('button', { name: /Utlåtande.*felmarkerat/ })).toBeTruthy();
  });

  it('whose right is lost leave the tabs', async () => {
    const { karna } = visa();
    await vaxla();
    fireEvent.click(await screen.findByRole('button', { name: /^Utlåtande/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Öppna fler dokument' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: /ADL-bedömning/ }));
    await waitFor(async () => expect(await flikar()).toEqual(['Utlåtande', 'ADL-bedömning']));
    karna.remove('dokument', dokumentId(1));
    await waitFor(async () => expect(await flikar()).toEqual(['ADL-bedömning']));
  });
});
