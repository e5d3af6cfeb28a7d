import { z } from 'zod';
import { id, instant } from '../fields.ts';
import { defineRecord } from '../record.ts';

/** So that a list stays one small record; a full one refuses, it never drops a kund. */
export const maxKundlista = 500;
/** A user's own list of kunder (KLISTA-01), in the user's scope: private, synced, gives no access (FRAGA-04). */
const kundlista = z.looseObject({ personer: z.array(id).max(maxKundlista) });

export const kundlistaRecord = defineRecord({
  type: 'kundlista',
  schema: kundlista,
  readers: 'agaren',
  ord: 'Kundlista',
});

/** The kunder the user was in most recently, newest first (SOK-11, FRAGA-03). */
const senasteKunder = z.looseObject({ personer: z.array(z.looseObject({ personId: id, at: instant })).max(10) });

export const senasteKunderRecord = defineRecord({
  type: 'senasteKunder',
  schema: senasteKunder,
  readers: 'agaren',
  ord: 'Senaste kunder',
});

/** Each user has one of each; the ids say whose. */
export const kundlistaId = (anvandareId: string): string => `kundlista:${anvandareId}`;
export const senasteId = (anvandareId: string): string => `senaste:${anvandareId}`;
