// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { Yta } from '../state/arbetsyta.ts';
import { showArendedialog } from '../state/arendedialog.ts';
import { runCommandById } from '../state/keys.ts';
import { nyttForsok } from '../state/utkastskrivare.ts';
import { prepareKund, showKund } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';
import { CallFailure, type Script } from '../testing/scripted-backend.ts';

prepareKund();
afterEach(() => void vi.useRealTimers());

type Slag = {
  yta: Yta;
  /** Opens it and waits until it can be written in. */
  open: () => Promise<unknown>;
  write: (text: string) => void;
  save: () => void;
  /** The record it changes. */
  post: ['anteckning' | 'person' | 'kontakt', string];
};
const telefon = () => screen.getByRole('textbox', { name: /^Telefon/ });
const redigerare = () => screen.getByRole('textbox', { name: /för Ekström, Linnea Maria/ }) as HTMLElement & { editor: Editor };
const slag: Record<'anteckning' | 'formulär' | 'kontakt', Slag> = {
  anteckning: {
    yta: { slag: 'dokumentation', dok: 'utredning', id: linnea.utredning, oppning: { anteckningId: linnea.osignerad } },
    open: () => screen.findByRole('textbox', { name: /för Ekström, Linnea Maria/ }),
    write: (text) => {
      const { editor } = redigerare();
      act(() => void editor.commands.insertContentAt(editor.state.doc.content.size - 1, text));
    },
    save: () => act(() => void runCommandById('spara')),
    post: ['anteckning', linnea.osignerad],
  },
  formulär: {
    yta: { slag: 'personuppgifter', del: 'person' },
    open: async () => {
      fireEvent.click(await screen.findByRole('button', { name: 'Redigera' }));
      return screen.findByRole('textbox', { name: /^Telefon/ });
    },
    write: (value) => fireEvent.change(telefon(), { target: { value } }),
    save: () => fireEvent.keyDown(telefon(), { key: 's', ctrlKey: true }),
    post: ['person', linnea.person],
  },
  kontakt: {
    yta: { slag: 'personuppgifter', del: 'kontaktuppgifter' },
    open: async () => {
      await screen.findByText('042-10 50 00');
      act(() => showArendedialog({ personId: linnea.person, post: 'kontakt', id: linnea.godMan }));
      return screen.findByRole('textbox', { name: /^Telefon/ });
    },
    write: (value) => fireEvent.change(telefon(), { target: { value } }),
    save: () => fireEvent.keyDown(telefon(), { key: 's', ctrlKey: true }),
    post: ['kontakt', linnea.godMan],
  },
};

describe.each(Object.entries(slag))('what is begun: %s', (_, { yta, open, write, save, post: [type, id] }) => {
  const mitt = '042-77 77 77';
  async function show(command?: Script['kommando.kor']) {
    const shown = showKund(yta, command ? { over: { 'kommando.kor': command } } : {});
    await open();
    const utkast = () => JSON.stringify([...shown.karna.utkast.values()].map(({ data }) => data));
    const korda = () =>
      shown.backend.calls.filter(({ name }) => name === 'kommando.kor').map(({ input }) => input as CallInput<'kommando.kor'>);
    return { ...shown, utkast, korda };
  }

  it('lies on disk as a draft, without being asked for', async () => {
    const { utkast } = await show();
    write(mitt);
    await waitFor(() => expect(utkast()).toContain(mitt));
    expect(screen.getByText('Utkast – finns bara här')).toBeTruthy();
  });

  it.each<[string, (unmount: () => void) => void]>([
    ['the window loses focus', () => window.dispatchEvent(new Event('blur'))],
    ['the page goes', () => window.dispatchEvent(new Event('pagehide'))],
    ['the page is hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
    ['it is closed', (unmount) => unmount()],
  ])('is on disk at once when %s', async (_when, run) => {
    const { utkast, view } = await show();
    // The pause in typing never ends: what is written is written by the flush.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    write(mitt);
    expect(utkast()).not.toContain(mitt);
    await act(async () => run(() => view.unmount()));
    for (let turn = 0; turn < 20 && !utkast().includes(mitt); turn += 1) await Promise.resolve();
    expect(utkast()).toContain(mitt);
  });

  it('an answer that never came: asked again without a change it is the very same command, and the draft goes with it', async () => {
    let failing = true;
    const { karna, korda, utkast } = await show(async (_input, real) => {
      if (!failing) return real();
      throw new CallFailure({ code: 'karnan-stoppad' });
    });
    write(mitt);
    save();
    expect(await screen.findByText('Programmets kärna svarar inte.')).toBeTruthy();
    await waitFor(() => expect(utkast()).toContain(mitt));
    failing = false;
    save();
    await waitFor(() => expect(korda()).toHaveLength(2));
    const [first, second] = korda();
    expect(second).toEqual(first);
    expect(first?.formular?.data).toBeDefined();
    await waitFor(() => expect(JSON.stringify(karna.get(type, id))).toContain(mitt));
    await waitFor(() => expect(karna.utkast.size).toBe(0));
  });

  it('refused: the words stay, on disk too, with the reason', async () => {
    const { utkast } = await show(() => ({ ok: false, rejection: { code: 'behorighet-saknas' } }));
    write(mitt);
    save();
    expect(await screen.findByText('Din roll får inte göra detta.')).toBeTruthy();
    await waitFor(() => expect(utkast()).toContain(mitt));
    expect(document.body.innerHTML + [...document.querySelectorAll('input')].map(({ value }) => value).join()).toContain(mitt);
  });

  it('FRAGA-61 another changed the record meanwhile: said, and nothing overwritten; untouched it follows', async () => {
    const { karna } = await show();
    const annan = (rev: string, del: object) => {
      karna.pull({ type, id, data: { rev, ...del } });
    };
    annan('018f0000-0000-7000-8000-00000000aaaa', type === 'anteckning' ? { titel: 'Annans' } : { epost: 'annan@exempel.se' });
    const falt = type === 'anteckning' ? /^Titel/ : /^E-post/;
    const visat = () => (screen.getByRole('textbox', { name: falt }) as HTMLInputElement).value;
    await waitFor(() => expect(visat()).toMatch(/^[Aa]nnan/));
    write(mitt);
    annan('018f0000-0000-7000-8000-00000000bbbb', type === 'anteckning' ? { titel: 'Annans igen' } : { epost: 'igen@exempel.se' });
    expect(await screen.findByText(/har ändrat (detta|texten)/)).toBeTruthy();
    expect(visat()).toMatch(/^[Aa]nnan(s|@)/);
    expect(visat()).not.toContain('igen');
  });
});

describe.each(['formulär', 'kontakt'] as const)('a draft that cannot be read: %s', (namn) => {
  it('is told, nothing can be written over it, and it is there when it can be read', async () => {
    const { yta, open, write } = slag[namn];
    let broken = false;
    const { karna, openAgain } = showKund(yta, {
      over: {
        'utkast.hamta': (_input, real) => {
          if (broken) throw new CallFailure({ code: 'karnan-stoppad' });
          return real();
        },
      },
    });
    await open();
    write('042-77 77 77');
    await waitFor(() => expect(JSON.stringify([...karna.utkast.values()])).toContain('042-77 77 77'));
    broken = true;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    openAgain(yta);
    const opened = open();
    expect(await screen.findByText('Programmets kärna svarar inte.')).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: /^Telefon/ })).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(nyttForsok));
    expect(screen.queryByRole('textbox', { name: /^Telefon/ }), 'still not').toBeNull();
    broken = false;
    await act(() => vi.advanceTimersByTimeAsync(nyttForsok));
    await opened;
    expect((telefon() as HTMLInputElement).value).toBe('042-77 77 77');
    expect(screen.queryByText('Programmets kärna svarar inte.')).toBeNull();
  });
});

describe('FRAGA-61 Behåll mina uppgifter', () => {
  it('keeps what I changed, follows the rest, shows what both changed; the base is with the draft over a restart', async () => {
    const { yta, open } = slag.kontakt;
    const { karna, openAgain } = showKund(yta);
    await open();
    const falt = (namn: RegExp) => screen.getByRole('textbox', { name: namn }) as HTMLInputElement;
    fireEvent.change(falt(/^Telefon/), { target: { value: '042-77 77 77' } });
    fireEvent.change(falt(/^Relation/), { target: { value: 'min relation' } });
    await waitFor(() => expect(JSON.stringify([...karna.utkast.values()])).toContain('min relation'));
    const data = { ...karna.get('kontakt', linnea.godMan), relation: 'annan relation', epost: 'ny@exempel.se' };
    karna.pull({ type: 'kontakt', id: linnea.godMan, data: { ...data, rev: '018f0000-0000-7000-8000-00000000cccc' } });
    openAgain(yta);
    await open();
    expect(await screen.findByText('du: min relation · i akten: annan relation')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Behåll mina uppgifter' }));
    await waitFor(() => expect(falt(/^E-post/).value).toBe('ny@exempel.se'));
    expect(falt(/^Telefon/).value).toBe('042-77 77 77');
    expect(falt(/^Relation/).value).toBe('min relation');
    fireEvent.keyDown(falt(/^Telefon/), { key: 's', ctrlKey: true });
    await waitFor(() =>
      expect(karna.get('kontakt', linnea.godMan)).toMatchObject({
        telefon: '042-77 77 77',
        relation: 'min relation',
        epost: 'ny@exempel.se',
      }),
    );
  });
});

it('what is typed right after Ångra is neither overwritten nor dropped with what was undone', async () => {
  const { yta, open, write } = slag.formulär;
  const { karna } = showKund(yta);
  await open();
  const utkast = () => JSON.stringify([...karna.utkast.values()].map(({ data }) => data));
  write('042-77 77 77');
  await waitFor(() => expect(utkast()).toContain('042-77 77 77'));
  fireEvent.click(screen.getByRole('button', { name: 'Ångra' }));
  write('042-88 88 88');
  await waitFor(() => expect(utkast()).toContain('042-88 88 88'));
  expect(utkast()).not.toContain('042-77 77 77');
  expect((telefon() as HTMLInputElement).value).toBe('042-88 88 88');
  expect(screen.getByText('Utkast – finns bara här')).toBeTruthy();
});
