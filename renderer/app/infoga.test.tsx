// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { runCommandById } from '../state/keys.ts';
import { testKarna } from '../testing/karna.ts';
import { karinsAkt, prepareKund, showKund } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';
import { skanmapp } from '../testing/skanmapp.ts';

prepareKund();

function show(yta: Parameters<typeof showKund>[0], roller?: Parameters<typeof testKarna>[0]['actor']['roller']) {
  const mapp = skanmapp([{ namn: 'a.pdf' }, { namn: 'b.pdf', lage: 'skrivs' }]);
  const akt = karinsAkt();
  const karna = testKarna({ ...akt, actor: { ...akt.actor, ...(roller ? { roller } : {}) }, scans: mapp.scans });
  showKund(yta, { karna });
  return { mapp };
}
const tabs = () => screen.getAllByRole('tab').map(({ textContent }) => textContent);

describe('SKAN-02 where a scanned document is put', () => {
  it('in an utredning: the tab says how many wait, and Ctrl+8 shows it', async () => {
    const { mapp } = show({ slag: 'utredning', id: linnea.utredning, flik: 'tidslinje' });
    await screen.findByRole('tab', { name: 'Infoga dokument (1)' });
    act(() => void runCommandById('flikInfoga'));
    expect(await screen.findByRole('form', { name: 'Infoga dokument' })).toBeTruthy();
    act(() => mapp.set([{ namn: 'a.pdf' }, { namn: 'b.pdf' }]));
    await screen.findByRole('tab', { name: 'Infoga dokument (2)' });
    act(() => mapp.set([{ namn: 'låst.pdf', hinder: 'losenord-behovs' }]));
    // Known to be locked once it was looked at: it waits for nobody.
    await screen.findByRole('tab', { name: 'Infoga dokument (1)' });
    fireEvent.click(await screen.findByRole('row', { name: /låst/ }));
    await screen.findByRole('tab', { name: 'Infoga dokument' });
    act(() => mapp.set([]));
    await screen.findByRole('tab', { name: 'Infoga dokument' });
  });

  it('in LSS Insatser: the document is tied to it from the start', async () => {
    show({ slag: 'verkstallighet', id: linnea.lssInsatser });
    fireEvent.click(await screen.findByRole('tab', { name: 'Infoga dokument (1)' }));
    await waitFor(() => expect(screen.getByRole('combobox', { name: /^Knytas till/ }).textContent).toMatch(/^LSS Insatser/));
    fireEvent.click(screen.getByRole('tab', { name: 'Verkställighet' }));
    expect(await screen.findByText('Insatskategori')).toBeTruthy();
  });

  it('not in what an utförare carries out', async () => {
    show({ slag: 'verkstallighet', id: linnea.utforarens });
    await screen.findByText('Insatskategori');
    expect(screen.queryByRole('tab', { name: /^Infoga/ })).toBeNull();
  });

  it('nor by one who may only read', async () => {
    show({ slag: 'utredning', id: linnea.utredning, flik: 'utredning' }, ['boendesamordnare']);
    await screen.findByRole('tab', { name: 'Tidslinje' });
    expect(tabs().filter((namn) => namn?.startsWith('Infoga'))).toEqual([]);
  });
});
