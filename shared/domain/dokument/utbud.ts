import { z } from 'zod';
import { compare } from '../../util/compare.ts';
import type { IsoDate } from '../../util/datum.ts';
import { yymmdd } from '../../util/datum.ts';
import { nottitel } from '../anteckning/records.ts';
import type { Beslut } from '../beslut/records.ts';
import type { Actor, State } from '../command.ts';
import { egnaEnheter, enhetOf } from '../enhet.ts';
import { etikettBeslut, etikettUtredning, etikettVerkstallighet } from '../etikett.ts';
import { id } from '../fields.ts';
import { enhetsnamn } from '../katalog/enheter.ts';
import type { Mallkod } from '../katalog/records.ts';
import { vardenAv } from '../katalog/varden.ts';
import type { Mote } from '../mote/records.ts';
import type { Person } from '../person/records.ts';
import type { Post } from '../post.ts';
import { bestallningsdelar } from './bestallningsdokument.ts';
import type { Dokumentfel } from './fel.ts';
import { brevhuvudFor, mallarFor } from './gallande.ts';
import { type Mottagarval, mottagarval } from './mottagare.ts';
import type { KnytsTill } from './records.ts';
import { dokumenthinder } from './skrivhinder.ts';
import { texthinder, utskriftshinder } from './utskrift.ts';
import type { Aktval } from './val.ts';

/** What the user stands at when they choose to print: a record of the akt, or the akt itself by the kund's id. */
export const utskriftsobjekt = z.strictObject({
  type: z.enum(['akt', 'utredning', 'verkstallighet', 'beslut', 'bestallning', 'anteckning', 'mote']),
  id,
});
export type Utskriftsobjekt = z.infer<typeof utskriftsobjekt>;

/** One thing that can be printed from there (UTSK-01), with the mallar that serve it (UTSK-02). */
export type Utskriftsval = {
  /** The same for the same thing, whatever else is offered. */
  nyckel: string;
  /** What it is: `Utredning`, `Beslut`. */
  vad: string;
  /** Which, where there are several. */
  vilket: string;
  /** Without a mall; of a letter without its words and its place. */
  val: Exclude<Aktval, { slag: 'brev' | 'kallelse' }> | { slag: 'brev'; personId: string } | { slag: 'kallelse'; personId: string };
  /** `typ`: what it is filed as, of the value list `dokumenttyp`; of a text that is a document (DOK-15) its own. */
  mallar: { id: string; kod: Mallkod; namn: string; version: number; typ?: string }[];
  /** Of a letter: to whom it may go besides the kund. */
  mottagare?: Mottagarval[];
  /** Of a kallelse to a meeting that is planned: what is known of it. */
  forslag?: { motesdag: IsoDate; fran: string; till?: string; plats?: string; galler: string };
  /** Of a kallelse: who is told when the kund cannot come, until the user writes somebody else. */
  kontakt?: string;
  /** What its maker may file it under, the likeliest first. */
  knytsTill: (KnytsTill & { namn: string /** Whose what is filed there is. */; enhet?: string })[];
};
export type Utskriftsutbud = {
  val: Utskriftsval[];
  /** Why the object itself may not be printed (UTSK-07, UTSK-08). */
  hinder?: Dokumentfel;
};

/** Kinds whose mallar may be an utredningstyp's own. */
const perTyp: ReadonlySet<Mallkod> = new Set(['utredning', 'beslut', 'beslutsmeddelande']);

type Las = Pick<State, 'get' | 'list' | 'katalogLista' | 'katalog'>;
type Fraga = { personId: string; objekt: Utskriftsobjekt; actor: Pick<Actor, 'enheter' | 'namn' | 'roller' | 'utforareId'>; dag: IsoDate };

/** What can be printed of an akt from where the user stands: that which they stand at first, then what it belongs to, then the akt. */
export function utskriftsutbud(state: Las, { personId, objekt, actor, dag }: Fraga): Utskriftsutbud {
  const person = state.get('person', personId);
  if (!person) return { val: [] };
  const utforareNamn = (id: string) => state.katalog('utforare', id)?.namn ?? '';
  const utredningId = utredningFor(state, objekt);
  const utredning = utredningId === undefined ? undefined : state.get('utredning', utredningId);
  const verkstallighetId = objekt.type === 'verkstallighet' ? objekt.id : dokumentationFor(state, objekt, 'verkstallighet');
  const verkstallighet = verkstallighetId === undefined ? undefined : state.get('verkstallighet', verkstallighetId);

  const mallar = (koder: readonly Mallkod[], den: IsoDate, egenTyp?: string): Utskriftsval['mallar'] =>
    koder.flatMap((kod) =>
      mallarFor(state, kod, den, perTyp.has(kod) ? utredning?.typ : undefined).map(
        ({ id: mallId, data: { namn, version, dokumenttyp } }) => {
          const typ = egenTyp ?? dokumenttyp;
          return { id: mallId, kod, namn, version, ...(typ === undefined ? {} : { typ }) };
        },
      ),
    );
  const platser: Utskriftsval['knytsTill'] = [
    ...(utredning && utredningId ? [{ type: 'utredning' as const, id: utredningId, namn: etikettUtredning(utredning) }] : []),
    ...(verkstallighet && verkstallighetId
      ? [
          {
            type: 'verkstallighet' as const,
            id: verkstallighetId,
            namn: etikettVerkstallighet(verkstallighet, utforareNamn(verkstallighet.utforareId)),
          },
        ]
      : []),
  ];
  const ovriga: Utskriftsval['knytsTill'] = [
    ...senastForst(state.list('utredning'), 'startdatum').map(({ id, data }) => ({
      ...{ type: 'utredning' as const, id, namn: etikettUtredning(data) },
    })),
    ...senastForst(state.list('verkstallighet'), 'startdatum').map(({ id, data }) => ({
      ...{ type: 'verkstallighet' as const, id, namn: etikettVerkstallighet(data, utforareNamn(data.utforareId)) },
    })),
  ];
  const iAkten = [...platser, ...ovriga].filter((one, n, alla) => alla.findIndex(({ id }) => id === one.id) === n);

  const mottagare = mottagarval(state, person, actor, dag);

  const utredningsval = (): Utskriftsval[] => {
    if (!utredning || utredningId === undefined || utskriftshinder(state, { slag: 'utredning', id: utredningId })) return [];
    const namn = etikettUtredning(utredning);
    return [
      {
        ...{ nyckel: `utredning:${utredningId}`, vad: 'Utredning', vilket: namn, mallar: mallar(['utredning'], dag), knytsTill: platser },
        val: { slag: 'utredning', personId, utredningId },
      },
      journalval('utredning', utredningId, namn),
    ];
  };
  const journalval = (slag: 'utredning' | 'verkstallighet', id: string, namn: string): Utskriftsval => ({
    ...{ nyckel: `journal:${id}`, vad: 'Journal', vilket: namn, mallar: mallar(['journal'], dag), knytsTill: platser },
    val: { slag: 'journal', personId, dokumentation: { slag, id } },
  });
  const beslutsval = ({ id, data }: Post<Beslut>): Utskriftsval => ({
    ...{ nyckel: `beslut:${id}`, vad: 'Beslut', vilket: etikettBeslut(data) },
    ...{
      mallar: mallar(['beslut', 'beslutsmeddelande'], data.beslutsdatum),
      val: { slag: 'beslut', personId, beslutId: id },
      mottagare,
    },
    knytsTill: [{ type: 'beslut', id, namn: etikettBeslut(data) }, ...platser],
  });
  const allaBeslut = senastForst(state.list('beslut'), 'beslutsdatum').filter(({ id, data }) =>
    objekt.type === 'beslut' ? id === objekt.id || data.utredningId === utredningId : data.utredningId === utredningId,
  );
  const tryckbara = allaBeslut.filter(({ id }) => utskriftshinder(state, { slag: 'beslut', id }) === undefined);
  const bestallningar = senastForst(state.list('bestallning'), 'bestalltDatum').filter(
    ({ id, data }) => id === objekt.id || data.beslutId === objekt.id || allaBeslut.some((one) => one.id === data.beslutId),
  );
  const anteckning = objekt.type === 'anteckning' ? state.get('anteckning', objekt.id) : undefined;

  const motet = objekt.type === 'mote' ? state.get('mote', objekt.id) : undefined;

  const egna = egnaEnheter(actor, person);
  const [flera, enheter] = [egna.length > 1, vardenAv(state, 'enhet')];

  const val: Utskriftsval[] = [
    ...(anteckning && !texthinder(state, anteckning.dokumentation)
      ? [
          {
            ...{ nyckel: `anteckning:${objekt.id}`, vad: anteckning.typ ? 'Dokument' : 'Anteckning' },
            vilket: [yymmdd(anteckning.handelsedatum), nottitel(anteckning)].filter(Boolean).join(' '),
            ...{ mallar: mallar(['anteckning'], dag, anteckning.typ), knytsTill: platser },
            val: { slag: 'anteckning' as const, personId, anteckningId: objekt.id },
          },
        ]
      : []),
    ...utredningsval(),
    ...(verkstallighet && verkstallighetId
      ? [journalval('verkstallighet', verkstallighetId, etikettVerkstallighet(verkstallighet, utforareNamn(verkstallighet.utforareId)))]
      : []),
    ...tryckbara.map(beslutsval),
    ...bestallningar.map(
      ({ id, data }): Utskriftsval => ({
        ...{
          nyckel: `bestallning:${id}`,
          vad: 'Beställning',
          vilket: `Beställning ${yymmdd(data.bestalltDatum)} – ${utforareNamn(data.utforareId)}`,
        },
        ...{
          mallar: mallar(['bestallning'], dag),
          val: { slag: 'bestallning', personId, bestallningId: id, delar: [...bestallningsdelar] },
        },
        knytsTill: [{ type: 'bestallning', id, namn: `Beställning ${yymmdd(data.bestalltDatum)}` }, ...platser],
      }),
    ),
    ...iAkten.slice(0, 1).map(
      (): Utskriftsval => ({
        ...{ nyckel: 'brev', vad: 'Brev', vilket: 'Med egna ord', mallar: mallar(['brev'], dag), knytsTill: iAkten },
        val: { slag: 'brev', personId },
        mottagare,
      }),
    ),
    ...iAkten.slice(0, 1).map(({ type, id }): Utskriftsval => {
      const telefon = brevhuvudFor(state, enhetOf(type, state.get(type, id) ?? {}, person), dag)?.telefon;
      return {
        ...{
          nyckel: motet ? `kallelse:${objekt.id}` : 'kallelse',
          vad: 'Kallelse',
          vilket: 'Till ett möte',
          mallar: mallar(['kallelse'], dag),
          knytsTill: iAkten,
        },
        val: { slag: 'kallelse', personId },
        mottagare,
        ...(motet ? { forslag: motesforslag(motet, person) } : {}),
        kontakt: [actor.namn, ...(telefon ? [`telefon ${telefon}`] : [])].join(', '),
      };
    }),
    ...egna.flatMap((enhet): Utskriftsval[] =>
      (['tidslinje', 'innehallsforteckning'] as const).map((slag) => ({
        ...{ nyckel: `${slag}:${enhet}`, vad: slag === 'tidslinje' ? 'Tidslinje' : 'Aktens innehåll' },
        ...{ vilket: flera ? enhetsnamn(enheter, enhet) : '', mallar: mallar([slag], dag), val: { slag, personId, enhet } },
        knytsTill: iAkten.filter(({ type, id }) => enhetOf(type, state.get(type, id) ?? {}, person) === enhet),
      })),
    ),
  ];
  const egnaPlatser = (one: Utskriftsval): Utskriftsval => ({
    ...one,
    knytsTill: one.knytsTill
      .filter((plats) => dokumenthinder(state, plats, actor) === undefined)
      .map((plats) => {
        const enhet = enhetOf(plats.type, state.get(plats.type, plats.id) ?? {}, person);
        return { ...plats, ...(enhet === undefined ? {} : { enhet }) };
      }),
  });
  const eget = (one: Utskriftsval) => one.nyckel.endsWith(`:${objekt.id}`);
  const egetHinder = () => {
    if (anteckning) return texthinder(state, anteckning.dokumentation);
    return objekt.type === 'beslut' || objekt.type === 'utredning'
      ? utskriftshinder(state, { slag: objekt.type, id: objekt.id })
      : undefined;
  };
  const hinder = egetHinder();
  return { val: [...val.filter(eget), ...val.filter((one) => !eget(one))].map(egnaPlatser), ...(hinder ? { hinder } : {}) };
}

/** What a kallelse says of a meeting. Where a protected kund is visited is not put in a letter by itself: it may go to another. */
const motesforslag = ({ slag, dag, fran, till, plats, syfte }: Mote, { skydd }: Person): NonNullable<Utskriftsval['forslag']> => ({
  ...{ motesdag: dag, fran, galler: syfte },
  ...(till === undefined ? {} : { till }),
  ...(plats === undefined || (slag === 'hembesok' && skydd !== 'ingen') ? {} : { plats }),
});

function utredningFor(state: Las, { type, id }: Utskriftsobjekt): string | undefined {
  if (type === 'utredning') return id;
  if (type === 'mote') {
    const { hor } = state.get('mote', id) ?? {};
    return hor?.type === 'beslut' ? state.get('beslut', hor.id)?.utredningId : hor?.id;
  }
  if (type === 'beslut') return state.get('beslut', id)?.utredningId;
  if (type === 'anteckning') return dokumentationFor(state, { type, id }, 'utredning');
  const beslutId = type === 'bestallning' ? state.get('bestallning', id)?.beslutId : undefined;
  return beslutId === undefined ? undefined : state.get('beslut', beslutId)?.utredningId;
}

function dokumentationFor(state: Las, { type, id }: Utskriftsobjekt, slag: 'utredning' | 'verkstallighet'): string | undefined {
  const ref = type === 'anteckning' ? state.get('anteckning', id)?.dokumentation : undefined;
  return ref?.slag === slag ? ref.id : undefined;
}

const senastForst = <F extends string, T extends { [K in F]: string }>(poster: Post<T>[], falt: F): Post<T>[] =>
  [...poster].sort((a, b) => compare(b.data[falt], a.data[falt]) || compare(a.id, b.id));
