import { compare } from '../../util/compare.ts';
import { yymmdd } from '../../util/datum.ts';
import type { Beslut } from '../beslut/records.ts';
import { visaTimmar } from '../beslut/timmar.ts';
import type { Bestallning } from '../bestallning/records.ts';
import { isBekraftad, isLevande } from '../bestallning/urval.ts';
import { sammaNamn } from '../bestallning/verkstallighet.ts';
import { boldVerkstallighet, isLass, isOngoingBeslut, statusVerkstallighet } from '../pagaende.ts';
import type { Post } from '../post.ts';
import type { Verkstallighet } from '../verkstallighet/records.ts';
import type { TidsRad } from './rader.ts';
import { verkstalldaTider } from './verkstalld-tid.ts';

/** What the timeline is built from; an AktVy is one. */
export type TidslinjeAkt = { beslut: Post<Beslut>[]; bestallningar: Post<Bestallning>[]; verkstalligheter: Post<Verkstallighet>[] };
export type TidslinjeKatalog = {
  utforareNamn: (id: string) => string;
  organisationNamn: (id: string) => string | undefined;
  insatsNamn: (id: string) => string | undefined;
};

/**
 * The kund as a timeline of insatser: a row for each beslut, insatskategorier together, the latest first, and below
 * it the orders nobody has confirmed and the verkställighet, with its avbrott. Verkställigheter of no beslut held stand last.
 * LSS Insatser carries out no insats and has no row. What is felmarkerat or taken back counts for nothing.
 */
export function byggTidslinje(akt: TidslinjeAkt, katalog: TidslinjeKatalog, today: string): TidsRad[] {
  const giltiga = akt.beslut.filter(({ data }) => !data.felmarkerad && !data.aldrigPaborjad);
  const bestallningar = akt.bestallningar.filter(({ data }) => isLevande(data));
  const insatser = akt.verkstalligheter.filter(({ data }) => !data.lssInsatser);
  const bestallningarOf = Map.groupBy(bestallningar, ({ data }) => data.beslutId);
  const beslutOf = new Map(insatser.map((v) => [v.id, beslutFor(v, giltiga, bestallningar)]));
  const verkstalligheterOf = Map.groupBy(insatser, ({ id }) => beslutOf.get(id));
  const utforda = new Set(bestallningar.flatMap(({ data }) => (data.bekraftelse ? [data.bekraftelse.verkstallighetId] : [])));

  const verkstallighetRader = (posts: Post<Verkstallighet>[], egna: Post<Bestallning>[], niva: 1 | 2): TidsRad[] =>
    [...posts].sort(senasteForst(({ data }) => data.startdatum)).map((v) => verkstallighetRad(v, delBestallningar(v, egna, utforda), niva));

  const rader = iOrdning(giltiga).flatMap((b) => {
    const egna = bestallningarOf.get(b.id) ?? [];
    const utforare = verkstalligheterOf.get(b.id) ?? [];
    return [
      beslutRad(b),
      ...[...egna]
        .filter(({ data }) => !isBekraftad(data) || utforare.length === 0)
        .sort(senasteForst(({ data }) => data.bestalltDatum))
        .map(bestallningRad),
      ...verkstallighetRader(utforare, egna, 2),
    ];
  });
  return [...rader, ...verkstallighetRader(verkstalligheterOf.get(undefined) ?? [], [], 1)];

  function beslutRad({ id, data: b }: Post<Beslut>): TidsRad {
    const insats = b.insatsId === undefined ? undefined : katalog.insatsNamn(b.insatsId);
    // The beslut behind the LASS mark is known by its own name, as in the rubrikträd.
    const namn = insats === undefined || isLass(b) ? b.beslutsnamn : b.utfall === 'avslag' ? `Avslag ${insats}` : insats;
    const pagar = isOngoingBeslut(b, today);
    return {
      id: `beslut/${id}`,
      slag: 'beslut',
      niva: 1,
      insatskategori: b.insatskategori,
      etikett: `${namn} ${yymmdd(b.beslutsdatum)}`,
      // An ongoing LASS-beslut is carried out by Försäkringskassan: marked, not bold (LASS-02).
      fet: pagar && !isLass(b),
      status: pagar ? 'beslut löper' : 'avslutad',
      ...(isLass(b) ? { marke: 'LASS' as const } : {}),
      ...(b.utfall === 'avslag'
        ? { avslag: b.beslutsdatum, staplar: [] }
        : { staplar: [{ slag: 'beslutad', fran: b.giltigFran, ...slut(b.giltigTom), text: beslutText(b) }] }),
    };
  }

  function bestallningRad({ id, data: b }: Post<Bestallning>): TidsRad {
    const bekraftad = isBekraftad(b);
    return {
      id: `bestallning/${id}`,
      slag: 'bestallning',
      niva: 2,
      insatskategori: b.insatskategori ?? '',
      etikett: `Beställning – ${katalog.utforareNamn(b.utforareId)}`,
      fet: false,
      status: b.gallerTom !== undefined && b.gallerTom < today ? 'avslutad' : 'pågående',
      staplar: [
        bekraftad
          ? { slag: 'verkstalld', fran: b.bekraftad ?? b.gallerFran, ...slut(b.gallerTom), text: 'bekräftad' }
          : { slag: 'ejBekraftad', fran: b.gallerFran, ...slut(b.gallerTom), text: 'ej bekräftad' },
      ],
    };
  }

  function verkstallighetRad({ id, data: v }: Post<Verkstallighet>, egna: Bestallning[], niva: 1 | 2): TidsRad {
    const period = `${yymmdd(v.startdatum)}-${v.slutdatum ? yymmdd(v.slutdatum) : ''} – ${katalog.utforareNamn(v.utforareId)}`;
    const organisation = katalog.organisationNamn(v.organisationId);
    return {
      id: `verkstallighet/${id}`,
      slag: 'verkstallighet',
      niva,
      insatskategori: v.insatskategori,
      etikett: niva === 2 ? `Verkställighet ${period}` : period,
      fet: boldVerkstallighet(v, today),
      status: statusVerkstallighet(v, today),
      staplar: verkstalldaTider(v, egna),
      ...(organisation === undefined ? {} : { organisation }),
    };
  }
}

const slut = (till: string | undefined): { till?: string } => (till === undefined ? {} : { till });

/** `20 tim/mån`, the nivå, or how long it holds. */
function beslutText(b: Beslut): string {
  if (b.omfattning) return `${visaTimmar(b.omfattning.minuter)}/${enhet[b.omfattning.enhet]}`;
  // A level that is a bare number says nothing alone.
  if (b.niva !== undefined) return /^\d/.test(b.niva) ? `nivå ${b.niva}` : b.niva;
  return b.giltigTom === undefined ? 'tills vidare' : `t.o.m. ${b.giltigTom}`;
}
const enhet = { Vecka: 'vecka', Månad: 'mån', År: 'år' } as const;

/** Bifall, LASS and avslag of one insatskategori each together, the group with the latest beslut first. */
function iOrdning(beslut: Post<Beslut>[]): Post<Beslut>[] {
  const sorted = [...beslut].sort(senasteForst(({ data }) => data.beslutsdatum));
  return [
    ...Map.groupBy(sorted, ({ data }) => `${data.insatskategori.toLocaleLowerCase('sv')}/${data.utfall}/${isLass(data)}`).values(),
  ].flat();
}

const senasteForst =
  <T extends { id: string }>(day: (post: T) => string) =>
  (a: T, b: T): number =>
    compare(day(b), day(a)) || compare(a.id, b.id);

/**
 * The bifall a verkställighet carries out: the one it names, else that of an order confirmed in it. One from before either was
 * kept belongs to the latest bifall of its insatskategori that held when it began.
 */
function beslutFor({ id, data: v }: Post<Verkstallighet>, beslut: Post<Beslut>[], bestallningar: Post<Bestallning>[]): string | undefined {
  const named = v.beslutId ?? bestallningar.find(({ data }) => data.bekraftelse?.verkstallighetId === id)?.data.beslutId;
  if (named !== undefined) return beslut.some((b) => b.id === named) ? named : undefined;
  const sammaKategori = beslut.filter(
    ({ data: b }) =>
      b.utfall === 'bifall' &&
      !isLass(b) &&
      sammaNamn(b.insatskategori, v.insatskategori) &&
      b.giltigFran <= v.startdatum &&
      (b.giltigTom === undefined || b.giltigTom >= v.startdatum),
  );
  return sammaKategori.sort(senasteForst(({ data }) => data.giltigFran))[0]?.id;
}

/** The orders of the bifall that are carried out in this verkställighet: those confirmed in it, and those that go on from them or name none. */
const delBestallningar = ({ id, data: v }: Post<Verkstallighet>, egna: Post<Bestallning>[], utforda: Set<string>): Bestallning[] =>
  egna
    .map(({ data }) => data)
    .filter(({ bekraftelse, utforareId }) =>
      bekraftelse ? bekraftelse.verkstallighetId === id : utforareId === v.utforareId || !utforda.has(id),
    );
