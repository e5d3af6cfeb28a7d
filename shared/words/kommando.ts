import { iEttArende } from '../domain/historik/handelse.ts';
import { type CommandName, isCommandName } from '../domain/rulebook/command-list.ts';

/** What each command did, in the words of receipts and of the history. */
const ord: Record<CommandName, string> = {
  'anteckning.spara': 'Anteckning sparad',
  'anteckning.signera': 'Anteckning signerad',
  'anteckning.felmarkera': 'Anteckning felmarkerad',
  'anteckning.avgorKonflikt': 'Val mellan två texter',
  'anteckning.kopieraTrad': 'Texter kopierade från en tidigare utredning',
  'anteckning.granska': 'Kopierad text granskad',
  'anteckning.taBortKopia': 'Kopierad text borttagen',
  'kontakt.spara': 'Kontaktuppgifter sparade',
  'kontakt.taBort': 'Kontaktuppgifter, borttagen rad',
  'kundlista.laggTill': 'Kundlista, tillagd',
  'kundlista.taBort': 'Kundlista, borttagen',
  'senaste.oppnad': 'Kund öppnad',
  'person.registrera': 'Kund registrerad',
  'person.sankSkydd': 'Skydd av personuppgifter sänkt',
  'person.taUpp': 'Kund upptagen hos en annan enhet',
  'uppgift.lamna': 'Uppgift lämnad till en annan enhet',
  'akt.fordela': 'Akten fördelad mellan enheter',
  'person.spara': 'Personuppgifter sparade',
  'person.avgorKir': 'Folkbokföringens uppgifter avgjorda',
  'kir.svara': 'Svar från folkbokföringen',
  'kir.notera': 'Ovanligt många frågor till KIR',
  'kir.kvittera': 'Notis om frågor till KIR kvitterad',
  'hushall.spara': 'Hushåll sparat',
  'hushall.skydda': 'Hushållsmedlem skyddad',
  'kontakt.skydda': 'Kontakt skyddad',
  'aktualisering.registrera': 'Aktualisering registrerad',
  'aktualisering.spara': 'Aktualisering ändrad',
  'aktualisering.koppla': 'Aktualisering kopplad till utredning',
  'utredning.inled': 'Utredning inledd',
  'utredning.bytHandlaggare': 'Byte av handläggare',
  'utredning.oppnaIgen': 'Utredning öppnad igen',
  'beslut.fatta': 'Beslut fattat',
  'beslut.spara': 'Beslut ändrat',
  'beslut.felmarkera': 'Beslut felmarkerat',
  'lass.fatta': 'LASS-beslut registrerat',
  'bestallning.skicka': 'Beställning skickad',
  'bestallning.nyEfterAvbrott': 'Ny beställning efter avbrott',
  'bestallning.taBort': 'Beställning borttagen',
  'bestallning.angraTaBort': 'Borttagen beställning återställd',
  'bestallning.bekrafta': 'Beställning bekräftad',
  'bedomning.spara': 'Bedömning sparad',
  'verkstallighet.oppna': 'Verkställighet öppnad',
  'verkstallighet.avsluta': 'Verkställighet avslutad',
  'verkstallighet.oppnaIgen': 'Verkställighet öppnad igen',
  'verkstallighet.bytUtforare': 'Byte av utförare',
  'arende.avsluta': 'Ärendet avslutat',
  'bevakning.klarmarkera': 'Bevakning klar',
  'frist.skjutUpp': 'Frist uppskjuten',
  'beslut.partTagitDel': 'Dagen då parten tog del av beslutet',
  'utredning.noteraBegaran': 'Begäran om avgörande noterad',
  'dokument.arkivera': 'Dokument sparat i akten',
  'dokument.felmarkera': 'Dokument felmarkerat',
};

/** A command of a newer version has no words here yet: it is named. */
export const kommandoOrd = (kommando: string): string => {
  if (kommando === iEttArende) return 'Ändrat i ett ärende';
  return isCommandName(kommando) ? ord[kommando] : kommando;
};
