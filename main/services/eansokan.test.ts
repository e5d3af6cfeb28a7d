import { describe, expect, test } from 'vitest';
import { kopplaEansokan } from '../../shared/domain/eansokan/koppla.ts';
import type { Eansokan } from '../../shared/domain/eansokan/records.ts';
import { aktScope, eansokanScope, katalogScope } from '../../shared/domain/scope.ts';
import { aktMedKatalog, katalog } from '../../shared/domain/testing/aktualisering.ts';
import { ansokan, eansokanId } from '../../shared/domain/testing/eansokan.ts';
import { akt, katalogTypes, type TestRecord, testActor, testId } from '../../shared/domain/testing/state.ts';
import { stored } from './testing/records.ts';
import { servicesOn } from './testing/services.ts';

const now = new Date('2026-11-20T09:00:00.000Z');
const vem = { anvandareId: testId(6), namn: 'Bo Ås', at: '2026-11-19T10:00:00.000Z' };
const inkommen = (n: number, over: Partial<Eansokan> = {}) =>
  stored('eansokan', eansokanId(n), eansokanScope(eansokanId(n)), ansokan(over));
const lista = (n: number, lista: string, varden: object[]): TestRecord => ({
  type: 'vardelista',
  id: testId(n),
  data: { lista, varden } as never,
});
function med(
  eansokningar: ReturnType<typeof inkommen>[],
  { actor = testActor(), person = {} }: { actor?: ReturnType<typeof testActor>; person?: object } = {},
) {
  const records = aktMedKatalog(
    lista(213, 'aktualiseringstyp', [{ namn: 'Begäran LSS', kod: 'lss' }]),
    lista(220, 'enhet', [{ namn: 'LSS', kod: 'lss', eansokan: { ingangar: ['lss'], dagar: 1, ansvarigId: testId(1) } }]),
  ).map((one) => (one.type === 'person' ? { ...one, data: { ...one.data, ...person } } : one));
  return servicesOn({
    records: [
      ...records.map(({ type, id, data }) => stored(type, id, katalogTypes.has(type) ? katalogScope : aktScope(akt.person), data as never)),
      ...eansokningar,
    ],
    actor,
    clock: { now: () => now },
  });
}
type Med = ReturnType<typeof med>;
const koppla = (t: Med, kommandoId: string, over: object = {}) =>
  t.call['kommando.kor']({
    ...{ id: kommandoId, name: kopplaEansokan.name },
    input: {
      ...{ personId: akt.person, eansokanId: eansokanId(1), aktualiseringstyp: 'Begäran LSS', franVem: 'Den enskilde', rev: testId(500) },
      ...{ aktualiseringar: [{ id: testId(310), insatsId: katalog.kontaktperson }], ansvarigHandlaggareId: katalog.handlaggare },
      ...{ organisationId: katalog.organisation, aktualiseringssatt: 'E-ansökan', ...over },
    },
  } as never);

describe('E-tjänster att hantera', () => {
  test('EANS-01 to EANS-03 all of the unit’s, oldest first, with who the sender is and what was chosen', () => {
    const t = med([
      inkommen(1),
      inkommen(2, {
        inkom: '2026-11-17T08:00:00.000Z',
        personnummer: '198803162398',
        fornamn: 'Hamid',
        efternamn: 'Rahimi',
        forAnnan: 'Min mor',
      }),
      inkommen(3, { enhet: 'bistand' }),
      inkommen(4, { skyddad: true }),
    ]);
    expect(t.call['eansokan.inkorg']({ avslutade: false })).toMatchObject({
      antal: 2,
      rader: [
        { eansokanId: eansokanId(2), person: { namn: 'Rahimi, Hamid', personnummer: '198803162398' }, forAnnan: true },
        { eansokanId: eansokanId(1), personId: akt.person, insats: 'Kontaktperson', forAnnan: false, pavag: false },
      ],
    });
    expect(t.call['eansokan.inkorg']({ avslutade: false }).rader[0]).not.toHaveProperty('personId');
  });

  test('FORB-57 one past the unit’s limit is the named person’s, and says so to the others', () => {
    const gammal = inkommen(1, { inkom: '2026-11-17T08:00:00.000Z', tagen: vem });
    const hos = (actor = testActor()) =>
      med([gammal, inkommen(2, { inkom: '2026-11-19T08:00:00.000Z' })], { actor }).call['eansokan.inkorg']({ avslutade: false });
    expect(hos()).toMatchObject({
      hosDig: 1,
      rader: [
        { sen: true, hosDig: true, grans: '2026-11-18', tagen: vem },
        { sen: false, hosDig: false },
      ],
    });
    expect(hos(testActor({ id: katalog.kollega }))).toMatchObject({
      hosDig: 0,
      rader: [{ sen: true, hosDig: false, hos: ['Karin Ek'] }, {}],
    });
  });

  test('EANS-05 as it was written, and it is in the access log', () => {
    const t = med([inkommen(1)]);
    expect(t.call['eansokan.hamta']({ eansokanId: eansokanId(1) })).toMatchObject({
      text: ansokan().text,
      telefon: '070-174 06 12',
      pagaende: 1,
    });
    expect(t.accessLog()).toMatchObject([{ action: 'last', personId: akt.person, detail: `e-ansökan:${eansokanId(1)}` }]);
    expect(() => t.call['eansokan.hamta']({ eansokanId: eansokanId(9) })).toThrow('finns-inte');
  });

  test('FRAGA-62 of one from somebody with skyddad folkbokföring nothing is told before a reason', () => {
    const skyddBehorig = testActor({ skyddadBehorighet: true });
    for (const t of [
      med([inkommen(1, { skyddad: true, personnummer: '198803162398' })], { actor: skyddBehorig }),
      med([inkommen(1)], { actor: skyddBehorig, person: { skydd: 'skyddadFolkbokforing' } }),
    ]) {
      expect(t.call['eansokan.inkorg']({ avslutade: false }).rader).toMatchObject([{ person: { skydd: 'skyddadFolkbokforing' } }]);
      expect(() => t.call['eansokan.hamta']({ eansokanId: eansokanId(1) })).toThrow('skal-kravs');
      expect(t.accessLog()).toEqual([]);
      t.call['eansokan.hamta']({ eansokanId: eansokanId(1), skal: 'Tar hand om den' });
      expect(t.accessLog()).toMatchObject([{ detail: `e-ansökan:${eansokanId(1)}, Tar hand om den` }]);
    }
  });
});

describe('Koppla, offline', () => {
  test('EANS-10 EANS-12 it is gone from the list at once, and the aktualisering is there; the server’s word closes it', () => {
    const t = med([inkommen(1)]);
    expect(koppla(t, testId(700))).toMatchObject({ ok: true });
    expect(t.call['eansokan.inkorg']({ avslutade: true })).toMatchObject({ antal: 0, rader: [{ pavag: true }] });
    expect(t.call['mina.bestallningar']({}).ejBehandlade).toMatchObject([{ aktualiseringId: testId(310), datum: '2026-11-18' }]);
    t.push([]);
    expect(t.call['eansokan.inkorg']({ avslutade: true })).toMatchObject({
      antal: 0,
      rader: [{ pavag: false, utfall: { slag: 'kopplad', namn: 'Karin Ek' } }],
    });
    expect(t.call['mina.bestallningar']({}).ejBehandlade).toMatchObject([{ aktualiseringId: testId(310) }]);
  });

  test('EANS-03 a colleague was first: what the user wrote stands in Att åtgärda with why, and no aktualisering is left', () => {
    const t = med([inkommen(1)]);
    koppla(t, testId(700), { anteckning: 'Ringde henne i går.' });
    const kollegans = inkommen(1, { utfall: { slag: 'kopplad', ...vem, personId: akt.person } });
    t.push([kollegans]);
    expect(t.call['mina.bestallningar']({}).ejBehandlade).toEqual([]);
    expect(t.call['eansokan.inkorg']({ avslutade: true })).toMatchObject({
      antal: 0,
      rader: [{ utfall: { namn: 'Bo Ås' }, pavag: false }],
    });
    const [rad] = t.replica.outbox().filter(({ state }) => state === 'refused');
    expect(rad).toMatchObject({ rejection: { code: 'eansokan-redan-kopplad' }, input: { anteckning: 'Ringde henne i går.' } });
  });
});
