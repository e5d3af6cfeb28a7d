// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { teman } from '../components/theme.ts';
import { startCore } from '../state/core.ts';
import { useStatus } from '../state/status.ts';
import { domOfTests } from '../testing/dom.ts';
import { type Karna, testKarna } from '../testing/karna.ts';
import { linnea, linneasAkt } from '../testing/linnea.ts';
import { vilar } from '../testing/status.ts';
import { Dokumentvisare } from './Dokumentvisare.tsx';
import type { OppenPdf, OppnaPdf } from './oppna-pdf.ts';
import { Visarhindrad } from './visarhindrad.ts';

/** What opens a PDF: each opening waits for the test to end it. */
const oppningar = vi.hoisted(
  () => [] as { asked: OppnaPdf; lyckas: (pdf: OppenPdf) => void; hindras: (error: unknown) => void; closed: boolean }[],
);
vi.mock('./oppna-pdf.ts', () => ({
  openPdf: (asked: OppnaPdf) =>
    new Promise<OppenPdf>((lyckas, hindras) => {
      oppningar.push({ asked, lyckas, hindras, closed: false });
    }),
}));
/** The pages themselves are drawn in a real browser: tests/e2e/visare.spec.ts. */
const sidor = vi.hoisted(() => ({ onSidfel: (_: number) => {}, onBildfel: (_: number) => {}, onStannad: () => {} }));
vi.mock('./Sidor.tsx', () => ({
  Sidor: ({ namn, ...hor }: { namn: string } & typeof sidor) => {
    Object.assign(sidor, hor);
    return <p>{`Sidorna i ${namn}`}</p>;
  },
}));

const dokumentId = '018f0000-0000-7000-8000-000000000900';
const sha256 = 'ab'.repeat(32);
const post = (over: object = {}) => ({
  type: 'dokument' as const,
  id: dokumentId,
  data: {
    ...{ rubrik: 'Utlåtande', typ: 'Utlåtande', knytsTill: { type: 'utredning', id: linnea.utredning }, sha256, storlek: 4, sidor: 1 },
    skapad: { anvandareId: linnea.person, namn: 'Sara Nyström', at: '2026-10-30T09:00:00.000Z' },
    ...over,
  },
});

let karna: Karna;
let stop: () => void;
beforeAll(domOfTests);
beforeEach(() => {
  oppningar.length = 0;
  const akt = linneasAkt();
  karna = testKarna({ ...akt, records: [...akt.records, post()], documents: new Map([[sha256, Buffer.from('%PDF')]]) });
  stop = startCore(karna.backend);
});
afterEach(() => {
  cleanup();
  stop();
  useStatus.setState({ status: null });
});

const show = () =>
  render(
    <FluentProvider theme={teman.ljust}>
      <Dokumentvisare kalla={{ slag: 'dokument', id: dokumentId }} />
    </FluentProvider>,
  );
const oppning = async (nummer = 1) => {
  await waitFor(() => expect(oppningar).toHaveLength(nummer));
  const en = oppningar[nummer - 1];
  if (!en) throw new Error('nothing was opened');
  return en;
};
const pdf = (numPages = 1) => ({ close: vi.fn(), pdf: { numPages } }) as unknown as OppenPdf & { close: ReturnType<typeof vi.fn> };
const hindra = async (fel: ConstructorParameters<typeof Visarhindrad>[0], nummer = 1) => {
  const en = await oppning(nummer);
  await act(async () => en.hindras(new Visarhindrad(fel)));
};
const oppna = async (nummer = 1) => {
  const en = await oppning(nummer);
  await act(async () => en.lyckas(pdf()));
};

describe('VY-01 a document of the akt', () => {
  it('is read by its pieces and shown under its title', async () => {
    show();
    const { asked } = await oppning();
    expect(await asked.las(1, 2)).toEqual({ ok: true, value: { storlek: 4, bytes: Buffer.from('PD').toString('base64') } });
    await oppna();
    expect(await screen.findByText('Sidorna i Utlåtande')).toBeTruthy();
  });

  it('whose right is lost is taken off the screen, and what was open of it is closed', async () => {
    show();
    await oppna();
    await screen.findByText('Sidorna i Utlåtande');
    karna.remove('dokument', dokumentId);
    expect(await screen.findByText(/inte längre rätt att läsa det/)).toBeTruthy();
    expect(screen.queryByText('Sidorna i Utlåtande')).toBeNull();
    await waitFor(() => expect(oppningar[0]?.asked.signal.aborted).toBe(true));
  });

  it('whose right is lost while a page is fetched says so', async () => {
    show();
    await oppna();
    await act(async () => oppningar[0]?.asked.onFel('finns-inte'));
    expect(await screen.findByText(/inte längre rätt att läsa det/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Försök igen' })).toBeNull();
  });

  it('that is felmarkerat is taken off the screen with the reason, and read by who asks for it', async () => {
    show();
    await oppna();
    karna.pull(
      post({ felmarkerad: { anvandareId: linnea.person, namn: 'Sara Nyström', at: '2026-11-20T09:00:00.000Z', orsak: 'Fel kund' } }),
    );
    expect(await screen.findByText(/Sara Nyström, 2026-11-20: Fel kund/)).toBeTruthy();
    expect(screen.queryByText('Sidorna i Utlåtande')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Visa det ändå' }));
    await oppna(2);
    expect(await screen.findByText('Sidorna i Utlåtande')).toBeTruthy();
    expect(screen.getByText(/Fel kund/)).toBeTruthy();
  });
});

describe('a document that is not here', () => {
  it('says so with what to do, and is shown by itself when the server answers', async () => {
    useStatus.setState({ status: { ...vilar, ansluten: false } });
    show();
    await hindra('dokument-inte-har');
    expect(await screen.findByText('Dokumentet har inte hämtats till den här datorn än.')).toBeTruthy();
    act(() => useStatus.setState({ status: vilar }));
    await oppna(2);
    expect(await screen.findByText('Sidorna i Utlåtande')).toBeTruthy();
  });

  it('is tried again by the user', async () => {
    show();
    await hindra('inte-pa-servern');
    fireEvent.click(await screen.findByRole('button', { name: 'Försök igen' }));
    await oppna(2);
    expect(await screen.findByText('Sidorna i Utlåtande')).toBeTruthy();
  });
});

describe('a faulty document', () => {
  it.each([
    ['skadat', 'Filen går inte att läsa'],
    ['tomt', 'har inga sidor'],
    ['for-lang-tid', 'för lång tid'],
    ['visaren-stannade', 'stannade'],
    ['dokument-skadat', 'skadat eller ofullständigt'],
  ] as const)('%s is told in words', async (fel, ord) => {
    show();
    await hindra(fel);
    expect(await screen.findByText(new RegExp(ord))).toBeTruthy();
    expect(screen.queryByText('Sidorna i Utlåtande')).toBeNull();
  });

  it('of which a page cannot be read is opened anew for what can be, and says which', async () => {
    show();
    expect((await oppning()).asked.skonsam).toBe(false);
    await oppna();
    act(() => sidor.onSidfel(3));
    expect((await oppning(2)).asked.skonsam).toBe(true);
    await oppna(2);
    expect(await screen.findByText(/Det gäller sida 3/)).toBeTruthy();
    // The same once more is no reason to begin anew.
    act(() => sidor.onSidfel(4));
    expect(await screen.findByText(/Det gäller sidorna 3, 4/)).toBeTruthy();
    expect(oppningar).toHaveLength(2);
  });

  it('of which pages are gone says how many there were', async () => {
    karna.pull(post({ sidor: 3 }));
    show();
    const en = await oppning();
    await act(async () => en.lyckas(pdf(2)));
    expect(await screen.findByText(/hade 3 sidor när det sparades, men 2 går att läsa/)).toBeTruthy();
  });

  it('with a picture that cannot be decoded says so: an empty page would pass for a right one', async () => {
    show();
    await oppna();
    act(() => sidor.onBildfel(1));
    expect(await screen.findByText(/Allt i dokumentet går inte att visa. Det gäller sida 1/)).toBeTruthy();
    expect(screen.getByText('Sidorna i Utlåtande')).toBeTruthy();
  });

  it('a page that is never done ends it', async () => {
    show();
    await oppna();
    act(() => sidor.onStannad());
    expect(await screen.findByText(/för lång tid/)).toBeTruthy();
    expect(screen.queryByText('Sidorna i Utlåtande')).toBeNull();
  });
});

describe('a locked document', () => {
  it('asks for its password, again when it was wrong, and once only when it is opened anew', async () => {
    show();
    const { asked } = await oppning();
    const givet = asked.fragaLosenord(false);
    fireEvent.change(await screen.findByLabelText('Lösenord'), { target: { value: 'åäö' } });
    fireEvent.click(screen.getByRole('button', { name: 'Öppna' }));
    expect(await givet).toBe('åäö');
    expect((screen.getByLabelText('Lösenord') as HTMLInputElement).value).toBe('');
    const igen = asked.fragaLosenord(true);
    expect(await screen.findByText(/Lösenordet stämmer inte/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Lösenord'), { target: { value: 'rätt' } });
    fireEvent.click(screen.getByRole('button', { name: 'Öppna' }));
    expect(await igen).toBe('rätt');
    await oppna();
    act(() => sidor.onSidfel(1));
    expect(await (await oppning(2)).asked.fragaLosenord(false)).toBe('rätt');
  });

  it('is left locked by who has no password', async () => {
    show();
    const { asked, hindras } = await oppning();
    const givet = asked.fragaLosenord(false);
    fireEvent.click(await screen.findByRole('button', { name: 'Avbryt' }));
    expect(await givet).toBeNull();
    await act(async () => hindras(new Visarhindrad('losenord')));
    expect(await screen.findByText(/låst med ett lösenord och har inte öppnats/)).toBeTruthy();
  });
});

it('a document that came too late to be shown is closed', async () => {
  const view = show();
  const en = await oppning();
  view.unmount();
  const sen = pdf();
  await act(async () => en.lyckas(sen));
  expect(sen.close).toHaveBeenCalled();
});
