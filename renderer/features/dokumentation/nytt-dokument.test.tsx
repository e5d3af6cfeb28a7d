// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { plainText, type RichText } from '../../../shared/domain/text/text.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { runCommandById } from '../../state/keys.ts';
import { iRutan, knapp, nod, prepare, ruta, show as showAkt, write } from '../../testing/dokumentation.tsx';
import type { Karna } from '../../testing/karna.ts';
import { linnea, linneasAkt } from '../../testing/linnea.ts';

prepare();

const utredning = { slag: 'utredning', id: linnea.utredning } as const;
const insatser = { slag: 'verkstallighet', id: linnea.lssInsatser } as const;
function show(ref: { slag: 'utredning' | 'verkstallighet'; id: string } = utredning, typer = ['Utlåtande', 'Brev']) {
  const lista = { lista: 'dokumenttyp', varden: typer.map((namn) => ({ namn })) };
  const akt = linneasAkt();
  const records = [...akt.records, { type: 'vardelista' as const, id: '018f0000-0000-7000-8000-00000000cccc', data: lista }];
  return showAkt({}, {}, ref, { ...akt, records });
}
const dokument = (karna: Karna) => karna.list('anteckning').find(({ data }) => data.typ !== undefined);
const rubrik = () => screen.getByRole('textbox', { name: 'Rubrik' });
const typ = () => screen.getByRole('combobox', { name: 'Typ' });
async function valjTyp(namn: string) {
  fireEvent.click(typ());
  fireEvent.click(await screen.findByRole('option', { name: namn }));
}
const nytt = async () => {
  fireEvent.click(await screen.findByRole('button', { name: 'Nytt dokument' }));
  await ruta();
};

describe('DOK-15 Nytt dokument', () => {
  it('is written with its kind and rubrik, and write-protected by the one lock that notes have', async () => {
    const { karna } = show();
    await nytt();
    expect(screen.getByText('skrivs i Utredningsjournal')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(typ()));
    await valjTyp('Brev');
    fireEvent.change(rubrik(), { target: { value: 'Svar till skolan' } });
    await write('Vi hörs.');
    fireEvent.click(knapp('Spara och skrivskydda'));
    const dialog = await screen.findByRole('alertdialog');
    for (const ord of ['Ekström, Linnea Maria 19990412-2380', 'Brev', 'Svar till skolan', 'Vi hörs.']) {
      expect(within(dialog).getByText(ord)).toBeTruthy();
    }
    expect(dokument(karna)).toBeUndefined();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Spara och skrivskydda för Ekström, Linnea Maria', hidden: true }));
    await waitFor(() => expect(dokument(karna)?.data.signerad?.namn).toBe('Sara Nyström'));
    expect(dokument(karna)?.data).toMatchObject({ typ: 'Brev', titel: 'Svar till skolan', rubrikKod: 'JOURNAL' });
    expect(await nod(/Brev: Svar till skolan, signerad/)).toBeTruthy();
    expect(karna.utkast.size).toBe(0);
  });

  it('what is missing is said at its field, which takes the focus; what is written stays', async () => {
    const { karna } = show();
    await nytt();
    await write('Vi hörs.');
    fireEvent.click(knapp('Spara'));
    expect(await screen.findByText('Typ saknas.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(typ()));
    await valjTyp('Brev');
    expect(screen.queryByText('Typ saknas.')).toBeNull();
    fireEvent.click(knapp('Spara'));
    expect(await screen.findByText(ordForAvslag('rubrik-kravs').vad)).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(rubrik()));
    expect(dokument(karna)).toBeUndefined();
    expect(await iRutan()).toBe('Vi hörs.');
    fireEvent.change(rubrik(), { target: { value: 'Svar' } });
    fireEvent.click(knapp('Spara'));
    await waitFor(() => expect(dokument(karna)?.data).toMatchObject({ typ: 'Brev', titel: 'Svar' }));
  });

  it('the draft is one of a document, also when only its kind is chosen, and is opened as one', async () => {
    const { karna } = show();
    await nytt();
    await valjTyp('Brev');
    await waitFor(() => expect([...karna.utkast.values()].map(({ titel }) => titel)).toEqual(['Dokument: Brev']));
    fireEvent.click(knapp('Stäng'));
    await waitFor(() => expect(screen.queryByRole('combobox', { name: 'Typ' })).toBeNull());
    fireEvent.doubleClick(await nod(/ Brev, utkast finns bara här/));
    await ruta();
    expect((typ() as HTMLButtonElement).textContent).toBe('Brev');
  });

  it('a note is none: it has a title and no kind', async () => {
    const { karna } = show();
    fireEvent.doubleClick(await nod(/^Anteckningar/));
    await write('Ringde.');
    expect(screen.queryByRole('combobox', { name: 'Typ' })).toBeNull();
    fireEvent.click(knapp('Spara'));
    await waitFor(() =>
      expect(karna.list('anteckning').some(({ data }) => plainText(data.text as RichText) === 'Ringde.' && !('typ' in data))).toBe(true),
    );
  });

  it('a municipality without kinds writes them', async () => {
    const { karna } = show(utredning, []);
    await nytt();
    fireEvent.change(await screen.findByRole('textbox', { name: 'Typ' }), { target: { value: 'Yttrande' } });
    fireEvent.change(rubrik(), { target: { value: 'Till nämnden' } });
    await write('Vi anser.');
    fireEvent.click(knapp('Spara'));
    await waitFor(() => expect(dokument(karna)?.data.typ).toBe('Yttrande'));
  });

  it('in LSS Insatser it stands under the marked rubrik; the palette begins one too', async () => {
    const { karna } = show(insatser);
    await nod(/./);
    runCommandById('nyttDokument');
    await ruta();
    await valjTyp('Utlåtande');
    fireEvent.change(rubrik(), { target: { value: 'Från skolan' } });
    await write('Det går bra.');
    fireEvent.click(knapp('Spara'));
    await waitFor(() => expect(dokument(karna)?.data).toMatchObject({ typ: 'Utlåtande', dokumentation: insatser, rubrikKod: 'PLANERING' }));
  });

  it('where the user only reads there is none to begin, and the button says why', async () => {
    show({ slag: 'verkstallighet', id: linnea.utforarens });
    const inget = await screen.findByRole('button', { name: /^Nytt dokument – / });
    fireEvent.click(inget);
    expect(screen.queryByRole('button', { name: 'Spara och skrivskydda' })).toBeNull();
  });
});
