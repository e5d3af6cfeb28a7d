// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { etjanstId } from '../../shared/domain/etjanst/records.ts';
import { etjanst, godkannande, godkannandeId, ombudet, ombudssamtycket } from '../../shared/domain/testing/etjanst.ts';
import { kat } from '../../shared/domain/testing/katalog.ts';
import { plainText } from '../../shared/domain/text/text.ts';
import { swedishDay } from '../../shared/util/datum.ts';
import { runCommandById } from '../state/keys.ts';
import { ctrlS, karinsAkt, prepareKund, showKund, write } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

prepareKund();
const lass = { slag: 'arende', flik: 'lass' } as const;
const avsluta = { slag: 'arende', flik: 'avsluta' } as const;
const idag = swedishDay(new Date().toISOString());
const id = (n: number): string => `018f0000-0000-7000-8000-000000000${n}`;

const fillIn = () => {
  write(/^Inkom enligt poststämpel/, '2026-11-10');
  write('Gäller fr.o.m.', '2026-12-01');
  fireEvent.click(screen.getByRole('radio', { name: '2' }));
  write('Timmar, timmar', '65');
  write('Timmar, minuter', '30');
  write(/^Utredningsdokument, Beslut/, 'Assistansersättning beviljas med 65 timmar och 30 minuter per vecka.');
};

describe('LASS-01 to LASS-17, FORB-30 LASS-beslut', () => {
  it('one form, saved by the keyboard: utredning, two signed texts and the beslut, per vecka and dated today', async () => {
    const { karna } = showKund(lass);
    await screen.findByRole('form', { name: 'LASS-beslut' });
    expect(screen.getByText('per Vecka')).toBeTruthy();
    fillIn();
    await ctrlS('LASS-beslut');
    await waitFor(() => expect(karna.list('beslut')).toHaveLength(1));
    const beslut = karna.list('beslut')[0]?.data;
    expect(beslut).toMatchObject({
      beslutsdatum: idag,
      giltigFran: '2026-12-01',
      personkrets: '2',
      omfattning: { minuter: 65 * 60 + 30, enhet: 'Vecka' },
    });
    const utredning = karna.get('utredning', beslut?.utredningId ?? '');
    expect(utredning).toMatchObject({ lass: true, inkomDatum: '2026-11-10', slutdatum: idag });
    const texter = karna.list('anteckning').filter(({ data }) => data.dokumentation.id === beslut?.utredningId);
    expect(texter.map(({ data }) => [data.signerad !== undefined, plainText(data.text)])).toEqual([
      [true, 'Beslutsmeddelande om assistansersättning har inkommit från Försäkringskassan.'],
      [true, 'Assistansersättning beviljas med 65 timmar och 30 minuter per vecka.'],
    ]);
    expect(karna.list('personkrets')[0]?.data.personkrets).toBe('2');
  });

  it('FORB-21 doubtful minutes are asked about at their field, nothing is assumed', async () => {
    const { karna } = showKund(lass);
    await screen.findByRole('form', { name: 'LASS-beslut' });
    fillIn();
    write('Timmar, minuter', '75');
    await ctrlS('LASS-beslut');
    expect((await screen.findAllByText(/Minuter är 0–59\. Menar du 65 tim 45 min eller 66 tim 15 min\?/)).length).toBeGreaterThan(0);
    // The panel says it before Spara does; the field is marked by Spara.
    await waitFor(() => expect(screen.getByLabelText('Timmar, minuter').getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByLabelText('Timmar, timmar').getAttribute('aria-invalid')).toBe('false');
    expect(karna.list('beslut')).toHaveLength(0);
  });

  it('FORB-29 an ongoing LASS-beslut is asked about and ends the day before the new', async () => {
    const akt = karinsAkt();
    const pagaende = {
      type: 'beslut' as const,
      id: id(810),
      data: {
        utredningId: linnea.utredning,
        insatsId: kat.insats.lass,
        beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS',
        beslutsnamn: 'Assistanskostnader utöver LASS',
        utfall: 'bifall',
        insatskategori: 'LSS Insatser',
        beslutsdatum: '2025-01-10',
        giltigFran: '2025-02-01',
        rev: id(811),
      },
    };
    const { karna } = showKund(lass, { akt: { ...akt, records: [...akt.records, pagaende] } });
    await screen.findByRole('form', { name: 'LASS-beslut' });
    fillIn();
    await ctrlS('LASS-beslut');
    expect((await screen.findAllByText('Ange om det nya ersätter det tidigare LASS-beslutet.')).length).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole('radio', { name: 'Det nya ersätter det' }));
    await ctrlS('LASS-beslut');
    await waitFor(() => expect(karna.get('beslut', id(810))?.giltigTom).toBe('2026-11-30'));
  });
});

describe('AVSL-01 to AVSL-03, FORB-43 Avsluta ärende', () => {
  it('lists every open part, takes one date, and closes all after one question', async () => {
    const { karna } = showKund(avsluta);
    await screen.findByRole('form', { name: 'Avsluta ärende' });
    const lista = screen.getByRole('list', { name: 'Öppet i ärendet' });
    expect(within(lista).getAllByRole('listitem')).toHaveLength(3);
    expect(within(lista).getByText('LSS Utredning 260915-')).toBeTruthy();
    write(/^Slutdatum/, '2026-11-20');
    await ctrlS('Avsluta ärende');
    fireEvent.click(await screen.findByRole('button', { name: 'Avsluta ärendet' }));
    await waitFor(() => expect(karna.get('utredning', linnea.utredning)?.slutdatum).toBe('2026-11-20'));
    expect(karna.list('verkstallighet').map(({ data }) => data.slutdatum)).toEqual(['2026-11-20', '2026-11-20']);
  });

  it('MEDB-08 REL-10 lists what is on of the e-service: approvals are proposed to end, the kund’s own is not', async () => {
    const base = karinsAkt();
    const mer = [
      { ...etjanst({ lage: 'aktiv', fungerarFran: '2026-11-10' }), id: etjanstId(linnea.person) },
      ...[ombudet(), ombudssamtycket(), godkannande(1, { lage: 'aktiv', fungerarFran: '2026-11-10' })],
    ];
    const { karna } = showKund(avsluta, { akt: { ...base, records: [...base.records, ...mer] } });
    await screen.findByRole('form', { name: 'Avsluta ärende' });
    const ruta = (namn: RegExp) => screen.getByRole('checkbox', { name: namn }) as HTMLInputElement;
    expect([ruta(/^Ekström, Åsa, godkänd/).checked, ruta(/^Kundens egen e-tjänst/).checked]).toEqual([true, false]);
    write(/^Slutdatum/, '2026-11-20');
    await ctrlS('Avsluta ärende');
    expect(await screen.findByText(/I e-tjänsten avslutas: Ekström, Åsa/)).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: 'Avsluta ärendet' }));
    await waitFor(() => expect(karna.get('godkannande', godkannandeId(1))?.lage).toBe('avslutad'));
    expect(karna.get('etjanst', etjanstId(linnea.person))?.lage).toBe('aktiv');
    expect(karna.get('utredning', linnea.utredning)?.slutdatum).toBe('2026-11-20');
  });

  it('FORB-43 Spara of the toolbar, and Ctrl+S outside the fields, ask first too', async () => {
    const { karna } = showKund(avsluta);
    const form = await screen.findByRole('form', { name: 'Avsluta ärende' });
    write(/^Slutdatum/, '2026-11-20');
    act(() => {
      runCommandById('spara');
    });
    fireEvent.click(within(await screen.findByRole('alertdialog', { name: 'Avsluta ärendet?' })).getByRole('button', { name: 'Avbryt' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(form.isConnected).toBe(true);
    expect(karna.get('utredning', linnea.utredning)?.slutdatum).toBeUndefined();
  });

  it('a day before a part begins is marked at its field, and nothing is asked', async () => {
    const { karna } = showKund(avsluta);
    await screen.findByRole('form', { name: 'Avsluta ärende' });
    write(/^Slutdatum/, '2026-01-01');
    await ctrlS('Avsluta ärende');
    expect(await screen.findByText('En utredning började senare än så. Välj 2026-09-15 eller senare.')).toBeTruthy();
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(karna.get('utredning', linnea.utredning)?.slutdatum).toBeUndefined();
  });
});
