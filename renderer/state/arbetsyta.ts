import type { DokumentationRef } from '../../shared/domain/anteckning/records.ts';
import { type Utskriftsobjekt, utskriftsobjekt } from '../../shared/domain/dokument/utbud.ts';
import { type Arbetsyta, setKundvy } from './kundvy.ts';

export type PersonuppgiftsDel = 'person' | 'hushall' | 'kontaktuppgifter' | 'samtycken';
export const personuppgiftsDelar: readonly PersonuppgiftsDel[] = ['person', 'hushall', 'kontaktuppgifter', 'samtycken'];

/** The tabs of an utredning, in their order; Ctrl+1 is the first. */
export const utredningsflikar = [
  'utredning',
  'aktualiseringar',
  'dokumentation',
  'beslut',
  'bestallning',
  'bedomning',
  'tidslinje',
  'infoga',
] as const;
export type Utredningsflik = (typeof utredningsflikar)[number];

/** What concerns the kund's whole ärende, opened from LSS utredning o verkställighet. */
export const arendeflikar = ['aktualisering', 'inled', 'lass', 'avsluta', 'tidslinje'] as const;
export type Arendeflik = (typeof arendeflikar)[number];

/** What the work area of a kund's tab can show. */
export type Yta =
  | { slag: 'personuppgifter'; del: PersonuppgiftsDel }
  /** A node of the rubrikträd, read only. */
  | { slag: 'oversikt'; id: string }
  | DokumentationYta
  | Panelyta;

/** What other features than kund draw. */
export type Panelyta = UtredningYta | VerkstallighetYta | ArendeYta | UtskriftYta | HandlingYta | BindareYta;

/** A tab of an utredning, with the record that is open in it. Dokumentation stands for itself: verkställigheter have it too. */
export type UtredningYta = {
  slag: 'utredning';
  id: string;
  flik: Exclude<Utredningsflik, 'dokumentation'>;
  aktualiseringId?: string;
  /** The beslut that is open, or that a beställning or bedömning is made from. */
  beslutId?: string;
  bestallningId?: string;
  bedomningId?: string;
  /** An empty form of the tab's kind. */
  ny?: boolean;
};
export type VerkstallighetYta = { slag: 'verkstallighet'; id: string; flik?: 'infoga' };
export type ArendeYta = {
  slag: 'arende';
  flik: Arendeflik;
  aktualiseringId?: string;
  /** A new aktualisering of the omprövning that this uppföljning led to. */
  omprovningAv?: string;
};

/** Vad och mall, Granska and printer; `fran` is what is shown again when it is closed. */
export type UtskriftYta = { slag: 'utskrift'; objekt: Utskriftsobjekt; fran?: Yta };
/** PDF-binder; `med` is a document that is put in when it is opened, `fran` what is shown again when it is closed. */
export type BindareYta = { slag: 'bindare'; med?: string; fran?: Yta };
/** A document of the akt. */
export type HandlingYta = { slag: 'handling'; id: string };

/** What to do in a dokumentation when it is shown, once. */
export type DokumentationOppning = {
  rubrikKod?: string;
  anteckningId?: string;
  oppnaHela?: boolean;
  /** Double click on Anteckningar or a rubrik: write. */
  skriv?: boolean;
  /** Felmarkera was chosen in the kund's rubrikträd. */
  felmarkera?: boolean;
};
/** How the dokumentation stands: kept over tab changes and restarts. */
export type DokumentationLage = {
  /** Open nodes of its tree; null = as it opens the first time. */
  oppna: string[] | null;
  vald: string | null;
  /** The read view shows the whole journal or document. */
  hela: boolean;
  scroll: number;
  /** The note in the writing pane. */
  skriver: { rubrikKod: string; anteckningId: string } | null;
  /** Documents that are open beside it, by their ids, and the one that is shown. */
  bredvid?: { visas: boolean; oppna: string[]; vald: string | null };
};
export type DokumentationYta = {
  slag: 'dokumentation';
  dok: DokumentationRef['slag'];
  id: string;
  oppning?: DokumentationOppning;
  lage?: DokumentationLage;
};

/** What the kund feature gives to whoever draws a dokumentation. */
export type DokumentationProps = { personId: string; dokumentation: DokumentationRef } & DokumentationOppning;

export const showYta = (personId: string, yta: Yta | null): void => setKundvy(personId, { yta });

/** Opens the dokumentation of an utredning or verkställighet in the kund's tab. */
export const showDokumentation = (personId: string, ref: DokumentationRef, oppning: DokumentationOppning = {}): void =>
  showYta(personId, { slag: 'dokumentation', dok: ref.slag, id: ref.id, oppning });

/** The work area of a tab of an utredning. */
export const flikYta = (id: string, flik: Utredningsflik): DokumentationYta | UtredningYta =>
  flik === 'dokumentation' ? { slag: 'dokumentation', dok: 'utredning', id, oppning: {} } : { slag: 'utredning', id, flik };

/** A stored work area as this program knows it; null for one of another version. */
export function readYta(yta: Arbetsyta | null | undefined): Yta | null {
  if (!yta) return null;
  const flik: unknown = yta.flik;
  const known =
    (yta.slag === 'personuppgifter' && personuppgiftsDelar.some((del) => del === yta.del)) ||
    (yta.slag === 'oversikt' && typeof yta.id === 'string') ||
    (yta.slag === 'dokumentation' && typeof yta.id === 'string' && (yta.dok === 'utredning' || yta.dok === 'verkstallighet')) ||
    (yta.slag === 'utredning' && typeof yta.id === 'string' && flik !== 'dokumentation' && utredningsflikar.some((one) => one === flik)) ||
    (yta.slag === 'verkstallighet' && typeof yta.id === 'string') ||
    (yta.slag === 'utskrift' && utskriftsobjekt.safeParse(yta.objekt).success) ||
    yta.slag === 'bindare' ||
    (yta.slag === 'handling' && typeof yta.id === 'string') ||
    (yta.slag === 'arende' && arendeflikar.some((one) => one === flik));
  return known ? (yta as Yta) : null;
}

/** The object of a form `utskrift`, as its draft's key has it. */
export const utskriftsobjektText = ({ type, id }: Utskriftsobjekt): string => `${type}:${id}`;
export function readUtskriftsobjekt(text: string): Utskriftsobjekt | undefined {
  const [type, id] = text.split(':');
  return utskriftsobjekt.safeParse({ type, id }).data;
}
