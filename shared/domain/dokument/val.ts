import { z } from 'zod';
import { dokumentationRef } from '../anteckning/records.ts';
import { day, id, line } from '../fields.ts';
import { richText } from '../text/text.ts';
import { bestallningsdelar } from './bestallningsdokument.ts';
import { kallelseuppgifter } from './kallelse.ts';
import { knytsTill } from './records.ts';

/** `mallId`: the user's choice of mall (UTSK-02); absent = the first that serves. */
const gemensamt = { mallId: id.optional() };
const iAkten = { ...gemensamt, personId: id };
/**
 * `mottagareId`: a contact; absent = the kund. `utanSamtycke`: why one who is told by samtycke alone is told without it, after
 * sekretessprövning (OSL 26:1).
 */
const tillNagon = { ...iAkten, mottagareId: id.optional(), utanSamtycke: line(500).min(1).optional() };

/** What a user chose to have made: which kind of document, of what, and with which parts. */
export const dokumentval = z.discriminatedUnion('slag', [
  z.strictObject({ slag: z.literal('utredning'), ...iAkten, utredningId: id }),
  z.strictObject({ slag: z.literal('beslut'), ...tillNagon, beslutId: id }),
  z.strictObject({ slag: z.literal('beslutsmeddelande'), ...tillNagon, beslutId: id, utanNamn: z.boolean().optional() }),
  z.strictObject({ slag: z.literal('journal'), ...iAkten, dokumentation: dokumentationRef }),
  z.strictObject({ slag: z.literal('anteckning'), ...iAkten, anteckningId: id }),
  z.strictObject({ slag: z.literal('bestallning'), ...iAkten, bestallningId: id, delar: z.array(z.enum(bestallningsdelar)).min(1) }),
  z.strictObject({ slag: z.literal('brev'), ...tillNagon, knytsTill, titel: line(120).min(1), text: richText }),
  z.strictObject({ slag: z.literal('kallelse'), ...tillNagon, knytsTill, ...kallelseuppgifter.shape }),
  /** The e-ansökan that an aktualisering came of, as it was written. */
  z.strictObject({ slag: z.literal('eansokan'), ...iAkten, aktualiseringId: id }),
  z.strictObject({ slag: z.literal('tidslinje'), ...iAkten, enhet: z.string().min(1).max(40) }),
  z.strictObject({ slag: z.literal('innehallsforteckning'), ...iAkten, enhet: z.string().min(1).max(40) }),
  /** Of many kunder, and of no akt: the user's own, or the lists that are named, with their own or without (`utanEgna`). */
  z.strictObject({
    ...{ slag: z.literal('bevakningslista'), ...gemensamt },
    agare: z.array(id).max(100).optional(),
    utanEgna: z.boolean().optional(),
    /** In place of the list the week or the month of a day, as a calendar. */
    kalender: z.strictObject({ vy: z.enum(['vecka', 'manad']), dag: day }).optional(),
  }),
]);
export type Dokumentval = z.output<typeof dokumentval>;
/** A document about one kund. */
export type Aktval = Exclude<Dokumentval, { slag: 'bevakningslista' }>;
