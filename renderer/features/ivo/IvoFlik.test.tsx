// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { kvartalsdagar } from '../../../shared/domain/klocka/ivo.ts';
import { bifall } from '../../../shared/domain/testing/bestallning.ts';
import { fristregler } from '../../../shared/domain/testing/fristregler.ts';
import { plusDagar, plusManader } from '../../../shared/util/datum.ts';
import { idagNu } from '../../components/idag.ts';
import { forgetInstallningar } from '../../state/installningar.ts';
import { forgetNavigering } from '../../state/navigering.ts';
import { useTabs } from '../../state/tabs.ts';
import { type TestAkt, testKarna } from '../../testing/karna.ts';
import { karinsAkt, prepareKund, showWith } from '../../testing/kund.tsx';
import { linnea } from '../../testing/linnea.ts';
import { IvoFlik } from './IvoFlik.tsx';
import { attRapportera } from './kvartalsval.ts';

prepareKund();
beforeEach(() => {
  forgetInstallningar();
  forgetNavigering();
});

const kvartalet = kvartalsdagar(attRapportera(idagNu()));
/** Decided so that it was late on the quarter's first day, and `senare` days later. */
const beslut = (n: number, senare: number, over: object = {}): TestAkt['records'][number] => {
  const { type, id, data } = bifall(n, 'kontaktperson', {
    ...{ utredningId: linnea.utredning, beslutsdatum: plusDagar(plusManader(kvartalet.fran, -4), senare) },
    ...{ giltigFran: kvartalet.fran, ...over },
  });
  return { type, id, data };
};
function show(...poster: TestAkt['records']) {
  const akt = karinsAkt();
  const karna = testKarna({ ...akt, records: [...akt.records, ...fristregler(), ...poster] });
  showWith(<IvoFlik />, { karna });
  return karna;
}
const grid = () => screen.findByRole('grid', { name: 'Ej verkställda beslut' });
const rader = async () =>
  within(await grid())
    .getAllByRole('row')
    .slice(1);

describe('KLOCK-07 Ej verkställda beslut', () => {
  it('shows the rows of the quarter to report, one’s own or the unit’s, and its figures without names', async () => {
    show(beslut(1, 3), beslut(2, 0));
    fireEvent.click(await screen.findByRole('combobox', { name: 'Vilkas beslut' }));
    fireEvent.click(await screen.findByRole('option', { name: 'Hela enheten' }));
    expect(await rader()).toHaveLength(2);
    expect(screen.getByRole('status').textContent).toContain('2 rader, 1 kund');
    expect((await rader())[0]?.textContent).toContain('Ej verkställt');
    fireEvent.click(screen.getByRole('tab', { name: 'Siffror till fullmäktige' }));
    const siffror = await screen.findByRole('grid', { name: 'Siffror till fullmäktige' });
    expect(within(siffror).getAllByRole('row')[1]?.textContent).toMatch(/^LSSKontaktpersonBeslut2/);
    expect(siffror.textContent).not.toContain('Ekström');
  });

  it('is sorted by its heads, and Enter opens the kund at the beslut', async () => {
    show(beslut(1, 3), beslut(2, 0));
    fireEvent.click(await screen.findByRole('combobox', { name: 'Vilkas beslut' }));
    fireEvent.click(await screen.findByRole('option', { name: 'Hela enheten' }));
    const datum = async () => (await rader()).map((rad) => within(rad).getAllByRole('gridcell')[4]?.textContent);
    const [tidig = '', sen = ''] = await datum();
    expect(tidig < sen).toBe(true);
    fireEvent.click(within(await grid()).getByRole('button', { name: /^Senast/ }));
    expect(await datum()).toEqual([sen, tidig]);
    const [forst] = await rader();
    if (!forst) throw new Error('no row');
    forst.focus();
    fireEvent.keyDown(forst, { key: 'Enter' });
    await screen.findByRole('grid', { name: 'Ej verkställda beslut' });
    expect(useTabs.getState().tabs.map(({ slag }) => slag)).toContain('kund');
  });
});
