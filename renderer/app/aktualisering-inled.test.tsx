// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { kat } from '../../shared/domain/testing/katalog.ts';
import { choose, ctrlS, karinsAkt, prepareKund, showKund, write } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

prepareKund();
const aktualisering = { slag: 'arende', flik: 'aktualisering' } as const;
const inled = { slag: 'arende', flik: 'inled' } as const;
const form = () => screen.findByRole('form', { name: 'Aktualisering' });

describe('AKT-01 to AKT-12 Aktualisering', () => {
  it('AKT-02, FORB-11 several insatser in one form become one aktualisering each, saved by the keyboard', async () => {
    const { karna } = showKund(aktualisering);
    await form();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Kontaktperson' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Personlig assistent' }));
    write(/^Datum/, '2026-11-02');
    await choose(/Från vem/, 'Den enskilde');
    await ctrlS('Aktualisering');
    await waitFor(() => expect(karna.list('aktualisering')).toHaveLength(2));
    const sparade = karna.list('aktualisering').map(({ data }) => data);
    expect(sparade.map(({ typ }) => typ).sort()).toEqual(['Kontaktperson', 'Personlig assistent']);
    expect(new Set(sparade.map(({ gruppId }) => gruppId)).size).toBe(1);
    for (const data of sparade) {
      expect(data).toMatchObject({
        datum: '2026-11-02',
        franVem: 'Den enskilde',
        ansvarigHandlaggareId: kat.handlaggare,
        organisationId: kat.organisation,
      });
    }
    expect(karna.utkast.size).toBe(0);
  });

  it('marks what is wrong at its field in Swedish, and goes to the first', async () => {
    const { karna } = showKund(aktualisering);
    await form();
    write(/^Datum/, '31/31');
    await ctrlS('Aktualisering');
    expect(await screen.findByText('Välj det ansökan gäller. Flera kan väljas; var och en blir en egen aktualisering.')).toBeTruthy();
    expect(screen.getByText('Den dagen finns inte i kalendern.')).toBeTruthy();
    expect(screen.getByText('Välj vem det kommer från.')).toBeTruthy();
    await waitFor(() => expect((document.activeElement as HTMLInputElement).type).toBe('checkbox'));
    expect(karna.list('aktualisering')).toHaveLength(0);
  });

  it('AKT-11 Omprövning presets its type, the own authority and today', async () => {
    const { karna } = showKund(aktualisering);
    await form();
    fireEvent.click(screen.getByRole('radio', { name: 'Omprövning' }));
    expect(screen.getByText('LSS Omprövning')).toBeTruthy();
    await ctrlS('Aktualisering');
    await waitFor(() => expect(karna.list('aktualisering')).toHaveLength(1));
    expect(karna.list('aktualisering')[0]?.data).toMatchObject({
      slag: 'omprovning',
      typ: 'LSS Omprövning',
      franVem: 'Egna myndigheten (VON)',
    });
  });

  it('a half-filled form is there again after a restart', async () => {
    const { karna, view, openAgain } = showKund(aktualisering);
    await form();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Kontaktperson' }));
    write('Anteckning', 'Ringer åter på måndag.');
    fireEvent.blur(screen.getByLabelText('Anteckning'));
    await waitFor(() => expect(karna.utkast.size).toBe(1));
    expect(view).toBeTruthy();
    openAgain(aktualisering);
    await form();
    await waitFor(() => expect((screen.getByLabelText('Anteckning') as HTMLTextAreaElement).value).toBe('Ringer åter på måndag.'));
    expect((screen.getByRole('checkbox', { name: 'Kontaktperson' }) as HTMLInputElement).checked).toBe(true);
  });

  it('AKT-09 in an ongoing utredning it is connected at once, and listed in the tab', async () => {
    const { karna } = showKund({ slag: 'utredning', id: linnea.utredning, flik: 'aktualiseringar', ny: true });
    await form();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Kontaktperson' }));
    write(/^Datum/, '2026-11-02');
    await choose(/Från vem/, 'Den enskilde');
    await ctrlS('Aktualisering');
    await waitFor(() => expect(karna.list('aktualisering')[0]?.data.utredningId).toBe(linnea.utredning));
    const lista = await screen.findByRole('grid', { name: 'Aktualiseringar i utredningen' });
    fireEvent.doubleClick(within(lista).getByText('Kontaktperson'));
    await form();
    write('Anteckning', 'Rättad.');
    await ctrlS('Aktualisering');
    await waitFor(() => expect(karna.list('aktualisering')[0]?.data.anteckning).toBe('Rättad.'));
  });

  it('FRAGA-61 an utredning that a colleague ends is said at once, the text kept; else its aktualiseringar are read', async () => {
    const { karna, openAgain } = showKund(
      { slag: 'utredning', id: linnea.utredning, flik: 'aktualiseringar' },
      { akt: medAktualisering() },
    );
    const lista = await screen.findByRole('grid', { name: 'Aktualiseringar i utredningen' });
    fireEvent.doubleClick(within(lista).getByText('Kontaktperson'));
    await form();
    write('Anteckning', 'Ringer åter.');
    await waitFor(() => expect(karna.utkast.size).toBe(1));
    karna.pull({ type: 'utredning', id: linnea.utredning, data: { slutdatum: '2026-11-19' } });
    const oppnad = {
      slag: 'utredning',
      id: linnea.utredning,
      flik: 'aktualiseringar',
      aktualiseringId: vantande(1, '', '', '').id,
    } as const;
    openAgain(oppnad);
    await waitFor(() => expect((screen.getByLabelText('Anteckning') as HTMLTextAreaElement).value).toBe('Ringer åter.'));
    expect(within(await form()).getByText('Utredningen är avslutad.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Ångra' }));
    const last = await screen.findByRole('region', { name: 'Kontaktperson' });
    expect(last.textContent).toContain('aktualiseringen kan inte ändras');
    expect(last.textContent).toContain('Mor ringde.');
  });

  it('FORB-08 a child without vårdnadshavare is noticed in the form', async () => {
    const akt = karinsAkt();
    const barn = {
      ...akt,
      records: akt.records.map((one) =>
        one.type === 'person' ? { ...one, data: { ...(one.data as object), fodelsedatum: '2018-01-01' } } : one,
      ),
    };
    showKund(aktualisering, { akt: barn });
    await form();
    expect(screen.getByText('Vårdnadshavare saknas i hushållet.')).toBeTruthy();
  });
});

const medAktualisering = () => {
  const akt = karinsAkt();
  const post = vantande(1, '2026-11-02', kat.insats.kontaktperson, 'Kontaktperson');
  return {
    ...akt,
    records: [...akt.records, { ...post, data: { ...post.data, utredningId: linnea.utredning, anteckning: 'Mor ringde.' } }],
  };
};

const vantande = (n: number, datum: string, insats: string, typ: string) => ({
  type: 'aktualisering' as const,
  id: `018f0000-0000-7000-8000-00000000090${n}`,
  data: {
    slag: 'ansokan',
    typ,
    insatsId: insats,
    datum,
    franVem: 'Den enskilde',
    ansvarigHandlaggareId: kat.handlaggare,
    organisationId: kat.organisation,
    gruppId: '018f0000-0000-7000-8000-000000000910',
    rev: '018f0000-0000-7000-8000-000000000911',
  },
});
const medTva = () => {
  const akt = karinsAkt();
  const tva = [
    vantande(1, '2026-11-02', kat.insats.kontaktperson, 'Kontaktperson'),
    vantande(2, '2026-11-05', kat.insats.assistans, 'Personlig assistans'),
  ];
  return { ...akt, records: [...akt.records, ...tva] };
};

describe('UTR-01 to UTR-11 Inled utredning', () => {
  it('UTR-03, UTR-05, UTR-08, FORB-14 all is proposed and ticked: one key saves it', async () => {
    const { karna } = showKund(inled, { akt: medTva() });
    await screen.findByRole('form', { name: 'Inled utredning' });
    expect((screen.getByLabelText(/^Inledningsdatum/) as HTMLInputElement).value).toBe('2026-11-02');
    await ctrlS('Inled utredning');
    await waitFor(() => expect(karna.list('utredning')).toHaveLength(2));
    const ny = karna.list('utredning').find(({ id }) => id !== linnea.utredning);
    expect(ny?.data).toMatchObject({
      typ: 'LSS Utredning',
      startdatum: '2026-11-02',
      inkomDatum: '2026-11-02',
      ansvarigHandlaggareId: kat.handlaggare,
    });
    expect(karna.list('aktualisering').every(({ data }) => data.utredningId === ny?.id)).toBe(true);
    expect(await screen.findByRole('region', { name: 'LSS Utredning 261102-' })).toBeTruthy();
  });

  it('FORB-13, FORB-14 another date and an unticked aktualisering ask why', async () => {
    const { karna } = showKund(inled, { akt: medTva() });
    await screen.findByRole('form', { name: 'Inled utredning' });
    fireEvent.click(screen.getByRole('checkbox', { name: /Personlig assistans/ }));
    write(/^Inledningsdatum/, '2026-11-03');
    await ctrlS('Inled utredning');
    expect(await screen.findByText('Skriv varför utredningen inleds en annan dag än ansökan kom in.')).toBeTruthy();
    expect(screen.getByText('Skriv varför den inte hör till utredningen.')).toBeTruthy();
    write(/^Skäl till annat datum/, 'Ansökan skulle kompletteras');
    write('Varför Personlig assistans inte hör till utredningen', 'Återtogs per telefon');
    await ctrlS('Inled utredning');
    await waitFor(() => expect(karna.list('utredning')).toHaveLength(2));
    expect(karna.list('aktualisering').find(({ data }) => data.typ === 'Personlig assistans')?.data).toMatchObject({
      utelamnad: { skal: 'Återtogs per telefon' },
    });
  });

  it('UTR-02, FORB-12 a begun aktualisering is not left behind unseen: what is missing is named', async () => {
    const { karna, openAgain } = showKund(aktualisering, { akt: medTva() });
    await form();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Kontaktperson' }));
    await waitFor(() => expect(karna.utkast.size).toBe(1));
    openAgain(inled);
    expect(await screen.findByText('En påbörjad aktualisering är inte sparad.')).toBeTruthy();
    expect(screen.getByText(/Det som saknas: Datum, Från vem\./)).toBeTruthy();
  });
});
