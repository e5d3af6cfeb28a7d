import type { DokumentationRef } from './anteckning/records.ts';
import type { Actor, State } from './command.ts';
import { type Rejection, reject } from './command.ts';
import type { Roll } from './katalog/records.ts';
import { systemaktorId } from './systemaktor.ts';
import type { Verkstallighet } from './verkstallighet/records.ts';

const handlaggare = ['lssHandlaggare', 'bistandshandlaggare', 'enhetschef'] as const satisfies Roll[];

/**
 * Who may run a command: role by role, whatever the akt. Reading the akt at all is decided by buckets, and the relation
 * to a single verkställighet by {@link mayWriteIn}.
 */
export const commandRoles: Record<string, readonly Roll[] | 'alla' | 'system'> = {
  'anteckning.spara': [...handlaggare, 'utforare'],
  'anteckning.signera': [...handlaggare, 'utforare'],
  'anteckning.felmarkera': [...handlaggare, 'utforare'],
  'anteckning.avgorKonflikt': [...handlaggare, 'utforare'],
  'kontakt.spara': handlaggare,
  'kontakt.taBort': handlaggare,
  'person.registrera': handlaggare,
  'person.spara': handlaggare,
  'person.avgorKir': handlaggare,
  'kir.svara': 'system',
  'hushall.spara': handlaggare,
  'aktualisering.registrera': handlaggare,
  'aktualisering.spara': handlaggare,
  'aktualisering.koppla': handlaggare,
  'utredning.inled': handlaggare,
  'utredning.bytHandlaggare': handlaggare,
  'utredning.oppnaIgen': ['systemforvaltare'],
  'anteckning.kopieraTrad': handlaggare,
  'anteckning.granska': handlaggare,
  'anteckning.taBortKopia': handlaggare,
  'beslut.fatta': handlaggare,
  'beslut.spara': handlaggare,
  'beslut.felmarkera': handlaggare,
  'lass.fatta': ['lssHandlaggare', 'enhetschef'],
  'bestallning.skicka': handlaggare,
  'bestallning.nyEfterAvbrott': handlaggare,
  'bestallning.taBort': handlaggare,
  'bestallning.angraTaBort': handlaggare,
  'bestallning.bekrafta': [...handlaggare, 'utforare'],
  'verkstallighet.oppna': handlaggare,
  'verkstallighet.avsluta': [...handlaggare, 'utforare'],
  'verkstallighet.oppnaIgen': handlaggare,
  'verkstallighet.bytUtforare': handlaggare,
  'bedomning.spara': handlaggare,
  'arende.avsluta': handlaggare,
  'kundlista.laggTill': 'alla',
  'kundlista.taBort': 'alla',
  'senaste.oppnad': 'alla',
};

/** May be ansvarig handläggare, and write where handläggare write; any of them may be chosen (ROLL-10, FRAGA-12). */
export const arHandlaggare = (actor: Pick<Actor, 'roller' | 'aktiv'>): boolean =>
  actor.aktiv && actor.roller.some((roll) => (handlaggare as readonly Roll[]).includes(roll));

/** A user by their roles; the server's own commands by the server alone, and nothing else by it. */
export function mayRun(command: string, actor: Pick<Actor, 'roller' | 'aktiv'> & { id?: string }): boolean {
  const allowed = Object.hasOwn(commandRoles, command) ? commandRoles[command] : undefined;
  if (!actor.aktiv || allowed === undefined) return false;
  if (allowed === 'system' || actor.id === systemaktorId) return allowed === 'system' && actor.id === systemaktorId;
  return allowed === 'alla' || actor.roller.some((roll) => allowed.includes(roll));
}

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
