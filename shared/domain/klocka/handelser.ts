import { compare } from '../../util/compare.ts';
import { type IsoDate, plusDagar, swedishDay } from '../../util/datum.ts';
import { svensktKlockslag } from '../../util/klockslag.ts';
import { nottitel } from '../anteckning/records.ts';
import type { Beslut } from '../beslut/records.ts';
import { etikettBeslut, etikettUtredning } from '../etikett.ts';
import { type Aktivering, isOppen } from '../etjanst/records.ts';
import { planlage, planstart } from '../individuellplan/laget.ts';
import { planhinder } from '../individuellplan/regler.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import { isPlanerat, motesslag } from '../mote/records.ts';
import { beviljat, standigtBifall } from '../pagaende.ts';
import { avlidenSenast } from '../person/dodsfall.ts';
import { registreradPersonkrets } from '../person/personkrets.ts';
import { displayName } from '../person/records.ts';
import type { Post } from '../post.ts';
import { fortsatter as samtycketFortsatter } from '../samtycke/regler.ts';
import { isGenomford, isPlanerad } from '../uppfoljning/records.ts';
import { isOpenUtredning, type Utredning } from '../utredning/records.ts';
import { beslutBakom } from '../verkstallighet/avslut.ts';
import { ansvarigFor, kundansvarig } from './agare.ts';
import { inkommetI } from './ansokan.ts';
import type { Fristkatalog, Handelse } from './frist.ts';
import type { Fristakt } from './fristakt.ts';
import { underrattelsekod } from './lagfrist.ts';
import type { Klockhandelse } from './records.ts';
import { skaVerkstallas, verkstallt } from './verkstallt.ts';

type Katalog = Pick<Fristkatalog, 'insatser'>;

/** All that starts a clock in what one unit sees of an akt (`enhetensFristakt`). None of it asks what day it is. */
export function handelser(akt: Fristakt, enhet: string | undefined, katalog: Katalog): Handelse[] {
  const alla = [
    ...akt.aktualiseringar.flatMap(aktualiseringInkom),
    ...akt.utredningar.filter(({ data }) => isOpenUtredning(data)).flatMap((one) => utredningPagar(akt, one)),
    ...akt.beslut.flatMap((one) => avBeslut(akt, one, katalog)),
    ...akt.verkstalligheter.flatMap((one) => foljdUpp(akt, one)),
    ...akt.osignerade.map((one): Egen => {
      const { sparad, skapad, rubrikKod } = one.data;
      const vad = nottitel(one.data) || rubrikKod;
      return {
        ...{ slag: 'anteckningSkriven', ref: { type: 'anteckning', id: one.id }, fran: swedishDay(skapad.at), vad },
        forfattare: [{ anvandareId: sparad.anvandareId }],
      };
    }),
    ...samtyckenSlutar(akt),
    ...godkannandenSlutar(akt),
    ...valkomster(akt, enhet),
    ...moten(akt),
    ...individuellPlan(akt, katalog),
    ...fodd(akt),
    ...personkretsSaknas(akt, enhet, katalog),
  ];
  return alla.flatMap((one) => franDoden(one, akt.person.data)).map((one) => ({ ...one, enhet }));
}
type Egen = Omit<Handelse, 'enhet'>;

/** Nothing is decided on, carried out or followed up for somebody who has died. What is in hand is still written, signed and ended. */
const slutarMedDoden: ReadonlySet<Klockhandelse> = new Set([
  ...([
    'beslutSlutar',
    'bifallFattat',
    'avbrott',
    'verkstallighetFoljdUpp',
    'uppfoljningPlanerad',
    'planErbjuds',
    'planBegard',
    'planOmprovas',
    'samtyckeSlutar',
    'godkannandeSlutar',
    'valkomstForeslagen',
    'fodd',
    'personkretsSaknas',
  ] as const),
]);

/** What death ends is there no longer than she lived; of a day that nothing is known of, not at all. */
function franDoden(handelse: Egen, person: Fristakt['person']['data']): Egen[] {
  if (person.avliden === undefined || !slutarMedDoden.has(handelse.slag)) return [handelse];
  const dod = avlidenSenast(person);
  return dod === undefined ? [] : [{ ...handelse, tom: forstaAv(handelse.tom, dod) }];
}

/** FORB-14: no utredning examines it. */
const aktualiseringInkom = ({ id, data }: Fristakt['aktualiseringar'][number]): Egen[] =>
  data.utredningId === undefined
    ? [
        {
          ...{ slag: 'aktualiseringInkom', ref: { type: 'aktualisering', id }, fran: data.datum, vad: data.typ },
          ansvarig: { anvandareId: data.ansvarigHandlaggareId },
        },
      ]
    : [];

/** FL 11 §: the party has been told of the delay. */
const underrattad = ({ underrattelse }: Utredning): Handelse['gjortFor'] =>
  underrattelse && { kod: underrattelsekod, dag: underrattelse.dag };

function utredningPagar(akt: Fristakt, utredning: Post<Utredning>): Egen[] {
  const { id, data } = utredning;
  const inkommet = inkommetI(utredning, akt.aktualiseringar);
  const gemensamt = {
    ref: { type: 'utredning', id },
    vad: etikettUtredning(data),
    ansvarig: { anvandareId: data.ansvarigHandlaggareId },
  } as const;
  const skrivet = akt.senastSkrivet(id);
  const senast = [data.startdatum, ...[skrivet, data.oppnadIgen?.at].flatMap((at) => (at === undefined ? [] : [swedishDay(at)]))].sort();
  return [
    ...(inkommet ? [{ slag: 'ansokanInkom' as const, fran: data.inkomDatum, gjortFor: underrattad(data), ...gemensamt, ...inkommet }] : []),
    ...(data.begaran && data.begaran.besvarad === undefined
      ? [{ slag: 'begaranInkom' as const, fran: data.begaran.inkom, ...gemensamt, ansokan: inkommet?.ansokan === true }]
      : []),
    { slag: 'utredningTyst', fran: senast.at(-1) ?? data.startdatum, ...gemensamt },
  ];
}

function avBeslut(akt: Fristakt, beslut: Post<Beslut>, { insatser }: Katalog): Egen[] {
  const { id, data } = beslut;
  if (data.felmarkerad) return [];
  const insats = insatsAv(insatser, data);
  const gemensamt = {
    ref: { type: 'beslut', id },
    vad: etikettBeslut(data),
    ansvarig: ansvarigFor(akt, data.utredningId),
    lagrum: insats?.data.lagrum,
  } as const;
  const rader: Egen[] = [];
  if (data.partTagitDel) rader.push({ slag: 'partTagitDel', fran: data.partTagitDel.dag, ...gemensamt });
  if (!standigtBifall(data) || data.avslutad) return rader;
  for (const { id: del, data: uppfoljning } of akt.uppfoljningar) {
    if (uppfoljning.beslutId !== id || uppfoljning.planerad === undefined || !isPlanerad(uppfoljning)) continue;
    rader.push({ slag: 'uppfoljningPlanerad', del, fran: uppfoljning.planerad, tom: data.giltigTom, ...gemensamt });
  }
  if (data.giltigTom !== undefined && !fortsatter(akt, beslut)) {
    rader.push({ slag: 'beslutSlutar', fran: data.giltigTom, ...gemensamt });
  }
  if (!skaVerkstallas(insatser, data)) return rader;
  const { forst, avbrott } = verkstallt(beslut, akt);
  rader.push({ slag: 'bifallFattat', fran: data.beslutsdatum, gjort: forst, tom: data.giltigTom, ...gemensamt });
  for (const { fran, till } of avbrott) {
    rader.push({ slag: 'avbrott', del: fran, fran, tom: forstaAv(till, data.giltigTom), ...gemensamt });
  }
  return rader;
}

const forstaAv = (...dagar: (string | undefined)[]): string | undefined => dagar.filter((dag) => dag !== undefined).sort()[0];

/** Another bifall of the same insats goes on when it ends, without a day between them (FORB-23). */
const fortsatter = ({ beslut }: Fristakt, { id, data: { giltigFran, giltigTom, beslutskod } }: Post<Beslut>): boolean =>
  giltigTom !== undefined &&
  beslut.some(
    (annat) =>
      annat.id !== id &&
      standigtBifall(annat.data) &&
      annat.data.beslutskod === beslutskod &&
      annat.data.giltigFran >= giltigFran &&
      annat.data.giltigFran <= plusDagar(giltigTom, 1) &&
      (annat.data.giltigTom === undefined || annat.data.giltigTom > giltigTom),
  );

function foljdUpp(akt: Fristakt, verkstallighet: Fristakt['verkstalligheter'][number]): Egen[] {
  const { id, data } = verkstallighet;
  if (data.lssInsatser || data.aldrigPaborjad) return [];
  const bakom = beslutBakom(verkstallighet, akt.bestallningar);
  const hallna = akt.uppfoljningar.filter((one) => bakom.has(one.data.beslutId) && isGenomford(one.data));
  const bevakade = akt.bevakningar
    .filter(({ data: { ref } }) => ref.id === id || ref.id === data.beslutId)
    .flatMap(({ data: { typ, klar, borttagen } }) => (klar && !borttagen ? [{ typ, dag: swedishDay(klar.at) }] : []));
  return [
    {
      ...{ slag: 'verkstallighetFoljdUpp', ref: { type: 'verkstallighet', id }, fran: data.startdatum, vad: data.insatskategori },
      ...{ ansvarig: kundansvarig(akt), tom: data.slutdatum },
      uppfoljd: [...bevakade, ...hallna.flatMap(({ data: { genomford } }) => (genomford ? [{ dag: genomford.dag }] : []))],
    },
  ];
}

/** Until it is held or inställt; in the lists of those of the unit's own who are to be there, else of who planned it. */
const moten = (akt: Fristakt): Egen[] =>
  akt.moten.flatMap(({ id: del, data }): Egen[] => {
    const { id, data: person } = akt.person;
    // Nobody meets who has died, whatever is known of the day; one that the kund was not to be at is held without them.
    if (!isPlanerat(data) || (data.enskild && person.avliden !== undefined)) return [];
    const vilka = data.anvandareIds.length > 0 ? data.anvandareIds : [data.planerat.anvandareId];
    const vad = `${motesslag[data.slag]} kl. ${svensktKlockslag(data.fran)}`;
    return [
      {
        slag: 'motePlanerat',
        ref: { type: 'person', id },
        del,
        fran: data.dag,
        vad,
        forfattare: vilka.map((anvandareId) => ({ anvandareId })),
      },
    ];
  });

/** What the kund has agreed to for a time, unless another of the same goes on. */
function samtyckenSlutar(akt: Fristakt): Egen[] {
  const { id } = akt.person;
  return akt.samtycken.flatMap((samtycke): Egen[] => {
    const { tom, avser, aterkallat, felmarkering, till } = samtycke.data;
    if (tom === undefined || aterkallat || felmarkering || samtycketFortsatter(akt.samtycken, samtycke, plusDagar(tom, 1))) return [];
    return [
      {
        ...{ slag: 'samtyckeSlutar', ref: { type: 'person', id }, del: samtycke.id, fran: tom, vad: `${avser}: ${till.namn}` },
        ansvarig: kundansvarig(akt),
      },
    ];
  });
}

/** FORB-66: those who sign in to the e-service in the kund's place, until it is over; the night ends it. */
const godkannandenSlutar = (akt: Fristakt): Egen[] =>
  akt.godkannanden
    .filter(({ data }) => isOppen(data))
    .map(({ id: del, data: { tom, till } }) => ({
      ...{ slag: 'godkannandeSlutar', ref: { type: 'person', id: akt.person.id }, del, fran: tom, vad: till.namn },
      ansvarig: kundansvarig(akt),
    }));

/** FORB-73: a welcome message is proposed, in the list of whoever activated it and in one unit's case. */
function valkomster({ person, etjanster, godkannanden }: Fristakt, enhet: string | undefined): Egen[] {
  if (person.data.skydd !== 'ingen') return [];
  const handelse = (del: string, data: Aktivering, period?: { fran: IsoDate; tom: IsoDate }): Egen[] => {
    const { lage, valkomst, fungerarFran } = data;
    if (lage !== 'aktiv' || valkomst?.slag !== 'foreslaget' || fungerarFran === undefined) return [];
    if ((valkomst.enhet ?? enhet) !== enhet) return [];
    return [
      {
        ...{ slag: 'valkomstForeslagen', ref: { type: 'person', id: person.id }, del, vad: displayName(person.data) },
        ...{ fran: period && period.fran > fungerarFran ? period.fran : fungerarFran, tom: period?.tom },
        ansvarig: valkomst.hos === undefined ? undefined : { anvandareId: valkomst.hos },
      },
    ];
  };
  return [
    ...etjanster.flatMap(({ id, data }) => handelse(id, data)),
    // Somebody near who is protected is not written to, as the kund would not be.
    ...godkannanden.flatMap(({ id, data }) => (data.skyddad ? [] : handelse(id, data, data))),
  ];
}

/**
 * LSS 10 §: who is granted something is offered an individuell plan, who asks for one has it made, and it is gone through at least once a year; as
 * long as something by LSS is granted. What is granted after a time without is begun anew.
 */
function individuellPlan(akt: Fristakt, { insatser }: Katalog): Egen[] {
  const bifall = akt.beslut
    .filter(({ data }) => standigtBifall(data) && !data.avslutad && planhinder(insatser, data) === undefined)
    .sort((a, b) => compare(a.data.beslutsdatum, b.data.beslutsdatum) || compare(a.id, b.id));
  const senaste = bifall.at(-1);
  if (!senaste) return [];
  const slut = bifall.map(({ data }) => data.giltigTom);
  const lage = planlage(akt.individuellaPlaner, planstart(insatser, akt.beslut));
  const gemensamt = (beslutId: string) => ({
    ...{ ref: { type: 'beslut' as const, id: beslutId }, vad: 'Individuell plan', ansvarig: kundansvarig(akt), lagrum: 'LSS' as const },
    tom: slut.includes(undefined) ? undefined : slut.sort().at(-1),
  });
  if (lage.slag !== 'ingen') {
    const { beslutId: dess, dag } = lage.post.data;
    // It stands after what it was noted with, and is noted further with what is granted now.
    const beslutId = bifall.some(({ id }) => id === dess) ? dess : senaste.id;
    return [{ slag: lage.slag === 'finns' ? 'planOmprovas' : 'planBegard', fran: dag, ...gemensamt(beslutId) }];
  }
  const { beslutsdatum } = senaste.data;
  if (lage.erbjuden !== undefined && lage.erbjuden >= beslutsdatum) return [];
  return [{ slag: 'planErbjuds', fran: beslutsdatum, ...gemensamt(senaste.id) }];
}

/** As long as the unit does something for her. */
function fodd(akt: Fristakt): Egen[] {
  const { id, data } = akt.person;
  const bifall = akt.beslut.filter((one) => standigtBifall(one.data) && !one.data.avslutad).map((one) => one.data.giltigTom);
  const pagar = akt.utredningar.some((one) => isOpenUtredning(one.data));
  if (data.fodelsedatum === undefined || (!pagar && bifall.length === 0)) return [];
  const sista = pagar || bifall.includes(undefined) ? undefined : bifall.sort().at(-1);
  return [
    {
      ...{ slag: 'fodd', ref: { type: 'person', id }, fran: data.fodelsedatum, vad: displayName(data) },
      ...{ tom: sista, ansvarig: kundansvarig(akt) },
    },
  ];
}

/** FORB-25: LSS is granted to those of a personkrets, and none is registered. */
function personkretsSaknas(akt: Fristakt, enhet: string | undefined, { insatser }: Katalog): Egen[] {
  const { person, personkretsar, beslut } = akt;
  if (registreradPersonkrets({ person: person.data, personkretsar, beslut }, enhet) !== undefined) return [];
  const utan = beslut
    .filter(({ data }) => beviljat(data) && standigtBifall(data) && !data.avslutad)
    .filter(({ data }) => {
      const insats = insatsAv(insatser, data)?.data;
      return insats?.lagrum === 'LSS' && insats.bifall.personkrets !== 'aldrig';
    })
    .map(({ data }) => data);
  const fran = utan.map(({ beslutsdatum }) => beslutsdatum).sort()[0];
  if (fran === undefined) return [];
  const slut = utan.map(({ giltigTom }) => giltigTom);
  return [
    {
      ...{ slag: 'personkretsSaknas', ref: { type: 'person', id: person.id }, fran, vad: displayName(person.data) },
      ...{ tom: slut.includes(undefined) ? undefined : slut.sort().at(-1), ansvarig: kundansvarig(akt) },
    },
  ];
}
