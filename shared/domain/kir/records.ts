import { z } from 'zod';
import { day, id, instant, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';

const skydd = z.enum(['ingen', 'sekretessmarkering', 'skyddadFolkbokforing']);
const adress = z.looseObject({ gata: line(120), postnummer: line(10), ort: line(60) });

/** Why somebody stands in the register and is not folkbokförd any more. */
const avregistreringar = ['avliden', 'utvandrad', 'bytt-nummer', 'annullerad', 'okand-vistelseort', 'fel-identitet', 'annan'] as const;

/** What the register of residents says of a person (REG-03). Without address for those whose identity is protected. */
export const kirPost = z.looseObject({
  personnummer: z.string().regex(/^\d{8}[0-9A-Z]\d{3}$/),
  /** Other numbers the register gives the same person: earlier ones, and those this one was given up for. */
  andraNummer: z.array(z.string().max(13)).optional(),
  /** As the register says it, which the number need not agree with; absent when it knows it in part or not at all. */
  fodelsedatum: day.optional(),
  /** Dates that the register has in part, as it writes them: `1970-00-00`. */
  ofullstandigt: z.looseObject({ fodelsedatum: line(10).optional(), avliden: line(10).optional() }).optional(),
  /** With the mellannamn before it; empty for a person who has only given names. */
  efternamn: line(100),
  /** The part of `efternamn` that is mellannamn. */
  mellannamn: line(100).optional(),
  /** Empty for a newborn, and for a person of one name. */
  fornamn: line(100),
  tilltalsnamn: line(60).optional(),
  adress: adress.optional(),
  /** Where post goes instead. Of someone with skyddad folkbokföring it is Skatteverket's own, and the only way. */
  postadress: z.looseObject({ ...adress.shape, viaSkatteverket: z.literal(true).optional() }).optional(),
  /** As the register writes it, e.g. `Ogift`; none when the register does not say. */
  civilstand: line(40).optional(),
  skydd,
  folkbokfordIKommunen: z.boolean(),
  avliden: day.optional(),
  avregistrerad: z.enum(avregistreringar).optional(),
  /** The identity has not been proved, or its samordningsnummer rests. */
  identitet: z.enum(['ej-styrkt', 'vilande']).optional(),
  /** Vårdnadshavare and other relations the register names. */
  relationer: z
    .array(
      z.looseObject({
        relation: line(80),
        /** Empty when the register gives a number alone. */
        namn: line(200),
        personnummer: z.string().max(13).optional(),
        vardnadshavare: z.boolean(),
        /** Of the relation's own post; absent when that could not be asked for. */
        skydd: skydd.optional(),
      }),
    )
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

/**
 * A user has asked the register of residents more often than a caseworker has use for (FRAGA-62): for a systemförvaltare, in their own
 * scope.
 */
const kirNotis = z.looseObject({
  anvandareId: id,
  namn: line(120),
  at: instant,
  /** Questions of the latest minute and of the latest day, when the limit was reached. */
  minut: z.int().nonnegative(),
  dygn: z.int().nonnegative(),
  kvitterad: signatur.optional(),
});

export const kirNotisRecord = defineRecord({
  type: 'kirNotis',
  schema: kirNotis,
  readers: 'agaren',
  ord: 'Ovanligt många frågor till folkbokföringen',
});

export const kirForslagRecord = defineRecord({
  type: 'kirForslag',
  schema: kirForslag,
  readers: 'enheterna',
  vagg: 'gemensam',
  ord: 'Uppgifter från folkbokföringen',
});
