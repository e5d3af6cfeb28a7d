// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { teman } from '../../components/theme.ts';
import { startCore } from '../../state/core.ts';
import { forgetInstallningar, saveInstallningar } from '../../state/installningar.ts';
import { domOfTests, setFonster } from '../../testing/dom.ts';
import { handlaggning } from '../../testing/handlaggning.ts';
import { testKarna } from '../../testing/karna.ts';
import { Spalt } from './Spalt.tsx';

let end: () => void = () => undefined;
beforeAll(() => domOfTests());
beforeEach(() => {
  // What shows something is as high as it was asked to be, in a column of 600 px of which the lists have their parts.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
    if (this.childElementCount === 0) return 0;
    const andel = (one: Element) => (one.childElementCount > 0 && one instanceof HTMLElement ? Number(one.style.flexGrow) : 0);
    const summa = [...(this.parentElement?.children ?? [])].reduce((sum, one) => sum + andel(one), 0);
    return summa > 0 ? Math.round((600 * andel(this)) / summa) : Number.parseInt(this.style.height, 10);
  });
  end = startCore(testKarna(handlaggning()).backend);
});
afterEach(() => {
  cleanup();
  end();
  forgetInstallningar();
  setFonster(1366, 768);
  vi.restoreAllMocks();
});

const Lista = ({ namn }: { namn: string }) => <section aria-label={namn} />;
const Tom = () => null;
const show = (tom = false) =>
  render(
    <FluentProvider theme={teman.ljust}>
      <Spalt
        id="prov"
        paneler={[
          { id: 'a', namn: 'Övre', vikt: 3, min: 160, innehall: <Lista namn="Övre" /> },
          { id: 'b', namn: 'Mellersta', vikt: 2, min: 120, innehall: tom ? <Tom /> : <Lista namn="Mellersta" /> },
          { id: 'c', namn: 'Nedre', vikt: 1, min: 100, innehall: <Lista namn="Nedre" /> },
        ]}
      />
    </FluentProvider>,
  );
const lister = () => screen.queryAllByRole('separator').map((one) => [one.getAttribute('aria-label'), one.getAttribute('aria-valuenow')]);
const hojd = (namn: string) => screen.getByLabelText(namn).parentElement?.offsetHeight;

describe('MINA-01 FORB-17 the heights of the lists of Mina sidor', () => {
  it('are changed by the keyboard: what one gets the next one gives, and it is remembered', async () => {
    show();
    expect(lister()).toEqual([
      ['Höjd på Övre', '300'],
      ['Höjd på Mellersta', '200'],
    ]);
    const list = screen.getByRole('separator', { name: 'Höjd på Övre' });
    for (let i = 0; i < 4; i++) fireEvent.keyDown(list, { key: 'ArrowDown' });
    expect([hojd('Övre'), hojd('Mellersta'), hojd('Nedre')]).toEqual([364, 136, 100]);
    fireEvent.keyDown(list, { key: 'End' });
    expect([hojd('Övre'), hojd('Mellersta')], 'no list gets too small to read').toEqual([380, 120]);
    await saveInstallningar();
    cleanup();
    forgetInstallningar();
    show();
    await waitFor(() => expect([hojd('Övre'), hojd('Mellersta'), hojd('Nedre')]).toEqual([380, 120, 100]));
    fireEvent.doubleClick(screen.getByRole('separator', { name: 'Höjd på Övre' }));
    expect([hojd('Övre'), hojd('Mellersta')], 'as it was by itself').toEqual([300, 200]);
  });
  it('a list that shows nothing has no room and no bar; it gets its part when it is there', () => {
    const { rerender } = show(true);
    expect(lister()).toEqual([['Höjd på Övre', '450']]);
    fireEvent.keyDown(screen.getByRole('separator'), { key: 'ArrowUp' });
    expect([hojd('Övre'), hojd('Nedre')]).toEqual([434, 166]);
    rerender(<span />);
    show();
    expect(lister().map(([namn]) => namn)).toEqual(['Höjd på Övre', 'Höjd på Mellersta']);
    expect(hojd('Mellersta'), 'a third of the whole').toBe(200);
  });
  it('where the page scrolls each has a height of its own', () => {
    setFonster(683, 384);
    show();
    expect(lister().map(([namn]) => namn)).toEqual(['Höjd på Övre', 'Höjd på Mellersta', 'Höjd på Nedre']);
    fireEvent.keyDown(screen.getByRole('separator', { name: 'Höjd på Mellersta' }), { key: 'ArrowDown' });
    expect([hojd('Övre'), hojd('Mellersta'), hojd('Nedre')]).toEqual([160, 136, 100]);
  });
});
