import { z } from 'zod';
import { yymmdd } from '../../util/datum.ts';
import { sha256 } from '../dokument/records.ts';
import { day, enhetens, id, instant, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';

export const periodenheter = ['Vecka', 'Månad', 'År'] as const;
export type Periodenhet = (typeof periodenheter)[number];

/** Granted or ordered time: whole minutes for each period, exactly as it was entered (FORB-20, FORB-21, FRAGA-13). */
export const omfattning = z.looseObject({ minuter: z.number().int().min(1).max(1_000_000), enhet: z.enum(periodenheter) });
export type Omfattning = z.infer<typeof omfattning>;

/** Who decides, by delegation (DELEG-01 to DELEG-03). `namn` is what letters show. */
export const beslutsfattare = z.looseObject({
  slag: z.enum(['handlaggare', 'enhetschef', 'individutskottet']),
  anvandareId: id.optional(),
  namn: line(120).min(1),
});
export type Beslutsfattare = z.infer<typeof beslutsfattare>;

/** One sending by digital post: each is of one letter, and written alike on every beslut that the letter tells of. */
export const digitalSandning = signatur.extend({
  /** Names it, also to the förmedlare: the same again is the same sending. */
  id,
  /** The beslut as it was chosen to be sent; what is made another since is not. */
  rev: id.nullable(),
  /** What the register answered, and when it was asked. */
  fragad: z.looseObject({ at: instant, svar: z.enum(['kanTaEmot', 'ejAnsluten', 'avbojt']), operator: line(120).optional() }).optional(),
  /** From here on it may be in the mailbox; with which bytes. */
  lamnat: z
    .looseObject({
      at: instant,
      handlingar: z.array(z.looseObject({ dokumentId: id, sha256, del: z.enum(['beslut', 'beslutsmeddelande', 'protokoll']) })).max(20),
    })
    .optional(),
  /** The förmedlare's receipt that it lies in the mailbox, and since when. */
  mottaget: z.looseObject({ at: instant, kvitto: line(200) }).optional(),
  /** It goes by post instead: why, in the rulebook's code. */
  uteblivet: z.looseObject({ kod: z.string().max(60), at: instant }).optional(),
});
export type DigitalSandning = z.infer<typeof digitalSandning>;

const beslut = z.looseObject({
  ...enhetens,
  utredningId: id,
  /** The catalogue's insats; absent in what came from elsewhere. */
  insatsId: id.optional(),
  /** The catalogue's code; `ASSISTANSKOSTNADER_UTOVER_LASS` is the LASS-beslut. */
  beslutskod: z.string().max(80),
  beslutsnamn: line(120),
  utfall: z.enum(['bifall', 'avslag']),
  insatskategori: line(80),
  beslutsdatum: day,
  giltigFran: day,
  giltigTom: day.optional(),
  beslutsfattare: beslutsfattare.optional(),
  organisationId: id.optional(),
  omfattning: omfattning.optional(),
  niva: line(20).optional(),
  personkrets: z.enum(['1', '2', '3']).optional(),
  /** Carried out outside the municipality (FRAGA-25). */
  externPlacering: z.boolean().optional(),
  /** Beslut that belong together: the two of a delavslag, of a stödfamilj, the months of a series (FORB-24, -26, -28). */
  koppling: z.looseObject({ slag: z.enum(['delavslag', 'stodfamilj', 'serie']), id }).optional(),
  /** The LASS-beslut this one replaced (FORB-29). */
  ersatter: id.optional(),
  /** Why the verkställighet LSS Insatser was not opened with this bifall (FORB-27). */
  utanLssInsatser: line(500).optional(),
  /** Why it holds beside another bifall of the same insats (BEST-GEN-02). */
  samtidigSkal: line(500).optional(),
  /** When what it decides was last made another, after it was saved: what was signed of it before tells of something else (DELEG-03). */
  andrat: instant.optional(),
  felmarkerad: z.boolean().optional(),
  /** The case, or what was to carry it out, was closed with it: no order follows until its verkställighet is opened again (AVSL-01, FORB-42). */
  avslutad: signatur.optional(),
  /** The case, or its verkställighet, was closed before it began: nothing of it was carried out (AVSL-01, FORB-43). */
  aldrigPaborjad: signatur.optional(),
  felmarkering: signatur.extend({ orsak: line(500) }).optional(),
  /** The day the party got part of it through the authority: the time to appeal counts from there (FL 44 §); who noted it, and how it is known. */
  partTagitDel: signatur.extend({ dag: day, satt: line(120) }).optional(),
  /** The task to send it by post (FORB-59), shared by what was decided together; absent in what goes to the e-service, where `utskick` names it. */
  postuppgiftId: id.optional(),
  /**
   * It goes to the kund's e-service by itself (AUTO-01): who saved it and when, and what has come of it. Absent in what is sent by post.
   */
  utskick: signatur
    .extend({
      /** The task that is done when all that it is about has been sent. */
      bevakningId: id.optional(),
      /** The journal note on the exchange with the enhetschef who decided (DELEG-02). */
      anteckningId: id.optional(),
      /** When it was laid in the e-service, and the message that carries it. */
      skickat: z.looseObject({ at: instant, gruppId: id }).optional(),
      /** When the kund first opened the letter there. */
      oppnat: instant.optional(),
      /** It never came there: why, in the rulebook's code. */
      uteblivet: z.looseObject({ kod: z.string().max(60), at: instant }).optional(),
    })
    .optional(),
  /**
   * Sendings by digital post (Mina meddelanden), the latest last: who chose it and when, and what has come of it. One that is neither in the mailbox nor
   * given up is on its way.
   */
  digitalPost: z.array(digitalSandning).optional(),
  rev: id.optional(),
});
export type Beslut = z.infer<typeof beslut>;

export const beslutRecord = defineRecord({
  type: 'beslut',
  schema: beslut,
  readers: ({ id, huvud }, { byBeslut }) => (huvud.utfall === 'bifall' ? byBeslut.get(id) : undefined),
  vagg: 'utredningId',
  ord: 'Beslut',
  namn: ({ beslutsnamn, beslutsdatum }) => `${beslutsnamn} ${yymmdd(beslutsdatum)}`,
});
