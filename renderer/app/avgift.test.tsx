// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { signatur } from '../../shared/domain/testing/bestallning.ts';
import { franvaro, franvaroId, underlag } from '../../shared/domain/testing/franvaro.ts';
import { type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import { idagNu } from '../components/idag.ts';
import { AvgiftFlik } from '../features/avgift/AvgiftFlik.tsx';
import type { TestAkt } from '../testing/karna.ts';
import { karinsAkt, prepareKund, showWith } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

prepareKund();
const idag = idagNu();
const dag = (dagar: number): IsoDate => plusDagar(idag, dagar);
const den = (dagar: number) => ({ ...signatur, at: `${dag(dagar)}T09:00:00.000Z` });
const borta = (n: number, dagar: number, over: Parameters<typeof franvaro>[1] = {}) =>
  franvaro(n, { verkstallighetId: linnea.utforarens, fran: dag(dagar), registrerad: den(dagar), ...over });

function akten(...mer: TestAkt['records']): TestAkt {
  const akt = karinsAkt();
  const records = akt.records.map((one) =>
    one.id === linnea.utforarens ? { ...one, data: { ...(one.data as object), startdatum: dag(-300), slutdatum: dag(90) } } : one,
  );
  return { ...akt, actor: { ...akt.actor, roller: ['avgiftshandlaggare'] }, records: [...records, ...mer] };
}
const rader = (namn: string) =>
  within(screen.getByRole('grid', { name: namn }))
    .getAllByRole('row')
    .slice(1)
    .map((rad) => rad.textContent);

it('ROLL-09 PFRAN-10 PFRAN-14 who is away, has come back, is to be away, and what was told of them; a change since is told as one', async () => {
  const tom = dag(-1);
  showWith(<AvgiftFlik />, {
    akt: akten(
      borta(1, -40, { beskrivning: 'Inlagd efter fall' }),
      borta(2, -80, { till: dag(-70) }),
      borta(3, 10, { till: dag(12) }),
      borta(4, -60, { till: dag(-50), felmarkering: { ...den(-1), orsak: 'Fel kund' } }),
      borta(5, -300, { till: dag(-290) }),
      underlag(1, {
        verkstallighetId: linnea.utforarens,
        franvaroId: franvaroId(1),
        fran: dag(-45),
        tom,
        dagar: 45,
        dagarUtanKost: 44,
        skickat: den(-1),
      }),
    ),
  });
  await screen.findByRole('grid', { name: 'Frånvaro' });
  const alla = rader('Frånvaro');
  expect(alla).toHaveLength(4);
  for (const lage of ['Borta', 'Slutat', 'Kommer', 'Felmarkerad']) expect(alla.filter((text) => text?.includes(lage))).toHaveLength(1);
  expect(alla.find((text) => text?.includes('Borta'))).toMatch(/41.*40.*Ändrat sedan: 45 dagar, 44 utan kost/);
  expect(document.body.textContent, 'what is written of a kund is not theirs').not.toContain('Inlagd efter fall');
  expect(rader('Verkställigheter som börjar eller slutar').filter((text) => text?.includes('Slutar'))).toHaveLength(1);
});

it('PFRAN-10 what does not hold counts no days, and goes with time, also where it never got an end', async () => {
  showWith(<AvgiftFlik />, {
    akt: akten(
      borta(1, -40, { felmarkering: { ...den(-1), orsak: 'Fel kund' } }),
      borta(2, -300, { felmarkering: { ...den(-290), orsak: 'Fel kund' } }),
      borta(3, -200, { registrerad: den(-290), medVerkstallighet: { ...den(-280), utgar: true } }),
    ),
  });
  await screen.findByRole('grid', { name: 'Frånvaro' });
  expect(rader('Frånvaro')).toEqual([expect.stringMatching(/Felmarkerad.*öppen00$/)]);
});

it('PFRAN-10 what is new since the user looked is marked, until it is said to be seen', async () => {
  showWith(<AvgiftFlik />, { akt: akten(borta(1, -5)) });
  const alla = await screen.findAllByText('Nytt');
  expect(alla.length).toBeGreaterThan(0);
  fireEvent.click(screen.getByRole('button', { name: 'Markera allt som sett' }));
  expect(await screen.findByText('Inget nytt sedan du tittade.')).toBeTruthy();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Visa bara nytt' }));
  await waitFor(() => expect(screen.getByText('Inget nytt om frånvaro.')).toBeTruthy());
});
