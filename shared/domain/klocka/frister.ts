import { compare } from '../../util/compare.ts';
import { ageOn, type IsoDate, kvartal, plusDagar } from '../../util/datum.ts';
import { periodslut, sistaDagAttHandla } from '../../util/lagtid.ts';
import type { Enhetsmarke } from '../enhet.ts';
import type { Post } from '../post.ts';
import { villkoretAnsokan } from './ansokan.ts';
import { agarnyckel, type Fristagare, type Fristkatalog, type Fristrad, type Handelse } from './frist.ts';
import { enhetensFristakt, enheterI, type Fristakt } from './fristakt.ts';
import { handelser } from './handelser.ts';
import type { Fristregel, Fristskjutning, Mottagare } from './records.ts';
import { forNagonLag, forstaEfter, regelPa } from './regel-pa.ts';

/**
 * The computed bevakningar of an akt, in the order of their keys. They follow from its records and the rules alone: the same on every replica that
 * reads the same of it, whatever order things came in, and on every day until something changes.
 */
export function frister(akt: Fristakt, katalog: Fristkatalog): Fristrad[] {
  const delade = deladeKoder(katalog);
  const gemensamma = gemensammaI(akt);
  return enheterI(akt)
    .flatMap((enhet) => handelser(enhetensFristakt(akt, enhet), enhet, katalog))
    .flatMap((handelse) =>
      reglerFor(katalog, handelse).flatMap(([regel, fran]) => radOf({ ...handelse, fran }, regel, akt, { delade, gemensamma })),
    )
    .sort((a, b) => compare(a.nyckel, b.nyckel));
}

/** Those that rules of several kinds of event have: their rows tell them apart by the event too. */
function deladeKoder({ regler }: Pick<Fristkatalog, 'regler'>): ReadonlySet<string> {
  const perKod = Map.groupBy(regler, ({ data }) => data.kod);
  return new Set([...perKod].flatMap(([kod, dess]) => (new Set(dess.map(({ data }) => data.handelse)).size > 1 ? [kod] : [])));
}

/** What is of every unit of the kund, and gives each a row: the kund herself, and records that say so. */
function gemensammaI({ person, aktualiseringar, utredningar, beslut, verkstalligheter, osignerade }: Fristakt): ReadonlySet<string> {
  const poster: Post<Enhetsmarke>[] = [...aktualiseringar, ...utredningar, ...beslut, ...verkstalligheter, ...osignerade];
  return new Set([person.id, ...poster.flatMap(({ id, data }) => (data.gemensam ? [id] : []))]);
}

/** Whether a row is in anybody's list on a day. */
export const isAktuell = (rad: Fristrad, today: IsoDate): boolean =>
  (rad.tom === undefined || rad.tom >= today) && rad.hos.some(({ visas }) => visas <= today);

/**
 * Of each kind of rule that hears the event, as it was on the day that is counted from (changed law), with that day. What recurs is counted from when it was
 * last done; of what was begun, or done, before any rule of the kind, the first one that came holds.
 */
function reglerFor({ regler, bevakningstyper }: Fristkatalog, handelse: Handelse): [Fristregel, IsoDate][] {
  const handelsens = regler.filter(({ data }) => data.handelse === handelse.slag);
  const hor = handelsens.filter(({ data }) => uppfyller(handelse, data));
  const okandLag = handelse.lagrum === undefined ? forNagonLag(handelsens, handelse.fran) : undefined;
  // Beside it stand the municipality's own rules, of whatever law; what is reported is in the list once.
  const egna = okandLag ? hor.filter(({ data }) => !data.ivo && data.kod !== okandLag.kod) : hor;
  const vanliga = [...new Set(egna.map(({ data }) => data.kod))].flatMap((kod): [Fristregel, IsoDate][] => {
    const dess = egna.filter(({ data }) => data.kod === kod);
    const { uppfoljd } = handelse;
    if (uppfoljd === undefined) return medDag(regelPa(dess, kod, handelse.fran), handelse.fran);
    const typer = new Set(dess.flatMap(({ data: { villkor } }) => (villkor ? typernaI(villkor, bevakningstyper) : [])));
    const gjorda = uppfoljd.filter(({ typ }) => typ === undefined || typer.has(typ)).map(({ dag }) => dag);
    const fran = [handelse.fran, ...gjorda].sort().at(-1) ?? handelse.fran;
    return medDag(regelPa(dess, kod, fran) ?? forstaEfter(dess, fran), fran);
  });
  return [...medDag(okandLag, handelse.fran), ...vanliga];
}

const medDag = (regel: Fristregel | undefined, fran: IsoDate): [Fristregel, IsoDate][] => (regel ? [[regel, fran]] : []);

const typernaI = (
  { bevakningskod, bevakningstyp }: NonNullable<Fristregel['villkor']>,
  bevakningstyper: Fristkatalog['bevakningstyper'],
): string[] => [
  ...(bevakningstyp === undefined ? [] : [bevakningstyp]),
  ...(bevakningskod === undefined ? [] : bevakningstyper.filter(({ kod }) => kod === bevakningskod).map(({ namn }) => namn)),
];

const uppfyller = ({ lagrum, ansokan }: Handelse, { villkor }: Fristregel): boolean =>
  (villkor?.lagrum === undefined || villkor.lagrum === lagrum) && villkoretAnsokan(villkor, ansokan === true);

function radOf(
  handelse: Handelse,
  regel: Fristregel,
  akt: Fristakt,
  { delade, gemensamma }: { delade: ReadonlySet<string>; gemensamma: ReadonlySet<string> },
): Fristrad[] {
  const { kod, namn, paragraf, lag, verifierad, tid, raknas } = regel;
  const { fran } = handelse;
  const enligtTiden = slutOf(fran, regel);
  // What was to be done before there was a rule is to be done when there is one.
  const regelnGaller = handelse.uppfoljd !== undefined && enligtTiden < regel.fran;
  const datum = regelnGaller ? regel.fran : enligtTiden;
  const sistaDag = raknas === 'handling' ? sistaDagAttHandla(datum) : undefined;
  const gjort = handelse.gjortFor?.kod === kod ? handelse.gjortFor.dag : handelse.gjort;
  // What was done in time needs no reminder.
  if (gjort !== undefined && gjort <= (sistaDag ?? datum)) return [];
  const kvarTill = regel.kvarDagar === undefined ? undefined : plusDagar(sistaDag ?? datum, regel.kvarDagar);
  const dagenInnan = gjort === undefined ? undefined : plusDagar(gjort, -1);
  const tom = forsta(handelse.tom, dagenInnan, kvarTill);
  const nyckel = [
    kod,
    handelse.ref.id,
    ...(gemensamma.has(handelse.ref.id) ? [handelse.enhet ?? ''] : []),
    ...(handelse.del ? [handelse.del] : []),
    ...(delade.has(kod) ? [handelse.slag] : []),
  ].join('/');
  const uppskjuten = skjutningFor(akt.skjutningar, nyckel, datum, handelse.enhet);
  const hos = mottagareAv(handelse, regel, datum, uppskjuten?.data);
  if (hos.length === 0 || (tom !== undefined && hos.every(({ visas }) => visas > tom))) return [];
  return [
    {
      nyckel,
      regel: {
        kod,
        namn,
        ...(paragraf ? { paragraf } : {}),
        ...(lag ? { lag } : {}),
        verifierad,
        handelse: regel.handelse,
        raknas,
        tid: { antal: tid.antal, enhet: tid.enhet },
      },
      ref: handelse.ref,
      ...(handelse.enhet === undefined ? {} : { enhet: handelse.enhet }),
      ...{ vad: handelse.vad, fran, datum },
      ...(regelnGaller ? { regelnGaller } : {}),
      ...(sistaDag === undefined ? {} : { sistaDag }),
      ...(regel.ivo ? { ivoKvartal: ivoKvartal(datum) } : {}),
      ...(tom === undefined ? {} : { tom }),
      hos,
      ...(uppskjuten ? { uppskjuten: skjuten(uppskjuten) } : {}),
    },
  ];
}

function slutOf(fran: IsoDate, { tid, raknas }: Fristregel): IsoDate {
  const slut = periodslut(fran, tid);
  if (raknas !== 'alder') return slut;
  return tid.enhet === 'ar' && ageOn(fran, slut) < tid.antal ? plusDagar(slut, 1) : slut;
}

const forsta = (...dagar: (IsoDate | undefined)[]): IsoDate | undefined => dagar.filter((dag) => dag !== undefined).sort()[0];

/** What has not been done when the day is over belongs to the quarter of the day after. */
export function ivoKvartal(datum: IsoDate): string {
  const efter = plusDagar(datum, 1);
  return `${efter.slice(0, 4)}-${kvartal(efter)}`;
}

/** Put off for the day it has now, and no other. */
const skjutningFor = (
  skjutningar: Post<Fristskjutning>[],
  nyckel: string,
  datum: IsoDate,
  enhet: string | undefined,
): Post<Fristskjutning> | undefined =>
  skjutningar.find(({ data }) => data.nyckel === nyckel && data.datum === datum && (data.enhet ?? enhet) === enhet);

const skjuten = ({ id, data: { rev, till, skal, av } }: Post<Fristskjutning>): NonNullable<Fristrad['uppskjuten']> => ({
  ...{ skjutningId: id, rev, till, skal, av: av.namn, at: av.at },
});

/**
 * Each once, from the first day they are told. What nobody answers for is the enhetschef's (ROLL-10), who is told on their own day whatever others
 * put off: only an enhetschef moves that. Of several by name (a meeting) one puts it off for themselves: the others are still to be there.
 */
function mottagareAv(
  handelse: Handelse,
  { varnas }: Fristregel,
  datum: IsoDate,
  uppskjuten: Pick<Fristskjutning, 'till' | 'avChef' | 'av'> | undefined,
): Fristrad['hos'] {
  const chefen: Fristagare = { roll: 'enhetschef' };
  const agareAv: Record<Mottagare, readonly Fristagare[]> = {
    ansvarig: [handelse.ansvarig ?? chefen],
    forfattare: handelse.forfattare ?? [],
    enhetschef: [chefen],
  };
  const vid = (handelse.forfattare ?? []).map(agarnyckel);
  const av = uppskjuten && agarnyckel({ anvandareId: uppskjuten.av.anvandareId });
  const egen = vid.length > 1 && vid.find((one) => one === av);
  const flyttas = (agare: Fristagare): boolean => (agare === chefen ? uppskjuten?.avChef === true : !egen || agarnyckel(agare) === egen);
  const tidigastForst = [...varnas].sort((a, b) => b.dagarFore - a.dagarFore);
  const alla = tidigastForst.flatMap(({ vem, dagarFore }) => {
    const visas = plusDagar(datum, -dagarFore);
    return agareAv[vem].map((agare) => {
      const till = uppskjuten && flyttas(agare) ? uppskjuten.till : visas;
      return { agare, visas: till > visas ? till : visas };
    });
  });
  return alla.filter(({ agare }, at) => alla.findIndex((one) => agarnyckel(one.agare) === agarnyckel(agare)) === at);
}
