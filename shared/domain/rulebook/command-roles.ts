import { avgiftslasare, handlaggare, statistiklasare } from '../behorighet.ts';
import type { Actor } from '../command.ts';
import { type Roll, roller } from '../katalog/records.ts';
import { systemaktorId } from '../systemaktor.ts';
import type { CommandName } from './command-list.ts';

/** Roles, every user, or the server itself and no user. */
export type Allowed = readonly Roll[] | 'alla' | 'system';

/** Whoever reads a bevakning: those of the units, and none of a utförare (BEV-12). */
const lasare = roller.filter((roll) => roll !== 'utforare');

/**
 * Who may run a command: role by role, whatever the akt. Reading the akt at all is decided by buckets, and the relation
 * to a single verkställighet by `mayWriteIn` (behorighet.ts).
 */
export const commandRoles: Record<CommandName, Allowed> = {
  'anteckning.spara': [...handlaggare, 'utforare'],
  'anteckning.signera': [...handlaggare, 'utforare'],
  'anteckning.felmarkera': [...handlaggare, 'utforare'],
  'anteckning.avgorKonflikt': [...handlaggare, 'utforare'],
  'kontakt.spara': handlaggare,
  'kontakt.taBort': handlaggare,
  'person.registrera': handlaggare,
  'person.spara': handlaggare,
  'person.sankSkydd': handlaggare,
  'person.taUpp': handlaggare,
  'akt.fordela': 'system',
  'uppgift.lamna': handlaggare,
  'person.avgorKir': handlaggare,
  'kir.svara': 'system',
  'kir.notera': 'system',
  'kir.kvittera': ['systemforvaltare'],
  'hushall.spara': handlaggare,
  'hushall.skydda': 'system',
  'kontakt.skydda': 'system',
  'aktualisering.registrera': handlaggare,
  'aktualisering.spara': handlaggare,
  'aktualisering.koppla': handlaggare,
  'eansokan.taEmot': 'system',
  'eansokan.tagHand': handlaggare,
  'eansokan.koppla': handlaggare,
  'eansokan.gallerAnnan': handlaggare,
  'eansokan.aterta': handlaggare,
  'eansokan.skydda': 'system',
  'meddelande.skicka': lasare,
  'meddelande.las': lasare,
  'meddelande.tagHand': lasare,
  'meddelande.taBort': lasare,
  'meddelande.taTillbaka': lasare,
  'meddelande.journalfor': handlaggare,
  'meddelande.installningar': lasare,
  'meddelande.taEmot': 'system',
  'meddelande.taEmotBilaga': 'system',
  'meddelande.leverera': 'system',
  'meddelande.oppnat': 'system',
  'meddelande.skydda': 'system',
  'utredning.inled': handlaggare,
  'utredning.bytHandlaggare': handlaggare,
  'utredning.noteraBegaran': handlaggare,
  'utredning.noteraUnderrattelse': handlaggare,
  'utredning.oppnaIgen': ['systemforvaltare'],
  'anteckning.kopieraTrad': handlaggare,
  'anteckning.granska': handlaggare,
  'anteckning.taBortKopia': handlaggare,
  'beslut.fatta': handlaggare,
  'beslut.spara': handlaggare,
  'beslut.felmarkera': handlaggare,
  'beslut.partTagitDel': handlaggare,
  'beslut.kopplaAnteckning': handlaggare,
  'beslut.skickaUt': 'system',
  'beslut.oppnat': 'system',
  'beslut.skickaDigitalt': handlaggare,
  'beslut.lamnaDigitalt': 'system',
  'beslut.digitaltSvar': 'system',
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
  'franvaro.registrera': [...handlaggare, 'utforare'],
  'franvaro.andra': [...handlaggare, 'utforare'],
  'franvaro.avsluta': [...handlaggare, 'utforare'],
  'franvaro.felmarkera': [...handlaggare, 'utforare'],
  'franvaro.skickaUnderlag': [...handlaggare, 'utforare'],
  'bedomning.spara': handlaggare,
  'arende.avsluta': handlaggare,
  'erbjudande.spara': handlaggare,
  'erbjudande.felmarkera': handlaggare,
  'ivo.spara': handlaggare,
  'ivo.rapportera': handlaggare,
  'ivo.felmarkera': handlaggare,
  'uppfoljning.planera': handlaggare,
  'uppfoljning.genomfor': handlaggare,
  'uppfoljning.felmarkera': handlaggare,
  'samtycke.registrera': handlaggare,
  'samtycke.aterkalla': handlaggare,
  'samtycke.felmarkera': handlaggare,
  // FRAGA-42: the kontaktperson in the stödteam, too.
  'etjanst.spara': [...handlaggare, 'utforare'],
  'etjanst.valkomna': handlaggare,
  'etjanst.valkomnaInte': handlaggare,
  'godkannande.spara': handlaggare,
  'godkannande.avsluta': handlaggare,
  'etjanst.andraAvisering': 'system',
  'etjanst.natt': 'system',
  'etjanst.aviseringMisslyckades': 'system',
  'natt.rapportera': 'system',
  'inkomst.skicka': avgiftslasare,
  'inkomst.aterkalla': avgiftslasare,
  'inkomst.taEmot': 'system',
  'inkomst.komplettera': avgiftslasare,
  'inkomst.klar': avgiftslasare,
  'mote.planera': handlaggare,
  'mote.hall': handlaggare,
  'mote.stallIn': handlaggare,
  'mote.felmarkera': handlaggare,
  'individuellPlan.notera': handlaggare,
  'individuellPlan.felmarkera': handlaggare,
  'frist.skjutUpp': lasare,
  'frist.visaIgen': lasare,
  'bevakning.lagg': lasare,
  'bevakning.andra': lasare,
  'bevakning.klarmarkera': lasare,
  'bevakning.taBort': lasare,
  'dokument.arkivera': [...handlaggare, 'utforare'],
  'dokument.felmarkera': [...handlaggare, 'utforare'],
  'kundlista.laggTill': 'alla',
  'kundlista.taBort': 'alla',
  'senaste.oppnad': 'alla',
  'sokverktyg.spara': 'alla',
  'sokverktyg.taBort': 'alla',
  'statistik.leverera': statistiklasare,
};

type Acting = Pick<Actor, 'roller' | 'aktiv'> & { id?: string };
/** A user by their roles; the server's own commands by the server alone, and nothing else by it. */
export function isAllowed(allowed: Allowed, actor: Acting): boolean {
  if (!actor.aktiv) return false;
  if (allowed === 'system' || actor.id === systemaktorId) return allowed === 'system' && actor.id === systemaktorId;
  return allowed === 'alla' || actor.roller.some((roll) => allowed.includes(roll));
}

export const mayRun = (command: CommandName, actor: Acting): boolean => isAllowed(commandRoles[command], actor);
