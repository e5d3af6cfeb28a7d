// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useArendedialog } from '../state/arendedialog.ts';
import { runCommandById } from '../state/keys.ts';
import { getKundvy } from '../state/kundvy.ts';
import { prepareKund, showKund } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

prepareKund();
const nod = (name: RegExp) => screen.findByRole('treeitem', { name });
const yta = () => getKundvy(linnea.person)?.yta;
const rot = /LSS utredning o verkställighet/;
const pagaende = /LSS Utredning 260915-, pågående/;
const open = async () => {
  showKund({ slag: 'personuppgifter', del: 'person' });
  fireEvent.doubleClick(await nod(rot));
};

describe('the tabs of an utredning and what the rubrikträd opens', () => {
  it('opened by double click, walked by click and by Ctrl+1 to Ctrl+6', async () => {
    await open();
    fireEvent.doubleClick(await nod(pagaende));
    expect(yta()).toEqual({ slag: 'utredning', id: linnea.utredning, flik: 'utredning' });
    fireEvent.click(await screen.findByRole('tab', { name: 'Bedömning' }));
    expect(yta()).toEqual({ slag: 'utredning', id: linnea.utredning, flik: 'bedomning' });
    act(() => void runCommandById('flikDokumentation'));
    expect(yta()).toMatchObject({ slag: 'dokumentation', dok: 'utredning', id: linnea.utredning });
    expect(await screen.findByRole('tab', { name: 'Dokumentation', selected: true })).toBeTruthy();
    act(() => void runCommandById('flikAktualiseringar'));
    expect(yta()).toEqual({ slag: 'utredning', id: linnea.utredning, flik: 'aktualiseringar' });
  });

  it.each([
    [/^Aktualisering/, { slag: 'arende', flik: 'aktualisering' }],
    [/^LASS-beslut/, { slag: 'arende', flik: 'lass' }],
    [/^Avsluta ärende/, { slag: 'arende', flik: 'avsluta' }],
  ])('AKT-01, LASS-03, FORB-43 the menu of LSS utredning o verkställighet: %s', async (name, opened) => {
    await open();
    fireEvent.contextMenu(await nod(rot));
    fireEvent.click(await screen.findByRole('menuitem', { name }));
    expect(yta()).toEqual(opened);
  });

  it('AKT-09 Ctrl+Shift+A with an ongoing utredning marked registers in it', async () => {
    await open();
    fireEvent.click(await nod(pagaende));
    act(() => void runCommandById('aktualisering'));
    expect(yta()).toEqual({ slag: 'utredning', id: linnea.utredning, flik: 'aktualiseringar', ny: true });
  });

  it('VERK-10 an entry answered in a dialog names its verkställighet', async () => {
    await open();
    fireEvent.contextMenu(await nod(/LSS Insatser/));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Avsluta verkställighet' }));
    await waitFor(() =>
      expect(useArendedialog.getState().oppen).toEqual({ personId: linnea.person, post: 'avslutaVerkstallighet', id: linnea.lssInsatser }),
    );
  });

  it('an entry that cannot be chosen stays, with the reason', async () => {
    await open();
    fireEvent.contextMenu(await nod(rot));
    const inled = await screen.findByRole('menuitem', { name: 'Inled utredning' });
    expect(inled.getAttribute('aria-disabled')).toBe('true');
    expect(inled.getAttribute('title')).toBe('Inget är valt.');
  });
});
