import { z } from 'zod';
import { day, enhetens, id, instant, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';
import { richText, textLength } from '../text/text.ts';

/** Where a text belongs: the dokumentation of an utredning or of a verkställighet. */
export const dokumentationRef = z.strictObject({ slag: z.enum(['utredning', 'verkstallighet']), id });
export type DokumentationRef = z.infer<typeof dokumentationRef>;

/** `rubrikKod` of the notes under Utredningsjournal → Anteckningar. */
export const journalRubrik = 'JOURNAL';

/**
 * A note: a journal note, the text under a rubrik of the Utredningsdokument, or a note in a verkställighet.
 * `rev` is changed by every save; a save or signature built on another revision is refused, never merged.
 */
const anteckning = z.looseObject({
  ...enhetens,
  dokumentation: z.looseObject(dokumentationRef.shape),
  rubrikKod: z.string().max(60),
  titel: line(120).optional(),
  /** What kind of document it is (DOK-15), as the municipality calls it; absent in what is a note and no document. */
  typ: line(80).optional(),
  handelsedatum: day,
  text: richText,
  rev: id,
  skapad: signatur,
  sparad: signatur,
  signerad: signatur.optional(),
  felmarkerad: signatur.extend({ orsak: line(500) }).optional(),
  /** The felmarkerad note this one corrects (FORB-16). */
  rattar: id.optional(),
  /** Copied from another utredning: to be reviewed before it is signed (KOP-05, FORB-19). */
  kopierad: z.looseObject({ franUtredningId: id, franAnteckningId: id, etikett: line(120), granskad: signatur.optional() }).optional(),
});
export type Anteckning = z.infer<typeof anteckning>;

/** What a note is called: its title, and of a document (DOK-15) what kind it is. Empty when it has neither. */
export const nottitel = ({ typ, titel }: { typ?: string | undefined; titel?: string | undefined }): string =>
  [typ, titel].filter(Boolean).join(': ');

/** What the rubrikträd shows of a note; kept apart from the text so that a tree of thousands opens at once. */
export const anteckningHuvud = (a: Anteckning) => ({
  dokumentation: a.dokumentation,
  rubrikKod: a.rubrikKod,
  titel: a.titel,
  ...(a.typ ? { typ: a.typ } : {}),
  handelsedatum: a.handelsedatum,
  skapadAt: a.skapad.at,
  sparadAv: a.sparad.anvandareId,
  signerad: a.signerad !== undefined,
  felmarkerad: a.felmarkerad !== undefined,
  /** Characters of text: how high it will be. */
  langd: textLength(a.text),
  ...(a.kopierad && !a.kopierad.granskad ? { ejGranskad: true as const } : {}),
});
export type AnteckningHuvud = ReturnType<typeof anteckningHuvud>;

export const anteckningRecord = defineRecord({
  type: 'anteckning',
  schema: anteckning,
  huvud: anteckningHuvud,
  /** Notes of a verkställighet are its utförare's; those of an utredning the units' alone. */
  readers: ({ huvud }, { byVerkstallighet }) => {
    const utforare = byVerkstallighet.get(huvud.dokumentation.id);
    return utforare === undefined ? [] : [utforare];
  },
  vagg: 'dokumentation',
  ord: 'Anteckning',
});

/** A user's choice between two texts, kept in the akt with both of them (FRAGA-61): nothing written is lost by choosing. */
const konfliktval = z.looseObject({
  ...enhetens,
  anteckningId: id,
  val: z.enum(['server', 'egen', 'bada', 'sammanskriven']),
  egenText: richText,
  serverText: richText.optional(),
  avgjord: signatur,
  egenSkriven: instant,
});
export type Konfliktval = z.infer<typeof konfliktval>;

export const konfliktvalRecord = defineRecord({
  type: 'konfliktval',
  schema: konfliktval,
  huvud: () => ({}),
  readers: 'enheterna',
  vagg: 'anteckningId',
  ord: 'Val mellan två texter',
});
