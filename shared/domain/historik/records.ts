import { z } from 'zod';
import { enhetensEllerGemensam, id, instant } from '../fields.ts';
import { defineRecord } from '../record.ts';

/**
 * What one command did to an akt: who, when and which fields (the history of every record). Made of the command itself, with
 * the command's id as its own, so that client and server make the same one. Long texts are named, not repeated: their
 * versions stand in the server's command log.
 */
const handelse = z.looseObject({
  ...enhetensEllerGemensam,
  kommando: z.string().max(80),
  at: instant,
  anvandareId: id,
  namn: z.string().max(120),
  poster: z.array(
    z.looseObject({
      type: z.string().max(40),
      id,
      op: z.enum(['ny', 'andrad', 'borttagen']),
      falt: z.array(
        z.looseObject({ falt: z.string().max(80), fran: z.string().max(300).optional(), till: z.string().max(300).optional() }),
      ),
    }),
  ),
});
export type Handelse = z.infer<typeof handelse>;

export const handelseRecord = defineRecord({
  type: 'handelse',
  schema: handelse,
  huvud: () => ({}),
  readers: 'enheterna',
  /** Told by what the command wrote: the history says so itself (`handelserOf`). */
  vagg: 'egen',
  ord: 'Händelse',
});
