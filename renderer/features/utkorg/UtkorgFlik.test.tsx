// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { Editor, JSONContent } from '@tiptap/core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fromPlainText, type RichText } from '../../../shared/domain/text/text.ts';
import { tillRichText } from '../../components/redigerare/richtext.ts';
import { teman } from '../../components/theme.ts';
import { newId, startCore } from '../../state/core.ts';
import { saveInstallningar } from '../../state/installningar.ts';
import { useUtkastlista } from '../../state/utkastlista.ts';
import { domOfTests } from '../../testing/dom.ts';
import { type Karna, testKarna, utanSkrivratt } from '../../testing/karna.ts';
import { linnea, linneasAkt } from '../../testing/linnea.ts';
import { UtkorgFlik } from './UtkorgFlik.tsx';

/** Bold and a list, which plain text would lose. */
const serverText: RichText = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'en helg i ', marks: [{ type: 'bold' }] },
        { type: 'text', text: 'månaden' },
      ],
    },
    {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'lördag' }] }] }],
    },
  ],
};
const sammanskriven: RichText = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'en eller två helger', marks: [{ type: 'italic' }] }] }],
};
/** A save of one of Linnea's notes, as it was read here. */
const egenText = fromPlainText('två helger i månaden');
const input = {
  personId: linnea.person,
  anteckningId: linnea.osignerad,
  dokumentation: { slag: 'utredning', id: linnea.utredning },
  rubrikKod: 'JOURNAL',
  titel: 'Telefon, god man',
  handelsedatum: '2026-09-18',
  text: egenText,
};
async function save(karna: Karna, over: object): Promise<string> {
  const id = newId();
  const answer = await karna.backend.call('kommando.kor', { name: 'anteckning.spara', id, input: { ...input, rev: newId(), ...over } });
  expect(answer).toEqual({ ok: true, value: { ok: true, id } });
  return id;
}
const basRev = (karna: Karna) => karna.get('anteckning', linnea.osignerad)?.rev;
/** A colleague's words came to the server first. */
const serverRev = newId();
async function conflict(karna: Karna): Promise<void> {
  await save(karna, { basRev: basRev(karna) });
  const sparad = { anvandareId: newId(), namn: 'Per Hallberg', at: new Date().toISOString() };
  const data = { text: serverText, rev: serverRev, sparad };
  karna.push({ type: 'anteckning', id: linnea.osignerad, data });
}
let end: () => void = () => undefined;
beforeAll(() => domOfTests());
beforeEach(() => useUtkastlista.setState({ utkast: null }));
afterEach(async () => {
  await saveInstallningar();
  cleanup();
  end();
});

function show(karna: Karna) {
  const { backend } = karna;
  const earlier = backend.calls.length;
  end = startCore(backend);
  render(
    <FluentProvider theme={teman.ljust}>
      <UtkorgFlik />
    </FluentProvider>,
  );
  return { calls: () => backend.calls.slice(earlier) };
}
type Shown = ReturnType<typeof show>;
const commands = ({ calls }: Shown) =>
  calls().flatMap(({ name, input: call }) => (name === 'kommando.kor' ? [(call as { name: string }).name] : []));

describe('Utkorg och kvitton', () => {
  it('a refused command stands first with its reason in Swedish and my text whole', async () => {
    const karna = testKarna(linneasAkt());
    await save(karna, { basRev: basRev(karna), text: fromPlainText('en sparad text') });
    karna.push();
    await save(karna, { anteckningId: newId(), basRev: null, bredvid: true });
    karna.push(utanSkrivratt(linneasAkt()));
    show(karna);
    await screen.findByText('Din roll får inte göra detta.');
    expect(screen.getAllByRole('row')[1]?.textContent).toContain('Avvisad');
    expect(screen.getByText('två helger i månaden')).toBeDefined();
    expect(screen.getByText('Mottagen av servern')).toBeDefined();
  });
  it('FRAGA-61 shows both texts with what differs marked, and settles the one the user keeps', async () => {
    const karna = testKarna(linneasAkt());
    await conflict(karna);
    const shown = show(karna);
    const own = await screen.findByRole('region', { name: 'Din text' });
    expect(within(own).getByText('två helger').tagName).toBe('MARK');
    expect(within(screen.getByRole('region', { name: 'Serverns text' })).getByText('en helg').tagName).toBe('MARK');
    fireEvent.click(screen.getByRole('button', { name: 'Behåll din' }));
    await waitFor(() => expect(screen.queryByText('Konflikter att avgöra')).toBeNull());
    expect(commands(shown)).toEqual(['anteckning.avgorKonflikt', 'anteckning.spara']);
    expect(screen.getAllByRole('row').at(-1)?.textContent).toContain('Avgjord');
    expect(karna.get('anteckning', linnea.osignerad)?.text).toEqual(egenText);
    // The other's words are kept with the choice.
    expect(karna.list('konfliktval').map(({ data }) => data)).toMatchObject([{ val: 'egen', egenText, serverText }]);
  });
  it('FRAGA-61 a draft whose utredning is gone is read whole, and moved to one that is there', async () => {
    const karna = testKarna(linneasAkt());
    const nyckel = `beslut:${linnea.person}:${newId()}`;
    await karna.backend.call('utkast.spara', { nyckel, personId: linnea.person, titel: 'Beslut', data: { orsak: 'Skrivet före.' } });
    show(karna);
    expect(await screen.findByText('Skrivet före.')).toBeDefined();
    const knapp = await screen.findByRole('button', { name: /^Flytta till LSS Utredning/ });
    fireEvent.click(knapp);
    await waitFor(() => expect([...karna.utkast.keys()]).toEqual([`beslut:${linnea.person}:${linnea.utredning}`]));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Flytta till/ })).toBeNull());
    expect(await screen.findByText('Skrivet före.')).toBeDefined();
  });
  it('a refusal at the choice is told, and both texts stay', async () => {
    let isLost = false;
    const karna = testKarna(linneasAkt(), {
      'kommando.kor': (_, real) => (isLost ? { ok: false, rejection: { code: 'atkomst-saknas' } } : real()),
    });
    await conflict(karna);
    isLost = true;
    show(karna);
    fireEvent.click(await screen.findByRole('button', { name: 'Behåll serverns' }));
    expect(await screen.findByText('Du har inte längre åtkomst till akten.')).toBeDefined();
    expect(screen.getByRole('region', { name: 'Din text' })).toBeDefined();
  });
  it('Skriv ihop starts with both texts in their form, keeps a draft, and saves one', async () => {
    const karna = testKarna(linneasAkt());
    await conflict(karna);
    const shown = show(karna);
    fireEvent.click(await screen.findByRole('button', { name: /Skriv ihop/ }));
    const { editor } = (await screen.findByRole('textbox')) as HTMLElement & { editor: Editor };
    expect(tillRichText(editor.getJSON()).content).toEqual([...serverText.content, ...egenText.content]);
    act(() => void editor.commands.setContent(sammanskriven as JSONContent, { emitUpdate: true }));
    fireEvent.click(screen.getByRole('button', { name: 'Spara den sammanskrivna texten' }));
    await waitFor(() => expect(commands(shown)).toHaveLength(2));
    const draft = shown.calls().find(({ name }) => name === 'utkast.spara');
    expect(draft?.input).toMatchObject({ data: { text: sammanskriven } });
    const saved = shown
      .calls()
      .filter(({ name }) => name === 'kommando.kor')
      .at(-1)?.input;
    expect(saved).toMatchObject({
      input: { text: sammanskriven, basRev: serverRev },
      utkast: (draft?.input as { nyckel: string } | undefined)?.nyckel,
    });
    expect(karna.get('anteckning', linnea.osignerad)?.text).toEqual(sammanskriven);
    expect(karna.utkast.size).toBe(0);
  });
  it('taking a row off Att åtgärda is asked first', async () => {
    const karna = testKarna(linneasAkt());
    await save(karna, { basRev: basRev(karna) });
    karna.push(utanSkrivratt(linneasAkt()));
    const shown = show(karna);
    fireEvent.click(await screen.findByRole('button', { name: 'Ta bort från Att åtgärda…' }));
    expect(shown.calls().map(({ name }) => name)).not.toContain('utkorg.avgjord');
    fireEvent.click(await screen.findByRole('button', { name: 'Ta bort från Att åtgärda' }));
    await screen.findByText('avgjord av dig', { selector: '[role="gridcell"]' });
  });
});
