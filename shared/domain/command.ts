import type { z } from 'zod';
import type { IsoInstant } from '../util/datum.ts';
import type { Signatur } from './fields.ts';
import type { Anvandare } from './katalog/records.ts';
import type { Need, Urval } from './need.ts';
import type { RecordData, RecordType } from './records.ts';

/** What a `decide` may read: the records of the command's own scope, the e-ansökan it takes in by its id, and the catalogue. */
export interface State {
  get<T extends RecordType>(type: T, id: string): RecordData<T> | undefined;
  /**
   * All records of the type in the command's scope. Given an `urval`, at least those it names: who asks still looks at each,
   * and a store that can find them without the rest does.
   */
  list<T extends RecordType>(type: T, urval?: Urval): { id: string; data: RecordData<T> }[];
  katalog<T extends RecordType>(type: T, id: string): RecordData<T> | undefined;
  /** All records of a catalogue type. */
  katalogLista<T extends RecordType>(type: T): { id: string; data: RecordData<T> }[];
  /**
   * The person who has the number that the command's `nummer` names, whatever akt: as far as this replica knows, and for
   * certain on the server. Undefined when nobody has it.
   */
  personMedNummer(personnummer: string): string | undefined;
  /** What another scope holds that the command reads (`laser`). Absent where a state is of one akt alone. */
  annan?(scope: string): Lasbart;
}
/** What may be read of another scope. */
export type Lasbart = Pick<State, 'get' | 'list'>;
const tomt: Lasbart = { get: () => undefined, list: () => [] };
/** Another scope, as far as it is there. */
export const annanScope = (state: Pick<State, 'annan'>, scope: string): Lasbart => state.annan?.(scope) ?? tomt;

/** The signed-in user as the catalogue describes them. */
export type Actor = Anvandare & { id: string };

export type Context = {
  /** When the user acted, by the client's clock: shown and logged, never compared with another clock. */
  now: IsoInstant;
  actor: Actor;
  /** The command's own id; names the handelse it leaves in the akt. Absent where nothing is stored (a form that asks). */
  kommandoId?: string;
};

/** Who acts, and when, as records keep it. */
export const signaturOf = ({ now, actor }: Context): Signatur => ({ anvandareId: actor.id, namn: actor.namn, at: now });

export type Change =
  | { [T in RecordType]: { op: 'put'; type: T; id: string; data: RecordData<T> } }[RecordType]
  | { op: 'delete'; type: RecordType; id: string };

/** Why a command was refused. The Swedish words for each stand in the renderer. */
export const rejectionCodes = [
  'okant-kommando',
  'ogiltig-indata',
  'regelfel',
  'akt-olaslig',
  'atkomst-saknas',
  'akten-finns-inte',
  'behorighet-saknas',
  'utforarens-verkstallighet',
  'finns-inte',
  'finns-redan',
  'text-andrad',
  'rubrik-har-text',
  'signerad',
  'inte-signerad',
  'redan-felmarkerad',
  'tom-text',
  'inte-forfattare',
  'datum-i-framtiden',
  'andrad-av-annan',
  'listan-full',
  'personnummer-finns',
  'tva-enheter',
  'annan-enhet',
  'enheten-har-inte-kunden',
  'osignerat-lamnas-inte',
  'felmarkerat-lamnas-inte',
  'ogiltigt-personnummer',
  'nummer-bekraftat',
  'skydd-adress',
  'skydd-sanks',
  'registerledare-ar-kunden',
  'finns-inte-i-katalogen',
  'ansvarig-utan-atkomst',
  'utredningen-avslutad',
  'ingen-ansokan',
  'begaran-for-tidig',
  'redan-kopplad',
  'datum-fore',
  'datum-efter',
  'skal-kravs',
  'rubrik-kravs',
  'inget-valt',
  'malet-har-text',
  'inget-att-kopiera',
  'ej-granskad',
  'luckor-kvar',
  'stammer-inte-med-katalogen',
  'timmar-kravs',
  'timmar-anvands-inte',
  'enheten-stammer-inte',
  'niva-kravs',
  'niva-stammer-inte',
  'personkrets-kravs',
  'personkrets-andrad',
  'par-kravs',
  'aktualisering-utan-beslut',
  'fel-beslutsfattare',
  'bifall-samtidigt',
  'bestallning-samtidigt',
  'bifall-bredvid',
  'bestallning-bredvid',
  'redan-beslutat',
  'har-bestallning',
  'redan-felmarkerat',
  'dokument-felmarkerat',
  'lss-insatser-saknas',
  'lss-insatser-finns',
  'verkstallighet-finns',
  'verkstallighet-saknas',
  'verkstallighet-avslutad',
  'verkstallighet-oppen',
  'inget-bifall',
  'bestalls-inte',
  'redan-bestallt',
  'avviker-fran-beslut',
  'insats-stammer-inte',
  'utforare-stammer-inte',
  'bekraftad',
  'inte-bekraftad',
  'borttagen',
  'bekraftas-av-utforaren',
  'annan-kopplad',
  'alla-funktioner-kravs',
  'lass-pagar',
  'inget-att-avsluta',
  'arendet-har-andrats',
  'arendet-avslutat',
  'ej-i-rapporten',
  'redan-rapporterat',
  'kvartalet-pagar',
  'erbjudandet-felmarkerat',
  'inte-lss',
  'ingen-plan',
  'planen-redan-noterad',
  'uppfoljningen-genomford',
  'uppfoljningen-felmarkerad',
  'uppfoljning-redan-planerad',
  'nasta-uppfoljning-kravs',
  'nasta-uppfoljning-planeras-inte',
  'beslutet-avslutat',
  'samtycke-saknas',
  'samtycket-aterkallat',
  'samtycket-utgatt',
  'samtycket-felmarkerat',
  'etjanst-avliden',
  'etjanst-utan-nummer',
  'etjanst-for-tidig',
  'etjanst-skydd-avisering',
  'mobil-kravs',
  'epost-kravs',
  'godkannande-utan-nummer',
  'godkannande-kunden-sjalv',
  'godkannande-utan-utredning',
  'godkannande-finns',
  'godkannande-avslutat',
  'godkannande-langre-an-samtycket',
  'ombudssamtycke-kravs',
  'motet-hallet',
  'motet-installt',
  'motet-slutar-fore',
  'motet-felmarkerat',
  'beslutet-felmarkerat',
  'eansokan-avslutad',
  'eansokan-redan-kopplad',
  'eansokan-annan-person',
  'eansokan-samma-person',
  'eansokans-dag',
  'mottagare-saknas',
  'mottagaren-skyddad',
  'mottagaren-avliden',
  'mottagaren-under-arton',
  'mottagaren-okand-alder',
  'beslutet-skickat',
  'beslutet-skickas-inte',
  'beslutet-utan-brev',
  'beslutet-till-etjansten',
  'beslutet-skickat-digitalt',
  'kunden-tagit-del',
  'beslutet-andrat',
  'etjanst-finns',
  'digital-post-pagar',
  'digital-post-ej-ansluten',
  'digital-post-avbojd',
  'digital-post-nekad',
  'digital-post-svarar-inte',
  'digital-post-oviss',
  'digital-post-saknas',
  'anteckning-annan-utredning',
  'anteckning-fore-utredningen',
  'mottagaren-slutat',
  'mottagaren-laser-inte',
  'mottagare-bekraftas',
  'etjanst-ej-aktiverad',
  'etjanst-avslutad',
  'valkomst-redan-skickad',
  'godkannande-borjar-senare',
  'godkannande-utgatt',
  'kontakten-borta',
  'bilaga-utan-kund',
  'bilaga-skyddad',
  'meddelande-annan-kund',
  'meddelande-ej-journalfort',
  'meddelande-redan-journalfort',
  'meddelande-redan-skickat',
  'meddelande-tillbakataget',
  'franvaro-overlappar',
  'franvaro-felmarkerad',
  'franvaro-avslutad',
  'franvaro-utan-underlag',
  'franvaro-for-manga-dagar',
  'underlag-redan-skickat',
  'blankett-avvald',
  'blankett-under-arton',
  'blankett-ar',
  'blankett-finns',
  'blankett-inlamnad',
  'blankett-ej-inlamnad',
  'blankett-stangd',
  'svar-ofullstandigt',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];
/** What a command is decided against cannot be read: it is set aside, not refused, and is decided when it comes again. */
export const aktOlaslig = 'akt-olaslig' satisfies RejectionCode;
export type Rejection = { code: RejectionCode; field?: string };

export type Decision = Change[] | Rejection;
export const isRejection = (decision: Decision): decision is Rejection => !Array.isArray(decision);
export const reject = (code: RejectionCode, field?: string): Rejection => (field === undefined ? { code } : { code, field });

/**
 * That something has happened of which those who have a kund's e-service are told outside it (FORB-61): all of them, or of one record
 * (an e-service, an approval) alone. `handelse` names it: each of them is told of it at most once.
 */
export type Aviseras = { handelse: string; slag: 'aktiverad' | 'nytt'; personId: string; postId?: string };
/** A scope that a rule reads beside its own; `need` of the types that grow. */
export type Last = { scope: string; need?: Need };

/** An older shape of a command's input, and how one of that shape is raised to the next. */
export type OlderInput<Next = unknown> = { input: z.ZodType; raise(older: unknown): Next };
export const olderInput = <Older extends z.ZodType, Next>(input: Older, raise: (older: z.output<Older>) => Next): OlderInput<Next> => ({
  input,
  raise: (older) => raise(older as z.output<Older>),
});

/** What stands in a command queued by a program of up to two versions back must be raised: each version says how (N−2). */
type OlderInputs<Version extends number, Input extends z.ZodType> = number extends Version
  ? { older?: readonly OlderInput[] }
  : Version extends 1
    ? { older?: never }
    : Version extends 2
      ? { older: readonly [OlderInput<z.input<Input>>] }
      : { older: readonly [OlderInput, OlderInput<z.input<Input>>] };

/** Its functions are written as methods, so that a definition of one input may stand in a list of any. */
export type CommandDefinition<Name extends string = string, Version extends number = number, Input extends z.ZodType = z.ZodType> = {
  name: Name;
  /** Of the input's shape. A changed shape takes a new number, and the two before it stand in `older`. */
  version: Version;
  input: Input;
  /** The scope it is decided against, and the only one it writes. */
  scope(input: z.output<Input>, actor: Actor): string;
  decide(state: State, input: z.output<Input>, context: Context): Decision;
  /** What the rule reads of the types whose records grow with use. Nothing else of them is there when it runs. */
  need?(input: z.output<Input>): Need;
  /**
   * The unit whose case it is decided in: lists hold what is that one's and what is common, also for an actor who reads several
   * units'. What is another's is there by its id. Undefined = what is common is all it looks over, or the rule tells the units apart.
   */
  enhet?(state: Pick<State, 'get' | 'katalog' | 'list'>, input: z.output<Input>, context: Context): string | undefined;
  /** The personnummer whose owner the rule asks `personMedNummer` for; the server looks it up under a lock. */
  nummer?(input: z.output<Input>): string | undefined;
  /**
   * The scope of the e-ansökan, or the message, that the akt takes in (`eansokan.koppla`). The server locks it too: the rule gets the record by its id and
   * says what becomes of it, so that of two who take it one does. A replica shows it as taken while the command waits, and changes it by the server's word alone.
   */
  tarIn?(input: z.output<Input>): string;
  /** Of what it came to somebody is told outside the e-service; the server alone asks, when it has decided. */
  aviserar?(input: z.output<Input>, changes: Change[]): Aviseras[];
  /**
   * Other scopes that the rule reads and does not write (`State.annan`), and what of them: the server locks them too, so that what was taken back at the same
   * moment counts. Of an akt it sees what the actor does.
   */
  laser?(input: z.output<Input>): Last[];
  /** Makes the akt, or the message: there is nothing yet that a bucket could let the actor reach. */
  skaparAkt?: true;
  /** Lets the actor's unit into an akt that is there: what it was refused for want of the akt is asked for again behind it. */
  oppnarAkt?: true;
  /**
   * Reaches over the wall between units: its rule sees the whole akt, also of whoever reads none or some of it, and answers for what it
   * makes of it. A client that does not have the akt sends it undecided.
   */
  overVaggen?: true;
  /** Adds to the catalogue, which everybody reads: no bucket says whose it is to write in, the command's roles do. */
  iKatalogen?: true;
  /** Changes what is common, and tells each of the kund's units of it in a record of that one's own. */
  tillVarje?: true;
  /** Housekeeping the user never counts as work of theirs (latest kunder): not listed in the outbox. */
  quiet?: true;
} & OlderInputs<Version, Input>;

/** One number and no other: of `number`, or of a choice of two, the compiler could not say which older versions are asked for. */
type Literal<Version extends number, All = Version> = number extends Version
  ? never
  : Version extends unknown
    ? [All] extends [Version]
      ? Version
      : never
    : never;

/** Gives a definition its types: its name and version as literals, its input as its schema has it. */
export const defineCommand = <const Name extends string, const Version extends number, Input extends z.ZodType>(
  definition: CommandDefinition<Name, Version, Input> & { version: Literal<Version> },
): CommandDefinition<Name, Version, Input> => definition;
