import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { type Context, defineCommand, reject } from '../command.ts';
import { enhetensPost, enhetOf } from '../enhet.ts';
import { id } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { bevakningsfalt, liggerPaAvslutat, provaFalt, provaRoll } from './falt.ts';
import { klarmarkerad } from './klarmarkera.ts';
import { type Bevakning, bevakningStatusar } from './records.ts';

const varden = z.strictObject({ status: z.enum(bevakningStatusar), ...bevakningsfalt });
export type Bevakningsvarden = z.infer<typeof varden>;

const input = z.strictObject({
  personId: id,
  bevakningId: id,
  /** As it stood when the user began, and as they want it: what is alike in both they have not touched. */
  sedd: varden,
  till: varden,
});

/** What of a bevakning can be changed. */
export const bevakningsvardenAv = ({ datum, status, typ, bevakasAvId, text }: Bevakning): Bevakningsvarden => ({
  ...{ datum, status, typ, bevakasAvId, text },
});

/**
 * Changes status, day, type, owner or text of a bevakning, and takes Klar back (BEV-09, BEV-11). Each field by itself: what a colleague
 * changed meanwhile stands, and where both changed the same to something else it is refused.
 */
export const andraBevakning = defineCommand({
  name: 'bevakning.andra',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('bevakning', ({ bevakningId }) => bevakningId),
  decide(state, { personId, bevakningId, sedd, till }, context) {
    const stored = state.get('bevakning', bevakningId);
    if (!stored) return reject('finns-inte', 'bevakningId');
    if (stored.borttagen) return reject('borttagen');
    const now = bevakningsvardenAv(stored);
    const rorda = (Object.keys(till) as (keyof Bevakningsvarden)[]).filter((falt) => till[falt] !== sedd[falt]);
    const annans = rorda.find((falt) => now[falt] !== sedd[falt] && now[falt] !== till[falt]);
    if (annans) return reject('andrad-av-annan', annans);
    const nytt: Bevakningsvarden = { ...now, ...Object.fromEntries(rorda.map((falt) => [falt, till[falt]])) };
    if (rorda.every((falt) => nytt[falt] === now[falt])) return [];

    const oppnas = stored.status === 'Klar' && nytt.status !== 'Klar';
    if (oppnas && liggerPaAvslutat(state, stored.ref)) return reject('arendet-avslutat', 'status');
    const enhet = enhetOf('bevakning', stored, state.get('person', personId));
    const flyttas = nytt.bevakasAvId !== stored.bevakasAvId;
    const fel =
      (flyttas ? provaRoll(stored, context.actor) : undefined) ??
      provaFalt(state, { personId, enhet }, nytt, swedishDay(context.now), stored);
    if (fel) return fel;
    const { bevakasAvRoll, klar, ...rest } = stored;
    const data = {
      ...(rest as Bevakning),
      ...nytt,
      ...(klar && nytt.status === 'Klar' ? { klar } : {}),
      // Given to somebody, it is theirs and no longer the role's.
      ...(bevakasAvRoll && !flyttas ? { bevakasAvRoll } : {}),
    };
    return [andrad(bevakningId, stored, data, context)];
  },
});

const andrad = (bevakningId: string, stored: Bevakning, data: Bevakning, context: Context) =>
  stored.status !== 'Klar' && data.status === 'Klar'
    ? klarmarkerad(bevakningId, data, context)
    : ({ op: 'put', type: 'bevakning', id: bevakningId, data } as const);
