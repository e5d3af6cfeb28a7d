import { z } from 'zod';
import { type Change, defineCommand, reject } from '../command.ts';
import type { Godkannande } from '../etjanst/records.ts';
import { id } from '../fields.ts';
import type { Samtycke } from '../samtycke/records.ts';
import { aktScope } from '../scope.ts';
import type { Kontakt } from './records.ts';

const input = z.strictObject({
  personId: id,
  kontaktId: id,
  /** Skyddad folkbokföring. */
  skyddad: z.boolean(),
  /** Any protection. Absent in what was asked before it was: then it is only the other that counts. */
  adressSkyddad: z.boolean().optional(),
});

/**
 * Gives a contact the protection that they have as a kund of their own, or takes it back: the server's own (FRAGA-62). With any protection
 * no address stands there; one with skyddad folkbokföring is moved to the smallest circle, with each samtycke and each approval that names them.
 */
export const skyddaKontakt = defineCommand({
  name: 'kontakt.skydda',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  // What the kund has agreed to of the contact is each unit's own, and names them.
  overVaggen: true,
  decide(state, { kontaktId, skyddad, adressSkyddad = skyddad }) {
    const stored = state.get('kontakt', kontaktId);
    if (!stored) return reject('finns-inte');
    const isSo = (stored.skyddad ?? false) === skyddad && (stored.adressSkyddad ?? false) === adressSkyddad;
    if (isSo && !(adressSkyddad && stored.adress !== undefined)) return [];
    const { skyddad: _, adressSkyddad: __, adress, ...rest } = stored;
    const data = {
      ...rest,
      ...(adressSkyddad ? { adressSkyddad } : adress === undefined ? {} : { adress }),
      ...(skyddad ? { skyddad } : {}),
    } as Kontakt;
    const samtycken = state
      .list('samtycke')
      .filter((one) => one.data.till.kontaktId === kontaktId && (one.data.skyddad ?? false) !== skyddad);
    const godkannanden = state
      .list('godkannande')
      .filter((one) => one.data.till.kontaktId === kontaktId && (one.data.skyddad ?? false) !== skyddad);
    return [
      { op: 'put', type: 'kontakt', id: kontaktId, data } satisfies Change,
      ...samtycken.map(({ id, data: { skyddad: __, ...annat } }): Change => {
        return { op: 'put', type: 'samtycke', id, data: { ...annat, ...(skyddad ? { skyddad } : {}) } as Samtycke };
      }),
      // How they are told would leave the akt: it is asked for anew.
      ...godkannanden.map(({ id, data: { skyddad: __, mobil, epost, ...annat } }): Change => {
        const data = { ...annat, ...(skyddad ? { skyddad } : { mobil, epost }) } as Godkannande;
        return { op: 'put', type: 'godkannande', id, data };
      }),
    ];
  },
});
