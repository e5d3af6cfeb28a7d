// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { giveView, keepFocus } from './fokusminne.ts';
import { utanFokus } from './utanFokus.ts';

let end = () => {};
beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => queueMicrotask(run));
  document.body.innerHTML = '';
  end = keepFocus(document);
});
afterEach(() => {
  end();
  vi.unstubAllGlobals();
});

function add(html: string, into: Element = document.body): HTMLElement {
  into.insertAdjacentHTML('beforeend', html);
  return into.lastElementChild as HTMLElement;
}
const focus = (id: string) => document.getElementById(id)?.focus();
const now = () => document.activeElement?.id;
/** What is taken away, and a turn for what follows. */
async function away(id: string): Promise<void> {
  document.getElementById(id)?.remove();
  await vi.waitFor(() => expect(document.activeElement).not.toBe(document.body));
}
const lista =
  '<main><section data-yta="arbetsyta"><button id="knapp">k</button><div role="grid" id="lista"><div role="row" id="ett" tabindex="-1" aria-selected="false">1</div>' +
  '<div role="row" id="tva" tabindex="0" aria-selected="true">2</div></div></section></main>';
const dialog = (id: string, inne: string) =>
  `<div data-portal-node="true" id="${id}"><div role="dialog" aria-modal="true">${inne}</div></div>`;

it('a dialog that is closed gives it back to the row whose menu opened it', async () => {
  add(lista);
  focus('ett');
  add('<div role="menu" id="meny"><div role="menuitem" id="val" tabindex="0">v</div></div>');
  focus('val');
  add(dialog('d', '<input id="falt">'));
  document.getElementById('meny')?.remove();
  focus('falt');
  await away('d');
  expect(now()).toBe('ett');
});

it('a dialog over a dialog gives it back to the one below, and that one to the window', async () => {
  add(lista);
  focus('knapp');
  add(dialog('nedre', '<button id="n">n</button>'));
  focus('n');
  add(dialog('ovre', '<button id="o">o</button>'));
  focus('o');
  await away('ovre');
  expect(now()).toBe('n');
  await away('nedre');
  expect(now()).toBe('knapp');
});

it('a field of a dialog that is drawn anew leaves it within the dialog', async () => {
  add(lista);
  focus('tva');
  const d = add(dialog('d', '<input id="falt"><button id="ok">ok</button>'));
  focus('falt');
  document.getElementById('falt')?.remove();
  await vi.waitFor(() => expect(now()).toBe('ok'));
  expect(d.contains(document.activeElement)).toBe(true);
});

it('a row that is done gives it to the row the list then has', async () => {
  add(lista);
  focus('ett');
  await away('ett');
  expect(now()).toBe('tva');
});

it('a view that is left gives it to the one that is shown', async () => {
  add(lista);
  focus('ett');
  document.querySelector('main')?.replaceChildren();
  add('<section data-yta="arbetsyta"><input id="sok"></section>', document.querySelector('main') as Element);
  await vi.waitFor(() => expect(now()).toBe('sok'));
});

it('a click beside everything is the user’s own, and what takes the focus itself keeps it', async () => {
  add(lista);
  focus('ett');
  (document.activeElement as HTMLElement).blur();
  add('<p id="mer">m</p>');
  await Promise.resolve();
  expect(document.activeElement).toBe(document.body);
  focus('ett');
  document.getElementById('ett')?.remove();
  focus('knapp');
  await Promise.resolve();
  await Promise.resolve();
  expect(now()).toBe('knapp');
});

it('a view that is shown while nothing has the focus takes it', () => {
  add(lista);
  giveView(document);
  expect(now()).toBe('knapp');
  expect(utanFokus(), 'a form that is still on its way takes it from there').toBe(true);
  focus('tva');
  expect(utanFokus()).toBe(false);
  focus('knapp');
  expect(utanFokus(), 'chosen by the user it is theirs').toBe(false);
  focus('tva');
  giveView(document);
  expect(now()).toBe('tva');
});
