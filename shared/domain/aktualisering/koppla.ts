import { z } from 'zod';
import { type Change, defineCommand, reject } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { id } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { isOpenUtredning } from '../utredning/records.ts';
import type { Aktualisering } from './records.ts';
import { inkomDatumEfter } from './regler.ts';

const input = z
  .strictObject({ personId: id, utredningId: id, aktualiseringIds: z.array(id).min(1).max(100) })
  .refine(({ aktualiseringIds: ids }) => new Set(ids).size === ids.length, { path: ['aktualiseringIds'], error: 'duplicate-id' });

/** Connects aktualiseringar that were left over to an open utredning (UTR-07, FORB-14). */
export const kopplaAktualiseringar = defineCommand({
  name: 'aktualisering.koppla',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('utredning', ({ utredningId }) => utredningId),
  decide(state, { utredningId, aktualiseringIds }) {
    const utredning = state.get('utredning', utredningId);
    if (!utredning) return reject('finns-inte', 'utredningId');
    if (!isOpenUtredning(utredning)) return reject('utredningen-avslutad', 'utredningId');
    const changes: Change[] = [];
    const connected: Aktualisering[] = [];
    for (const [at, aktualiseringId] of aktualiseringIds.entries()) {
      const stored = state.get('aktualisering', aktualiseringId);
      if (!stored) return reject('finns-inte', `aktualiseringIds.${at}`);
      if (stored.utredningId !== undefined) return reject('redan-kopplad', `aktualiseringIds.${at}`);
      const data = kopplad(stored, utredningId);
      connected.push(data);
      changes.push({ op: 'put', type: 'aktualisering', id: aktualiseringId, data });
    }
    return [...changes, ...inkomDatumEfter(utredningId, utredning, connected)];
  },
});

/** Examined by an utredning from now on: why it was left out before is history. */
export function kopplad(aktualisering: Aktualisering, utredningId: string): Aktualisering {
  const { utelamnad: _, ...rest } = aktualisering;
  return { ...(rest as Aktualisering), utredningId };
}
