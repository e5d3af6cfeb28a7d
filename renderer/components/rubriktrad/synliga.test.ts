import { describe, expect, it } from 'vitest';
import type { Nod } from '../../../shared/domain/rubriktrad/nod.ts';
import { nastaTraff } from './sokrad.ts';
import { liesUnder, synligaNoder } from './synliga.ts';
import { tradhandling } from './tangent.ts';

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
const noder = [
  nod('personuppgifter', 1, null, { harBarn: true }),
  nod('person', 2, 'personuppgifter'),
  nod('rot', 1, null, { harBarn: true }),
  nod('u1', 2, 'rot', { harBarn: true, status: 'pågående' }),
  nod('dok', 3, 'u1', { harBarn: true }),
  nod('journal', 4, 'dok'),
  nod('beslut', 3, 'u1'),
  nod('u2', 2, 'rot', { harBarn: true, status: 'avslutad' }),
  nod('u2-dok', 3, 'u2'),
  nod('v1', 2, 'rot', { status: 'pågående' }),
];
const synliga = (...oppna: string[]) => synligaNoder(noder, new Set(oppna));
const ids = (rader: { nod: Nod }[]) => rader.map((rad) => rad.nod.id);
const press = (key: string) => ({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false });

describe('TRAD-09 the rows that are shown', () => {
  it('are those whose ancestors are all open', () => {
    expect(ids(synliga())).toEqual(['personuppgifter', 'rot']);
    expect(ids(synliga('rot', 'dok'))).toEqual(['personuppgifter', 'rot', 'u1', 'u2', 'v1']);
    expect(ids(synliga('rot', 'u1', 'dok'))).toEqual(['personuppgifter', 'rot', 'u1', 'dok', 'journal', 'beslut', 'u2', 'v1']);
  });

  it('know their place among their siblings, and how many these are', () => {
    const places = synliga('rot', 'u1').map((rad) => [rad.nod.id, rad.plats, rad.antal]);
    expect(places).toEqual([
      ['personuppgifter', 1, 2],
      ['rot', 2, 2],
      ['u1', 1, 3],
      ['dok', 1, 2],
      ['beslut', 2, 2],
      ['u2', 2, 3],
      ['v1', 3, 3],
    ]);
  });

  it('FORB-09 can be those of some states only, with what hangs on them', () => {
    const pagaende = synligaNoder(noder, new Set(['rot', 'u1', 'u2']), new Set(['pågående'] as const));
    expect(ids(pagaende)).toEqual(['personuppgifter', 'rot', 'u1', 'dok', 'beslut', 'v1']);
    expect(pagaende.find((rad) => rad.nod.id === 'v1')).toMatchObject({ plats: 2, antal: 2 });
  });

  it('come from 100,000 nodes in one pass', () => {
    const many = [nod('rot', 1, null, { harBarn: true }), ...Array.from({ length: 100_000 }, (_, n) => nod(`n${n}`, 2, 'rot'))];
    const rader = synligaNoder(many, new Set(['rot']));
    expect(rader).toHaveLength(100_001);
    expect(rader.at(-1)).toMatchObject({ plats: 100_000, antal: 100_000 });
  });

  it('tell what lies below a node', () => {
    expect(liesUnder(noder, 'u1', 'journal')).toBe(true);
    expect(liesUnder(noder, 'u1', 'u2-dok')).toBe(false);
    expect(liesUnder(noder, 'saknas', 'journal')).toBe(false);
  });
});

describe('keys of the tree', () => {
  const rader = synliga('rot', 'u1');
  const at = (id: string) => rader.findIndex((rad) => rad.nod.id === id);

  it.each([
    ['ArrowDown', 'rot', { slag: 'flytta', till: 2 }],
    ['ArrowUp', 'personuppgifter', { slag: 'flytta', till: 0 }],
    ['End', 'rot', { slag: 'flytta', till: 6 }],
    ['Home', 'v1', { slag: 'flytta', till: 0 }],
    ['PageDown', 'rot', { slag: 'flytta', till: 4 }],
    ['ArrowRight', 'u2', { slag: 'oppna', ids: ['u2'] }],
    ['ArrowRight', 'u1', { slag: 'flytta', till: 3 }],
    ['ArrowRight', 'v1', undefined],
    ['ArrowLeft', 'u1', { slag: 'stang' }],
    ['ArrowLeft', 'beslut', { slag: 'flytta', till: 2 }],
    ['ArrowLeft', 'rot', { slag: 'stang' }],
    ['*', 'u1', { slag: 'oppna', ids: ['u1', 'u2'] }],
    ['Enter', 'u1', { slag: 'aktivera' }],
    ['ContextMenu', 'u1', { slag: 'meny' }],
  ])('%s on %s', (key, id, handling) => {
    expect(tradhandling(press(key), rader, at(id), 3)).toEqual(handling);
  });

  it('Shift+F10 shows the menu; a key with Ctrl or Alt is left to others', () => {
    expect(tradhandling({ ...press('F10'), shiftKey: true }, rader, 0, 3)).toEqual({ slag: 'meny' });
    expect(tradhandling({ ...press('Enter'), ctrlKey: true }, rader, 0, 3)).toBeUndefined();
    expect(tradhandling({ ...press('ArrowLeft'), altKey: true }, rader, 0, 3)).toBeUndefined();
  });

  it('letters go to the next label that begins so, round the end; a letter again steps on', () => {
    expect(nastaTraff(rader, at('rot'), 'b')).toBe(at('beslut'));
    expect(nastaTraff(rader, at('u1'), 'u')).toBe(at('u2'));
    expect(nastaTraff(rader, at('u2'), 'uu')).toBe(at('u1'));
    expect(nastaTraff(rader, at('u1'), 'u2')).toBe(at('u2'));
    expect(nastaTraff(rader, 0, 'ö')).toBe(-1);
  });
});
