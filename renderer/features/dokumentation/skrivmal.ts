import { gathersNotes } from '../../../shared/domain/anteckning/commands.ts';
import { type DokumentationRef, journalRubrik } from '../../../shared/domain/anteckning/records.ts';
import { rubrikTitel } from '../../../shared/domain/katalog/rubrik-titel.ts';
import { emptyText } from '../../../shared/domain/text/text.ts';
import type { AnteckningVy, DokumentationVy, Nothuvud } from '../../../shared/ipc/views.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { type AnteckningUtkast, type SparatUtkast, utkastnyckel } from './utkast.ts';

/** What the writing pane writes: a place in the dokumentation and the words it begins with. */
export type Skrivmal = {
  nyckel: string;
  /** The rubrik. */
  titel: string;
  start: AnteckningUtkast;
  /** The words come from a draft: they are not in the record. */
  arUtkast: boolean;
  /** Not opened by the user now, but shown again with its tab: it does not take the focus from what they write elsewhere. */
  visadIgen?: boolean;
};

type Underlag = { vy: DokumentationVy; utkast: readonly SparatUtkast[]; nyttId: () => string; idag: IsoDate };

const malAv = (vy: DokumentationVy, start: AnteckningUtkast, arUtkast: boolean): Skrivmal => ({
  nyckel: utkastnyckel({ ...start, personId: vy.personId }),
  titel: start.rubrikKod === journalRubrik ? 'Anteckningar' : rubrikTitel(vy.rubriker, start.rubrikKod),
  start,
  arUtkast,
});

/** What is written, in words: under the rubrik, or a document (DOK-15). */
export function maltitel({ titel, start: { rubrikKod, typ } }: Skrivmal): string {
  if (typ === undefined) return titel;
  return rubrikKod === journalRubrik ? 'Dokument' : `Dokument under ${titel}`;
}

/** Where the words go, as the writing pane says it. */
export const platsOrd = (ref: DokumentationRef, rubrikKod: string, etikett: string): string =>
  rubrikKod === journalRubrik ? 'Utredningsjournal' : ref.slag === 'utredning' ? 'Utredningsdokument' : etikett;

/** A saved note, with the words of the record; whoever opens it asks for a draft first. */
export function malForAnteckning(vy: DokumentationVy, note: AnteckningVy): Skrivmal {
  const { dokumentation, rubrikKod, titel = '', typ, handelsedatum, text, rev, rattar } = note.data;
  const start = { anteckningId: note.id, dokumentation, rubrikKod, titel, typ, datumtext: handelsedatum, text, basRev: rev };
  return malAv(vy, rattar === undefined ? start : { ...start, rattar }, false);
}

/** Where a draft lies that may be known by its place alone: opened only if its words are there. */
export function malForPlats(vy: DokumentationVy, rubrikKod: string, anteckningId: string): Skrivmal {
  const start = { anteckningId, dokumentation: vy.dokumentation, rubrikKod, titel: '', datumtext: '', text: emptyText, basRev: null };
  return malAv(vy, start, true);
}

/** DOK-03: double click on Anteckningar is a new empty note, always. */
export function nyAnteckning({ vy, nyttId, idag }: Underlag, rubrikKod: string): Skrivmal {
  const start = {
    anteckningId: nyttId(),
    dokumentation: vy.dokumentation,
    rubrikKod,
    titel: '',
    datumtext: idag,
    text: emptyText,
    basRev: null,
  };
  return malAv(vy, start, false);
}

/** DOK-15: a new document, its kind still to be chosen. */
export function nyttDokument(underlag: Underlag, rubrikKod: string): Skrivmal {
  const { vy } = underlag;
  return malAv(vy, { ...nyAnteckning(underlag, rubrikKod).start, typ: '' }, false);
}

/** The unsigned text that a double click on a rubrik goes on with (DOK-09); none where notes gather (DOK-12). */
export function osigneradUnder({ dokumentation, anteckningar }: DokumentationVy, rubrikKod: string): Nothuvud | undefined {
  if (gathersNotes({ dokumentation, rubrikKod })) return undefined;
  return anteckningar.find((note) => note.rubrikKod === rubrikKod && !note.signerad && !note.felmarkerad);
}

/** Double click on a rubrik without such a text writes in a draft of one, or in a new one (DOK-09); where notes gather always a new one. */
export function malForRubrik(underlag: Underlag, rubrikKod: string): Skrivmal {
  const { vy, utkast } = underlag;
  if (gathersNotes({ dokumentation: vy.dokumentation, rubrikKod })) return nyAnteckning(underlag, rubrikKod);
  const draft = utkast.find(({ data }) => data.rubrikKod === rubrikKod && !vy.anteckningar.some(({ id }) => id === data.anteckningId));
  return draft ? malAv(vy, draft.data, true) : nyAnteckning(underlag, rubrikKod);
}

export const malForUtkast = (vy: DokumentationVy, utkast: SparatUtkast): Skrivmal => malAv(vy, utkast.data, true);

/** FORB-16: a corrected copy of a felmarkerad note, a draft until it is saved. */
export function rattadKopia({ vy, nyttId }: Pick<Underlag, 'vy' | 'nyttId'>, note: AnteckningVy): Skrivmal {
  const { dokumentation, rubrikKod, titel = '', typ, handelsedatum, text } = note.data;
  const start = {
    anteckningId: nyttId(),
    dokumentation,
    rubrikKod,
    titel,
    typ,
    datumtext: handelsedatum,
    text,
    basRev: null,
    rattar: note.id,
  };
  return malAv(vy, start, true);
}

/** The words of one note as a new note beside it: the way out when the first was signed meanwhile. */
export function egenNyAnteckning(vy: DokumentationVy, utkast: AnteckningUtkast, nyttId: () => string): Skrivmal {
  return malAv(vy, { ...utkast, anteckningId: nyttId(), basRev: null }, true);
}
