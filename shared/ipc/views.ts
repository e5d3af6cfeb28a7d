import type { Aktualisering } from '../domain/aktualisering/records.ts';
import type { Anteckning, AnteckningHuvud, DokumentationRef } from '../domain/anteckning/records.ts';
import type { Bedomning } from '../domain/bedomning/records.ts';
import type { Beslut } from '../domain/beslut/records.ts';
import type { Bestallning } from '../domain/bestallning/records.ts';
import type { Bevakning, BevakningStatus } from '../domain/bevakning/records.ts';
import type { Brevmapp, Lada } from '../domain/brevlada.ts';
import type { Rejection, RejectionCode } from '../domain/command.ts';
import type { Dokumentfel } from '../domain/dokument/fel.ts';
import type { Dokument, Dokumentlage, KnytsTill } from '../domain/dokument/records.ts';
import type { Dokumentvag, Textvag } from '../domain/dokument/vag.ts';
import type { Eansokan, Ingang } from '../domain/eansokan/records.ts';
import type { Etjanst, Godkannande, Nattrapport } from '../domain/etjanst/records.ts';
import type { Franvaro, Franvarounderlag, Underlagsskal } from '../domain/franvaro/records.ts';
import type { Handelse } from '../domain/historik/records.ts';
import type { Hushallsmedlem } from '../domain/hushall/records.ts';
import type { IndividuellPlan } from '../domain/individuellplan/records.ts';
import type { Inkomstblankett, Inkomstformular, Inkomstsvar } from '../domain/inkomst/records.ts';
import type { Erbjudande, Ivorapport, Ivouppgift } from '../domain/ivo/records.ts';
import type { Lank } from '../domain/katalog/lankar.ts';
import type {
  Delegation,
  Insats,
  Instrument,
  Organisation,
  Roll,
  Rubrik,
  Samtyckesandamal,
  Utforare,
  Vardelista,
} from '../domain/katalog/records.ts';
import type { KirForslag, KirPost } from '../domain/kir/records.ts';
import type { Fristrad, Fristref } from '../domain/klocka/frist.ts';
import type { Fristregel } from '../domain/klocka/records.ts';
import type { Kontakt } from '../domain/kontakt/records.ts';
import type { Meddelandeinstallning } from '../domain/meddelande/records.ts';
import type { Mote } from '../domain/mote/records.ts';
import type { Innehall, Mottagen, UppgiftRef, Utlamning } from '../domain/overlamning/records.ts';
import type { Person, Personkrets, RegistreradPersonkrets } from '../domain/person/records.ts';
import type { RecordType } from '../domain/records.ts';
import type { Nod } from '../domain/rubriktrad/nod.ts';
import type { Samtycke } from '../domain/samtycke/records.ts';
import type { Sokhjalp } from '../domain/sok/sokfraga.ts';
import type { RichText } from '../domain/text/text.ts';
import type { Uppfoljning } from '../domain/uppfoljning/records.ts';
import type { Utredning } from '../domain/utredning/records.ts';
import type { Verkstallighet } from '../domain/verkstallighet/records.ts';
import type { IsoDate, IsoInstant } from '../util/datum.ts';

/** What calls answer with. Made for the screens, from records. */

export type AnvandarVal = { id: string; namn: string; titel: string; funktion?: string | undefined; organisation?: string };

export type SessionVy =
  | { inloggad: false; kommun?: string; demo: true /** Who used this computer last. */; senastId?: string }
  | {
      inloggad: true;
      anvandareId: string;
      namn: string;
      /** `LSS-handläggare 3`, or the title of a user without a function. */
      funktion: string;
      organisation: string;
      kommun: string;
      roller: Roll[];
      /** The web host keeps its key in a file: for trial, and it says so. */
      provkorning: boolean;
      /** Nothing is read until the server has been reached: the lease is out, or the account is closed. */
      last?: 'kontot-stangt' | 'lasen-utgatt';
      /** The replica here was damaged or gone, and is fetched anew. Told until the user has read it. */
      aterskapad?: {
        /** Its pages, all of it, its write-ahead log; or an older file was in its place. */
        orsak: 'skadad' | 'saknas' | 'loggen' | 'aldre';
        /** Unsent commands and drafts brought over from the damaged file, which is kept, and from the second copy. */
        raddade: number;
        /** False when some of the user's own in it could not be read. */
        allt: boolean;
        /** How many commands were unsent, and up to which number; unknown when there was no second copy. */
        osanda?: { antal: number; tillNr: number };
      };
    };

export type Synkfas = 'vilar' | 'skickar' | 'hamtar' | 'forsta-hamtning' | 'bygger-sok';

export type StatusVy = {
  ansluten: boolean;
  /** Since when the state `ansluten` holds. */
  sedan: IsoInstant;
  /** When the replica last agreed with the server; null before the first time. */
  hamtad: IsoInstant | null;
  /** Why the server cannot be used, when it answers but not as it should. */
  hinder?: 'klienten-for-gammal' | 'servern-for-gammal' | 'nekad' | 'servern-aterstalld';
  /** Commands that the server has not received, and documents whose bytes it has not. */
  osanda: number;
  attAtgarda: number;
  konflikter: number;
  utkast: number;
  fas: Synkfas;
  /** Records so far in the first fetch. */
  antalHamtade?: number;
  /** Sync stopped before removing an unusual share; it waits for the user (ARCHITECTURE 6). */
  broms?: { antal: number; av: number };
  /** Another server than the replica's: nothing is sent to it before the user agrees. `antal` = what that one had received. */
  nyServer?: { antal: number; adress: boolean };
  /** Server and replica were last found to hold the same records. */
  antalStammer: boolean | null;
  /** When the last write reached this computer's disk. */
  sparad: IsoInstant | null;
  /** A write here failed because the disk is full: the kunder can be read, but nothing new is kept. */
  diskenFull?: true;
};

export type PersonRad = {
  personId: string;
  namn: string;
  personnummer: string;
  nummerSlag: Person['nummerSlag'];
  fodelsedatum?: IsoDate;
  /** Null where the birth date is not known. */
  alder: number | null;
  skydd: Person['skydd'];
  ort?: string;
  /** What the kund has had, and is found by too. */
  tidigareNummer?: string[];
  tidigareEfternamn?: string[];
  avliden?: string;
};

export type Sokresultat =
  | { slag: 'hjalp'; hjalp: Sokhjalp }
  | {
      slag: 'traffar';
      rader: PersonRad[];
      /** There are more than the rows shown. */
      fler: boolean;
      /** The century set had none; these are of the other one (FORB-01). */
      annatArhundrade: boolean;
      /** The search table is being built: there may be more. */
      ofullstandig: boolean;
    };

/** `person` is null when the replica no longer holds the akt. */
export type SenasteKund = { personId: string; at?: IsoInstant; person: PersonRad | null };

export type MinUtredning = {
  utredningId: string;
  person: PersonRad;
  etikett: string;
  inkomDatum: IsoDate;
  /** Six months after the ansökan came in (FL 12 §), and how long it is to that; both absent where it answers no ansökan. */
  lagfrist?: IsoDate;
  dagarKvar?: number;
  /** What changed in the akt since the user last opened it. */
  andrat: number;
};

/** What one user has done in an akt, once or more, since the reader last opened it; `at` is the latest. */
export type MinAndring = { person: PersonRad; at: IsoInstant; namn: string; kommando: string; vad: string; antal: number };
/** The latest first; `fler` are not among them. */
export type MinaAndringarVy = { rader: MinAndring[]; fler: number };

/** A frånvaro that goes on, is to come, or waits for an underlag, in the utförare's list (PHEM-02). */
export type FranvaroRad = {
  franvaroId: string;
  verkstallighetId: string;
  person: PersonRad;
  orsak: string;
  beskrivning?: string;
  fran: IsoDate;
  till?: IsoDate;
  /** So far. */
  dagar: number;
  /** More than 30 days. */
  lang: boolean;
  /** The unit is asked since this day whether it has ended (FORB-82). */
  fragasSedan?: IsoDate;
  /** Why an underlag is to be sent. */
  underlag?: Underlagsskal;
  osand: boolean;
};

/** How it is with a frånvaro, to those who handle fees. */
export type AvgiftLage = 'borta' | 'kommer' | 'slutat' | 'utgar' | 'felmarkerad';
/** Whose it is; `version` is the server's: what is above that which the user has seen is new. */
type Avgiftsrad = {
  id: string;
  person: PersonRad;
  kundnummer: string;
  insatskategori: string;
  utforare: string;
  fran: IsoDate;
  till?: IsoDate;
  version: number;
};
/** A frånvaro as the fee follows from it: its days, and what was told of it; nothing that is written of the kund. */
export type AvgiftFranvaroRad = Avgiftsrad & {
  verkstallighetId: string;
  lage: AvgiftLage;
  /** To its end; of one without an end to today. */
  dagar: number;
  dagarUtanKost: number;
  lang: boolean;
  underlag?: { tom: IsoDate; dagar: number; dagarUtanKost: number; skal: Underlagsskal; skickat: IsoInstant };
  /** It was changed after the underlag. */
  rattas?: boolean;
};
/** A verkställighet that begins or ends. */
export type AvgiftVerkstallighetRad = Avgiftsrad & { vad: 'borjar' | 'slutar'; dag: IsoDate };
export type AvgiftVy = { franvaron: AvgiftFranvaroRad[]; verkstalligheter: AvgiftVerkstallighetRad[] };

export type OsigneradAnteckning = {
  anteckningId: string;
  person: PersonRad;
  dokumentation: DokumentationRef;
  rubrik: string;
  rubrikKod: string;
  titel?: string;
  handelsedatum: IsoDate;
};

/** A beställning as a row of a list (MINA-03, MINA-04). */
export type BestRad = {
  bestallningId: string;
  beslutId: string;
  person: PersonRad;
  insatskategori: string;
  insatser: string[];
  utforareId: string;
  utforare: string;
  bestalltDatum: IsoDate;
  /** Whole days since it was sent (FORB-35). */
  dagar: number;
  gallerFran: IsoDate;
  /** Name of the one who sent it. */
  bestallare?: string;
  /** Why Bekräfta cannot be chosen now (FORB-36); absent when it can. `verkstallighet-saknas` is opened from the same form. */
  hinder?: Rejection['code'];
  /** The open verkställighet it is carried out in, for Gå till verkställighet (BEKR-06). */
  verkstallighetId?: string;
};

/** A bifall as a row of a list (FORB-31). */
export type BeslutRad = {
  beslutId: string;
  utredningId: string;
  person: PersonRad;
  beslutsnamn: string;
  insatskategori: string;
  beslutsdatum: IsoDate;
  giltigFran: IsoDate;
};

/** An aktualisering that no utredning examines yet (UTR-07, FORB-14). */
export type AktualiseringRad = {
  aktualiseringId: string;
  person: PersonRad;
  typ: string;
  datum: IsoDate;
  franVem: string;
  /** Whole days since it came in. */
  dagar: number;
  /** It has waited more than 14 days. */
  lange: boolean;
};

/** An e-ansökan as a row of E-tjänster att hantera (EANS-01 to -03, FORB-57). */
export type EansokanRad = {
  eansokanId: string;
  inkom: IsoInstant;
  ingang: Ingang;
  /** As the applicant chose it. */
  insats: string;
  /** Who sent it. */
  person: Pick<PersonRad, 'namn' | 'personnummer' | 'nummerSlag' | 'skydd'>;
  /** Where they are a kund that the user reads. */
  personId?: string;
  /** The last day of the unit's limit, and whether it has passed: then it is a named person's, perhaps the user's own. */
  grans: IsoDate;
  sen: boolean;
  hosDig: boolean;
  hos: string[];
  /** "Jag tar hand om den". */
  tagen?: { anvandareId: string; namn: string; at: IsoInstant };
  /** The sender says that it is about somebody else. */
  forAnnan: boolean;
  utfall?: Pick<NonNullable<Eansokan['utfall']>, 'slag' | 'namn' | 'at' | 'kommentar' | 'personId'>;
  /** The user has connected it, and the server has not answered. */
  pavag: boolean;
};
/** `antal`: those that wait to be connected, and of them the ones past the limit that are the user's. */
export type InkorgVy = { rader: EansokanRad[]; antal: number; hosDig: number };
/** One as it was written (EANS-05). `pagaende`: open utredningar of the kund. */
export type EansokanVy = EansokanRad & {
  text: string;
  enhet: string;
  pagaende: number;
  telefon?: string;
  epost?: string;
  insatsId?: string;
  forAnnanText?: string;
};

/** An inkomstblankett in the list of those who handle fees. */
export type InkomstRad = {
  id: string;
  person: PersonRad;
  skickad: { namn: string; at: string };
  /** Not received by the server yet. */
  osand: boolean;
} & Pick<Inkomstblankett, 'ar' | 'lage' | 'sista' | 'inlamnad'>;
/** One, what it asks, and each answer to it, the latest first. `formular` is absent while the catalogue is not here. */
export type InkomstVy = { blankett: AktPost<Inkomstblankett>; formular?: Inkomstformular; svar: AktPost<Inkomstsvar>[] };

/** What a night came to. */
export type NattrapportRad = { id: string } & Pick<
  Nattrapport,
  'natt' | 'borjade' | 'klar' | 'avbruten' | 'aktiverade' | 'misslyckade' | 'avslutade' | 'olasta' | 'orsaker'
>;
/** `dolda`: those in akter that the user may not read; `fler`: those that the report does not name. */
export type Nattmisslyckade = {
  rader: ({ id: string; person: PersonRad } & Pick<Nattrapport['poster'][number], 'slag' | 'orsak'>)[];
  dolda: number;
  fler: number;
};

/** A document that a command is to file, stored on this computer; or all that is missing to make it. */
export type Handling =
  | ({ ok: true } & Pick<Dokument, 'rubrik' | 'typ' | 'sha256' | 'storlek' | 'sidor'> & Required<Pick<Dokument, 'mall' | 'underlag'>>)
  | { ok: false; saknas: Dokumentfel[] };
/** The welcome message as it is proposed (VALK-01 to -03): its words, the informationsblad, and where that is filed; none where the case has no place for it. */
export type ValkomstVy = {
  amne: string;
  text: string;
  /** The kund is one of the user's own (FORB-67). */
  egen: boolean;
  blad?: { handling: Handling; knytsTill: KnytsTill };
};
/** When something was last written in a kund's e-service, of what the user reads. */
export type EtjanstbrukVy = { senast?: IsoInstant };
export type { Brevmapp };
/** How far a message has come: saved here, received by the server, waits for the night, in the e-service or mailbox, opened; or it never came. */
export type Brevkvitto = 'sparat' | 'skickat' | 'vantar' | 'levererat' | 'oppnat' | 'uteblivet' | 'tillbakataget';
export type Journallage = 'ja' | 'nej' | 'pavag' | 'behovsInte';
/** Somebody a message names; of the e-service with the number (MEDD-12). */
export type Brevpart = { slag: 'anvandare' | 'brevlada' | 'medborgare'; namn: string; personnummer?: string; narstaende?: true };
/** A message as a row of a folder. */
export type BrevRad = {
  gruppId: string;
  meddelandeId: string;
  /** The place it is read in. */
  lada: Lada;
  fran: Brevpart;
  till: Brevpart[];
  amne: string;
  inledning: string;
  skickat: IsoInstant;
  bilagor: number;
  skickatAvMig: boolean;
  olast: boolean;
  /** Days since it was sent. */
  alder: number;
  journal: Journallage;
  skyddad: boolean;
  /** The kund it is about, where the user reads her akt. */
  kund?: PersonRad;
  tagen?: { anvandareId: string; namn: string };
  /** Of one's own. */
  kvitto?: Brevkvitto;
};
/** `olasta`: in the user's own inbox; `ejJournalforda`: of their own, about a kund and in no akt (FORB-71). */
export type MeddelandenVy = {
  rader: BrevRad[];
  mappar: { mapp: Brevmapp; namn: string; olasta: number }[];
  gemensamma: { mapp: Brevmapp; namn: string; olasta: number }[];
  olasta: number;
  ejJournalforda: number;
  /** Older than the unit's limit (FORB-85). */
  rensa: number;
};
/** A message as it is read. */
export type BrevVy = Omit<BrevRad, 'till'> & {
  till: (Brevpart & { kvitto?: Brevkvitto; uteblivet?: string; oppnat?: IsoInstant })[];
  text: string;
  enhet?: string;
  /** `harDu`: the user may open it. */
  handlingar: (Pick<Dokument, 'sha256' | 'storlek' | 'sidor' | 'rubrik'> & { personId: string; dokumentId: string; harDu: boolean })[];
  journalfort?: { namn: string; at: IsoInstant; personId: string };
  /** The note it is to be, on its way to the server. */
  journalforsSom?: { personId: string; anteckningId: string };
  svarPa?: { gruppId: string; meddelandeId: string };
  /** Who is answered: a colleague, the kund or somebody near, a mailbox. */
  franAnvandareId?: string;
  medborgare: { namn: string; personnummer: string; godkannandeId?: string; skrev: boolean }[];
  anvandare: { anvandareId: string; namn: string }[];
  brevlador: { enhet: string; kod: string; namn: string }[];
  /** Somebody near the kund wrote it, or it was written to: whose akt it belongs to is asked (FORB-70). */
  narstaende: boolean;
  automatiskt: boolean;
  /** It can be taken back: out of Utkorg, or from whom it waits to go to. */
  tasTillbaka?: 'utkorg' | 'vantar';
};
type Medborgarrad = {
  personId: string;
  namn: string;
  personnummer: string;
  egen: boolean;
  /** The user's units that have the kund. */
  enheter: string[];
  handlaggare: string[];
  skydd: PersonRad['skydd'];
  /** Why nothing comes to them; or whether it comes at once. */
  hinder?: RejectionCode;
  lage?: 'aktiv' | 'vantar';
};
/** A message as a document, stored on this computer; or all that is missing to make it. */
export type Brevhandling = ({ ok: true } & Pick<Dokument, 'rubrik' | 'sha256' | 'sidor'>) | { ok: false; saknas: Dokumentfel[] };
/** `gatt`: it is on its way to the server already; `anvant`: something else of the user's that waits is about it. */
export type Angrat = { slag: 'utkast'; gruppId: string } | { slag: 'gatt' | 'anvant' };
/** Whom one may write to (FORB-67). */
export type MottagareRad =
  | (Medborgarrad & { slag: 'kund'; adress?: string })
  | (Medborgarrad & { slag: 'narstaende'; godkannandeId: string; kundNamn: string })
  | { slag: 'anvandare'; anvandareId: string; namn: string; titel: string; bortaTill?: IsoDate }
  | { slag: 'brevlada'; enhet: string; kod: string; namn: string };
export type MeddelandeinstallningVy = {
  installning?: Meddelandeinstallning;
  brevlador: { enhet: string; kod: string; namn: string }[];
};

/** What every row of a list of bevakningar has; `slag` says where it comes from, and so what can be done with it. */
type BevakningRadGrund = {
  id: string;
  person: PersonRad;
  datum: IsoDate;
  typ: string;
  text: string;
  /** What it is about, as it is called: the kund is opened there (BEV-04). */
  horTill: string;
  /** Whose it is, by name. */
  bevakasAv: string;
};
/** A record: laid by somebody, or with what they did (BEV-07, FORB-35, ROLL-05). */
export type LagdBevakningRad = BevakningRadGrund & {
  slag: 'lagd';
  status: BevakningStatus;
  ref: Bevakning['ref'];
  bevakasAvId: string;
  /** It belongs to a role, which alone gives it away. */
  rollens?: true;
  /** Why what it tells of was done. */
  skal?: string;
  /** Who laid it. */
  av: string;
  klar?: { namn: string; at: IsoInstant };
  /** Not yet received by the server. */
  osand: boolean;
};
/** Computed from the akt by a rule (KLOCK-02), and no record: `id` is its key, `text` its sum, `grund` the paragraph. */
export type BeraknadBevakningRad = BevakningRadGrund & {
  slag: 'beraknad';
  ref: Fristref;
  grund: string;
  /** Its unit, and its day by the rule's count: what a putting-off has seen. */
  regelns: { enhet: string; datum: IsoDate };
  /** Of a note, where it stands. */
  not?: { dokumentation: DokumentationRef; rubrikKod: string };
  /** Put off, also when that day has come. */
  uppskjuten?: Omit<NonNullable<Fristrad['uppskjuten']>, 'at'>;
};
export type BevakningRad = LagdBevakningRad | BeraknadBevakningRad;
/** `klar`: false while some are being computed after a change of rules, or as the akter come. */
export type BevakningslistaVy = { rader: BevakningRad[]; klar: boolean };

/** Who may have a bevakning: `innehavare` = who holds the function today. */
export type BevakareVy = { id: string; namn: string; slag: 'funktion' | 'person'; innehavare?: string };

/** What the form of a bevakning is filled from. */
export type BevakningUnderlag = {
  person: PersonRad;
  ref: Bevakning['ref'];
  horTill: string;
  /** The end of what it is laid on. */
  slutdatum?: IsoDate;
  agare: BevakareVy[];
  /** The user's own of the kund's units. */
  enheter: string[];
  /** As it stands; of a new one none. */
  nu?: LagdBevakningRad;
  /** It was taken away meanwhile. */
  borttagen?: true;
};

/** A computed bevakning (KLOCK-02) of a kund. `visas`: from when it is in somebody's list. */
export type FristVy = Omit<Fristrad, 'hos'> & { visas: IsoDate };
/**
 * What its dialog shows: the row as lists have it, the rule behind it, and whose lists it is on from when. It is read without the kund being opened: what it
 * is about is in the row, which names nobody, and not in the words of the akt.
 */
export type FristUnderlag = { rad: BeraknadBevakningRad; frist: Omit<FristVy, 'vad'>; hos: { namn: string; visas: IsoDate }[] };
/** `klar`: false while some are being computed after a change of rules. */
export type FristerVy = { klar: boolean; rader: FristVy[] };

/** What belongs to someone who has left or cannot read the akt (ROLL-10). */
export type UtanAnsvarigRad = {
  id: string;
  slag: 'utredning' | 'aktualisering' | 'anteckning' | 'beslut' | 'bestallning' | 'verkstallighet';
  person: PersonRad;
  vad: string;
  /** Whose it was. */
  vem: string;
  datum: IsoDate;
};

/** A user has asked the register of residents unusually often; for the systemförvaltare. */
export type KirNotisRad = { notisId: string; namn: string; at: IsoInstant; minut: number; dygn: number };

/** The start page's lists of what is to be remembered, and for the enhetschef of what nobody answers for. */
export type MinaBevakningarVy = { bevakningar: BevakningslistaVy; utanAnsvarig: UtanAnsvarigRad[]; kirNotiser: KirNotisRad[] };

/** The start page's lists of the case's own steps. */
export type MinaBestallningarVy = {
  /** Sent by the user, and nobody has confirmed them; oldest first (MINA-03). */
  ejBekraftade: BestRad[];
  /** For the user to confirm: staff of a utförare those sent to it, handläggare those for the utförare they confirm for (MINA-04, BEKR-01, FRAGA-34). */
  inkomna: BestRad[];
  /** Bifall by the user that are to be ordered and have no living beställning; oldest first (FORB-31). */
  bifallUtanBestallning: BeslutRad[];
  /** The oldest ongoing bifall by the user of each kund who has no open LSS Insatser (FORB-27). */
  utanLssInsatser: BeslutRad[];
  /** Of which the user is ansvarig: those over 14 days first, then oldest first. */
  ejBehandlade: AktualiseringRad[];
};

/** A value of the catalogue with its id. */
export type KatalogPost<T> = { id: string; data: T };

/** The municipality's values, each list in the order it is offered; inactive insatser and utförare too, since old records name them. */
export type KatalogVy = {
  insatser: KatalogPost<Insats>[];
  /** Active values only; a list the municipality has not filled is empty. */
  vardelistor: Record<Vardelista['lista'], { namn: string; kod?: string; tillater?: Samtyckesandamal[] }[]>;
  /** What the municipality has written elsewhere of how things are done, and the views it belongs to (FORB-88). */
  rutiner: { namn: string; adress: string; vyer: string[]; oppnas?: string }[];
  /** Links and addresses of the municipality's, as staff see them (HJALP-02). */
  lankar: Lank[];
  /** `innehavare` = who holds a handläggarfunktion today. */
  utforare: (KatalogPost<Utforare> & { innehavare?: string })[];
  organisationer: KatalogPost<Organisation>[];
  /** Active users whose role may answer for an aktualisering or an utredning. */
  handlaggare: {
    id: string;
    namn: string;
    titel: string;
    roller: Roll[];
    funktionId?: string;
    organisationId: string;
    /** What decides which akter they may read. */
    enheter: string[];
    skyddadBehorighet: boolean;
  }[];
  instrument: KatalogPost<Instrument>[];
  delegationer: KatalogPost<Delegation>[];
  fristregler: KatalogPost<Fristregel>[];
  inkomstformular: KatalogPost<Inkomstformular>[];
  /** The server has digital post: it is offered. */
  digitalPost: boolean;
  /** The signed-in user. */
  egen: {
    anvandareId: string;
    namn: string;
    titel: string;
    funktionId?: string;
    organisationId: string;
    enheter: string[];
    roller: Roll[];
    /** May read akter of persons with skyddad folkbokföring, and lower a protection. */
    skyddadBehorighet: boolean;
    utforareId?: string;
  };
};

/** A record of an akt. */
export type AktPost<T> = { id: string; data: T /** Not yet received by the server. */; osand: boolean };

/** A document of an akt: what is known of it. Its bytes are read by `dokument.las`. */
export type DokumentVy = AktPost<Dokument> & {
  personId: string;
  /** Where its bytes are. */
  lage?: Dokumentlage;
  /** What it was made of and has been marked as wrong since, by name; of one that is asked for by itself. */
  felmarkeratUnderlag?: string[];
};

/** The records of an akt that the case is made of; the texts are read through `dokumentation.hamta`. */
export type AktVy = {
  personId: string;
  /** Never with an address when the person has any skydd. */
  person: AktPost<Person>;
  /** Null where the birth date is not known. */
  alder: number | null;
  hushall: AktPost<Hushallsmedlem>[];
  personkretsar: AktPost<RegistreradPersonkrets>[];
  aktualiseringar: AktPost<Aktualisering>[];
  utredningar: AktPost<Utredning>[];
  beslut: AktPost<Beslut>[];
  bestallningar: AktPost<Bestallning>[];
  verkstalligheter: AktPost<Verkstallighet>[];
  franvaron: AktPost<Franvaro>[];
  franvarounderlag: AktPost<Franvarounderlag>[];
  bedomningar: AktPost<Bedomning>[];
  bevakningar: AktPost<Bevakning>[];
  erbjudanden: AktPost<Erbjudande>[];
  ivouppgifter: AktPost<Ivouppgift>[];
  ivorapporter: AktPost<Ivorapport>[];
  uppfoljningar: AktPost<Uppfoljning>[];
  moten: AktPost<Mote>[];
  individuellaPlaner: AktPost<IndividuellPlan>[];
  kirForslag: AktPost<KirForslag>[];
  /** The documents of the akt. */
  handlingar: AktPost<Dokument>[];
};

/** One command's trace in the akt; `poster` only of the type or record asked for. */
export type HandelseVy = {
  id: string;
  at: IsoInstant;
  anvandareId: string;
  /** Who, with the name of that day. */
  namn: string;
  kommando: string;
  /** What was done, in words: `Beslut om Ledsagarservice 261120`. */
  vad: string;
  poster: Handelse['poster'];
  osand: boolean;
};

/**
 * The register of residents: a hit, no such person, or not reached (the server or the register is not there, or says no).
 * `skyddad`: the person is there, with skyddad folkbokföring that the user has no right to.
 */
export type KirSvar =
  | { slag: 'traff'; post: KirPost }
  | { slag: 'ejTraff' }
  | { slag: 'skyddad' }
  /** A kund of the municipality whom the user's units do not have: to be taken up, by the number she has there. */
  | { slag: 'annanEnhet'; personId: string; personnummer: string }
  | { slag: 'forManga' }
  | { slag: 'ejNaddes' };

/**
 * How much was moved to another kund, drafts too; and what stays: what the rules there refuse, and a draft of a form that is begun there.
 * `fran` is whose it was.
 */
export type Flyttat = { fran: string; flyttade: number; kvar: number };
/** How many refused commands were sent once more; and how many the rules refuse on this computer already. */
export type SkickatIgen = { skickade: number; kvar: number };

export type KundVy = {
  personId: string;
  person: Person;
  /** Null where the birth date is not known. */
  alder: number | null;
  kontakter: { id: string; data: Kontakt }[];
  /** What the kund has agreed to, as the user's units were told it; `osand` = not received by the server yet. */
  samtycken: AktPost<Samtycke>[];
  /** The kund's own e-service; absent where it was never turned on. */
  etjanst?: AktPost<Etjanst>;
  /** Who may use it in the kund's place, as the user's units approved it; those that are over too. */
  godkannanden: AktPost<Godkannande>[];
  /** What the kund was sent of inkomstblanketter, and how far each has come: no figure. */
  inkomstblanketter: AktPost<Inkomstblankett>[];
  hushall: { id: string; data: Hushallsmedlem }[];
  /** Others whose name or number is easily taken for this one. */
  forvaxlaInte: PersonRad[];
  iKundlistan: boolean;
  /** Under 18 with no vårdnadshavare in the hushåll (FORB-08). */
  saknarVardnadshavare: boolean;
  /** What each of the kund's units that the user is of has registered (FORB-25), by what the unit is called. */
  personkretsar: { enhet: string; personkrets?: Personkrets }[];
  /** A LASS-beslut is ongoing (FORB-29). */
  lass: boolean;
  /** Types of the akt's records that are known to be kept back, for this program cannot read them. */
  olasliga?: RecordType[];
};

/** What would be handed to another unit, and to which it may be. */
export type UppgiftUnderlag = {
  ref: UppgiftRef;
  /** The revision that is shown; null of a beslut from before revisions. */
  rev: string | null;
  namn: string;
  /** Absent of a text that is not signed. */
  innehall?: Innehall;
  hinder?: Rejection['code'];
  till: { kod: string; namn: string }[];
};
/** What was handed; `enhet` is what the other unit is called. */
export type UppgiftVy = { slag: 'mottagen'; data: Mottagen; enhet: string } | { slag: 'utlamning'; data: Utlamning; enhet: string };

/** A note of a dokumentation without its words. */
export type Nothuvud = { id: string } & Pick<
  AnteckningHuvud,
  'rubrikKod' | 'titel' | 'typ' | 'handelsedatum' | 'signerad' | 'felmarkerad' | 'langd'
>;

export type AnteckningVy = {
  id: string;
  data: Anteckning;
  rubrik: string /** Not yet received by the server. */;
  osand: boolean;
  kanFelmarkeras: boolean;
};

export type DokumentationVy = {
  personId: string;
  dokumentation: DokumentationRef;
  /** Label of the utredning or verkställighet. */
  etikett: string;
  noder: Nod[];
  rubriker: Rubrik[];
  /** Newest first. Their words are read by `dokumentation.noter`, for those that are shown. */
  anteckningar: Nothuvud[];
  /** Why the user may only read here (ROLL-03); absent when they may write. */
  lasorsak?: Rejection['code'];
  /** Where the user may write about the insats instead (FORB-15). */
  lssInsatser?: DokumentationRef;
  /** Which organisation carries out the verkställighet (VERK-09). */
  organisation?: string;
};

export type FrastextVy = { id: string; titel: string; text: RichText };

export type KommandoSvar = { ok: true; id: string } | { ok: false; rejection: Rejection };

/** `namn` is null when the replica no longer holds the person; the draft stays. */
export type Utkast = {
  nyckel: string;
  personId: string | null;
  namn: string | null;
  /** Absent when the replica no longer holds the person. */
  skydd?: Person['skydd'];
  titel: string;
  data: unknown;
  sparad: IsoInstant;
  /** Of a kund who is not here, or is named to nobody before a reason is given: lists show nothing of it. */
  dolt?: true;
};

/** With its content in words: read also where its form cannot be opened. */
export type UtkastDetalj = Utkast & {
  rader: UtkorgRad[];
  /** Where it can be moved, when what it was begun in is not there: the name, and the draft's key there. */
  flytt?: { namn: string; till: string }[];
};

/** Receipts (ARCHITECTURE 6): `koad` = here only until sent; `vantar` = set aside until the server can read the akt; `mottagen` = the server has it. */
export type UtkorgTillstand = 'koad' | 'skickad' | 'vantar' | 'mottagen' | 'nekad' | 'avgjord';

export type UtkorgPost = {
  id: string;
  seq: number;
  name: string;
  personId: string | null;
  namn: string | null;
  /** Absent when the replica no longer holds the person. */
  skydd?: Person['skydd'];
  /** Heading or title that tells what it was about. */
  vad: string;
  at: IsoInstant;
  tillstand: UtkorgTillstand;
  mottagen?: IsoInstant;
  /** The command is received; the document that it files waits here to be sent. */
  fil?: true;
  rejection?: { code: string; field?: string };
  /** Two texts stand against each other. */
  konflikt: boolean;
};

/** A value of a command's input as a reader sees it: `Giltig fr.o.m.` `2026-11-20`. `niva` 1 = below the heading row before it. */
export type UtkorgRad = { etikett: string; varde: string; niva: 0 | 1 | 2 };

/** A place for what was written to something that was refused: its name, and the command's input as it is there. */
export type UtkorgFlytt = { namn: string; input: unknown };

export type UtkorgPostDetalj = UtkorgPost & {
  /** In today's shape; as it was queued where this program cannot read it. */
  input: unknown;
  /** The input in words, so that what was refused can be read whole; absent for commands whose content is a text (`egenText`). */
  rader?: UtkorgRad[];
  /** The user's own words, whole. */
  egenText?: RichText;
  /** The form it was sent from, as it was filled in: a draft to put back (FRAGA-61). Absent where no form was kept. */
  formular?: { nyckel: string; titel: string; data: unknown };
  /** Where it can be moved, when what it belonged to is not there. */
  flytt?: UtkorgFlytt[];
  /** How many of the same akt were refused for the same cause, itself too, where they are several: sent again by one act. */
  sammaOrsak?: number;
  /** What the server holds in that place today, if the replica may hold it. */
  server?: { anteckningId: string; text: RichText; rev: string; av: string; at: IsoInstant; signerad: boolean };
};

/** A record that a document is made from, at the revision it then had. */
/** The crisis folder that was made. `skyddade`: kunder left out of it because they are protected. */
export type KrismappSvar = { mapp: string; kunder: number; misslyckade: number; skyddade: number };

export type Underlagsrad = { type: string; id: string; rev: string };
/** What Granska answers: the document, whose bytes are stored on this computer, or all that is missing and where it is put right. */
export type Granskat =
  | {
      ok: true;
      sha256: string;
      /** Bytes. */
      storlek: number;
      sidor: number;
      titel: string;
      mall: { id: string; kod: string; namn: string; version: number };
      /** What it is filed as, where its mall says so. */
      dokumenttyp?: string;
      underlag: Underlagsrad[];
      /** Of the bevakningslista: the mallar that serve it. Of an akt `dokument.utbud` tells them. */
      mallar?: { id: string; namn: string }[];
      /** Texts that were left out since they are not signed (PDF-05), each where it stands. */
      utelamnade?: Textvag[];
      /** The strongest protection of those it tells of. */
      skydd: Person['skydd'];
    }
  | { ok: false; saknas: (Dokumentfel & { vag?: Dokumentvag })[] };

export type Dubbelsidigt = 'nej' | 'langsida' | 'kortsida';
/** `dialog`: no printers are known here; the browser's own dialog chooses. `sida`: they print what the page shows. */
export type SkrivareVy = { tar: 'pdf' | 'sida' | 'dialog'; skrivare: { id: string; namn: string; forvald: boolean }[] };
