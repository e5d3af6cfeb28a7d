/** A kund's tab with all its features joined, over the real services. */
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import type { RecordData } from '../../shared/domain/records.ts';
import { kat, testKatalog } from '../../shared/domain/testing/katalog.ts';
import { KundTabPanel } from '../app/KundTabPanel.tsx';
import { teman } from '../components/theme.ts';
import { Bevakningsdialoger } from '../features/bevakningar/Bevakningsdialoger.tsx';
import { showYta, type Yta } from '../state/arbetsyta.ts';
import { closeArendedialog } from '../state/arendedialog.ts';
import { startCore } from '../state/core.ts';
import { saveInstallningar } from '../state/installningar.ts';
import { forgetKopierat } from '../state/kopierat.ts';
import { forgetKundvyer } from '../state/kundvy.ts';
import { domOfTests, setFonster } from './dom.ts';
import { type Karna, type TestAkt, testKarna } from './karna.ts';
import { linnea, linneasAkt } from './linnea.ts';
import type { Script } from './scripted-backend.ts';

let stop: () => void = () => undefined;

/** A window of 1366 x 768, and nothing left of the last test. */
export function prepareKund(): void {
  beforeAll(domOfTests);
  beforeEach(() => {
    setFonster(1366, 768);
    forgetKundvyer();
    forgetKopierat();
    closeArendedialog();
  });
  afterEach(async () => {
    // What waits to be written belongs to this test's replica.
    await saveInstallningar();
    cleanup();
    stop();
  });
}

const medBeslutsrubrik = (record: TestAkt['records'][number]): TestAkt['records'][number] => {
  if (record.id !== linnea.rubrikmall) return record;
  const mall = record.data as RecordData<'rubrikmall'>;
  return { ...record, data: { ...mall, rubriker: [...mall.rubriker, { kod: 'BESLUTET', titel: 'Beslut' }] } };
};

/** Linnea's akt with the test catalogue, and Karin Ek at work in it. */
export function karinsAkt(): TestAkt {
  const akt = linneasAkt();
  return {
    ...akt,
    actor: { ...akt.actor, id: kat.handlaggare, namn: 'Karin Ek', organisationId: kat.organisation, funktionId: kat.utforare.funktion3 },
    // The rubriker are Linnea's and the one that a LASS-beslut is written under; LSS Myndighet is the catalogue's.
    records: [
      ...akt.records.filter(({ id }) => id !== linnea.organisation).map(medBeslutsrubrik),
      ...testKatalog().filter(({ type }) => type !== 'rubrikmall'),
    ],
  };
}

type Val = { akt?: TestAkt; karna?: Karna; over?: Script };

/** Draws anything over an akt. */
export function showWith(del: ReactElement, val: Val = {}) {
  const karna = val.karna ?? testKarna(val.akt ?? karinsAkt(), val.over);
  stop = startCore(karna.backend);
  const view = render(<FluentProvider theme={teman.ljust}>{del}</FluentProvider>);
  return { karna, backend: karna.backend, view };
}

/** Draws the kund's tab at a work area. `openAgain`: the window is closed and opened anew over the same computer's disk. */
export function showKund(yta: Yta, val: Val = {}) {
  showYta(linnea.person, yta);
  const shown = showWith(
    <>
      <KundTabPanel tab={linneasFlik} />
      <Bevakningsdialoger />
    </>,
    val,
  );
  const openAgain = (ny: Yta): void => {
    shown.view.unmount();
    stop();
    forgetKundvyer();
    showKund(ny, { ...val, karna: shown.karna });
  };
  return { ...shown, openAgain };
}

const linneasFlik = {
  slag: 'kund',
  personId: linnea.person,
  namn: 'Ekström, Linnea Maria',
  personnummer: '199904122380',
  skydd: 'sekretessmarkering',
  dirty: false,
  oppnad: true,
} as const;

export function write(etikett: string | RegExp, text: string): void {
  fireEvent.change(screen.getByLabelText(etikett), { target: { value: text } });
}
/** Chooses in a dropdown, as the keys would: opened, and the row taken. */
export async function choose(etikett: string | RegExp, namn: string | RegExp): Promise<void> {
  fireEvent.click(screen.getByRole('combobox', { name: etikett }));
  // Only what is offered: a list that is not open stays in the document.
  fireEvent.click(await screen.findByRole('option', { name: namn, hidden: false }));
}
/** Spara by the keyboard alone, once the form has read its draft. */
export async function ctrlS(form: string): Promise<void> {
  const yta = await screen.findByRole('form', { name: form });
  // What the form waits for is answered from memory: it has come when the pending turns are done.
  await act(async () => undefined);
  fireEvent.keyDown(yta, { key: 's', ctrlKey: true });
}
