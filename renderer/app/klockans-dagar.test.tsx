// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { testAktualisering } from '../../shared/domain/testing/aktualisering.ts';
import { fristregler } from '../../shared/domain/testing/fristregler.ts';
import { kat } from '../../shared/domain/testing/katalog.ts';
import { type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import { idagNu } from '../components/idag.ts';
import type { Yta } from '../state/arbetsyta.ts';
import { ctrlS, karinsAkt, prepareKund, showKund, write } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

prepareKund();
const id = (n: number) => `018f0000-0000-7000-8000-00000000d${String(n).padStart(3, '0')}`;
const bifall = id(1);
/** By one day, whatever the clock comes to meanwhile. */
const idag = idagNu();
const dag = (dagar: number): IsoDate => plusDagar(idag, dagar);
const beslutad = dag(-10);
const beslut = {
  type: 'beslut' as const,
  id: bifall,
  data: {
    ...{ utredningId: linnea.utredning, insatsId: kat.insats.assistans, beslutskod: 'PA_BIFALL', utfall: 'bifall' },
    ...{ beslutsnamn: 'LSS Personlig assistent Bifall', insatskategori: 'Personlig ass LSS', rev: id(2) },
    ...{ beslutsdatum: beslutad, giltigFran: beslutad },
  },
};
const ansokan = { type: 'aktualisering' as const, id: id(3), data: testAktualisering({ utredningId: linnea.utredning }) };
const kollegan = { anvandareId: kat.enhetschef, namn: 'Ulla Ström', at: '2026-11-01T09:00:00.000Z' };
const show = (yta: Yta, utredning: object = {}) => {
  const akt = karinsAkt();
  const records = akt.records.map((one) =>
    one.id === linnea.utredning ? { ...one, data: { ...(one.data as object), ...utredning } } : one,
  );
  return showKund(yta, { akt: { ...akt, records: [...records, ansokan, beslut, ...fristregler()] } });
};
const iBeslutet: Yta = { slag: 'utredning', id: linnea.utredning, flik: 'beslut', beslutId: bifall };
const iUtredningen: Yta = { slag: 'utredning', id: linnea.utredning, flik: 'utredning' };

describe('KLOCK-06 the day the party got the beslut', () => {
  const form = 'Parten har tagit del av beslutet';
  const open = async () => {
    fireEvent.click(await screen.findByRole('button', { name: 'Parten har tagit del' }));
    return within(await screen.findByRole('form', { name: form }));
  };

  it('is noted at the beslut, starts the time to appeal there, and is taken away if it was a mistake', async () => {
    const { karna } = show(iBeslutet);
    const i = await open();
    await write(/^Tog del/, dag(-11));
    await ctrlS(form);
    expect(await i.findByText(`Dagen kan inte vara före beslutet, ${beslutad}.`)).toBeTruthy();
    await write(/^Tog del/, dag(-3));
    await write(/^Hur det är känt/, 'Delgivningskvitto');
    await ctrlS(form);
    await waitFor(() => expect(karna.get('beslut', bifall)?.partTagitDel).toMatchObject({ dag: dag(-3), satt: 'Delgivningskvitto' }));
    expect(await screen.findByText(new RegExp(`^${dag(-3)} Delgivningskvitto`))).toBeTruthy();
    expect(await screen.findByText(new RegExp(`parten tog del ${dag(-3)} \\+ 3 veckor = ${dag(18)}`))).toBeTruthy();
    await open();
    await write(/^Tog del/, '');
    await ctrlS(form);
    await waitFor(() => expect(karna.get('beslut', bifall)).not.toHaveProperty('partTagitDel'));
  });

  it('FRAGA-61 what a colleague noted meanwhile is told, and replaced only by who has seen it', async () => {
    const { karna } = show(iBeslutet);
    await open();
    await write(/^Tog del/, dag(-3));
    karna.pull({ type: 'beslut', id: bifall, data: { partTagitDel: { ...kollegan, dag: dag(-4), satt: 'Samtal' } } });
    expect(await screen.findByText(/Någon annan har ändrat detta sedan du började/)).toBeTruthy();
    await ctrlS(form);
    expect(await screen.findByText(/^Någon annan har ändrat uppgiften/)).toBeTruthy();
    expect(karna.get('beslut', bifall)?.partTagitDel?.dag).toBe(dag(-4));
    fireEvent.click(screen.getByRole('button', { name: 'Behåll mina uppgifter' }));
    await ctrlS(form);
    await waitFor(() => expect(karna.get('beslut', bifall)?.partTagitDel?.dag).toBe(dag(-3)));
  });
});

it('KLOCK-06 a beslut that is put right is not made later than the day the party got it', async () => {
  const { karna } = show(iBeslutet);
  await screen.findByRole('form', { name: 'Beslut' });
  karna.pull({ type: 'beslut', id: bifall, data: { partTagitDel: { ...kollegan, dag: dag(-5), satt: '' } } });
  await screen.findByText(`${dag(-5)} (Ulla Ström)`);
  await write(/^Beslutsdatum/, dag(-2));
  await ctrlS('Beslut');
  expect((await screen.findAllByText(`Parten tog del ${dag(-5)}. Beslutet kan inte vara senare.`)).length).toBeGreaterThan(0);
  expect(karna.get('beslut', bifall)?.beslutsdatum).toBe(beslutad);
});

describe('KLOCK-06 FL 12 § the party’s request for a decision', () => {
  const form = 'Begäran om avgörande';
  // Who has waited for six months may ask.
  const lange = { inkomDatum: dag(-200), startdatum: dag(-200) };
  const open = async () => {
    fireEvent.click(await screen.findByRole('button', { name: form }));
    return within(await screen.findByRole('form', { name: form }));
  };

  it('is noted at the utredning with its four weeks, and answered', async () => {
    const { karna } = show(iUtredningen, lange);
    const i = await open();
    const inkomDatum = karna.get('utredning', linnea.utredning)?.inkomDatum ?? '';
    await write(/^Begäran kom in/, plusDagar(inkomDatum, -1));
    await ctrlS(form);
    expect(await i.findByText(`Begäran kan inte komma före ansökan, ${inkomDatum}.`)).toBeTruthy();
    await write(/^Begäran kom in/, idagNu());
    await ctrlS(form);
    await waitFor(() => expect(karna.get('utredning', linnea.utredning)?.begaran?.inkom).toBe(idagNu()));
    expect(await screen.findByText(/inte besvarad än/)).toBeTruthy();
    expect(await screen.findByText(new RegExp(`begäran kom in ${idagNu()} \\+ 4 veckor = ${dag(28)}`))).toBeTruthy();
    await open();
    await write(/^Besvarad/, idagNu());
    await ctrlS(form);
    await waitFor(() => expect(karna.get('utredning', linnea.utredning)?.begaran?.besvarad).toBe(idagNu()));
    await waitFor(() => expect(screen.queryByText(/begäran kom in/)).toBeNull());
  });

  it('the utredning is ended meanwhile: refused in words, and what was filled in stays', async () => {
    const { karna } = show(iUtredningen, lange);
    await open();
    await write(/^Begäran kom in/, idagNu());
    act(() => karna.pull({ type: 'utredning', id: linnea.utredning, data: { slutdatum: idagNu() } }));
    await ctrlS(form);
    expect(await screen.findByText(/avslutad/i, { selector: '[role="alert"] *, .fui-MessageBarTitle' })).toBeTruthy();
    expect([...karna.utkast.keys()]).toContain(`begaran:${linnea.person}:${linnea.utredning}`);
  });
});
