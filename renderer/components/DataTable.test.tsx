// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { domOfTests } from '../testing/dom.ts';
import { DataTable, type Kolumn } from './DataTable.tsx';

type Rad = { id: string; namn: string };
const kolumner: Kolumn<Rad>[] = [
  { id: 'namn', namn: 'Namn', bredd: '1fr', draw: ({ namn }) => namn, compare: (a, b) => a.namn.localeCompare(b.namn) },
];
const rader: Rad[] = ['Öberg', 'Ahl', 'Mård'].map((namn) => ({ id: namn, namn }));

function Tabell({ alla = rader, onOpen, valt }: { alla?: Rad[]; onOpen?: (rad: Rad) => void; valt?: () => void }) {
  const [vald, setVald] = useState<string | null>(null);
  const meny = (rad: Rad) => [{ id: 'oppna', namn: `Öppna ${rad.namn}`, onChoose: () => valt?.() }];
  return (
    <FluentProvider>
      <DataTable
        etikett="Rader"
        kolumner={kolumner}
        rader={alla}
        radId={({ id }) => id}
        vald={vald}
        onVald={setVald}
        meny={meny}
        {...(onOpen ? { onOpen } : {})}
      />
    </FluentProvider>
  );
}
const rows = () => screen.getAllByRole('row').slice(1);
const names = () => rows().map((row) => row.textContent);

beforeAll(() => domOfTests());
afterEach(cleanup);

describe('DataTable', () => {
  it('a click on a head sorts, once more turns the order', () => {
    render(<Tabell />);
    fireEvent.click(screen.getByRole('button', { name: /Namn/ }));
    expect(names()).toEqual(['Ahl', 'Mård', 'Öberg']);
    expect(screen.getByRole('columnheader').getAttribute('aria-sort')).toBe('ascending');
    fireEvent.click(screen.getByRole('button', { name: /Namn/ }));
    expect(names()).toEqual(['Öberg', 'Mård', 'Ahl']);
  });
  it('taking the focus when its rows come marks nothing that was not asked for: a row clicked before that stays the marked one', async () => {
    const marked: string[] = [];
    const onVald = (id: string) => marked.push(id);
    render(
      <FluentProvider>
        <DataTable etikett="Rader" kolumner={kolumner} rader={rader} radId={({ id }) => id} vald={null} onVald={onVald} fokus />
      </FluentProvider>,
    );
    const last = rows()[2];
    act(() => last?.focus());
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(marked).toEqual(['Mård']);
    expect(document.activeElement).toBe(last);
  });
  it('whoever writes on in a field before the frame in which it takes the focus keeps it', async () => {
    const page = (alla: Rad[]) => (
      <FluentProvider>
        <input aria-label="Sök" />
        <DataTable etikett="Rader" kolumner={kolumner} rader={alla} radId={({ id }) => id} vald={null} onVald={() => {}} fokus />
      </FluentProvider>
    );
    const frames = () => act(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const { rerender } = render(page([]));
    const field = screen.getByRole('textbox', { name: 'Sök' });
    act(() => field.focus());
    rerender(page(rader));
    fireEvent.input(field, { target: { value: 'nästa' } });
    await frames();
    expect(document.activeElement).toBe(field);
    rerender(page([]));
    rerender(page(rader));
    await frames();
    expect(document.activeElement).toBe(rows()[0]);
  });
  it('one stop for Tab; arrows move mark and focus; Enter and double click open', async () => {
    const onOpen = vi.fn();
    render(<Tabell onOpen={onOpen} />);
    expect(rows().filter((row) => row.tabIndex === 0)).toHaveLength(1);
    const [first] = rows();
    if (!first) throw new Error('no row');
    first.focus();
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Ahl'));
    expect(document.activeElement?.getAttribute('aria-selected')).toBe('true');
    if (document.activeElement) fireEvent.keyDown(document.activeElement, { key: 'Enter' });
    fireEvent.doubleClick(first);
    expect(onOpen.mock.calls.map(([rad]) => rad.namn)).toEqual(['Ahl', 'Öberg']);
  });
  it('right click, Shift+F10 and the Menu key mark the row and show its menu', async () => {
    const valt = vi.fn();
    render(<Tabell valt={valt} />);
    for (const open of [
      (row: Element) => fireEvent.contextMenu(row),
      (row: Element) => fireEvent.keyDown(row, { key: 'F10', shiftKey: true }),
      (row: Element) => fireEvent.keyDown(row, { key: 'ContextMenu' }),
    ]) {
      const row = rows()[2];
      if (row) open(row);
      fireEvent.click(await screen.findByRole('menuitem', { name: 'Öppna Mård' }));
      await waitFor(() => expect(screen.queryByRole('menuitem')).toBeNull());
    }
    expect(valt).toHaveBeenCalledTimes(3);
  });
  it('FORB-17 the width of a column is dragged, or changed by Shift and an arrow; double click and Delete set it back', () => {
    const widths: [string, number | undefined][] = [];
    const bredder = { px: { namn: 200 }, onBredd: (kolumn: string, px: number | undefined) => void widths.push([kolumn, px]) };
    render(
      <FluentProvider>
        <DataTable
          etikett="Rader"
          kolumner={kolumner}
          rader={rader}
          radId={({ id }) => id}
          vald={null}
          onVald={() => {}}
          bredder={bredder}
        />
      </FluentProvider>,
    );
    const head = screen.getByRole('columnheader');
    expect(head.parentElement?.style.gridTemplateColumns).toContain('200px');
    head.getBoundingClientRect = () => ({ width: 200 }) as DOMRect;
    fireEvent.keyDown(screen.getByRole('button', { name: /Namn/ }), { key: 'ArrowRight', shiftKey: true });
    fireEvent.keyDown(screen.getByRole('button', { name: /Namn/ }), { key: 'ArrowRight' });
    const grip = head.querySelector('[aria-hidden="true"]') as HTMLElement;
    grip.setPointerCapture = () => {};
    fireEvent.pointerDown(grip, { clientX: 300 });
    fireEvent.pointerMove(grip, { clientX: 250 });
    fireEvent.pointerMove(grip, { clientX: 0 });
    fireEvent.pointerUp(grip);
    fireEvent.pointerMove(grip, { clientX: 500 });
    fireEvent.doubleClick(grip);
    expect(widths).toEqual([
      ['namn', 216],
      ['namn', 150],
      ['namn', 40],
      ['namn', undefined],
    ]);
  });
  it('draws only the rows in view, and tells how many there are', () => {
    render(<Tabell alla={Array.from({ length: 5000 }, (_, i) => ({ id: `${i}`, namn: `Rad ${i}` }))} />);
    expect(rows().length).toBeLessThan(60);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('5001');
  });
  it('keeps the focus on its row when that is scrolled away: the next key is meant for it', async () => {
    const opened: string[] = [];
    const alla = Array.from({ length: 5000 }, (_, i) => ({ id: `${i}`, namn: `Rad ${i}` }));
    render(<Tabell alla={alla} onOpen={({ id }) => opened.push(id)} />);
    const row = rows()[3];
    act(() => row?.focus());
    const scroller = screen.getByRole('grid').parentElement as HTMLElement;
    scroller.scrollTop = 40_000;
    fireEvent.scroll(scroller);
    await waitFor(() => expect(names()).not.toContain('Rad 5'));
    expect(document.activeElement).toBe(row);
    fireEvent.keyDown(row as HTMLElement, { key: 'Enter' });
    expect(opened).toEqual(['3']);
  });
});
