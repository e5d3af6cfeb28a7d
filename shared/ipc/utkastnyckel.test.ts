import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { type FormId, formIds, keyOf, readKey, type Utkastnyckel } from './utkastnyckel.ts';

const p = '018f0000-0000-7000-8000-000000000010';
const id = '018f0000-0000-7000-8000-000000000020';
const annan = '018f0000-0000-7000-8000-000000000030';

/** Keys as releases before this type have written them to disk, letter for letter: a draft must be found by the same key for ever. */
const gamla: [string, Utkastnyckel][] = [
  [`person:${p}:uppgifter`, { form: 'person', personId: p, objekt: 'uppgifter' }],
  [`sankSkydd:${p}:skydd`, { form: 'sankSkydd', personId: p, objekt: 'skydd' }],
  [`hushall:${p}:alla`, { form: 'hushall', personId: p, objekt: 'alla' }],
  [`kontakt:${p}:ny`, { form: 'kontakt', personId: p, objekt: 'ny' }],
  [`kontakt:${p}:${id}`, { form: 'kontakt', personId: p, objekt: id }],
  [`aktualisering:${p}:ny`, { form: 'aktualisering', personId: p, objekt: 'ny' }],
  [`aktualisering:${p}:${id}`, { form: 'aktualisering', personId: p, objekt: id }],
  [`inled:${p}:ny`, { form: 'inled', personId: p, objekt: 'ny' }],
  [`bytHandlaggare:${p}:${id}`, { form: 'bytHandlaggare', personId: p, objekt: id }],
  [`oppnaUtredning:${p}:${id}`, { form: 'oppnaUtredning', personId: p, objekt: id }],
  [`beslut:${p}:${id}`, { form: 'beslut', personId: p, objekt: id }],
  [`lamna:${p}:${id}:x`, { form: 'lamna', personId: p, objekt: `${id}:x` }],
  [`lamna:${p}:${id}`, { form: 'lamna', personId: p, objekt: id }],
  [`felmarkeraBeslut:${p}:${id}`, { form: 'felmarkeraBeslut', personId: p, objekt: id }],
  [`lass:${p}:ny`, { form: 'lass', personId: p, objekt: 'ny' }],
  [`bestallning:${p}:${id}`, { form: 'bestallning', personId: p, objekt: id }],
  [`taBortBestallning:${p}:${id}`, { form: 'taBortBestallning', personId: p, objekt: id }],
  [`nyEfterAvbrott:${p}:${id}`, { form: 'nyEfterAvbrott', personId: p, objekt: id }],
  [`bekrafta:${p}:${id}`, { form: 'bekrafta', personId: p, objekt: id }],
  [`bedomning:${p}:${id}`, { form: 'bedomning', personId: p, objekt: id }],
  [`verkstallighet:${p}:ny`, { form: 'verkstallighet', personId: p, objekt: 'ny' }],
  [`avslutaVerkstallighet:${p}:${id}`, { form: 'avslutaVerkstallighet', personId: p, objekt: id }],
  [`oppnaVerkstallighet:${p}:${id}`, { form: 'oppnaVerkstallighet', personId: p, objekt: id }],
  [`bytUtforare:${p}:${id}`, { form: 'bytUtforare', personId: p, objekt: id }],
  [`avslutaArende:${p}:alla`, { form: 'avslutaArende', personId: p, objekt: 'alla' }],
  [`utskrift:${p}:beslut:${id}`, { form: 'utskrift', personId: p, objekt: `beslut:${id}` }],
  [`felmarkeraHandling:${p}:${id}`, { form: 'felmarkeraHandling', personId: p, objekt: id }],
  [`bindare:${p}:akt`, { form: 'bindare', personId: p, objekt: 'akt' }],
  [`infoga:${p}:${id}`, { form: 'infoga', personId: p, objekt: id }],
  [`bevakning:${p}:ny:beslut:${id}`, { form: 'bevakning', personId: p, objekt: `ny:beslut:${id}` }],
  [`bevakning:${p}:${id}`, { form: 'bevakning', personId: p, objekt: id }],
  [`skjutUpp:${p}:fyller-18/${id}/lss`, { form: 'skjutUpp', personId: p, objekt: `fyller-18/${id}/lss` }],
  [`tagitDel:${p}:${id}`, { form: 'tagitDel', personId: p, objekt: id }],
  [`kopplaAnteckning:${p}:${id}`, { form: 'kopplaAnteckning', personId: p, objekt: id }],
  [`begaran:${p}:${id}`, { form: 'begaran', personId: p, objekt: id }],
  [`underrattelse:${p}:${id}`, { form: 'underrattelse', personId: p, objekt: id }],
  [`erbjudande:${p}:ny:${id}`, { form: 'erbjudande', personId: p, objekt: `ny:${id}` }],
  [`planeraUppfoljning:${p}:ny:${id}`, { form: 'planeraUppfoljning', personId: p, objekt: `ny:${id}` }],
  [`felmarkeraIndividuellPlan:${p}:${id}`, { form: 'felmarkeraIndividuellPlan', personId: p, objekt: id }],
  [`individuellPlan:${p}:${id}`, { form: 'individuellPlan', personId: p, objekt: id }],
  [`uppfoljning:${p}:${id}`, { form: 'uppfoljning', personId: p, objekt: id }],
  [`felmarkeraUppfoljning:${p}:${id}`, { form: 'felmarkeraUppfoljning', personId: p, objekt: id }],
  ...(['franvaro', 'avslutaFranvaro', 'felmarkeraFranvaro', 'franvarounderlag'] as const).map((form): [string, Utkastnyckel] => [
    `${form}:${p}:${id}`,
    { form, personId: p, objekt: id },
  ]),
  [`mote:${p}:ny`, { form: 'mote', personId: p, objekt: 'ny' }],
  [`felmarkeraMote:${p}:${id}`, { form: 'felmarkeraMote', personId: p, objekt: id }],
  [`stallInMote:${p}:${id}`, { form: 'stallInMote', personId: p, objekt: id }],
  [`etjanst:${p}:${id}`, { form: 'etjanst', personId: p, objekt: id }],
  [`valkomst:${p}:${p}`, { form: 'valkomst', personId: p, objekt: p }],
  [`godkannande:${p}:ny`, { form: 'godkannande', personId: p, objekt: 'ny' }],
  [`avslutaGodkannande:${p}:${id}`, { form: 'avslutaGodkannande', personId: p, objekt: id }],
  [`inkomstblankett:${p}:ny`, { form: 'inkomstblankett', personId: p, objekt: 'ny' }],
  [`kompletteraInkomst:${p}:${id}`, { form: 'kompletteraInkomst', personId: p, objekt: id }],
  [`klarInkomst:${p}:${id}`, { form: 'klarInkomst', personId: p, objekt: id }],
  [`samtycke:${p}:ny`, { form: 'samtycke', personId: p, objekt: 'ny' }],
  [`aterkallaSamtycke:${p}:${id}`, { form: 'aterkallaSamtycke', personId: p, objekt: id }],
  [`felmarkeraSamtycke:${p}:${id}`, { form: 'felmarkeraSamtycke', personId: p, objekt: id }],
  [`felmarkeraErbjudande:${p}:${id}`, { form: 'felmarkeraErbjudande', personId: p, objekt: id }],
  [`ivouppgift:${p}:${id}`, { form: 'ivouppgift', personId: p, objekt: id }],
  [`felmarkeraIvorapport:${p}:${id}`, { form: 'felmarkeraIvorapport', personId: p, objekt: id }],
  [`taBortBevakning:${p}:${id}`, { form: 'taBortBevakning', personId: p, objekt: id }],
  [
    `anteckning:${p}:${id}:JOURNAL:${annan}`,
    { form: 'anteckning', personId: p, objekt: { dokumentationId: id, rubrikKod: 'JOURNAL', anteckningId: annan } },
  ],
  [
    `felmarkera:${p}:${id}:JOURNAL:${annan}`,
    { form: 'felmarkera', personId: p, objekt: { dokumentationId: id, rubrikKod: 'JOURNAL', anteckningId: annan } },
  ],
  [`taUpp:${p}`, { form: 'taUpp', objekt: p }],
  [`koppla:${p}`, { form: 'koppla', objekt: p }],
  [`meddelande:${p}`, { form: 'meddelande', objekt: p }],
  [`journalfor:${p}`, { form: 'journalfor', objekt: p }],
  [`infogaBilaga:${p}/${id}`, { form: 'infogaBilaga', objekt: `${p}/${id}` }],
  ['meddelandeinstallningar:egna', { form: 'meddelandeinstallningar', objekt: 'egna' }],
  ['registrera:ny', { form: 'registrera', objekt: 'ny' }],
  [`ihop:${id}`, { form: 'ihop', objekt: id }],
  ['skjutUppFlera:alla', { form: 'skjutUppFlera', objekt: 'alla' }],
];

test.each(gamla)('the draft %s of an older release is read, and found', (text, nyckel) => {
  expect(readKey(text)).toEqual(nyckel);
  expect(keyOf(nyckel)).toBe(text);
});

it('every form has a key of an older release in the list above', () => {
  expect(new Set(gamla.map(([, { form }]) => form))).toEqual(new Set<FormId>(formIds));
});

test.each([
  '',
  'beslut',
  `beslut:${p}`,
  `beslut:${p}:`,
  'registrera',
  'registrera:',
  `anteckning:${p}:${id}:${annan}`,
  `toString:${p}:x`,
  'a',
])('%j is no key of a form here', (text) => expect(readKey(text)).toBeUndefined());

test('a key is read as it was made; a rubrik may have a colon', () => {
  const del = fc.string({ minLength: 1 }).filter((one) => !one.includes(':'));
  const rubrikKod = fc.array(del, { minLength: 1, maxLength: 3 }).map((delar) => delar.join(':'));
  const enkla = formIds.filter(
    (one) =>
      ![
        'anteckning',
        'felmarkera',
        'registrera',
        'taUpp',
        'koppla',
        'ihop',
        'skjutUppFlera',
        'meddelande',
        'journalfor',
        'infogaBilaga',
        'meddelandeinstallningar',
      ].includes(one),
  );
  const form = fc.constantFrom(...enkla);
  const nyckel = fc.oneof(
    fc.record({ form, personId: del, objekt: del }),
    fc.record({
      form: fc.constantFrom('anteckning', 'felmarkera'),
      personId: del,
      objekt: fc.record({ dokumentationId: del, rubrikKod, anteckningId: del }),
    }),
  ) as fc.Arbitrary<Utkastnyckel>;
  fc.assert(
    fc.property(nyckel, (one) => {
      expect(readKey(keyOf(one))).toEqual(one);
    }),
  );
});
