import { expect, test } from 'vitest';
import type { Aktualisering } from '../aktualisering/records.ts';
import { aktMedKatalog } from '../testing/aktualisering.ts';
import { ansokan, eansokanId } from '../testing/eansokan.ts';
import { akt, stateOf, testId } from '../testing/state.ts';
import { eansokansdokument, eansokansUnderlag, handlingarTill, harAnsokan } from './eansokansdokument.ts';
import { lasordning } from './lasordning.ts';
import type { Dokument } from './records.ts';

test('EANS-13 FORB-74 the document is the whole application, always the same; of a sender who is not the kund it says nothing', () => {
  const malldata = { fran: '2018-07-01', kod: 'eansokan', namn: 'E-ansökan', version: 1, form: 'akt', titel: 'E-ansökan: {insats}' };
  const records = aktMedKatalog(
    { type: 'mall', id: testId(230), data: { ...malldata, utredningstyper: [], texter: {} } as never },
    {
      type: 'brevhuvud',
      id: testId(231),
      data: { fran: '2018-07-01', enheter: [], kommun: 'Almviks kommun', namnd: 'Nämnden', adress: 'Box 1' },
    },
  );
  const { enhet, ...falt } = ansokan({ text: 'Första raden.\n\nAndra raden.', epost: 'linnea@example.com' });
  const ord = (annans: boolean, state = stateOf(records)) => {
    const byggd = eansokansdokument(state, { personId: akt.person, ansokan: falt, annans, enhet });
    if (!byggd.ok) throw new Error(JSON.stringify(byggd.error));
    return [byggd.value.datum, ...lasordning(byggd.value)].join('\n');
  };
  for (const del of ['2026-11-18', 'E-ansökan: Kontaktperson', '2026-11-18 21:14', 'Första raden.', 'Andra raden.', '070-174 06 12'])
    expect(ord(false)).toContain(del);
  expect(ord(true)).toContain('En annan person än den som ansökan gäller');
  for (const om of ['070-174', 'linnea@']) expect(ord(true)).not.toContain(om);
  expect(eansokansdokument(stateOf(aktMedKatalog()), { personId: akt.person, ansokan: falt, annans: false, enhet })).toMatchObject({
    error: [{ kod: 'mall-saknas' }, { kod: 'brevhuvud-saknas' }],
  });
});

test('EANS-13 DOK-16 one document is under each aktualisering of its application, and others only where they are tied', () => {
  const av = (n: number) => ({ eansokan: { eansokanId: eansokanId(n) } }) as Aktualisering;
  const till = (id: string) => ({ type: 'aktualisering' as const, id });
  const dokument = (over: Partial<Dokument>) => ({ data: { knytsTill: till(testId(1)), ...over } as Dokument });
  const ansokans = dokument({ underlag: [eansokansUnderlag(eansokanId(1))] });
  const intyg = dokument({ knytsTill: till(testId(2)) });
  const hos = (id: string, data: Aktualisering) => handlingarTill([ansokans, intyg], { id, data });
  expect([hos(testId(1), av(1)), hos(testId(2), av(1)), hos(testId(3), av(2)), hos(testId(3), {} as Aktualisering)]).toEqual([
    [ansokans],
    [ansokans, intyg],
    [],
    [],
  ]);
  const felmarkerad = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z', orsak: 'Fel' };
  expect([harAnsokan([ansokans], av(1)), harAnsokan([ansokans], av(2))]).toEqual([true, false]);
  expect(harAnsokan([dokument({ ...ansokans.data, felmarkerad })], av(1))).toBe(false);
});
