import { z } from 'zod';
import { periodenheter } from '../beslut/records.ts';
import { day, id, line } from '../fields.ts';
import { defineRecord } from '../record.ts';
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

const organisation = z.looseObject({
  namn: line(80),
  parentId: id.optional(),
  ordning: z.number().int(),
  /** The unit whose cases are done there: who begins something for the organisation begins it for the unit. */
  enhet: z.string().max(40).optional(),
});
export type Organisation = z.infer<typeof organisation>;

export const organisationRecord = defineRecord({
  type: 'organisation',
  schema: organisation,
  readers: 'alla',
  ord: 'Organisation',
  namn: ({ namn }) => namn,
});

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
  /** The shared mailboxes they may read (MINST-05), as long as they are of the unit. */
  brevlador: z.array(z.looseObject({ enhet: z.string().max(40), kod: z.string().max(40) })).optional(),
  aktiv: z.boolean(),
});
export type Anvandare = z.infer<typeof anvandare>;

export const anvandareRecord = defineRecord({
  type: 'anvandare',
  schema: anvandare,
  readers: 'alla',
  ord: 'Användare',
  namn: ({ namn }) => namn,
});

const utforare = z.looseObject({
  namn: line(80),
  slag: z.enum(['utforare', 'handlaggarfunktion', 'myndighet']),
  driftform: z.enum(['kommunal', 'privat']).optional(),
  bekraftasAv: z.enum(['utforare', 'handlaggare']).optional(),
  /** What rules know it by, where one does: `systemforvaltningen` (ROLL-05), `externPlacering` (BEST-GEN-10). */
  kod: z.string().max(40).optional(),
});
export type Utforare = z.infer<typeof utforare>;

export const utforareRecord = defineRecord({
  type: 'utforare',
  schema: utforare,
  readers: 'alla',
  ord: 'Utförare',
  namn: ({ namn }) => namn,
});

export type Rubrik = { kod: string; titel: string; hjalpfrastext?: string | undefined; underrubriker?: Rubrik[] | undefined };
const rubrik: z.ZodType<Rubrik> = z.lazy(() =>
  z.looseObject({
    kod: z.string().max(60),
    titel: line(120),
    hjalpfrastext: z.string().max(4000).optional(),
    underrubriker: z.array(rubrik).optional(),
  }),
);

/** The rubriker of a kind of dokumentation (TRAD-12, TRAD-13). */
const rubrikmall = z
  .looseObject({
    slag: z.enum(['utredning', 'verkstallighet']),
    /** Utredningstyper it serves; empty = every one that has no mall of its own. */
    typer: z.array(line(80)),
    rubriker: z.array(rubrik),
  })
  // A text is found by its rubrik's code: a code that stands twice would show the text twice.
  .refine(({ rubriker }) => new Set(rubrikKoder(rubriker)).size === rubrikKoder(rubriker).length, { error: 'duplicate-kod' });
export type Rubrikmall = z.infer<typeof rubrikmall>;

export const rubrikmallRecord = defineRecord({
  type: 'rubrikmall',
  schema: rubrikmall,
  readers: 'alla',
  ord: 'Rubrikmall',
});

/** The codes of a mall's rubriker, sub-headings included, in the order they stand. */
export const rubrikKoder = (rubriker: Rubrik[]): string[] =>
  rubriker.flatMap((rubrik) => [rubrik.kod, ...rubrikKoder(rubrik.underrubriker ?? [])]);

/** A standard phrase (FRAS-01). Without `rubrikKoder` it is offered everywhere. */
const frastext = z.looseObject({
  titel: line(80),
  rubrikKoder: z.array(z.string().max(60)),
  text: richText,
  ordning: z.number().int(),
});
export type Frastext = z.infer<typeof frastext>;

export const frastextRecord = defineRecord({
  type: 'frastext',
  schema: frastext,
  readers: 'alla',
  ord: 'Frastext',
});

/**
 * An insats of the decision catalogue: what may be decided of it and how it is ordered (FORB-23, FORB-33). Rules and forms read
 * it; adding a row is all it takes to handle a new insats.
 */
const insats = z.looseObject({
  kod: z.string().max(80),
  namn: line(120).min(1),
  lagrum: z.enum(['LSS', 'SoL']),
  /** The provision its beslut are made by, a `kod` of the records `lagrum`; without one no letter of a beslut can be made. */
  lagrumKod: z.string().max(40).optional(),
  ordning: z.number().int(),
  aktiv: z.boolean(),
  /** Names of the utredningstyper in which it is decided (UTR-04, UTR-11). */
  utredningstyper: z.array(line(80)).min(1),
  bifall: z.looseObject({
    kod: z.string().max(80),
    namn: line(120).min(1),
    insatskategori: line(80).min(1),
    /** Hours are granted, in this unit (FORB-20); absent = hours are not filled in (BESLUT-REK-05). */
    timenhet: z.enum(periodenheter).optional(),
    /** One of these is chosen (BESLUT-KORT-05). */
    nivaer: z.array(line(20).min(1)).min(1).optional(),
    /** One beslut a calendar month (BESLUT-PA-05). */
    serie: z.literal('kalendermanad').optional(),
    personkrets: z.enum(['vidNyKund', 'alltid', 'aldrig']),
    /** Printed and sent; not for LASS (LASS-14) or the stödfamilj half of a pair (BESLUT-KORT-06). */
    utskrift: z.boolean(),
  }),
  /** Absent: it is refused as `avslagsInsatsId` (FRAGA-16), or not at all (LASS). */
  avslag: z.looseObject({ kod: z.string().max(80), namn: line(120).min(1), insatskategori: line(80).min(1) }).optional(),
  avslagsInsatsId: id.optional(),
  /** Decided only together with a bifall of this one, with the same nivå (FORB-28); the other is then not ordered. */
  parMedId: id.optional(),
  /** The guided LASS entry makes it, and nothing else does (FORB-30). */
  lass: z.boolean().optional(),
  /** The user writes the beslut's name (FRAGA-10). */
  friBenamning: z.boolean().optional(),
  /** Absent = never ordered (LASS-15). */
  bestallning: z
    .looseObject({
      /** Absent = that of the beslut (FRAGA-18). */
      insatskategori: line(80).optional(),
      /** The field Beslut shows `<ingen>`. */
      utanBeslut: z.boolean().optional(),
      utforare: z
        .array(
          z.looseObject({
            utforareId: id,
            driftform: z.enum(['kommunal', 'privat']).optional(),
            /** Utförarens organisation, where it is to be changed (BEST-BV-02). */
            organisationId: id.optional(),
            /** What may be ordered; `niva` = only for a beslut of that nivå (BEST-KORT-06). */
            insatser: z.array(z.looseObject({ namn: line(80).min(1), niva: line(20).optional() })).min(1),
          }),
        )
        .min(1),
    })
    .optional(),
  /** An instrument of the catalogue that is filled in at a bifall (BESLUT-DV-04). */
  instrumentId: id.optional(),
});
export type Insats = z.infer<typeof insats>;

export const insatsRecord = defineRecord({
  type: 'insats',
  schema: insats,
  readers: 'alla',
  ord: 'Insats',
  namn: ({ namn }) => namn,
});

/** Codes of the value lists that rules and forms ask for (FRAGA-11). */
export const vardelistor = [
  'aktualiseringstyp',
  'franVem',
  'aktualiseringssatt',
  'utredningstyp',
  'avslutsorsak',
  'franvaroorsak',
  'civilstand',
  'relation',
  'bevakningstyp',
  'diagnosord',
  'nyckelkod',
  'enhet',
  'utlamningsgrund',
  'uppfoljningssatt',
  'uppfoljningsdeltagare',
  'samtyckesslag',
  'dokumenttyp',
  'rutin',
  'lank',
] as const;

/** What a samtycke can allow: that somebody is told of the kund, that they are asked, that they act for the kund in the e-service. */
export const samtyckesandamal = ['lamnaUppgifter', 'inhamtaUppgifter', 'ombudETjanst'] as const;
export type Samtyckesandamal = (typeof samtyckesandamal)[number];

/** The entrances of the e-service (ETJ-01). */
export const ingangar = ['lss', 'sol'] as const;

/** Whom a link is shown to. */
export const lankvisare = ['personal', 'medborgare'] as const;

/** A list of values kept by the systemförvaltare (FRAGA-11). */
const vardelista = z.looseObject({
  lista: z.enum(vardelistor),
  varden: z.array(
    z.looseObject({
      namn: line(120).min(1),
      /** What rules know the value by, where one does: `omprovning`, `egnaMyndigheten`, `lss`, `sol`. */
      kod: z.string().max(40).optional(),
      /** The one proposed among those of the same `kod`. */
      standard: z.boolean().optional(),
      aktiv: z.boolean().optional(),
      /** Of a routine (`rutin`): where it is read, and the views whose help names it (FORB-88). */
      adress: line(300).optional(),
      vyer: z.array(z.string().max(40)).optional(),
      /** Of a link (`lank`, its `adress` as a routine's): the heading it stands under, and whom it is shown to; absent = the staff (HJALP-01 to -05). */
      grupp: line(80).optional(),
      visas: z.array(z.enum(lankvisare)).optional(),
      /** Of what a kund can agree to (`samtyckesslag`): what it allows. */
      tillater: z.array(z.enum(samtyckesandamal)).optional(),
      /** Of a unit (`enhet`): the nämnd it works for, and who else may know that it has a kund (OSL 8:1, 26:1). */
      namnd: line(120).optional(),
      synlighet: z.enum(['kommunen', 'namnden', 'ingen']).optional(),
      /** Of a unit: who decides gets a bevakning to send the beslut (FORB-59). */
      bevakaUtskick: z.boolean().optional(),
      /**
       * Of a unit: by which entrances of the e-service it is applied to, and after how many days an e-ansökan that nobody has connected goes
       * to whom (FORB-57); nobody named = its enhetschefer.
       */
      eansokan: z
        .looseObject({ ingangar: z.array(z.enum(ingangar)), dagar: z.number().int().min(0).max(60), ansvarigId: id.optional() })
        .optional(),
      /** Of a unit: so many days a message lies in a mailbox before it is listed to be put away (FORB-85). */
      meddelandedagar: z.number().int().min(1).max(3650).optional(),
      /** Of a unit: its shared mailboxes (MINST-05). What a citizen writes to the unit goes to the one that is `medborgarnas`, too (FORB-72). */
      brevlador: z
        .array(z.looseObject({ kod: z.string().min(1).max(40), namn: line(120).min(1), medborgarnas: z.boolean().optional() }))
        .optional(),
    }),
  ),
});
export type Vardelista = z.infer<typeof vardelista>;

export const vardelistaRecord = defineRecord({
  type: 'vardelista',
  schema: vardelista,
  readers: 'alla',
  ord: 'Värdelista',
});

/** A method of assessment: each function has levels, each level its points (BEDOM-05, FRAGA-28). */
const instrument = z.looseObject({
  namn: line(120).min(1),
  funktioner: z
    .array(
      z.looseObject({
        kod: z.string().max(60),
        namn: line(120).min(1),
        nivaer: z.array(z.looseObject({ niva: line(40).min(1), beskrivning: line(300).optional(), poang: z.number() })).min(2),
      }),
    )
    .min(1),
});
export type Instrument = z.infer<typeof instrument>;

export const instrumentRecord = defineRecord({
  type: 'instrument',
  schema: instrument,
  readers: 'alla',
  ord: 'Instrument',
  namn: ({ namn }) => namn,
});

/** Who decides what a handläggare may not (DELEG-02, DELEG-03). The first that fits counts; none = the handläggare (DELEG-01). */
const delegation = z.looseObject({
  beslutas: z.enum(['enhetschef', 'individutskottet']),
  namn: line(120).min(1),
  ordning: z.number().int(),
  insatsIds: z.array(id),
  externPlacering: z.boolean().optional(),
  /** Only above this much, in this unit (FRAGA-49); absent = always. */
  over: z.looseObject({ minuter: z.number().int(), enhet: z.enum(periodenheter) }).optional(),
});
export type Delegation = z.infer<typeof delegation>;

export const delegationRecord = defineRecord({
  type: 'delegation',
  schema: delegation,
  readers: 'alla',
  ord: 'Delegation',
  namn: ({ namn }) => namn,
});

/** From which day a row of dated data holds, and to which; of two that hold the one that began last counts. */
const daterad = { fran: day, tom: day.optional() };

export const mallkoder = [
  'utredning',
  'beslut',
  'beslutsmeddelande',
  'journal',
  'anteckning',
  'bestallning',
  'brev',
  'kallelse',
  'eansokan',
  'meddelande',
  'valkomst',
  'bevakningslista',
  'ivorapport',
  'ivosiffror',
  'tidslinje',
  'innehallsforteckning',
] as const;
export type Mallkod = (typeof mallkoder)[number];

/** What a kind of document is called and says besides what is in the akt (UTSK-02): the municipality's words, dated. */
const mall = z.looseObject({
  ...daterad,
  kod: z.enum(mallkoder),
  /** As the user chooses it: `LSS utredningsdokument1`. */
  namn: line(80).min(1),
  version: z.number().int().min(1),
  form: z.enum(['brev', 'akt', 'lista']),
  /** What stands as the document's title, with gaps. */
  titel: line(200).min(1),
  /** Utredningstyper it serves; empty = every one that has no mall of its own. */
  utredningstyper: z.array(line(80)),
  /** What kind of document the akt has then: a value of `dokumenttyp`. */
  dokumenttyp: line(80).optional(),
  /** Under which rubriker of the Utredningsdokument the reasons of a beslut stand. */
  skalRubriker: z.array(z.string().max(60)).optional(),
  /** Paragraphs by what they are for, with gaps in braces: `{insats}`, `{lagrum:FL32}`. */
  texter: z.record(z.string(), z.array(line(2000))),
});
export type Mall = z.infer<typeof mall>;

export const mallRecord = defineRecord({ type: 'mall', schema: mall, readers: 'alla', ord: 'Mall', namn: ({ namn }) => namn });

/** Who sends, and where appeals go: of the units named, or of every unit that has none of its own. */
const brevhuvud = z.looseObject({
  ...daterad,
  enheter: z.array(z.string().max(40)),
  kommun: line(80).min(1),
  namnd: line(120).min(1),
  avdelning: line(120).optional(),
  adress: line(200),
  telefon: line(40).optional(),
  epost: line(120).optional(),
  webb: line(120).optional(),
  /** PNG as Base64, and what it shows. */
  logotyp: z.looseObject({ png: z.base64().max(400_000), alt: line(120).min(1) }).optional(),
  /** `Förvaltningsrätten i Malmö`, and where a laglighetsprövning is handed in. */
  domstol: line(120).optional(),
  domstolAdress: line(200).optional(),
});
export type Brevhuvud = z.infer<typeof brevhuvud>;

export const brevhuvudRecord = defineRecord({
  type: 'brevhuvud',
  schema: brevhuvud,
  readers: 'alla',
  ord: 'Brevhuvud',
  namn: ({ namnd }) => namnd,
});

/** A provision as it was numbered in its time. */
const lagrum = z.looseObject({
  ...daterad,
  /** What malls and insatser know it by whatever its number is: `SOL_BISTAND`. */
  kod: z.string().max(40),
  /** As it is printed: `11 kap. 1 § socialtjänstlagen (2025:400)`. */
  text: line(300).min(1),
  /** How a beslut by it is appealed, and by which provision (its `kod`). */
  overklagas: z.looseObject({ slag: z.enum(['besvar', 'laglighet']), enligt: z.string().max(40) }).optional(),
});
export type Lagrum = z.infer<typeof lagrum>;

export const lagrumRecord = defineRecord({ type: 'lagrum', schema: lagrum, readers: 'alla', ord: 'Lagrum', namn: ({ text }) => text });
