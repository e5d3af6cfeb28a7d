// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { showArendedialog } from '../state/arendedialog.ts';
import { runCommandById } from '../state/keys.ts';
import { prepareKund, showKund } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

prepareKund();

describe("Tidslinje and Historik in the kund's tab", () => {
  it('Tidslinje is the last tab of an utredning, and Ctrl+7; a row marks its node in the rubrikträd beside it', async () => {
    showKund({ slag: 'utredning', id: linnea.utredning, flik: 'utredning' });
    fireEvent.click(await screen.findByRole('tab', { name: 'Tidslinje' }));
    expect(await screen.findByRole('grid', { name: 'Tidslinje' })).toBeDefined();
    const rad = await screen.findByRole('row', { name: /Verkställighet|Rekrytering LSS-insatser/ });
    fireEvent.keyDown(rad, { key: ' ' });
    await waitFor(() => {
      const nod = screen.getAllByRole('treeitem').find((one) => one.getAttribute('aria-selected') === 'true');
      expect(nod?.textContent).toContain('Rekrytering LSS-insatser');
    });
    fireEvent.click(screen.getByRole('tab', { name: 'Utredning' }));
    expect(screen.queryByRole('grid', { name: 'Tidslinje' })).toBeNull();
    act(() => void runCommandById('flikTidslinje'));
    expect(await screen.findByRole('grid', { name: 'Tidslinje' })).toBeDefined();
  });

  it('is there without an utredning too, among the tabs of the ärende', async () => {
    showKund({ slag: 'arende', flik: 'avsluta' });
    fireEvent.click(await screen.findByRole('tab', { name: 'Tidslinje' }));
    expect(await screen.findByRole('grid', { name: 'Tidslinje' })).toBeDefined();
  });

  it('Historik of a node is of its record; of the kund, of the whole akt', async () => {
    const { backend } = showKund({ slag: 'utredning', id: linnea.utredning, flik: 'utredning' });
    await screen.findByRole('tab', { name: 'Tidslinje' });
    act(() => showArendedialog({ personId: linnea.person, post: 'historik', id: linnea.utredning }));
    expect(await screen.findByRole('dialog', { name: /^Historik – LSS Utredning/ })).toBeDefined();
    act(() => showArendedialog({ personId: linnea.person, post: 'historik', id: linnea.person }));
    await screen.findByRole('dialog', { name: /^Historik för Ekström/ });
    const fragor = backend.calls.filter(({ name }) => name === 'kund.historik').map(({ input }) => input);
    expect(fragor).toEqual([{ personId: linnea.person, id: linnea.utredning }, { personId: linnea.person }]);
  });
});
