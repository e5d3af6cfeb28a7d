import { dagarMellan } from '../../util/datum.ts';
import type { Beslut } from '../beslut/records.ts';
import { visaOmfattning } from '../beslut/timmar.ts';
import { bevakarroller, isOppenBevakning } from '../bevakning/records.ts';
import { enhetOf } from '../enhet.ts';
import { etikettUtredning } from '../etikett.ts';
import { lagfrist } from '../klocka/lagfrist.ts';
import { skaVerkstallas, verkstallt } from '../klocka/verkstallt.ts';
import { oppnaLssInsatserna } from '../lss-insatser.ts';
import { isLass, isOngoingBeslut, standigtBifall } from '../pagaende.ts';
import { alderPa } from '../person/alder.ts';
import type { Malrad } from '../uppfoljning/records.ts';
import { isOpenUtredning } from '../utredning/records.ts';
import type { Sokkalla } from './kalla.ts';
import type { Sokslag } from './records.ts';

/** A day is `YYYY-MM-DD`. A list is of texts: one of them is enough for `lika`. */
export type Sokvarde = string | number | boolean | readonly string[] | undefined;
export type Falttyp = 'text' | 'dag' | 'tal' | 'janej' | 'lista' | 'id';
type Falt<S extends Sokslag> = { typ: Falttyp; las(kalla: Sokkalla<S>): Sokvarde };
const falt = <S extends Sokslag>(typ: Falttyp, las: (kalla: Sokkalla<S>) => Sokvarde): Falt<S> => ({ typ, las });

/** Of the kund herself, in every search. Who she is the screen draws, with what her protection hides. */
const kundens = {
  kund: falt<Sokslag>('text', () => undefined),
  personnummer: falt<Sokslag>('text', () => undefined),
  kundnummer: falt<Sokslag>('text', ({ kund }) => kund.data.kundnummer),
  alder: falt<Sokslag>('tal', ({ kund, dag }) => alderPa(kund.data, dag) ?? undefined),
  avliden: falt<Sokslag>('janej', ({ kund }) => kund.data.avliden !== undefined),
  personkrets: falt<Sokslag>('lista', ({ list }) => unika(list('personkrets').map(({ data }) => data.personkrets))),
};

/** What goes on: open utredningar, and bifall that hold. */
const oppna = ({ list }: Sokkalla<Sokslag>) => list('utredning').filter(({ data }) => isOpenUtredning(data));
const lopande = ({ list, dag }: Sokkalla<Sokslag>) => list('beslut').filter(({ data }) => isOngoingBeslut(data, dag));

/** Whose the kund is: of an open utredning, and of the function that has her LSS Insatser. */
function handlaggareIds(kalla: Sokkalla<Sokslag>): string[] {
  const funktioner = oppnaLssInsatserna(kalla.list('verkstallighet'), kalla.dag).map(({ data }) => kalla.innehavare(data.utforareId));
  return unika([...oppna(kalla).map(({ data }) => data.ansvarigHandlaggareId), ...funktioner.flatMap((id) => id ?? [])]);
}

const organisationer = (kalla: Sokkalla<Sokslag>): string[] =>
  unika([...oppna(kalla), ...lopande(kalla)].flatMap(({ data }) => data.organisationId ?? []));

/** The units where bifall of LSS hold and no verkställighet LSS Insatser is open (VERK-01): each has its own. */
function saknarLssInsatser(kalla: Sokkalla<Sokslag>): boolean {
  const { kund, list, dag, insatser } = kalla;
  const hos = (type: 'beslut' | 'verkstallighet', data: { enhet?: string | undefined }) => enhetOf(type, data, kund.data);
  const har = new Set(oppnaLssInsatserna(list('verkstallighet'), dag).map(({ data }) => hos('verkstallighet', data)));
  const isLss = ({ insatsId }: Beslut) => insatser.find(({ id }) => id === insatsId)?.data.lagrum === 'LSS';
  return lopande(kalla).some(({ data }) => isLss(data) && !isLass(data) && !har.has(hos('beslut', data)));
}

const namnen = (kalla: Sokkalla<Sokslag>, type: 'anvandare' | 'organisation', ids: readonly string[]): string[] =>
  ids.flatMap((id) => kalla.namn(type, id) ?? []);
const omOrganisation = (kalla: Sokkalla<Sokslag>, ids: readonly string[]): string[] => unika(ids.flatMap(kalla.medOverordnade));
const unika = (texter: readonly string[]): string[] => [...new Set(texter)];

type Kund = Sokkalla<'kund'>;
const kundfalt = {
  ...kundens,
  pagaendeUtredningar: falt<'kund'>('tal', (kalla: Kund) => oppna(kalla).length),
  pagaendeBeslut: falt<'kund'>('tal', (kalla: Kund) => lopande(kalla).length),
  lssInsatser: falt<'kund'>('janej', ({ list, dag }: Kund) => oppnaLssInsatserna(list('verkstallighet'), dag).length > 0),
  saknarLssInsatser: falt<'kund'>('janej', saknarLssInsatser),
  insatser: falt<'kund'>('lista', (kalla: Kund) => unika(lopande(kalla).map(({ data }) => data.beslutsnamn))),
  insatsId: falt<'kund'>('id', (kalla: Kund) => unika(lopande(kalla).flatMap(({ data }) => data.insatsId ?? []))),
  forstaSlut: falt<'kund'>(
    'dag',
    (kalla: Kund) =>
      lopande(kalla)
        .flatMap(({ data }) => data.giltigTom ?? [])
        .sort()[0],
  ),
  handlaggareId: falt<'kund'>('id', handlaggareIds),
  handlaggare: falt<'kund'>('lista', (kalla: Kund) => namnen(kalla, 'anvandare', handlaggareIds(kalla))),
  organisationId: falt<'kund'>('id', (kalla: Kund) => omOrganisation(kalla, organisationer(kalla))),
  organisation: falt<'kund'>('lista', (kalla: Kund) => namnen(kalla, 'organisation', organisationer(kalla))),
};

type Utredning = Sokkalla<'utredning'>;
const utredningsfalt = {
  ...kundens,
  pagar: falt<'utredning'>('janej', ({ post }: Utredning) => isOpenUtredning(post.data)),
  utredning: falt<'utredning'>('text', ({ post }: Utredning) => etikettUtredning(post.data)),
  utredningstyp: falt<'utredning'>('text', ({ post }: Utredning) => post.data.typ),
  startdatum: falt<'utredning'>('dag', ({ post }: Utredning) => post.data.startdatum),
  slutdatum: falt<'utredning'>('dag', ({ post }: Utredning) => post.data.slutdatum),
  inkomDatum: falt<'utredning'>('dag', ({ post }: Utredning) => post.data.inkomDatum),
  /** Days since the ansökan came in. */
  dagarSedan: falt<'utredning'>('tal', ({ post, dag }: Utredning) => dagarMellan(post.data.inkomDatum, dag)),
  lagfrist: falt<'utredning'>('dag', ({ post, regler, list }: Utredning) => lagfrist(regler, post, list('aktualisering'))),
  handlaggareId: falt<'utredning'>('id', ({ post }: Utredning) => post.data.ansvarigHandlaggareId),
  handlaggare: falt<'utredning'>('text', ({ post, namn }: Utredning) => namn('anvandare', post.data.ansvarigHandlaggareId)),
  organisationId: falt<'utredning'>('id', ({ post, medOverordnade }: Utredning) => medOverordnade(post.data.organisationId)),
  organisation: falt<'utredning'>('text', ({ post, namn }: Utredning) => namn('organisation', post.data.organisationId)),
};

type Beslutet = Sokkalla<'beslut'>;
const utredningTill = ({ post, list }: Beslutet) => list('utredning').find(({ id }) => id === post.data.utredningId)?.data;
const beslutsorganisation = (kalla: Beslutet) => kalla.post.data.organisationId ?? utredningTill(kalla)?.organisationId;

/** Something carries it out, or has done so. */
function arVerkstallt({ post, list, dag }: Beslutet): boolean {
  const akt = {
    beslut: list('beslut'),
    bestallningar: list('bestallning'),
    verkstalligheter: list('verkstallighet'),
    ivouppgifter: list('ivouppgift'),
  };
  const { forst } = verkstallt(post, akt);
  return forst !== undefined && forst <= dag;
}

const beslutsfalt = {
  ...kundens,
  /** Granted, neither marked as wrong nor withdrawn before it began. */
  star: falt<'beslut'>('janej', ({ post }: Beslutet) => standigtBifall(post.data)),
  beslut: falt<'beslut'>('text', ({ post }: Beslutet) => post.data.beslutsnamn),
  insatsId: falt<'beslut'>('id', ({ post }: Beslutet) => post.data.insatsId),
  insatskategori: falt<'beslut'>('text', ({ post }: Beslutet) => post.data.insatskategori),
  beslutsdatum: falt<'beslut'>('dag', ({ post }: Beslutet) => post.data.beslutsdatum),
  giltigFran: falt<'beslut'>('dag', ({ post }: Beslutet) => post.data.giltigFran),
  giltigTom: falt<'beslut'>('dag', ({ post }: Beslutet) => post.data.giltigTom),
  dagarSedan: falt<'beslut'>('tal', ({ post, dag }: Beslutet) => dagarMellan(post.data.beslutsdatum, dag)),
  omfattning: falt<'beslut'>('text', ({ post }: Beslutet) => post.data.omfattning && visaOmfattning(post.data.omfattning)),
  avslutat: falt<'beslut'>('janej', ({ post }: Beslutet) => post.data.avslutad !== undefined),
  /** By the catalogue it is ordered and carried out: a LASS-beslut is not. */
  skaVerkstallas: falt<'beslut'>('janej', ({ post, insatser }: Beslutet) => skaVerkstallas(insatser, post.data)),
  verkstallt: falt<'beslut'>('janej', arVerkstallt),
  handlaggareId: falt<'beslut'>('id', (kalla: Beslutet) => utredningTill(kalla)?.ansvarigHandlaggareId),
  handlaggare: falt<'beslut'>('text', (kalla: Beslutet) => {
    const ansvarig = utredningTill(kalla)?.ansvarigHandlaggareId;
    return ansvarig && kalla.namn('anvandare', ansvarig);
  }),
  organisationId: falt<'beslut'>('id', (kalla: Beslutet) => {
    const organisation = beslutsorganisation(kalla);
    return organisation && kalla.medOverordnade(organisation);
  }),
  organisation: falt<'beslut'>('text', (kalla: Beslutet) => {
    const organisation = beslutsorganisation(kalla);
    return organisation && kalla.namn('organisation', organisation);
  }),
};

type Fattat = Sokkalla<'fattat'>;
/** Of every beslut, whatever its outcome: what is reported to the nämnd (KL 6 kap. 40 §, 7 kap. 8 §). */
const fattadefalt = {
  ...beslutsfalt,
  utfall: falt<'fattat'>('text', ({ post }: Fattat) => post.data.utfall),
  felmarkerat: falt<'fattat'>('janej', ({ post }: Fattat) => post.data.felmarkerad === true),
  beslutsfattare: falt<'fattat'>('text', ({ post }: Fattat) => post.data.beslutsfattare?.namn),
  titel: falt<'fattat'>('text', ({ post, titel }: Fattat) => {
    const anvandareId = post.data.beslutsfattare?.anvandareId;
    return anvandareId && titel(anvandareId);
  }),
  /**
   * Whose right to decide it was: a nämnd's own utskott decides without delegation to an employee. A LASS-beslut is Försäkringskassan's, and of one
   * without a beslutsfattare nobody can say on whose delegation it was made.
   */
  paDelegation: falt<'fattat'>('janej', ({ post: { data } }: Fattat) => {
    const slag = data.beslutsfattare?.slag;
    return !isLass(data) && slag !== undefined && slag !== 'individutskottet';
  }),
};

type Bevakningen = Sokkalla<'bevakning'>;
const bevakningsfalt = {
  ...kundens,
  oppen: falt<'bevakning'>('janej', ({ post }: Bevakningen) => isOppenBevakning(post.data)),
  datum: falt<'bevakning'>('dag', ({ post }: Bevakningen) => post.data.datum),
  bevakningstyp: falt<'bevakning'>('text', ({ post }: Bevakningen) => post.data.typ),
  text: falt<'bevakning'>('text', ({ post }: Bevakningen) => post.data.text),
  status: falt<'bevakning'>('text', ({ post }: Bevakningen) => post.data.status),
  /** Those of the role it belongs to, who holds its function, or the user themselves. */
  handlaggareId: falt<'bevakning'>('id', ({ post: { data }, innehavare, namn, rollens }: Bevakningen) => {
    if (data.bevakasAvRoll !== undefined) return rollens(data);
    return namn('anvandare', data.bevakasAvId) === undefined ? innehavare(data.bevakasAvId) : data.bevakasAvId;
  }),
  /** A role's names the authority beside it, for older programs: it is not the authority's. */
  bevakasAv: falt<'bevakning'>('text', ({ post: { data }, namn }: Bevakningen) =>
    data.bevakasAvRoll === undefined
      ? (namn('utforare', data.bevakasAvId) ?? namn('anvandare', data.bevakasAvId))
      : bevakarroller[data.bevakasAvRoll],
  ),
};

type Uppfoljningen = Sokkalla<'uppfoljning'>;
const foljtBeslut = ({ post, list }: Uppfoljningen) => list('beslut').find(({ id }) => id === post.data.beslutId)?.data;
const foljdUtredning = (kalla: Uppfoljningen) => {
  const utredningId = foljtBeslut(kalla)?.utredningId;
  return kalla.list('utredning').find(({ id }) => id === utredningId)?.data;
};
const foljdOrganisation = (kalla: Uppfoljningen) => foljtBeslut(kalla)?.organisationId ?? foljdUtredning(kalla)?.organisationId;
const antalMal = ({ post }: Uppfoljningen, utfall?: Malrad['utfall']): number | undefined =>
  post.data.genomford?.mal.filter((one) => utfall === undefined || one.utfall === utfall).length;

/** The bifall still is to be carried out: of one that has ended, or for who has died, nothing is followed up any more. */
function galler(kalla: Uppfoljningen): boolean {
  const beslut = foljtBeslut(kalla);
  return kalla.kund.data.avliden === undefined && beslut !== undefined && isOngoingBeslut(beslut, kalla.dag) && !beslut.avslutad;
}

/** Held in time or not, or waiting: one that was planned is late when its day has been, unless there is nothing left to follow up. */
function uppfoljningslage(kalla: Uppfoljningen): Uppfoljningslage {
  const { planerad, genomford } = kalla.post.data;
  const { dag } = kalla;
  if (!genomford && !galler(kalla)) return 'upphort';
  if (!genomford) return planerad !== undefined && planerad < dag ? 'forsenad' : 'planerad';
  if (planerad === undefined) return 'oplanerad';
  return genomford.dag <= planerad ? 'iTid' : 'forSent';
}
export type Uppfoljningslage = 'planerad' | 'forsenad' | 'upphort' | 'iTid' | 'forSent' | 'oplanerad';

const uppfoljningsfalt = {
  ...kundens,
  felmarkerat: falt<'uppfoljning'>('janej', ({ post }: Uppfoljningen) => post.data.felmarkering !== undefined),
  genomfort: falt<'uppfoljning'>('janej', ({ post }: Uppfoljningen) => post.data.genomford !== undefined),
  planerad: falt<'uppfoljning'>('dag', ({ post }: Uppfoljningen) => post.data.planerad),
  genomfordDag: falt<'uppfoljning'>('dag', ({ post }: Uppfoljningen) => post.data.genomford?.dag),
  galler: falt<'uppfoljning'>('janej', galler),
  lage: falt<'uppfoljning'>('text', uppfoljningslage),
  mal: falt<'uppfoljning'>('tal', (kalla: Uppfoljningen) => antalMal(kalla)),
  malUppnatt: falt<'uppfoljning'>('tal', (kalla: Uppfoljningen) => antalMal(kalla, 'uppnatt')),
  malDelvis: falt<'uppfoljning'>('tal', (kalla: Uppfoljningen) => antalMal(kalla, 'delvis')),
  malEj: falt<'uppfoljning'>('tal', (kalla: Uppfoljningen) => antalMal(kalla, 'ej')),
  ledTill: falt<'uppfoljning'>('text', ({ post }: Uppfoljningen) => post.data.genomford?.utfall),
  beslut: falt<'uppfoljning'>('text', (kalla: Uppfoljningen) => foljtBeslut(kalla)?.beslutsnamn),
  insatsId: falt<'uppfoljning'>('id', (kalla: Uppfoljningen) => foljtBeslut(kalla)?.insatsId),
  insatskategori: falt<'uppfoljning'>('text', (kalla: Uppfoljningen) => foljtBeslut(kalla)?.insatskategori),
  handlaggareId: falt<'uppfoljning'>('id', (kalla: Uppfoljningen) => foljdUtredning(kalla)?.ansvarigHandlaggareId),
  handlaggare: falt<'uppfoljning'>('text', (kalla: Uppfoljningen) => {
    const ansvarig = foljdUtredning(kalla)?.ansvarigHandlaggareId;
    return ansvarig && kalla.namn('anvandare', ansvarig);
  }),
  organisationId: falt<'uppfoljning'>('id', (kalla: Uppfoljningen) => {
    const organisation = foljdOrganisation(kalla);
    return organisation && kalla.medOverordnade(organisation);
  }),
  organisation: falt<'uppfoljning'>('text', (kalla: Uppfoljningen) => {
    const organisation = foljdOrganisation(kalla);
    return organisation && kalla.namn('organisation', organisation);
  }),
};

/** The fields of each kind of row: what conditions compare, and what columns show. */
const sokfalt = {
  ...{ kund: kundfalt, utredning: utredningsfalt, beslut: beslutsfalt, fattat: fattadefalt, bevakning: bevakningsfalt },
  uppfoljning: uppfoljningsfalt,
} as const;
export type Faltnamn = { [S in Sokslag]: keyof (typeof sokfalt)[S] }[Sokslag];

/** A field by its name; undefined for one that this program does not know. */
export function sokfaltet(
  slag: Sokslag,
  namn: string,
): { namn: Faltnamn; typ: Falttyp; las(kalla: Sokkalla<Sokslag>): Sokvarde } | undefined {
  const alla: Record<string, Falt<never>> | undefined = sokfalt[slag];
  const found = alla && Object.hasOwn(alla, namn) ? alla[namn] : undefined;
  return found && { namn: namn as Faltnamn, typ: found.typ, las: found.las as (kalla: Sokkalla<Sokslag>) => Sokvarde };
}
