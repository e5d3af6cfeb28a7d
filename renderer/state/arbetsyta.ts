import type { DokumentationRef } from '../../shared/domain/anteckning/records.ts';
import { type Arbetsyta, sattKundvy } from './kundvy.ts';

export type PersonuppgiftsDel = 'person' | 'hushall' | 'kontaktuppgifter';
export const personuppgiftsDelar: readonly PersonuppgiftsDel[] = ['person', 'hushall', 'kontaktuppgifter'];

/** What the work area of a kund's tab can show. */
export type Yta =
  | { slag: 'personuppgifter'; del: PersonuppgiftsDel }
  /** A node of the rubrikträd, read only. */
  | { slag: 'oversikt'; id: string }
  | DokumentationYta;

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

export const visaYta = (personId: string, yta: Yta | null): void => sattKundvy(personId, { yta });

/** Opens the dokumentation of an utredning or verkställighet in the kund's tab. */
export const visaDokumentation = (personId: string, ref: DokumentationRef, oppning: DokumentationOppning = {}): void =>
  visaYta(personId, { slag: 'dokumentation', dok: ref.slag, id: ref.id, oppning });

/** A stored work area as this program knows it; null for one of another version. */
export function lasYta(yta: Arbetsyta | null | undefined): Yta | null {
  if (!yta) return null;
  const known =
    (yta.slag === 'personuppgifter' && personuppgiftsDelar.some((del) => del === yta.del)) ||
    (yta.slag === 'oversikt' && typeof yta.id === 'string') ||
    (yta.slag === 'dokumentation' && typeof yta.id === 'string' && (yta.dok === 'utredning' || yta.dok === 'verkstallighet'));
  return known ? (yta as Yta) : null;
}
