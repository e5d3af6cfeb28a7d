/** Test support only: an akt with the catalogue that aktualisering and utredning choose from. No product code imports it. */

import type { Aktualisering } from '../aktualisering/records.ts';
import type { RecordData } from '../records.ts';
import { kat, testKatalog } from './katalog.ts';
import { akt, type TestRecord, testActor, testAkt, testId } from './state.ts';

export const katalog = {
  /** The handläggare who acts, and a colleague of theirs. */
  handlaggare: kat.handlaggare,
  kollega: kat.enhetschef,
  /** Staff of a utförare, and a handläggare who has left. */
  personal: testId(6),
  slutat: testId(5),
  organisation: kat.organisation,
  kontaktperson: kat.insats.kontaktperson,
  korttidsvistelse: kat.insats.korttidsvistelse,
  /** Under SoL. */
  trygghetslarm: kat.insats.trygghetslarm,
} as const;

const anvandare = (id: string, over: Partial<RecordData<'anvandare'>>): TestRecord => {
  const { id: _, ...data } = testActor(over);
  return { type: 'anvandare', id, data };
};
const lista = (n: number, namn: RecordData<'vardelista'>['lista'], varden: RecordData<'vardelista'>['varden']): TestRecord => ({
  type: 'vardelista',
  id: testId(n),
  data: { lista: namn, varden },
});

/** {@link testAkt}, the catalogue and what more a test needs. */
export const aktMedKatalog = (...more: TestRecord[]): TestRecord[] => [
  ...testAkt(),
  ...testKatalog(),
  anvandare(katalog.personal, { roller: ['utforare'], utforareId: akt.utforare }),
  anvandare(katalog.slutat, { aktiv: false }),
  lista(210, 'aktualiseringstyp', [{ namn: 'Retroaktiv ersättning' }, { namn: 'Utgången', aktiv: false }]),
  lista(212, 'utredningstyp', [{ namn: 'Ersättning assistansanordnare' }, { namn: 'förenklad utredning', kod: 'sol' }]),
  ...more,
];

/** An ansökan about kontaktperson that came in on 10 November 2026. */
export const testAktualisering = (over: Partial<Aktualisering> = {}): Aktualisering => ({
  slag: 'ansokan',
  typ: 'Kontaktperson',
  insatsId: katalog.kontaktperson,
  datum: '2026-11-10',
  franVem: 'Den enskilde',
  ansvarigHandlaggareId: katalog.handlaggare,
  organisationId: katalog.organisation,
  gruppId: testId(300),
  rev: testId(500),
  ...over,
});
