import { z } from 'zod';
import { isCalendarDay } from '../../util/datum.ts';
import { day, enhetens, id, instant, line } from '../fields.ts';
import { defineRecord } from '../record.ts';

/** Of what a kund was called and numbered before, no more is kept. */
export const maxTidigare = 20;

/** `YYYY-MM-DD`, with zeros for what nobody knows: the register has some days in part. */
export const dodsdag = z
  .string()
  .refine((text) => isCalendarDay(text) || /^\d{4}-(00-00|(0[1-9]|1[0-2])-00)$/.test(text), { error: 'not-a-day' });
export const okandDodsdag = '0000-00-00';

/**
 * The kund. One entity whatever word a view shows (FRAGA-63). `enheter` are the units within whose inner walls the akt
 * lies (OSL 26:1): they decide which buckets hold it.
 */
export const person = z.looseObject({
  personnummer: z.string().regex(/^\d{8}[0-9A-Z]\d{3}$/),
  nummerSlag: z.enum(['personnummer', 'samordningsnummer', 'interim']),
  /** The register's or the user's word before the number's: a number may be of a day near the right one. Absent where nobody tells it. */
  fodelsedatum: day.optional(),
  /** With the mellannamn before it; empty for a person who has only given names. */
  efternamn: line(100),
  /** The part of `efternamn` that is mellannamn. */
  mellannamn: line(100).optional(),
  /** Empty for a newborn, and for a person of one name. */
  fornamn: line(100),
  /** The given name in daily use, one of `fornamn`. */
  tilltalsnamn: line(60).optional(),
  kundnummer: z.string().max(20),
  skydd: z.enum(['ingen', 'sekretessmarkering', 'skyddadFolkbokforing']),
  /** Never present when `skydd` is set. */
  adress: z.looseObject({ gata: line(120), postnummer: line(10), ort: line(60) }).optional(),
  /** Where post goes instead. With `skydd` set only Skatteverket's own, which says nothing of where the person lives. */
  postadress: z
    .looseObject({ gata: line(120), postnummer: line(10), ort: line(60), viaSkatteverket: z.literal(true).optional() })
    .optional(),
  telefon: line(40).optional(),
  epost: line(120).optional(),
  civilstand: z.string().max(40),
  folkbokfordIKommunen: z.boolean(),
  /** The day of death. */
  avliden: dodsdag.optional(),
  /** What the kund has had before, and is found by too. */
  tidigareNummer: z.array(z.string().max(13)).max(maxTidigare).optional(),
  tidigareEfternamn: z.array(line(100)).max(maxTidigare).optional(),
  /** Key of the municipal register; the same for everyone (REG-05) and shown to nobody (FORB-02). */
  nyckelkod: line(60).optional(),
  /** What the register of residents said (REG-03, REG-04, FORB-03); `ejKontrollerad` = it could not be reached (FRAGA-05). */
  kir: z.looseObject({ status: z.enum(['traff', 'ejTraff', 'stammerInte', 'ejKontrollerad']), at: instant }).optional(),
  rev: id.optional(),
  enheter: z.array(z.string().max(40)).min(1),
});
export type Person = z.infer<typeof person>;

export const personRecord = defineRecord({
  type: 'person',
  schema: person,
  readers: (_, { every }) => every,
  vagg: 'gemensam',
  ord: 'Personuppgifter',
});

/**
 * The personkrets that one unit has registered for the kund (FORB-25): one for each unit that assessed it. Health data, and that she
 * is an LSS kund at all is the unit's to know (OSL 26:1), so it is none of what is common.
 */
const personkrets = z.looseObject({
  ...enhetens,
  personkrets: z.enum(['1', '2', '3']),
  /** Moved here from the kund's common record, where programs of before kept it. */
  franPersonen: z.literal(true).optional(),
});
export type RegistreradPersonkrets = z.infer<typeof personkrets>;
export type Personkrets = RegistreradPersonkrets['personkrets'];
export const personkretsar = personkrets.shape.personkrets;

export const personkretsRecord = defineRecord({
  type: 'personkrets',
  schema: personkrets,
  readers: 'enheterna',
  vagg: 'egen',
  ord: 'Personkrets',
});

/** `Efternamn, Förnamn` (FORB-04), the form of headers, lists and tabs. */
export const displayName = (p: Pick<Person, 'efternamn' | 'fornamn'>): string => [p.efternamn, p.fornamn].filter(Boolean).join(', ');
