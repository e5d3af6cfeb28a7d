import { z } from 'zod';
import { day, instant, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';

const adress = z.looseObject({ gata: line(120), postnummer: line(10), ort: line(60) });

/** What the register of residents says of a person (REG-03). Without address for those whose identity is protected. */
export const kirPost = z.looseObject({
  personnummer: z.string().regex(/^\d{8}[0-9A-Z]\d{3}$/),
  fodelsedatum: day,
  efternamn: line(100),
  fornamn: line(100),
  tilltalsnamn: line(60).optional(),
  adress: adress.optional(),
  /** As the register writes it, e.g. `Ogift`; none when the register does not say. */
  civilstand: line(40).optional(),
  skydd: z.enum(['ingen', 'sekretessmarkering', 'skyddadFolkbokforing']),
  folkbokfordIKommunen: z.boolean(),
  avliden: day.optional(),
  /** Vårdnadshavare and other relations the register names. */
  relationer: z
    .array(z.looseObject({ relation: line(80), namn: line(200), personnummer: z.string().max(13).optional(), vardnadshavare: z.boolean() }))
    .optional(),
});
export type KirPost = z.infer<typeof kirPost>;

/**
 * The register's answer about a kund who was registered while it could not be reached (FRAGA-05): shown to a user, who takes
 * it or leaves it; never merged silently.
 */
const kirForslag = z.looseObject({
  /** None = the register does not know the person: not folkbokförd here (REG-04). */
  post: kirPost.optional(),
  /** When the register answered. */
  at: instant.optional(),
  avgjord: z.looseObject({ ...signatur.shape, val: z.enum(['godtaget', 'avvisat']) }).optional(),
});
export type KirForslag = z.infer<typeof kirForslag>;

export const kirForslagRecord = defineRecord({
  type: 'kirForslag',
  schema: kirForslag,
  readers: 'enheterna',
  ord: 'Uppgifter från folkbokföringen',
});
