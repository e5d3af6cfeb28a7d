import { z } from 'zod';
import { id, line } from '../fields.ts';
import { richText } from '../text/text.ts';

/** Records of the scope `katalog`: the municipality's own values, kept by systemförvaltare, never constants in code. */

export const roller = [
  'lssHandlaggare',
  'bistandshandlaggare',
  'enhetschef',
  'boendesamordnare',
  'avgiftshandlaggare',
  'utforare',
  'systemforvaltare',
] as const;
export type Roll = (typeof roller)[number];

export const organisation = z.looseObject({ namn: line(80), parentId: id.optional(), ordning: z.number().int() });
export type Organisation = z.infer<typeof organisation>;

export const anvandare = z.looseObject({
  namn: line(120),
  /** The position the user holds today, e.g. `LSS-handläggare 3` (ROLL-04), as an id of the utförare catalogue. */
  funktionId: id.optional(),
  titel: line(80),
  roller: z.array(z.enum(roller)).min(1),
  organisationId: id,
  /** Units whose akter the user may read. */
  enheter: z.array(z.string().max(40)),
  /** May also read akter of persons with skyddad folkbokföring. */
  skyddadBehorighet: z.boolean(),
  /** For staff of a utförare: the one they work for. */
  utforareId: id.optional(),
  aktiv: z.boolean(),
});
export type Anvandare = z.infer<typeof anvandare>;

export const utforare = z.looseObject({
  namn: line(80),
  slag: z.enum(['utforare', 'handlaggarfunktion', 'myndighet']),
  driftform: z.enum(['kommunal', 'privat']).optional(),
  bekraftasAv: z.enum(['utforare', 'handlaggare']).optional(),
});
export type Utforare = z.infer<typeof utforare>;

export type Rubrik = { kod: string; titel: string; hjalpfrastext?: string; underrubriker?: Rubrik[] };
const rubrik: z.ZodType<Rubrik> = z.lazy(() =>
  z.looseObject({
    kod: z.string().max(60),
    titel: line(120),
    hjalpfrastext: z.string().max(4000).optional(),
    underrubriker: z.array(rubrik).optional(),
  }),
);

/** The rubriker of a kind of dokumentation (TRAD-12, TRAD-13). */
export const rubrikmall = z
  .looseObject({
    slag: z.enum(['utredning', 'verkstallighet']),
    /** Utredningstyper it serves; empty = every one that has no mall of its own. */
    typer: z.array(line(80)),
    rubriker: z.array(rubrik),
  })
  // A text is found by its rubrik's code: a code that stands twice would show the text twice.
  .refine(({ rubriker }) => new Set(rubrikKoder(rubriker)).size === rubrikKoder(rubriker).length, { error: 'duplicate-kod' });
export type Rubrikmall = z.infer<typeof rubrikmall>;

/** The codes of a mall's rubriker, sub-headings included, in the order they stand. */
export const rubrikKoder = (rubriker: Rubrik[]): string[] =>
  rubriker.flatMap((rubrik) => [rubrik.kod, ...rubrikKoder(rubrik.underrubriker ?? [])]);

/** A standard phrase (FRAS-01). Without `rubrikKoder` it is offered everywhere. */
export const frastext = z.looseObject({
  titel: line(80),
  rubrikKoder: z.array(z.string().max(60)),
  text: richText,
  ordning: z.number().int(),
});
export type Frastext = z.infer<typeof frastext>;
