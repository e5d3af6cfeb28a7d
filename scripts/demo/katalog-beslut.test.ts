import { describe, expect, it } from 'vitest';
import { delegationFor } from '../../shared/domain/beslut/delegation.ts';
import type { BeslutInput } from '../../shared/domain/beslut/input.ts';
import type { Insats } from '../../shared/domain/katalog/records.ts';
import { avslagFor, paretFor } from '../../shared/domain/katalog/uppslag.ts';
import { kretsAv } from '../../shared/domain/testing/beslut.ts';
import { testDecideAny } from '../../shared/domain/testing/decide.ts';
import { akt, applied, stateOf, type TestRecord, testAkt, testContext, testId } from '../../shared/domain/testing/state.ts';
import { Katalog } from './katalog.ts';

/** FORB-23: the municipality's own catalogue, row by row, through beslut.fatta. */
const katalog = new Katalog();
const poster = katalog.records.map(({ type, id, data }) => ({ type, id, data }) as TestRecord);
const insatser = katalog.list('insats');
const [handlaggare] = katalog.lssHandlaggare;
if (!handlaggare) throw new Error('no LSS-handläggare');
const chef = katalog.users.find(({ roller }) => roller.includes('enhetschef'));
const context = testContext(handlaggare);
const organisationId = handlaggare.organisationId;
const koppling = { slag: 'stodfamilj', id: testId(900) } as const;

const aktMed = (typ: string): TestRecord[] =>
  testAkt().map((record) => (record.type === 'utredning' ? { ...record, data: { ...record.data, typ } } : record));

function beslutsfattare(
  insatsId: string,
  utfall: BeslutInput['utfall'],
  omfattning: BeslutInput['omfattning'],
): BeslutInput['beslutsfattare'] {
  const { beslutas } = delegationFor(katalog.list('delegation'), { insatsId, utfall, omfattning });
  if (beslutas === 'individutskottet') return { slag: beslutas, namn: 'Individutskottet' };
  const vem = beslutas === 'enhetschef' ? chef : handlaggare;
  return { slag: beslutas, anvandareId: vem?.id, namn: vem?.namn ?? '' };
}

function input(n: number, insatsId: string, { bifall, friBenamning }: Insats, utfall: BeslutInput['utfall']): BeslutInput {
  const beviljas = utfall === 'bifall';
  const omfattning = beviljas && bifall.timenhet ? { minuter: 12_030, enhet: bifall.timenhet } : undefined;
  const nekad = insatser.find(({ id }) => id === insatsId);
  const bedoms = beviljas || !nekad ? insatsId : (avslagFor(insatser, nekad)?.id ?? insatsId);
  return {
    id: testId(900 + n),
    insatsId,
    utfall,
    ...(friBenamning ? { benamning: `Eget namn ${n}` } : {}),
    beslutsdatum: '2026-11-20',
    giltigFran: '2026-12-01',
    ...(beviljas && bifall.serie ? { giltigTom: '2026-12-31' } : {}),
    beslutsfattare: beslutsfattare(bedoms, utfall, omfattning),
    organisationId,
    ...(omfattning ? { omfattning } : {}),
    ...(beviljas && bifall.nivaer?.[0] ? { niva: bifall.nivaer[0] } : {}),
    ...(bifall.personkrets === 'aldrig' ? {} : { personkrets: '1' as const }),
    rev: testId(950 + n),
  };
}

function fatta(records: TestRecord[], beslut: BeslutInput[], insats: Insats) {
  const lss = insats.lagrum === 'LSS' && beslut.some(({ utfall }) => utfall === 'bifall');
  const command = {
    personId: akt.person,
    utredningId: akt.utredning,
    beslut,
    avslutaUtredning: true,
    sedda: [],
    ...(lss ? { lssInsatser: { slag: 'finns' } } : {}),
  };
  return stateOf(applied(records, testDecideAny('beslut.fatta', command, stateOf(records), context)));
}

const vanliga = insatser.filter(({ data }) => !data.lass).map(({ id, data }) => ({ id, data, kod: data.kod }));

describe('every row of the decision catalogue is decided', () => {
  it.each(vanliga)('$kod: bifall', ({ id, data }) => {
    const par = paretFor(insatser, id);
    const nya = par
      ? [input(2, par.id, par.data, 'bifall'), input(1, id, data, 'bifall')].map((one) => ({ ...one, koppling }))
      : [input(1, id, data, 'bifall')];
    const state = fatta([...aktMed(data.utredningstyper[0] ?? ''), ...poster], nya, data);
    expect(state.get('beslut', testId(901))).toMatchObject({
      insatsId: id,
      beslutskod: data.bifall.kod,
      beslutsnamn: data.friBenamning ? 'Eget namn 1' : data.bifall.namn,
      insatskategori: data.bifall.insatskategori,
      utfall: 'bifall',
    });
    expect(state.get('utredning', akt.utredning)?.slutdatum).toBe('2026-11-20');
    expect(kretsAv(state)).toBe(data.bifall.personkrets === 'aldrig' ? undefined : '1');
  });

  it.each(vanliga)('BESLUT-GEN-02 $kod: avslag', ({ id, data }) => {
    const nekas = avslagFor(insatser, { id, data });
    const state = fatta([...aktMed(data.utredningstyper[0] ?? ''), ...poster], [input(1, id, data, 'avslag')], data);
    expect(state.get('beslut', testId(901))).toMatchObject({ insatsId: nekas?.id, beslutskod: nekas?.avslag.kod, utfall: 'avslag' });
    if (data.lagrum === 'LSS') expect(state.get('beslut', testId(901))?.insatskategori).toBe('LSS Insatser');
  });

  it('a new insats is a row of the catalogue and nothing else', () => {
    const id = testId(990);
    const data: Insats = {
      kod: 'LASSTOD',
      namn: 'Lässtöd',
      lagrum: 'LSS',
      ordning: 90,
      aktiv: true,
      utredningstyper: ['LSS Utredning'],
      bifall: {
        kod: 'LSS_LASSTOD_BIFALL',
        namn: 'LSS Lässtöd Bifall',
        insatskategori: 'Läs LSS',
        timenhet: 'Vecka',
        nivaer: ['A', 'B'],
        personkrets: 'vidNyKund',
        utskrift: true,
      },
      avslag: { kod: 'LSS_LASSTOD_AVSLAG', namn: 'LSS Lässtöd Avslag', insatskategori: 'LSS Insatser' },
    };
    const records = [...aktMed('LSS Utredning'), ...poster, { type: 'insats' as const, id, data }];
    const bifall = fatta(records, [input(1, id, data, 'bifall')], data).get('beslut', testId(901));
    expect(bifall).toMatchObject({ beslutsnamn: 'LSS Lässtöd Bifall', omfattning: { minuter: 12_030, enhet: 'Vecka' }, niva: 'A' });
    expect(fatta(records, [input(1, id, data, 'avslag')], data).get('beslut', testId(901))?.beslutsnamn).toBe('LSS Lässtöd Avslag');
  });
});
