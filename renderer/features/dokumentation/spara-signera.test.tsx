// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fromPlainText, plainText, type RichText } from '../../../shared/domain/text/text.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { iRutan, knapp, nod, prepare, ruta, show, utkastText, write } from '../../testing/dokumentation.tsx';
import type { Karna } from '../../testing/karna.ts';
import { linnea } from '../../testing/linnea.ts';

prepare();

describe('DOK-06 Spara and Signera', () => {
  const note = (karna: Karna, rubrikKod: string) => karna.list('anteckning').find(({ data }) => data.rubrikKod === rubrikKod);

  it('saves the note as a command that drops the draft', async () => {
    const { karna } = show();
    fireEvent.doubleClick(await nod(/^Bedömning/));
    await write('Behovet bedöms finnas.');
    fireEvent.click(knapp('Spara'));
    await waitFor(() => expect(note(karna, 'BEDOMNING')).toBeDefined());
    expect(plainText(note(karna, 'BEDOMNING')?.data.text as RichText)).toBe('Behovet bedöms finnas.');
    await waitFor(() => expect(screen.queryByText('Utkast – finns bara här')).toBeNull());
    expect(karna.utkast.size).toBe(0);
  });

  it('keeps the text and says why in Swedish when the save is refused', async () => {
    const { karna } = show();
    fireEvent.doubleClick(await nod(/^Bedömning/));
    await write('text');
    fireEvent.change(screen.getByRole('textbox', { name: /Händelsedatum/ }), { target: { value: '2999-01-01' } });
    fireEvent.click(knapp('Spara'));
    expect(await screen.findByText('Händelsedatumet ligger i framtiden.')).toBeTruthy();
    expect(await iRutan()).toBe('text');
    await waitFor(() => expect(utkastText(karna)).toEqual(['text']));
    expect(note(karna, 'BEDOMNING')).toBeUndefined();
    // Said until the date itself is changed.
    await write(' och mer');
    expect(screen.getByText('Händelsedatumet ligger i framtiden.')).toBeTruthy();
    fireEvent.change(screen.getByRole('textbox', { name: /Händelsedatum/ }), { target: { value: '2026-11-20' } });
    expect(screen.queryByText('Händelsedatumet ligger i framtiden.')).toBeNull();
  });

  it('an empty text is said to be empty until something is written', async () => {
    show();
    fireEvent.doubleClick(await nod(/^Bedömning/));
    await ruta();
    fireEvent.click(knapp('Spara'));
    expect(await screen.findByText('Texten är tom.')).toBeTruthy();
    await write('text');
    expect(screen.queryByText('Texten är tom.')).toBeNull();
  });

  it('FORB-16 FRAS-03 what a frastext leaves to be filled in is said at once, and stops the signature', async () => {
    const { karna } = show();
    const fras = { titel: 'Personkrets', rubrikKoder: [], text: fromPlainText('[Namn] tillhör personkrets [1/2/3].'), ordning: 9 };
    karna.pull({ type: 'frastext', id: '018f0000-0000-7000-8000-00000000bbbb', data: fras });
    fireEvent.doubleClick(await nod(/^Bedömning/));
    await write('[Namn] tillhör personkrets [1/2/3] enligt [min egen].');
    fireEvent.click(knapp('Signera'));
    expect(await screen.findByText(/Byt ut \[Namn\], \[1\/2\/3\] mot dina egna ord/)).toBeTruthy();
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(note(karna, 'BEDOMNING')).toBeUndefined();
  });

  it('FORB-16 other words within brackets are asked about in the preview', async () => {
    const { karna } = show();
    fireEvent.doubleClick(await nod(/^Bedömning/));
    await write('Linnea tillhör personkrets 1 enligt [underlaget].');
    fireEvent.click(knapp('Signera'));
    const dialog = await screen.findByRole('alertdialog');
    expect(within(dialog).getByText(/byt ut \[underlaget\]/)).toBeTruthy();
    fireEvent.click(within(dialog).getByText('Signera för Ekström, Linnea Maria'));
    await waitFor(() => expect(note(karna, 'BEDOMNING')?.data.signerad?.namn).toBe('Sara Nyström'));
  });

  it('FORB-16 Signera and then Avbryt has saved nothing for others: the draft is as it was', async () => {
    const { karna } = show();
    fireEvent.doubleClick(await nod(/^Bedömning/));
    await write('Behovet bedöms finnas.');
    fireEvent.click(knapp('Signera'));
    fireEvent.click(within(await screen.findByRole('alertdialog')).getByText('Avbryt'));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(note(karna, 'BEDOMNING')).toBeUndefined();
    expect(utkastText(karna)).toEqual(['Behovet bedöms finnas.']);
    expect(await iRutan()).toBe('Behovet bedöms finnas.');
  });

  it("DOK-06 a colleague's words are not shown as if they could be signed", async () => {
    const { karna } = show();
    const data = karna.get('anteckning', linnea.osignerad);
    if (!data) throw new Error('note is missing');
    karna.pull({
      type: 'anteckning',
      id: linnea.osignerad,
      data: { ...data, sparad: { ...data.sparad, anvandareId: linnea.person, namn: 'Eva Berg' } },
    });
    fireEvent.doubleClick(await nod(/Telefon, god man/));
    await ruta();
    fireEvent.click(knapp('Signera'));
    expect(await screen.findByText(ordForAvslag('inte-forfattare').vad)).toBeTruthy();
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('FORB-16 shows kund, number and rubrik before it signs', async () => {
    const { karna } = show();
    fireEvent.doubleClick(await nod(/^Bedömning/));
    await write('Behovet bedöms finnas.');
    fireEvent.click(knapp('Signera'));
    const dialog = await screen.findByRole('alertdialog');
    for (const words of ['Ekström, Linnea Maria 19990412-2380', 'Bedömning', 'Behovet bedöms finnas.']) {
      expect(within(dialog).getByText(words)).toBeTruthy();
    }
    expect(note(karna, 'BEDOMNING')?.data.signerad).toBeUndefined();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Signera för Ekström, Linnea Maria', hidden: true }));
    await waitFor(() => expect(note(karna, 'BEDOMNING')?.data.signerad?.namn).toBe('Sara Nyström'));
    expect(await nod(/^Bedömning, signerad/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Spara' })).toBeNull();
  });
});

describe('two texts never overwrite each other silently (FRAGA-61)', () => {
  const annanSkriver = (karna: Karna, text: string) => {
    const data = karna.get('anteckning', linnea.osignerad);
    if (!data) throw new Error('note is missing');
    const changed = {
      ...data,
      text: fromPlainText(text),
      rev: '018f0000-0000-7000-8000-00000000aaaa',
      sparad: { ...data.sparad, namn: 'Eva Berg' },
    };
    karna.pull({ type: 'anteckning', id: linnea.osignerad, data: changed });
  };

  it('shows the other’s change and keeps the own words; both are kept in the akt when the user chooses', async () => {
    const { karna } = show();
    fireEvent.doubleClick(await nod(/Telefon, god man/));
    await write(' Min rad.');
    annanSkriver(karna, 'Evas text.');
    expect(await screen.findByText(/Eva Berg har ändrat texten/)).toBeTruthy();
    expect(await iRutan()).toBe('Birgitta ringde. Min rad.');
    fireEvent.click(knapp('Behåll min text'));
    await waitFor(() => expect(screen.queryByText(/Eva Berg har ändrat texten/)).toBeNull());
    fireEvent.click(knapp('Spara'));
    await waitFor(() => expect(plainText(karna.get('anteckning', linnea.osignerad)?.text as RichText)).toBe('Birgitta ringde. Min rad.'));
    const [val] = karna.list('konfliktval');
    expect([plainText(val?.data.egenText as RichText), plainText(val?.data.serverText as RichText)]).toEqual([
      'Birgitta ringde. Min rad.',
      'Evas text.',
    ]);
  });

  it('follows the record while nothing is written here', async () => {
    const { karna } = show();
    fireEvent.doubleClick(await nod(/Telefon, god man/));
    await ruta();
    annanSkriver(karna, 'Evas text.');
    await waitFor(async () => expect(await iRutan()).toBe('Evas text.'));
    expect(screen.queryByText(/har ändrat texten/)).toBeNull();
  });

  it('a draft that rests on an older text is told so when it is opened', async () => {
    const { karna } = show();
    fireEvent.doubleClick(await nod(/Telefon, god man/));
    await write(' Min rad.');
    fireEvent.click(knapp('Stäng'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Spara' })).toBeNull());
    annanSkriver(karna, 'Evas text.');
    fireEvent.doubleClick(await nod(/Telefon, god man/));
    expect(await screen.findByText(/Eva Berg har ändrat texten/)).toBeTruthy();
    expect(await iRutan()).toBe('Birgitta ringde. Min rad.');
  });
});
