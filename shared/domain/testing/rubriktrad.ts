/** Test support only: parts of an akt, and the tree of them. */

import type { Aktualisering } from '../aktualisering/records.ts';
import type { Beslut } from '../beslut/records.ts';
import type { Bestallning } from '../bestallning/records.ts';
import type { Insats, Utforare } from '../katalog/records.ts';
import type { Nod } from '../rubriktrad/nod.ts';
import { type Akt, byggTrad } from '../rubriktrad/trad.ts';
import { testActor, testAnteckning, testId } from './state.ts';

const today = '2026-11-20';
export const u = testId(20);
export const by = testAnteckning().skapad;
export const [egetVal, barnUngdom] = [testId(40), testId(41)];
const insats = (over: Partial<Insats> = {}): Insats => ({
  kod: 'DAGLIG_VERKSAMHET',
  namn: 'Daglig verksamhet',
  lagrum: 'LSS',
  ordning: 1,
  aktiv: true,
  utredningstyper: ['LSS Utredning'],
  bifall: { kod: 'DV_BIFALL', namn: 'LSS Daglig verksamhet Bifall', insatskategori: 'DV', personkrets: 'vidNyKund', utskrift: true },
  bestallning: { utforare: [{ utforareId: barnUngdom, insatser: [{ namn: 'DV' }] }] },
  ...over,
});
const insatser: Record<string, Insats> = {
  [testId(80)]: insats({ instrumentId: testId(81) }),
  [testId(82)]: insats({ bestallning: undefined }),
};
const utforare: Record<string, Utforare> = {
  [egetVal]: { namn: 'Lss, Eget Val', slag: 'utforare', bekraftasAv: 'handlaggare' },
  [barnUngdom]: { namn: 'Lss, Barn/Ungdom 1', slag: 'utforare', bekraftasAv: 'utforare' },
};
export const utredning = (over: Partial<Akt['utredningar'][number]['data']> = {}, id = u): Akt['utredningar'][number] => ({
  id,
  data: {
    typ: 'LSS Utredning',
    startdatum: '2026-09-15',
    inkomDatum: '2026-09-15',
    ansvarigHandlaggareId: testId(1),
    organisationId: testId(2),
    ...over,
  },
});
export const aktualisering = (n: number, over: Partial<Aktualisering> = {}): Akt['aktualiseringar'][number] => ({
  id: testId(n),
  data: {
    slag: 'ansokan',
    typ: 'Daglig verksamhet',
    datum: '2026-09-15',
    franVem: 'Kunden',
    ansvarigHandlaggareId: testId(1),
    organisationId: testId(2),
    gruppId: testId(900),
    rev: testId(901),
    ...over,
  },
});
export const beslut = (n: number, over: Partial<Beslut> = {}): Akt['beslut'][number] => ({
  id: testId(n),
  data: {
    utredningId: u,
    insatsId: testId(80),
    beslutskod: 'DV_BIFALL',
    beslutsnamn: 'LSS Daglig verksamhet Bifall',
    utfall: 'bifall',
    insatskategori: 'DV',
    beslutsdatum: '2026-11-12',
    giltigFran: '2026-12-01',
    ...over,
  },
});
export const bestallning = (n: number, over: Partial<Bestallning> = {}): Akt['bestallningar'][number] => ({
  id: testId(n),
  data: { beslutId: testId(50), bestalltDatum: '2026-11-12', gallerFran: '2026-12-01', utforareId: egetVal, insatser: ['DV'], ...over },
});
export const borttagen = { ...by, orsak: 'Fel utförare' };
const tom: Akt = {
  aktualiseringar: [],
  utredningar: [],
  beslut: [],
  bestallningar: [],
  bedomningar: [],
  bevakningar: [],
  verkstalligheter: [],
  anteckningar: [],
  utlamningar: [],
  mottagna: [],
  handlingar: [],
};
export const handlaggare = testActor();
export const utforarpersonal = testActor({ roller: ['utforare'], utforareId: barnUngdom });
export const bygg = (akt: Partial<Akt>, actor = handlaggare, kund = { enheter: ['lss'] }): Nod[] => {
  const katalog = {
    utforareNamn: (id: string) => utforare[id]?.namn ?? '',
    utforare: (id: string) => utforare[id],
    insatser: Object.entries(insatser).map(([id, data]) => ({ id, data })),
    mallar: [],
    enheter: [],
  };
  return byggTrad({ ...tom, ...akt }, katalog, actor, today, kund);
};
export const menyOf = (akt: Partial<Akt>, id: string, actor = handlaggare, kund = { enheter: ['lss'] }): Record<string, string | null> =>
  Object.fromEntries(
    bygg(akt, actor, kund)
      .find((nod) => nod.id === id)
      ?.meny.map(({ post, hinder }) => [post, hinder ?? null]) ?? [],
  );
export const under = (tree: Nod[], parentId: string) =>
  tree.filter((nod) => nod.parentId === parentId).map(({ etikett, hoger }) => [etikett, hoger]);
