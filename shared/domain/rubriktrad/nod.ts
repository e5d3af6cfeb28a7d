import type { RejectionCode } from '../command.ts';
import type { Statusord } from '../pagaende.ts';
import type { RecordType } from '../records.ts';

export type NodSlag =
  | 'personuppgifter'
  | 'personuppgifterDel'
  | 'rot'
  | 'aktualiseringar'
  | 'aktualisering'
  | 'utredning'
  | 'dokumentation'
  | 'journal'
  | 'anteckningar'
  | 'dokument'
  | 'rubrik'
  | 'anteckning'
  | 'beslut'
  | 'bestallning'
  | 'bedomning'
  | 'verkstallighet'
  /** A document of the akt: made here, bound or received. */
  | 'handling'
  /** What was handed between the kund's units: a folder, what came and what went. */
  | 'overlamnat'
  | 'mottagen'
  | 'utlamning'
  /** Other units that have the kund, where that may be known. */
  | 'andraEnheter';

/** Icon of a node; the renderer knows its picture. */
export type NodIkon =
  | 'person'
  | 'enheter'
  | 'mapp'
  | 'aktualisering'
  | 'utredning'
  | 'journal'
  | 'dokument'
  | 'rubrik'
  | 'anteckning'
  | 'felmarkerad'
  | 'beslut'
  | 'beslutAvslag'
  | 'bestallning'
  | 'bedomning'
  | 'verkstallighet'
  | 'handling';

/** Entries of a node's context menu (TRAD-14). */
export type NodMeny =
  | 'person'
  | 'hushall'
  | 'kontaktuppgifter'
  | 'samtycken'
  | 'dokumentation'
  | 'oppnaTradet'
  | 'felmarkera'
  | 'aktualisering'
  | 'inledUtredning'
  | 'lassBeslut'
  | 'verkstallighetOppna'
  | 'avslutaArende'
  | 'beslut'
  | 'bestallning'
  | 'bedomning'
  | 'avslutaVerkstallighet'
  | 'oppnaVerkstallighetIgen'
  | 'bytUtforare'
  | 'kopieraTexter'
  | 'klistraTexter'
  | 'historik'
  | 'felmarkeraBeslut'
  | 'felmarkeraHandling'
  | 'lamnaTillEnhet'
  | 'taUpp'
  | 'taBortBestallning'
  | 'nyEfterAvbrott'
  | 'bekrafta'
  | 'uppfoljningar'
  | 'moten'
  | 'individuellPlan';
export type MenyPost = { post: NodMeny /** Why it cannot be chosen now; the entry stays, dimmed. */; hinder?: MenyHinder };
/** The code the command itself would refuse with. */
export type MenyHinder = RejectionCode;

/** A node of the rubrikträd, in the order it is shown; `niva` counts from 1 as aria-level does. */
export type Nod = {
  id: string;
  parentId: string | null;
  niva: number;
  slag: NodSlag;
  etikett: string;
  fet: boolean;
  status?: Statusord;
  /** Days of an utredning or verkställighet, `YYYY-MM-DD`; without `till` it goes on. */
  period?: { fran: string; till?: string };
  ikon: NodIkon;
  /** Shown at the right: a count, or words like `9 av 12`, `ej bekräftad`. */
  hoger?: string;
  marke?: 'LASS' | 'signerad' | 'osignerad' | 'felmarkerad' | 'borttagen';
  /** A plus sign stands before it: it has sub-headings or a note (SYM-16, TRAD-13). */
  harBarn: boolean;
  meny: MenyPost[];
  /** What opening it opens. */
  ref?: { type: RecordType; id: string; rubrikKod?: string };
};
