import type { Aktualisering } from '../aktualisering/records.ts';
import { farFelmarkeraBeslut } from '../beslut/felmarkera.ts';
import type { Beslut } from '../beslut/records.ts';
import { bekraftelsehinder } from '../bestallning/bekrafta.ts';
import { beslutshinder, bestallningshinder } from '../bestallning/hinder.ts';
import type { Bestallning } from '../bestallning/records.ts';
import { behoverEgenBekraftelse, ersattAv, isBekraftad } from '../bestallning/urval.ts';
import type { Actor } from '../command.ts';
import type { Enhetsmarke } from '../enhet.ts';
import type { Insats, Utforare } from '../katalog/records.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import { beviljat } from '../pagaende.ts';
import type { Post } from '../post.ts';
import type { RecordType } from '../records.ts';
import type { CommandName } from '../rulebook/command-list.ts';
import { mayRun } from '../rulebook/command-roles.ts';
import { isOpenUtredning, type Utredning } from '../utredning/records.ts';
import { farAvsluta, isAvslutad } from '../verkstallighet/avsluta.ts';
import type { Verkstallighet } from '../verkstallighet/records.ts';
import type { MenyHinder, MenyPost, NodMeny } from './nod.ts';

type Hinder = MenyHinder | undefined;

/** An entry with the first reason that stands in its way. */
const post = (namn: NodMeny, ...reasons: Hinder[]): MenyPost => {
  const hinder = reasons.find((reason) => reason !== undefined);
  return hinder === undefined ? { post: namn } : { post: namn, hinder };
};

/** History is the units' own: staff of a utförare hold none of it. */
export const historikPost = (actor: Pick<Actor, 'roller'>): MenyPost =>
  post('historik', actor.roller.some((roll) => roll !== 'utforare') ? undefined : 'behorighet-saknas');

/** The codes of the units that what is of a record's unit may be handed to. */
export type Mottagare = (type: RecordType, data: Enhetsmarke) => string[];

/** Hands it to another of the kund's units; not there where none is that may be known of. @param mottagare their codes */
export const lamnaPost = (actor: Actor, mottagare: readonly string[], ...reasons: Hinder[]): MenyPost[] =>
  mottagare.length === 0 ? [] : [post('lamnaTillEnhet', mayRun('uppgift.lamna', actor) ? undefined : 'behorighet-saknas', ...reasons)];

/** What menus ask of the catalogue. */
export type MenyKatalog = {
  insatser: Post<Insats>[];
  utforare: (id: string) => Utforare | undefined;
};

/**
 * The context menus of the rubrikträd's nodes (TRAD-14) for one user: TRAD-14's entries first. An entry that cannot be chosen now stays,
 * with the code its command would refuse with; what the menu cannot know (a date, a choice) the form tells.
 * @param mottagare the units that something of a record's may be handed to
 */
export function menyer(actor: Actor, katalog: MenyKatalog, today: string, mottagare: Mottagare) {
  const known = new Map<CommandName, Hinder>();
  /** Whether the user's roles let them run the command at all; asked once a tree. */
  const far = (command: CommandName): Hinder => {
    if (!known.has(command)) known.set(command, mayRun(command, actor) ? undefined : 'behorighet-saknas');
    return known.get(command);
  };
  const historik = historikPost(actor);
  // They are the units' own, as the history is.
  const uppfoljningar = post('uppfoljningar', historik.hinder);

  return {
    /** @param egenUtan a unit of the user's has not the kund: they begin nothing there before it has taken her up */
    rot: (ejBehandlade: number, nagotOppet: boolean, egenUtan: boolean): MenyPost[] => [
      post('aktualisering', far('aktualisering.registrera')),
      post('inledUtredning', far('utredning.inled'), ejBehandlade === 0 ? 'inget-valt' : undefined),
      post('verkstallighetOppna', far('verkstallighet.oppna')),
      post('lassBeslut', far('lass.fatta')),
      post('avslutaArende', far('arende.avsluta'), nagotOppet ? undefined : 'inget-att-avsluta'),
      post('moten', historik.hinder),
      ...(egenUtan ? [post('taUpp', far('person.taUpp'))] : []),
      historik,
    ],
    ejBehandlade: (): MenyPost[] => [
      post('inledUtredning', far('utredning.inled')),
      post('aktualisering', far('aktualisering.registrera')),
    ],
    aktualisering: (a: Pick<Aktualisering, 'utredningId'>): MenyPost[] =>
      a.utredningId === undefined ? [post('inledUtredning', far('utredning.inled')), historik] : [historik],

    /** AKT-09: an aktualisering is added to an ongoing utredning only. */
    utredning(u: Utredning): MenyPost[] {
      const avslutad = isOpenUtredning(u) ? undefined : 'utredningen-avslutad';
      return [
        post('aktualisering', far('aktualisering.registrera'), avslutad),
        { post: 'dokumentation' },
        post('beslut', far('beslut.fatta'), avslutad),
        historik,
      ];
    },
    aktualiseringar: (u: Utredning): MenyPost[] => [
      post('aktualisering', far('aktualisering.registrera'), isOpenUtredning(u) ? undefined : 'utredningen-avslutad'),
    ],
    beslut({ id, data: b }: Post<Beslut>, bestallningar: Post<Bestallning>[], ansvarigId: string | undefined): MenyPost[] {
      const felmarkerat = b.felmarkerad ? 'redan-felmarkerat' : undefined;
      const egetBeslut = farFelmarkeraBeslut(b, ansvarigId, actor) ? undefined : 'inte-forfattare';
      const bedoms = b.utfall === 'bifall' && insatsAv(katalog.insatser, b)?.data.instrumentId !== undefined;
      return [
        post('bestallning', far('bestallning.skicka'), bestallningshinder({ id, data: b }, katalog.insatser, bestallningar)),
        ...(bedoms ? [post('bedomning', far('bedomning.spara'), felmarkerat)] : []),
        ...(beviljat(b) ? [uppfoljningar] : []),
        ...(beviljat(b) && insatsAv(katalog.insatser, b)?.data.lagrum === 'LSS' ? [post('individuellPlan', historik.hinder)] : []),
        post('felmarkeraBeslut', far('beslut.felmarkera'), felmarkerat, egetBeslut),
        ...lamnaPost(actor, mottagare('beslut', b), b.felmarkerad ? 'felmarkerat-lamnas-inte' : undefined),
        historik,
      ];
    },
    /** @param beslut the one it carries out, when it is held @param bestallningar all of the same beslut */
    bestallning({ id, data: b }: Post<Bestallning>, beslut: Beslut | undefined, bestallningar: Post<Bestallning>[]): MenyPost[] {
      const borttagen = b.borttagen ? 'borttagen' : undefined;
      const bekraftad = isBekraftad(b) ? 'bekraftad' : undefined;
      const order = { utforareId: b.utforareId, egenBekraftelse: behoverEgenBekraftelse(katalog.utforare(b.utforareId)) };
      return [
        post('bekrafta', far('bestallning.bekrafta'), borttagen, bekraftad, bekraftelsehinder(order, actor)),
        post(
          'nyEfterAvbrott',
          far('bestallning.nyEfterAvbrott'),
          borttagen,
          bekraftad ? undefined : 'inte-bekraftad',
          beslut && beslutshinder(beslut, katalog.insatser),
          ersattAv(id, bestallningar) ? 'redan-bestallt' : undefined,
        ),
        post('taBortBestallning', far('bestallning.taBort'), borttagen, bekraftad),
        historik,
      ];
    },
    bedomning: (): MenyPost[] => [post('bedomning', far('bedomning.spara')), historik],

    /** @param annanOppen another of the same kind is open (VERK-03) */
    verkstallighet(v: Verkstallighet, annanOppen: boolean): MenyPost[] {
      const avslutad = isAvslutad(v, today) ? 'verkstallighet-avslutad' : undefined;
      const oppen = v.slutdatum === undefined ? 'verkstallighet-oppen' : undefined;
      const finns = v.lssInsatser ? 'lss-insatser-finns' : 'verkstallighet-finns';
      const utforarens = v.lssInsatser || behoverEgenBekraftelse(katalog.utforare(v.utforareId)) ? undefined : 'utforarens-verkstallighet';
      return [
        { post: 'dokumentation' },
        post(
          'avslutaVerkstallighet',
          far('verkstallighet.avsluta'),
          farAvsluta(v, actor) ? undefined : 'utforarens-verkstallighet',
          avslutad,
        ),
        post('oppnaVerkstallighetIgen', far('verkstallighet.oppnaIgen'), oppen, annanOppen ? finns : undefined),
        post('bytUtforare', far('verkstallighet.bytUtforare'), avslutad, utforarens),
        ...(v.lssInsatser ? [] : [uppfoljningar]),
        historik,
      ];
    },
    historik,
  };
}
export type Menyer = ReturnType<typeof menyer>;

/** KOP-01 to KOP-04; whether texts have been copied is known where they are held until they are pasted. A felmarkerad text counts for nothing. */
export function dokumentMeny(actor: Actor, u: Pick<Utredning, 'slutdatum'>, harText: boolean): MenyPost[] {
  const kopiera = mayRun('anteckning.kopieraTrad', actor) ? undefined : 'behorighet-saknas';
  const avslutad = isOpenUtredning(u) ? undefined : 'utredningen-avslutad';
  return [
    { post: 'oppnaTradet' },
    post('kopieraTexter', kopiera, harText ? undefined : 'inget-att-kopiera'),
    post('klistraTexter', kopiera, avslutad, harText ? 'malet-har-text' : undefined),
  ];
}
