// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, test } from 'vitest';
import { akt, type TestRecord, testId } from '../../../shared/domain/testing/state.ts';
import { teman } from '../../components/theme.ts';
import { startCore } from '../../state/core.ts';
import { forgetKundvyer, setKundvy } from '../../state/kundvy.ts';
import { openTab, useTabs } from '../../state/tabs.ts';
import { vyer } from '../../state/vyn.ts';
import { domOfTests } from '../../testing/dom.ts';
import { handlaggning } from '../../testing/handlaggning.ts';
import { testKarna } from '../../testing/karna.ts';
import { HjalpDialog } from './HjalpDialog.tsx';
import { hjalpavsnitt } from './hjalpord.ts';

beforeAll(domOfTests);
let stop: () => void = () => undefined;
beforeEach(() => {
  forgetKundvyer();
  useTabs.setState({ tabs: [{ slag: 'mina' }], aktiv: 'mina', historik: [] });
});
afterEach(() => {
  cleanup();
  stop();
});

const rutin = {
  ...{ type: 'vardelista', id: testId(990) },
  data: {
    lista: 'rutin',
    varden: [
      { namn: 'LASS-rutinen', adress: 'Intranätet › LASS', vyer: ['lass'] },
      { namn: 'Behörigheter', adress: 'https://intra.kommunen.example/behorighet' },
      { namn: 'Den gamla', adress: 'Pärmen', aktiv: false },
    ],
  },
} as TestRecord;
function show() {
  stop = startCore(testKarna(handlaggning([rutin])).backend);
  render(
    <FluentProvider theme={teman.ljust}>
      <HjalpDialog />
    </FluentProvider>,
  );
  fireEvent.click(screen.getByRole('tab', { name: 'Så fungerar det' }));
}
const har = () => screen.findByRole('region', { name: 'Om det som visas' });
const rubriker = (inne: HTMLElement) =>
  within(inne)
    .getAllByRole('heading')
    .map(({ textContent }) => textContent);

it('FORB-88 the help begins with what is before the user, with the municipality’s own routine for it', async () => {
  openTab({ slag: 'kund', personId: akt.person, namn: 'Ek', personnummer: '199904122380', skydd: 'ingen', dirty: false, oppnad: true });
  setKundvy(akt.person, { yta: { slag: 'arende', flik: 'lass' } });
  show();
  await screen.findByRole('heading', { name: 'Kommunens rutiner för det som visas' });
  expect(rubriker(await har())).toEqual(['Beslut', 'Kommunens rutiner för det som visas']);
  expect(within(await har()).getByText('Intranätet › LASS')).toBeDefined();
  expect(screen.getByText('https://intra.kommunen.example/behorighet')).toBeDefined();
  expect(screen.queryByText('Den gamla')).toBeNull();
  expect(screen.getAllByRole('heading', { name: 'Beslut' }), 'it stands once').toHaveLength(1);
});

it('in another tab it begins with that', async () => {
  openTab({ slag: 'enheten' });
  show();
  expect(rubriker(await har())).toEqual(['Enheten']);
});

test.each(vyer)('there is help for %s', (vy) => {
  expect(hjalpavsnitt.some((avsnitt) => avsnitt.vyer.includes(vy))).toBe(true);
});

it('HJALP-02 HJALP-05 the municipality’s links stand under its headings; pages and mail addresses open, the rest is read', async () => {
  const lankar = {
    ...{ type: 'vardelista', id: testId(991) },
    data: {
      lista: 'lank',
      varden: [
        { namn: 'Felanmälan', grupp: 'Support', adress: 'https://support.soderkoping.se' },
        { namn: 'Systemsupport', grupp: 'Support', adress: 'systemsupportsaf@haninge.se' },
        { namn: 'Telefon', grupp: 'Support', adress: 'Anknytning 8218' },
        { namn: 'Blad', grupp: 'Information', adress: 'Intranätet › Blad', visas: ['medborgare'] },
      ],
    },
  } as TestRecord;
  stop = startCore(testKarna(handlaggning([lankar])).backend);
  render(
    <FluentProvider theme={teman.ljust}>
      <HjalpDialog start="lankar" />
    </FluentProvider>,
  );
  const sida = await screen.findByRole('link', { name: 'https://support.soderkoping.se' });
  expect([sida.getAttribute('href'), sida.getAttribute('target')]).toEqual(['https://support.soderkoping.se', '_blank']);
  expect(screen.getByRole('link', { name: 'systemsupportsaf@haninge.se' }).getAttribute('href')).toBe('mailto:systemsupportsaf@haninge.se');
  expect(screen.getByText('Anknytning 8218').closest('a')).toBeNull();
  expect(screen.queryByText('Intranätet › Blad')).toBeNull();
  expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(['Support']);
});
