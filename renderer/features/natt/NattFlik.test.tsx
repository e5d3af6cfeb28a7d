// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Nattrapport } from '../../../shared/domain/etjanst/records.ts';
import { testId } from '../../../shared/domain/testing/state.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { type TestAkt, testKarna } from '../../testing/karna.ts';
import { karinsAkt, prepareKund, showWith } from '../../testing/kund.tsx';
import { linnea } from '../../testing/linnea.ts';
import { NattFlik } from './NattFlik.tsx';

prepareKund();

const rapport = (n: number, natt: string, over: Partial<Nattrapport> = {}): TestAkt['records'][number] => ({
  ...{ type: 'nattrapport', id: testId(1300 + n) },
  data: {
    ...{ natt, borjade: `${natt}T01:00:00.000Z`, klar: `${natt}T01:02:00.000Z`, aktiverade: 4, misslyckade: 0, avslutade: 1, olasta: 0 },
    ...{ orsaker: [], poster: [], ...over },
  },
});
function show(rapporter: TestAkt['records'], roller: TestAkt['actor']['roller'] = ['systemforvaltare']) {
  const akt = karinsAkt();
  return showWith(<NattFlik />, { karna: testKarna({ ...akt, actor: { ...akt.actor, roller }, records: [...akt.records, ...rapporter] }) });
}

it('NATT-01 each night with what it came to; of one with failures why, and who, where the akt is one’s own to read', async () => {
  const poster = [linnea.person, testId(1400)].map((personId) => ({ personId, slag: 'etjanst' as const, orsak: 'avvisad' as const }));
  show([
    rapport(1, '2026-11-28'),
    rapport(2, '2026-11-29', { misslyckade: 3, orsaker: [{ orsak: 'avvisad', antal: 3 }], poster }),
    rapport(3, '2026-11-30', { klar: undefined, avbruten: '2026-11-30T01:10:00.000Z' }),
  ]);
  const lista = await screen.findByRole('grid', { name: 'Nattens körningar' });
  // The list takes the focus a frame after it is shown, and marks its first row with it.
  await waitFor(() => expect(lista.contains(document.activeElement)).toBe(true));
  const natter = within(lista).getAllByRole('row').slice(1);
  expect(natter.map(({ textContent }) => textContent?.slice(0, 10))).toEqual(['2026-11-30', '2026-11-29', '2026-11-28']);
  expect(natter[0]?.textContent).toContain('Avbruten 2026-11-30 02:10, fortsätter av sig själv');
  expect(screen.queryByRole('grid', { name: /Misslyckade/ })).toBeNull();
  fireEvent.click(natter[1] as HTMLElement);
  const vilka = within(await screen.findByRole('grid', { name: 'Misslyckade natten till 2026-11-29' }))
    .getAllByRole('row')
    .slice(1);
  expect(vilka.map(({ textContent }) => textContent)).toEqual([expect.stringMatching(/Ekström.*Kundens e-tjänst/)]);
  expect(await screen.findByText(/^1 i akter som du inte läser\. 1 till som rapporten inte räknar upp\./)).toBeDefined();
});

it('ROLL-01 is nobody else’s, whatever the replica still holds', async () => {
  show([rapport(1, '2026-11-28')], ['lssHandlaggare']);
  expect(await screen.findByText(ordForFel('finns-inte').vad)).toBeDefined();
  expect(screen.queryByRole('grid')).toBeNull();
});
