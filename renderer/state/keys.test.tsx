// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type CommandId,
  commandOfKey,
  infoOf,
  kommandon,
  listenToKeys,
  runCommandById,
  runnableCommands,
  tangentFor,
  useCommand,
  useCommandsToCome,
} from './keys.ts';
import { commandIds } from './kommandon.ts';

function Svarar({ id, run, hinder }: { id: CommandId; run: (() => void) | null; hinder?: string }) {
  useCommand(id, run, hinder);
  return <input aria-label="ruta" />;
}
let end: () => void;
beforeEach(() => {
  end = listenToKeys(window);
});
afterEach(() => {
  cleanup();
  end();
});

describe('keys', () => {
  it('no key belongs to two commands', () => {
    const keys = commandIds.flatMap((id) => infoOf(id).tangenter);
    expect(new Set(keys).size).toBe(keys.length);
  });
  it('the Alt keys avoid the menu letters A R V K E T H', () => {
    const letters = commandIds.flatMap((id) => infoOf(id).tangenter).flatMap((key) => /^Alt\+([A-Z])$/.exec(key)?.[1] ?? []);
    expect(letters.filter((letter) => 'ARVKETH'.includes(letter))).toEqual([]);
  });
  it('keys', () => {
    const press = (key: string, mods: Partial<KeyboardEvent> = {}, code = '') =>
      commandOfKey({ key, code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...mods });
    expect(press('s', { ctrlKey: true })).toBe('spara');
    expect(press('S', { ctrlKey: true, shiftKey: true })).toBe('signera');
    expect(press(' ', { ctrlKey: true }, 'Space')).toBe('frastexter');
    expect(press('F6', { shiftKey: true })).toBe('forraYta');
    expect(press('ArrowLeft', { altKey: true })).toBe('tillbaka');
    expect(press('s')).toBeUndefined();
    expect(tangentFor('signera')).toBe('Ctrl+Skift+S');
  });
  it('runs the command of the component that is shown, the latest first', () => {
    const under = vi.fn();
    const over = vi.fn();
    const { rerender } = render(<Svarar id="spara" run={under} />);
    rerender(
      <>
        <Svarar id="spara" run={under} />
        <Svarar id="spara" run={over} />
      </>,
    );
    fireEvent.keyDown(window, { key: 's', ctrlKey: true });
    expect(over).toHaveBeenCalledOnce();
    expect(under).not.toHaveBeenCalled();
    cleanup();
    expect(runCommandById('spara')).toBe(false);
  });
  it("an editor's own key wins", () => {
    const run = vi.fn();
    const { getByLabelText } = render(<Svarar id="tradAvPa" run={run} />);
    const field = getByLabelText('ruta');
    field.addEventListener('keydown', (event) => event.preventDefault());
    fireEvent.keyDown(field, { key: 'b', ctrlKey: true });
    expect(run).not.toHaveBeenCalled();
  });
  it('nothing behind a dialog is run', () => {
    const run = vi.fn();
    const { getAllByLabelText } = render(
      <div role="dialog" aria-modal="true">
        <Svarar id="spara" run={run} />
      </div>,
    );
    const [field] = getAllByLabelText('ruta');
    if (field) fireEvent.keyDown(field, { key: 's', ctrlKey: true });
    expect(run).not.toHaveBeenCalled();
  });
  it('a hindered command does not run, and is not offered', () => {
    const run = vi.fn();
    render(<Svarar id="signera" run={run} hinder="Inget att signera" />);
    expect(runCommandById('signera')).toBe(false);
    expect(runnableCommands()).not.toContain('signera');
  });
  it('a key nobody answers keeps its own meaning', () => {
    expect(fireEvent.keyDown(window, { key: 'w', ctrlKey: true })).toBe(true);
    render(<Svarar id="stangFlik" run={() => {}} />);
    expect(fireEvent.keyDown(window, { key: 'w', ctrlKey: true })).toBe(false);
  });
  describe('a key that is pressed while what answers it is being read', () => {
    function Vy({ last, run, hinder }: { last: boolean; run: () => void; hinder?: string }) {
      useCommandsToCome(!last);
      return last ? <Svarar id="skrivUt" run={run} {...(hinder === undefined ? {} : { hinder })} /> : null;
    }
    const press = () => fireEvent.keyDown(window, { key: 'p', ctrlKey: true });
    const settled = () => act(async () => undefined);

    it('is done once, when it has been read', async () => {
      const run = vi.fn();
      const { rerender } = render(<Vy last={false} run={run} />);
      expect(press()).toBe(false);
      await settled();
      rerender(<Vy last run={run} />);
      await settled();
      expect(run).toHaveBeenCalledOnce();
      rerender(<Vy last={false} run={run} />);
      rerender(<Vy last run={run} />);
      await settled();
      expect(run).toHaveBeenCalledOnce();
    });
    it.each([
      ['another key', () => fireEvent.keyDown(window, { key: 'Tab' })],
      ['a click', () => fireEvent.pointerDown(window)],
    ])('is taken back by %s', async (_, other) => {
      const run = vi.fn();
      const { rerender } = render(<Vy last={false} run={run} />);
      press();
      other();
      rerender(<Vy last run={run} />);
      await settled();
      expect(run).not.toHaveBeenCalled();
    });
    it('is kept while its modifiers are let go and pressed, and while a part of the view is read in its turn', async () => {
      const run = vi.fn();
      const { rerender } = render(<Vy last={false} run={run} />);
      press();
      fireEvent.keyDown(window, { key: 'Control' });
      const Del = ({ last }: { last: boolean }) => {
        useCommandsToCome(!last);
        return <Svarar id="skrivUt" run={last ? run : null} />;
      };
      rerender(<Del last={false} />);
      await settled();
      rerender(<Del last />);
      await settled();
      expect(run).toHaveBeenCalledOnce();
    });
    it('is forgotten when nobody answers it, or it is hindered', async () => {
      const run = vi.fn();
      const { rerender } = render(<Vy last={false} run={run} />);
      press();
      rerender(<Vy last run={run} hinder="Akten är stängd" />);
      await settled();
      rerender(<Vy last run={run} />);
      await settled();
      expect(run).not.toHaveBeenCalled();
      cleanup();
      render(<Vy last={false} run={run} />);
      press();
      cleanup();
      await settled();
      render(<Svarar id="skrivUt" run={run} />);
      await settled();
      expect(run).not.toHaveBeenCalled();
      expect(fireEvent.keyDown(window, { key: 'w', ctrlKey: true })).toBe(true);
    });
  });
  it('every command has a name', () => {
    for (const { namn } of Object.values(kommandon)) expect(namn).toMatch(/^[A-ZÅÄÖ]/);
  });
});
