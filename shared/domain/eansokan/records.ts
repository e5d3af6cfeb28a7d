import { z } from 'zod';
import { swedishDay, yymmdd } from '../../util/datum.ts';
import { id, instant, line, signatur } from '../fields.ts';
import { ingangar } from '../katalog/records.ts';
import { defineRecord } from '../record.ts';

/** Fields as the e-service gives them (EANS-05). */
export const ansokanFalt = {
  ingang: z.enum(ingangar),
  /** 12 characters; a samordningsnummer, and of somebody who is not folkbokförd here, too (ETJ-08). */
  personnummer: z.string().min(12).max(12),
  fornamn: line(80),
  efternamn: line(80).min(1),
  telefon: line(40).optional(),
  epost: line(200).optional(),
  /** What was applied for, in the words of the e-service (ETJ-02). */
  insats: line(120).min(1),
  insatsId: id.optional(),
  /** The text that must be written (EANS-05). */
  text: line(8000).min(1),
  /** Whom it is about, where the sender says that it is somebody else (FEL-01). */
  forAnnan: line(200).optional(),
  inkom: instant,
};

/**
 * An application that came by the e-service. It lies in a scope of its own until it is connected: then what was written is in the akt, and here is told
 * what became of it.
 */
const eansokan = z.looseObject({
  ...ansokanFalt,
  /** The unit that reads it and handles it (EANS-03). */
  enhet: z.string().min(1).max(40),
  /** The sender has skyddad folkbokföring. */
  skyddad: z.literal(true).optional(),
  /** "Jag tar hand om den" (FORB-57). */
  tagen: signatur.optional(),
  /** Absent = inkommen. */
  utfall: z
    .looseObject({
      slag: z.enum(['kopplad', 'gallerAnnan', 'atertagen']),
      ...signatur.shape,
      /** The command that did it: what is done again by the same is done. */
      kommandoId: id.optional(),
      /** Whose akt took it in. */
      personId: id.optional(),
      kommentar: line(1000).optional(),
    })
    .optional(),
});
export type Eansokan = z.infer<typeof eansokan>;
export type Ingang = Eansokan['ingang'];

export const eansokanRecord = defineRecord({
  type: 'eansokan',
  schema: eansokan,
  readers: 'inkorgen',
  ord: 'E-ansökan',
  namn: ({ insats, inkom }) => `${insats} ${yymmdd(swedishDay(inkom))}`,
});
