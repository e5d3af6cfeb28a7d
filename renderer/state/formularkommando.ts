import type { CommandName } from '../../shared/domain/rulebook/command-list.ts';
import { mayRun } from '../../shared/domain/rulebook/command-roles.ts';
import type { FormId } from '../../shared/ipc/utkastnyckel.ts';
import { useInloggad } from './session.ts';

/** The command of each form's Spara: whoever may not run it reads the form and writes nothing in it. */
const formularkommando: Record<FormId, CommandName> = {
  person: 'person.spara',
  sankSkydd: 'person.sankSkydd',
  hushall: 'hushall.spara',
  kontakt: 'kontakt.spara',
  aktualisering: 'aktualisering.registrera',
  inled: 'utredning.inled',
  bytHandlaggare: 'utredning.bytHandlaggare',
  oppnaUtredning: 'utredning.oppnaIgen',
  beslut: 'beslut.fatta',
  felmarkeraBeslut: 'beslut.felmarkera',
  lamna: 'uppgift.lamna',
  lass: 'lass.fatta',
  bestallning: 'bestallning.skicka',
  taBortBestallning: 'bestallning.taBort',
  nyEfterAvbrott: 'bestallning.nyEfterAvbrott',
  bekrafta: 'bestallning.bekrafta',
  bedomning: 'bedomning.spara',
  verkstallighet: 'verkstallighet.oppna',
  avslutaVerkstallighet: 'verkstallighet.avsluta',
  oppnaVerkstallighet: 'verkstallighet.oppnaIgen',
  bytUtforare: 'verkstallighet.bytUtforare',
  avslutaArende: 'arende.avsluta',
  utskrift: 'dokument.arkivera',
  felmarkeraHandling: 'dokument.felmarkera',
  bindare: 'dokument.arkivera',
  infoga: 'dokument.arkivera',
  bevakning: 'bevakning.lagg',
  taBortBevakning: 'bevakning.taBort',
  skjutUpp: 'frist.skjutUpp',
  tagitDel: 'beslut.partTagitDel',
  begaran: 'utredning.noteraBegaran',
  underrattelse: 'utredning.noteraUnderrattelse',
  erbjudande: 'erbjudande.spara',
  felmarkeraErbjudande: 'erbjudande.felmarkera',
  ivouppgift: 'ivo.spara',
  felmarkeraIvorapport: 'ivo.felmarkera',
  planeraUppfoljning: 'uppfoljning.planera',
  uppfoljning: 'uppfoljning.genomfor',
  felmarkeraUppfoljning: 'uppfoljning.felmarkera',
  mote: 'mote.planera',
  stallInMote: 'mote.stallIn',
  felmarkeraMote: 'mote.felmarkera',
  samtycke: 'samtycke.registrera',
  aterkallaSamtycke: 'samtycke.aterkalla',
  felmarkeraSamtycke: 'samtycke.felmarkera',
  etjanst: 'etjanst.spara',
  godkannande: 'godkannande.spara',
  avslutaGodkannande: 'godkannande.avsluta',
  individuellPlan: 'individuellPlan.notera',
  felmarkeraIndividuellPlan: 'individuellPlan.felmarkera',
  anteckning: 'anteckning.spara',
  felmarkera: 'anteckning.felmarkera',
  registrera: 'person.registrera',
  taUpp: 'person.taUpp',
  koppla: 'eansokan.koppla',
  meddelande: 'meddelande.skicka',
  journalfor: 'meddelande.journalfor',
  meddelandeinstallningar: 'meddelande.installningar',
  ihop: 'anteckning.avgorKonflikt',
  skjutUppFlera: 'frist.skjutUpp',
};

/** Whether the signed-in user's roles may save a form. */
export function useMaySave(form: FormId): boolean {
  const roller = useInloggad()?.roller ?? [];
  return mayRun(formularkommando[form], { roller, aktiv: true });
}
