import { describe, expect, test } from 'vitest';
import { isRejection } from '../command.ts';
import { chefen, fatta, fattat, nyttBeslut, testAktualisering, today, underlag, utskottet } from '../testing/beslut.ts';
import { kat } from '../testing/katalog.ts';
import { akt, stateOf, type TestRecord, testId } from '../testing/state.ts';
import { beslutFakta } from './fakta.ts';
import type { Beslutsutkast } from './input.ts';
import { type Beslutsform, beslutskontroll } from './kontroll.ts';

const i = kat.insats;
function kontroll(form: Partial<Beslutsform> & { beslut: Beslutsutkast[] }, records: TestRecord[] = underlag()) {
  const fakta = beslutFakta(stateOf(records), akt.person, akt.utredning);
  if (!fakta) throw new Error('no utredning');
  return beslutskontroll(fakta, { lssInsatser: { slag: 'finns' }, ...form }, today);
}
const koder = (rader: ReturnType<typeof kontroll>, slag?: string) =>
  rader.filter((rad) => !slag || rad.slag === slag).map(({ kod }) => kod);
const utanLss = () => underlag().filter(({ id }) => id !== akt.lssInsatser);

describe('Kontroll före Spara', () => {
  test('a beslut that is right: nothing to put right, and what follows', () => {
    expect(kontroll({ beslut: [nyttBeslut(1)], avslutaUtredning: true })).toEqual([
      { slag: 'ok', kod: 'utredningen-avslutas' },
      { slag: 'ok', kod: 'lss-insatser-oppen', ref: akt.lssInsatser },
      { slag: 'info', kod: 'bestallning-efter', beslutId: testId(201) },
    ]);
  });

  test('an empty form is told of its first choice, field by field after that', () => {
    expect(kontroll({ beslut: [{ id: testId(201) }] })[0]).toEqual({ slag: 'fel', kod: 'saknas', falt: 'insatsId', beslutId: testId(201) });
    expect(kontroll({ beslut: [{ id: testId(201), insatsId: i.assistans }] })[0]).toMatchObject({ falt: 'utfall' });
    const paborjat = { id: testId(201), insatsId: i.assistans, utfall: 'bifall' as const };
    expect(kontroll({ beslut: [paborjat] }).flatMap((rad) => (rad.slag === 'fel' ? [rad.falt] : []))).toEqual([
      'beslutsdatum',
      'giltigFran',
      'beslutsfattare',
      'organisationId',
      'personkrets',
      'omfattning',
    ]);
  });

  test('every fault at once, each at its beslut and field; beslut.fatta refuses with the first', () => {
    const beslut = [nyttBeslut(1), nyttBeslut(2, { insatsId: i.korttidsvistelse, giltigTom: '2026-11-01' })];
    const rader = kontroll({ beslut });
    expect(rader.filter(({ slag }) => slag === 'fel')).toEqual([
      { slag: 'fel', kod: 'datum-fore', falt: 'giltigTom', beslutId: testId(202) },
      { slag: 'fel', kod: 'niva-kravs', falt: 'niva', beslutId: testId(202) },
    ]);
    const decision = fatta(beslut);
    expect(isRejection(decision) && decision).toEqual({ code: 'datum-fore', field: 'beslut.1.giltigTom' });
  });

  test.each<[string, Beslutsutkast, string[]]>([
    [
      'DELEG-03 the protokoll is sent with it',
      nyttBeslut(1, { externPlacering: true, beslutsfattare: utskottet }),
      ['protokoll-kravs', 'avslutas-inte'],
    ],
    [
      'DELEG-02 the exchange with the enhetschef is journalförd',
      nyttBeslut(1, { insatsId: i.bostadVuxna, beslutsfattare: chefen }),
      ['journalfor-enhetschef', 'avslutas-inte'],
    ],
    [
      'FRAGA-49 a limit in hours, and no hours',
      nyttBeslut(1, { insatsId: i.korttidsvistelse, niva: '1' }),
      ['delegation-oklar', 'avslutas-inte'],
    ],
    [
      'FRAGA-49 but not once the individutskottet decides',
      nyttBeslut(1, { insatsId: i.korttidsvistelse, niva: '1', beslutsfattare: utskottet }),
      ['protokoll-kravs', 'avslutas-inte'],
    ],
  ])('warns: %s', (_, utkast, varningar) => {
    expect(koder(kontroll({ beslut: [utkast] }), 'varning')).toEqual(varningar);
  });

  test('the delegation that counts is named', () => {
    const rad = kontroll({ beslut: [nyttBeslut(1, { externPlacering: true, beslutsfattare: utskottet })] }).find(
      ({ kod }) => kod === 'delegation',
    );
    expect(rad).toMatchObject({ slag: 'ok', ref: kat.delegation.extern, falt: 'beslutsfattare' });
  });

  test('an ongoing bifall of the same insats; FRAGA-08 also one that begins later; not one that has ended', () => {
    const rader = (over: object) => kontroll({ beslut: [nyttBeslut(1)] }, underlag(fattat(9, over)));
    expect(koder(rader({ giltigTom: '2026-11-30' }), 'varning')).toContain('pagaende-bifall');
    expect(koder(rader({ giltigFran: '2027-01-01' }), 'varning')).toContain('samtidigt-bifall');
    for (const over of [{ giltigTom: '2026-11-19' }, { felmarkerad: true }, { utfall: 'avslag' }, { insatsId: i.dagligVerksamhet }])
      expect(koder(rader(over), 'varning')).not.toContain('pagaende-bifall');
  });

  test('an ongoing bifall is no news where it is refused, or goes on from month to month', () => {
    const manad = nyttBeslut(1, { insatsId: i.utokning, omfattning: { minuter: 60, enhet: 'År' }, giltigTom: '2026-12-31' });
    const samma = (insatsId: string) => underlag(fattat(9, { insatsId }));
    expect(koder(kontroll({ beslut: [nyttBeslut(1, { utfall: 'avslag' })] }, samma(i.kontaktperson)), 'varning')).toEqual([
      'redan-beslutat',
      'avslutas-inte',
    ]);
    expect(koder(kontroll({ beslut: [manad] }, samma(i.utokning)), 'varning')).not.toContain('pagaende-bifall');
  });

  test('FORB-22 what remains, against what is chosen', () => {
    const kvar = underlag(testAktualisering(1, { insatsId: i.assistans }));
    const beslut = [nyttBeslut(1)];
    expect(koder(kontroll({ beslut, avslutaUtredning: false }))).toContain('avslutas-inte');
    expect(koder(kontroll({ beslut, avslutaUtredning: false }, kvar))).not.toContain('avslutas-inte');
    expect(kontroll({ beslut, avslutaUtredning: true }, kvar)).toContainEqual({
      slag: 'fel',
      kod: 'aktualisering-utan-beslut',
      falt: 'avslutaUtredning',
    });
    expect(kontroll({ beslut, avslutaUtredning: true, kvarAktualisering: true }, kvar)).toContainEqual({
      slag: 'varning',
      kod: 'avslutas-med-kvar',
      falt: 'avslutaUtredning',
      ref: testId(301),
    });
  });

  test('FORB-27 LSS Insatser: missing, opened, declined', () => {
    const med = (lssInsatser: Beslutsform['lssInsatser']) => koder(kontroll({ beslut: [nyttBeslut(1)], lssInsatser }, utanLss()));
    expect(med(undefined)).toContain('lss-insatser-saknas');
    const val = {
      slag: 'oppna' as const,
      verkstallighetId: testId(700),
      utforareId: kat.utforare.funktion3,
      organisationId: kat.organisation,
    };
    expect(med(val)).toContain('lss-insatser-oppnas');
    expect(med({ slag: 'avsta', skal: 'Flyttar' })).toContain('lss-insatser-avstas');
    expect(koder(kontroll({ beslut: [nyttBeslut(1, { utfall: 'avslag' })], lssInsatser: undefined }, utanLss()), 'fel')).toEqual([]);
    expect(koder(kontroll({ beslut: [nyttBeslut(1, { utfall: 'avslag' })] }), 'ok')).toEqual([]);
  });

  test('BESLUT-DV-04 FORB-28 BESLUT-KORT-06 what comes after', () => {
    const koppling = { slag: 'stodfamilj' as const, id: testId(801) };
    const par = [
      nyttBeslut(1, { insatsId: i.korttidsvistelse, niva: '1', koppling }),
      nyttBeslut(2, { insatsId: i.stodfamilj, niva: '1', koppling }),
    ];
    expect(koder(kontroll({ beslut: par }), 'info')).toEqual(['bestalls-i-par', 'bestallning-efter', 'skickas-inte']);
    expect(koder(kontroll({ beslut: [nyttBeslut(1, { insatsId: i.dagligVerksamhet })] }), 'info')).toEqual([
      'bestallning-efter',
      'bedomning-efter',
    ]);
    expect(koder(kontroll({ beslut: [nyttBeslut(1, { utfall: 'avslag' })] }), 'info')).toEqual([]);
  });
});
