// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { iRutan, knapp, nod, prepare, ruta, show, utkastText, write } from '../../testing/dokumentation.tsx';
import { setFonster } from '../../testing/dom.ts';
import { linnea } from '../../testing/linnea.ts';
import { CallFailure } from '../../testing/scripted-backend.ts';

prepare();

describe('DOK-03, DOK-09 what a double click opens', () => {
  it('Anteckningar opens a new empty note, today’s date in it', async () => {
    show();
    fireEvent.doubleClick(await nod(/^Anteckningar/));
    expect(await iRutan()).toBe('');
    expect(screen.getByRole('textbox', { name: 'Titel' })).toBeTruthy();
    // The day in Sweden, wherever the computer believes it stands.
    const idag = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });
    expect((screen.getByRole('textbox', { name: /Händelsedatum/ }) as HTMLInputElement).value).toBe(idag);
  });

  it('a rubrik lets the user write under it; an unsigned note opens with its words', async () => {
    show();
    fireEvent.doubleClick(await nod(/^Bedömning/));
    expect(await screen.findByText('skrivs i Utredningsdokument')).toBeTruthy();
    fireEvent.doubleClick(await nod(/Telefon, god man/));
    await waitFor(async () => expect(await iRutan()).toBe('Birgitta ringde.'));
  });

  it('DOK-06 a signed note is read, not written', async () => {
    show();
    fireEvent.doubleClick(await nod(/Första kontakt/));
    fireEvent.click(await nod(/Första kontakt/));
    expect(await screen.findByText('Linnea ringde och berättade om sin ansökan.')).toBeTruthy();
    expect(screen.getByText('Signerad 2026-09-21, Sara Nyström')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Spara' })).toBeNull();
  });
});

describe('the focus', () => {
  it('goes to a note that is opened, and to one shown again with its tab, but never away from who writes elsewhere', async () => {
    const first = show();
    fireEvent.doubleClick(await nod(/Telefon, god man/));
    await waitFor(async () => expect(document.activeElement).toBe(await ruta()));
    first.view.unmount();

    const sokruta = document.body.appendChild(document.createElement('input'));
    sokruta.focus();
    const second = show();
    await ruta();
    expect(document.activeElement).toBe(sokruta);
    second.view.unmount();

    sokruta.remove();
    show();
    await waitFor(async () => expect(document.activeElement).toBe(await ruta()));
  });
});

describe('SYM-10, SNAV-04, DOK-14 the read view', () => {
  it('shows the whole document by the purple arrow, rubriker without text too, and felmarkerade notes with their reason', async () => {
    show({ oppnaHela: true });
    const las = await screen.findByRole('region', { name: 'Läsvy' });
    expect(within(las).getByText('Utredningsdokument, hela trädet')).toBeTruthy();
    expect(
      within(las)
        .getAllByRole('heading', { level: 3 })
        .map((one) => one.textContent),
    ).toEqual(['Ansökan', 'Aktuell situation', 'Grundläggande behov', 'Bedömning']);
    fireEvent.click(await nod(/^Utredningsjournal/));
    expect(await within(las).findByText('Intyg från fel person.')).toBeTruthy();
    expect(within(las).getByRole('img', { name: 'Felmarkerad' })).toBeTruthy();
    expect(within(las).getByText(/Felmarkerad 2026-09-17, Sara Nyström: Hör till en annan kund/)).toBeTruthy();
  });
});

describe('drafts: no word is lost', () => {
  it('what is typed is a draft on disk, listed in the tree, and there again when the rubrik is opened again', async () => {
    const { karna } = show();
    fireEvent.doubleClick(await nod(/^Grundläggande behov/));
    await write('Linnea behöver hjälp');
    expect(screen.getByText('Utkast – finns bara här')).toBeTruthy();
    await screen.findByText(/Sparat på datorn \d\d:\d\d:\d\d/);
    expect(utkastText(karna)).toEqual(['Linnea behöver hjälp']);
    fireEvent.click(knapp('Stäng'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Spara' })).toBeNull());
    fireEvent.doubleClick(await nod(/^Grundläggande behov.*utkast finns bara här/));
    await waitFor(async () => expect(await iRutan()).toBe('Linnea behöver hjälp'));
  });

  it('is written when the view goes away in the middle of a word', async () => {
    const { karna, view } = show();
    fireEvent.doubleClick(await nod(/^Anteckningar/));
    await write('avbruten mitt i');
    view.unmount();
    await waitFor(() => expect(utkastText(karna)).toEqual(['avbruten mitt i']));
  });

  it('tells at once that the disk is full; the text stays in the editor', async () => {
    show(
      {},
      {
        'utkast.spara': () => {
          throw new CallFailure({ code: 'disken-full' });
        },
      },
    );
    fireEvent.doubleClick(await nod(/^Anteckningar/));
    await write('kvar på skärmen');
    expect(await screen.findByText(/Disken är full/)).toBeTruthy();
    expect(await iRutan()).toBe('kvar på skärmen');
  });

  it('does not open over a draft that cannot be read from disk', async () => {
    show(
      {},
      {
        'utkast.hamta': () => {
          throw new CallFailure({ code: 'internt-fel' });
        },
      },
    );
    fireEvent.doubleClick(await nod(/^Bedömning/));
    expect(await screen.findByText(/Ett oväntat fel inträffade/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Spara' })).toBeNull();
  });
});

describe('DOK-13, FORB-16 Felmarkera', () => {
  it('asks, wants a reason, and starts a corrected copy', async () => {
    const { karna } = show();
    fireEvent.contextMenu(await nod(/Första kontakt/));
    fireEvent.click(await screen.findByRole('menuitem', { name: /Felmarkera/ }));
    const dialog = await screen.findByRole('alertdialog');
    const ja = within(dialog).getByRole('button', { name: 'Ja, felmarkera' });
    fireEvent.click(ja);
    expect(karna.get('anteckning', linnea.signerad)?.felmarkerad).toBeUndefined();
    fireEvent.change(within(dialog).getByRole('textbox', { name: /Orsak/ }), { target: { value: 'Fel datum' } });
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Skapa rättad kopia' }));
    fireEvent.click(ja);
    await waitFor(() => expect(karna.get('anteckning', linnea.signerad)?.felmarkerad?.orsak).toBe('Fel datum'));
    await waitFor(async () => expect(await iRutan()).toBe('Linnea ringde och berättade om sin ansökan.'));
    await waitFor(() =>
      expect([...karna.utkast.values()].map(({ data }) => (data as { rattar?: string }).rattar)).toEqual([linnea.signerad]),
    );
    expect(await nod(/Första kontakt, felmarkerad/)).toBeTruthy();
  });
});

describe('FRAS-01 to FRAS-03, FORB-18 phrases and help', () => {
  it('a click puts the phrase in; the hammer is dimmed where the rubrik has no help', async () => {
    show();
    fireEvent.doubleClick(await nod(/^Grundläggande behov/));
    await ruta();
    expect(await screen.findByText(/Beskriv varje grundläggande behov/)).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: 'Tidsåtgång per tillfälle' }));
    await waitFor(async () => expect(await iRutan()).toContain('Hjälpen tar cirka 20 minuter per tillfälle.'));
    fireEvent.click(knapp(/^Hjälpfrastext/));
    expect(screen.queryByText(/Beskriv varje grundläggande behov/)).toBeNull();
    fireEvent.doubleClick(await nod(/^Bedömning/));
    await waitFor(() => expect(knapp(/^Hjälpfrastext/).getAttribute('aria-disabled')).toBe('true'));
  });
});

describe('ROLL-03, FORB-15 the utförare’s verkställighet', () => {
  it('is read only, says where it lies, and shows the way to LSS Insatser', async () => {
    const { backend } = show({}, {}, { slag: 'verkstallighet', id: linnea.utforarens });
    expect(await screen.findByText('Läsläge')).toBeTruthy();
    expect(screen.getByText(/Organisation: Rekryteringsenheten/)).toBeTruthy();
    fireEvent.doubleClick(await nod(/Planering/));
    expect(knapp('Skriv i LSS Insatser')).toBeTruthy();
    expect(backend.calls.some(({ name }) => name === 'utkast.hamta')).toBe(false);
    expect(screen.queryByRole('button', { name: 'Spara' })).toBeNull();
  });
});

describe('DOK-12 where notes gather', () => {
  it('a double click on a rubrik of a verkställighet opens a new empty note, also beside an unsigned one', async () => {
    const { karna } = show({}, {}, { slag: 'verkstallighet', id: linnea.lssInsatser });
    fireEvent.doubleClick(await nod(/Planering/));
    await write('Första.');
    fireEvent.click(knapp('Spara'));
    await waitFor(() => expect(karna.list('anteckning').some(({ data }) => data.rubrikKod === 'PLANERING')).toBe(true));
    fireEvent.click(knapp('Stäng'));
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
    fireEvent.doubleClick(await nod(/^Planering/));
    expect(await iRutan()).toBe('');
  });
});

describe('another tab in between', () => {
  it('the caret stands where it stood when the note is shown again', async () => {
    const caret = async () => ((await ruta()) as HTMLElement & { editor: Editor }).editor;
    const { view } = show();
    fireEvent.doubleClick(await nod(/Telefon, god man/));
    await waitFor(async () => expect(await iRutan()).toBe('Birgitta ringde.'));
    const before = await caret();
    act(() => void before.commands.setTextSelection({ from: 3, to: 6 }));
    view.unmount();
    show();
    fireEvent.doubleClick(await nod(/Telefon, god man/));
    await waitFor(async () => expect((await caret()).state.selection).toMatchObject({ from: 3, to: 6 }));
  });
});

describe('little room', () => {
  it('at 200 % the tree is a drawer behind its button and the footer stays', async () => {
    setFonster(683, 384);
    show({ rubrikKod: 'BEDOMNING', skriv: true });
    await ruta();
    expect(screen.queryByRole('tree')).toBeNull();
    for (const name of ['Stäng', 'Spara', 'Signera']) expect(knapp(name)).toBeTruthy();
    fireEvent.click(knapp('Rubrikträd'));
    expect(await screen.findByRole('tree')).toBeTruthy();
  });
});
