import { describe, expect, test } from 'vitest';
import { aktAv } from '../akt.ts';
import { attAvsluta } from '../arende/att-avsluta.ts';
import { type Decision, isRejection } from '../command.ts';
import { enhetensAkt } from '../enhet.ts';
import { etjanstId } from '../etjanst/records.ts';
import { definitionOf, type RecordData, type RecordType } from '../records.ts';
import { systemaktor } from '../systemaktor.ts';
import { testAktualisering } from '../testing/aktualisering.ts';
import { egen, fattat, nyttBeslut } from '../testing/beslut.ts';
import {
  bekraftadI,
  beslutId,
  bevakningId,
  bifall,
  med,
  order,
  orderId,
  signatur,
  skickaInput,
  verk,
  verkId,
} from '../testing/bestallning.ts';
import { commandNames } from '../testing/command-names.ts';
import { testDecideAny } from '../testing/decide.ts';
import { eansokan, eansokanId } from '../testing/eansokan.ts';
import { etjanst, godkannande, godkannandeId, godkannandeRev, ombudet, ombudssamtycket, ombudsslaget } from '../testing/etjanst.ts';
import { franvaro, franvaroId, franvaron, franvaroRev, underlagId } from '../testing/franvaro.ts';
import { fristregler } from '../testing/fristregler.ts';
import { noterad, planId } from '../testing/individuellplan.ts';
import { aktivEtjanst, blankettId, blankettRev, formular, inkomstsvar, inkomstsvarId, inlamnad } from '../testing/inkomst.ts';
import { erbjudande, erbjudandeId, ivorapport, rapportId, uppgiftId } from '../testing/ivo.ts';
import { kat } from '../testing/katalog.ts';
import { fraganFranKunden, gruppId, meddelandeId } from '../testing/meddelande.ts';
import { mote, moteId, moteRev } from '../testing/mote.ts';
import { samtycke, samtyckeId, syster } from '../testing/samtycke.ts';
import {
  akt,
  applied,
  stateOf,
  type TestRecord,
  testActor,
  testAnteckning,
  testContext,
  testId,
  testVerkstallighet,
} from '../testing/state.ts';
import { planerad, uppfoljningId, uppfoljningRev } from '../testing/uppfoljning.ts';
import { fromPlainText } from '../text/text.ts';
import { type CommandName, commands } from './command-list.ts';

/** Of both units of the kund; Karin of the catalogue, who is the handläggare of what lies there. */
const karin = testActor({ roller: ['lssHandlaggare', 'enhetschef'], enheter: ['lss', 'bistand'] });
const ingrid = testActor({ roller: ['avgiftshandlaggare'], enheter: ['lss', 'bistand'] });
const vuxen = (records: TestRecord[]): TestRecord[] =>
  records.map((one) =>
    one.type === 'person' ? { ...one, data: { ...one.data, personnummer: '199904122380', fodelsedatum: '1999-04-12' } } : one,
  );
const hanterad = { blankettId: blankettId(1), svarId: inkomstsvarId(1), basRev: blankettRev, rev: testId(861) };
const rut = testActor({ roller: ['utforare'], enheter: [], utforareId: kat.utforare.rekrytering });
const borta = (over: object = {}) => med(bifall(1), verk(1, { startdatum: '2026-09-01' }), franvaro(1, over));
const systemforvaltare = testActor({ roller: ['systemforvaltare'], enheter: ['lss', 'bistand'] });

const isCase = ({ type }: TestRecord): boolean => !['gemensam', undefined].includes(definitionOf(type as RecordType).vagg as string);
/** The akt of two units, all that is written in it the one's. */
const egnas = (records: TestRecord[], enhet = 'lss'): TestRecord[] =>
  records.map((one) => {
    if (one.type === 'person') return { ...one, data: { ...one.data, enheter: ['lss', 'bistand'] } };
    return isCase(one) ? ({ ...one, data: { ...one.data, enhet } } as TestRecord) : one;
  });
/** The same case once more, of the other unit, under ids of its own. */
function deras(records: TestRecord[]): TestRecord[] {
  const egna = records.filter(isCase);
  let text = JSON.stringify(egnas(egna, 'bistand'));
  for (const { id } of egna) text = text.replaceAll(id, annat(id));
  return JSON.parse(text) as TestRecord[];
}
const annat = (id: string): string => id.replace('-8000-', '-9000-');

const lass = (over: object = {}) =>
  fattat(9, { insatsId: kat.insats.lass, beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS', giltigFran: '2025-01-01', ...over });
const ansokan = (n: number, over: object = {}): TestRecord => ({
  type: 'aktualisering',
  id: testId(300 + n),
  data: testAktualisering(over),
});
const bevakning: TestRecord = {
  type: 'bevakning',
  id: bevakningId,
  data: {
    ...{ datum: '2026-12-01', status: 'Väntar', typ: 'LSS Följ upp beslut/verks', text: 'Följ upp', bevakasAvId: kat.utforare.funktion3 },
    ...{ ref: { type: 'beslut', id: beslutId(1) }, skapad: signatur },
  },
};
const { ref: _, skapad: __, ...sett } = bevakning.data as RecordData<'bevakning'>;
const skjutning: TestRecord = {
  type: 'fristskjutning',
  id: testId(860),
  data: {
    ...{ nyckel: `utredning-tyst/${akt.utredning}`, namn: 'Inget skrivet', datum: '2027-03-01', till: '2027-04-01', skal: 'Väntar' },
    ...{ av: signatur, rev: testId(861) },
  },
};
const ansokningstyper: TestRecord = {
  type: 'vardelista',
  id: testId(864),
  data: { lista: 'aktualiseringstyp', varden: [{ namn: 'Begäran LSS', kod: 'lss' }] },
};
const kopplad = {
  ...{
    eansokanId: eansokanId(1),
    aktualiseringstyp: 'Begäran LSS',
    aktualiseringar: [{ id: testId(863), insatsId: kat.insats.kontaktperson }],
  },
  ...{ ansvarigHandlaggareId: kat.handlaggare, organisationId: kat.organisation, franVem: 'Den enskilde', aktualiseringssatt: 'E-ansökan' },
  rev: testId(861),
};
const nyBevakning = { datum: '2026-12-24', typ: 'Kontrollera KIR', text: 'Ring', bevakasAvId: kat.utforare.systemforvaltningen };
/** Common to both: that the kund was taken up. */
const gemensam: TestRecord = {
  type: 'bevakning',
  id: testId(349),
  data: { ...bevakning.data, gemensam: true, ref: { type: 'person', id: akt.person } } as never,
};
const pagar = (...mer: TestRecord[]) => med(bifall(1), verk(1), order(1, bekraftadI(1)), ...mer);
const stangd = (id: string, records: TestRecord[]): TestRecord[] =>
  records.map((one) => (one.id === id ? ({ ...one, data: { ...one.data, slutdatum: '2026-11-10' } } as TestRecord) : one));
const note: TestRecord = { type: 'anteckning', id: testId(70), data: testAnteckning() };
const signeradNot: TestRecord = { ...note, data: testAnteckning({ signerad: signatur }) } as TestRecord;
const medUtskick = (over: object = {}): TestRecord => {
  const ett = bifall(1);
  return { ...ett, data: { ...ett.data, utskick: { ...signatur, ...over } } } as TestRecord;
};
const medSandning: TestRecord = (() => {
  const ett = bifall(1);
  return { ...ett, data: { ...ett.data, digitalPost: [{ ...signatur, id: testId(860), rev: null }] } } as TestRecord;
})();
const utkast: TestRecord = {
  type: 'anteckning',
  id: testId(71),
  data: testAnteckning({ kopierad: { franUtredningId: akt.utredning, franAnteckningId: testId(70), etikett: 'LSS Utredning' } }),
};
const tomUtredning: TestRecord = {
  type: 'utredning',
  id: testId(22),
  data: {
    ...{ typ: 'LSS Utredning', startdatum: '2026-11-01', inkomDatum: '2026-11-01' },
    ...{ ansvarigHandlaggareId: karin.id, organisationId: kat.organisation },
  },
};
/** A case that she asked for herself more than six months ago. */
const sokt = med(ansokan(1, { slag: 'ansokan', utredningId: akt.utredning })).map(
  (one): TestRecord =>
    one.id === akt.utredning && one.type === 'utredning'
      ? { ...one, data: { ...one.data, inkomDatum: '2026-04-30', startdatum: '2026-05-02' } }
      : one,
);
/** All that may stand in the way of what is done in one's own case: begun, ongoing, ordered, open, waiting. */
const fullt = pagar(
  ...[bifall(2, 'dagligVerksamhet'), order(3), verk(3), lass(), ansokan(1), ansokan(2), ansokan(3, { utredningId: akt.utredning })],
  ...[bevakning, note, utkast, tomUtredning],
  ...(['kontaktperson', 'korttidsvistelse'] as const).map((insats, n) => bifall(5 + n, insats)),
);

type Fall = { records: TestRecord[]; input: object; actor?: typeof karin };
const skriven = (n: number) => ({ anteckningId: testId(822 + n), rev: testId(830 + n), text: fromPlainText('Beslutsmeddelande.') });
const lassInput = {
  ...{ utredningId: testId(820), inkomDatum: '2026-11-17', journal: skriven(0), beslutstext: skriven(1), personkretsSedd: null },
  beslut: {
    ...{ id: testId(821), giltigFran: '2026-11-01', personkrets: '1', rev: testId(826) },
    omfattning: { minuter: 3360, enhet: 'Vecka' },
  },
};
const oppnad = { slag: 'oppna', verkstallighetId: testId(840), utforareId: kat.utforare.funktion3, organisationId: kat.organisation };
const utanLss = (records: TestRecord[]) => records.filter(({ id }) => id !== akt.lssInsatser);
const egenBekraftelse = bifall(1, 'bostadVuxna', { externPlacering: true });
const privat = order(1, { utforareId: kat.utforare.extern, insatskategori: 'Boende', insatser: ['Bostad'] });

const dokument = {
  ...{ rubrik: 'Läkarutlåtande', typ: 'Utlåtande', sha256: 'a'.repeat(64), storlek: 1, sidor: 1 },
  knytsTill: { type: 'utredning' as const, id: akt.utredning },
};
/** Each command that is about a case, where it is accepted when the akt has one case. */
const fall: { readonly [N in CommandName]?: Record<string, Fall> } = {
  'anteckning.spara': {
    'a second text under a rubrik of the other unit’s document': {
      records: med(),
      input: {
        ...{ anteckningId: testId(72), dokumentation: { slag: 'utredning', id: akt.utredning }, rubrikKod: 'BEHOV', titel: 'x' },
        ...{ handelsedatum: '2026-11-19', text: fromPlainText('Ny'), basRev: null, rev: testId(777) },
      },
    },
  },
  'anteckning.signera': { own: { records: med(note), input: { anteckningId: testId(70), rev: testId(500) } } },
  'anteckning.felmarkera': {
    own: {
      records: med({ ...note, data: testAnteckning({ signerad: signatur }) } as TestRecord),
      input: { anteckningId: testId(70), orsak: 'Fel' },
    },
  },
  'anteckning.avgorKonflikt': {
    own: {
      records: med(note),
      input: {
        ...{ valId: testId(750), anteckningId: testId(70), val: 'server', egenText: fromPlainText('Mitt') },
        egenSkriven: '2026-11-20T08:00:00.000Z',
      },
    },
  },
  'anteckning.kopieraTrad': {
    own: {
      records: med(note, tomUtredning),
      input: {
        ...{ franUtredningId: akt.utredning, tillUtredningId: testId(22) },
        kopior: [{ franId: testId(70), id: testId(73), rev: testId(503) }],
      },
    },
  },
  'anteckning.granska': { own: { records: med(note, utkast), input: { anteckningId: testId(71), rev: testId(500) } } },
  'anteckning.taBortKopia': { own: { records: med(note, utkast), input: { anteckningId: testId(71), rev: testId(500) } } },
  'aktualisering.registrera': {
    'begun for the unit that was chosen': {
      records: med(),
      input: {
        ...{ slag: 'ansokan', datum: '2026-11-19', franVem: 'Den enskilde', gruppId: testId(900), rev: testId(901), enhet: 'lss' },
        ...{ ansvarigHandlaggareId: karin.id, organisationId: kat.organisation },
        aktualiseringar: [{ id: testId(390), typ: 'Kontaktperson', insatsId: kat.insats.kontaktperson }],
      },
    },
  },
  'aktualisering.spara': {
    own: {
      records: med(ansokan(3, { utredningId: akt.utredning })),
      input: {
        ...{
          aktualiseringId: testId(303),
          basRev: testId(500),
          rev: testId(901),
          typ: 'Kontaktperson',
          insatsId: kat.insats.kontaktperson,
        },
        ...{ datum: '2026-11-09', franVem: 'Den enskilde', ansvarigHandlaggareId: karin.id, organisationId: kat.organisation },
      },
    },
  },
  'aktualisering.koppla': { own: { records: med(ansokan(1)), input: { utredningId: akt.utredning, aktualiseringIds: [testId(301)] } } },
  'utredning.inled': {
    'of what came to the one, whatever waits with the other': {
      records: med(ansokan(1)),
      input: {
        ...{ utredningId: testId(320), typ: 'LSS Utredning', inledningsdatum: '2026-11-10', ansvarigHandlaggareId: karin.id },
        ...{ organisationId: kat.organisation, aktualiseringIds: [testId(301)], utelamnade: [], rev: testId(501) },
      },
    },
  },
  'utredning.bytHandlaggare': {
    own: { records: med(), input: { utredningId: akt.utredning, fran: karin.id, till: kat.enhetschef } },
  },
  'utredning.oppnaIgen': {
    own: {
      records: stangd(akt.utredning, med()),
      input: { utredningId: akt.utredning, skal: 'Fel' },
      actor: systemforvaltare,
    },
  },
  'beslut.fatta': {
    'beside another unit’s bifall of the insats, and its LSS Insatser is not this one’s': {
      records: utanLss(med()),
      input: {
        ...{ utredningId: akt.utredning, beslut: [nyttBeslut(1)], avslutaUtredning: true, lssInsatser: oppnad },
        ...{ sedda: [], personkretsSedd: null },
      },
    },
  },
  'beslut.spara': {
    own: {
      records: med(bifall(1, 'kontaktperson', { beslutsfattare: egen, personkrets: '1' })),
      input: (({ id, insatsId: _, utfall: __, ...falt }) => ({
        ...{ ...falt, beslutId: id, basRev: testId(240), sedda: [], personkretsSedd: null },
      }))(nyttBeslut(1)),
    },
  },
  'beslut.felmarkera': { own: { records: med(bifall(1)), input: { beslutId: beslutId(1), orsak: 'Fel' } } },
  'lass.fatta': {
    'with an ongoing LASS-beslut and LSS Insatser of the other': {
      records: utanLss(med()),
      input: { ...lassInput, enhet: 'lss', lssInsatser: oppnad },
    },
    'in its own LSS Insatser': { records: med(), input: { ...lassInput, enhet: 'lss', lssInsatser: { slag: 'finns' } } },
  },
  'bestallning.skicka': { own: { records: med(bifall(1)), input: skickaInput(1, { sedda: [], samtidigSkal: '' }) } },
  'bestallning.nyEfterAvbrott': {
    own: {
      records: pagar(),
      input: {
        ...{ bestallningId: orderId(2), tidigareId: orderId(1), avbrottsdatum: '2026-12-10', utforareId: kat.utforare.rekrytering },
        ...{ bestallarOrganisationId: kat.organisation, insatser: ['Kontaktperson'] },
      },
    },
  },
  'bestallning.taBort': { own: { records: med(bifall(1), order(1)), input: { bestallningId: orderId(1), orsak: 'Fel' } } },
  'bestallning.angraTaBort': {
    own: {
      records: med(bifall(1), order(1, { borttagen: { ...signatur, orsak: 'x' } })),
      input: { bestallningId: orderId(1) },
    },
  },
  'bestallning.bekrafta': {
    own: {
      records: med(egenBekraftelse, privat),
      input: {
        ...{ bestallningId: orderId(1), datum: '2026-11-10' },
        verkstallighet: { slag: 'oppna', verkstallighetId: testId(841), organisationId: kat.organisation },
      },
    },
  },
  'verkstallighet.oppna': {
    'LSS Insatser, which the other unit has open': {
      records: utanLss(med()),
      input: {
        ...{ verkstallighetId: testId(840), insatskategori: 'LSS Insatser', utforareId: kat.utforare.funktion3, enhet: 'lss' },
        ...{ organisationId: kat.organisation, startdatum: '2026-11-18' },
      },
    },
  },
  'verkstallighet.avsluta': {
    'LSS Insatser, and no bifall of the other': {
      records: pagar(),
      input: {
        ...{ verkstallighetId: akt.lssInsatser, avslutsdatum: '2026-11-20', bekraftad: true },
        beslutIds: [],
      },
    },
  },
  'verkstallighet.oppnaIgen': {
    'LSS Insatser, which the other unit has open': {
      records: stangd(akt.lssInsatser, med()),
      input: { verkstallighetId: akt.lssInsatser, beslut: [], sett: { slutdatum: '2026-11-10', beslut: [] } },
    },
  },
  'verkstallighet.bytUtforare': {
    own: {
      records: med({
        ...{ type: 'verkstallighet', id: akt.lssInsatser },
        data: testVerkstallighet({ insatskategori: 'LSS Insatser', lssInsatser: true, utforareId: kat.utforare.funktion3 }),
      }),
      input: {
        ...{ verkstallighetId: akt.lssInsatser, fran: kat.utforare.funktion3, franOrganisationId: null },
        ...{ utforareId: kat.utforare.funktion5, organisationId: kat.organisation },
      },
    },
  },
  'bedomning.spara': {
    own: {
      records: med(bifall(1, 'dagligVerksamhet')),
      input: {
        ...{ bedomningId: testId(350), basRev: null, rev: testId(351), utredningId: akt.utredning, instrumentId: kat.instrument },
        ...{ datum: '2026-11-18', verkstallighetId: akt.lssInsatser },
        funktioner: [
          { kod: 'MALTIDER', niva: 'Självständig' },
          { kod: 'KOMMUNIKATION', niva: 'Stort stöd' },
        ],
      },
    },
  },
  'arende.avsluta': {
    'the one’s parts': { records: pagar(bevakning), input: { datum: '2026-11-20', kvitterat: oppet(pagar(bevakning)) } },
    'a program of before, which lists what is common too': {
      records: pagar(bevakning),
      input: { datum: '2026-11-20', kvitterat: [...oppet(pagar(bevakning)), gemensam.id] },
    },
  },
  'bevakning.lagg': {
    'on a beslut': { records: med(bifall(1)), input: { bevakningId, ref: { type: 'beslut', id: beslutId(1) }, ...nyBevakning } },
    'on the kund': { records: med(), input: { bevakningId, ref: { type: 'person', id: akt.person }, enhet: 'lss', ...nyBevakning } },
  },
  'bevakning.andra': {
    own: { records: med(bifall(1), bevakning), input: { bevakningId, sedd: sett, till: { ...sett, ...nyBevakning } } },
  },
  'bevakning.klarmarkera': { own: { records: med(bifall(1), bevakning), input: { bevakningId } } },
  'beslut.partTagitDel': {
    own: { records: med(bifall(1)), input: { beslutId: beslutId(1), dag: '2026-11-10', satt: 'Delgivningskvitto', sedd: null } },
  },
  'beslut.kopplaAnteckning': {
    own: { records: med(medUtskick(), signeradNot), input: { beslutId: beslutId(1), anteckningId: testId(70), sedd: null } },
  },
  'beslut.skickaUt': {
    'what cannot be sent, for she is not 18': {
      records: med(medUtskick(), aktivEtjanst()),
      input: { beslutId: beslutId(1), poster: [] },
      actor: systemaktor('E-tjänsten'),
    },
  },
  'beslut.oppnat': {
    own: {
      records: med(medUtskick({ skickat: { at: signatur.at, gruppId: testId(870) } })),
      input: { beslutIds: [beslutId(1)] },
      actor: systemaktor('E-tjänsten'),
    },
  },
  'beslut.skickaDigitalt': {
    own: {
      records: vuxen(med(bifall(1))),
      input: { beslutId: beslutId(1), sandningId: testId(860), sedda: [{ id: beslutId(1), rev: testId(240) }] },
    },
  },
  'beslut.lamnaDigitalt': {
    'what cannot be sent, for she is not 18': {
      records: med(medSandning),
      input: { beslutId: beslutId(1), sandningId: testId(860), poster: [], kanske: false },
      actor: systemaktor('Digital post'),
    },
  },
  'beslut.digitaltSvar': {
    own: {
      records: med(medSandning),
      input: {
        ...{ beslutId: beslutId(1), sandningId: testId(860) },
        utfall: { slag: 'mottaget', at: '2026-11-20T09:00:00.000Z', kvitto: 'K1' },
      },
      actor: systemaktor('Digital post'),
    },
  },
  'utredning.noteraBegaran': {
    own: { records: sokt, input: { utredningId: akt.utredning, begaran: { inkom: '2026-11-19' }, sedd: null } },
  },
  'utredning.noteraUnderrattelse': {
    own: { records: sokt, input: { utredningId: akt.utredning, underrattelse: { dag: '2026-11-19', hur: 'Brev' }, sedd: null } },
  },
  'erbjudande.spara': {
    'on a bifall': {
      records: med(bifall(1)),
      input: {
        ...{ beslutId: beslutId(1), erbjudandeId: erbjudandeId(1), datum: '2026-11-02', vad: 'Kontaktperson Åke Berg', till: 'Linnea' },
        ...{ lamnatAv: 'Karin Ek', svar: { slag: 'vantar' }, sedd: null, rev: testId(861) },
      },
    },
  },
  'erbjudande.felmarkera': { own: { records: med(bifall(1), erbjudande(1)), input: { erbjudandeId: erbjudandeId(1), orsak: 'Fel' } } },
  'ivo.spara': {
    'on a bifall': {
      records: med(bifall(1)),
      input: { beslutId: beslutId(1), uppgiftId, orsak: 'Rekrytering', foljder: 'Kommer inte ut', sedd: null, rev: testId(861) },
    },
  },
  'ivo.rapportera': {
    'a row': {
      records: med(bifall(1, 'kontaktperson', { beslutsdatum: '2026-06-01' }), ...fristregler()),
      input: {
        ...{ beslutId: beslutId(1), rapportId: rapportId(1), tid: `${beslutId(1)}/beslut/2026-06-01`, kvartal: '2026-3' },
        ...{ lage: 'ejVerkstallt', dag: '2026-10-05' },
      },
    },
  },
  'ivo.felmarkera': {
    own: { records: med(bifall(1), ivorapport(1, '2026-06-01')), input: { rapportId: rapportId(1), orsak: 'Fel kvartal' } },
  },
  'individuellPlan.notera': {
    own: {
      records: med(bifall(1)),
      input: { beslutId: beslutId(1), planId: testId(860), steg: 'erbjuden', dag: '2026-11-03', rev: testId(861) },
    },
  },
  'individuellPlan.felmarkera': {
    own: { records: med(bifall(1), noterad(1, 'erbjuden', '2026-11-03')), input: { planId: planId(1), orsak: 'Fel dag' } },
  },
  'uppfoljning.planera': {
    own: {
      records: med(bifall(1)),
      input: { beslutId: beslutId(1), uppfoljningId: uppfoljningId(1), dag: '2027-05-03', sedd: null, rev: testId(861) },
    },
  },
  'uppfoljning.genomfor': {
    own: {
      records: med(bifall(1)),
      input: {
        ...{ beslutId: beslutId(1), uppfoljningId: uppfoljningId(1), sedd: null, rev: testId(861), dag: '2026-11-19', hur: 'Besök' },
        ...{ medVem: ['Den enskilde'], mal: [], sammanfattning: 'Fungerar', utfall: 'oforandrat' },
        nasta: { uppfoljningId: uppfoljningId(2), dag: '2027-11-19' },
      },
    },
  },
  'uppfoljning.felmarkera': {
    own: {
      records: med(bifall(1), planerad(1, '2027-05-03')),
      input: { uppfoljningId: uppfoljningId(1), sedd: uppfoljningRev(1), orsak: 'Behövs inte' },
    },
  },
  'eansokan.koppla': { own: { records: med(eansokan(1), ansokningstyper), input: kopplad } },
  'eansokan.gallerAnnan': {
    own: {
      records: med(eansokan(1, { personnummer: '198803162398' }), ansokningstyper),
      input: { ...kopplad, kommentar: 'Sonen sökte', bevakningId: testId(862) },
    },
  },
  'meddelande.journalfor': {
    own: {
      records: med(fraganFranKunden()),
      input: {
        ...{ gruppId, meddelandeId, anteckningId: testId(870), rubrikKod: 'JOURNAL', rev: testId(861) },
        dokumentation: { slag: 'utredning', id: akt.utredning },
      },
    },
  },
  'franvaro.registrera': {
    own: {
      records: borta(),
      actor: rut,
      input: {
        franvaroId: franvaroId(9),
        verkstallighetId: verkId(1),
        ...franvaron,
        fran: '2026-11-01',
        till: '2026-11-02',
        rev: testId(861),
      },
    },
  },
  'franvaro.andra': {
    own: { records: borta(), actor: rut, input: { franvaroId: franvaroId(1), sedd: franvaroRev(1), ...franvaron, rev: testId(861) } },
  },
  'franvaro.avsluta': {
    own: {
      records: borta(),
      actor: rut,
      input: { franvaroId: franvaroId(1), sedd: franvaroRev(1), till: '2026-11-19', kostSista: true, rev: testId(861) },
    },
  },
  'franvaro.felmarkera': {
    own: { records: borta(), actor: rut, input: { franvaroId: franvaroId(1), sedd: franvaroRev(1), orsak: 'Fel kund' } },
  },
  'franvaro.skickaUnderlag': {
    own: {
      records: borta({ fran: '2026-10-01' }),
      actor: rut,
      input: { franvaroId: franvaroId(1), underlagId: underlagId(1), sedd: franvaroRev(1), tom: '2026-11-20', dagarUtanKost: 50 },
    },
  },
  'mote.planera': {
    own: {
      records: med(),
      input: {
        ...{ moteId: moteId(1), hor: { type: 'utredning', id: akt.utredning }, slag: 'hembesok', dag: '2026-12-02', fran: '10:00' },
        ...{ syfte: 'x', enskild: true, kontaktIds: [], anvandareIds: [], andra: [], sedd: null, rev: testId(861) },
      },
    },
  },
  'mote.hall': { own: { records: med(mote(1)), input: { moteId: moteId(1), sedd: moteRev(1) } } },
  'mote.felmarkera': { own: { records: med(mote(1)), input: { moteId: moteId(1), sedd: moteRev(1), orsak: 'Fel kund' } } },
  'mote.stallIn': { own: { records: med(mote(1)), input: { moteId: moteId(1), sedd: moteRev(1), orsak: 'Sjuk' } } },
  'etjanst.valkomna': {
    own: {
      records: med(etjanst({ lage: 'aktiv', fungerarFran: '2026-11-19' })),
      input: { postId: etjanstId(akt.person), enhet: 'lss', amne: 'Välkommen', text: 'Hej!', bekraftad: true },
    },
  },
  'etjanst.valkomnaInte': {
    own: {
      records: med(
        ombudet(),
        ombudssamtycket(),
        godkannande(1, { lage: 'aktiv', fungerarFran: '2026-11-19', valkomst: { slag: 'foreslaget' } }),
      ),
      input: { postId: godkannandeId(1) },
    },
  },
  'godkannande.spara': {
    own: {
      records: med(ombudet(), ombudssamtycket()),
      input: {
        ...{ godkannandeId: godkannandeId(1), basRev: null, rev: godkannandeRev(2), enhet: 'lss', kontaktId: syster },
        ...{ fran: '2026-11-20', tom: '2027-11-20' },
      },
    },
  },
  'godkannande.registrera': {
    own: {
      records: med(ombudet(), ombudsslaget),
      input: {
        ...{
          godkannandeId: godkannandeId(1),
          rev: godkannandeRev(2),
          enhet: 'lss',
          kontaktId: syster,
          fran: '2026-11-20',
          tom: '2027-11-20',
        },
        samtycke: {
          ...{ samtyckeId: samtyckeId(1), avser: 'Ombud i e-tjänsten', fran: '2026-11-20', hur: 'muntligt' },
          mottaget: { dag: '2026-11-19', av: 'Karin Ek' },
        },
      },
    },
  },
  'godkannande.avsluta': {
    own: {
      records: med(ombudet(), ombudssamtycket(), godkannande(1)),
      input: { godkannandeId: godkannandeId(1), basRev: godkannandeRev(1), rev: godkannandeRev(2) },
    },
  },
  'inkomst.komplettera': {
    own: {
      ...{ records: vuxen(med(aktivEtjanst(), formular(), inlamnad(1), inkomstsvar(1))), actor: ingrid },
      input: { ...hanterad, text: 'Hyran saknas', sista: '2026-12-20' },
    },
  },
  'inkomst.klar': { own: { records: med(formular(), inlamnad(1), inkomstsvar(1)), input: hanterad, actor: ingrid } },
  'samtycke.registrera': {
    own: {
      records: med(),
      input: {
        ...{ samtyckeId: samtyckeId(1), enhet: 'lss', avser: 'Kontakt med närstående', till: { namn: 'Åsa' }, fran: '2026-11-20' },
        ...{ hur: 'muntligt', mottaget: { dag: '2026-11-19', av: 'Karin Ek' } },
      },
    },
  },
  'samtycke.aterkalla': {
    own: { records: med(samtycke(1)), input: { samtyckeId: samtyckeId(1), dag: '2026-11-19', hur: 'muntligt', av: 'Den enskilde' } },
  },
  'samtycke.felmarkera': { own: { records: med(samtycke(1)), input: { samtyckeId: samtyckeId(1), orsak: 'Fel kund' } } },
  'frist.skjutUpp': {
    'the one’s utredning': {
      records: med(ansokan(1, { utredningId: akt.utredning }), ...fristregler()),
      input: {
        ...{ enhet: 'lss', nyckel: `utredning-sex-manader/${akt.utredning}`, skjutningId: testId(860), datum: '2027-03-01' },
        ...{ till: '2026-12-15', skal: 'Väntar på intyg', sedd: null, rev: testId(861) },
      },
    },
  },
  'frist.visaIgen': {
    own: { records: med(skjutning), input: { skjutningId: testId(860), sedd: testId(861) } },
  },
  'bevakning.taBort': { own: { records: med(bifall(1), bevakning), input: { bevakningId, orsak: 'Dubblett' } } },
  'dokument.arkivera': { own: { records: med(), input: { dokumentId: testId(850), ...dokument } } },
  'dokument.felmarkera': {
    own: {
      records: med({ type: 'dokument', id: testId(851), data: { ...dokument, skapad: signatur } }),
      input: { dokumentId: testId(851), orsak: 'Fel kund' },
    },
  },
};
function oppet(records: TestRecord[]): string[] {
  return attAvsluta(enhetensAkt(aktAv(stateOf(egnas(records))), 'lss', { enheter: ['lss', 'bistand'] }), '2026-11-20').kvitterat;
}

/** They look over what is common alone, an own list, or the whole akt by being the server's or reaching over the wall. */
const inteIEttArende: CommandName[] = [
  ...(['kontakt.spara', 'kontakt.taBort', 'kontakt.skydda', 'hushall.spara', 'hushall.skydda'] as const),
  ...(['person.registrera', 'person.spara', 'person.sankSkydd', 'person.avgorKir', 'person.taUpp', 'akt.fordela'] as const),
  // Names the one record that it is of, and looks over no list.
  'uppgift.lamna',
  // Whichever unit has begun something.
  'etjanst.spara',
  'etjanst.andraAvisering',
  // One a year, whichever unit sends it; the answer is that one's.
  ...(['inkomst.skicka', 'inkomst.aterkalla', 'inkomst.taEmot'] as const),
  'etjanst.natt',
  'etjanst.aviseringMisslyckades',
  ...(['kir.svara', 'kir.notera', 'kir.kvittera', 'kundlista.laggTill', 'kundlista.taBort', 'senaste.oppnad'] as const),
  ...(['sokverktyg.spara', 'sokverktyg.taBort', 'statistik.leverera', 'natt.rapportera'] as const),
  // Of no akt.
  ...(['eansokan.taEmot', 'eansokan.tagHand', 'eansokan.aterta', 'eansokan.skydda'] as const),
  ...(['meddelande.skicka', 'meddelande.las', 'meddelande.tagHand', 'meddelande.taBort', 'meddelande.installningar'] as const),
  ...(['meddelande.taTillbaka', 'meddelande.taEmot', 'meddelande.leverera', 'meddelande.oppnat', 'meddelande.skydda'] as const),
  // Says itself in which unit's case it is filed.
  'meddelande.taEmotBilaga',
];
/** They name the dokumentation they look over; a case is closed by the rule that tells the units apart. */
const pekarUt: CommandName[] = [
  ...(['anteckning.spara', 'anteckning.signera', 'anteckning.felmarkera', 'anteckning.avgorKonflikt'] as const),
  ...(['anteckning.kopieraTrad', 'anteckning.granska', 'anteckning.taBortKopia', 'aktualisering.registrera', 'arende.avsluta'] as const),
];
const kor = (name: CommandName, { records, input, actor = karin }: Fall, mer: TestRecord[]): Decision =>
  testDecideAny(name, { personId: akt.person, ...input }, stateOf([...egnas(records), gemensam, ...mer]), {
    ...testContext(actor),
    kommandoId: testId(800),
  });

describe('OSL 26:1 who reads two units’ cases works in one of them', () => {
  test('every command says in whose case it is decided, or why it need not', () => {
    const sager = commandNames.filter((name) => 'enhet' in commands[name]);
    expect([...sager, ...inteIEttArende, ...pekarUt].sort()).toEqual([...commandNames].sort());
    expect(Object.keys(fall).sort()).toEqual([...sager, ...pekarUt].sort());
  });

  const alla = Object.entries(fall).flatMap(([name, samples]) =>
    Object.entries(samples).map(([vad, one]) => [name as CommandName, vad, one] as const),
  );
  test.each(alla)('%s, %s: what the other unit has changes nothing', (name, _, one) => {
    const ensam = kor(name, one, []);
    expect(isRejection(ensam) ? ensam : 'accepted').toBe('accepted');
    expect(kor(name, one, deras(fullt))).toEqual(ensam);
    // The mirror of the case itself: all that the command asks about is there once more.
    const efter = isRejection(ensam) ? [] : applied(egnas(one.records), ensam).filter(({ type }) => type !== 'handelse');
    const spegel = [...one.records, ...efter].filter(({ id }, at, all) => all.findLastIndex((other) => other.id === id) === at);
    expect(kor(name, one, deras(spegel))).toEqual(ensam);
  });

  test('LASS-16 a program that does not ask showed the whole akt: what it names of that says whose the LASS-beslut is', () => {
    const bistand = (one: Fall) => {
      const records = [...egnas(utanLss(one.records)), ...deras(med(lass()))];
      return stateOf(
        applied(records, testDecideAny('lass.fatta', { personId: akt.person, ...one.input }, stateOf(records), testContext(karin))),
      );
    };
    const ersatter = bistand({ records: med(), input: { ...lassInput, ersatter: annat(lass().id), lssInsatser: { slag: 'finns' } } });
    expect(ersatter.get('utredning', testId(820))?.enhet).toBe('bistand');
    expect(ersatter.get('beslut', annat(lass().id))?.giltigTom).toBe('2026-10-31');
    const ny = bistand({ records: med(), input: { ...lassInput, lssInsatser: oppnad } });
    expect(ny.get('utredning', testId(820))?.enhet).toBe('lss');
  });

  test('AVSL-01 the parts of both at once are no case: it is said, and which can be chosen', () => {
    const records = pagar(bevakning);
    const alla = attAvsluta(aktAv(stateOf([...egnas(records), ...deras(records), gemensam])), '2026-11-20').kvitterat;
    const input = { datum: '2026-11-20', kvitterat: alla };
    expect(kor('arende.avsluta', { records, input }, deras(records))).toEqual({ code: 'tva-enheter', field: 'kvitterat' });
    const halft = { datum: '2026-11-20', kvitterat: oppet(records).slice(1) };
    expect(kor('arende.avsluta', { records, input: halft }, deras(records))).toEqual({ code: 'arendet-har-andrats', field: 'kvitterat' });
  });
});
