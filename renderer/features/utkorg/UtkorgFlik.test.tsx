// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { Editor, JSONContent } from '@tiptap/core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fromPlainText, type RichText } from '../../../shared/domain/text/text.ts';
import type { UtkorgPost } from '../../../shared/ipc/views.ts';
import { tillRichText } from '../../components/redigerare/richtext.ts';
import { newId, startCore } from '../../state/core.ts';
import { useUtkastlista } from '../../state/utkastlista.ts';
import { domOfTests } from '../../testing/dom.ts';
import { type Script, scriptedBackend } from '../../testing/scripted-backend.ts';
import { UtkorgFlik } from './UtkorgFlik.tsx';

const post = (vad: string, mer: Partial<UtkorgPost>): UtkorgPost => ({
  id: newId(),
  seq: 1,
  name: 'anteckning.spara',
  personId: newId(),
  namn: 'Al-Hassan, Yusuf',
  vad,
  at: new Date().toISOString(),
  tillstand: 'koad',
  konflikt: false,
  ...mer,
});
const input = {
  personId: newId(),
  anteckningId: newId(),
  dokumentation: { slag: 'utredning', id: newId() },
  rubrikKod: 'AKTUELL',
  handelsedatum: '2026-11-20',
  text: fromPlainText('två helger i månaden'),
  basRev: newId(),
  rev: newId(),
};
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
const server = {
  anteckningId: newId(),
  text: serverText,
  rev: newId(),
  av: 'Per Hallberg',
  at: new Date().toISOString(),
  signerad: false,
};

let end: () => void = () => undefined;
beforeAll(() => domOfTests());
beforeEach(() => useUtkastlista.setState({ utkast: null }));
afterEach(() => {
  cleanup();
  end();
});

function show(poster: UtkorgPost[], more: Script = {}) {
  let rows = poster;
  const backend = scriptedBackend({
    'utkorg.lista': () => rows,
    'utkorg.post': ({ id }) => {
      const row = rows.find((one) => one.id === id);
      if (!row) throw new Error('no such row');
      return { ...row, input, egenText: input.text, ...(row.konflikt ? { server } : {}) };
    },
    'utkorg.avgjord': ({ id }) => {
      rows = rows.map((row) => (row.id === id ? { ...row, tillstand: 'avgjord' as const, konflikt: false } : row));
      queueMicrotask(() => backend.emit({ event: 'utkorg' }));
      return null;
    },
    'utkast.lista': () => [],
    'utkast.hamta': () => null,
    'utkast.spara': () => ({ sparad: new Date().toISOString() }),
    'kommando.kor': () => ({ ok: true, id: 'x' }),
    'installning.hamta': () => null,
    ...more,
  });
  end = startCore(backend);
  render(
    <FluentProvider>
      <UtkorgFlik />
    </FluentProvider>,
  );
  return backend;
}
const commands = (backend: ReturnType<typeof show>) =>
  backend.calls.filter(({ name }) => name === 'kommando.kor').map(({ input: call }) => (call as { name: string }).name);

describe('Utkorg och kvitton', () => {
  it('a refused command stands first with its reason in Swedish and my text whole', async () => {
    show([post('Sparad', { tillstand: 'mottagen' }), post('Nekad', { tillstand: 'nekad', rejection: { code: 'behorighet-saknas' } })]);
    await screen.findByText('Din roll får inte göra detta.');
    expect(screen.getAllByRole('row')[1]?.textContent).toContain('Avvisad');
    expect(screen.getByText('två helger i månaden')).toBeDefined();
    expect(screen.getByText('Mottagen av servern')).toBeDefined();
  });
  it('FRAGA-61 shows both texts with what differs marked, and settles the one the user keeps', async () => {
    const backend = show([post('Aktuell situation', { tillstand: 'nekad', konflikt: true, rejection: { code: 'text-andrad' } })]);
    const own = await screen.findByRole('region', { name: 'Din text' });
    expect(within(own).getByText('två helger').tagName).toBe('MARK');
    expect(within(screen.getByRole('region', { name: 'Serverns text' })).getByText('en helg').tagName).toBe('MARK');
    fireEvent.click(screen.getByRole('button', { name: 'Behåll din' }));
    await waitFor(() => expect(screen.queryByText('Konflikter att avgöra')).toBeNull());
    expect(commands(backend)).toEqual(['anteckning.avgorKonflikt', 'anteckning.spara']);
    expect(screen.getAllByRole('row')[1]?.textContent).toContain('Avgjord');
  });
  it('a refusal at the choice is told, and both texts stay', async () => {
    show([post('Aktuell situation', { tillstand: 'nekad', konflikt: true, rejection: { code: 'text-andrad' } })], {
      'kommando.kor': () => ({ ok: false, rejection: { code: 'atkomst-saknas' } }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Behåll serverns' }));
    expect(await screen.findByText('Du har inte längre åtkomst till akten.')).toBeDefined();
    expect(screen.getByRole('region', { name: 'Din text' })).toBeDefined();
  });
  it('Skriv ihop starts with both texts in their form, keeps a draft, and saves one', async () => {
    const backend = show([post('Aktuell situation', { tillstand: 'nekad', konflikt: true, rejection: { code: 'text-andrad' } })]);
    fireEvent.click(await screen.findByRole('button', { name: /Skriv ihop/ }));
    const { editor } = (await screen.findByRole('textbox')) as HTMLElement & { editor: Editor };
    expect(tillRichText(editor.getJSON()).content).toEqual([...serverText.content, ...input.text.content]);
    act(() => void editor.commands.setContent(sammanskriven as JSONContent, { emitUpdate: true }));
    fireEvent.click(screen.getByRole('button', { name: 'Spara den sammanskrivna texten' }));
    await waitFor(() => expect(commands(backend)).toHaveLength(2));
    const draft = backend.calls.find(({ name }) => name === 'utkast.spara');
    expect(draft?.input).toMatchObject({ data: { text: sammanskriven } });
    const saved = backend.calls.filter(({ name }) => name === 'kommando.kor').at(-1)?.input;
    expect(saved).toMatchObject({
      input: { text: sammanskriven, basRev: server.rev },
      utkast: (draft?.input as { nyckel: string } | undefined)?.nyckel,
    });
  });
  it('taking a row off Att åtgärda is asked first', async () => {
    const backend = show([post('Nekad', { tillstand: 'nekad', rejection: { code: 'finns-inte' } })]);
    fireEvent.click(await screen.findByRole('button', { name: 'Ta bort från Att åtgärda…' }));
    expect(backend.calls.map(({ name }) => name)).not.toContain('utkorg.avgjord');
    fireEvent.click(await screen.findByRole('button', { name: 'Ta bort från Att åtgärda' }));
    await screen.findByText('avgjord av dig', { selector: '[role="gridcell"]' });
  });
});
