import { compare } from '../../util/compare.ts';
import type { IsoDate } from '../../util/datum.ts';
import { fail } from '../../util/result.ts';
import type { Beslut, Beslutsfattare } from '../beslut/records.ts';
import { iSammaBrev } from '../beslut/samma-brev.ts';
import { visaOmfattning } from '../beslut/timmar.ts';
import type { State } from '../command.ts';
import { enhetOf } from '../enhet.ts';
import { etikettUtredning } from '../etikett.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import { displayName } from '../person/records.ts';
import type { Post } from '../post.ts';
import { isEmptyText } from '../text/text.ts';
import { dokumentfel } from './fel.ts';
import { lagrumFor } from './gallande.ts';
import type { Del, Uppgift } from './modell.ts';
import { mottagareFor } from './mottagare.ts';
import { type Byggd, dokumentAv, kundensUppgifter, lagrumtext, mallrad, malltext, type Ram, ramFor, stycken } from './ram.ts';
import { utskriftshinder } from './utskrift.ts';

type Las = Pick<State, 'get' | 'list' | 'katalogLista' | 'katalog'>;
type Val = {
  slag: 'beslut' | 'beslutsmeddelande';
  personId: string;
  beslutId: string;
  /** FL 33 § 4 st.: someone named would be in danger; their role stands instead. Only of a meddelande: the beslut keeps the name. */
  utanNamn?: boolean | undefined;
  mallId?: string | undefined;
  mottagareId?: string | undefined;
  utanSamtycke?: string | undefined;
  /** Today, by which it is asked whether the receiver may be told. */
  idag: IsoDate;
};

/**
 * The letter of a beslut, with those that were decided together with it: the other half of a delavslag, the months of a series. It
 * holds what FL 31–33 §§ ask: the day, what was decided, by whom, on whose report, the reasons with the provisions, and how to appeal, to whom and
 * until when. Where something of it is missing there is no letter, and each thing is named.
 */
export function beslutsbrev(state: Las, val: Val): Byggd {
  const person = state.get('person', val.personId);
  const beslut = state.get('beslut', val.beslutId);
  const utredning = beslut && state.get('utredning', beslut.utredningId);
  if (!person || !beslut || !utredning) return fail([dokumentfel('finns-inte', val.beslutId)]);
  const till = mottagareFor(state, val.personId, val.mottagareId, {
    ...{ enhet: enhetOf('beslut', beslut, person), dag: val.idag, utanSamtycke: val.utanSamtycke },
  });
  if (!till.ok) return till;
  const alla = iSammaBrev(state.list('beslut'), { id: val.beslutId, data: beslut });
  for (const { id } of alla) {
    const hinder = utskriftshinder(state, { slag: 'beslut', id });
    if (hinder) return fail([hinder]);
  }
  const ramen = ramFor(state, {
    kod: val.slag,
    dag: beslut.beslutsdatum,
    enhet: enhetOf('beslut', beslut, person),
    utredningstyp: utredning.typ,
    mallId: val.mallId,
  });
  if (!ramen.ok) return ramen;
  const ram = ramen.value;
  for (const { id, data } of alla) if (data.felmarkerad) ram.fel.push(dokumentfel('beslut-felmarkerat', id));

  /** @param roll stands for one whom the catalogue no longer has a title of */
  const namn = (anvandareId: string | undefined, visat: string, roll: string): string => {
    const titel = anvandareId === undefined ? undefined : state.katalog('anvandare', anvandareId)?.titel;
    if (val.slag === 'beslutsmeddelande' && val.utanNamn) return titel ?? roll;
    return titel === undefined || titel === visat ? visat : `${visat}, ${titel}`;
  };
  const handlaggare = state.katalog('anvandare', utredning.ansvarigHandlaggareId);
  const beslutsfattare = beslut.beslutsfattare && beslutsfattaren(beslut.beslutsfattare, namn);
  if (!beslutsfattare) ram.fel.push(dokumentfel('beslutsfattare-saknas', val.beslutId));
  const foredragande =
    handlaggare && utredning.ansvarigHandlaggareId !== beslut.beslutsfattare?.anvandareId
      ? namn(utredning.ansvarigHandlaggareId, handlaggare.namn, roller.handlaggare)
      : undefined;

  const insats = insatsnamn(state, beslut);
  const delar: Del[] = [
    { slag: 'rubrik', niva: 2, text: mallrad(ram, 'rubrik.beslut') },
    ...alla.flatMap((ett) => beslutsdelar(ram, state, ett)),
    { slag: 'rubrik', niva: 2, text: mallrad(ram, 'rubrik.skal') },
    ...skalen(ram, state, beslut.utredningId, alla),
    { slag: 'rubrik', niva: 2, text: mallrad(ram, 'rubrik.beslutsfattare') },
    {
      slag: 'uppgifter',
      rader: [
        { etikett: 'Beslutsfattare', varde: beslutsfattare ?? '' },
        ...(foredragande ? [{ etikett: 'Föredragande', varde: foredragande }] : []),
        { etikett: 'Beslutsdatum', varde: beslut.beslutsdatum },
      ],
    },
    { slag: 'rubrik', niva: 2, text: mallrad(ram, 'rubrik.overklagande') },
    ...overklagande(ram, state, alla),
  ];
  return dokumentAv(ram, {
    titel: { insats: iMening(insats), namn: displayName(person) },
    uppgifter: [
      { etikett: 'Datum', varde: beslut.beslutsdatum },
      ...kundensUppgifter(person),
      { etikett: 'Ärende', varde: etikettUtredning(utredning) },
      ...(handlaggare
        ? [{ etikett: 'Handläggare', varde: namn(utredning.ansvarigHandlaggareId, handlaggare.namn, roller.handlaggare) }]
        : []),
    ],
    mottagare: till.value.rader,
    delar,
    lopande: displayName(person),
  });
}

const roller = { handlaggare: 'Handläggare', enhetschef: 'Enhetschef' };

/** Who decided; an utskott is nobody's name. */
const beslutsfattaren = (
  { slag, anvandareId, namn }: Beslutsfattare,
  visad: (anvandareId: string | undefined, namn: string, roll: string) => string,
): string => visad(anvandareId, namn, slag === 'individutskottet' ? namn : roller[slag]);

const insatsnamn = (state: Las, beslut: Beslut): string => insatsAv(state.katalogLista('insats'), beslut)?.data.namn ?? beslut.beslutsnamn;

/** `Korttidsvistelse` within a sentence; what begins with an abbreviation stays. */
const iMening = (namn: string): string => (/^\p{Lu}\p{Ll}/u.test(namn) ? namn.slice(0, 1).toLocaleLowerCase('sv') + namn.slice(1) : namn);

function beslutsdelar(ram: Ram, state: Las, { data }: Post<Beslut>): Del[] {
  const insats = insatsnamn(state, data);
  const period = data.giltigTom === undefined ? 'tills vidare' : `till och med ${data.giltigTom}`;
  const rader: Uppgift[] = [
    { etikett: 'Insats', varde: insats },
    ...(data.omfattning ? [{ etikett: 'Omfattning', varde: visaOmfattning(data.omfattning) }] : []),
    ...(data.niva === undefined ? [] : [{ etikett: 'Nivå', varde: data.niva }]),
    ...(data.personkrets === undefined ? [] : [{ etikett: 'Personkrets', varde: data.personkrets }]),
    ...(data.utfall === 'bifall' ? [{ etikett: 'Gäller', varde: `från och med ${data.giltigFran} ${period}` }] : []),
  ];
  return [
    ...stycken(malltext(ram, `beslut.${data.utfall}`, { insats: iMening(insats), giltigFran: data.giltigFran })),
    { slag: 'uppgifter', rader },
  ];
}

/** The signed texts under the rubriker where the catalogue says that reasons stand, and the provisions (FL 32 §). */
function skalen(ram: Ram, state: Las, utredningId: string, alla: Post<Beslut>[]): Del[] {
  const koder = ram.mall.skalRubriker ?? [];
  const texter = state
    .list('anteckning', { dokumentationId: utredningId })
    .map(({ data }) => data)
    .filter(
      ({ dokumentation, rubrikKod, felmarkerad, text }) =>
        dokumentation.id === utredningId && koder.includes(rubrikKod) && !felmarkerad && !isEmptyText(text),
    )
    .sort((a, b) => koder.indexOf(a.rubrikKod) - koder.indexOf(b.rubrikKod) || compare(a.skapad.at, b.skapad.at));
  const avslag = alla.some(({ data }) => data.utfall === 'avslag');
  const signerade = texter.filter(({ signerad }) => signerad);
  if (texter.length > signerade.length) ram.fel.push(dokumentfel('skal-osignerat', utredningId));
  else if (avslag && texter.length === 0) ram.fel.push(dokumentfel('skal-saknas', utredningId));
  const koderAv = alla.map(({ data }) => insatsAv(state.katalogLista('insats'), data)?.data.lagrumKod);
  if (koderAv.some((kod) => kod === undefined)) ram.fel.push(dokumentfel('lagrum-saknas'));
  const lagrum = [...new Set(koderAv.flatMap((kod) => (kod === undefined ? [] : [lagrumtext(ram, kod)])))].filter(
    (text) => text !== undefined,
  );
  return [
    ...(signerade.length === 0 && !avslag
      ? stycken(malltext(ram, 'skal.utan'))
      : signerade.map(({ text }): Del => ({ slag: 'text', text }))),
    ...stycken(malltext(ram, 'skal.lagrum', { lagrum: lagrum.join(' och ') || 'lagrum' })),
  ];
}

/** How to appeal: by the kind that the applied provision says (FL 33 §, KL 13 kap.). A letter tells of one way, for two would be none. */
function overklagande(ram: Ram, state: Las, alla: Post<Beslut>[]): Del[] {
  const satt = alla.map(({ data }) => {
    const kod = insatsAv(state.katalogLista('insats'), data)?.data.lagrumKod;
    return kod === undefined ? undefined : lagrumFor(ram.katalog, kod, ram.dag)?.overklagas;
  });
  const [forsta] = satt;
  if (!forsta || satt.some((ett) => ett?.slag !== forsta.slag || ett.enligt !== forsta.enligt)) {
    ram.fel.push(dokumentfel('overklagas-oklart'));
    return [];
  }
  const enligt = lagrumtext(ram, forsta.enligt);
  return stycken(malltext(ram, `overklagande.${forsta.slag}`, { enligt: enligt ?? 'lagrum', beslutsdatum: ram.dag }));
}
