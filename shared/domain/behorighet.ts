import type { DokumentationRef } from './anteckning/records.ts';
import type { Actor, State } from './command.ts';
import { type Rejection, reject } from './command.ts';
import type { Roll } from './katalog/records.ts';

const handlaggare = ['lssHandlaggare', 'bistandshandlaggare', 'enhetschef'] as const satisfies Roll[];

/**
 * Who may run a command: role by role, whatever the akt. Reading the akt at all is decided by buckets, and the relation
 * to a single verkställighet by {@link mayWriteIn}.
 */
export const commandRoles: Record<string, readonly Roll[] | 'alla'> = {
  'anteckning.spara': [...handlaggare, 'utforare'],
  'anteckning.signera': [...handlaggare, 'utforare'],
  'anteckning.felmarkera': [...handlaggare, 'utforare'],
  'anteckning.avgorKonflikt': [...handlaggare, 'utforare'],
  'kontakt.spara': handlaggare,
  'kontakt.taBort': handlaggare,
  'kundlista.laggTill': 'alla',
  'kundlista.taBort': 'alla',
  'senaste.oppnad': 'alla',
};

export function mayRun(command: string, actor: Pick<Actor, 'roller' | 'aktiv'>): boolean {
  const allowed = commandRoles[command];
  if (!actor.aktiv || allowed === undefined) return false;
  return allowed === 'alla' || actor.roller.some((roll) => allowed.includes(roll));
}

/**
 * Writing in a dokumentation. Handläggare write in utredningar and in the verkställighet LSS Insatser; a verkställighet of
 * a utförare is written by that utförare's staff alone (ROLL-03, FORB-15).
 * @returns the reason when not allowed
 */
export function mayWriteIn(state: State, ref: DokumentationRef, actor: Actor): Rejection | undefined {
  const isHandlaggare = actor.roller.some((roll) => (handlaggare as readonly Roll[]).includes(roll));
  if (ref.slag === 'utredning') {
    if (!state.get('utredning', ref.id)) return reject('finns-inte');
    return isHandlaggare ? undefined : reject('behorighet-saknas');
  }
  const verkstallighet = state.get('verkstallighet', ref.id);
  if (!verkstallighet) return reject('finns-inte');
  if (verkstallighet.lssInsatser) return isHandlaggare ? undefined : reject('behorighet-saknas');
  const own = actor.roller.includes('utforare') && actor.utforareId === verkstallighet.utforareId;
  return own ? undefined : reject('utforarens-verkstallighet');
}
