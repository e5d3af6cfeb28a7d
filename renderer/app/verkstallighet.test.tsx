// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { NodMeny } from '../../shared/domain/rubriktrad/nod.ts';
import { kat } from '../../shared/domain/testing/katalog.ts';
import { showArendedialog } from '../state/arendedialog.ts';
import { getKundvy } from '../state/kundvy.ts';
import { choose, ctrlS, karinsAkt, prepareKund, showKund, write } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

prepareKund();
const id = (n: number): string => `018f0000-0000-7000-8000-000000000${n}`;
const vy = { slag: 'verkstallighet', id: linnea.lssInsatser } as const;
const open = (post: NodMeny, recordId: string) => act(() => showArendedialog({ personId: linnea.person, post, id: recordId }));

const bifall = {
  type: 'beslut' as const,
  id: id(801),
  data: {
    utredningId: linnea.utredning,
    insatsId: kat.insats.assistans,
    beslutskod: 'PA_BIFALL',
    beslutsnamn: 'LSS Personlig assistent Bifall',
    utfall: 'bifall',
    insatskategori: 'Personlig ass LSS',
    beslutsdatum: '2026-11-02',
    giltigFran: '2026-11-02',
    rev: id(802),
  },
};
const bestallning = {
  type: 'bestallning' as const,
  id: id(803),
  data: {
    beslutId: id(801),
    bestalltDatum: '2026-11-03',
    gallerFran: '2026-11-10',
    utforareId: kat.utforare.egetVal,
    insatser: ['Biträde av assistans'],
  },
};
const karin = { anvandareId: kat.handlaggare, namn: 'Karin Ek', at: '2026-11-05T09:00:00.000Z' };
/** What the handläggare keeps for the private utförare of the bifall. */
const egetVal = {
  insatskategori: 'Personlig ass LSS',
  utforareId: kat.utforare.egetVal,
  organisationId: kat.organisation,
  startdatum: '2026-11-02',
  lssInsatser: false,
  beslutId: id(801),
};
const medBifall = (...mer: { type: 'beslut' | 'bestallning' | 'verkstallighet'; id: string; data: unknown }[]) => {
  const akt = karinsAkt();
  return { ...akt, records: [...akt.records, bifall, ...mer] };
};

/** LSS Insatser is closed, and the bifall ended with it. */
const stangd = () => {
  const akt = medBifall();
  const records = akt.records.map((one) => {
    if (one.id === linnea.lssInsatser) return { ...one, data: { ...(one.data as object), slutdatum: '2026-11-05', avslut: karin } };
    return one.id === id(801) ? { ...one, data: { ...(one.data as object), giltigTom: '2026-11-05' } } : one;
  });
  return { ...akt, records };
};

describe('VERK-01 to VERK-15 a verkställighet', () => {
  it('VERK-09 shows its organisation, and what can be done now', async () => {
    const akt = karinsAkt();
    const records = akt.records.map((one) =>
      one.id === linnea.lssInsatser
        ? { ...one, data: { ...(one.data as object), organisationId: kat.organisation, utforareId: kat.utforare.funktion5 } }
        : one,
    );
    showKund(vy, { akt: { ...akt, records } });
    const yta = await screen.findByRole('region', { name: /LSS Insatser 240228- – LSS-handläggare 5/ });
    expect(within(yta).getByText('LSS Myndighet')).toBeTruthy();
    expect(await within(yta).findByRole('button', { name: 'Avsluta verkställighet' })).toBeTruthy();
    expect(within(yta).getByRole('button', { name: 'Öppna igen' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('VERK-10 to VERK-12, FORB-41 Avsluta shows which beslut get which end date, and closes with the tick', async () => {
    const { karna } = showKund(vy, { akt: medBifall() });
    await screen.findByRole('region', { name: /LSS Insatser/ });
    open('avslutaVerkstallighet', linnea.lssInsatser);
    await screen.findByRole('form', { name: 'Avsluta verkställighet' });
    write(/^Avslutsdatum/, '2026-11-20');
    fireEvent.click(screen.getByRole('checkbox', { name: 'LSS Personlig assistent Bifall 261102: tills vidare → 2026-11-20' }));
    await ctrlS('Avsluta verkställighet');
    expect(await screen.findByText('Kryssa i att verkställigheten ska avslutas.')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: /Jag är säker/ }));
    await ctrlS('Avsluta verkställighet');
    await waitFor(() => expect(karna.get('verkstallighet', linnea.lssInsatser)?.slutdatum).toBe('2026-11-20'));
    expect(karna.get('beslut', id(801))?.giltigTom).toBe('2026-11-20');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('AVSL-01, FORB-41 Avsluta tells two beslut of one name apart, and says which order ends', async () => {
    const verk = { type: 'verkstallighet' as const, id: id(804), data: egetVal };
    const bekraftad = {
      ...bestallning,
      data: { ...bestallning.data, bekraftad: '2026-11-10', bekraftelse: { ...karin, verkstallighetId: id(804) } },
    };
    const tidigare = { ...bifall, id: id(805), data: { ...bifall.data, beslutsdatum: '2024-02-27', giltigFran: '2024-03-01' } };
    const { karna } = showKund(vy, { akt: medBifall(tidigare, bekraftad, verk) });
    await screen.findByRole('region', { name: /LSS Insatser/ });
    open('avslutaVerkstallighet', linnea.lssInsatser);
    await screen.findByRole('form', { name: 'Avsluta verkställighet' });
    for (const namn of [/Bifall 261102: tills vidare →/, /Bifall 240227: tills vidare →/])
      expect(screen.getByRole('checkbox', { name: namn })).toBeTruthy();
    expect(screen.queryByText('Beställning')).toBeNull();
    open('avslutaVerkstallighet', id(804));
    await waitFor(() => expect((screen.getByRole('checkbox', { name: /Bifall 261102/ }) as HTMLInputElement).disabled).toBe(true));
    write(/^Avslutsdatum/, '2026-11-20');
    expect(screen.getByText('Biträde av assistans från 2026-11-10: tills vidare → 2026-11-20')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: /Jag är säker/ }));
    await ctrlS('Avsluta verkställighet');
    await waitFor(() => expect(karna.get('bestallning', id(803))?.gallerTom).toBe('2026-11-20'));
    await waitFor(() => expect(screen.queryByRole('form', { name: 'Avsluta verkställighet' })).toBeNull());
    open('oppnaVerkstallighetIgen', id(804));
    await screen.findByRole('form', { name: 'Öppna igen' });
    write('Nytt slutdatum för LSS Personlig assistent Bifall 261102', '2027-06-30');
    expect(screen.getByText('Biträde av assistans från 2026-11-10: 2026-11-20 → 2027-06-30')).toBeTruthy();
    await ctrlS('Öppna igen');
    await waitFor(() => expect(karna.get('bestallning', id(803))?.gallerTom).toBe('2027-06-30'));
  });

  it('AVSL-01, FORB-43 what has not begun is withdrawn with the verkställighet, and is said to be', async () => {
    const later = { ...bifall, data: { ...bifall.data, giltigFran: '2099-01-01' } };
    const order = {
      ...bestallning,
      data: {
        ...bestallning.data,
        gallerFran: '2099-01-01',
        bekraftad: '2026-11-10',
        bekraftelse: { ...karin, verkstallighetId: id(804) },
      },
    };
    const akt = karinsAkt();
    const records = [...akt.records, later, order, { type: 'verkstallighet' as const, id: id(804), data: egetVal }];
    const { karna } = showKund({ slag: 'verkstallighet', id: id(804) }, { akt: { ...akt, records } });
    await screen.findByRole('region', { name: /Personlig ass LSS/ });
    open('avslutaVerkstallighet', id(804));
    await screen.findByRole('form', { name: 'Avsluta verkställighet' });
    expect(screen.getByRole('checkbox', { name: /Bifall 261102: börjar 2099-01-01 → påbörjas inte/ })).toBeTruthy();
    expect(screen.getByText('Biträde av assistans från 2099-01-01: återkallas, den har inte börjat')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: /Jag är säker/ }));
    await ctrlS('Avsluta verkställighet');
    await waitFor(() => expect(karna.get('beslut', id(801))?.aldrigPaborjad).toBeDefined());
    expect(karna.get('bestallning', id(803))?.borttagen).toBeDefined();
    open('oppnaVerkstallighetIgen', id(804));
    expect(await screen.findByRole('checkbox', { name: /Bifall 261102 \(påbörjades inte\)/ })).toBeTruthy();
    await ctrlS('Öppna igen');
    await waitFor(() => expect(karna.get('beslut', id(801))).not.toHaveProperty('aldrigPaborjad'));
  });

  it('FRAGA-32 an utförare is asked for a reason before anything is sent', async () => {
    const akt = medBifall();
    const records = akt.records.map((one) =>
      one.id === linnea.utforarens ? { ...one, data: { ...(one.data as object), utforareId: kat.utforare.rekrytering } } : one,
    );
    const actor = { ...akt.actor, roller: ['utforare' as const], utforareId: kat.utforare.rekrytering };
    showKund({ slag: 'verkstallighet', id: linnea.utforarens }, { akt: { ...akt, actor, records } });
    await screen.findByRole('region', { name: /Rekrytering LSS-insatser/ });
    expect(screen.queryByText(/^LSS Insatser/)).toBeNull();
    open('avslutaVerkstallighet', linnea.utforarens);
    await screen.findByRole('form', { name: 'Avsluta verkställighet' });
    fireEvent.click(screen.getByRole('checkbox', { name: /Jag är säker/ }));
    await ctrlS('Avsluta verkställighet');
    expect(await screen.findByText('Välj varför verkställigheten avslutas.')).toBeTruthy();
  });

  it('VERK-15, FORB-45 Byte av utförare names the holders and presets the own function', async () => {
    const { karna } = showKund(vy);
    await screen.findByRole('region', { name: /LSS Insatser/ });
    open('bytUtforare', linnea.lssInsatser);
    await screen.findByRole('form', { name: 'Byte av utförare/organisation' });
    expect(screen.getByRole('combobox', { name: /Ny utförare/ }).textContent).toBe('LSS-handläggare 3 (Karin Ek)');
    await choose(/^Organisation/, 'LSS Myndighet');
    await ctrlS('Byte av utförare/organisation');
    await waitFor(() =>
      expect(karna.get('verkstallighet', linnea.lssInsatser)).toMatchObject({
        utforareId: kat.utforare.funktion3,
        organisationId: kat.organisation,
      }),
    );
  });

  it('VERK-15, FRAGA-61 Byte av utförare: what another changed meanwhile is told, and replaced only by who has seen it', async () => {
    const { karna } = showKund(vy);
    await screen.findByRole('region', { name: /LSS Insatser/ });
    open('bytUtforare', linnea.lssInsatser);
    await screen.findByRole('form', { name: 'Byte av utförare/organisation' });
    await choose(/^Organisation/, 'LSS Myndighet');
    karna.pull({ type: 'verkstallighet', id: linnea.lssInsatser, data: { organisationId: kat.annanOrganisation } });
    expect(await screen.findByText(/Någon annan har ändrat detta sedan du började/)).toBeTruthy();
    await ctrlS('Byte av utförare/organisation');
    expect(await screen.findByText(/^Någon annan har ändrat uppgiften/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Behåll mina uppgifter' }));
    await ctrlS('Byte av utförare/organisation');
    await waitFor(() => expect(karna.get('verkstallighet', linnea.lssInsatser)?.organisationId).toBe(kat.organisation));
  });

  it('VERK-05, FORB-40 Skapa ny verkställighet offers what may be opened, and OK saves', async () => {
    const { karna } = showKund(vy, { akt: medBifall() });
    await screen.findByRole('region', { name: /LSS Insatser/ });
    open('verkstallighetOppna', linnea.person);
    await screen.findByRole('form', { name: 'Skapa ny verkställighet' });
    expect(screen.getByRole('combobox', { name: /Insatskategori/ }).textContent).toContain('Personlig ass LSS – Lss, Eget Val');
    await ctrlS('Skapa ny verkställighet');
    await waitFor(() => expect(karna.list('verkstallighet')).toHaveLength(3));
    expect(karna.list('verkstallighet').find(({ data }) => data.beslutId === id(801))?.data).toMatchObject({
      insatskategori: 'Personlig ass LSS',
      utforareId: kat.utforare.egetVal,
      startdatum: '2026-11-02',
    });
  });

  it('BEKR-03, FORB-36 Ta in beställning: without a verkställighet it is opened with the confirmation, never confirmed without', async () => {
    const { karna } = showKund(vy, { akt: medBifall(bestallning) });
    await screen.findByRole('region', { name: /LSS Insatser/ });
    open('bekrafta', id(803));
    await screen.findByRole('form', { name: 'Ta in beställning' });
    expect((screen.getByLabelText(/^Verkställd/) as HTMLInputElement).value).toBe('2026-11-10');
    await ctrlS('Ta in beställning');
    expect(await screen.findByText('Verkställigheten saknas. Välj att öppna den.')).toBeTruthy();
    expect(karna.get('bestallning', id(803))?.bekraftad).toBeUndefined();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Öppna verkställigheten' }));
    await ctrlS('Ta in beställning');
    await waitFor(() => expect(karna.get('bestallning', id(803))?.bekraftad).toBe('2026-11-10'));
    const ny = karna.list('verkstallighet').find(({ data }) => data.beslutId === id(801));
    expect(await screen.findByRole('region', { name: /Personlig ass LSS/ })).toBeTruthy();
    expect(getKundvy(linnea.person)?.vald).toBe(`verkstallighet/${ny?.id}`);
  });

  it('VERK-13, FORB-42 Öppna igen asks for the end date of the beslut', async () => {
    const { karna } = showKund(vy, { akt: stangd() });
    await screen.findByRole('region', { name: /LSS Insatser/ });
    open('oppnaVerkstallighetIgen', linnea.lssInsatser);
    await screen.findByRole('form', { name: 'Öppna igen' });
    fireEvent.click(screen.getByRole('checkbox', { name: /LSS Personlig assistent Bifall/ }));
    write('Nytt slutdatum för LSS Personlig assistent Bifall 261102', 'nästa år');
    await ctrlS('Öppna igen');
    expect(await screen.findByText(/Datumet går inte att läsa/)).toBeTruthy();
    write('Nytt slutdatum för LSS Personlig assistent Bifall 261102', '2027-06-30');
    await ctrlS('Öppna igen');
    await waitFor(() => expect(karna.get('verkstallighet', linnea.lssInsatser)?.slutdatum).toBeUndefined());
    expect(karna.get('beslut', id(801))?.giltigTom).toBe('2027-06-30');
  });
  it('FRAGA-61 Öppna igen says what a colleague has changed since, and keeps what was filled in', async () => {
    const { karna } = showKund(vy, { akt: stangd() });
    await screen.findByRole('region', { name: /LSS Insatser/ });
    open('oppnaVerkstallighetIgen', linnea.lssInsatser);
    await screen.findByRole('form', { name: 'Öppna igen' });
    fireEvent.click(screen.getByRole('checkbox', { name: /LSS Personlig assistent Bifall/ }));
    write('Nytt slutdatum för LSS Personlig assistent Bifall 261102', '2027-06-30');
    karna.pull({ type: 'beslut', id: id(801), data: { ...karna.get('beslut', id(801)), giltigTom: '2026-11-12', rev: id(809) } });
    expect(await screen.findByText('2026-11-12')).toBeTruthy();
    await ctrlS('Öppna igen');
    expect((await screen.findAllByText(/Någon annan har ändrat uppgiften/)).length).toBeGreaterThan(0);
    expect(karna.get('verkstallighet', linnea.lssInsatser)?.slutdatum).toBe('2026-11-05');
    fireEvent.click(screen.getByRole('button', { name: 'Behåll mina uppgifter' }));
    await ctrlS('Öppna igen');
    await waitFor(() => expect(karna.get('verkstallighet', linnea.lssInsatser)?.slutdatum).toBeUndefined());
    expect(karna.get('beslut', id(801))?.giltigTom).toBe('2027-06-30');
  });
});
