import type { DokumentationRef } from './anteckning/records.ts';
import type { Actor, State } from './command.ts';
import { type Rejection, reject } from './command.ts';
import type { Roll } from './katalog/records.ts';
import type { Verkstallighet } from './verkstallighet/records.ts';

/** Who handle cases. */
export const handlaggare = ['lssHandlaggare', 'bistandshandlaggare', 'enhetschef'] as const satisfies Roll[];

/** Who deliver statistics for the municipality, and see what was delivered. */
export const statistiklasare = ['enhetschef', 'systemforvaltare'] as const satisfies Roll[];
export const lasStatistik = (actor: Pick<Actor, 'roller'>): boolean =>
  actor.roller.some((roll) => (statistiklasare as readonly Roll[]).includes(roll));

/** Who reads what the server tells of itself. */
export const lasDrift = (actor: Pick<Actor, 'roller'>): boolean => actor.roller.includes('systemforvaltare');

/** Who reads what kunder have told of their incomes, and sends out the inkomstblankett (ROLL-09, INK-01): no other role, an enhetschef's neither. */
export const avgiftslasare = ['avgiftshandlaggare'] as const satisfies Roll[];
export const lasInkomster = (actor: Pick<Actor, 'roller'>): boolean =>
  actor.roller.some((roll) => (avgiftslasare as readonly Roll[]).includes(roll));

/** May be ansvarig handläggare, and write where handläggare write; any of them may be chosen (ROLL-10, FRAGA-12). */
export const arHandlaggare = (actor: Pick<Actor, 'roller' | 'aktiv'>): boolean =>
  actor.aktiv && actor.roller.some((roll) => (handlaggare as readonly Roll[]).includes(roll));

/**
 * Writing in a dokumentation. Handläggare write in utredningar and in the verkställighet LSS Insatser; a verkställighet of
 * a utförare is written by that utförare's staff alone (ROLL-03, FORB-15).
 * @returns the reason when not allowed
 */
export function mayWriteIn(state: State, ref: DokumentationRef, actor: Actor): Rejection | undefined {
  const verkstallighet = ref.slag === 'verkstallighet' ? state.get('verkstallighet', ref.id) : undefined;
  if (ref.slag === 'utredning' ? !state.get('utredning', ref.id) : !verkstallighet) return reject('finns-inte');
  const hinder = skrivhinder(verkstallighet, actor);
  return hinder && reject(hinder);
}

export type Skrivhinder = 'behorighet-saknas' | 'utforarens-verkstallighet';

/** Why the actor may not write in a verkställighet, or (given none) in an utredning; undefined when they may. */
export function skrivhinder(
  verkstallighet: Pick<Verkstallighet, 'lssInsatser' | 'utforareId'> | undefined,
  actor: Pick<Actor, 'roller' | 'utforareId'>,
): Skrivhinder | undefined {
  if (!verkstallighet || verkstallighet.lssInsatser) {
    const isHandlaggare = actor.roller.some((roll) => (handlaggare as readonly Roll[]).includes(roll));
    return isHandlaggare ? undefined : 'behorighet-saknas';
  }
  const own = actor.roller.includes('utforare') && actor.utforareId === verkstallighet.utforareId;
  return own ? undefined : 'utforarens-verkstallighet';
}
