// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Nod } from '../../../shared/domain/rubriktrad/nod.ts';
import { domOfTests } from '../../testing/dom.ts';
import { teman } from '../theme.ts';
import { menyRader } from './menyRader.ts';
import { Rubriktrad, type RubriktradProps } from './Rubriktrad.tsx';

beforeAll(domOfTests);
afterEach(cleanup);

const nod = (id: string, niva: number, parentId: string | null, more: Partial<Nod> = {}): Nod => ({
  id,
  parentId,
  niva,
  slag: 'rubrik',
  etikett: id,
  fet: false,
  ikon: 'rubrik',
  harBarn: false,
  meny: [],
  ...more,
});
const noder: Nod[] = [
  nod('rot', 1, null, { etikett: 'LSS utredning o verkställighet', harBarn: true, slag: 'rot' }),
  nod('u1', 2, 'rot', {
    etikett: 'LSS Utredning 260915-',
    slag: 'utredning',
    fet: true,
    status: 'pågående',
    harBarn: true,
    meny: [{ post: 'dokumentation' }],
  }),
  nod('not', 3, 'u1', {
    etikett: '261118 Hembesök',
    slag: 'anteckning',
    marke: 'signerad',
    meny: [{ post: 'felmarkera', hinder: 'inte-forfattare' }],
  }),
  nod('u2', 2, 'rot', { etikett: 'LSS Utredning 250602-250630', slag: 'utredning', status: 'avslutad', marke: 'LASS', harBarn: true }),
  nod('u2-dok', 3, 'u2', { etikett: 'Dokumentation' }),
];

function Prov({ start = ['rot'], ...props }: { start?: string[] } & Partial<RubriktradProps>) {
  const [oppna, setOppna] = useState<ReadonlySet<string>>(new Set(start));
  const [vald, setVald] = useState<string | null>(null);
  return (
    <FluentProvider theme={teman.ljust}>
      <Rubriktrad
        noder={noder}
        etikett="Rubrikträd"
        oppna={oppna}
        onOpen={setOppna}
        vald={vald}
        onVald={({ id }) => setVald(id)}
        onActivate={() => undefined}
        meny={(one) => menyRader(one, { onOpen: () => undefined, onPost: () => undefined })}
        {...props}
      />
    </FluentProvider>
  );
}
const rad = (name: RegExp) => screen.getByRole('treeitem', { name });
const rader = () => screen.getAllByRole('treeitem').map((one) => one.getAttribute('data-nod'));
const press = (key: string, more = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

describe('TRAD-04 to TRAD-08, FORB-09 what a row says', () => {
  it('shows bold and says the status word in the accessible name and the tooltip', () => {
    render(<Prov />);
    const u1 = rad(/LSS Utredning 260915-, pågående/);
    expect(u1.title).toBe('LSS Utredning 260915-, pågående');
    const weight = (id: RegExp, text: string) =>
      getComputedStyle([...rad(id).querySelectorAll('span')].find((one) => one.textContent === text) as Element).fontWeight;
    expect(weight(/260915/, 'LSS Utredning 260915-')).toBe('700');
    expect(weight(/250602/, 'LSS Utredning 250602-250630')).not.toBe('700');
    expect(rad(/LSS Utredning 250602-250630, avslutad, LASS-beslut löper/).textContent).toContain('LASS');
  });

  it('SYM-18 says that a note is signed, and shows a draft as a dot and in words', () => {
    const { rerender } = render(<Prov start={['rot', 'u1']} />);
    expect(rad(/261118 Hembesök, signerad/).querySelector('[data-prick]')).toBeNull();
    rerender(<Prov start={['rot', 'u1']} utkast={new Set(['not'])} />);
    expect(rad(/261118 Hembesök, signerad, utkast finns bara här/).querySelector('[data-prick]')).not.toBeNull();
  });
});

describe('the tree by the WAI-ARIA pattern', () => {
  it('tells level, place, number and whether a row is open', () => {
    render(<Prov />);
    const u2 = rad(/250602/);
    const aria = (name: string) => u2.getAttribute(`aria-${name}`);
    expect([aria('level'), aria('posinset'), aria('setsize'), aria('expanded'), aria('selected')]).toEqual([
      '2',
      '2',
      '2',
      'false',
      'false',
    ]);
    expect(screen.getByRole('tree', { name: 'Rubrikträd' })).toBeTruthy();
  });

  it('has one tab stop, which follows the mark', () => {
    render(<Prov />);
    const stops = () => screen.getAllByRole('treeitem').filter((one) => one.tabIndex === 0);
    expect(stops().map((one) => one.dataset.nod)).toEqual(['rot']);
    fireEvent.click(rad(/250602/));
    expect(stops().map((one) => one.dataset.nod)).toEqual(['u2']);
  });

  it('walks, opens and closes by keys, with the focus on the row', () => {
    render(<Prov />);
    rad(/LSS utredning/).focus();
    press('ArrowDown');
    expect((document.activeElement as HTMLElement).dataset.nod).toBe('u1');
    press('ArrowRight');
    expect(rader()).toEqual(['rot', 'u1', 'not', 'u2']);
    press('ArrowRight');
    expect((document.activeElement as HTMLElement).dataset.nod).toBe('not');
    press('ArrowLeft');
    press('ArrowLeft');
    expect(rader()).toEqual(['rot', 'u1', 'u2']);
    press('*');
    expect(rader()).toEqual(['rot', 'u1', 'not', 'u2', 'u2-dok']);
    press('End');
    expect((document.activeElement as HTMLElement).dataset.nod).toBe('u2-dok');
  });

  it('finds a row by its first letters', () => {
    render(<Prov start={['rot', 'u2']} />);
    rad(/LSS utredning/).focus();
    press('d');
    expect((document.activeElement as HTMLElement).dataset.nod).toBe('u2-dok');
  });

  it('keeps the focused row mounted among 5,000', () => {
    const many = [nod('rot', 1, null, { harBarn: true }), ...Array.from({ length: 5000 }, (_, n) => nod(`n${n}`, 2, 'rot'))];
    render(<Prov noder={many} />);
    rad(/^rot/).focus();
    press('End');
    expect((document.activeElement as HTMLElement).dataset.nod).toBe('n4999');
    expect(screen.getAllByRole('treeitem').length).toBeLessThan(200);
  });

  it('takes the mark to a node that is closed over it', () => {
    render(<Prov start={['rot', 'u1']} />);
    fireEvent.click(rad(/Hembesök/));
    fireEvent.click(rad(/260915/).querySelector('[data-plus]') as Element);
    expect(rad(/260915/).getAttribute('aria-selected')).toBe('true');
  });
});

describe('mouse and menus', () => {
  it('a click marks; a double click and Enter open in the tree and in the work area', () => {
    const onActivate = vi.fn();
    render(<Prov onActivate={onActivate} />);
    fireEvent.click(rad(/260915/));
    expect(onActivate).not.toHaveBeenCalled();
    fireEvent.doubleClick(rad(/260915/));
    expect(onActivate.mock.calls[0]?.[0].id).toBe('u1');
    expect(rader()).toContain('not');
    rad(/250602/).focus();
    fireEvent.click(rad(/250602/));
    press('Enter');
    expect(onActivate.mock.calls[1]?.[0].id).toBe('u2');
    expect(rader()).toContain('u2-dok');
  });

  it('SYM-16 the plus sign opens without marking', () => {
    const onVald = vi.fn();
    render(<Prov onVald={onVald} />);
    fireEvent.click(rad(/260915/).querySelector('[data-plus]') as Element);
    expect(rader()).toContain('not');
    expect(onVald).not.toHaveBeenCalled();
  });

  it('TRAD-14 right click marks and shows the entries with their keys', () => {
    render(<Prov />);
    fireEvent.contextMenu(rad(/260915/));
    expect(rad(/260915/).getAttribute('aria-selected')).toBe('true');
    const entries = screen.getAllByRole('menuitem').map((one) => one.textContent);
    expect(entries).toEqual(['Öppna UtredningEnter', 'DokumentationCtrl+D']);
  });

  it('Shift+F10 shows the menu; an entry that cannot be chosen stays, with the reason', () => {
    render(<Prov start={['rot', 'u1']} />);
    fireEvent.click(rad(/Hembesök/));
    rad(/Hembesök/).focus();
    press('F10', { shiftKey: true });
    const entry = screen.getByRole('menuitem', { name: /Felmarkera/ });
    expect(entry.getAttribute('aria-disabled')).toBe('true');
    expect(entry.title).toMatch(/Bara den som har signerat/);
  });
});
