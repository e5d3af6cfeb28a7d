// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aktScope } from '../../../shared/domain/scope.ts';
import { testAktualisering } from '../../../shared/domain/testing/aktualisering.ts';
import { beslutId, bifall, order, orderId, u, verk } from '../../../shared/domain/testing/bestallning.ts';
import { kat } from '../../../shared/domain/testing/katalog.ts';
import { akt, type TestRecord, testAkt, testId } from '../../../shared/domain/testing/state.ts';
import { teman } from '../../components/theme.ts';
import { closeArendedialog, useArendedialog } from '../../state/arendedialog.ts';
import { startCore } from '../../state/core.ts';
import { forgetInstallningar, saveInstallningar } from '../../state/installningar.ts';
import { forgetKundvyer, getKundvy } from '../../state/kundvy.ts';
import { domOfTests } from '../../testing/dom.ts';
import { handlaggning, testNu } from '../../testing/handlaggning.ts';
import { type Karna, testKarna } from '../../testing/karna.ts';
import { MinaSidor } from './MinaSidor.tsx';

/** An akt of its own: its person and utredning are those of the test akt, moved. */
const other = { person: testId(700), utredning: testId(701) };
const otherAkt = (...records: TestRecord[]) =>
  [...testAkt().slice(0, 2), ...records].map(({ type, id, data }) => ({
    type,
    id: id === akt.person ? other.person : id === akt.utredning ? other.utredning : id,
    scope: aktScope(other.person),
    data: {
      ...data,
      ...(type === 'person'
        ? { personnummer: '199904122380', fodelsedatum: '1999-04-12', efternamn: 'Al-Hassan', fornamn: 'Yusuf', kundnummer: '100002' }
        : {}),
      ...(type === 'beslut' ? { utredningId: other.utredning } : {}),
    },
  }));

const by = (anvandareId: string) => ({ bestallare: { anvandareId, namn: 'Beställaren', at: '2026-10-21T09:00:00.000Z' } });
const assistans = { insatskategori: 'Personlig ass LSS' };
/**
 * Of Linnea: an order sent to an utförare who confirms, one to confirm that is carried out, one that is not, a bifall without
 * an order, and an aktualisering that waits. Of Yusuf: a bifall that goes on without LSS Insatser.
 */
const sida = () => {
  const mine = handlaggning([
    bifall(1),
    order(1, { bestalltDatum: '2026-11-01', ...by(kat.handlaggare) }),
    bifall(2, 'assistans'),
    order(2, { ...assistans, utforareId: u.egetVal, insatser: ['Personlig assistans'], gallerFran: '2026-12-01', ...by(kat.enhetschef) }),
    verk(2, { ...assistans, utforareId: u.egetVal }),
    bifall(3, 'assistans'),
    order(3, { ...assistans, utforareId: u.extern, insatser: ['Personlig assistans'], gallerFran: '2026-12-02', ...by(kat.enhetschef) }),
    bifall(4),
    { type: 'aktualisering', id: testId(301), data: testAktualisering({ datum: '2026-10-20' }) },
  ]);
  return {
    ...mine,
    records: [...mine.records, ...otherAkt(bifall(8, 'korttidsvistelse'), order(8, { utforareId: u.barnUngdom, ...by(kat.enhetschef) }))],
  };
};

let end: () => void = () => undefined;
beforeAll(() => domOfTests());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: testNu });
  forgetInstallningar();
  forgetKundvyer();
  closeArendedialog();
});
afterEach(async () => {
  // What waits to be written belongs to this test's replica.
  await saveInstallningar();
  cleanup();
  end();
  vi.useRealTimers();
});
function show(karna: Karna = testKarna(sida())) {
  end = startCore(karna.backend);
  const view = render(
    <FluentProvider theme={teman.ljust}>
      <MinaSidor renderBevakningar={() => null} renderEansokningar={() => null} renderMeddelanden={() => null} />
    </FluentProvider>,
  );
  return { karna, view };
}
const panel = (namn: string) => screen.findByRole('region', { name: namn });

it('MINA-01 FORB-17 how a list is sorted is remembered', async () => {
  const { karna, view } = show();
  const rubrik = async () => within(await panel('Inkomna beställningar')).findByRole('columnheader', { name: /^Kund/ });
  fireEvent.click(within(await rubrik()).getByRole('button', { name: /^Kund/ }));
  const sorterad = (await rubrik()).getAttribute('aria-sort');
  expect(sorterad).toMatch(/ascending|descending/);
  await saveInstallningar();
  view.unmount();
  end();
  forgetInstallningar();
  show(karna);
  await waitFor(async () => expect((await rubrik()).getAttribute('aria-sort')).toBe(sorterad));
});

describe('MINA-03, MINA-04 the beställningar', () => {
  it('BEKR-04, FORB-37 the Filter shows one or several utförare and is remembered', async () => {
    const { karna, view } = show();
    const inkomna = await panel('Inkomna beställningar');
    expect(await within(inkomna).findAllByRole('row')).toHaveLength(3);
    fireEvent.click(within(inkomna).getByRole('button', { name: 'Filter' }));
    fireEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'Privat, Utförare' }));
    await waitFor(() => expect(within(inkomna).getAllByRole('row')).toHaveLength(2));
    expect(within(inkomna).getByText('Saknas')).toBeTruthy();
    await saveInstallningar();
    view.unmount();
    end();
    forgetInstallningar();
    show(karna);
    const igen = await panel('Inkomna beställningar');
    await waitFor(() => expect(within(igen).getAllByRole('row')).toHaveLength(2));
    expect(within(igen).getByText('1 · Privat, Utförare')).toBeTruthy();
  });

  it('BEKR-06 Gå till verkställighet (lov) opens the kund with Ta in beställning', async () => {
    show();
    const inkomna = await panel('Inkomna beställningar');
    fireEvent.contextMenu(await within(inkomna).findByText('2026-12-01', { selector: '[aria-rowindex="2"] *' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: /Gå till verkställighet \(lov\)/ }));
    await waitFor(() => expect(useArendedialog.getState().oppen).toEqual({ personId: akt.person, post: 'bekrafta', id: orderId(2) }));
  });

  it('BEST-BORT-02 Gå till beställning marks it in the kund', async () => {
    show();
    const lista = await panel('Beställningar – ej bekräftade');
    fireEvent.contextMenu(await within(lista).findByText('Kontaktperson'));
    fireEvent.click(await screen.findByRole('menuitem', { name: /Gå till beställning/ }));
    await waitFor(() => expect(getKundvy(akt.person)?.vald).toBe(`bestallning/${orderId(1)}`));
  });

  it('FORB-35 an unconfirmed one shows its age', async () => {
    show();
    const lista = await panel('Beställningar – ej bekräftade');
    expect(await within(lista).findByText('19')).toBeTruthy();
  });

  it('FORB-27 kunder without an open LSS Insatser are a click away, and open the dialog that opens it', async () => {
    show();
    fireEvent.click(await screen.findByRole('button', { name: '1 utan LSS Insatser' }));
    const lista = await panel('Kunder utan öppen LSS Insatser');
    expect(within(lista).getByRole('button', { name: '1 bifall utan beställning' })).toBeTruthy();
    fireEvent.doubleClick(within(lista).getByText('LSS Korttidsvistelse Bifall'));
    await waitFor(() => expect(getKundvy(other.person)?.vald).toBe(`beslut/${beslutId(8)}`));
    expect(useArendedialog.getState().oppen).toEqual({ personId: other.person, post: 'verkstallighetOppna', id: other.person });
  });

  it('FORB-31 that of an ended utredning too', async () => {
    const grund = sida();
    const records = grund.records.map((one) =>
      one.id === akt.utredning ? { ...one, data: { ...(one.data as object), slutdatum: '2026-11-10' } } : one,
    );
    show(testKarna({ ...grund, records }));
    fireEvent.click(await screen.findByRole('button', { name: /bifall utan beställning$/ }));
    expect(await within(await panel('Bifall utan beställning')).findAllByRole('row')).toHaveLength(2);
  });

  it('FORB-31 bifall utan beställning are a click away, and open their beställning', async () => {
    show();
    fireEvent.click(await screen.findByRole('button', { name: '1 bifall utan beställning' }));
    const lista = await panel('Bifall utan beställning');
    fireEvent.click(within(lista).getByRole('button', { name: '1 ej bekräftade' }));
    fireEvent.click(within(await panel('Beställningar – ej bekräftade')).getByRole('button', { name: '1 bifall utan beställning' }));
    fireEvent.doubleClick(await screen.findByText('LSS Kontaktperson Bifall'));
    await waitFor(() =>
      expect(getKundvy(akt.person)?.yta).toEqual({
        slag: 'utredning',
        id: akt.utredning,
        flik: 'bestallning',
        beslutId: beslutId(4),
        ny: true,
      }),
    );
  });
});

describe('FORB-14 Ej behandlade aktualiseringar', () => {
  it('says how long each has waited, and opens Inled utredning', async () => {
    show();
    const lista = await panel('Ej behandlade aktualiseringar');
    expect(await within(lista).findByText('1 · 1 har väntat mer än 14 dagar')).toBeTruthy();
    fireEvent.doubleClick(within(lista).getByText('Kontaktperson'));
    await waitFor(() => expect(getKundvy(akt.person)?.yta).toEqual({ slag: 'arende', flik: 'inled' }));
  });
});
