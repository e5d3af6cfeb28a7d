import { describe, expect, test } from 'vitest';
import { commands } from '../../../shared/domain/rulebook/command-list.ts';
import type { Utkast } from '../../../shared/ipc/views.ts';
import type { Brevstart, Mottagarval } from '../../state/meddelanden.ts';
import { avsandarord, infogafel, infogakommando } from './infogaformular.ts';
import { galler, gallerord, gallerval, ingenKund, type Skrivvarden, skrivfel, skrivkommando, startvarden } from './skrivformular.ts';
import { brevutkast } from './Utkastmappen.tsx';

const grupp = '01890000-0000-7000-8000-000000000805';
const tomt = { personId: '', ref: '', enhet: '', kod: '', nummer: '', egen: true, enheter: [] };
const kund = (personId: string, namn = personId): Mottagarval => ({ ...tomt, slag: 'kund', personId, namn, nummer: '200912312386' });
const nara = (personId: string): Mottagarval => ({ ...tomt, slag: 'narstaende', personId, ref: 'g', namn: 'Åsa', nummer: '196809152389' });
const kollega: Mottagarval = { ...tomt, slag: 'anvandare', ref: 'bo', namn: 'Bo Ås' };
const fran = (start: Brevstart, over: Partial<Skrivvarden> = {}): Skrivvarden => ({ ...startvarden(start, undefined), ...over });
const omA: Brevstart = { personId: 'a', kund: 'A 20091231-2386' };
const svar = { svarPa: { gruppId: 'g', meddelandeId: 'm' } };
const bilaga = [{ personId: 'a', dokumentId: 'd', rubrik: 'Kallelse' }];
const tva = 'Ett meddelande till var och en av 2 kunder. Ingen ser de andras.';
const delarna = (varden: Skrivvarden) => {
  const { input } = skrivkommando(varden, grupp) as { input: { delar: { personId?: string; till: { slag: string }[] }[] } };
  return input.delar.map(({ personId, till }) => [personId ?? '', till.map(({ slag }) => slag).join(' ')]);
};

describe('FORB-67 whom it is about', () => {
  test.each<[string, Skrivvarden, val: string[], om: string | undefined, ord: string | undefined]>([
    ['one kund and a colleague: her', fran({ mottagare: [kund('a'), kollega] }), [], 'a', 'Gäller a 20091231-2386'],
    ['begun about A, and written to B instead: B', fran({ ...omA, mottagare: [kund('b')] }), [], 'b', 'Gäller b 20091231-2386'],
    ['A taken away again: A, or nobody', fran({ ...omA, mottagare: [kollega] }), ['a', ingenKund], 'a', 'Gäller A 20091231-2386'],
    ['nobody is chosen', fran({ ...omA, mottagare: [kollega] }, { galler: ingenKund }), ['a', ingenKund], '', undefined],
    [
      'with a document of her akt never nobody',
      fran({ ...omA, mottagare: [kollega], bilagor: bilaga }),
      ['a'],
      'a',
      'Gäller A 20091231-2386',
    ],
    [
      'two kunder and a colleague: it is asked',
      fran({ mottagare: [kund('a'), kund('b'), kollega] }),
      ['a', 'b', ingenKund],
      undefined,
      tva,
    ],
    ['and answered', fran({ mottagare: [kund('a'), nara('b'), kollega] }, { galler: 'b' }), ['a', 'b', ingenKund], 'b', tva],
    [
      'a kund who is no recipient any more is no answer',
      fran({ mottagare: [kund('a'), kund('b'), kollega] }, { galler: 'c' }),
      ['a', 'b', ingenKund],
      undefined,
      tva,
    ],
    ['two kunder alone: each her own', fran({ mottagare: [kund('a'), kund('b')] }), [], '', tva],
    ['an answer stays about whom it was', fran({ ...omA, ...svar, mottagare: [kollega] }), [], 'a', 'Gäller A 20091231-2386'],
  ])('%s', (_, varden, val, om, ord) => {
    expect(gallerval(varden).map(({ varde }) => varde)).toEqual(val);
    expect(galler(varden)).toBe(om);
    expect(gallerord(varden)).toBe(ord);
  });

  test('MEDD-04 each kund has her own message; colleagues are in hers whom it is about, or in one of their own', () => {
    const tva = { mottagare: [kund('a'), kund('b'), kollega] };
    expect(delarna(fran(tva, { galler: 'b' }))).toEqual([
      ['a', 'kund'],
      ['b', 'kund anvandare'],
    ]);
    expect(delarna(fran(tva, { galler: ingenKund }))).toEqual([
      ['a', 'kund'],
      ['b', 'kund'],
      ['', 'anvandare'],
    ]);
    expect(skrivfel(fran(tva, { amne: 'x', text: 'y' })).map(({ falt }) => falt)).toEqual(['galler']);
  });
});

test('MEDD-07 a quotation and a signature are no text of one’s own; what is forwarded needs none', () => {
  const citat = '\n\nEkström, Linnea 20091231-2386 skrev 2026-11-19 09:00:\n> Hej!\n>\n> När?';
  const har = (text: string, over: Partial<Skrivvarden> = {}, signatur = '') =>
    skrivfel(fran({ mottagare: [kollega] }, { amne: 'Sv', text, ...over }), signatur).map(({ falt }) => falt);
  expect(har(citat)).toEqual(['text']);
  expect(har(`${citat}\n\nKarin Ek\nLSS`, {}, 'Karin Ek\nLSS')).toEqual(['text']);
  expect(har(`Ja.${citat}`)).toEqual([]);
  expect(har(citat, { vidarebefordrar: { gruppId: 'g', meddelandeId: 'm' } })).toEqual([]);
  expect(har('', { bilagor: bilaga })).toEqual([]);
});

test('MEDD-03 a draft stands in its folder with to whom and about what; nothing of one that is hidden', () => {
  const utkast = (over: Partial<Utkast> = {}): Utkast => ({
    ...{ nyckel: `meddelande:${grupp}`, personId: null, namn: null, titel: 'Meddelande: Kallelse', sparad: '2026-11-19T09:00:00.000Z' },
    data: fran({ mottagare: [kund('a', 'Ekström, Linnea')], amne: 'Kallelse' }, { text: 'Välkommen' }),
    ...over,
  });
  expect(brevutkast(utkast())).toMatchObject([
    { gruppId: grupp, till: 'Ekström, Linnea 20091231-2386', amne: 'Kallelse', text: 'Välkommen' },
  ]);
  expect(JSON.stringify(brevutkast(utkast({ dolt: true })))).not.toMatch(/Ekström|Kallelse|Välkommen/);
  expect(brevutkast(utkast({ data: { mottagare: 'x' } }))).toMatchObject([{ till: 'Ingen mottagare', amne: 'Inget ämne' }]);
  expect(brevutkast(utkast({ nyckel: 'registrera' }))).toEqual([]);
});

test('JFOR-03 an attachment becomes a document at a place of the akt, with type, sender and rubrik; from the same akt it says what it is', () => {
  const [a, b] = ['01890000-0000-7000-8000-00000000000a', '01890000-0000-7000-8000-00000000000b'];
  const bilagan = { franId: a, sha256: 'a'.repeat(64), storlek: 100, sidor: 2, mapp: { slag: 'inkorg' as const } };
  const tom = { personId: '', sokt: '', plats: '', typ: ' ', avsandare: '', rubrik: '', dokumentId: b, ...bilagan };
  expect(infogafel(tom).map(({ falt }) => falt)).toEqual(['personId', 'plats', 'typ', 'rubrik']);
  const hel = { ...tom, personId: a, plats: `utredning/${b}`, typ: 'Intyg', avsandare: ' Vårdcentralen ', rubrik: ' Läkarintyg ' };
  expect(infogafel(hel)).toEqual([]);
  const { name, input } = infogakommando(hel, true);
  expect({ name, input }).toEqual({
    name: 'dokument.arkivera',
    input: {
      ...{
        personId: a,
        dokumentId: b,
        rubrik: 'Läkarintyg',
        typ: 'Intyg',
        avsandare: 'Vårdcentralen',
        sha256: bilagan.sha256,
        storlek: 100,
        sidor: 2,
      },
      ...{ knytsTill: { type: 'utredning', id: b }, underlag: [{ type: 'dokument', id: a }] },
    },
  });
  expect(commands['dokument.arkivera'].input.safeParse(input).success).toBe(true);
  expect(infogakommando({ ...hel, avsandare: '' }, false).input).not.toHaveProperty('underlag');
  const fran = { slag: 'medborgare' as const, namn: 'Ekström, Åsa', narstaende: true as const };
  expect(avsandarord({ fran, skyddad: false })).toBe('Ekström, Åsa');
  expect(avsandarord({ fran, skyddad: true })).toBe('Närstående');
});
